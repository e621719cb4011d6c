/** Which of the parties that a form asks for nobody in the group stands for yet ([S1]: always social services, police, school). */
import type { HouseKind } from '../disclosure/vocabulary.js';
import type { FormParties } from '../form/form.js';

/** One line for each that is missing: any of its kinds would do. `there` may hold a kind more than once. */
export const missingParties = (
  parties: Pick<FormParties, 'must'>,
  there: readonly HouseKind[],
): readonly (readonly HouseKind[])[] => parties.must.filter((kinds) => !kinds.some((kind) => there.includes(kind)));
