import { feedbackToGive, isToldInPerson } from '#use-cases/report/feedback-to-give.js';
import type { CaseShown } from '#use-cases/report/view-case.js';
import type { PartShown } from '#use-cases/report/view-parts.js';
import type { Case, ReportPart } from './case.model.js';

export function shownPartOf(part: PartShown, child: number | null = null): ReportPart {
  const { giver, ...rest } = part;
  return { ...rest, giverKind: giver.kind, child };
}

/** From what the use case has been released to what the schema has; nothing else is within reach here. */
export function shownCase({ file, until, record, decisions, proposals, person, parts }: CaseShown): Case {
  const part = (itemId: string | null): ReportPart | null => {
    const found = itemId === null ? undefined : parts.get(itemId);
    return found ? shownPartOf(found) : null;
  };
  return {
    id: file.id,
    number: file.number,
    branchId: file.branchId,
    state: file.state,
    phase: file.phase,
    grade: file.grade,
    version: file.version,
    receivedAt: file.receivedAt,
    joinedInto: file.joinedInto,
    openHubId: file.openHubId,
    hubIsOpen: file.hubIsOpen,
    until,
    person,
    reports: record.reports.map(({ items, ...report }) => {
      const shown = items.flatMap(({ itemId }) => part(itemId) ?? []);
      return {
        ...report,
        parts: shown.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || order(a) - order(b)),
        withheld: items.length - shown.length,
        feedbackToGive: feedbackToGive(file, report, record),
        toldInPerson: isToldInPerson(file, report),
      };
    }),
    protectionAssessments: record.protections.map(({ itemId, ...row }) => ({ ...row, reasons: part(itemId) })),
    gradings: record.gradings.map(({ itemId, ...row }) => ({ ...row, reasons: part(itemId) })),
    deadlines: record.deadlines,
    otherCases: record.others,
    decisions: decisions.map(({ itemId, ...row }) => ({ ...row, reasons: part(itemId) })),
    proposals: proposals.map(({ itemId, ...row }) => ({ ...row, reasons: part(itemId) })),
    joins: record.joins.map(({ itemId, separation, ...row }) => ({
      ...row,
      reasons: part(itemId),
      separation: separation && { ...separation, reasons: part(separation.itemId) },
    })),
  };
}

const ORDER = ['content', 'instrument', 'reporter', 'completion', 'feedback'];
const order = ({ kind }: ReportPart): number => ORDER.indexOf(kind);
