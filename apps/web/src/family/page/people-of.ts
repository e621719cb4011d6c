/** The people whom one's consents are about, each once, also where their names may not be told. */
import type { Consent } from '../shapes.js';

export interface AboutOne {
  readonly id: string;
  /** Of those about them the one that says most now: what holds, then what is asked, then what ended last. */
  readonly consent: Consent;
}

const FIRST: readonly (readonly Consent['state'][])[] = [
  ['holds', 'begins-later'],
  ['asks-you', 'waits'],
];

const rankOf = ({ state }: Consent): number => {
  const rank = FIRST.findIndex((states) => states.includes(state));
  return rank < 0 ? FIRST.length : rank;
};

/** In the order in which they were asked about, the newest first. */
export function peopleOf(consents: readonly Consent[]): readonly AboutOne[] {
  const best = new Map<string, Consent>();
  for (const one of consents) {
    const before = best.get(one.about.id);
    if (!before || rankOf(one) < rankOf(before)) best.set(one.about.id, one);
  }
  return [...best].map(([id, consent]) => ({ id, consent }));
}
