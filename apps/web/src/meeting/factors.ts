/** What a line of the map can speak of, in the words of the instruments that the house came with. */
import type { Factor } from '#domain/report/instrument.js';
import { CHECK_IRK, DYNAMIC_FACTORS } from '#domain/report/instruments.js';

export const FACTORS: readonly Factor[] = [CHECK_IRK, DYNAMIC_FACTORS].flatMap(({ factors }) => factors);

const byId = new Map(FACTORS.map((factor) => [factor.id, factor]));

/** A factor that this client does not know is shown by its id rather than left out. */
export const factorLabel = (id: string, language: string): string =>
  byId.get(id)?.label[language.startsWith('en') ? 'en' : 'sv'] ?? id;
