/** A client's copy of the board: gaps, doubles, a line that is down, and a right that ends. */
import { describe, expect, it, jest } from '@jest/globals';
import type { BoardPart } from './board-event.js';
import { BoardRoom } from './board-room.js';
import { WaitingActs, type Answer } from './waiting-acts.js';

const event = (seq: number, kind: string, more: object = {}) =>
  ({ seq, kind, at: seq, by: 'x', ...more }) as unknown as BoardPart['events'][number];
const part = (events: BoardPart['events'], items: BoardPart['items'] = []): BoardPart => ({
  until: null,
  events,
  items,
});
const arrived = (seq: number, member: string) => event(seq, 'MemberArrived', { member, unit: 'u' });
const NETWORK = { refusal: { code: 'NETWORK', sentence: '', fields: [], facts: {} } } as const;
const GONE = { refusal: { code: 'NOT_FOUND', sentence: 'Nej', fields: [], facts: {} } } as const;

const all = [
  event(1, 'LobbyOpened'),
  arrived(2, 'anna'),
  arrived(3, 'bo'),
  event(4, 'MeetingStarted', { leader: 'anna' }),
];

function room(read: (afterSeq: number) => Answer<BoardPart>) {
  const asked: number[] = [];
  const made = new BoardRoom({
    acts: new WaitingActs('test'),
    now: () => 7,
    read: (afterSeq) => {
      asked.push(afterSeq);
      return Promise.resolve(read(afterSeq));
    },
  });
  return { made, asked };
}

describe('the board of a client', () => {
  it('asks for what is missing when a number is skipped, and takes doubles as one', async () => {
    const { made, asked } = room((afterSeq) => ({ data: part(all.filter(({ seq }) => seq > afterSeq)) }));
    made.receive(part([all[0]!]));
    made.receive(part([all[0]!]));
    made.receive(part([all[3]!]));
    await made.catchUp();
    expect(asked[0]).toBe(1);
    expect(made.snapshot().board).toMatchObject({ seq: 4, state: 'running', leader: 'anna' });
    expect(Object.keys(made.snapshot().board.present)).toEqual(['anna', 'bo']);
  });

  it('keeps the newest words of an item, in whatever order they come', () => {
    const { made } = room(() => ({ data: part([]) }));
    const item = (version: number, text: string) =>
      ({ id: 'i', version, text, category: 'leisure', ground: 'internal', until: null }) as BoardPart['items'][number];
    made.receive(part([], [item(2, 'nytt')]));
    made.receive(part([], [item(1, 'gammalt')]));
    expect(made.snapshot().items.get('i')?.text).toBe('nytt');
  });

  it('sends an act again until it is answered, in order, and says how many wait', async () => {
    jest.useFakeTimers();
    try {
      const { made } = room(() => ({ data: part([]) }));
      made.open();
      const sent: string[] = [];
      let down = true;
      const act = (name: string) =>
        made.act<string>(() => {
          sent.push(name);
          return Promise.resolve(down ? NETWORK : { data: name });
        });
      const both = Promise.all([act('först'), act('sedan')]);
      await jest.advanceTimersByTimeAsync(500);
      expect(made.snapshot().waiting).toBe(2);
      await jest.advanceTimersByTimeAsync(1_500);
      down = false;
      await jest.advanceTimersByTimeAsync(10_000);
      expect(await both).toEqual([{ data: 'först' }, { data: 'sedan' }]);
      expect(sent.slice(-2)).toEqual(['först', 'sedan']);
      expect(sent.slice(0, -2).every((name) => name === 'först')).toBe(true);
      expect(made.snapshot().waiting).toBe(0);
    } finally {
      jest.useRealTimers();
    }
  });

  it('does not send a refused act again', async () => {
    const { made } = room(() => ({ data: part([]) }));
    const send = jest.fn(() => Promise.resolve(GONE as Answer<string>));
    expect((await made.act(send)).refusal?.code).toBe('NOT_FOUND');
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('keeps nothing of what was shown when the right to it ends', async () => {
    let gone = false;
    const { made } = room((afterSeq) => (gone ? GONE : { data: part(all.filter(({ seq }) => seq > afterSeq)) }));
    await made.catchUp();
    gone = true;
    await made.catchUp();
    made.receive(part(all));
    expect(made.snapshot()).toMatchObject({ revokedAt: 7, board: { seq: 0 } });
    expect(made.snapshot().items.size).toBe(0);
  });
});

describe('what is no longer for its reader', () => {
  const item = (id: string, text: string | null) =>
    ({ id, version: 1, text, category: null, ground: 'consent', until: null }) as BoardPart['items'][number];

  it('leaves with the board that takes its place, and says when', () => {
    const { made } = room(() => ({ data: part([]) }));
    made.receive(part(all, [item('a', 'kvar'), item('b', 'borta')]));
    made.replace(part(all, [item('a', 'kvar')]));
    expect([...made.snapshot().items.keys()]).toEqual(['a']);
    expect(made.snapshot()).toMatchObject({ lessenedAt: 7, board: { seq: 4 } });
  });

  it('says nothing when nothing that was seen has left', () => {
    const { made } = room(() => ({ data: part([]) }));
    made.receive(part(all, [item('a', 'kvar'), item('b', null)]));
    made.replace(part(all, [item('a', 'kvar')]));
    expect(made.snapshot().lessenedAt).toBeUndefined();
  });

  it('does not come back with an answer that was on its way', async () => {
    let answer: (part: Answer<BoardPart>) => void = () => undefined;
    const made = new BoardRoom({
      acts: new WaitingActs('test'),
      now: () => 7,
      read: () => new Promise((resolve) => (answer = resolve)),
    });
    const reading = made.catchUp();
    made.replace(part(all, [item('a', null)]));
    answer({ data: part(all, [item('a', 'hemligt')]) });
    await reading;
    expect(made.snapshot().items.get('a')?.text).toBeNull();
  });

  it('ends on the screen at the very moment it ends by itself', async () => {
    jest.useFakeTimers();
    try {
      const reads: number[] = [];
      const made = new BoardRoom({
        acts: new WaitingActs('test'),
        now: () => Date.now(),
        read: (afterSeq) => {
          reads.push(afterSeq);
          return Promise.resolve({ data: part(all, [item('a', null)]) });
        },
      });
      const leave = made.open();
      const until = new Date(Date.now() + 3_000).toISOString();
      made.receive({ ...part(all, [item('a', 'till klockan tre')]), until });
      await jest.advanceTimersByTimeAsync(2_900);
      expect(made.snapshot().items.get('a')?.text).toBe('till klockan tre');
      await jest.advanceTimersByTimeAsync(200);
      expect(reads).toEqual([0]);
      expect(made.snapshot().items.get('a')?.text).toBeNull();
      leave();
    } finally {
      jest.useRealTimers();
    }
  });

  it('reads anew only when what was on its way has come: it may have been read before something left', async () => {
    const item = { id: 'i', version: 1, text: 'lämnat', category: 'leisure', ground: 'consent', until: null };
    const asked: ((answer: Answer<BoardPart>) => void)[] = [];
    const made = new BoardRoom({
      acts: new WaitingActs('test'),
      now: () => 7,
      read: () => new Promise((answer) => asked.push(answer)),
    });
    void made.catchUp();
    const anew = made.readAnew();
    await Promise.resolve();
    expect(asked).toHaveLength(1);
    asked[0]!({ data: part(all, [item as BoardPart['items'][number]]) });
    while (asked.length < 2) await Promise.resolve();
    asked[1]!({ data: part(all) });
    await anew;
    expect(made.snapshot().items.size).toBe(0);
  });
});
