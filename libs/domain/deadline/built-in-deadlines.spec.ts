import { describe, expect, it } from '@jest/globals';
import { formatInstant, parseInstant } from '../kernel/instant.js';
import type { Result } from '../kernel/result.js';
import {
  BUILT_IN_DEADLINES,
  BUILT_IN_RULES,
  DEADLINE_KINDS,
  dueOfKind,
  feedbackDue,
  parseDeadlineRules,
} from './built-in-deadlines.js';

const FROM = parseInstant('2026-10-23T15:00:00Z')!;
const shown = (result: Result<number>): string => (result.ok ? formatInstant(result.value) : result.error.code);

describe('the built-in deadlines', () => {
  it('read as a table: what began on Friday 23 October 2026 at 17:00', () => {
    expect(
      DEADLINE_KINDS.map((kind) => `${kind} ${shown(dueOfKind(kind, FROM))} ${BUILT_IN_DEADLINES[kind].startsAt}`),
    ).toEqual([
      'grade-red-assessment 2026-10-23T19:00:00.000Z graded',
      'grade-orange-assessment 2026-10-24T03:00:00.000Z graded',
      'grade-green-assessment 2026-11-06T23:00:00.000Z report-received',
      'protection-assessment 2026-10-24T15:00:00.000Z report-received',
      'unit-knowledge 2026-10-23T17:00:00.000Z question-asked',
      'step-two-gathering 2026-10-24T15:00:00.000Z step-one-decided',
      'report-feedback 2026-10-30T23:00:00.000Z decision-made',
      'investigation 2027-02-23T23:00:00.000Z investigation-opened',
      'sig-meeting 2026-11-20T23:00:00.000Z last-meeting',
      'group-step 2026-12-04T23:00:00.000Z last-step',
      'nomination-answer 2026-10-30T23:00:00.000Z nominated',
      'waiting-look 2026-11-20T23:00:00.000Z began-to-wait',
      'hub-monitoring 2026-11-20T23:00:00.000Z last-look',
      'group-length 2027-10-23T22:00:00.000Z group-formed',
      'ordered-assessment 2026-12-04T23:00:00.000Z assessment-ordered',
      'meeting-decision 2026-11-06T23:00:00.000Z decision-made',
      'measure-follow-up 2026-11-20T23:00:00.000Z measure-agreed',
      'minutes-adjusted 2026-10-30T23:00:00.000Z meeting-closed',
      'invitation-answer 2026-10-30T23:00:00.000Z invited',
      'helpdesk-plan 2026-11-02T23:00:00.000Z report-received',
      'consent-renewal 2027-04-23T22:00:00.000Z consent-signed',
      'agreement-renewal 2027-10-23T22:00:00.000Z agreement-signed',
      'closing-follow-up 2027-04-23T22:00:00.000Z case-closed',
      'retention 2031-10-23T22:00:00.000Z last-note',
      'retention-child-protection 2056-10-23T22:00:00.000Z birth',
    ]);
  });

  it('each name a source, and the law’s own limits are marked', () => {
    for (const kind of DEADLINE_KINDS) expect(BUILT_IN_DEADLINES[kind].source).toMatch(/\S{3}/);
    expect(DEADLINE_KINDS.filter((kind) => BUILT_IN_DEADLINES[kind].statutoryMaximum)).toEqual([
      'grade-green-assessment',
      'protection-assessment',
      'investigation',
    ]);
  });

  it('can be set by a municipality, one by one', () => {
    const rules = parseDeadlineRules({ 'grade-red-assessment': { elapsed: { hours: 3 } } });
    expect(rules).toEqual({
      ok: true,
      value: { ...BUILT_IN_RULES, 'grade-red-assessment': { unit: 'elapsed', hours: 3 } },
    });
  });

  it('never end later than the law says, whatever is set', () => {
    const rules = parseDeadlineRules({
      'grade-green-assessment': { workdays: 14 },
      investigation: { months: 3 },
      'grade-red-assessment': { elapsed: { hours: 8 } },
    });
    if (!rules.ok) throw new Error(rules.error.sentence);
    expect(shown(dueOfKind('grade-green-assessment', FROM, rules.value))).toBe('2026-11-06T23:00:00.000Z');
    expect(shown(dueOfKind('investigation', FROM, rules.value))).toBe('2027-01-23T23:00:00.000Z');
    expect(shown(dueOfKind('grade-red-assessment', FROM, rules.value))).toBe('2026-10-23T23:00:00.000Z');
  });

  it.each([
    [[], 'deadlines'],
    [{ 'grade-blue-assessment': { days: 1 } }, 'deadlines.grade-blue-assessment'],
    [{ 'sig-meeting': { weeks: 0 } }, 'deadlines.sig-meeting.weeks'],
  ])('%j is at fault in %s', (written, path) => {
    expect(parseDeadlineRules(written)).toMatchObject({ ok: false, error: { path } });
  });
});

describe('feedback to the reporter', () => {
  const facts = { decidedAt: FROM, askedAt: FROM - 1, investigationRanAlready: false };

  it.each([
    ['asked for before the decision', facts, '2026-10-30T23:00:00.000Z'],
    ['asked for with the decision', { ...facts, askedAt: FROM }, '2026-10-30T23:00:00.000Z'],
    ['asked for later', { ...facts, askedAt: FROM + 60_000 }, '2026-10-23T15:01:00.000Z'],
    ['an investigation ran already', { ...facts, investigationRanAlready: true }, '2026-10-23T14:59:59.999Z'],
  ])('%s', (_, given, expected) => expect(shown(feedbackDue(given))).toBe(expected));
});
