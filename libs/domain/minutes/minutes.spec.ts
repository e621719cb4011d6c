import { recordUntil } from './record-time.js';
import { describe, expect, it } from '@jest/globals';
import { decideAttendance, mandatesMissing, type SeatAtMeeting } from './attendance-of-seats.js';
import { DECISION_STATES, isUnfinished, mayBecome } from './decision-states.js';
import { decideWriting, linesOfVersion, minutesState } from './minutes-states.js';

describe('minutes', () => {
  const HOUR = 3_600_000;

  it('can be read as a matrix of meeting and time', () => {
    const rows = (['planned', 'lobby', 'running', 'closing', 'closed', 'called-off'] as const).map(
      (meeting) => `${meeting}: ${minutesState({ meeting, fixesAt: null }, 0)}`,
    );
    expect(rows).toEqual([
      'planned: not-begun',
      'lobby: written',
      'running: written',
      'closing: written',
      'closed: written',
      'called-off: not-begun',
    ]);
    const closed = { meeting: 'closed', fixesAt: HOUR } as const;
    expect([0, HOUR - 1, HOUR, HOUR + 1].map((now) => minutesState(closed, now))).toEqual([
      'adjustable',
      'adjustable',
      'fixed',
      'fixed',
    ]);
  });

  it('are amended after their time only with a reason, as a version of its own', () => {
    const fixed = { meeting: 'closed', fixesAt: 0, newest: 1 } as const;
    expect(decideWriting({ ...fixed, reason: null }, 1)).toEqual({ outcome: 'refused', code: 'reason-missing' });
    expect(decideWriting({ ...fixed, reason: '  ' }, 1)).toEqual({ outcome: 'refused', code: 'reason-missing' });
    expect(decideWriting({ ...fixed, reason: 'Fel datum.' }, 1)).toEqual({
      outcome: 'written-in',
      version: 2,
      isAmendment: true,
    });
    expect(decideWriting({ ...fixed, fixesAt: 5, reason: null }, 1)).toMatchObject({ version: 1, isAmendment: false });
    expect(decideWriting({ meeting: 'planned', fixesAt: null, newest: 1, reason: 'x' }, 1)).toMatchObject({
      code: 'not-begun',
    });
  });

  it('say in each version what they said then', () => {
    const lines = [
      { id: 'kept', fromVersion: 1, untilVersion: null },
      { id: 'wrong', fromVersion: 1, untilVersion: 1 },
      { id: 'right', fromVersion: 2, untilVersion: null },
    ];
    const said = (version: number) => linesOfVersion(lines, version).map(({ id }) => id);
    expect([said(1), said(2)]).toEqual([
      ['kept', 'wrong'],
      ['kept', 'right'],
    ]);
  });
});

describe('who was there', () => {
  const seat = (id: string, more: Partial<SeatAtMeeting> = {}): SeatAtMeeting => ({
    id,
    kind: 'police',
    mandate: 'speaks',
    deputyFor: null,
    ...more,
  });
  const seats = [seat('officer'), seat('second', { deputyFor: 'officer' }), seat('teacher', { kind: 'school' })];

  it('is a seat by itself or by its own deputy', () => {
    const decide = (state: 'present' | 'deputy' | 'absent', deputy: string | null, of = 'officer') =>
      decideAttendance(seats, { seat: of, state, deputy });
    expect(decide('present', null).outcome).toBe('noted');
    expect(decide('deputy', 'second').outcome).toBe('noted');
    expect(decide('deputy', null)).toMatchObject({ code: 'deputy-missing' });
    expect(decide('deputy', 'teacher')).toMatchObject({ code: 'not-their-deputy' });
    expect(decide('present', null, 'nobody')).toMatchObject({ code: 'no-such-seat' });
  });

  it('tells whose mandate was missing', () => {
    const must = { must: [['police'], ['school', 'independent-school']] } as const;
    const noted = (state: 'present' | 'deputy' | 'absent', deputy: string | null = null) => [
      { seat: 'officer', state, deputy },
      { seat: 'teacher', state: 'present', deputy: null } as const,
    ];
    expect(mandatesMissing(must, seats, noted('present'))).toEqual([]);
    expect(mandatesMissing(must, seats, noted('deputy', 'second'))).toEqual([]);
    expect(mandatesMissing(must, seats, noted('absent'))).toEqual([['police']]);
    const listening = seats.map((one) => ({ ...one, mandate: 'listens' as const }));
    expect(mandatesMissing(must, listening, noted('present'))).toEqual([['police'], ['school', 'independent-school']]);
  });
});

describe('a decision of a meeting', () => {
  it('goes from one state to another as the table says', () => {
    const rows = DECISION_STATES.map((from) =>
      `${from}: ${DECISION_STATES.filter((to) => mayBecome(from, to)).join(' ')}`.trim(),
    );
    expect(rows).toEqual([
      'open: done not-done withdrawn',
      'done:',
      'not-done: done withdrawn',
      'withdrawn:',
      'in-plan:',
    ]);
    expect(DECISION_STATES.filter(isUnfinished)).toEqual(['open', 'not-done']);
  });
});

describe('a record of a group that has ended', () => {
  it('is taken out until two weeks after its minutes are fixed', () => {
    const fixesAt = Date.UTC(2026, 10, 29);
    const end = Date.UTC(2026, 11, 13);
    expect(recordUntil(fixesAt, fixesAt - 1)).toBe(end);
    expect(recordUntil(fixesAt, end - 1)).toBe(end);
    expect(recordUntil(fixesAt, end)).toBeNull();
  });
});
