/**
 * Whose names a consent about a person needs: nobody signs away a child's secrecy alone who has not the right to, and a
 * child old enough is asked too (OSL 12:1–3; FB 6:11).
 */
import type { Instant } from '../kernel/instant.js';
import { ADULT, ageAt } from './age.js';
import type { Assessment, Subject } from './case.js';
import { writtenPerson } from './parties.js';
import type { Maturity } from './vocabulary.js';

/** The age from which a child signs beside the guardians, unless the municipality has set another. */
export const CHILD_SIGNS_FROM = 12;

/** What signing depends on besides the person: the instant, the town's age, what has been assessed. */
export interface SigningFacts {
  readonly asOf: Instant;
  readonly childSignsFrom?: number;
  readonly assessments: readonly Assessment[];
}

/** The person ids whose signatures are all required at `asOf`; none at all when nobody can give a valid consent. */
export function whoMustSign(subject: Subject, facts: SigningFacts): readonly string[] {
  const age = ageAt(subject.born, facts.asOf);
  if (age >= ADULT) return [subject.id];
  const maturity = maturityOf(subject, age, facts.childSignsFrom);
  if (maturity === 'child') return [subject.id];
  const guardians = subject.guardians.filter((guardian) => !wouldSeriouslyHarm(guardian, subject, facts));
  if (guardians.length === 0) return [];
  return maturity === 'joint' ? [...guardians, subject.id] : guardians;
}

/** Who decides for a minor of this age: what an official has recorded, else by the town's age. */
export function maturityOf(subject: Subject, age: number, childSignsFrom: number = CHILD_SIGNS_FROM): Maturity {
  return subject.maturity ?? (age < childSignsFrom ? 'guardian' : 'joint');
}

/**
 * Whether telling this guardian is assessed to harm the child seriously (OSL 12:3 2 st.): such a guardian neither signs
 * nor is told, whoever made the assessment and whatever the category.
 */
export function wouldSeriouslyHarm(
  guardian: string,
  subject: Subject,
  { asOf, assessments }: Pick<SigningFacts, 'asOf' | 'assessments'>,
): boolean {
  return assessments.some(
    (assessment) =>
      assessment.ground === 'OSL 12:3' &&
      assessment.person === subject.id &&
      assessment.at <= asOf &&
      asOf < assessment.until &&
      Object.hasOwn(assessment.criteria, 'seriousHarm') &&
      assessment.criteria['seriousHarm'] === true &&
      assessment.to === writtenPerson(guardian),
  );
}
