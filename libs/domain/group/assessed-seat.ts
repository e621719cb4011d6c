/**
 * The assessed ground that a seat of a council stands on. That somebody sits there tells them that there is such a group: a
 * nomination, to prevent crime, is what an official of the own house must have found may be theirs to know (OSL ch. 10).
 */
import { ASSESSED_GROUND_ROWS, assessedGroundsFor } from '../disclosure/assessed-grounds.js';
import type { HouseParty } from '../disclosure/case.js';
import { isInForce } from '../disclosure/citation.js';
import { groundApplies } from '../disclosure/ground-applies.js';
import { writtenHouse } from '../disclosure/parties.js';
import { asQuestion, isAssessed } from '../disclosure/question.js';
import type { JointFacts } from '../hub/joint-meeting.js';
import { isMet } from '../share/assessment-form.js';

/** What a council on assessed grounds is for, and what its grounds ask for; a consent for support is another thing. */
export const PURPOSE_OF_ASSESSED = 'prevent-crime';

const TOLD = 'nomination';

/**
 * By any of the grounds that prevent crime, each by its own criteria: a form names the one that its core stands on, and
 * reaches the others who may sit there by theirs (Bob: the police by OSL 10:18 a, a school by OSL 10:15 a).
 */
export function isSeatAssessed(house: HouseParty, own: HouseParty, facts: JointFacts): boolean {
  const { subject, limits, ...rest } = facts;
  const question = asQuestion(
    {
      ...rest,
      from: own,
      to: house,
      subjects: [subject],
      category: TOLD,
      purpose: PURPOSE_OF_ASSESSED,
      personData: true,
      recipientAssigned: true,
      recipientNamed: false,
      revealsPlace: false,
      reportedBy: null,
    },
    limits ?? {},
  );
  return assessedGroundsFor(PURPOSE_OF_ASSESSED).some(
    (row) => groundApplies(row, question, subject) && isAssessed(row, question, subject),
  );
}

/** Whether the own house has found the form's ground for any house: what a step asks before it is known who sits there. */
export function isGroundAssessed(own: HouseParty, source: string, facts: JointFacts): boolean {
  const row = ASSESSED_GROUND_ROWS.find(({ ground }) => ground === source);
  const { subject, asOf, limits } = facts;
  if (!row || !isInForce(row.inForce, asOf) || limits?.switchedOff?.includes(row.ground)) return false;
  return facts.assessments.some(
    (one) =>
      one.ground === row.ground &&
      one.person === subject.id &&
      one.from === writtenHouse(own) &&
      one.at <= asOf &&
      asOf < one.until &&
      one.categories.includes(TOLD) &&
      isMet(one),
  );
}
