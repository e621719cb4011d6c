/** What an adjustment asks for that the form does not have or may not lose; checked beside `formFaults` of the adjusted form. */
import type { FormAdjustment } from './adjust-form.js';
import type { FormFault } from './form-fault.js';
import { BINDING_REQUIREMENTS, isBinding } from './binding-step.js';
import type { CollaborationForm, Requirement } from './form.js';

/**
 * No town asks for less of these where the form asks for them: the law's own (OSL 10:1; a form runs only under an agreement),
 * and what lives depend on ([S4]).
 */
const KEPT: readonly Requirement[] = ['agreement', 'ground', ...BINDING_REQUIREMENTS];

export function adjustmentFaults(form: CollaborationForm, { steps }: FormAdjustment): readonly FormFault[] {
  const known = (step: string): boolean => form.steps.some((one) => one.step === step);
  const named = [
    ...(steps?.without ?? []),
    ...Object.keys(steps?.names ?? {}),
    ...Object.keys(steps?.changed ?? {}),
  ].filter((step) => !known(step));
  return [
    ...named.map((step) => ({
      path: 'steps',
      code: 'step-unknown' as const,
      fault: `the form ${form.kind} has no step ${step}`,
    })),
    ...form.steps
      .filter((one) => isBinding(one) && steps?.without?.includes(one.step))
      .map(({ step }) => ({ path: 'steps', code: 'binding-step' as const, fault: `${step} is not left out` })),
    ...form.steps
      .filter(({ step }) => !steps?.without?.includes(step))
      .flatMap(({ step, requires, owed }, at): FormFault[] => {
        const change = steps?.changed?.[step];
        if (!change) return [];
        const lost = KEPT.filter((one) => change.requires && requires.includes(one) && !change.requires.includes(one));
        return [
          ...lost.map((one) => ({
            path: `steps.${at}.requires`,
            code: 'requirement-kept' as const,
            fault: `what the law asks for stays: ${one}`,
          })),
          ...(owed && change.within
            ? [
                {
                  path: `steps.${at}.within`,
                  code: 'own-limit' as const,
                  fault: `the municipality’s own limit ${owed} counts here`,
                },
              ]
            : []),
        ];
      }),
  ];
}
