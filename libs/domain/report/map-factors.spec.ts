import { describe, expect, it } from '@jest/globals';
import type { Instrument } from './instrument.js';
import { CHECK_IRK, DYNAMIC_FACTORS, GANG_FACTORS, STATIC_FACTORS } from './instruments.js';
import { factorWords, instrumentWords, mapFactors } from './map-factors.js';
import { instrumentsOfTown } from './own-instruments.js';

const words = (sv: string) => ({ sv, en: sv });
const own = (id: string, factors: readonly [string, string][]): Instrument => ({
  id,
  version: 9,
  label: words(`Ekvallas ${id}`),
  source: 'Ekvalla',
  factors: factors.map(([factor, label]) => ({ id: factor, kind: 'risk', about: 'child', label: words(label) })),
});

describe('the factors of the joint map', () => {
  it('are those that came with the house where the town has none', () => {
    expect(mapFactors(instrumentsOfTown([])).map(({ id }) => id)).toEqual(
      [...CHECK_IRK.factors, ...DYNAMIC_FACTORS.factors].map(({ id }) => id),
    );
  });

  it('are the town’s own, each once, and its version of the house’s', () => {
    const town = instrumentsOfTown([
      own('check-irk', [['irk-nights', 'Ute om nätterna']]),
      own('first-look', [
        ['irk-nights', 'Ute om nätterna'],
        ['bikes', 'Mopeder utan ägare'],
      ]),
    ]);
    const ids = mapFactors(town).map(({ id }) => id);
    expect(ids.slice(0, 1)).toEqual(['irk-nights']);
    expect(ids.slice(-1)).toEqual(['bikes']);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).not.toContain(STATIC_FACTORS.factors[0]?.id);
    expect(ids).not.toContain(GANG_FACTORS.factors[0]?.id);
  });

  it('have the town’s words, else the house’s, else their own id', () => {
    const town = instrumentsOfTown([own('check-irk', [['irk-family', 'Det hemma']])]);
    expect(factorWords(town, 'irk-family').sv).toBe('Det hemma');
    expect(factorWords(town, 'irk-relations')).toEqual(
      CHECK_IRK.factors.find(({ id }) => id === 'irk-relations')?.label,
    );
    expect(factorWords(town, 'shoe-size')).toEqual({ sv: 'shoe-size', en: 'shoe-size' });
    expect(instrumentWords(town, 'check-irk').sv).toBe('Ekvallas check-irk');
    expect(instrumentWords(town, 'gone')).toEqual({ sv: 'gone', en: 'gone' });
  });
});
