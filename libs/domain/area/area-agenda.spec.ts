import { describe, expect, it } from '@jest/globals';
import { areaAgenda, type AgendaFacts } from './area-agenda.js';

const told = (count: number, fewMore = false) => ({ count, fewMore });
const facts = (over: Partial<AgendaFacts> = {}): AgendaFacts => ({ places: [], measures: [], silent: [], ...over });

describe('what a meeting about a place goes through', () => {
  it('is where most was seen first, and what has grown by what is told', () => {
    const places = [
      { place: 'torget', told: told(4), before: told(6) },
      { place: 'stationen', told: told(9, true), before: told(3) },
      { place: 'parken', told: told(0, true), before: told(0) },
      { place: 'skolan', told: told(0), before: told(5) },
    ];
    expect(areaAgenda(facts({ places }))).toMatchObject({
      places: ['stationen', 'torget', 'parken'],
      rising: ['stationen'],
    });
  });

  it('names five places at most', () => {
    const places = Array.from({ length: 8 }, (_, at) => ({ place: `p${at}`, told: told(at + 3), before: told(0) }));
    expect(areaAgenda(facts({ places })).places).toEqual(['p7', 'p6', 'p5', 'p4', 'p3']);
  });

  it('is what should have been done, what is still open from before, and who has told nothing', () => {
    const measure = (state: string, late: boolean, carried: boolean) => ({ id: '', state, late, carried });
    const measures = [
      measure('open', true, true),
      measure('open', false, true),
      measure('open', false, false),
      measure('done', true, true),
    ];
    expect(areaAgenda(facts({ measures, silent: ['Skolan'] }))).toMatchObject({
      late: 1,
      carried: 1,
      silent: ['Skolan'],
    });
  });
});
