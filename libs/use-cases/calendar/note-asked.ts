/**
 * That somebody asked which rooms are free at a time, and for whose sake. Where two must never meet the answers for one and for
 * the other differ, so whoever compared them would learn of it: each asking has its line, and comparing is what a reviewer
 * finds (review-pattern.ts, `compared-times`). The case stands in the detail alone, since a family reads the lines of its own.
 */
import type { LedgerLine } from '../ledger/ledger.port.js';

export const askedLine = (about: string | null, from: Date, until: Date): LedgerLine => ({
  action: 'read',
  outcome: 'release',
  ground: 'no-person-data',
  detail: { deed: 'ask-rooms', about, from: from.toISOString(), until: until.toISOString() },
});
