/**
 * What is confirmed, signed or assessed as a step is taken, in closed words: the police open a defector's case only when every
 * condition holds, a contract counts once it is signed, and a threat has a level ([S4]). No reason stands in for any of it.
 */
import { PERSON_KINDS } from '../disclosure/vocabulary.js';
import type { FormStep, Requirement, Signer } from '../form/form.js';
import { parseCivilDay } from '../kernel/civil-day.js';

/** As the police assess it: none; low, met where the person lives; high, met by the region ([S4]). */
export const THREAT_LEVELS = ['none', 'local', 'high'] as const;
export type ThreatLevel = (typeof THREAT_LEVELS)[number];

export interface TermsGiven {
  /** Conditions of the step, each confirmed by itself. */
  readonly confirmed: readonly string[];
  readonly signedBy: readonly string[];
  /** `2026-11-24`. */
  readonly signedOn: string | null;
  readonly threat: string | null;
}

export const NO_TERMS: TermsGiven = { confirmed: [], signedBy: [], signedOn: null, threat: null };

/** Of those in nobody's house, who has to sign about this person now; nobody where nobody can. */
export interface SigningNow {
  readonly mustSign: readonly Signer[];
  /** The day in Sweden, `2026-11-24`. */
  readonly today: string;
}

type Step = Pick<FormStep, 'confirms' | 'signers'>;

/** Which of the requirements that are written with the step are met. */
export function termsMet(step: Step, given: TermsGiven, now: SigningNow): ReadonlySet<Requirement> {
  const met = new Set<Requirement>();
  if ((step.confirms ?? []).every(({ condition }) => given.confirmed.includes(condition))) met.add('conditions');
  if (isSigned(step, given, now)) met.add('signed');
  if (THREAT_LEVELS.some((level) => level === given.threat)) met.add('threat-level');
  return met;
}

/** A house that the step names signs always; the young person and the guardians as a consent about them asks (OSL 12:1–3). */
function isSigned(
  { signers = [] }: Step,
  { signedBy, signedOn }: TermsGiven,
  { mustSign, today }: SigningNow,
): boolean {
  const isPerson = (one: Signer): boolean => (PERSON_KINDS as readonly string[]).includes(one);
  if (signers.some(isPerson) && mustSign.length === 0) return false;
  const needed = signers.filter((one) => !isPerson(one) || mustSign.includes(one));
  return isSigningDay(signedOn, today) && needed.every((one) => signedBy.includes(one));
}

/** A day that has come. */
export const isSigningDay = (day: string | null, today: string): boolean =>
  day !== null && parseCivilDay(day) !== undefined && day <= today;

/** What of it is kept with the act: words that the step has, and nothing where it has none. */
export const keptTerms = (step: Step & Pick<FormStep, 'requires'>, given: TermsGiven): TermsGiven => ({
  confirmed: (step.confirms ?? []).flatMap(({ condition }) => (given.confirmed.includes(condition) ? [condition] : [])),
  signedBy: (step.signers ?? []).filter((one) => given.signedBy.includes(one)),
  signedOn: step.signers === undefined ? null : given.signedOn,
  threat: step.requires.includes('threat-level') ? given.threat : null,
});
