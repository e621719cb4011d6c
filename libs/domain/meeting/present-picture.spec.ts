/** Who may put up what a unit has answered, when the unit is not there. */
import { describe, expect, it } from '@jest/globals';
import { decidePresenting, type PresentDecision } from './present-picture.js';

const board = { state: 'running', leader: 'maria', present: { maria: 'intake', ali: 'youth' } } as const;
const of = { unit: 'night', people: ['nils', null], internal: true, answered: true, by: 'maria' } as const;

describe('putting up what a unit has answered', () => {
  it.each<[string, PresentDecision, Parameters<typeof decidePresenting>[0], Parameters<typeof decidePresenting>[1]]>([
    ['whoever leads, when nobody of the unit is there', 'may-present', board, of],
    ['nobody else, the convener neither', 'not-leading', board, { ...of, by: 'ali' }],
    ['nobody before the meeting has begun', 'not-leading', { ...board, state: 'lobby', leader: null }, of],
    ['nobody after it', 'not-leading', { ...board, state: 'closed' }, of],
    ['never another house’s', 'not-leading', board, { ...of, internal: false }],
    ['not before it has answered', 'not-answered', board, { ...of, answered: false }],
    [
      'not while one of the unit is there',
      'unit-is-here',
      { ...board, present: { ...board.present, eva: 'night' } },
      of,
    ],
    ['nor whoever was asked, in another post', 'unit-is-here', { ...board, present: { nils: 'intake' } }, of],
  ])('%s', (_, decision, at, question) => {
    expect(decidePresenting(at, question)).toBe(decision);
  });
});
