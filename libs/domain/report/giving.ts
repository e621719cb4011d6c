/**
 * What a reporter may give to social services: asked when the report is made, of the same rule that is asked again at
 * every read, and silently where an answer would tell the reporter that a child's details are protected (SoL 19:1, OSL 21:3).
 */
import type { HouseParty, Subject } from '../disclosure/case.js';
import { decideDisclosure } from '../disclosure/decide-disclosure.js';
import type { Decision } from '../disclosure/decision.js';
import { writtenHouse } from '../disclosure/parties.js';
import type { Category } from '../disclosure/vocabulary.js';
import type { Instant } from '../kernel/instant.js';

export interface ReportedPart {
  readonly from: HouseParty;
  readonly to: HouseParty;
  readonly child: Subject;
  readonly category: Category;
  readonly revealsPlace: boolean;
}

export const decideGiving = (part: ReportedPart, asOf: Instant): Decision =>
  decideDisclosure({
    asOf,
    from: part.from,
    to: part.to,
    subjects: [part.child],
    category: part.category,
    personData: true,
    form: 'none',
    phase: 'preliminary',
    purpose: 'report-concern',
    recipientAssigned: true,
    recipientNamed: false,
    revealsPlace: part.revealsPlace,
    reportedBy: writtenHouse(part.from),
    consents: [],
    assessments: [],
  });
