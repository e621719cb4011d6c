/**
 * The eleven steps of SIG:RBM stand in Örebro's order ([S1]), and none can be taken before its turn without a recorded reason.
 * Each pair of neighbours is exchanged: in what somebody does, in the file and in the rule; every exchange is noticed.
 */
import { describe, expect, it } from '@jest/globals';
import { formFaults } from '#domain/form/form-faults.js';
import { REQUIREMENTS, type CollaborationForm, type Requirement } from '#domain/form/form.js';
import { decideStep, type GroupFacts } from '#domain/group/decide-step.js';
import { readForms } from './read-forms.js';

/** As Örebro lists them, in the words of the file. */
const ELEVEN = [
  ...['identify', 'initial-decision', 'assess', 'decide', 'parties', 'consent'],
  ...['planning', 'plan', 'meet', 'close', 'follow-up'],
];
const PAIRS = ELEVEN.slice(1).map((later, at) => [ELEVEN[at]!, later] as const);
const MET = new Set<Requirement>(REQUIREMENTS);

const form = readForms().find(({ kind }) => kind === 'sig-rbm')!;
const exchanged = <T>(list: readonly T[], at: number): T[] => [
  ...list.slice(0, at),
  list[at + 1]!,
  list[at]!,
  ...list.slice(at + 2),
];

type Rule = typeof decideStep;

/** Takes the steps as they are named, with all that they ask for but no reason; answers where it was stopped and how. */
function walked(order: readonly string[], of: CollaborationForm = form, rule: Rule = decideStep): string {
  let group: GroupFacts = { standing: 'preparing', taken: [] };
  for (const step of order) {
    const decision = rule(of, group, step, { met: MET, reason: null });
    if (decision.outcome === 'refused')
      return `${step}: ${decision.code}${decision.passed.length > 0 ? ` (${decision.passed.join(', ')})` : ''}`;
    if (decision.passed.length > 0) return `${step}: passed ${decision.passed.join(', ')} and said nothing`;
    group = { standing: decision.standing, taken: [...group.taken, step] };
  }
  return 'walked';
}

describe('the eleven steps', () => {
  it('stand in the file in Örebro’s order, and are walked in it', () => {
    expect(form.steps.map(({ step }) => step)).toEqual(ELEVEN);
    expect(form.steps.filter(({ optional }) => optional)).toEqual([]);
    expect(walked(ELEVEN)).toBe('walked');
  });

  it('are refused, or a reason asked for, whichever two neighbours are exchanged', () => {
    expect(PAIRS.map(([, later], at) => `${at + 1}: ${walked(exchanged(ELEVEN, at))} [${later}]`)).toEqual([
      '1: initial-decision: reason-missing (identify) [initial-decision]',
      '2: assess: reason-missing (initial-decision) [assess]',
      '3: decide: reason-missing (assess) [decide]',
      '4: parties: reason-missing (decide) [parties]',
      '5: consent: reason-missing (parties) [consent]',
      '6: planning: reason-missing (consent) [planning]',
      '7: plan: reason-missing (planning) [plan]',
      '8: meet: reason-missing (plan) [meet]',
      // Whoever closes early says why they close, and that stands by what was not reached.
      '9: close: reason-missing (meet) [close]',
      '10: follow-up: not-from-here [follow-up]',
    ]);
  });

  it.each(PAIRS.slice(0, 9).map(([first, later], at) => [first, later, at] as const))(
    'keep a recorded reason and the step passed over: %s after %s',
    (first, later, at) => {
      const before = ELEVEN.slice(0, at);
      const standing = at > 6 ? ('active' as const) : ('preparing' as const);
      for (const reason of [null, '', '   '])
        expect(decideStep(form, { standing, taken: before }, later, { met: MET, reason })).toMatchObject({
          outcome: 'refused',
          code: 'reason-missing',
        });
      const taken = decideStep(form, { standing, taken: before }, later, { met: MET, reason: 'urgent' });
      expect(taken).toMatchObject({ outcome: 'taken', passed: [first] });
      // No reason stands for what the law asks for.
      for (const lacking of form.steps.find(({ step }) => step === later)!.requires)
        expect(
          decideStep(form, { standing, taken: before }, later, {
            met: new Set(REQUIREMENTS.filter((one) => one !== lacking)),
            reason: 'urgent',
          }),
        ).toMatchObject({ outcome: 'refused', code: 'lacks', lacks: [lacking] });
    },
  );

  it('are closed early with the one reason for closing, which stands by everything that was not reached', () => {
    const early = { standing: 'active', taken: ELEVEN.slice(0, 6) } as const;
    expect(decideStep(form, early, 'close', { met: MET, reason: 'own-wish' })).toEqual({
      outcome: 'taken',
      standing: 'closed',
      passed: ['planning', 'plan', 'meet'],
    });
    const closed = { standing: 'closed', taken: [...early.taken, 'close'] } as const;
    expect(decideStep(form, closed, 'follow-up', { met: MET, reason: null })).toMatchObject({ passed: [] });
  });
});

describe('an exchange', () => {
  it.each(PAIRS.map(([first, later], at) => [first, later, at] as const))(
    'of %s and %s in the file is noticed by the walk or as the file is read',
    (_, __, at) => {
      const other = { ...form, steps: exchanged(form.steps, at) };
      expect(walked(ELEVEN, other) !== 'walked' || formFaults(other).length > 0).toBe(true);
      expect(other.steps.map(({ step }) => step)).not.toEqual(ELEVEN);
    },
  );

  /** Rules that somebody might write by mistake: each lets at least one exchange through, or stops what is right. */
  const MISTAKES: readonly (readonly [string, Rule])[] = [
    ['asks for no reason', (of, group, step, given) => decideStep(of, group, step, { ...given, reason: 'none' })],
    [
      'takes every step as one that may be left out',
      (of, ...rest) => decideStep({ steps: of.steps.map((one) => ({ ...one, optional: true })) }, ...rest),
    ],
    [
      'looks no further back than the last step but one',
      (of, group, step, given) => {
        const at = of.steps.findIndex((one) => one.step === step);
        const steps = of.steps.map((one, place) => (place === at - 1 ? { ...one, optional: true } : one));
        return decideStep({ steps }, group, step, given);
      },
    ],
    ['reads the list from its end', (of, ...rest) => decideStep({ steps: [...of.steps].reverse() }, ...rest)],
    ['forgets what was taken', (of, group, step, given) => decideStep(of, { ...group, taken: [] }, step, given)],
    [
      'thinks all was taken',
      (of, group, step, given) =>
        decideStep(of, { ...group, taken: of.steps.map((one) => one.step).filter((one) => one !== step) }, step, given),
    ],
    [
      'lets a group that has ended go on',
      (of, group, step, given) =>
        decideStep(
          of,
          { ...group, standing: group.standing === 'closed' && step === 'meet' ? 'active' : group.standing },
          step,
          given,
        ),
    ],
  ];
  const verdicts = (rule: Rule): string[] => [
    walked(ELEVEN, form, rule),
    ...PAIRS.map((_, at) => walked(exchanged(ELEVEN, at), form, rule)),
    // After the closing nobody meets, however often they may before it.
    walked([...ELEVEN.slice(0, 10), 'meet'], form, rule),
  ];

  it.each(MISTAKES)('in the rule is noticed: one that %s', (_, rule) => {
    expect(verdicts(rule)).not.toEqual(verdicts(decideStep));
  });

  it.each(PAIRS.slice(0, 9).map(([first, later], at) => [first, later, at] as const))(
    'in the rule is noticed: one that lets %s come after %s',
    (first, _, at) => {
      const lenient: Rule = (of, ...rest) =>
        decideStep({ steps: of.steps.map((one) => (one.step === first ? { ...one, optional: true } : one)) }, ...rest);
      const [right, wrong] = [verdicts(decideStep), verdicts(lenient)];
      expect(right.filter((verdict, place) => verdict !== wrong[place])).toEqual([right[at + 1]]);
    },
  );
});
