import { describe, expect, it } from '@jest/globals';
import { decideCase, type CaseDecisionInput } from './decide-case.js';
import { REPORT_STATES } from './report-states.js';

const asked = (over: Partial<CaseDecisionInput> = {}): CaseDecisionInput => ({
  report: { state: 'graded', protectionAssessed: true, grade: 'green' },
  hubIsOpen: false,
  kind: 'no-investigation',
  reasons: 'Oron är utredd och familjen har stöd.',
  decider: 'elin',
  deciderMayDecide: true,
  investigator: null,
  ...over,
});

const faultsOf = (over: Partial<CaseDecisionInput>): string[] => {
  const decision = decideCase(asked(over));
  return decision.outcome === 'refused'
    ? decision.faults.map(({ field, code }) => `${field} ${code}`)
    : [decision.outcome];
};

describe('deciding on a case outside a hub', () => {
  it('takes each of the three decisions with a decider and reasons', () => {
    expect(decideCase(asked())).toEqual({ outcome: 'decided', kind: 'no-investigation', investigator: null });
    expect(decideCase(asked({ kind: 'other-support', investigator: 'per' }))).toEqual({
      outcome: 'decided',
      kind: 'other-support',
      investigator: null,
    });
    expect(decideCase(asked({ kind: 'open-investigation', investigator: 'per' }))).toEqual({
      outcome: 'decided',
      kind: 'open-investigation',
      investigator: 'per',
    });
  });

  it('says every lack at its field at once', () => {
    expect(faultsOf({ kind: '', reasons: ' ', decider: null })).toEqual([
      'kind missing',
      'decider missing',
      'reasons missing',
    ]);
    expect(faultsOf({ kind: 'more-now', deciderMayDecide: false })).toEqual([
      'kind unknown-word',
      'decider may-not-decide',
    ]);
    expect(faultsOf({ kind: 'open-investigation' })).toEqual(['investigator missing']);
  });

  it('closes nothing before the protection assessment, but opens an investigation without it (SoL 20:1)', () => {
    const report = { state: 'graded', protectionAssessed: false, grade: 'red' } as const;
    expect(faultsOf({ report })).toEqual(['kind protection-first']);
    expect(faultsOf({ report, kind: 'other-support' })).toEqual(['kind protection-first']);
    expect(faultsOf({ report, kind: 'open-investigation', investigator: 'per' })).toEqual(['decided']);
  });

  it('leaves it to the hub while one is convened', () => {
    expect(decideCase(asked({ hubIsOpen: true }))).toEqual({ outcome: 'not-from-here', code: 'hub-decides' });
  });

  it('needs a grade first and ends once', () => {
    expect(
      REPORT_STATES.map((state) => {
        const decision = decideCase(asked({ report: { state, protectionAssessed: true, grade: 'green' } }));
        return `${state} ${decision.outcome === 'not-from-here' ? decision.code : decision.outcome}`;
      }),
    ).toEqual([
      'received not-graded',
      'assessed not-graded',
      'graded decided',
      'in-hub decided',
      'handed-over ended',
      'closed-other-support ended',
      'closed-without-action ended',
      'joined ended',
    ]);
  });
});
