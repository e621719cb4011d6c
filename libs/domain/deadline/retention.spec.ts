import { describe, expect, it } from '@jest/globals';
import { parseCivilDay } from '../kernel/civil-day.js';
import { formatInstant, parseInstant } from '../kernel/instant.js';
import {
  DECIDED_BY_MANAGERS,
  defaultAlarmsOf,
  isMissedInSilence,
  planOfKind,
  SEEN_WHEN_REMINDED,
} from './acts-of-kind.js';
import { dueOfKind } from './built-in-deadlines.js';
import { decideRetention, KEEP_GROUNDS } from './decide-retention.js';
import { decideTold } from './decide-told.js';
import { wakesOf } from './decide-wakes.js';
import { RETENTION_KINDS, retentionFrom, retentionOf, type RetentionFacts } from './retention.js';

const at = (text: string) => parseInstant(text)!;
const day = (text: string) => parseCivilDay(text)!;
const FACTS: RetentionFacts = {
  closed: true,
  measuresSince: null,
  lastNoteAt: at('2026-10-23T15:00:00Z'),
  born: day('2011-12-31'),
};

describe('how long a case is kept', () => {
  it.each([
    ['a closed one: from its last note', FACTS, 'retention'],
    ['one that goes on: not yet', { ...FACTS, closed: false }, null],
    [
      'measures for a child: from birth',
      { ...FACTS, closed: false, measuresSince: at('2026-10-01T10:00:00Z') },
      'retention-child-protection',
    ],
    [
      'a closed one with measures for a child: from birth',
      { ...FACTS, measuresSince: at('2029-12-30T22:59:59Z') },
      'retention-child-protection',
    ],
    [
      'measures from the day of coming of age on: as any case',
      { ...FACTS, measuresSince: at('2029-12-30T23:00:00Z') },
      'retention',
    ],
    [
      'measures for an adult: from the last note, and anew with each',
      { ...FACTS, closed: false, measuresSince: at('2030-01-01T12:00:00Z') },
      'retention',
    ],
  ] as const)('is, for %s', (_, facts, kind) => {
    expect(retentionOf(facts)).toBe(kind);
  });

  it('ends five years after the last note, and with the day on which the child becomes thirty', () => {
    const ends = RETENTION_KINDS.map((kind) => {
      const due = dueOfKind(kind, retentionFrom(kind, FACTS));
      return due.ok ? formatInstant(due.value) : due.error.code;
    });
    expect(ends).toEqual(['2031-10-23T22:00:00.000Z', '2041-12-31T23:00:00.000Z']);
  });

  it('is counted anew, then told of once, three months ahead, and missed in silence', () => {
    for (const kind of RETENTION_KINDS) {
      const [start, due] = [
        at('2000-01-01T00:00:00Z'),
        at(kind === 'retention' ? '2005-01-01T00:00:00Z' : '2030-01-01T00:00:00Z'),
      ];
      const wakes = wakesOf({ start, due }, planOfKind(kind, defaultAlarmsOf(kind)));
      expect(wakes.map(({ effect }) => effect.kind)).toEqual(['act', 'warn', 'miss']);
      const daysLeft = (due - wakes[1]!.at) / 86_400_000;
      expect(daysLeft).toBeGreaterThan(80);
      expect(daysLeft).toBeLessThan(100);
      expect([isMissedInSilence(kind), SEEN_WHEN_REMINDED.includes(kind), DECIDED_BY_MANAGERS.includes(kind)]).toEqual([
        true,
        true,
        true,
      ]);
    }
  });

  it('is told to the managers, whoever owns it or works on the case', () => {
    const post = (member: string, role: 'intake' | 'manager') =>
      ({ id: member, member, house: 'soc', unit: 'intake', role, leader: false, from: 0, until: null }) as const;
    const chain = {
      house: 'soc',
      unit: 'intake',
      emergencyService: null,
      memberships: [post('worker', 'intake'), post('boss', 'manager')],
      duties: [],
      at: 10,
    };
    const warn = { kind: 'warn', fraction: 0.95 } as const;
    const facts = { owner: 'worker', assigned: ['worker'], chain };
    expect(decideTold(warn, { ...facts, byManagers: true })).toEqual({ members: ['boss'], step: 'manager' });
    expect(decideTold(warn, facts)).toEqual({ members: ['worker'], step: null });
  });
});

describe('what is decided about it', () => {
  const now = at('2031-09-01T10:00:00Z');
  const facts = { now, due: at('2031-10-23T22:00:00Z'), hasNewerNote: false };
  const keep = { outcome: 'keep', ground: 'research', keepUntil: '2036-05-01' };
  const dispose = { outcome: 'dispose', ground: '', keepUntil: '' };
  const faultsOf = (decision: ReturnType<typeof decideRetention>) =>
    decision.outcome === 'refused' ? decision.faults.map(({ field, code }) => `${field} ${code}`) : decision.decided;

  it('is that it is disposed of, or kept for a lawful reason until a day', () => {
    expect(faultsOf(decideRetention(dispose, facts))).toEqual({ outcome: 'dispose', ground: 'time-is-up' });
    for (const ground of KEEP_GROUNDS) {
      const decided = faultsOf(decideRetention({ ...keep, ground }, facts));
      expect(decided).toEqual({ outcome: 'keep', ground, until: day('2036-05-01') });
    }
  });

  it.each([
    ['nothing chosen', { ...keep, outcome: '' }, facts, ['outcome choose-one']],
    ['disposing of what has a newer note', dispose, { ...facts, hasNewerNote: true }, ['outcome newer-note']],
    [
      'keeping without a reason or a day',
      { ...keep, ground: '', keepUntil: '' },
      facts,
      ['ground choose-one', 'keepUntil no-date'],
    ],
    ['a reason that only disposes', { ...keep, ground: 'time-is-up' }, facts, ['ground choose-one']],
    [
      'a day that ends no later than the time does',
      { ...keep, keepUntil: '2031-10-23' },
      facts,
      ['keepUntil too-early'],
    ],
    [
      'today, when the time is long up',
      { ...keep, keepUntil: '2031-09-01' },
      { ...facts, due: at('2031-01-01T00:00:00Z') },
      ['keepUntil too-early'],
    ],
    ['a day that nobody can answer for', { ...keep, keepUntil: '2200-01-01' }, facts, ['keepUntil too-late']],
  ] as const)('is not %s', (_, written, given, expected) => {
    expect(faultsOf(decideRetention(written, given))).toEqual(expected);
  });

  it('keeps for a day after the end at the least', () => {
    const decided = decideRetention({ ...keep, keepUntil: '2031-10-24' }, facts);
    expect(decided.outcome).toBe('decided');
  });
});
