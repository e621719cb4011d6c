/**
 * The hours of a grade are the child's: neither another grade nor a join of two cases ever gives them away. A case is
 * assessed in time when the earliest of what it owes is kept ([S0]; SoL 20:2).
 */
import type { Instant } from '../kernel/instant.js';
import { type Grade, GRADES } from './grading.js';

export interface GradeHours {
  readonly grade: Grade;
  readonly start: Instant;
  readonly due: Instant;
}

/** When the hours of a grade begin, and by when they end at the latest whatever its rule says; null = by its rule. */
export interface HoursToStart {
  readonly start: Instant;
  readonly latest: Instant | null;
}

/**
 * `running`: what the case owes now. `lifted`: what an earlier change of grade lifted.
 * A graver grade comes at the latest when the lesser would have; a grade that is given back while the hours it had are not
 * up takes those, since nobody gains time by a mistake.
 */
export const hoursOfGrade = (of: {
  readonly grade: Grade;
  readonly at: Instant;
  readonly running: readonly GradeHours[];
  readonly lifted: readonly GradeHours[];
  readonly now: Instant;
}): HoursToStart => {
  const lesser = of.running.filter(({ grade }) => GRADES.indexOf(grade) < GRADES.indexOf(of.grade));
  const own = of.lifted.filter(({ grade, due }) => grade === of.grade && due > of.now);
  const ends = [...lesser, ...own].map(({ due }) => due);
  return {
    start: Math.min(of.at, ...own.map(({ start }) => start)),
    latest: ends.length > 0 ? Math.min(...ends) : null,
  };
};

/** Of what a joined case owes, what its lead owes in its stead: the graver, and all that ends before the lead's own. */
export const hoursThatFollow = <T extends GradeHours>(
  lead: readonly GradeHours[],
  joined: readonly T[],
): readonly T[] =>
  joined.filter(({ grade, due }) =>
    lead.every((own) => due < own.due || GRADES.indexOf(grade) > GRADES.indexOf(own.grade)),
  );
