/** One's own pen in a shared text: left in the middle of a word, on a line that is down, or beside somebody else's words. */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { dropAllDrafts } from '../elements/form/drafts.js';
import { leaveGuard } from '../elements/form/leave-guard.js';
import { NO_MARKS, type Marks } from '../elements/marks.js';
import { dropPens, findPen, holdPen, ownWordsIn, type SaveText } from './text-pen.js';

const TEXT = 'joint-assessment';
const PLACE = { about: ['sibling'], revealsPlace: true };
const REFUSED = { refusal: { code: 'BOARD_CLOSED', sentence: 'Mötet är stängt.', fields: [], facts: {} } };

let held: Set<string>;
beforeEach(() => {
  jest.useFakeTimers();
  held = new Set();
  jest.spyOn(leaveGuard, 'hold').mockImplementation((what) => void held.add(what));
  jest.spyOn(leaveGuard, 'release').mockImplementation((what) => void held.delete(what));
});
afterEach(() => {
  void dropAllDrafts();
  jest.restoreAllMocks();
  jest.useRealTimers();
});

const saved = (version: number, value: string) => ({
  data: { saveBoardText: { seq: 1, version, value, conflict: null } },
});

/** Says yes to everything, or what the test says; keeps what it was sent. */
function server(answer?: () => object) {
  const sent: string[] = [];
  const marks: Marks[] = [];
  const save: SaveText = (written) => {
    sent.push(written.value);
    marks.push(written.marks);
    return Promise.resolve((answer ? answer() : saved(sent.length, written.value)) as never);
  };
  return { sent, marks, save };
}

describe('a text that is marked', () => {
  it('is saved at once although no word is changed, again after a refusal, and not while it is empty', async () => {
    let closed = false;
    const { sent, save } = server(() => (closed ? REFUSED : saved(sent.length, 'Vi ser ett mönster')));
    const pen = findPen('hub', TEXT);
    holdPen(pen, save);
    pen.mark(PLACE);
    expect(sent).toEqual([]);
    pen.write('Vi ser ett mönster');
    await jest.advanceTimersByTimeAsync(1_000);
    expect(sent).toHaveLength(1);
    closed = true;
    pen.mark(PLACE);
    await jest.advanceTimersByTimeAsync(0);
    expect(sent).toHaveLength(2);
    closed = false;
    pen.rest();
    await jest.advanceTimersByTimeAsync(0);
    pen.rest();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(sent).toHaveLength(3);
  });
});

describe('what a text is marked with', () => {
  it('is sent with every word of it, also by whoever comes back after a refusal', async () => {
    let closed = true;
    const { marks, save } = server(() => (closed ? REFUSED : saved(1, 'Hen är på Valskolan')));
    const pen = findPen('hub', TEXT);
    const leave = holdPen(pen, save);
    pen.mark(PLACE);
    pen.write('Hen är på Valskolan');
    leave();
    await jest.advanceTimersByTimeAsync(0);
    closed = false;
    const again = findPen('hub', TEXT);
    expect(again.snapshot().marks).toEqual(PLACE);
    holdPen(again, save);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(marks).toEqual([PLACE, PLACE]);
    expect(held.size).toBe(0);
  });

  it('is kept and guarded where it alone could not be saved, and said when one comes back', async () => {
    let closed = false;
    const { sent, marks, save } = server(() => (closed ? REFUSED : saved(sent.length, 'Hen är på Valskolan')));
    const pen = findPen('hub', TEXT);
    const leave = holdPen(pen, save);
    pen.write('Hen är på Valskolan');
    await jest.advanceTimersByTimeAsync(1_000);
    closed = true;
    pen.mark(PLACE);
    await jest.advanceTimersByTimeAsync(0);
    leave();
    await jest.advanceTimersByTimeAsync(0);
    expect(held.size).toBe(1);
    closed = false;
    const again = findPen('hub', TEXT);
    expect(again).toBe(pen);
    holdPen(again, save);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(marks).toEqual([NO_MARKS, PLACE, PLACE, PLACE]);
    expect(held.size).toBe(0);
  });

  it('is said again where the words that came in between are the same as one’s own', async () => {
    let first = true;
    const clash = { mine: 'a b', theirs: 'a b', theirsVersion: 2, theirsBy: 'sara', theirsAt: null };
    const { marks, save } = server(() => {
      if (!first) return saved(3, 'a b');
      first = false;
      return { data: { saveBoardText: { seq: 1, version: null, value: null, conflict: clash } } };
    });
    const pen = findPen('hub', TEXT);
    pen.hear({ version: 1, text: 'a' });
    holdPen(pen, save);
    pen.write('a b');
    pen.mark(PLACE);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(marks).toEqual([PLACE, PLACE]);
    expect(pen.snapshot().clash).toBeUndefined();
  });

  it('is of no words while there are none', () => {
    const { sent, save } = server();
    const pen = findPen('hub', TEXT);
    const leave = holdPen(pen, save);
    pen.mark(PLACE);
    expect(held.size).toBe(0);
    leave();
    expect(sent).toEqual([]);
    expect(findPen('hub', TEXT).snapshot().marks).toEqual(NO_MARKS);
  });
});

describe('a pen that is left', () => {
  it('saves at once what was typed a moment ago', async () => {
    const { sent, save } = server();
    const pen = findPen('hub', TEXT);
    const leave = holdPen(pen, save);
    pen.write('Vi ser ett mönster');
    expect(held.size).toBe(1);
    leave();
    expect(sent).toEqual(['Vi ser ett mönster']);
    await jest.advanceTimersByTimeAsync(0);
    expect(held.size).toBe(0);
  });

  it('keeps what could not be saved for whoever comes back, and then saves it', async () => {
    let closed = true;
    const { sent, save } = server(() => (closed ? REFUSED : saved(1, 'Vi ser ett mönster')));
    const pen = findPen('hub', TEXT);
    const leave = holdPen(pen, save);
    pen.write('Vi ser ett mönster');
    leave();
    await jest.advanceTimersByTimeAsync(0);
    const again = findPen('hub', TEXT);
    expect(again.snapshot()).toMatchObject({ value: 'Vi ser ett mönster', error: 'Mötet är stängt.' });
    expect(held.size).toBe(1);
    closed = false;
    holdPen(again, save);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(sent).toHaveLength(2);
    expect(again.snapshot().error).toBeUndefined();
    expect(held.size).toBe(0);
  });

  it('weaves in what others wrote while one was away', async () => {
    const { sent, save } = server(() => REFUSED);
    const pen = findPen('hub', TEXT);
    pen.hear({ version: 1, text: 'Skolan räcker inte till.' });
    const leave = holdPen(pen, save);
    pen.write('Skolan räcker inte till. Fritiden saknas.');
    leave();
    await jest.advanceTimersByTimeAsync(0);
    const again = findPen('hub', TEXT);
    holdPen(again, save);
    again.hear({ version: 2, text: 'Sammantaget: Skolan räcker inte till.' });
    await jest.advanceTimersByTimeAsync(1_000);
    expect(again.snapshot().value).toBe('Sammantaget: Skolan räcker inte till. Fritiden saknas.');
    expect(sent.at(-1)).toBe('Sammantaget: Skolan räcker inte till. Fritiden saknas.');
  });

  it('keeps both texts where they clash, also over a visit to another page', async () => {
    const clash = { mine: 'låg', theirs: 'mycket hög', theirsVersion: 2, theirsBy: 'sara', theirsAt: null };
    const { save } = server(() => ({
      data: { saveBoardText: { seq: 1, version: null, value: null, conflict: clash } },
    }));
    const pen = findPen('hub', TEXT);
    pen.hear({ version: 1, text: 'hög' });
    const leave = holdPen(pen, save);
    pen.write('låg');
    leave();
    await jest.advanceTimersByTimeAsync(0);
    expect(findPen('hub', TEXT).snapshot()).toMatchObject({ value: 'låg', clash });
  });

  it('that rests is put away: nothing of the text is kept', async () => {
    const { save } = server();
    const pen = findPen('hub', TEXT);
    const leave = holdPen(pen, save);
    pen.hear({ version: 1, text: 'Skolan räcker inte till.' });
    leave();
    expect(findPen('hub', TEXT).snapshot().value).toBe('');
  });
});

describe('a board that has left its reader', () => {
  it('gives back one’s own words alone, and is sent nothing more', async () => {
    const { sent, save } = server(() => REFUSED);
    const pen = findPen('hub', TEXT);
    pen.hear({ version: 1, text: 'Pappan har hotat skolan.' });
    holdPen(pen, save);
    pen.write('Pappan har hotat skolan. Farmor är hemma.');
    expect(ownWordsIn('hub')).toBe('Farmor är hemma.');
    dropPens('hub');
    await jest.advanceTimersByTimeAsync(5_000);
    expect(sent).toEqual([]);
    expect(ownWordsIn('hub')).toBe('');
    expect(held.size).toBe(0);
  });
});
