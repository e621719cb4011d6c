/** A step that nobody passes over is one that everyone takes, and says itself what is confirmed or signed in it ([S4]). */
import { isBinding } from './binding-step.js';
import type { CollaborationForm, FormStep } from './form.js';
import type { FormFault } from './form-fault.js';

/** What is confirmed or signed is named in the step, and the step is one that everyone takes. */
export const bindingFaults = ({ steps }: CollaborationForm): FormFault[] =>
  steps.flatMap((step, at): FormFault[] => [
    ...(isBinding(step) && step.optional
      ? [{ path: `steps.${at}.optional`, code: 'binding-step' as const, fault: 'nobody passes over what it asks for' }]
      : []),
    ...(isNamed(step)
      ? []
      : [
          {
            path: `steps.${at}.requires`,
            code: 'nothing-to-confirm' as const,
            fault: 'conditions and signatures are asked for where the step names them',
          },
        ]),
  ]);

const isNamed = ({ requires, confirms = [], signers = [] }: FormStep): boolean =>
  requires.includes('conditions') === confirms.length > 0 && requires.includes('signed') === signers.length > 0;
