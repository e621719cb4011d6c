import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Assessment, DisclosureCase, Subject } from '../disclosure/case.js';
import { ASSESSED_GROUND_ROWS } from '../disclosure/assessed-grounds.js';
import { decideDisclosure } from '../disclosure/decide-disclosure.js';
import { EXAMPLE_CASE, EXAMPLE_CHILD, exampleParty } from '../disclosure/example-case.js';
import { writtenHouse } from '../disclosure/parties.js';
import { CATEGORIES, PURPOSES } from '../disclosure/vocabulary.js';
import { DAY, HOUR } from '../kernel/instant.js';
import {
  assessmentFaults,
  confirmationOf,
  criteriaOf,
  DANGER_HOURS,
  isMet,
  type AssessmentDraft,
} from './assessment-form.js';
import { decideShare, type Tellable } from './decide-share.js';
import { endOfRelease } from './end-of-release.js';
import { decideTakingBack, longestShare, shareUntil } from './share-times.js';

const NOW = EXAMPLE_CASE.asOf;
const SOC = exampleParty('social-services', 'giver');
const POLICE = exampleParty('police', 'receiver');
const thing = (over: Partial<Tellable> = {}): Tellable => ({
  ...EXAMPLE_CASE,
  from: SOC,
  consents: [],
  assessments: [],
  ...over,
});
const answer = (over: Partial<Tellable>, purpose: DisclosureCase['purpose'], to = POLICE) =>
  decideShare(thing({ category: 'measures-and-plan', phase: 'measures', form: 'none', ...over }), {
    asOf: NOW,
    to: to as typeof EXAMPLE_CASE.to & { kind: 'police'; authority: string; branch: string },
    purpose,
  });
const signed = (validUntil: number) => ({
  id: 'c1',
  person: EXAMPLE_CHILD.id,
  from: [writtenHouse(SOC)],
  to: [writtenHouse(POLICE)],
  categories: ['measures-and-plan'] as const,
  purposes: ['support'] as const,
  validFrom: NOW - DAY,
  validUntil,
  withdrawnAt: null,
  signatures: [...EXAMPLE_CHILD.guardians, EXAMPLE_CHILD.id].map((signer) => ({ signer, at: NOW - DAY })),
});
const decided = (over: Partial<Assessment>): Assessment => ({
  ground: 'BrB 24:4',
  person: EXAMPLE_CHILD.id,
  from: writtenHouse(SOC),
  to: writtenHouse(POLICE),
  categories: ['measures-and-plan'],
  criteria: { dangerNow: true, tellingIsNeeded: true },
  by: { name: 'A. Berg', role: 'intake' },
  at: NOW,
  until: NOW + HOUR,
  ...over,
});

describe('what would become of telling', () => {
  it('says until when, by asking the rule itself', () => {
    expect(answer({ consents: [signed(NOW + 30 * DAY)] }, 'support')).toEqual({
      decision: { outcome: 'release', ground: 'consent' },
      until: NOW + 30 * DAY,
      openings: [],
    });
    // Where a second consent takes over, the first one's end is none.
    const two = [signed(NOW + 30 * DAY), { ...signed(NOW + 60 * DAY), id: 'c2' }];
    expect(answer({ consents: two }, 'support').until).toBe(NOW + 60 * DAY);
  });

  it('ends at the birthday on which another name is needed', () => {
    const grown: Subject = { ...EXAMPLE_CHILD, born: { year: 2014, month: 12, day: 1 } };
    const consent = {
      ...signed(NOW + 90 * DAY),
      signatures: grown.guardians.map((signer) => ({ signer, at: NOW - DAY })),
    };
    const facts: DisclosureCase = {
      ...EXAMPLE_CASE,
      from: SOC,
      to: POLICE,
      asOf: Date.UTC(2026, 10, 27),
      subjects: [grown],
      category: 'measures-and-plan',
      purpose: 'support',
      phase: 'measures',
      form: 'none',
      consents: [
        {
          ...consent,
          validFrom: 0,
          validUntil: Date.UTC(2027, 2, 1),
          signatures: grown.guardians.map((signer) => ({ signer, at: 0 })),
        },
      ],
      assessments: [],
    };
    expect(decideDisclosure(facts).outcome).toBe('release');
    expect(endOfRelease(facts)).toBe(Date.UTC(2026, 10, 30, 23));
  });

  it('names what would open a shut door: duty, assessment, consent, danger, in that order', () => {
    expect(answer({}, 'support').openings).toEqual([{ kind: 'consent' }, { kind: 'danger' }]);
    expect(answer({}, 'prevent-crime').openings.map(({ kind }) => kind)).toEqual(['assess', 'consent', 'danger']);
    expect(answer({}, 'immediate-danger').openings.map(({ kind }) => kind)).toEqual(['assess', 'consent']);
    const toSocial = answer(
      { from: exampleParty('school', 'giver') },
      'prevent-crime',
      exampleParty('social-services', 'receiver'),
    );
    expect(toSocial.openings[0]).toEqual({ kind: 'duty', purpose: 'report-concern', ground: 'SoL 19:1' });
    expect(answer({ form: 'sspf-group' }, 'support').openings).toEqual([]);
  });

  it('offers no consent where nobody can give one', () => {
    const orphan: Subject = { ...EXAMPLE_CHILD, guardians: [], maturity: 'guardian' };
    expect(answer({ subjects: [orphan] }, 'support').openings).toEqual([{ kind: 'danger' }]);
  });

  it('never outlives its ground, its decider’s choice or half a year', () => {
    const most = longestShare(NOW);
    expect(shareUntil(NOW, { chosen: null, groundEnds: null })).toBe(most);
    expect(shareUntil(NOW, { chosen: NOW + DAY, groundEnds: NOW + 2 * DAY })).toBe(NOW + DAY);
    expect(shareUntil(NOW, { chosen: NOW + 900 * DAY, groundEnds: NOW + 2 * DAY })).toBe(NOW + 2 * DAY);
    expect(shareUntil(NOW, { chosen: NOW, groundEnds: null })).toBeUndefined();
  });
});

describe('danger', () => {
  const adult: Subject = { ...EXAMPLE_CHILD, born: { year: 1990, month: 1, day: 1 } };
  it('is told on for as long as somebody has decided, and no longer', () => {
    const open = answer({ subjects: [adult], assessments: [decided({})] }, 'immediate-danger');
    expect(open).toMatchObject({ decision: { outcome: 'release', ground: 'BrB 24:4' }, until: NOW + HOUR });
    for (const over of [
      { criteria: { dangerNow: true } },
      { criteria: { dangerNow: true, tellingIsNeeded: 'true' } },
      { until: NOW },
      { at: NOW + 1 },
      { to: 'skolan/grund' },
      { person: 'other' },
      { categories: ['addiction'] as const },
    ])
      expect(answer({ subjects: [adult], assessments: [decided(over)] }, 'immediate-danger').decision.outcome).toBe(
        'refer',
      );
  });

  it('is asked last: a ground of its own goes before, and a protected place stays shut', () => {
    const child = answer({ assessments: [decided({})] }, 'immediate-danger').decision;
    expect(child).toMatchObject({ outcome: 'refer', ground: 'OSL 10:20' });
    const hidden: Subject = { ...adult, protection: 'protected-registration' };
    expect(
      answer(
        { subjects: [hidden], category: 'whereabouts', assessments: [decided({ categories: ['whereabouts'] })] },
        'immediate-danger',
      ).decision,
    ).toEqual({ outcome: 'refuse', ground: 'OSL 21:3' });
  });

  it('opens for no other purpose', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PURPOSES), fc.constantFrom(...CATEGORIES), (purpose, category) => {
        const facts = { subjects: [adult], category, assessments: [decided({ categories: [category] })] };
        const { decision } = answer(facts, purpose);
        expect(decision.ground === 'BrB 24:4' && purpose !== 'immediate-danger').toBe(false);
      }),
    );
  });
});

describe('the form of an assessment', () => {
  const draft: AssessmentDraft = {
    ground: 'OSL 10:18a',
    categories: ['associates-and-network'],
    criteria: { concreteCircumstances: true, notUnsuitable: true },
    reasons: 'Skäl.',
    until: NOW + DAY,
    inDanger: false,
  };
  const faults = (over: Partial<AssessmentDraft>) =>
    assessmentFaults({ ...draft, ...over }, NOW).map(({ field, code }) => `${field} ${code}`);

  it('asks exactly the criteria of its ground', () => {
    for (const { ground, criteria } of ASSESSED_GROUND_ROWS) expect(criteriaOf(ground)).toEqual(criteria);
    expect(criteriaOf('OSL 21:3')).toEqual(['safeForThePerson']);
    expect(criteriaOf('BrB 24:4')).toEqual(['dangerNow', 'tellingIsNeeded']);
    expect(criteriaOf('SoL 19:1')).toEqual([]);
  });

  it('says everything that is wrong at once', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ criteria: { notUnsuitable: false }, reasons: ' ', categories: [], until: NOW })).toEqual([
      'categories missing',
      'criteria.concreteCircumstances unanswered',
      'reasons missing',
      'until over-already',
    ]);
    expect(faults({ ground: 'consent' })).toEqual(['ground unknown-ground']);
    expect(faults({ until: longestShare(NOW) + 1 })).toEqual(['until too-long']);
    expect(faults({ inDanger: true, until: NOW + DANGER_HOURS * HOUR })).toEqual([]);
    expect(faults({ inDanger: true, until: NOW + DANGER_HOURS * HOUR + 1 })).toEqual(['until too-long']);
  });

  it('opens only when every criterion is met', () => {
    expect(isMet(draft)).toBe(true);
    expect(isMet({ ...draft, criteria: { concreteCircumstances: true, notUnsuitable: false } })).toBe(false);
    expect(isMet({ ...draft, ground: 'nothing' })).toBe(false);
  });

  it('confirms nothing but what was shown', () => {
    const shown = confirmationOf(draft, 'polisen/lpo');
    expect(confirmationOf({ ...draft, categories: [...draft.categories].reverse() }, 'polisen/lpo')).toBe(shown);
    for (const other of [{ until: NOW + 2 * DAY }, { categories: ['addiction'] as const }, { ground: 'BrB 24:4' }])
      expect(confirmationOf({ ...draft, ...other }, 'polisen/lpo')).not.toBe(shown);
    expect(confirmationOf(draft, 'skolan/grund')).not.toBe(shown);
  });
});

describe('taking back', () => {
  it('undoes what nobody has read, ends what runs, and does neither twice', () => {
    expect(decideTakingBack({ firstReadAt: null, endedAt: null }, 'undo')).toEqual({ outcome: 'may' });
    expect(decideTakingBack({ firstReadAt: NOW, endedAt: null }, 'undo')).toEqual({
      outcome: 'refused',
      code: 'read-already',
    });
    expect(decideTakingBack({ firstReadAt: NOW, endedAt: null }, 'end')).toEqual({ outcome: 'may' });
    expect(decideTakingBack({ firstReadAt: NOW, endedAt: NOW }, 'end')).toEqual({
      outcome: 'refused',
      code: 'ended-already',
    });
  });
});
