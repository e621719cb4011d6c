import { describe, expect, it } from '@jest/globals';
import {
  actsOf,
  decideAct,
  ENTRY_STATES,
  ENTRY_TRANSITIONS,
  firstState,
  isCurrent,
  isUnderWay,
} from './entry-states.js';
import { decideEntry, ENTRY_KINDS, KINDS, type EntryFacts, type EntryWritten } from './plan-entry.js';
import { planQuestions, type PlanPicture } from './plan-questions.js';
import { decideProposal, triedOn } from './tried-before.js';

const written = (more: Partial<EntryWritten>): EntryWritten => ({
  kind: 'measure',
  words: 'Läxhjälp på tisdagar',
  goal: null,
  needArea: 'school-or-work',
  aim: 'Godkänd i matte',
  owner: 'lena',
  promisedBy: null,
  startsOn: null,
  followUpOn: 100,
  watch: '',
  measured: null,
  ...more,
});
const facts = (more: Partial<EntryFacts> = {}): EntryFacts => ({
  leads: true,
  today: 90,
  goals: ['goal'],
  owners: ['lena'],
  family: ['alva', 'leyla'],
  standing: 0,
  ...more,
});
const faultsOf = (more: Partial<EntryWritten>, so: Partial<EntryFacts> = {}) => {
  const decision = decideEntry(written(more), facts(so));
  return decision.outcome === 'refused' ? decision.faults.map(({ field, code }) => `${field}: ${code}`) : [];
};

describe('what stands in a plan', () => {
  it('can be read as a table of who writes it and what it has to say', () => {
    expect(ENTRY_KINDS.map((kind) => `${kind} by ${KINDS[kind].by}: ${KINDS[kind].asks.join(' ')}`.trim())).toEqual([
      'future by leading-house:',
      'goal by leading-house:',
      'step by leading-house: goal',
      'measure by any-party: needArea aim owner followUpOn',
      'frame by any-party: watch',
      'risk by any-party: needArea',
      'protection by any-party:',
      'strength by any-party:',
      'adaptation by any-party:',
      'step-back by leading-house:',
      'series by any-party: unit better cadence owner',
    ]);
  });

  it('says what it lacks at each field at once', () => {
    expect(faultsOf({})).toEqual([]);
    expect(faultsOf({ words: ' ', needArea: 'weather', aim: '', owner: 'nobody', followUpOn: null })).toEqual([
      'words: required',
      'needArea: choose-one',
      'aim: required',
      'owner: choose-one',
      'followUpOn: date-missing',
    ]);
    expect(faultsOf({ followUpOn: 89 })).toEqual(['followUpOn: in-past']);
    expect(faultsOf({ startsOn: 110 })).toEqual(['followUpOn: before-start']);
    expect(faultsOf({ kind: 'step', goal: 'gone' })).toEqual(['goal: choose-one']);
    expect(faultsOf({ kind: 'step', goal: 'goal' })).toEqual([]);
    expect(faultsOf({ kind: 'frame' })).toEqual(['watch: required']);
    expect(faultsOf({ kind: 'verdict' })).toEqual(['kind: choose-one']);
    expect(faultsOf({ kind: 'series', measured: { unit: 'percent', better: 'up', cadence: '' } })).toEqual([
      'better: choose-one',
      'cadence: choose-one',
    ]);
    expect(faultsOf({ kind: 'series', measured: { unit: 'percent', better: 'more', cadence: 'week' } })).toEqual([]);
  });

  it('is promised by somebody of the family where somebody can do it, and by nobody else', () => {
    expect(faultsOf({ promisedBy: 'leyla' })).toEqual([]);
    expect(faultsOf({ kind: 'step', goal: 'goal', promisedBy: 'alva' })).toEqual([]);
    expect(faultsOf({ kind: 'frame', watch: 'Leyla', promisedBy: 'alva' })).toEqual([]);
    expect(faultsOf({ promisedBy: 'lena' })).toEqual(['promisedBy: choose-one']);
    expect(faultsOf({ kind: 'strength', promisedBy: 'alva' })).toEqual(['promisedBy: choose-one']);
  });

  it('keeps the young person’s own words with the house that leads, and one picture of the future', () => {
    expect(faultsOf({ kind: 'future' }, { leads: false })).toEqual(['kind: other-house-writes']);
    expect(faultsOf({ kind: 'strength' }, { leads: false })).toEqual([]);
    expect(faultsOf({ kind: 'future' }, { standing: 1 })).toEqual(['kind: there-is-one']);
  });
});

describe('what becomes of it', () => {
  it('can be read as a table', () => {
    expect(
      ENTRY_STATES.map((state) =>
        `${state}: ${Object.entries(ENTRY_TRANSITIONS[state])
          .map(([act, to]) => `${act} → ${to}`)
          .join(', ')}`.trim(),
      ),
    ).toEqual([
      'planned: start → running, follow-up → planned, end → ended, remove → removed',
      'running: pause → paused, follow-up → running, end → ended, remove → removed',
      'paused: start → running, follow-up → paused, end → ended, remove → removed',
      'ended: remove → removed',
      'standing: reach → reached, remove → removed',
      'reached:',
      'removed:',
    ]);
    expect([firstState('measure'), firstState('frame')]).toEqual(['planned', 'standing']);
    expect(ENTRY_STATES.filter(isCurrent)).toEqual(['planned', 'running', 'paused', 'standing', 'reached']);
    expect(ENTRY_STATES.filter(isUnderWay)).toEqual(['planned', 'running', 'paused']);
    expect([actsOf('goal', 'standing'), actsOf('frame', 'standing')]).toEqual([['reach', 'remove'], ['remove']]);
    expect(actsOf('series', 'standing')).toEqual(['reach', 'remove']);
  });

  it('asks for the reason, the result or the next day', () => {
    const decide = (act: string, more: object = {}, state: 'planned' | 'running' | 'paused' | 'ended' = 'running') => {
      const decision = decideAct(
        { kind: 'measure', state },
        { act, words: '', result: null, followUpOn: null, ...more },
        90,
      );
      return decision.outcome === 'done'
        ? decision.state
        : decision.faults.map(({ field, code }) => `${field}: ${code}`).join(', ');
    };
    expect(decide('start', {}, 'planned')).toBe('running');
    expect(decide('start', {}, 'ended')).toBe('act: choose-one');
    expect(decide('pause')).toBe('words: required');
    expect(decide('pause', { words: 'Sommarlov' })).toBe('paused');
    // Accelerated again for a reason, as it was braked for one.
    expect(decide('start', {}, 'paused')).toBe('words: required');
    expect(decide('start', { words: 'Skolan har börjat' }, 'paused')).toBe('running');
    expect(decide('end')).toBe('result: choose-one, words: required');
    expect(decide('end', { words: 'Godkänd', result: 'reached' })).toBe('ended');
    expect(decide('follow-up')).toBe('words: required, followUpOn: date-missing');
    expect(decide('follow-up', { words: 'Går framåt', followUpOn: 80 })).toBe('followUpOn: in-past');
    expect(decide('follow-up', { words: 'Går framåt', followUpOn: 120 })).toBe('running');
    expect(decide('reach')).toBe('act: choose-one');
  });
});

describe('what was tried before', () => {
  const ended = [
    { id: 'homework', needArea: 'school-or-work' },
    { id: 'boxing', needArea: 'leisure' },
  ] as const;

  it('is read before the same need is met anew', () => {
    expect(triedOn('leisure', ended).map(({ id }) => id)).toEqual(['boxing']);
    expect(decideProposal('leisure', ended, [])).toEqual({
      outcome: 'refused',
      code: 'earlier-result-unseen',
      unseen: ['boxing'],
    });
    expect(decideProposal('leisure', ended, ['boxing']).outcome).toBe('proposed');
    expect(decideProposal('family', ended, []).outcome).toBe('proposed');
    expect(decideProposal(null, ended, []).outcome).toBe('proposed');
  });
});

describe('what RBM asks', () => {
  const picture = (more: Partial<PlanPicture>): PlanPicture => ({
    level: null,
    risks: [],
    measures: [],
    adaptations: 1,
    ...more,
  });
  const on = (needArea: 'leisure' | 'school-or-work', ...houses: string[]) =>
    houses.map((house) => ({ needArea, house }));

  it('is a question where a need drives and nobody meets it, or nobody recorded the need', () => {
    const asked = planQuestions(
      picture({ risks: [{ needArea: 'substances' }, { needArea: 'substances' }], measures: on('leisure', 'a') }),
    );
    expect(asked).toEqual([
      { asks: 'need-without-measure', needArea: 'substances' },
      { asks: 'measure-without-need', needArea: 'leisure' },
    ]);
    expect(planQuestions(picture({ measures: on('leisure', 'a') }))).toEqual([]);
  });

  it('is a question where three agencies are on one need, and none where one house is there three times', () => {
    expect(planQuestions(picture({ measures: on('leisure', 'a', 'b', 'c') }))).toEqual([
      { asks: 'many-on-one-need', needArea: 'leisure', houses: ['a', 'b', 'c'] },
    ]);
    expect(planQuestions(picture({ measures: on('leisure', 'a', 'a', 'a') }))).toEqual([]);
  });

  it('is a question where intensity does not follow the recorded risk', () => {
    const four = [...on('leisure', 'a', 'b'), ...on('school-or-work', 'a', 'b')];
    expect(planQuestions(picture({ level: 'low', measures: four }))).toEqual([
      { asks: 'much-for-low-risk', measures: 4 },
    ]);
    expect(planQuestions(picture({ level: 'high', measures: four }))).toEqual([]);
    expect(planQuestions(picture({ level: 'high', measures: on('leisure', 'a') }))).toEqual([
      { asks: 'little-for-high-risk', measures: 1 },
    ]);
    for (const level of ['no-level', null] as const)
      expect(planQuestions(picture({ level, measures: four }))).toEqual([]);
  });

  it('is a question where nothing is said of how to reach this person', () => {
    expect(planQuestions(picture({ adaptations: 0, measures: on('leisure', 'a') }))).toEqual([
      { asks: 'no-adaptation' },
    ]);
    expect(planQuestions(picture({ adaptations: 0 }))).toEqual([]);
  });
});
