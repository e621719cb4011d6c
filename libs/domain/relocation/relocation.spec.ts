/** Who may be offered a young person who moves, how it is answered, and what whoever takes over reads. */
import { describe, expect, it } from '@jest/globals';
import type { Assessment, HouseParty } from '../disclosure/case.js';
import type { Protection } from '../disclosure/vocabulary.js';
import { GROUP_STANDINGS } from '../group/group-states.js';
import { decideRelocated, type RelocatedFacts, type RelocationGround } from './decide-relocated.js';
import {
  decideAnswer,
  decideOffer,
  hindranceOf,
  mayTakeBack,
  saidAlong,
  type OfferFacts,
  type RelocationState,
} from './relocation.js';

const house = (authority: string, kind: HouseParty['kind'] = 'social-services'): HouseParty => ({
  kind,
  authority,
  branch: 'ifo',
});
const offer = (change: Partial<OfferFacts> = {}): string => {
  const decision = decideOffer({
    standing: 'moved',
    from: house('soc-a'),
    to: house('soc-b'),
    age: 15,
    protection: 'none',
    ...change,
  });
  return decision.outcome === 'may' ? 'may' : `no: ${decision.code}`;
};

describe('an offer to another municipality', () => {
  it.each([
    [{}, 'may'],
    [{ protection: 'marking' }, 'may'],
    [{ age: 17 }, 'may'],
    [{ age: 18 }, 'no: adult'],
    [{ protection: 'protected-registration' }, 'no: protected'],
    [{ protection: 'assumed-identity' }, 'no: protected'],
    [{ to: house('soc-a') }, 'no: not-a-house'],
    [{ to: house('polisen', 'police') }, 'no: not-a-house'],
    [{ from: house('skola', 'school') }, 'no: not-a-house'],
  ] as const)('%j: %s', (change, expected) => {
    expect(offer(change as Partial<OfferFacts>)).toBe(expected);
  });

  it('is hindered by the person alone before anybody has chosen a house', () => {
    expect(hindranceOf({ age: 17, protection: 'marking' })).toBeNull();
    expect(hindranceOf({ age: 18, protection: 'none' })).toBe('adult');
    expect(hindranceOf({ age: 15, protection: 'protected-registration' })).toBe('protected');
  });

  it('is made of a group that moves and of no other', () => {
    expect(GROUP_STANDINGS.filter((standing) => offer({ standing }) === 'may')).toEqual(['moved']);
  });
});

describe('its answer', () => {
  const open: RelocationState = { answer: null, withdrawn: false };

  it.each([
    [open, 'accepted', null, 'accepted'],
    [open, 'declined', 'not-our-resident', 'declined'],
    [open, 'declined', null, 'no: reason-missing'],
    [open, 'declined', 'because', 'no: reason-missing'],
    [open, 'maybe', null, 'no: unknown-word'],
    [{ answer: 'declined', withdrawn: false }, 'accepted', null, 'no: answered-already'],
    [{ answer: null, withdrawn: true }, 'accepted', null, 'no: withdrawn'],
  ] as const)('%j %s %s: %s', (state, answer, reason, expected) => {
    const decision = decideAnswer(state, answer, reason);
    expect(decision.outcome === 'answered' ? decision.answer : `no: ${decision.code}`).toBe(expected);
  });

  it('ends the time in which it can be taken back', () => {
    expect(
      [open, { answer: 'accepted', withdrawn: false } as const, { answer: null, withdrawn: true }].map(mayTakeBack),
    ).toEqual([true, false, false]);
  });
});

describe('whoever takes over', () => {
  const NOW = Date.UTC(2026, 10, 28, 12);
  const assessed = (change: Partial<Assessment> = {}): Assessment => ({
    ground: 'OSL 26:9',
    person: 'nils',
    from: 'soc-a/ifo',
    to: 'soc-b/ifo',
    categories: ['measures-and-plan'],
    criteria: { neededForCare: true },
    by: { name: '', role: 'manager' },
    at: NOW - 1_000,
    until: NOW + 1_000,
    ...change,
  });
  const safe: Assessment = assessed({ ground: 'OSL 21:3', criteria: { safeForThePerson: true } });
  const standsOn = (change: Partial<RelocationGround> = {}, protection: Protection = 'none'): RelocationGround => ({
    from: house('soc-a'),
    to: house('soc-b'),
    subject: { id: 'nils', born: { year: 2011, month: 3, day: 14 }, protection, guardians: [], maturity: null },
    assessments: [assessed()],
    limits: undefined,
    ...change,
  });
  const decided = (change: Partial<RelocatedFacts>): string => {
    const facts: RelocatedFacts = {
      offeredNow: true,
      shareRuns: true,
      aboutThemAlone: true,
      protection: 'none',
      category: 'measures-and-plan',
      revealsPlace: false,
      standsOn: standsOn(),
      ...change,
    };
    const { outcome, ground } = decideRelocated(facts, NOW);
    return `${outcome} ${ground}`;
  };

  it.each([
    [{}, 'release OSL 26:9'],
    [{ protection: 'marking' }, 'release OSL 26:9'],
    [{ offeredNow: false }, 'refuse need-to-know'],
    [{ standsOn: null }, 'refuse need-to-know'],
    [{ shareRuns: false }, 'refuse no-ground'],
    [{ aboutThemAlone: false }, 'refuse no-ground'],
    [{ protection: 'assumed-identity' }, 'refuse OSL 21:3'],
  ] as const)('%j: %s', (change, expected) => {
    expect(decided(change)).toBe(expected);
  });

  it.each([
    ['ended', assessed({ until: NOW })],
    ['not begun', assessed({ at: NOW + 1 })],
    ['for another kind', assessed({ categories: ['home-and-family'] })],
    ['for another house', assessed({ to: 'soc-c/ifo' })],
    ['by another house', assessed({ from: 'soc-c/ifo' })],
    ['about somebody else', assessed({ person: 'eva' })],
    ['not found needed', assessed({ criteria: { neededForCare: 'true' } })],
  ])('is told nothing on an assessment that is %s, though the share runs', (_, assessment) => {
    expect(decided({ standsOn: standsOn({ assessments: [assessment] }) })).toBe('refer OSL 26:9');
  });

  it('is told nothing on a ground that the giving municipality has switched off, or of somebody grown', () => {
    const grown = { ...standsOn().subject, born: { year: 2008, month: 11, day: 28 } };
    expect(decided({ standsOn: standsOn({ limits: { switchedOff: ['OSL 26:9'] } }) })).toBe('refuse no-ground');
    expect(decided({ standsOn: standsOn({ subject: grown }) })).toBe('refuse no-ground');
  });

  it('is told a place of somebody marked only when that was found safe', () => {
    const place = { revealsPlace: true, protection: 'marking' } as const;
    expect(decided({ ...place, standsOn: standsOn({}, 'marking') })).toMatch(/^refer OSL 21:3|^refuse/);
    expect(decided({ ...place, standsOn: standsOn({ assessments: [safe, assessed()] }, 'marking') })).toBe(
      'release OSL 26:9',
    );
  });
});

describe('what goes along of a thing', () => {
  it.each([
    [{ text: 'Orolig.', data: { childName: 'Nils', reporter: { name: 'Eva' } } }, { text: 'Orolig.' }],
    [
      { text: 'Plan.', data: { aim: 'Skola', about: ['x'], measures: 'Stöd' } },
      { text: 'Plan.', data: { aim: 'Skola', measures: 'Stöd' } },
    ],
    [{ text: 'Bara ord.' }, { text: 'Bara ord.' }],
  ])('%j: %j', (said, along) => {
    expect(saidAlong(said)).toEqual(along);
  });
});
