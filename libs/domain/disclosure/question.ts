/** One case on its way through the rules, with what several of them ask about it worked out once. */
import type { CalendarDate } from '../kernel/civil-day.js';
import { ADULT, ageOn, stockholmDate } from './age.js';
import { assessmentHolds } from './assessment-holds.js';
import type { Required } from './assessment-holds.js';
import type { DisclosureCase, Subject } from './case.js';
import type { TownLimits } from './decision.js';
import type { OpeningGround } from './grounds.js';
import { isSameHouse } from './parties.js';
import type { Category, PartyKind, Purpose } from './vocabulary.js';

export interface Question {
  readonly facts: DisclosureCase;
  readonly limits: TownLimits;
  readonly sameHouse: boolean;
  /** The day of `asOf` in Stockholm. */
  readonly today: CalendarDate;
  /** The case's person, the first subject, is under 18: duties and care reach what is said about the relatives too. */
  readonly aboutChild: boolean;
}

export function asQuestion(facts: DisclosureCase, limits: TownLimits): Question {
  const today = stockholmDate(facts.asOf);
  const casePerson = facts.subjects[0];
  return {
    facts,
    limits,
    sameHouse: isSameHouse(facts.from, facts.to),
    today,
    aboutChild: casePerson !== undefined && ageOn(casePerson.born, today) < ADULT,
  };
}

/** Whether the municipality lets this ground open anything for this case. */
export const isOpen = (ground: OpeningGround, { facts, limits }: Question): boolean =>
  isLeftOpen(ground, { category: facts.category, purpose: facts.purpose, receiver: facts.to.kind }, limits);

/** The same where no case is decided by the order of rules. */
export function isLeftOpen(
  ground: OpeningGround,
  asked: { readonly category: Category; readonly purpose: Purpose; readonly receiver: PartyKind },
  limits: TownLimits,
): boolean {
  if (limits.switchedOff?.includes(ground)) return false;
  const narrowed = limits.narrowed?.[ground];
  return (
    narrowed === undefined ||
    ((narrowed.categories?.includes(asked.category) ?? true) &&
      (narrowed.purposes?.includes(asked.purpose) ?? true) &&
      (narrowed.receivers?.includes(asked.receiver) ?? true))
  );
}

/** Whether any assessment of the ground carries this disclosure about this person. */
export function isAssessed(required: Required, { facts }: Question, subject: Subject): boolean {
  return facts.assessments.some((assessment) => assessmentHolds(assessment, required, facts, subject));
}
