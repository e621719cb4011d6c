/** What a join made one is made two again, and neither keeps what was the other's. */
import { describe, expect, it } from '@jest/globals';
import { GRADES, type Grade } from './grading.js';
import { REPORT_STATES, type ReportState, isReportOpen } from './report-states.js';
import { type SeparationInput, decideSeparation, type StandingJoin } from './separating.js';

const join = (joined: string, over: Partial<StandingJoin> = {}): StandingJoin => ({
  joined,
  under: 'lead',
  joinedAt: 100,
  grade: null,
  ...over,
});
const input: SeparationInput = {
  lead: { id: 'lead', state: 'graded', grading: { grade: 'green', at: 50 }, grade: 'red' },
  joined: { id: 'b', state: 'joined', joinedInto: 'lead', grade: 'red', hubIsOpen: false },
  joins: [join('b', { grade: 'red' })],
};
const lead = (over: Partial<SeparationInput['lead']>) => ({ ...input.lead, ...over });
const joined = (over: Partial<SeparationInput['joined']>) => ({ ...input.joined, ...over });

describe('separating', () => {
  it.each<[string, Grade | null, boolean, ReportState]>([
    ['ungraded: received', null, false, 'received'],
    ['graded: with the grade that it had', 'orange', false, 'graded'],
    ['graded, its own hub still called', 'red', true, 'in-hub'],
    ['a hub without a grade is none', null, true, 'received'],
  ])('leads back to where the case stood: %s', (_, grade, hubIsOpen, state) => {
    expect(decideSeparation({ ...input, joined: joined({ grade, hubIsOpen }) })).toMatchObject({
      outcome: 'separated',
      state,
      leaving: ['b'],
    });
  });

  it('refuses what is not joined there and what is decided', () => {
    const refused = (code: string) => ({ outcome: 'refused', code });
    expect(decideSeparation({ ...input, joined: joined({ joinedInto: 'other' }) })).toEqual(refused('not-joined-here'));
    expect(decideSeparation({ ...input, joined: joined({ state: 'graded' }) })).toEqual(refused('not-joined-here'));
    expect(decideSeparation({ ...input, joins: [] })).toEqual(refused('not-joined-here'));
    for (const state of REPORT_STATES.filter((one) => !isReportOpen(one)))
      expect(decideSeparation({ ...input, lead: lead({ state }) })).toEqual(refused('lead-decided'));
  });

  it('takes along what had been joined into the case before, however deep', () => {
    const joins = [join('b'), join('c', { under: 'b' }), join('d', { under: 'c' }), join('e')];
    expect(decideSeparation({ ...input, joins })).toMatchObject({ leaving: ['b', 'c', 'd'] });
    expect(decideSeparation({ ...input, joins, joined: joined({ id: 'e' }) })).toMatchObject({ leaving: ['e'] });
  });

  it.each<[string, Partial<SeparationInput['lead']>, readonly StandingJoin[], Grade | null]>([
    ['its own again', {}, input.joins, 'green'],
    ['none where nobody graded it', { grading: null }, input.joins, null],
    ['what a person has given it since', { grading: { grade: 'orange', at: 150 } }, input.joins, 'orange'],
    ['as grave as what stays', {}, [...input.joins, join('c', { grade: 'orange' })], 'orange'],
    [
      'not as grave as what a person has judged since',
      { grading: { grade: 'green', at: 150 } },
      [...input.joins, join('c', { grade: 'orange' })],
      'green',
    ],
    ['as it is while a hub is called on it', { state: 'in-hub' }, input.joins, 'red'],
  ])('leaves the lead a grade: %s', (_, over, joins, leadGrade) => {
    expect(decideSeparation({ ...input, lead: lead(over), joins })).toMatchObject({ leadGrade });
  });

  it('never leaves the lead with a graver grade than it had with the case', () => {
    const grades = [null, ...GRADES];
    for (const own of grades)
      for (const other of grades) {
        const grade = [...GRADES].reverse().find((one) => one === own || one === other) ?? null;
        const decision = decideSeparation({
          lead: lead({ grading: own && { grade: own, at: 50 }, grade }),
          joined: joined({ grade: other }),
          joins: [join('b', { grade: other })],
        });
        expect(decision).toMatchObject({ outcome: 'separated', leadGrade: own });
      }
  });
});
