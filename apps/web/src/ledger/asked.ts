/** What a reviewer asks for: filled in first and fetched when they say so, since each look is itself written down. */
import { parseCivilDay, type CivilDay } from '#domain/kernel/civil-day.js';
import { endOfDay, startOfDay } from '#domain/kernel/stockholm.js';
import type { ReviewPattern } from '#domain/ledger/review-pattern.js';
import type { LedgerFilterInput, LedgerPeriodInput } from '../graphql/generated/ledger/graphql.js';

export interface Asked {
  /** `2026-11-24`, or '' for the last thirty days. */
  readonly from: string;
  /** The last day that counts, or '' for until now. */
  readonly until: string;
  readonly staffId: string;
  readonly action: string;
  readonly refusedOnly: boolean;
  readonly unreviewedOnly: boolean;
  readonly caseNumber: string;
}

export const NOTHING_ASKED: Asked = {
  from: '',
  until: '',
  staffId: '',
  action: '',
  refusedOnly: false,
  unreviewedOnly: false,
  caseNumber: '',
};

function instantOf(day: string, of: (day: CivilDay) => number): string | null {
  const civil = parseCivilDay(day);
  return civil === undefined ? null : new Date(of(civil)).toISOString();
}

/** Whole days in Sweden's time. */
export const periodOf = ({ from, until }: Pick<Asked, 'from' | 'until'>): LedgerPeriodInput => ({
  from: instantOf(from, startOfDay),
  until: instantOf(until, endOfDay),
});

export const filterOf = (asked: Asked, pattern: ReviewPattern | null): LedgerFilterInput => ({
  ...periodOf(asked),
  staffId: asked.staffId || null,
  action: asked.action || null,
  outcome: asked.refusedOnly ? 'refuse' : null,
  caseNumber: asked.caseNumber.trim() || null,
  pattern,
  unreviewed: asked.unreviewedOnly,
});
