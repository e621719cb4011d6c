import { describe, expect, it } from '@jest/globals';
import { inputOf, numbersAtFault, valuesOf } from './area-settings-values.js';

const kept = {
  version: 3,
  phenomena: [{ id: 'threat', name: { sv: 'Hot', en: 'Threats' }, retired: false }],
  hasSketch: true,
  width: 1000,
  height: 600,
  districts: [],
  lines: [],
  places: [{ slug: 'torget', name: 'Torget', district: 'centrum', x: 5, y: 7, retired: true }],
};

describe('words and places as they are typed', () => {
  it('are sent as they were read where nothing is changed', () => {
    expect(inputOf(valuesOf(kept), 3)).toEqual({
      version: 3,
      phenomena: [{ id: 'threat', sv: 'Hot', en: 'Threats', retired: false }],
      places: [{ slug: 'torget', name: 'Torget', district: 'centrum', x: 5, y: 7, retired: true }],
    });
  });

  it('say which fields hold no number', () => {
    const values = valuesOf(kept);
    const [place] = values.places;
    expect(
      numbersAtFault({
        ...values,
        places: [
          { ...place!, x: '1a' },
          { ...place!, y: '' },
        ],
      }),
    ).toEqual(['places.0.x', 'places.1.y']);
    expect(numbersAtFault(values)).toEqual([]);
  });
});
