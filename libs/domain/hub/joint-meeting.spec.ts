import { describe, expect, it } from '@jest/globals';
import { EXAMPLE_CASE, EXAMPLE_CHILD } from '../disclosure/example-case.js';
import type { Consent, HouseParty, Party } from '../disclosure/case.js';
import { PHASES } from '../disclosure/vocabulary.js';
import { decideInvitation, purposeOfMeeting, type JointFacts } from './joint-meeting.js';

const social: HouseParty = { kind: 'social-services', authority: 'soc', branch: 'iof' };
const police: HouseParty = { kind: 'police', authority: 'polisen', branch: 'lpo' };
const school: HouseParty = { kind: 'school', authority: 'skola', branch: 'grund' };
const { asOf } = EXAMPLE_CASE;

const consent: Consent = {
  id: 'c1',
  person: EXAMPLE_CHILD.id,
  from: ['soc/iof', 'skola/grund'],
  to: ['soc/iof', 'polisen/lpo'],
  categories: ['home-and-family', 'school-attendance-and-results', 'whereabouts'],
  purposes: ['support'],
  validFrom: asOf - 1,
  validUntil: asOf + 1,
  withdrawnAt: null,
  signatures: ['g1', 'g2', 'p1'].map((signer) => ({ signer, at: asOf - 1 })),
};

const facts = (more: Partial<JointFacts> = {}): JointFacts => ({
  asOf,
  subject: EXAMPLE_CHILD,
  form: 'sig',
  phase: 'measures',
  purpose: 'support',
  consents: [consent],
  assessments: [],
  ...more,
});

describe('who may be called to a joint meeting', () => {
  it('is whom a consent reaches, as far as it reaches each way', () => {
    expect(decideInvitation(police, social, facts())).toEqual({
      outcome: 'invited',
      terms: 'with-consent',
      reach: { told: ['school-attendance-and-results', 'home-and-family', 'whereabouts'], tells: [] },
    });
    expect(decideInvitation(school, social, facts())).toEqual({
      outcome: 'invited',
      terms: 'with-consent',
      reach: { told: [], tells: ['school-attendance-and-results', 'home-and-family', 'whereabouts'] },
    });
    expect(decideInvitation({ ...social }, social, facts())).toEqual({ outcome: 'invited', terms: 'internal' });
  });

  it.each<readonly [string, Partial<JointFacts>]>([
    ['nobody has been asked', { consents: [] }],
    ['a name is missing', { consents: [{ ...consent, signatures: consent.signatures.slice(1) }] }],
    ['it has been withdrawn', { consents: [{ ...consent, withdrawnAt: asOf }] }],
    ['its time is over', { consents: [{ ...consent, validUntil: asOf }] }],
    ['it was given for another purpose', { purpose: 'prevent-crime' }],
    ['the lawyer has switched consent off', { limits: { switchedOff: ['consent'] } }],
  ])('is nobody else when %s', (_, more) => {
    expect(decideInvitation(police, social, facts(more))).toMatchObject({ outcome: 'refused', code: 'no-consent' });
  });

  it('tells nothing of where a protected child is, whatever the family has signed', () => {
    const subject = { ...EXAMPLE_CHILD, protection: 'protected-registration' as const };
    const decision = decideInvitation(police, social, facts({ subject }));
    expect(decision.outcome === 'invited' && decision.terms === 'with-consent' && decision.reach.told).toEqual([
      'school-attendance-and-results',
      'home-and-family',
    ]);
  });

  it('is nobody before measures, and nobody who stands in no house', () => {
    for (const phase of PHASES.filter((one) => one !== 'measures' && one !== 'follow-up'))
      expect(decideInvitation(police, social, facts({ phase }))).toMatchObject({ code: 'not-in-measures' });
    const mother: Party = { kind: 'guardian', person: 'g1' };
    expect(decideInvitation(mother, social, facts())).toMatchObject({ code: 'not-a-house' });
  });

  it('meets for support where the consent names it, else for what it names first', () => {
    expect(purposeOfMeeting(['prevent-crime', 'support'])).toBe('support');
    expect(purposeOfMeeting(['prevent-crime'])).toBe('prevent-crime');
    expect(purposeOfMeeting([])).toBe('support');
  });
});
