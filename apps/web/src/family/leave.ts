/**
 * Leaving at once: what is on the screen goes first, then everything kept in the browser, then the session; nobody waits
 * for a network. What stands there afterwards is an almanac.
 */
export const NEUTRAL = '/almanacka';
const NEUTRAL_TITLE = 'Almanacka';

/** The second Escape within this time is meant. */
const TWICE_WITHIN = 1_500;

export function leaveNow(endSession: () => void): void {
  document.documentElement.classList.add('is-left');
  document.title = NEUTRAL_TITLE;
  try {
    speechSynthesis.cancel();
  } catch {
    // No voice, nothing to silence.
  }
  try {
    sessionStorage.clear();
  } catch {
    // Nothing was kept.
  }
  try {
    endSession();
  } finally {
    location.replace(NEUTRAL);
  }
}

/** Calls when Escape is pressed twice; gives back how to stop listening. */
export function onEscapeTwice(leave: () => void): () => void {
  let last = -Infinity;
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.repeat) return;
    if (event.timeStamp - last <= TWICE_WITHIN) leave();
    last = event.timeStamp;
  };
  addEventListener('keydown', onKey, true);
  return () => removeEventListener('keydown', onKey, true);
}
