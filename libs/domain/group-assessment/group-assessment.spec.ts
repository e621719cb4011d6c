/** When an assessment can be ordered, and what its result must say. */
import { describe, expect, it } from '@jest/globals';
import type { FormStep, Requirement } from '../form/form.js';
import { GROUP_STANDINGS } from '../group/group-states.js';
import { decideOrder, decideResult, isAssessed, stepOfResult, type Ordered } from './group-assessment.js';

const savry = (change: Partial<Ordered> = {}): Ordered => ({
  instrument: 'savry',
  done: false,
  withdrawn: false,
  ...change,
});

describe('an order', () => {
  it.each([
    ['active', [], 'savry', 'savry'],
    ['preparing', [], 'check-irk', 'check-irk'],
    ['active', [savry()], 'savry', 'no: ordered-already'],
    ['active', [savry()], 'ester', 'ester'],
    ['active', [savry({ done: true })], 'savry', 'savry'],
    ['active', [savry({ withdrawn: true })], 'savry', 'savry'],
    ['active', [], 'tarot', 'no: unknown-instrument'],
    ['closed', [], 'savry', 'no: ended'],
  ] as const)('%s %j %s: %s', (standing, so, instrument, expected) => {
    const decision = decideOrder(standing, so, instrument);
    expect(decision.outcome === 'ordered' ? decision.instrument : `no: ${decision.code}`).toBe(expected);
  });

  it('is made in every standing but the ended ones', () => {
    const open = GROUP_STANDINGS.filter((standing) => decideOrder(standing, [], 'savry').outcome === 'ordered');
    expect(open).toEqual(['preparing', 'queued', 'motivation', 'active', 'paused', 'placed', 'moved']);
  });
});

describe('a result', () => {
  const today = 20_000;
  const good = { level: 'high', assessedOn: today - 1, words: 'Behoven ligger i skolan.' };
  const said = (order: Ordered, change: object = {}) => {
    const decision = decideResult(order, { ...good, ...change }, today);
    if (decision.outcome === 'done') return decision.level;
    return `no: ${[decision.code, ...decision.faults.map(({ field, code }) => `${field} ${code}`)].join(', ')}`;
  };

  it.each([
    [savry(), {}, 'high'],
    [savry(), { level: 'no-level', assessedOn: today }, 'no-level'],
    [savry({ done: true }), {}, 'no: done-already'],
    [savry({ withdrawn: true }), {}, 'no: withdrawn'],
    [
      savry(),
      { level: '7', assessedOn: undefined, words: ' ' },
      'no: faults, level unknown, assessedOn missing, words missing',
    ],
    [savry(), { assessedOn: today + 1 }, 'no: faults, assessedOn ahead'],
  ] as const)('%j %j: %s', (order, change, expected) => {
    expect(said(order, change)).toBe(expected);
  });
});

describe('the step that a result takes', () => {
  const step = (name: string, does: FormStep['does'], requires: readonly Requirement[]): FormStep => ({
    step: name,
    name: { sv: name, en: name },
    does,
    requires,
  });
  const rbm = {
    steps: [
      step('nominate', 'nominate', []),
      step('decide', 'decide', ['reasons']),
      step('assess', 'assess', ['reasons', 'assessment']),
      step('form', 'form', ['ground']),
      step('close', 'close', []),
    ],
  };

  it.each([
    [[], false],
    [[savry()], false],
    [[savry({ done: true })], true],
    [[savry({ done: true }), savry({ instrument: 'ester' })], false],
    [[savry({ done: true }), savry({ withdrawn: true })], true],
    [[savry({ withdrawn: true })], false],
  ])('asks for one that is done and none that is waited for: %j %s', (orders, expected) => {
    expect(isAssessed(orders)).toBe(expected);
  });

  it.each([
    [['nominate', 'decide'], ['reasons', 'assessment'], 'assess'],
    // Somebody has to say why the decision is passed over.
    [['nominate'], ['reasons', 'assessment'], 'none'],
    [['nominate', 'decide', 'assess'], ['reasons', 'assessment'], 'none'],
    [['nominate', 'decide'], ['reasons'], 'none'],
  ] as const)('after %j with %j: %s', (taken, met, expected) => {
    expect(stepOfResult(rbm, { standing: 'preparing', taken }, new Set(met))?.step ?? 'none').toBe(expected);
  });

  it('is none in a form that asks for no assessment', () => {
    const plain = { steps: rbm.steps.filter((one) => one.step !== 'assess') };
    expect(stepOfResult(plain, { standing: 'active', taken: [] }, new Set(['assessment']))).toBeUndefined();
  });
});
