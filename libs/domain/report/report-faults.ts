/** A report that lacks something is taken in all the same in an emergency; here stands what a complete one needs (SoL 19:1–2). */
import type { FieldFault } from '../person/field-fault.js';
import { type FeedbackWish, isBoundToReport, isReporterKind } from './reporter.js';
import type { Instant } from '../kernel/instant.js';

export interface ReportedChild {
  /** An already registered person, or null with what is known in `name`. */
  readonly person: string | null;
  readonly name: string;
}

export interface ReportDraft {
  readonly reporterKind: string;
  readonly reporterName: string;
  /** Phone or e-mail by which the reporter may be reached; never shown outside the house. */
  readonly reporterContact: string;
  /** `authority/branch` of a bound reporter. */
  readonly reporterHouse: string | null;
  readonly feedbackWish: FeedbackWish;
  readonly children: readonly ReportedChild[];
  readonly content: string;
  readonly receivedAt: Instant;
  readonly channel: 'form' | 'phone' | 'visit' | 'letter';
}

export type ReportFaultCode =
  'unknown-word' | 'missing' | 'too-long' | 'same-child-twice' | 'in-future' | 'must-not-name' | 'no-way-to-answer';

export const LONGEST_CONTENT = 20_000;
export const MOST_CHILDREN = 12;
const LONGEST_NAME = 200;

const isBlank = (text: string): boolean => text.trim() === '';

/** Every fault at once, in the order of the form; empty = complete. */
export const findReportFaults = (draft: ReportDraft, now: Instant): readonly FieldFault<ReportFaultCode>[] => {
  const faults: FieldFault<ReportFaultCode>[] = [];
  const add = (field: string, code: ReportFaultCode): void => void faults.push({ field, code });
  const kind = draft.reporterKind;
  if (!isReporterKind(kind)) add('reporterKind', 'unknown-word');
  else if (kind === 'anonymous') {
    for (const field of ['reporterName', 'reporterContact'] as const)
      if (!isBlank(draft[field])) add(field, 'must-not-name');
    if (draft.feedbackWish === 'wanted') add('feedbackWish', 'no-way-to-answer');
  } else {
    if (isBoundToReport(kind)) {
      if (isBlank(draft.reporterName)) add('reporterName', 'missing');
      if (draft.reporterHouse === null) add('reporterHouse', 'missing');
    }
    if (draft.feedbackWish === 'wanted' && isBlank(draft.reporterContact)) add('reporterContact', 'missing');
  }
  if (draft.reporterName.length > LONGEST_NAME) add('reporterName', 'too-long');
  findChildFaults(draft.children).forEach((fault) => faults.push(fault));
  if (isBlank(draft.content)) add('content', 'missing');
  if (draft.content.length > LONGEST_CONTENT) add('content', 'too-long');
  if (draft.receivedAt > now) add('receivedAt', 'in-future');
  return faults;
};

/** A child without a known name is still a child: "a boy of about ten in the yellow house" is a name here. */
const findChildFaults = (children: readonly ReportedChild[]): readonly FieldFault<ReportFaultCode>[] => {
  if (children.length === 0) return [{ field: 'children', code: 'missing' }];
  if (children.length > MOST_CHILDREN) return [{ field: 'children', code: 'too-long' }];
  const seen = new Set<string>();
  return children.flatMap(({ person, name }, at): FieldFault<ReportFaultCode>[] => {
    if (person === null) return isBlank(name) ? [{ field: `children.${at}.name`, code: 'missing' }] : [];
    const twice = seen.has(person);
    seen.add(person);
    return twice ? [{ field: `children.${at}.person`, code: 'same-child-twice' }] : [];
  });
};
