/** What is asked as somebody is taken up and as a step is taken: whence one knows, ages, length, conditions, signatures, threat. */
import { describe, expect, it } from '@jest/globals';
import type { FormStep } from '../form/form.js';
import { groundOfPerson } from './ground-of-person.js';
import { decideKnownBy, KNOWN_BY } from './known-by.js';
import { decideAges } from './outside-ages.js';
import { keptTerms, NO_TERMS, termsMet, THREAT_LEVELS, type SigningNow, type TermsGiven } from './step-terms.js';
import { isOverdueForLook, lengthBy } from './usual-length.js';

describe('whom a nomination is about', () => {
  it('is known in one of three ways, or by the case that it names', () => {
    for (const by of KNOWN_BY) expect(decideKnownBy(false, by)).toEqual({ outcome: 'known', by });
    for (const said of [null, '', 'telephone'])
      expect(decideKnownBy(false, said)).toEqual({ outcome: 'refused', code: 'unknown-word' });
    expect(decideKnownBy(true, 'family-yes')).toEqual({ outcome: 'known', by: 'own-case' });
  });
});

describe('the ages of a form', () => {
  it.each([
    [11, null, 'refused'],
    [11, 'so', 'refused'],
    [11, 'soon-of-age', 'outside'],
    [12, null, 'within'],
    [20, null, 'within'],
    [21, null, 'refused'],
    [21, 'work-goes-on', 'outside'],
  ] as const)('at %d, saying %s: %s', (age, said, outcome) => {
    expect(decideAges({ from: 12, to: 20 }, age, said).outcome).toBe(outcome);
    expect(decideAges(null, age, said).outcome).toBe('within');
  });
});

describe('the usual length of a group', () => {
  const formed = Date.parse('2026-01-31T12:00:00Z');
  const by = lengthBy({ from: 8, to: 10 }, formed)!;

  it('is over at the end of the form’s last month', () => {
    expect(new Date(by).toISOString()).toBe('2026-11-30T23:00:00.000Z');
    expect(lengthBy(null, formed)).toBeNull();
    expect(lengthBy({ from: 8, to: 10 }, null)).toBeNull();
  });

  it('asks for a look until there is one after it', () => {
    expect(isOverdueForLook(by, by - 1, [])).toBe(false);
    expect(isOverdueForLook(by, by, [])).toBe(true);
    expect(isOverdueForLook(by, by + 5, [by - 1])).toBe(true);
    expect(isOverdueForLook(by, by + 5, [by])).toBe(false);
    expect(isOverdueForLook(null, by, [])).toBe(false);
  });
});

describe('what a step asks for', () => {
  const named = { sv: 'x', en: 'x' };
  const step: Pick<FormStep, 'confirms' | 'signers' | 'requires'> = {
    requires: ['conditions', 'signed', 'threat-level'],
    confirms: [
      { condition: 'motivated', name: named },
      { condition: 'definition', name: named },
    ],
    signers: ['guardian', 'subject', 'police'],
  };
  const joint: SigningNow = { mustSign: ['guardian', 'subject'], today: '2026-11-29' };
  const all: TermsGiven = {
    confirmed: ['definition', 'motivated'],
    signedBy: ['guardian', 'subject', 'police'],
    signedOn: '2026-11-29',
    threat: 'high',
  };
  const met = (change: Partial<TermsGiven>, now: SigningNow = joint): string =>
    [...termsMet(step, { ...all, ...change }, now)].sort().join(' ');

  it.each<[string, Partial<TermsGiven>, string]>([
    ['all of it', {}, 'conditions signed threat-level'],
    ['one condition less', { confirmed: ['motivated'] }, 'signed threat-level'],
    ['no guardian', { signedBy: ['subject', 'police'] }, 'conditions threat-level'],
    ['not the young person', { signedBy: ['guardian', 'police'] }, 'conditions threat-level'],
    ['not the house that it names', { signedBy: ['guardian', 'subject'] }, 'conditions threat-level'],
    ['no day', { signedOn: null }, 'conditions threat-level'],
    ['a day that has not come', { signedOn: '2026-11-30' }, 'conditions threat-level'],
    ['a day that does not exist', { signedOn: '2026-02-30' }, 'conditions threat-level'],
    ['no level', { threat: null }, 'conditions signed'],
    ['a level of nobody’s', { threat: 'medium' }, 'conditions signed'],
    ['nothing', NO_TERMS, ''],
  ])('%s', (_, change, expected) => {
    expect(met(change)).toBe(expected);
  });

  it('is signed by those who sign about the person now: a grown one alone, and by nobody where nobody can', () => {
    const grown = { ...joint, mustSign: ['subject'] as const };
    expect(met({ signedBy: ['subject', 'police'] }, grown)).toContain('signed');
    expect(met({}, { ...joint, mustSign: [] })).not.toContain('signed');
  });

  it('is kept in the step’s own words and no others', () => {
    expect(keptTerms(step, { ...all, confirmed: ['motivated', 'rich'], signedBy: ['subject', 'coach'] })).toEqual({
      ...all,
      confirmed: ['motivated'],
      signedBy: ['subject'],
    });
    expect(keptTerms({ requires: ['reasons'] }, all)).toEqual(NO_TERMS);
    expect(THREAT_LEVELS).toEqual(['none', 'local', 'high']);
  });
});

describe('a ground of duty', () => {
  it('is towards a child; a grown person’s own yes stands in its place', () => {
    const duty = { kind: 'duty', source: 'SoL 20:6' } as const;
    expect(groundOfPerson(duty, 17)).toBe(duty);
    expect(groundOfPerson(duty, null)).toBe(duty);
    expect(groundOfPerson(duty, 18)).toEqual({ kind: 'consent', source: 'OSL 10:1' });
    const assessed = { kind: 'assessment', source: 'OSL 10:15a' } as const;
    expect(groundOfPerson(assessed, 40)).toBe(assessed);
  });
});
