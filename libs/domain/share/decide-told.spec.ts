import { describe, expect, it } from '@jest/globals';
import type { Assessment, Consent, HouseParty, Subject } from '../disclosure/case.js';
import { EXAMPLE_CASE, EXAMPLE_CHILD, exampleParty } from '../disclosure/example-case.js';
import { ASSESSABLE_GROUNDS } from '../disclosure/grounds.js';
import { writtenHouse } from '../disclosure/parties.js';
import { CATEGORIES, HOUSE_KINDS, PROTECTIONS, PURPOSES, type Category } from '../disclosure/vocabulary.js';
import { HOUR } from '../kernel/instant.js';
import { criteriaOf } from './assessment-form.js';
import { decideShare, type Tellable } from './decide-share.js';
import { decideTold } from './decide-told.js';

const NOW = EXAMPLE_CASE.asOf;
const houseOf = (kind: (typeof HOUSE_KINDS)[number], role: 'giver' | 'receiver') =>
  exampleParty(kind, role) as HouseParty;

const yes = (from: HouseParty, to: HouseParty): Consent => ({
  ...{ id: 'c', person: EXAMPLE_CHILD.id, from: [writtenHouse(from)], to: [writtenHouse(to)] },
  ...{
    categories: [...CATEGORIES],
    purposes: [...PURPOSES],
    validFrom: NOW,
    validUntil: NOW + HOUR,
    withdrawnAt: null,
  },
  signatures: [EXAMPLE_CHILD.id, ...EXAMPLE_CHILD.guardians].map((signer) => ({ signer, at: NOW })),
});
const found = (ground: Assessment['ground'], from: HouseParty, to: HouseParty): Assessment => ({
  ...{ ground, person: EXAMPLE_CHILD.id, from: writtenHouse(from), to: writtenHouse(to), categories: [...CATEGORIES] },
  criteria: Object.fromEntries(criteriaOf(ground).map((one) => [one, true])),
  ...{ by: { name: 'Karin', role: 'investigation-leader' }, at: NOW, until: NOW + HOUR },
});

const PLACES: readonly Pick<Tellable, 'category' | 'revealsPlace'>[] = [
  { category: 'leisure', revealsPlace: true },
  { category: 'whereabouts', revealsPlace: false },
  { category: 'contact-details', revealsPlace: true },
  { category: 'preliminary-investigation', revealsPlace: true },
  { category: 'nomination', revealsPlace: true },
];

function thing(from: HouseParty, over: Partial<Tellable>): Tellable {
  return { ...EXAMPLE_CASE, form: 'none', phase: 'investigation', from, ...over };
}
const under = (protection: Subject['protection']): readonly Subject[] => [{ ...EXAMPLE_CHILD, protection }];

describe('where somebody is whom another house’s register keeps', () => {
  it.each(HOUSE_KINDS)(
    'is answered by a %s alike, whatever protects them, for whatever purpose, to whomever',
    (giver) => {
      const from = houseOf(giver, 'giver');
      for (const to of HOUSE_KINDS.map((kind) => houseOf(kind, 'receiver')))
        for (const purpose of PURPOSES)
          for (const place of PLACES)
            for (const consents of [[], [yes(from, to)]])
              for (const assessments of [[], ASSESSABLE_GROUNDS.map((ground) => found(ground, from, to))]) {
                const answers = PROTECTIONS.map((protection) =>
                  decideTold(
                    {
                      thing: thing(from, { ...place, subjects: under(protection), consents, assessments }),
                      ...{ isElsewhere: true, limits: undefined },
                    },
                    { asOf: NOW, to, purpose },
                  ),
                );
                const [first] = answers;
                expect(answers).toEqual(answers.map(() => first));
                expect(first?.decision).toEqual(
                  purpose === 'immediate-danger' && first?.decision.outcome === 'refer'
                    ? { outcome: 'refer', ground: 'BrB 24:4', candidates: ['BrB 24:4'] }
                    : { outcome: 'refuse', ground: 'no-ground' },
                );
              }
    },
  );

  const LEISURE = { category: 'leisure', revealsPlace: true } as const;
  const [school, police, soc] = [
    houseOf('independent-school', 'giver'),
    houseOf('police', 'receiver'),
    houseOf('social-services', 'receiver'),
  ];
  const told = (over: Partial<Tellable>, to = police, more: { isElsewhere?: boolean; limits?: object } = {}) =>
    decideTold(
      { thing: thing(school, { ...LEISURE, ...over }), isElsewhere: true, limits: undefined, ...more },
      { asOf: NOW, to, purpose: 'immediate-danger' },
    ).decision;

  it('is put to a person in danger, and answered by the facts once they have decided, for that house and that alone', () => {
    expect(told({})).toMatchObject({ outcome: 'refer', ground: 'BrB 24:4' });
    const assessments = [found('BrB 24:4', school, police)];
    const decided = PROTECTIONS.map((protection) => told({ assessments, subjects: under(protection) }));
    expect(decided).toEqual([
      { outcome: 'release', ground: 'BrB 24:4' },
      ...[1, 2, 3].map(() => ({ outcome: 'refuse', ground: 'no-ground' })),
    ]);
    expect(told({ assessments }, soc)).toMatchObject({ outcome: 'refer', ground: 'BrB 24:4' });
    const unmet = [{ ...assessments[0]!, criteria: { dangerNow: true, tellingIsNeeded: false } }];
    expect(told({ assessments: unmet, subjects: under('marking') })).toEqual(told({ assessments: unmet }));
    const other = { ...EXAMPLE_CHILD, id: 'p2' };
    expect(told({ assessments, subjects: [EXAMPLE_CHILD, other] })).toMatchObject({ outcome: 'refer' });
  });

  it('is not put to anybody where no decision could open it', () => {
    expect(told({ form: 'sspf-group' })).toEqual({ outcome: 'refuse', ground: 'no-ground' });
    expect(told({}, police, { limits: { switchedOff: ['BrB 24:4'] } })).toMatchObject({ ground: 'no-ground' });
  });

  it('is by no duty told so, while what says no place and what the own register keeps is decided as it is', () => {
    const telling = { asOf: NOW, to: soc, purpose: 'report-concern' } as const;
    const report = (over: Partial<Tellable>) => thing(school, { ...LEISURE, ...over });
    const answer = (one: Tellable, isElsewhere: boolean) =>
      decideTold({ thing: one, isElsewhere, limits: undefined }, telling);
    expect(answer(report({}), true).decision.outcome).toBe('refuse');
    for (const [one, isElsewhere] of [
      [report({ revealsPlace: false }), true],
      [report({ category: 'leisure' satisfies Category }), false],
    ] as const)
      expect(answer(one, isElsewhere)).toEqual(decideShare(one, telling));
    expect(answer(report({}), false).decision).toEqual({ outcome: 'release', ground: 'SoL 19:1' });
  });
});
