/** Which of what is written with a step is met about this person: confirmed, signed by everyone who has to, assessed. */
import { whoMustSign } from '#domain/disclosure/who-must-sign.js';
import type { FormStep, Requirement } from '#domain/form/form.js';
import { formatCivilDay } from '#domain/kernel/civil-day.js';
import { civilDayOf } from '#domain/kernel/stockholm.js';
import { isSigningDay, termsMet, type TermsGiven } from '#domain/group/step-terms.js';
import { Failure } from '../failure.js';
import type { GroupSituation } from './group-situation.js';

/** Throws `SIGNED_ON_WRONG` for a day that does not exist or has not come. */
export function metTerms(
  step: FormStep,
  { facts }: Pick<GroupSituation, 'facts'>,
  given: TermsGiven,
): ReadonlySet<Requirement> {
  if (facts === null) return new Set();
  const today = formatCivilDay(civilDayOf(facts.asOf));
  if (given.signedOn !== null && !isSigningDay(given.signedOn, today)) throw new Failure('SIGNED_ON_WRONG', 'signedOn');
  const { subject } = facts;
  const names = whoMustSign(subject, facts);
  const mustSign = [...new Set(names.map((id) => (id === subject.id ? ('subject' as const) : ('guardian' as const))))];
  return termsMet(step, given, { mustSign, today });
}
