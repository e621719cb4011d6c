/** What is done on a board while the network is away is sent when it is back, wherever in the client one is then. */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { dropAllDrafts } from '../elements/form/drafts.js';
import { leaveGuard } from '../elements/form/leave-guard.js';
import type { Refusal } from '../graphql/refusal.js';
import { BoardRoom } from './board-room.js';
import { leftWords } from '../elements/own-words.js';
import { mapPenOf } from './map-pen.js';
import { findPen, holdPen } from './text-pen.js';
import { keepUnsent, leftBoard, unsentOn } from './unsent.js';
import { actsOf, type Answer } from './waiting-acts.js';

const NETWORK = { refusal: { code: 'NETWORK', sentence: '', fields: [], facts: {} } } as const;
const NOTHING = { data: { events: [], items: [], until: null } };

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

const visit = (tellLater?: (refusal: Refusal) => void) =>
  new BoardRoom({ now: () => 7, read: () => Promise.resolve(NOTHING) as never, acts: actsOf('hub'), tellLater });

describe('an act that waits for the network', () => {
  it('is sent after its board was left, and counted by whoever comes back to it', async () => {
    let down = true;
    let sent = 0;
    const send = (): Promise<Answer<string>> => {
      sent += 1;
      return Promise.resolve(down ? NETWORK : { data: 'tack' });
    };
    const room = visit();
    const leave = room.open();
    const answered = room.act(send);
    await jest.advanceTimersByTimeAsync(500);
    expect(room.snapshot().waiting).toBe(1);
    leave();
    const later = visit();
    const leaveAgain = later.open();
    expect(later.snapshot().waiting).toBe(1);
    leaveAgain();
    down = false;
    await jest.advanceTimersByTimeAsync(15_000);
    expect(await answered).toEqual({ data: 'tack' });
    expect(sent).toBeGreaterThan(1);
  });

  it('keeps the tab from being closed over it without a question, until it is answered', async () => {
    let down = true;
    const room = visit();
    void room.act(() => Promise.resolve(down ? NETWORK : { data: 1 }));
    await jest.advanceTimersByTimeAsync(3_000);
    expect(held.size).toBe(1);
    down = false;
    await jest.advanceTimersByTimeAsync(15_000);
    expect(held.size).toBe(0);
  });

  it('is told where its writer is then, when it is refused after its board was left', async () => {
    const refused = { refusal: { code: 'BOARD_CLOSED', sentence: 'Mötet är stängt.', fields: [], facts: {} } } as const;
    let down = true;
    const told: string[] = [];
    const room = visit(({ sentence }) => told.push(sentence));
    const leave = room.open();
    void room.act(() => Promise.resolve(down ? NETWORK : refused));
    await jest.advanceTimersByTimeAsync(500);
    leave();
    down = false;
    await jest.advanceTimersByTimeAsync(15_000);
    expect(told).toEqual(['Mötet är stängt.']);
  });

  it('does not wait when it steers the meeting, and lets what waits before it wait on', async () => {
    let down = true;
    const sent: string[] = [];
    const send = (what: string) => () => {
      sent.push(what);
      return Promise.resolve(down ? NETWORK : { data: what });
    };
    const room = visit();
    const leave = room.open();
    const line = room.act<string>(send('line'));
    const first = room.actNow<string>(send('pause'));
    await jest.advanceTimersByTimeAsync(500);
    expect((await first).refusal?.code).toBe('NETWORK');
    expect((await room.actNow<string>(send('pause'))).refusal?.code).toBe('NETWORK');
    expect(room.snapshot().waiting).toBe(1);
    down = false;
    await jest.advanceTimersByTimeAsync(60_000);
    expect(await line).toEqual({ data: 'line' });
    expect(sent).not.toContain('pause');
    expect(await room.actNow<string>(send('pause'))).toEqual({ data: 'pause' });
    expect(held.size).toBe(0);
    leave();
  });

  it('alone and for now, without the network holds nobody in the tab', async () => {
    const answer = await visit().actNow(() => Promise.resolve(NETWORK as Answer<never>));
    expect(answer.refusal?.code).toBe('NETWORK');
    expect(held.size).toBe(0);
  });

  it('is not sent to a board that has left its reader while the network was away', async () => {
    let down = true;
    const GONE = { refusal: { code: 'NOT_FOUND', sentence: '', fields: [], facts: {} } } as const;
    const room = new BoardRoom({
      now: () => 7,
      read: () => Promise.resolve(down ? NETWORK : GONE) as never,
      acts: actsOf('hub'),
    });
    const leave = room.open();
    room.receive({ events: [], items: [], until: null });
    room.replace({ events: [], items: [], until: null });
    const send = jest.fn(() => Promise.resolve((down ? NETWORK : GONE) as Answer<never>));
    void room.act(send);
    await jest.advanceTimersByTimeAsync(500);
    const before = send.mock.calls.length;
    down = false;
    await jest.advanceTimersByTimeAsync(60_000);
    await room.readAnew();
    await room.catchUp();
    expect(send).toHaveBeenCalledTimes(before);
    expect(room.snapshot()).toMatchObject({ revokedAt: 7, waiting: 0 });
    leave();
    await jest.advanceTimersByTimeAsync(60_000);
    // Where it comes back to them, one begins anew.
    expect(await visit().act(() => Promise.resolve({ data: 'nytt' }))).toEqual({ data: 'nytt' });
    expect(send).toHaveBeenCalledTimes(before);
  });

  it('is not sent when its board left its reader while they were on another page, and its words become their own', async () => {
    let down = true;
    const GONE = { refusal: { code: 'NOT_FOUND', sentence: '', fields: [], facts: {} } } as const;
    const room = new BoardRoom({
      now: () => 7,
      read: () => Promise.resolve(down ? NETWORK : GONE) as never,
      acts: actsOf('hub'),
      leftAway: () => keepUnsent('hub'),
    });
    const leave = room.open();
    room.replace({ events: [], items: [], until: null });
    const sent = jest.fn(() => Promise.resolve((down ? NETWORK : GONE) as Answer<never>));
    const pen = mapPenOf('hub');
    pen.write({ text: 'Sågs vid bron' });
    void pen.put(() => room.act(sent), 'Skriv något');
    const text = findPen('hub', 'joint-assessment');
    const rest = holdPen(text, () => room.act(sent));
    text.write('Vi ser samma sak.');
    await jest.advanceTimersByTimeAsync(1_500);
    leave();
    rest();
    const before = sent.mock.calls.length;
    down = false;
    await jest.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveBeenCalledTimes(before);
    expect(leftWords(leftBoard('hub'), unsentOn('hub'))).toBe('Sågs vid bron\n\nVi ser samma sak.');
    // The tab is still asked about: nobody has got these words.
    expect(held.has('draft left:board:hub')).toBe(true);
    // Where the board comes back to them, the text is begun anew and is not held up by what was under way.
    expect(findPen('hub', 'joint-assessment')).not.toBe(text);
    expect(await visit().act(() => Promise.resolve({ data: 'nytt' }))).toEqual({ data: 'nytt' });
  });

  it('waits on while its board cannot be read, so that nothing goes to one that may have left', async () => {
    let answer: Answer<unknown> = NETWORK;
    const room = new BoardRoom({ now: () => 7, read: () => Promise.resolve(answer) as never, acts: actsOf('hub') });
    const leave = room.open();
    const sent = jest.fn(() => Promise.resolve((answer === NETWORK ? NETWORK : { data: 1 }) as Answer<number>));
    const answered = room.act(sent);
    await jest.advanceTimersByTimeAsync(10);
    for (const isAway of [false, true]) {
      if (isAway) leave();
      await jest.advanceTimersByTimeAsync(isAway ? 60_000 : 20_000);
      expect(sent).toHaveBeenCalledTimes(1);
      expect(actsOf('hub').count).toBe(1);
    }
    answer = { refusal: { code: 'UNAVAILABLE', sentence: '', fields: [], facts: {} } };
    await jest.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveBeenCalledTimes(1);
    answer = NOTHING;
    await jest.advanceTimersByTimeAsync(15_000);
    expect(await answered).toEqual({ data: 1 });
    expect(sent).toHaveBeenCalledTimes(2);
  });

  it('is never sent in the name of whoever comes to the desk next', async () => {
    const send = jest.fn(() => Promise.resolve(NETWORK as Answer<never>));
    void visit().act(send);
    await jest.advanceTimersByTimeAsync(500);
    void dropAllDrafts();
    const before = send.mock.calls.length;
    await jest.advanceTimersByTimeAsync(60_000);
    expect(send).toHaveBeenCalledTimes(before);
    expect(actsOf('hub').count).toBe(0);
  });
});
