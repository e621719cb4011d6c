/**
 * Whether a ground is one that an official may assess for this person in this case, by giver, receiver, purpose, category
 * and age (OSL ch. 10, 25:12, 26:9–9 a; lagen (2025:170) 5–7 §§).
 */
import { ageOn } from './age.js';
import type { AssessedGroundRow } from './assessed-grounds.js';
import type { Subject } from './case.js';
import { isInForce } from './citation.js';
import { writtenHouse } from './parties.js';
import { isOpen } from './question.js';
import type { Question } from './question.js';

/** In force, not switched off or narrowed away, and meant for such a case; `row` is one of its purpose's rows. */
export function groundApplies(row: AssessedGroundRow, question: Question, subject: Subject): boolean {
  return (
    isMeantFor(row, question, subject) && isInForce(row.inForce, question.facts.asOf) && isOpen(row.ground, question)
  );
}

function isMeantFor(row: AssessedGroundRow, { facts, today, aboutChild }: Question, subject: Subject): boolean {
  return (
    row.givers(facts.from, facts.category) &&
    (row.receivers === 'the-reporter'
      ? facts.reportedBy === writtenHouse(facts.to)
      : row.receivers.includes(facts.to.kind)) &&
    (row.categories?.includes(facts.category) ?? true) &&
    !(row.notCategories?.includes(facts.category) ?? false) &&
    (row.childOnly === undefined || aboutChild) &&
    (row.under === undefined || ageOn(subject.born, today) < row.under)
  );
}
