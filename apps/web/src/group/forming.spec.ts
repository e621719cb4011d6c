/** Those chosen for a group: by the parties of its form, sent with whoever stands in, and faults told at the right row. */
import { describe, expect, it } from '@jest/globals';
import { keyOf, lackingParties, membersOf, partiesOf, rowFaults, type Choice, type Forming } from './forming.js';

const choice = (staffId: string, houseKind: string, more: Partial<Choice> = {}): Choice =>
  ({
    staffId,
    unitId: `${staffId}-unit`,
    name: staffId,
    houseKind,
    branchName: houseKind,
    maySit: true,
    ...more,
  }) as Choice;
const group = (more: Partial<Forming> = {}): Forming =>
  ({
    id: 'g',
    form: {
      level: 'persons',
      must: [{ kinds: ['social-services'] }, { kinds: ['school', 'police'] }],
      may: ['leisure'],
    },
    members: [],
    ...more,
  }) as unknown as Forming;
const row = (choice: Choice, deputy = '') => ({ key: keyOf(choice), mandate: 'speaks', wished: false, deputy });
const seats = [
  choice('anna', 'social-services'),
  choice('ali', 'social-services'),
  choice('lena', 'school'),
  choice('marcus', 'police'),
  choice('hassan', 'leisure'),
  choice('moa', 'health-care', { maySit: false }),
];
const [anna, ali, lena, marcus] = seats as [Choice, Choice, Choice, Choice];

describe('those chosen for a group', () => {
  it('stand by the parties of the form, whoever is required first and nobody whom the ground does not reach', () => {
    expect(partiesOf(group(), seats).map(({ must, choices }) => [must, choices.map(({ name }) => name)])).toEqual([
      [true, ['anna', 'ali']],
      [true, ['lena', 'marcus']],
      [false, ['hassan']],
    ]);
  });

  it('lack the parties that nobody stands for, also by a place that somebody has already', () => {
    const lacking = (of: Forming, rows: ReturnType<typeof row>[]) =>
      lackingParties(of, seats, rows).map(({ kinds }) => kinds.join());
    expect(lacking(group(), [])).toEqual(['social-services', 'school,police']);
    expect(lacking(group(), [row(anna), row(marcus)])).toEqual([]);
    const seated = { id: '1', staffId: 'x', houseKind: 'police', endsAt: null, hasLeft: false };
    expect(lacking(group({ members: [seated] } as never), [row(anna)])).toEqual([]);
    expect(lacking(group({ members: [{ ...seated, hasLeft: true }] } as never), [row(anna)])).toEqual([
      'school,police',
    ]);
  });

  it('are sent each before whoever stands in for them', () => {
    expect(membersOf([{ ...row(anna, keyOf(ali)), mandate: 'decides', wished: true }, row(lena)])).toEqual([
      { staffId: 'anna', unitId: 'anna-unit', mandate: 'decides', wished: true, deputyForStaffId: null },
      { staffId: 'ali', unitId: 'ali-unit', mandate: 'decides', wished: false, deputyForStaffId: 'anna' },
      { staffId: 'lena', unitId: 'lena-unit', mandate: 'speaks', wished: false, deputyForStaffId: null },
    ]);
  });

  it('have what is wrong at their own row, and at the stand-in where it is the stand-in', () => {
    const rows = [row(anna, keyOf(ali)), row(lena)];
    const faults = rowFaults(rows, [
      { field: 'members.1.staffId', sentence: 'not reached' },
      { field: 'members.2.mandate', sentence: 'choose' },
      { field: 'members.2.staffId', sentence: 'twice' },
      { field: 'members', sentence: 'of none' },
      { field: 'members.9.staffId', sentence: 'of nobody' },
    ]);
    expect([...faults]).toEqual([
      [keyOf(anna), { deputy: 'not reached' }],
      [keyOf(lena), { mandate: 'choose', who: 'twice' }],
    ]);
  });
});
