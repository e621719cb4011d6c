/**
 * What has become of a consent when something it stands on has changed: time, custody, a birthday, an official's view of
 * maturity, a guardian who may no longer be told. Says what happened and when to look again (FB 6:11, 9:1; OSL 12:3).
 */
import type { Subject } from '../disclosure/case.js';
import { ADULT } from '../disclosure/age.js';
import { CHILD_SIGNS_FROM, type SigningFacts } from '../disclosure/who-must-sign.js';
import { civilDay, daysInMonth, type CalendarDate } from '../kernel/civil-day.js';
import type { Instant } from '../kernel/instant.js';
import { startOfDay } from '../kernel/stockholm.js';
import { completingStep, type ConsentRecord } from './consent.js';
import { decideConsentStep, hasEnded, isAsking, isInForce, type ConsentState } from './consent-states.js';
import { namesOf, type Names } from './decide-names.js';

export interface Recheck {
  readonly state: ConsentState;
  /** What happened, in the ledger's and the page's words; null when nothing did. */
  readonly happened: 'expired' | 'name-missing' | 'complete' | null;
  readonly names: Names;
  /** Needed people who have never been asked: a new guardian, a child now old enough. */
  readonly toAsk: readonly string[];
  /** The next instant at which time alone can change the answer; null when none is known. */
  readonly nextAt: Instant | null;
}

export function recheckConsent(
  record: ConsentRecord,
  subject: Subject,
  facts: SigningFacts & { readonly custodyChanges?: readonly Instant[] },
): Recheck {
  const names = namesOf(record.signers, subject, facts);
  const toAsk = names.needed.filter((person) => !record.signers.some((one) => one.person === person));
  if (hasEnded(record.state) || record.state === 'draft')
    return { state: record.state, happened: null, names, toAsk: [], nextAt: null };
  if (facts.asOf >= record.validUntil) {
    const step = decideConsentStep(record.state, 'expire');
    return {
      state: step.outcome === 'moved' ? step.state : record.state,
      happened: 'expired',
      names,
      toAsk: [],
      nextAt: null,
    };
  }
  const nextAt = nextChange(record, subject, facts);
  if (isInForce(record.state) && !names.complete)
    return moved(record, 'lose-name', 'name-missing', { names, toAsk, nextAt });
  // The name that was missing is needed no more: a guardian's custody ended, the child came of age and has signed.
  if (record.state === 'partly-signed' && names.complete)
    return moved(record, completingStep(record), 'complete', { names, toAsk, nextAt });
  return { state: record.state, happened: null, names, toAsk, nextAt };
}

/**
 * Whether the young person has come of age since they and their guardians were asked, while the question waits or their yes
 * holds: from that day nobody but they may answer, and whoever asked has to know it and to stop telling the guardians, for no
 * name that is given or missing says so (FB 9:1).
 */
export const hasComeOfAge = (
  record: Pick<ConsentRecord, 'state'>,
  subject: Pick<Subject, 'born'>,
  at: { readonly offeredAt: Instant; readonly asOf: Instant },
): boolean => {
  const day = birthday(subject.born, ADULT);
  const isOpen = isAsking(record.state) || isInForce(record.state);
  return isOpen && at.offeredAt < day && day <= at.asOf;
};

function moved(
  record: ConsentRecord,
  step: 'lose-name' | 'complete' | 'complete-narrowed',
  happened: 'name-missing' | 'complete',
  rest: Pick<Recheck, 'names' | 'toAsk' | 'nextAt'>,
): Recheck {
  const decision = decideConsentStep(record.state, step);
  return decision.outcome === 'moved'
    ? { state: decision.state, happened, ...rest }
    : { state: record.state, happened: null, ...rest };
}

function nextChange(
  record: ConsentRecord,
  subject: Subject,
  facts: SigningFacts & { readonly custodyChanges?: readonly Instant[] },
): Instant | null {
  const instants = [
    record.validUntil,
    birthday(subject.born, ADULT),
    birthday(subject.born, facts.childSignsFrom ?? CHILD_SIGNS_FROM),
    ...facts.assessments.flatMap((one) => (one.ground === 'OSL 12:3' ? [one.at, one.until] : [])),
    ...(facts.custodyChanges ?? []),
  ].filter((instant) => instant > facts.asOf);
  return instants.length === 0 ? null : Math.min(...instants);
}

/** The first instant of the day on which somebody born then reaches an age; 29 February falls on 1 March in other years. */
export function birthday(born: CalendarDate, age: number): Instant {
  const year = born.year + age;
  const lacks = born.day > daysInMonth(year, born.month);
  return startOfDay(lacks ? civilDay(year, born.month + 1, 1) : civilDay(year, born.month, born.day));
}
