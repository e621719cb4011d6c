/** What the events of a consent come to, where time alone has changed it and somebody has to do something about it. */
export interface TimedConsent {
  readonly state: string;
  readonly events: readonly { readonly kind: string; readonly missing?: number | null }[];
}

/**
 * `unanswered`: its time ran out before every name was there; `lapsed`: while one was missing that had been there; `ofAge`: the
 * young person has come of age, and it is theirs alone to answer.
 */
export function whatHappened({ state, events }: TimedConsent): 'unanswered' | 'lapsed' | 'ofAge' | null {
  const isWhole = ({ kind, missing }: TimedConsent['events'][number]): boolean =>
    kind === 'complete' || kind === 'imported' || (kind === 'signed' && (missing ?? 0) === 0);
  if (state === 'expired') {
    const whole = events.findLastIndex(isWhole);
    if (whole < 0) return 'unanswered';
    return events.findLastIndex(({ kind }) => kind === 'name-missing') > whole ? 'lapsed' : null;
  }
  const isAsking = state === 'offered' || state === 'partly-signed';
  return isAsking && events.some(({ kind }) => kind === 'came-of-age') ? 'ofAge' : null;
}
