/**
 * Who has custody of a child at an instant, and how we know: they sign, they are told, and a claim without source or date
 * counts for nothing (FB 6:2, 6:11).
 */
import type { Instant } from '../kernel/instant.js';
import { type Period, isInForce, isOverlapping } from '../organisation/in-force.js';
import type { FieldFault } from './field-fault.js';

/** What the entry rests on; `told` is a person's word, to be checked against a register. */
export const CUSTODY_SOURCES = ['population-register', 'court-ruling', 'approved-agreement', 'told'] as const;

export type CustodySource = (typeof CUSTODY_SOURCES)[number];

export interface Custody extends Period {
  readonly id: string;
  readonly child: string;
  readonly guardian: string;
  /** `appointed`: a court has given custody to another than a parent (FB 6:7–10 a). */
  readonly kind: 'parent' | 'appointed';
  readonly source: CustodySource;
  /** The day of the extract, ruling or conversation. */
  readonly sourceDate: Instant;
}

export const custodyAt = (rows: readonly Custody[], child: string, at: Instant): readonly Custody[] =>
  rows.filter((row) => row.child === child && isInForce(row, at));

/** Each guardian once, in a steady order. */
export const guardiansAt = (rows: readonly Custody[], child: string, at: Instant): readonly string[] =>
  [...new Set(custodyAt(rows, child, at).map(({ guardian }) => guardian))].sort();

/** Guardians whom only someone's word makes guardians: to be checked before they sign. */
export const findUncheckedGuardians = (rows: readonly Custody[], child: string, at: Instant): readonly string[] => {
  const checked = new Set(
    custodyAt(rows, child, at)
      .filter(({ source }) => source !== 'told')
      .map(({ guardian }) => guardian),
  );
  return guardiansAt(rows, child, at).filter((guardian) => !checked.has(guardian));
};

export type CustodyFault = 'own-guardian' | 'ends-before-start' | 'already-guardian' | 'source-in-future';

/** Empty = may be written. */
export const findCustodyFaults = (
  rows: readonly Custody[],
  next: Custody,
  now: Instant,
): readonly FieldFault<CustodyFault>[] => {
  const faults: FieldFault<CustodyFault>[] = [];
  if (next.child === next.guardian) faults.push({ field: 'guardian', code: 'own-guardian' });
  if (next.until !== null && next.until <= next.from) faults.push({ field: 'until', code: 'ends-before-start' });
  if (next.sourceDate > now) faults.push({ field: 'sourceDate', code: 'source-in-future' });
  const doubled = rows.some(
    (row) =>
      row.id !== next.id && row.child === next.child && row.guardian === next.guardian && isOverlapping(row, next),
  );
  if (doubled) faults.push({ field: 'guardian', code: 'already-guardian' });
  return faults;
};
