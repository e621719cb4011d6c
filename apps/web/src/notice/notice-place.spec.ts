/** A notice leads to what it is about, and to nothing that its reader has no page for. */
import { expect, it } from '@jest/globals';
import { isOfAnothersCase, placeOf, wordsOf } from './notice-place.js';

it.each([
  ['somebody of the house that leads the group', 'group-joined', 'c1', true, '/grupper'],
  ['a member of another house', 'group-joined', 'c1', false, '/grupper'],
  ['whoever sits in a group about no person', 'group-joined', null, false, '/grupper'],
  ['whoever leads a group in which a seat stands empty', 'seat-empty', null, false, '/grupper'],
  ['whoever is called to a meeting', 'joint-convened', 'c1', false, '/mote/c1'],
  ['whoever was given something', 'item-shared', 'c1', false, '/delat/c1'],
  ['whoever works on the case', 'report-received', 'c1', true, '/arende/c1'],
  ['whoever works with a family that has said something in its plan', 'family-plan', 'c1', true, '/arende/c1'],
  ['whoever works with a consent whose telephone is gone', 'family-unreached', 'c1', true, '/arende/c1'],
  ['whoever is asked in an investigation', 'inquiry-asked', null, false, '/nu'],
  ['an administrator whose own system does not answer', 'webhook-given-up', null, false, '/installningar/eget-system'],
  ['whoever keeps a system that is called elsewhere', 'webhook-elsewhere', null, false, '/installningar/eget-system'],
  ['nobody, of what has no page', 'hub-convened', null, false, undefined],
])('leads %s by %s', (_, kind, caseId, ownCase, place) => {
  expect(placeOf({ kind, caseId, ownCase })).toBe(place);
});

it.each([
  ['is asked to the answer', 'question-asked', { hubId: 'h1', questionId: 'q1' }, '/fraga/q1', 'answer'],
  ['is reminded of the time to answer', 'deadline-warning', { questionId: 'q1' }, '/fraga/q1', 'answer'],
  ['was asked and is no more to the lobby', 'question-asked', { hubId: 'h1' }, '/hubb/h1', 'lobby'],
  ['is called to a hub to its lobby', 'hub-convened', { hubId: 'h1', questionId: 'q1' }, '/hubb/h1', 'lobby'],
  ['no longer finds the hub to the case', 'hub-convened', {}, '/arende/c1', 'case'],
  ['leads and hears of a silent unit to the case', 'deadline-escalated', { questionId: 'q1' }, '/arende/c1', 'case'],
])('leads who %s', (_, kind, where, place, words) => {
  const notice = { kind, caseId: 'c1', ownCase: true, ...where };
  expect(placeOf(notice)).toBe(place);
  expect(wordsOf(place, notice)).toBe(words);
});

it('leads to a meeting’s own page for as long as its reader finds it there, and else to nothing', () => {
  const fixed = { kind: 'minutes-fixed', caseId: 'c1', ownCase: true };
  expect(placeOf({ ...fixed, hubId: 'h1', groupId: 'g1' })).toBe('/grupper/g1/mote/h1');
  expect(placeOf({ ...fixed, hubId: null, groupId: null })).toBeUndefined();
});

it.each(['deadline-warning', 'deadline-missed', 'deadline-escalated'])(
  'leads nobody by %s to a case that they do not work on, and says whom to call',
  (kind) => {
    const called = { kind, caseId: 'c1', ownCase: false };
    expect(placeOf(called)).toBe('/nu');
    expect(wordsOf('/nu', called)).toBe('place');
    expect(isOfAnothersCase(called)).toBe(true);
    expect(isOfAnothersCase({ ...called, ownCase: true })).toBe(false);
    expect(isOfAnothersCase({ ...called, caseId: null })).toBe(false);
  },
);

it('leads whoever the question of the answers has gone on to no further than they may go', () => {
  const gone = { kind: 'invitation-unanswered', caseId: 'c1', ownCase: false };
  expect([placeOf(gone), isOfAnothersCase(gone)]).toEqual(['/nu', true]);
  expect(placeOf({ ...gone, ownCase: true, hubId: 'h1' })).toBe('/hubb/h1');
  expect(placeOf({ ...gone, caseId: null })).toBe('/kalender');
});

it('still leads who is asked, and does not yet work on the case, to the answer', () => {
  const asked = { kind: 'deadline-missed', caseId: 'c1', ownCase: false, questionId: 'q1' };
  expect([placeOf(asked), isOfAnothersCase(asked)]).toEqual(['/fraga/q1', false]);
});
