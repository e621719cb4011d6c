import { describe, expect, it } from '@jest/globals';
import {
  compareVersions,
  decideAnswer,
  decideOwnAnswer,
  decidePutForward,
  speaksFor,
  versionState,
  type VersionLine,
} from './plan-versions.js';

describe('a version of the plan', () => {
  it('is adopted by everyone’s yes, and by nothing less', () => {
    const state = (answers: readonly ('yes' | 'no' | null)[], isNewest = true) =>
      versionState(
        answers.map((answer, at) => ({ id: String(at), answer })),
        { isNewest, isWhole: true },
      );
    expect(state(['yes', 'yes'])).toBe('adopted');
    expect(state(['yes', null])).toBe('put-forward');
    expect(state(['yes', 'no'])).toBe('not-adopted');
    expect(state(['yes', 'no'], false)).toBe('replaced');
    expect(state(['yes', 'yes'], false)).toBe('adopted');
    expect(state([])).toBe('put-forward');
  });

  it('tells whoever has the answers of the houses alone nothing of the family’s', () => {
    const state = (houses: readonly ('yes' | 'no' | null)[], isNewest = true) =>
      versionState(
        houses.map((answer, at) => ({ id: String(at), answer })),
        { isNewest, isWhole: false },
      );
    expect(state(['yes', 'yes'])).toBe('houses-agreed');
    expect(state(['yes', null])).toBe('put-forward');
    expect(state(['yes', 'no'])).toBe('not-adopted');
    expect(state(['yes', 'yes'], false)).toBe('replaced');
    expect(state([])).toBe('put-forward');
  });

  it('is laid beside another line by line', () => {
    const line = (entryId: string, more: Partial<VersionLine> = {}): VersionLine => ({
      entryId,
      itemVersion: 1,
      state: 'planned',
      ownerStaffId: 'lena',
      promisedBy: null,
      startsOn: null,
      followUpOn: '2026-12-08',
      ...more,
    });
    const before = [line('same'), line('moved'), line('gone')];
    const after = [line('same'), line('moved', { itemVersion: 2, state: 'running' }), line('new')];
    expect(compareVersions(before, after).map(({ entryId, what, changed }) => [entryId, what, changed])).toEqual([
      ['moved', 'changed', ['words', 'state']],
      ['new', 'added', []],
      ['gone', 'taken-away', []],
    ]);
    expect(compareVersions(before, before)).toEqual([]);
    expect(compareVersions([line('same')], [line('same', { promisedBy: 'alva' })])).toMatchObject([
      { entryId: 'same', changed: ['owner'] },
    ]);
  });

  it('is put forward with the young person’s own picture, and not twice the same', () => {
    const lines = [
      {
        ...{ entryId: 'a', itemVersion: 1, state: 'standing', ownerStaffId: null, promisedBy: null },
        ...{ startsOn: null, followUpOn: null },
      },
    ];
    const parties = ['police', 'school'];
    const asked = parties.map((id) => ({ id, answer: 'yes' as const }));
    const now = { hasFuture: true, lines, parties };
    expect(decidePutForward({ ...now, hasFuture: false }, null)).toMatchObject({ code: 'future-missing' });
    expect(decidePutForward(now, null)).toMatchObject({ number: 1 });
    expect(decidePutForward(now, { number: 1, lines, asked })).toMatchObject({ code: 'nothing-new' });
    expect(decidePutForward(now, { number: 1, lines: [], asked })).toMatchObject({ number: 2 });
    // The same again, to whoever has said no or was not there; nobody is asked again for somebody who has left.
    const against = [{ id: 'police', answer: 'no' as const }, ...asked.slice(1)];
    expect(decidePutForward(now, { number: 1, lines, asked: against })).toMatchObject({ number: 2 });
    expect(decidePutForward({ ...now, parties: [...parties, 'leisure'] }, { number: 1, lines, asked })).toMatchObject({
      number: 2,
    });
    expect(decidePutForward({ ...now, parties: ['police'] }, { number: 1, lines, asked })).toMatchObject({
      code: 'nothing-new',
    });
  });

  it('is answered for a house by whoever decides there, or speaks where nobody does', () => {
    const seat = (staffId: string, house: string, mandate: 'decides' | 'speaks' | 'listens') => ({
      ...{ staffId, house, mandate },
    });
    const seats = [
      seat('chief', 'police', 'decides'),
      seat('officer', 'police', 'speaks'),
      seat('teacher', 'school', 'speaks'),
      seat('pupil', 'school', 'listens'),
    ];
    expect(seats.filter((one) => speaksFor(seats, one)).map(({ staffId }) => staffId)).toEqual(['chief', 'teacher']);
  });

  it('is answered once, a no with what has to be otherwise, and the family’s with how they said it', () => {
    const answer = (written: object, asked: object = {}) => {
      const decision = decideAnswer(
        { answer: null, isFamily: false, isNewest: true, ...asked },
        { answer: 'yes', words: '', how: null, ...written },
      );
      return decision.outcome === 'answered' ? decision.answer : `${decision.field}: ${decision.code}`;
    };
    expect(answer({})).toBe('yes');
    expect(answer({ answer: 'perhaps' })).toBe('answer: choose-one');
    expect(answer({ answer: 'no' })).toBe('words: required');
    expect(answer({ answer: 'no', words: 'För mycket på en gång.' })).toBe('no');
    expect(answer({}, { isFamily: true })).toBe('how: choose-one');
    expect(answer({ how: 'meeting' }, { isFamily: true })).toBe('yes');
    expect(answer({}, { answer: 'yes' })).toBe('null: answered-already');
    expect(answer({}, { isNewest: false })).toBe('null: replaced');
  });

  it('is answered by the family on its own page, as long as it stands there as it was put forward', () => {
    const asked = { answer: null, isChanged: false };
    expect(decideOwnAnswer(asked, { answer: 'yes', words: '' })).toEqual({
      outcome: 'answered',
      answer: 'yes',
      how: null,
    });
    expect(decideOwnAnswer(asked, { answer: 'no', words: '' })).toMatchObject({ field: 'words', code: 'required' });
    expect(decideOwnAnswer({ ...asked, isChanged: true }, { answer: 'yes', words: '' })).toMatchObject({
      code: 'replaced',
    });
    expect(decideOwnAnswer({ ...asked, answer: 'yes' }, { answer: 'no', words: 'Nej.' })).toMatchObject({
      code: 'answered-already',
    });
  });
});
