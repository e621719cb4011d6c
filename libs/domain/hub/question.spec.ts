/** A unit's answer, and who gives it. */
import { describe, expect, it } from '@jest/globals';
import { HOUR } from '../kernel/instant.js';
import { type AnsweringPost, chooseRepresentatives } from './choose-representatives.js';
import { type AnswerInput, type Question, decideAnswer } from './question.js';

const question: Question = {
  id: 'q',
  unit: 'adult',
  representative: 'eva',
  deputy: 'per',
  together: false,
  state: 'asked',
  askedAt: 0,
  due: 2 * HOUR,
  answeredAt: null,
  answeredBy: null,
  knowledge: null,
};
const input: AnswerInput = {
  knowledge: 'knows',
  parts: [
    { category: 'addiction', text: ' Har kontakt ' },
    { category: 'leisure', text: 'Spelar fotboll' },
  ],
  at: HOUR,
  meeting: 'to-come',
};
const answered = { ...question, state: 'answered' } as const;

describe('an answer', () => {
  it('is given late rather than never, a part for each kind, and can be changed until the meeting begins', () => {
    expect(decideAnswer(question, input)).toEqual({
      outcome: 'answered',
      knowledge: 'knows',
      parts: [
        { category: 'addiction', text: 'Har kontakt' },
        { category: 'leisure', text: 'Spelar fotboll' },
      ],
      late: false,
      changed: false,
    });
    expect(decideAnswer(answered, { ...input, at: 2 * HOUR })).toMatchObject({ late: true, changed: true });
    expect(decideAnswer(question, { ...input, meeting: 'begun' })).toMatchObject({ outcome: 'answered' });
    expect(decideAnswer(question, { ...input, knowledge: 'does-not-know', parts: [] })).toMatchObject({ parts: [] });
  });
  it.each<[Partial<AnswerInput>, string[]]>([
    [{ knowledge: null }, ['knowledge missing']],
    [{ knowledge: 'maybe' }, ['knowledge unknown-word']],
    [{ parts: [] }, ['parts missing']],
    [{ parts: [{ category: null, text: ' ' }] }, ['parts.0.category missing', 'parts.0.text missing']],
    [{ parts: [{ category: 'gossip', text: 'x' }] }, ['parts.0.category unknown-word']],
    [{ knowledge: 'does-not-know' }, ['parts must-be-empty']],
    [{ parts: [{ category: 'leisure', text: 'x'.repeat(5001) }] }, ['parts.0.text too-long']],
    [{ parts: Array.from({ length: 13 }, () => ({ category: 'leisure', text: 'x' })) }, ['parts too-many']],
    [{ meeting: 'over' }, ['knowledge meeting-over']],
  ])('%j is refused', (over, expected) => {
    const decision = decideAnswer(question, { ...input, ...over });
    expect(decision.outcome === 'refused' && decision.faults.map(({ field, code }) => `${field} ${code}`)).toEqual(
      expected,
    );
  });
  it('stands once the meeting has begun', () => {
    expect(decideAnswer(answered, { ...input, meeting: 'begun' })).toMatchObject({
      outcome: 'refused',
      faults: [{ field: 'knowledge', code: 'meeting-begun' }],
    });
  });
});

describe('who answers', () => {
  const posts: readonly AnsweringPost[] = [
    { unit: 'adult', member: 'sven', rank: 'deputy' },
    { unit: 'adult', member: 'sara', rank: 'primary' },
    { unit: 'child', member: 'ida', rank: 'deputy' },
    { unit: 'addiction', member: 'per', rank: 'primary' },
    { unit: 'economy', member: 'nils', rank: 'primary' },
    { unit: 'jour', member: 'petra', rank: 'ordinary' },
  ];
  const shift = (unit: string, member: string, part: 'primary' | 'deputy') => ({
    unit,
    member,
    part,
    from: 0,
    until: HOUR,
  });
  const duties = [shift('adult', 'eva', 'primary'), shift('jour', 'nils', 'primary'), shift('jour', 'petra', 'deputy')];
  const choose = (unit: string, at: number, atWork: boolean) => {
    const chosen = chooseRepresentatives({ unit, posts, duties, emergencyService: 'jour', atWork, at });
    return `${chosen.representative} ${chosen.together ? 'with' : 'then'} ${chosen.deputy}${chosen.onRoster ? ', on duty' : ''}`;
  };
  it.each<[string, number, boolean, string]>([
    ['adult', 0, true, 'eva then sven, on duty'],
    ['adult', 0, false, 'eva then sven, on duty'],
    ['adult', HOUR, true, 'sara then sven'],
    // Nobody is on duty anywhere: better a sleeping person than none.
    ['adult', HOUR, false, 'sara then sven'],
    ['child', 0, true, 'null then ida'],
    ['child', 0, false, 'nils with ida, on duty'],
    ['addiction', 0, true, 'per then null'],
    ['addiction', 0, false, 'nils with per, on duty'],
    ['economy', 0, false, 'nils then petra, on duty'],
    ['youth', 0, true, 'nils then petra, on duty'],
    ['youth', HOUR, false, 'null then null'],
    ['jour', 0, false, 'nils then petra, on duty'],
  ])('for %s at %d, the town at work: %s → %s', (unit, at, atWork, expected) => {
    expect(choose(unit, at, atWork)).toBe(expected);
  });
});
