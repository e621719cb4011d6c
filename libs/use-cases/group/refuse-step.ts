/** What somebody is told who cannot take a step: what is missing, in the words of the form. */
import type { StepDecision } from '#domain/group/decide-step.js';
import type { CollaborationForm, Requirement } from '#domain/form/form.js';
import { Failure } from '../failure.js';
import type { Met } from './group-situation.js';

const LACKS: Readonly<Record<Requirement, string>> = {
  reasons: 'REASONS_MISSING',
  agreement: 'NO_AGREEMENT_IN_FORCE',
  ground: 'GROUND_MISSING',
  parties: 'PARTIES_MISSING',
  contact: 'CONTACT_MISSING',
  assessment: 'ASSESSMENT_MISSING',
  'preparatory-group': 'NOBODY_FROM_PREPARATORY_GROUP',
  conditions: 'CONDITIONS_MISSING',
  signed: 'SIGNATURES_MISSING',
  'threat-level': 'THREAT_LEVEL_MISSING',
};

/** What is missing stands in a field of what was sent. */
const LACKS_AT: Readonly<Partial<Record<Requirement, string>>> = {
  reasons: 'words',
  parties: 'members',
  contact: 'contactStaffId',
  conditions: 'confirmed',
  signed: 'signedBy',
  'threat-level': 'threat',
};

export function refuseStep(
  form: CollaborationForm,
  decision: Extract<StepDecision, { outcome: 'refused' }>,
  { agreement, ground }: Pick<Met, 'agreement' | 'ground'>,
): Failure {
  switch (decision.code) {
    case 'lacks': {
      const [first = 'reasons'] = decision.lacks;
      if (first === 'agreement' && agreement.outcome === 'refused' && agreement.code === 'party-not-named')
        return new Failure('AGREEMENT_WITHOUT_PARTY', 'members', { form: form.name.sv });
      return new Failure(LACKS[first], LACKS_AT[first] ?? null, { form: form.name.sv, source: ground.source });
    }
    case 'must-come-first':
      return new Failure('STEP_MUST_COME_FIRST', null, { steps: stepNames(form, decision.passed) });
    case 'reason-missing':
      return new Failure('STEP_OUT_OF_ORDER', 'reason', { steps: stepNames(form, decision.passed) });
    case 'taken-already':
      return new Failure('STEP_TAKEN');
    case 'ended':
      return new Failure('GROUP_HAS_ENDED');
    case 'unknown-step':
    case 'not-from-here':
      return new Failure('STEP_NOT_FROM_HERE');
  }
}

const stepNames = (form: CollaborationForm, steps: readonly string[]): string =>
  form.steps
    .filter(({ step }) => steps.includes(step))
    .map(({ name }) => name.sv)
    .join(', ');
