/**
 * What a line of the joint map can speak of: the factors that reporters and graders answer, in the municipality's words, so
 * that one looks at the same things in the hub as before it [S0].
 */
import type { Factor, Instrument, Label } from './instrument.js';
import { BUILT_IN_INSTRUMENTS, CHECK_IRK, DYNAMIC_FACTORS } from './instruments.js';

const OFFERED: readonly string[] = [CHECK_IRK.id, DYNAMIC_FACTORS.id];
const isBuiltIn = (id: string): boolean => BUILT_IN_INSTRUMENTS.some((built) => built.id === id);

/** Of the instruments of a town, each factor once: what changes with what one does, and all that the town has added. */
export const mapFactors = (instruments: readonly Instrument[]): readonly Pick<Factor, 'id' | 'label'>[] => {
  const offered = instruments.filter(({ id }) => OFFERED.includes(id) || !isBuiltIn(id));
  const factors = offered.flatMap((instrument) => instrument.factors);
  return factors.filter(({ id }, at) => factors.findIndex((other) => other.id === id) === at);
};

/** The words of a factor; those that came with Samnav where the town has it no longer, and the id where nobody knows it. */
export const factorWords = (instruments: readonly Instrument[], id: string): Label =>
  [...instruments, ...BUILT_IN_INSTRUMENTS].flatMap(({ factors }) => factors).find((factor) => factor.id === id)
    ?.label ?? { sv: id, en: id };

/** The same of a whole instrument. */
export const instrumentWords = (instruments: readonly Instrument[], id: string): Label =>
  [...instruments, ...BUILT_IN_INSTRUMENTS].find((instrument) => instrument.id === id)?.label ?? { sv: id, en: id };
