/** The report's steps, what a complete one needs, joining and feedback. */
import { describe, expect, it } from '@jest/globals';
import { DAY, HOUR, parseInstant } from '../kernel/instant.js';
import {
  type FeedbackFacts,
  type FeedbackNowFacts,
  decideFeedbackDue,
  feedbackNow,
  tellableSince,
} from './feedback.js';
import { type JoinableReport, decideJoin } from './joining.js';
import { type ReportDraft, findReportFaults } from './report-faults.js';
import { REPORT_STATES, REPORT_STEPS, REPORT_TRANSITIONS, decideReportStep, isReportOpen } from './report-states.js';
import { REPORTER_KINDS, isBoundToReport } from './reporter.js';

describe('report states', () => {
  it('go by this table', () => {
    const lines = REPORT_STATES.map((state) => {
      const steps = REPORT_STEPS.flatMap((step) => {
        const to = REPORT_TRANSITIONS[state][step];
        return to === undefined ? [] : [`${step} → ${to}`];
      });
      return `${state}: ${steps.join(', ') || 'the end'}`;
    });
    expect(lines).toEqual([
      'received: assess-protection → assessed, grade → graded, join → joined',
      'assessed: assess-protection → assessed, grade → graded, join → joined',
      'graded: assess-protection → graded, grade → graded, convene-hub → in-hub, open-investigation → handed-over, give-other-support → closed-other-support, close-without-action → closed-without-action, join → joined',
      'in-hub: assess-protection → in-hub, grade → in-hub, decide-more-now → in-hub, open-investigation → handed-over, give-other-support → closed-other-support, close-without-action → closed-without-action, join → joined',
      'handed-over: the end',
      'closed-other-support: the end',
      'closed-without-action: the end',
      'joined: separate → received',
    ]);
  });
  it('never closes before protection is assessed, and never lets red wait for it', () => {
    const red = { state: 'graded', protectionAssessed: false, grade: 'red' } as const;
    expect(decideReportStep(red, 'close-without-action')).toMatchObject({ code: 'protection-not-assessed' });
    expect(decideReportStep(red, 'give-other-support')).toMatchObject({ code: 'protection-not-assessed' });
    expect(decideReportStep(red, 'convene-hub')).toEqual({ outcome: 'moved', state: 'in-hub' });
    expect(decideReportStep(red, 'open-investigation')).toEqual({ outcome: 'moved', state: 'handed-over' });
    expect(decideReportStep({ ...red, grade: 'green' }, 'convene-hub')).toMatchObject({ code: 'green-needs-no-hub' });
    expect(decideReportStep({ ...red, state: 'received' }, 'convene-hub')).toEqual({
      outcome: 'refused',
      code: 'not-from-here',
      possible: ['assess-protection', 'grade', 'join'],
    });
    expect(REPORT_STATES.filter(isReportOpen)).toEqual(['received', 'assessed', 'graded', 'in-hub']);
  });
});

describe('a report', () => {
  const draft: ReportDraft = {
    reporterKind: 'police',
    reporterName: 'Kim Berg',
    reporterContact: '070',
    reporterHouse: 'police/local',
    feedbackWish: 'wanted',
    children: [{ person: 'p1', name: '' }],
    content: 'Oro',
    receivedAt: 5,
    channel: 'form',
  };
  it.each<[string, Partial<ReportDraft>, string[]]>([
    ['complete', {}, []],
    ['of an unknown kind', { reporterKind: 'king' }, ['reporterKind unknown-word']],
    [
      'by a bound reporter without name or house',
      { reporterName: ' ', reporterHouse: null },
      ['reporterName missing', 'reporterHouse missing'],
    ],
    ['with a wish but no way to answer', { reporterContact: '' }, ['reporterContact missing']],
    [
      'that is anonymous and yet names',
      { reporterKind: 'anonymous' },
      ['reporterName must-not-name', 'reporterContact must-not-name', 'feedbackWish no-way-to-answer'],
    ],
    [
      'by a neighbour who gives no name',
      { reporterKind: 'private-person', reporterName: '', feedbackWish: 'declined', reporterContact: '' },
      [],
    ],
    ['without a child', { children: [] }, ['children missing']],
    [
      'with the same child twice and one without words',
      { children: [draft.children[0]!, draft.children[0]!, { person: null, name: '' }] },
      ['children.1.person same-child-twice', 'children.2.name missing'],
    ],
    [
      'with too many children',
      { children: Array.from({ length: 13 }, (_, at) => ({ person: `p${at}`, name: '' })) },
      ['children too-long'],
    ],
    [
      'that says nothing, from tomorrow',
      { content: ' \n', receivedAt: 11 },
      ['content missing', 'receivedAt in-future'],
    ],
    ['that is a book', { content: 'x'.repeat(20_001) }, ['content too-long']],
  ])('%s', (_, over, expected) => {
    expect(findReportFaults({ ...draft, ...over }, 10).map(({ field, code }) => `${field} ${code}`)).toEqual(expected);
  });
});

describe('joining', () => {
  const a: JoinableReport = { id: 'a', children: ['kid'], receivedAt: 5, grade: 'green', state: 'graded' };
  const b: JoinableReport = { id: 'b', children: ['kid', 'sister'], receivedAt: 9, grade: 'red', state: 'graded' };
  it('takes the first clock and the gravest grade, both ways round', () => {
    const expected = {
      outcome: 'joined',
      lead: 'a',
      joined: 'b',
      receivedAt: 5,
      grade: 'red',
      addedChildren: ['sister'],
    };
    expect([decideJoin(a, b), decideJoin(b, a)]).toEqual([expected, expected]);
    expect(decideJoin(a, { ...b, state: 'in-hub' })).toMatchObject({ lead: 'b', receivedAt: 5, addedChildren: [] });
  });
  it('refuses strangers, itself and what is ended', () => {
    expect(decideJoin(a, { ...b, children: ['sister'] })).toMatchObject({ code: 'no-child-in-common' });
    expect(decideJoin(a, a)).toMatchObject({ code: 'same-report' });
    expect(decideJoin(a, { ...b, state: 'handed-over' })).toMatchObject({ code: 'not-open' });
  });
});

describe('feedback to the reporter (SoL 19:6)', () => {
  const decidedAt = parseInstant('2026-11-20T14:00:00+01:00')!;
  const facts: FeedbackFacts = {
    reporter: 'school',
    wish: 'wanted',
    askedAt: decidedAt - DAY,
    decidedAt,
    investigationRanAlready: false,
  };
  it.each<[string, Partial<FeedbackFacts>, object]>([
    [
      'asked before: the end of the seventh day',
      {},
      { outcome: 'owed', due: parseInstant('2026-11-28T00:00:00+01:00') },
    ],
    ['asked after: at once', { askedAt: decidedAt + HOUR }, { outcome: 'owed', due: decidedAt + HOUR, rule: null }],
    [
      'one runs already: at once',
      { investigationRanAlready: true, decidedAt: null },
      { outcome: 'owed', due: decidedAt - DAY },
    ],
    ['not decided', { decidedAt: null }, { outcome: 'later' }],
    ['a neighbour', { reporter: 'private-person' }, { outcome: 'none', code: 'no-right' }],
    ['declined', { wish: 'declined' }, { outcome: 'none', code: 'not-wanted' }],
    ['not asked', { wish: 'not-asked', askedAt: null }, { outcome: 'none', code: 'not-asked' }],
  ])('%s', (_, over, expected) => {
    expect(decideFeedbackDue({ ...facts, ...over })).toMatchObject(expected);
  });
  it.each([
    ['a decision, not before it was made', 'no-investigation', 20, { since: 20, of: 'decision' }],
    ['one that was made before the report came', 'investigation-opened', 5, { since: 10, of: 'report' }],
    ['one that nobody wrote down', 'no-investigation', null, { since: 10, of: 'report' }],
    ['what ran already, whatever was decided since', 'investigation-runs-already', 20, { since: 10, of: 'report' }],
  ] as const)('can have been told: %s', (_, content, at, expected) => {
    expect(tellableSince({ content, receivedAt: 10, decidedAt: at })).toEqual(expected);
  });
  it('is one of three things, to those bound to report', () => {
    const say = (over: Partial<FeedbackNowFacts>) =>
      feedbackNow({
        receivedAt: 10,
        decided: true,
        investigationOpened: false,
        othersInvestigatedSince: [],
        owed: true,
        ...over,
      });
    expect([say({ investigationOpened: true }), say({}), say({ othersInvestigatedSince: [9] })]).toEqual([
      'investigation-opened',
      'no-investigation',
      'investigation-runs-already',
    ]);
    // What was opened after the report came is said of it only while nothing is decided on it and its time runs.
    const later = { othersInvestigatedSince: [11] };
    expect(say(later)).toBe('no-investigation');
    expect(say({ ...later, decided: false })).toBe('investigation-runs-already');
    expect(say({ ...later, decided: false, owed: false })).toBeNull();
    expect(say({ othersInvestigatedSince: [9], decided: false, owed: false })).toBe('investigation-runs-already');
    expect(say({ decided: false })).toBeNull();
    expect(REPORTER_KINDS.filter((kind) => !isBoundToReport(kind))).toEqual([
      'association',
      'guardian',
      'subject',
      'private-person',
      'anonymous',
    ]);
  });
});
