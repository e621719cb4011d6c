/**
 * What a form stands on about this very person. A duty to answer is towards a child (SoL 20:6); where a form is for adults too,
 * as MASH step 3, their own consent stands in its place (OSL 10:1).
 */
import { ADULT } from '../disclosure/age.js';
import type { FormGround } from '../form/form.js';

const OWN_YES: FormGround = { kind: 'consent', source: 'OSL 10:1' };

/** `age` in whole years today; null in a form without persons. */
export const groundOfPerson = (ground: FormGround, age: number | null): FormGround =>
  ground.kind === 'duty' && age !== null && age >= ADULT ? OWN_YES : ground;
