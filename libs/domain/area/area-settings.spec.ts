import { describe, expect, it } from '@jest/globals';
import { decideAreaSettings, wordOf, type PhenomenonWritten, type PlaceWritten } from './area-settings.js';
import type { Sketch } from './sketch.js';

const phenomena = [{ id: 'threat', name: { sv: 'Hot och bråk', en: 'Threats' } }];
const sketch: Sketch = {
  width: 1000,
  height: 600,
  districts: [{ slug: 'centrum', name: 'Centrum', outline: '0,0 10,0 10,10' }],
  lines: [],
  places: [{ slug: 'torget', name: 'Torget', district: 'centrum', x: 5, y: 5, also: ['Stortorget'] }],
};
const phenomenon = (more: Partial<PhenomenonWritten> = {}): PhenomenonWritten => ({
  id: 'threat',
  sv: 'Hot',
  en: '',
  retired: false,
  ...more,
});
const place = (more: Partial<PlaceWritten> = {}): PlaceWritten => ({
  slug: 'torget',
  name: 'Torget',
  district: 'centrum',
  x: 5,
  y: 5,
  retired: false,
  ...more,
});
const decide = (
  some: readonly PhenomenonWritten[],
  places: readonly PlaceWritten[] = [place()],
  on: Sketch | null = sketch,
) => decideAreaSettings({ phenomena: some, places }, { phenomena, sketch: on });
const faults = (...written: Parameters<typeof decide>): string[] => {
  const decision = decide(...written);
  return decision.outcome === 'refused' ? decision.faults.map(({ field, code }) => `${field} ${code}`) : [];
};

describe('a town’s words for what is seen', () => {
  it('are renamed and added, each new one under a closed word of its own', () => {
    expect(decide([phenomenon(), phenomenon({ id: null, sv: ' Hot ute ', en: 'Threats outside' })])).toMatchObject({
      phenomena: [
        { id: 'threat', name: { sv: 'Hot', en: 'Hot' } },
        { id: 'hot-ute', name: { sv: 'Hot ute', en: 'Threats outside' } },
      ],
    });
  });

  it('are retired and never taken away, also where the page did not send them', () => {
    const decision = decide([phenomenon({ id: null, sv: 'Lugnt' })]);
    expect(decision).toMatchObject({ phenomena: [{ id: 'lugnt' }, { id: 'threat', retired: true }] });
  });

  it.each([
    [[], ['phenomena PHENOMENON_MISSING']],
    [[phenomenon({ retired: true })], ['phenomena PHENOMENON_MISSING']],
    [[phenomenon({ sv: ' ' })], ['phenomena.0.sv REQUIRED']],
    [[phenomenon({ sv: 'x'.repeat(41), en: 'y'.repeat(41) })], ['phenomena.0.sv TOO_LONG', 'phenomena.0.en TOO_LONG']],
    [[phenomenon(), phenomenon({ id: null, sv: 'HOT' })], ['phenomena.1.sv NAMED_TWICE']],
    [[phenomenon({ retired: true }), phenomenon({ id: null, sv: 'HOT' })], []],
    [[phenomenon({ id: 'made-up' })], ['phenomena.0.sv CHOOSE_ONE']],
  ])('are at fault at their fields: %j', (some, expected) => {
    expect(faults(some)).toEqual(expected);
  });
});

describe('a town’s places', () => {
  it('keep what else they are called, and new ones get a word', () => {
    expect(decide([phenomenon()], [place({ x: 9 }), place({ slug: null, name: 'Å-bron' })])).toMatchObject({
      places: [
        { slug: 'torget', x: 9, also: ['Stortorget'] },
        { slug: 'a-bron', name: 'Å-bron' },
      ],
    });
    expect(decide([phenomenon()], [])).toMatchObject({ places: [{ slug: 'torget', retired: true }] });
  });

  it('lie in one of the districts and on the sketch', () => {
    expect(faults([phenomenon()], [place({ district: 'månen', x: -1, y: 601 })])).toEqual([
      'places.0.district CHOOSE_ONE',
      'places.0.x OUTSIDE_SKETCH',
      'places.0.y OUTSIDE_SKETCH',
    ]);
    expect(faults([phenomenon()], [place(), place({ slug: null, name: 'torget', x: 1.5 })])).toEqual([
      'places.1.name NAMED_TWICE',
      'places.1.x OUTSIDE_SKETCH',
    ]);
  });

  it('are none where the town has drawn nothing', () => {
    expect(decide([phenomenon()], [place({ district: 'månen' })], null)).toMatchObject({
      outcome: 'settled',
      places: [],
    });
  });
});

describe('a closed word', () => {
  it.each([
    ['Ån vid bron', [], 'an-vid-bron'],
    ['Torget', ['torget', 'torget-2'], 'torget-3'],
    ['!!', [], 'x'],
  ])('of %s is %s', (name, taken, expected) => {
    expect(wordOf(name, new Set(taken))).toBe(expected);
  });
});
