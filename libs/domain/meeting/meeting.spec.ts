/** Steps, clock, speaking order, joint map, decision and closing. */
import { describe, expect, it } from '@jest/globals';
import { MINUTE } from '../kernel/instant.js';
import { HUB_AGENDA, JOINT_AGENDA, agendaClock, agendaMinutes, scaleAgenda } from './agenda.js';
import { type Board, EMPTY_BOARD } from './board.js';
import { type DecisionInput, decideClose, decideJointClose, decideMeeting } from './decide-meeting.js';
import { type MapEntry, findDifferences } from './joint-map.js';
import {
  ADJUST_WINDOW,
  MEETING_STATES,
  MEETING_STEPS,
  MEETING_TRANSITIONS,
  decideMeetingStep,
  isBoardOpen,
} from './meeting-states.js';
import { EMPTY_ORDER, askForFloor, giveFloor, giveFloorToNext, stepBack } from './speaking-order.js';

describe('meeting states', () => {
  it('go by this table', () => {
    const lines = MEETING_STATES.map((state) => {
      const steps = MEETING_STEPS.flatMap((step) => {
        const to = MEETING_TRANSITIONS[state][step];
        return to === undefined ? [] : [`${step} → ${to}`];
      });
      return `${state}: ${steps.join(', ') || 'the end'}`;
    });
    expect(lines).toEqual([
      'planned: open-lobby → lobby, call-off → called-off',
      'lobby: start → running, call-off → called-off',
      'running: pause → paused, begin-closing → closing',
      'paused: resume → running, begin-closing → closing',
      'closing: resume → running, close → closed',
      'closed: adjust → closed',
      'called-off: the end',
    ]);
    expect(MEETING_STATES.filter(isBoardOpen)).toEqual(['lobby', 'running', 'paused', 'closing']);
  });
  it('can be adjusted for a quarter of an hour', () => {
    const closed = { state: 'closed', closedAt: 100 } as const;
    expect(decideMeetingStep(closed, 'adjust', 99 + ADJUST_WINDOW)).toEqual({ outcome: 'moved', state: 'closed' });
    expect(decideMeetingStep(closed, 'adjust', 100 + ADJUST_WINDOW)).toMatchObject({
      code: 'adjust-window-over',
      possible: [],
    });
    expect(decideMeetingStep({ state: 'planned', closedAt: null }, 'close', 0)).toMatchObject({
      code: 'not-from-here',
    });
  });
});

describe('agenda', () => {
  const timing = { ...EMPTY_BOARD.timing, startedAt: 0, point: 'pictures', pointStartedAt: 3 * MINUTE };
  const clock = (over: object, now: number) => {
    const { running, totalLeft, pointLeft, behindBy, endsAt } = agendaClock(
      HUB_AGENDA,
      { ...timing, ...over },
      now * MINUTE,
    );
    return [
      running,
      totalLeft / MINUTE,
      pointLeft === null ? null : pointLeft / MINUTE,
      behindBy / MINUTE,
      endsAt === null ? null : endsAt / MINUTE,
    ];
  };
  it('of the hub is half an hour', () => {
    expect(agendaMinutes(HUB_AGENDA)).toBe(30);
  });
  it.each([
    [30, [2, 12, 6, 5, 4, 1]],
    [60, [4, 24, 12, 10, 8, 2]],
    [15, [1, 6, 3, 2, 2, 1]],
    [5, [1, 1, 1, 1, 1]],
  ])('of %d minutes has its points in proportion', (minutes, expected) => {
    const points = scaleAgenda(HUB_AGENDA, minutes);
    expect(points.map((point) => point.minutes)).toEqual(expected);
    expect(agendaMinutes(points)).toBe(minutes);
    expect(points.map(({ id }) => id)).toContain('decision');
  });
  it.each([
    ['before the start', { startedAt: null }, 9, [false, 30, null, 0, null]],
    ['a minute behind', {}, 5, [true, 25, 10, 1, 30]],
    ['a point over its time', {}, 17, [true, 13, -2, 3, 30]],
    ['over the whole time', { point: 'hand-over', pointStartedAt: 29 * MINUTE }, 32, [true, -2, -2, 2, 30]],
    ['standing still', { pausedAt: 5 * MINUTE }, 20, [false, 25, 10, 1, null]],
    ['after a pause', { pausedFor: 4 * MINUTE, pointPausedFor: 4 * MINUTE }, 9, [true, 25, 10, 1, 34]],
    ['ended', { endedAt: 20 * MINUTE }, 99, [false, 10, -5, 6, null]],
    ['a clock that stepped back', {}, -9, [true, 30, 12, 0, 30]],
  ])('%s', (_, over, now, expected) => {
    expect(clock(over, now)).toEqual(expected);
  });
});

describe('speaking order', () => {
  it('lets each wait once and speak in turn', () => {
    const line = ['a', 'b', 'a', 'c'].reduce(askForFloor, EMPTY_ORDER);
    expect(line).toEqual({ floor: null, waiting: ['a', 'b', 'c'] });
    const a = giveFloorToNext(line);
    expect(a).toEqual({ floor: 'a', waiting: ['b', 'c'] });
    expect(askForFloor(a, 'a')).toEqual(a);
    expect(giveFloor(a, 'c')).toEqual({ floor: 'c', waiting: ['b'] });
    expect(stepBack(stepBack(a, 'a'), 'b')).toEqual({ floor: null, waiting: ['c'] });
    expect(giveFloorToNext(EMPTY_ORDER)).toEqual(EMPTY_ORDER);
  });
});

describe('joint map', () => {
  const entry = (id: string, unit: string, stance: MapEntry['stance'], over: Partial<MapEntry> = {}): MapEntry => ({
    id,
    unit,
    stance,
    kind: 'risk',
    item: `i${id}`,
    version: 1,
    topic: 'irk-family',
    ...over,
  });
  it('shows where units differ, and only there', () => {
    expect(
      findDifferences([entry('1', 'child', 'present'), entry('2', 'adult', 'absent'), entry('3', 'youth', 'unsure')]),
    ).toEqual([{ topic: 'irk-family', present: ['1'], absent: ['2'] }]);
    expect(findDifferences([entry('1', 'child', 'present'), entry('2', 'child', 'absent')])).toEqual([]);
    expect(findDifferences([entry('1', 'child', 'present'), entry('2', 'adult', 'absent', { topic: null })])).toEqual(
      [],
    );
    expect(
      findDifferences([entry('1', 'child', 'present'), entry('2', 'adult', 'absent', { kind: 'difference' })]),
    ).toEqual([]);
  });
});

describe('decision', () => {
  const input: DecisionInput = {
    kind: 'open-investigation',
    decider: 'lisa',
    deciderMayDecide: true,
    reasons: 'Oro',
    handOverTo: 'omar',
  };
  it('names who decides, why, and who takes over', () => {
    expect(decideMeeting(input)).toEqual({
      outcome: 'decided',
      kind: 'open-investigation',
      decider: 'lisa',
      handOverTo: 'omar',
    });
    expect(decideMeeting({ ...input, kind: 'no-investigation' })).toMatchObject({ handOverTo: null });
  });
  it.each<[Partial<DecisionInput>, string[]]>([
    [{ kind: null, decider: null, reasons: ' ' }, ['kind missing', 'decider missing', 'reasons missing']],
    [{ kind: 'maybe', deciderMayDecide: false }, ['kind unknown-word', 'decider may-not-decide']],
    [{ handOverTo: null }, ['handOverTo missing']],
  ])('%j is refused', (over, expected) => {
    const decision = decideMeeting({ ...input, ...over });
    expect(decision.outcome === 'refused' && decision.faults.map(({ field, code }) => `${field} ${code}`)).toEqual(
      expected,
    );
  });
  it('must be there before the meeting closes, and the record names who was not heard', () => {
    expect(decideClose(EMPTY_BOARD, ['child'])).toEqual({
      outcome: 'refused',
      lacks: ['not-closing', 'decision-missing', 'assessment-missing', 'picture-missing'],
    });
    const board: Board = {
      ...EMPTY_BOARD,
      state: 'closing',
      decision: { kind: 'open-investigation', decider: 'lisa', reasons: 'i9', handOverTo: 'omar', at: 1 },
      texts: { 'joint-assessment': { item: 'i8', version: 2 } },
      pictures: { child: { knowledge: 'knows', items: [{ item: 'i1', version: 1 }] } },
    };
    expect(decideClose(board, ['child', 'adult'])).toEqual({
      outcome: 'closed',
      handOverTo: 'omar',
      unheardUnits: ['adult'],
    });
    const more = { ...board, texts: {}, decision: { ...board.decision!, kind: 'more-now' as const, handOverTo: null } };
    expect(decideClose(more, ['child'])).toMatchObject({ outcome: 'closed', handOverTo: null });
  });
});

describe('the end of a joint meeting', () => {
  const board: Board = { ...EMPTY_BOARD, state: 'closing' };

  it('needs what everyone does until next time, and no decision', () => {
    expect(decideJointClose(board)).toEqual({ outcome: 'refused', lacks: ['steps-missing'] });
    expect(decideJointClose({ ...board, state: 'running' })).toEqual({
      outcome: 'refused',
      lacks: ['not-closing', 'steps-missing'],
    });
    const texts = { 'next-steps': { item: 'i', version: 1 } };
    expect(decideJointClose({ ...board, texts })).toEqual({ outcome: 'closed' });
  });

  it('comes within its half hour', () => {
    expect(agendaMinutes(JOINT_AGENDA)).toBe(30);
  });
});
