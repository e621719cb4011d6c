import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type AlarmPlan, DEFAULT_ALARM_PLAN, parseAlarmPlan } from './alarm-plan.js';
import { type DeadlineFacts, decideDueEffects, findNextWake, wakesOf } from './decide-wakes.js';

const START = Date.UTC(2026, 0, 1);
const HOUR = 3_600_000;
const facts = (more: Partial<DeadlineFacts> = {}): DeadlineFacts => ({
  state: 'open',
  start: START,
  due: START + 4 * HOUR,
  done: new Set(),
  ...more,
});
const at = (hours: number): number => START + hours * HOUR;
const keys = (found: readonly { readonly key: string; readonly late?: boolean }[]): string[] =>
  found.map(({ key, late }) => (late === true ? `${key} (late)` : key));

describe('what a deadline of four hours makes happen', () => {
  it('is warned, escalated and missed in this order', () => {
    expect(wakesOf(facts()).map(({ key, at: instant }) => `${(instant - START) / 60_000} min ${key}`)).toEqual([
      '120 min warn:0.5',
      '192 min warn:0.8',
      '192 min escalate:unit',
      '216 min escalate:leader',
      '240 min missed',
      '240 min escalate:manager',
      '300 min escalate:duty-roster',
    ]);
  });

  it('happens at its instant, not before', () => {
    expect(keys(decideDueEffects(facts(), at(2) - 1))).toEqual([]);
    expect(keys(decideDueEffects(facts(), at(2)))).toEqual(['warn:0.5']);
  });

  it('does nothing at the second delivery', () => {
    expect(keys(decideDueEffects(facts({ done: new Set(['warn:0.5']) }), at(2)))).toEqual([]);
  });

  it('happens once each after an outage across several, marked late', () => {
    const back = at(4) + 60_000;
    const once = decideDueEffects(facts(), back);
    expect(keys(once)).toEqual([
      'warn:0.5 (late)',
      'warn:0.8 (late)',
      'escalate:unit (late)',
      'escalate:leader (late)',
      'missed',
      'escalate:manager',
    ]);
    expect(
      decideDueEffects(facts({ state: 'missed', done: new Set(keys(once).map((key) => key.split(' ')[0]!)) }), back),
    ).toEqual([]);
  });

  it('goes on after it is missed and ends when it is met or void', () => {
    const missed = facts({ state: 'missed' });
    expect(keys(decideDueEffects(missed, at(9)))).not.toContain('missed (late)');
    expect(keys(decideDueEffects(missed, at(9)))).toContain('escalate:duty-roster (late)');
    for (const state of ['met', 'met-late', 'void'] as const) {
      expect(decideDueEffects(facts({ state }), at(9))).toEqual([]);
      expect(findNextWake(facts({ state }))).toBeNull();
    }
  });

  it('gives the next wake also when it has passed', () => {
    expect(findNextWake(facts())).toBe(at(2));
    expect(findNextWake(facts({ done: new Set(wakesOf(facts()).map(({ key }) => key)) }))).toBeNull();
  });

  it('happens exactly once each, in whatever rhythm, stops and clock steps the worker wakes', () => {
    const plan = fc.record<AlarmPlan>({
      warnings: fc.uniqueArray(
        fc.integer({ min: 1, max: 99 }).map((percent) => percent / 100),
        { maxLength: 5 },
      ),
      escalations: fc.constantFrom({}, DEFAULT_ALARM_PLAN.escalations, { manager: 0.95, 'duty-roster': 2 }),
    });
    const wakeups = fc.array(fc.integer({ min: START - HOUR, max: at(12) }), { maxLength: 30 });
    fc.assert(
      fc.property(plan, wakeups, (alarms, instants) => {
        let deadline = facts();
        const happened: string[] = [];
        for (const now of [...instants, at(12), at(12)]) {
          for (const { key, at: planned, effect } of decideDueEffects(deadline, now, alarms)) {
            expect(planned).toBeLessThanOrEqual(now);
            happened.push(key);
            deadline = {
              ...deadline,
              done: new Set([...deadline.done, key]),
              state: effect.kind === 'miss' ? 'missed' : deadline.state,
            };
          }
        }
        expect(happened).toEqual([...new Set(happened)]);
        expect([...happened].sort()).toEqual(
          wakesOf(facts(), alarms)
            .map(({ key }) => key)
            .sort(),
        );
        expect(findNextWake(deadline, alarms)).toBeNull();
      }),
    );
  });
});

describe('an alarm plan', () => {
  it('keeps its defaults for what it leaves out, and sorts its warnings', () => {
    expect(parseAlarmPlan({})).toEqual({ ok: true, value: DEFAULT_ALARM_PLAN });
    expect(parseAlarmPlan({ warnings: [0.9, 0.25] })).toMatchObject({ value: { warnings: [0.25, 0.9] } });
    expect(parseAlarmPlan({ warnings: [], escalations: { leader: 1 } })).toEqual({
      ok: true,
      value: { warnings: [], escalations: { leader: 1 } },
    });
  });

  it.each([
    [null, 'alarms'],
    [{ warning: [] }, 'alarms.warning'],
    [{ warnings: 0.5 }, 'alarms.warnings'],
    [{ warnings: [0.5, 0.5] }, 'alarms.warnings'],
    [{ warnings: [0.5, 1] }, 'alarms.warnings[1]'],
    [{ warnings: [0] }, 'alarms.warnings[0]'],
    [{ warnings: ['0.5'] }, 'alarms.warnings[0]'],
    [{ escalations: [] }, 'alarms.escalations'],
    [{ escalations: { boss: 1 } }, 'alarms.escalations.boss'],
    [{ escalations: { leader: 11 } }, 'alarms.escalations.leader'],
    [{ escalations: { unit: 1, leader: 0.9 } }, 'alarms.escalations'],
  ])('%j is at fault in %s', (written, path) => {
    expect(parseAlarmPlan(written)).toMatchObject({ ok: false, error: { path } });
  });
});
