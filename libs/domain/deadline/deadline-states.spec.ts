import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type Deadline,
  DEADLINE_EVENTS,
  DEADLINE_STATES,
  DEADLINE_TRANSITIONS,
  type DeadlineChange,
  type DeadlineEvent,
  decideDeadlineChange,
  isOverdue,
} from './deadline-states.js';

const START = Date.UTC(2026, 0, 1);
const DUE = START + 4 * 3_600_000;
const inTime: Deadline = { state: 'open', start: START, due: DUE };
const change = (event: DeadlineEvent, at: number): DeadlineChange => ({ event, at, by: 'anna', reason: ' dublett ' });

describe('the life of a deadline', () => {
  it('reads as a table', () => {
    const rows = DEADLINE_STATES.map(
      (state) => `${state}: ${DEADLINE_EVENTS.map((event) => DEADLINE_TRANSITIONS[state][event] ?? '–').join(' | ')}`,
    );
    expect(['state: meet | miss | void', ...rows]).toEqual([
      'state: meet | miss | void',
      'open: met | missed | void',
      'met: – | – | –',
      'missed: met-late | – | –',
      'met-late: – | – | –',
      'void: – | – | –',
    ]);
  });

  it('is met until the last millisecond and met late from then on, written down as missed or not', () => {
    expect(decideDeadlineChange(inTime, change('meet', DUE - 1))).toMatchObject({
      value: { state: 'met', by: 'anna', missedAt: null },
    });
    for (const state of ['open', 'missed'] as const) {
      expect(decideDeadlineChange({ ...inTime, state }, change('meet', DUE))).toMatchObject({
        value: { state: 'met-late', by: 'anna', missedAt: DUE },
      });
    }
  });

  it('is met by what was done in time and is written down after the clock has found it missed', () => {
    expect(decideDeadlineChange({ ...inTime, state: 'missed' }, change('meet', DUE - 1))).toMatchObject({
      value: { state: 'met', at: DUE - 1, missedAt: null },
    });
    for (const state of ['met', 'met-late', 'void'] as const)
      expect(decideDeadlineChange({ ...inTime, state }, change('meet', DUE - 1))).toMatchObject({
        error: { code: 'no-such-transition' },
      });
  });

  it('is missed by the clock alone, when the time is up and not before', () => {
    expect(decideDeadlineChange(inTime, change('miss', DUE - 1))).toMatchObject({ error: { code: 'not-due' } });
    expect(decideDeadlineChange(inTime, change('miss', DUE + 9))).toEqual({
      ok: true,
      value: { state: 'missed', at: DUE + 9, by: null, reason: null, missedAt: DUE },
    });
  });

  it('is made void with a reason, but never to hide that it was missed', () => {
    expect(decideDeadlineChange(inTime, change('void', START))).toMatchObject({
      value: { state: 'void', reason: 'dublett', missedAt: null },
    });
    expect(decideDeadlineChange(inTime, { event: 'void', at: START, by: 'anna', reason: ' ' })).toMatchObject({
      error: { path: 'reason', code: 'no-reason' },
    });
    for (const state of ['open', 'missed'] as const) {
      expect(decideDeadlineChange({ ...inTime, state }, change('void', DUE))).toMatchObject({
        error: { code: 'no-such-transition' },
      });
    }
  });

  it('comes to the same whether the clock or the person was written down first', () => {
    const events = fc.array(
      fc.tuple(fc.constantFrom(...DEADLINE_EVENTS), fc.integer({ min: START, max: DUE + 3_600_000 })),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(events, (happened) => {
        const inOrder = [...happened].sort(([, a], [, b]) => a - b);
        const run = (withClock: boolean): string => {
          let deadline = inTime;
          for (const [event, at] of inOrder) {
            if (withClock && deadline.state === 'open' && isOverdue(deadline, at))
              deadline = { ...deadline, state: 'missed' };
            if (event === 'miss') continue;
            const decided = decideDeadlineChange(deadline, change(event, at));
            if (decided.ok) deadline = { ...deadline, state: decided.value.state };
          }
          return deadline.state === 'missed' ? 'open' : deadline.state;
        };
        expect(run(true)).toBe(run(false));
      }),
    );
  });
});
