import { writtenHouse } from '#domain/disclosure/parties.js';
import type { Decision } from '#domain/disclosure/decision.js';
import type { Opening } from '#domain/share/openings.js';
import type { ReleasedItem } from '#use-cases/gate/released.js';
import { shownPart } from '#use-cases/report/view-parts.js';
import type { Pair } from '#use-cases/share/preview-share.js';
import type { SharedCase, ReceivedCasePage } from '#use-cases/share/read-received.js';
import type { AssessmentOfCase, Sharing as SharingFound } from '#use-cases/share/read-sharing.js';
import type { ShareOutcome } from '#use-cases/share/share-items.js';
import type { ReportPart } from '../report/case.model.js';
import { shownPartOf } from '../report/show-case.js';
import type {
  AssessmentOfCaseShown,
  ReceivedCasePageShown,
  SharedCaseShown,
  ShareOpening,
  ShareOutcomeShown,
  SharePairShown,
  Sharing,
} from './share.model.js';

/** Only what the gate has released can be shown; what others see of it is the giver's to know, not this page's to tell. */
const partOf = (item: ReleasedItem): ReportPart => shownPartOf(shownPart(item, 'content', []));
const saysWho = (item: ReleasedItem): boolean => item.content.data?.['identity'] === true;

export function shownSharing(found: SharingFound): Sharing {
  return {
    caseId: found.caseId,
    caseName: found.caseName,
    number: found.file?.number ?? null,
    grade: found.file?.grade ?? null,
    from: { kind: found.own.house.kind, name: found.own.name },
    person: found.person,
    items: found.items.map(partOf),
    nameItemIds: found.items.filter(saysWho).map(({ itemId }) => itemId),
    given: found.given,
    assessments: found.assessments.map(shownAssessment),
    houses: found.houses.map(({ branchId, house, name, authorityName, people }) => ({
      branchId,
      kind: house.kind,
      name,
      authorityName,
      written: writtenHouse(house),
      people: people.map((person) => ({
        ...person,
        isWorking: found.working.some((one) => one.branchId === branchId && one.staffId === person.staffId),
      })),
    })),
    mayAssess: found.mayAssess,
    assessors: found.assessors,
    asOf: found.asOf,
  };
}

const shownAssessment = ({ toKind, toName, ...one }: AssessmentOfCase): AssessmentOfCaseShown => ({
  ...one,
  to: { kind: toKind, name: toName },
});

const candidatesOf = (decision: Decision): readonly string[] =>
  decision.outcome === 'refer' ? (decision.candidates ?? [decision.ground]) : [];

export const shownPair = ({ told, house, answer, until }: Pair): SharePairShown => ({
  thing: told.id,
  category: told.category,
  toBranchId: house.branchId,
  outcome: answer.decision.outcome,
  ground: answer.decision.ground,
  candidates: candidatesOf(answer.decision),
  until,
  openings: answer.openings.map(shownOpening),
});

function shownOpening(opening: Opening): ShareOpening {
  switch (opening.kind) {
    case 'duty':
      return { kind: opening.kind, purpose: opening.purpose, grounds: [opening.ground] };
    case 'assess':
      return { kind: opening.kind, purpose: null, grounds: opening.grounds };
    case 'consent':
    case 'danger':
      return { kind: opening.kind, purpose: null, grounds: [] };
  }
}

export const shownOutcome = ({ decision, ...rest }: ShareOutcome): ShareOutcomeShown => ({
  ...rest,
  outcome: decision.outcome,
  ground: decision.ground,
});

export const shownSharedCase = ({ nameItem, ...rest }: SharedCase): SharedCaseShown => ({
  ...rest,
  name: nameItem?.content.text ?? null,
});

export const shownReceivedPage = ({ nameItem, things, ...rest }: ReceivedCasePage): ReceivedCasePageShown => ({
  ...rest,
  name: nameItem ? partOf(nameItem) : null,
  things: things.map(({ item, fromName, fromKind, sharedAt }) => ({
    part: partOf(item),
    from: { kind: fromKind, name: fromName },
    sharedAt,
  })),
});
