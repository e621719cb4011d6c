/**
 * Whether a named official's assessment carries a disclosure: only for the giver, receiver, person, kind of information
 * and time it was made for, and only with every criterion of its ground met (OSL 10:15 a–27, 12:1–3, 21:3, 25:12, 26:9).
 */
import type { Assessment, DisclosureCase, Subject } from './case.js';
import type { RecordedGround } from './grounds.js';
import { writtenHouse } from './parties.js';

export interface Required {
  readonly ground: RecordedGround;
  readonly criteria: readonly string[];
  /** The role that alone may decide; anyone's when absent. */
  readonly role?: string;
}

export function assessmentHolds(
  assessment: Assessment,
  { ground, criteria, role }: Required,
  facts: DisclosureCase,
  subject: Subject,
): boolean {
  return (
    assessment.ground === ground &&
    assessment.person === subject.id &&
    assessment.at <= facts.asOf &&
    facts.asOf < assessment.until &&
    (role === undefined || assessment.by.role === role) &&
    criteria.every((name) => Object.hasOwn(assessment.criteria, name) && assessment.criteria[name] === true) &&
    assessment.categories.includes(facts.category) &&
    assessment.from === writtenHouse(facts.from) &&
    assessment.to === writtenHouse(facts.to)
  );
}
