/** The hub's slot, whom it may call, and its questions. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Party } from '../disclosure/case.js';
import { PHASES } from '../disclosure/vocabulary.js';
import { parseCivilDay } from '../kernel/civil-day.js';
import { HOUR, MINUTE, formatInstant, parseInstant } from '../kernel/instant.js';
import { type StandingSlot, chooseHubSlot } from './choose-hub-slot.js';
import { lobbyOf } from './lobby.js';
import { decideMayCall } from './may-call.js';
import { type Question, decideDeputy } from './question.js';

describe('chooseHubSlot', () => {
  const slots: readonly StandingSlot[] = (['mon', 'tue', 'wed', 'thu', 'fri'] as const).flatMap((weekday) => [
    { id: `${weekday}-am`, weekday, starts: 9 * 60 },
    { id: `${weekday}-pm`, weekday, starts: 14 * 60 + 30 },
  ]);
  const at = (text: string) => parseInstant(`${text}:00+01:00`)!;
  const taken = (from: string, minutes: number) => ({ from: at(from), until: at(from) + minutes * MINUTE });
  const long = [{ id: 'tue-long', weekday: 'tue', starts: 14 * 60, minutes: 120 }];
  const choose = (now: string, hours: number, over: object = {}) => {
    const chosen = chooseHubSlot({
      slots,
      now: at(now),
      deadline: at(now) + hours * HOUR,
      closed: [],
      taken: [],
      ...over,
    });
    return `${chosen.kind} ${chosen.slot ?? '-'} ${formatInstant(chosen.starts + HOUR).slice(0, 16)} ${chosen.keepsDeadline ? 'kept' : 'late'}${chosen.leavesUnitsTheirTime ? '' : ' short'}`;
  };
  it.each([
    ['red at ten', '2026-11-24T11:40', 4, {}, 'standing tue-pm 2026-11-24T14:30 kept'],
    ['red at eight', '2026-11-24T08:02', 4, {}, 'extra - 2026-11-24T10:05 kept'],
    ['red at night', '2026-11-24T23:11', 4, {}, 'extra - 2026-11-25T01:15 kept'],
    ['orange in the afternoon', '2026-11-24T21:30', 12, {}, 'standing wed-am 2026-11-25T09:00 kept'],
    ['orange on a Saturday', '2026-11-28T10:00', 12, {}, 'extra - 2026-11-28T12:00 kept'],
    [
      'orange, slot taken',
      '2026-11-24T06:00',
      12,
      { taken: [taken('2026-11-24T09:00', 30)] },
      'standing tue-pm 2026-11-24T14:30 kept',
    ],
    [
      'orange, day closed',
      '2026-11-24T06:00',
      12,
      { closed: [{ first: parseCivilDay('2026-11-23')!, last: parseCivilDay('2026-11-25')! }] },
      'extra - 2026-11-24T08:00 kept',
    ],
    ['a long slot that fits', '2026-11-24T11:40', 6, { slots: long }, 'standing tue-long 2026-11-24T14:00 kept'],
    ['a long slot past the deadline', '2026-11-24T11:40', 4, { slots: long }, 'extra - 2026-11-24T13:40 kept'],
    [
      'a long meeting before',
      '2026-11-24T06:00',
      12,
      { taken: [taken('2026-11-24T08:00', 90)] },
      'standing tue-pm 2026-11-24T14:30 kept',
    ],
    [
      'another time for the units',
      '2026-11-24T08:02',
      4,
      { known: at('2026-11-24T09:00') },
      'standing tue-am 2026-11-24T09:00 kept',
    ],
    ['Christmas Eve', '2026-12-24T06:00', 12, {}, 'extra - 2026-12-24T08:00 kept'],
    ['Christmas Day', '2026-12-25T06:00', 12, {}, 'extra - 2026-12-25T08:00 kept'],
    ['graded late: one hour left', '2026-11-24T11:02', 1, {}, 'extra - 2026-11-24T11:30 kept short'],
    ['no time left', '2026-11-24T11:02', 0.1, {}, 'extra - 2026-11-24T11:05 late short'],
    [
      'extra time taken',
      '2026-11-28T10:00',
      4,
      { taken: [taken('2026-11-28T12:10', 30)] },
      'extra - 2026-11-28T12:40 kept',
    ],
  ])('%s', (_, now, hours, over, expected) => {
    expect(choose(now, hours, over)).toBe(expected);
  });

  it('property: keeps the deadline whenever a meeting still fits, on a five-minute mark, never in the past', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 525_600 }), fc.integer({ min: 1, max: 14 * 1440 }), (from, span) => {
        const now = at('2026-01-01T00:00') + from * MINUTE;
        const deadline = now + span * MINUTE;
        const chosen = chooseHubSlot({ slots, now, deadline, closed: [], taken: [] });
        expect(chosen.starts).toBeGreaterThanOrEqual(now);
        expect(chosen.starts % (5 * MINUTE)).toBe(0);
        if (span >= 35) expect(chosen.keepsDeadline).toBe(true);
        if (span >= 155) expect(chosen.leavesUnitsTheirTime).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('whom the hub may call', () => {
  const own = { kind: 'social-services', authority: 'ekstad-soc', branch: 'social' } as const;
  const parties: readonly [string, Party][] = [
    ['own adult unit', own],
    ['other branch', { ...own, branch: 'family-law' }],
    ['police', { kind: 'police', authority: 'police', branch: 'local' }],
    ['association', { kind: 'association', authority: 'club', branch: 'x' }],
    ['mother', { kind: 'guardian', person: 'm' }],
  ];
  it('is this matrix', () => {
    const cell = (party: Party, phase: (typeof PHASES)[number]) => {
      const decision = decideMayCall(party, phase, own);
      return decision.outcome === 'may-call' ? decision.terms : `no: ${decision.code}`;
    };
    const matrix = parties.map(([name, party]) =>
      [name, ...PHASES.slice(0, 3).map((phase) => cell(party, phase))].join(' | '),
    );
    expect(matrix).toEqual([
      'own adult unit | internal | internal | internal',
      'other branch | no: other-house-before-investigation | gives-only | with-consent',
      'police | no: other-house-before-investigation | gives-only | with-consent',
      'association | no: other-house-before-investigation | no: not-bound-to-give | with-consent',
      'mother | no: not-a-house | no: not-a-house | with-consent',
    ]);
    expect(decideMayCall(parties[2]![1], 'none', own)).toMatchObject({ code: 'no-phase', source: 'OSL 26:1' });
  });
});

describe('what does your unit know', () => {
  const question: Question = {
    id: 'q',
    unit: 'adult',
    representative: 'eva',
    deputy: 'per',
    together: false,
    state: 'asked',
    askedAt: 0,
    due: 2 * HOUR,
    answeredAt: null,
    answeredBy: null,
    knowledge: null,
  };
  it('is asked of the deputy at half the time', () => {
    expect(decideDeputy(question, HOUR - 1)).toEqual({ outcome: 'wait', until: HOUR });
    expect(decideDeputy(question, HOUR)).toEqual({ outcome: 'ask-deputy', deputy: 'per' });
    expect(decideDeputy({ ...question, representative: null }, 0)).toEqual({ outcome: 'ask-deputy', deputy: 'per' });
    expect(decideDeputy({ ...question, state: 'deputy-asked' }, HOUR)).toMatchObject({ code: 'already-asked' });
    expect(decideDeputy({ ...question, deputy: null }, HOUR)).toMatchObject({ code: 'no-deputy' });
    expect(decideDeputy({ ...question, state: 'answered' }, HOUR)).toMatchObject({ code: 'answered' });
  });
  it('shows in the lobby who is awaited, and never what was said', () => {
    const done = { ...question, id: 'd', state: 'answered', knowledge: 'knew', answeredAt: 3 * HOUR } as const;
    const lobby = lobbyOf(
      [done, { ...question, id: 'w', due: 9 * HOUR }, { ...question, state: 'deputy-asked' }],
      2 * HOUR,
    );
    expect(lobby.rows.map(({ question: id, state, awaits, nextAt }) => [id, state, awaits, nextAt])).toEqual([
      ['q', 'late', 'per', null],
      ['w', 'awaited', 'eva', 4.5 * HOUR],
      ['d', 'answered-late', null, null],
    ]);
    const night = { ...question, together: true, state: 'deputy-asked' } as const;
    const atNight = [HOUR, 2 * HOUR].flatMap((now) => lobbyOf([night], now).rows);
    expect(atNight.map(({ state, awaits, nextAt }) => [state, awaits, nextAt])).toEqual([
      ['awaited', 'eva', 2 * HOUR],
      ['late', 'eva', null],
    ]);
    expect([lobby.answered, lobby.asked, lobby.complete]).toEqual([1, 3, false]);
    expect([lobbyOf([done], 0).complete, lobbyOf([], 0).complete]).toEqual([true, false]);
  });
});
