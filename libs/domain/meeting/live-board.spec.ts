/** Late joiners and lost connections. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { agendaClock } from './agenda.js';
import { EMPTY_BOARD, applyEvent, findMissing, receiveEvents } from './board.js';
import { MAP_KINDS, STANCES } from './joint-map.js';
import { BOARD_TEXTS, type MeetingEvent, type MeetingHappening } from './meeting-event.js';

const member = fc.constantFrom('anna', 'bo', 'cilla');
const unit = fc.constantFrom('child', 'adult', 'youth');
const version = fc.integer({ min: 1, max: 9 });
const id = fc.constantFrom('1', '2', '3', '4');

const happening: fc.Arbitrary<MeetingHappening> = fc.oneof(
  fc.constantFrom<MeetingHappening>(
    { kind: 'LobbyOpened' },
    { kind: 'MeetingPaused' },
    { kind: 'MeetingResumed' },
    { kind: 'ClosingBegun' },
    { kind: 'MeetingClosed' },
    { kind: 'MeetingCalledOff', reasons: null },
    { kind: 'AgendaSet', points: [{ id: 'pictures', minutes: 20 }] },
    { kind: 'PointEntered', point: 'pictures' },
  ),
  fc.record({ kind: fc.constantFrom('MeetingStarted' as const, 'LeadTaken' as const), leader: member }),
  fc.record({ kind: fc.constant('MemberArrived' as const), member, unit }),
  fc.record({ kind: fc.constantFrom('MemberLeft' as const, 'FloorAsked' as const, 'SteppedBack' as const), member }),
  fc.record({ kind: fc.constant('FloorGiven' as const), member: fc.option(member) }),
  fc.record({
    kind: fc.constant('PictureGiven' as const),
    unit,
    knowledge: fc.constantFrom('knows' as const, 'knew' as const, 'does-not-know' as const),
    items: fc.array(fc.record({ item: id, version }), { maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('MapEntryPut' as const),
    entry: fc.record({
      id,
      kind: fc.constantFrom(...MAP_KINDS),
      unit,
      item: id,
      version,
      topic: fc.option(fc.constantFrom('x', 'y')),
      stance: fc.constantFrom(...STANCES),
    }),
  }),
  fc.record({ kind: fc.constant('MapEntryRemoved' as const), entry: id }),
  fc.record({ kind: fc.constant('TextSaved' as const), text: fc.constantFrom(...BOARD_TEXTS), item: id, version }),
  fc.record({
    kind: fc.constant('DecisionMade' as const),
    decision: fc.constantFrom('more-now' as const, 'other-support' as const),
    decider: member,
    reasons: id,
    handOverTo: fc.option(member),
  }),
);
const log: fc.Arbitrary<readonly MeetingEvent[]> = fc
  .array(happening, { maxLength: 40 })
  .map((all) => all.map((one, at) => ({ ...one, seq: at + 1, at: at * 1000, by: 'anna' })));
const fold = (events: readonly MeetingEvent[]) => events.reduce(applyEvent, EMPTY_BOARD);

describe('the board', () => {
  it('property: a snapshot at any point and the events after it are the whole', () => {
    fc.assert(
      fc.property(log, fc.nat(40), (events, at) => {
        const snapshot = fold(events.slice(0, at));
        expect(events.slice(at).reduce(applyEvent, snapshot)).toEqual(fold(events));
        expect(fold(events).seq).toBe(events.length);
      }),
    );
  });
  it('property: events late, twice and in any order give the same', () => {
    const delivery = log.chain((events) =>
      fc.tuple(
        fc.constant(events),
        fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2, maxLength: events.length * 2 }),
        fc.integer({ min: 1, max: 5 }),
      ),
    );
    fc.assert(
      fc.property(delivery, ([events, delivered, batch]) => {
        let inbox = { board: EMPTY_BOARD, waiting: [] } as ReturnType<typeof receiveEvents>;
        for (let at = 0; at < delivered.length; at += batch)
          inbox = receiveEvents(inbox, delivered.slice(at, at + batch));
        expect(inbox).toEqual({ board: fold(events), waiting: [] });
        expect(findMissing(inbox)).toBeNull();
      }),
    );
  });
  it('says which event it misses, and counts pauses out of the time', () => {
    const event = (seq: number, at: number, one: MeetingHappening): MeetingEvent => ({ ...one, seq, at, by: 'anna' });
    const events = [
      event(1, 0, { kind: 'MeetingStarted', leader: 'anna' }),
      event(2, 60_000, { kind: 'MeetingPaused' }),
      event(3, 90_000, { kind: 'PointEntered', point: 'pictures' }),
      event(4, 120_000, { kind: 'MeetingResumed' }),
    ];
    const gap = receiveEvents({ board: EMPTY_BOARD, waiting: [] }, [events[0]!, events[2]!]);
    expect([findMissing(gap), gap.waiting.length, gap.board.seq]).toEqual([2, 1, 1]);
    const { board } = receiveEvents(gap, events.slice(1));
    expect(agendaClock(board.agenda, board.timing, 180_000)).toMatchObject({
      totalLeft: 28 * 60_000,
      pointLeft: 11 * 60_000,
    });
  });

  it('moves on by what is not for its reader, and shows nothing of it', () => {
    const before = receiveEvents({ board: EMPTY_BOARD, waiting: [] }, [
      { kind: 'MeetingStarted', leader: 'anna', seq: 1, at: 0, by: 'anna' },
    ]).board;
    const after = receiveEvents({ board: before, waiting: [] }, [{ kind: 'NotForYou', seq: 2, at: 5, by: '' }]).board;
    expect(after).toEqual({ ...before, seq: 2 });
  });
});
