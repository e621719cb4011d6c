/**
 * A broker sends the browser back to an address of its own with its answer in the query: it is read once, and taken out of
 * the address before anything else is done, since addresses are kept and shown.
 */
const RETURN = '/e-id/return';
const VISIT = '/familj';

const isBack = typeof location !== 'undefined' && location.pathname === RETURN;

/** The address of the visit, whichever the page was opened by. */
export const HERE = isBack ? VISIT : typeof location === 'undefined' ? '' : location.pathname + location.search;

/** The query with its question mark, once; null where nobody came back from a broker. */
export function takeAnswer(): string | null {
  if (!isBack || location.pathname !== RETURN) return null;
  const answer = location.search;
  history.replaceState(history.state, '', VISIT);
  return answer.startsWith('?') ? answer : null;
}
