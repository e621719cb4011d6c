import { MOST_CHILDREN } from '#domain/report/report-faults.js';
import type { Instrument } from '#domain/report/instrument.js';
import { InvalidInput, type FieldFault } from '../failure.js';
import {
  readReportedChild,
  type Reading,
  type ReportedChildRead,
  type ReportedChildWritten,
} from './read-reported-child.js';

export const FAMILY_KNOWS = ['yes', 'no', 'unknown'] as const;
export type FamilyKnows = (typeof FAMILY_KNOWS)[number];

/** What every report has, however it comes in. */
export interface ReportWritten {
  /** Made by the form when it is opened: the same form sent twice is one report. */
  readonly clientKey: string;
  readonly children: readonly ReportedChildWritten[];
  readonly familyKnows: string;
  readonly familyKnowsWhat: string;
  readonly immediateDanger: boolean;
}

export interface ReportRead {
  readonly clientKey: string;
  /** What the factors of its children were answered by. */
  readonly instrument: Instrument;
  readonly children: readonly ReportedChildRead[];
  readonly familyKnows: FamilyKnows;
  readonly familyKnowsWhat: string;
  readonly immediateDanger: boolean;
}

const LONGEST_NOTE = 2_000;

export const isClientKey = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);

/** Every fault of the form at once; `more` are those of fields that only some forms have. */
export function readReport(written: ReportWritten, reading: Reading, more: readonly FieldFault[] = []): ReportRead {
  const faults: FieldFault[] = [...more];
  if (!isClientKey(written.clientKey)) faults.push({ field: 'clientKey', code: 'BAD_REQUEST' });
  const { children: forms } = written;
  if (forms.length === 0) faults.push({ field: 'children', code: 'CHILDREN_MISSING' });
  if (forms.length > MOST_CHILDREN)
    faults.push({ field: 'children', code: 'TOO_MANY_CHILDREN', values: { most: MOST_CHILDREN } });
  const read = forms.slice(0, MOST_CHILDREN).map((child, at) => readReportedChild(child, `children.${at}`, reading));
  faults.push(...read.flatMap((one) => one.faults), ...findTwins(read.map((one) => one.child)));
  const familyKnows = FAMILY_KNOWS.find((word) => word === written.familyKnows);
  if (!familyKnows) faults.push({ field: 'familyKnows', code: 'CHOOSE_ONE' });
  if (written.familyKnowsWhat.length > LONGEST_NOTE)
    faults.push({ field: 'familyKnowsWhat', code: 'TOO_LONG', values: { most: LONGEST_NOTE } });
  const children = read.flatMap((one) => one.child ?? []);
  if (faults.length > 0 || !familyKnows) throw new InvalidInput(faults);
  return {
    clientKey: written.clientKey,
    instrument: reading.instrument,
    children,
    familyKnows,
    familyKnowsWhat: written.familyKnowsWhat.trim(),
    immediateDanger: written.immediateDanger,
  };
}

/** One number typed for two children is a slip that would put a sibling's story on the other's case. */
function findTwins(children: readonly (ReportedChildRead | null)[]): FieldFault[] {
  const seen = new Set<string>();
  return children.flatMap((child, at): FieldFault[] => {
    const { number } = child?.told ?? {};
    const who = child?.personId ?? (number && number.kind !== 'none' ? number.digits : null);
    if (who === null) return [];
    const field = child?.personId ? 'givenName' : 'number';
    if (seen.has(who)) return [{ field: `children.${at}.${field}`, code: 'SAME_CHILD_TWICE' }];
    seen.add(who);
    return [];
  });
}
