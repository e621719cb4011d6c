/** What a reporter's word may carry into social services, and what stays at home without an answer. */
import { describe, expect, it } from '@jest/globals';
import { PROTECTIONS } from '../disclosure/vocabulary.js';
import { decideGiving } from './giving.js';

const NOW = Date.UTC(2026, 10, 22);
const police = { kind: 'police', authority: 'polisen', branch: 'lpo' } as const;
const social = { kind: 'social-services', authority: 'soc', branch: 'iof' } as const;
const child = {
  id: 'c',
  born: { year: 2012, month: 3, day: 15 },
  protection: 'none',
  guardians: [],
  maturity: null,
} as const;
const part = { from: police, to: social, child, category: 'report-content', revealsPlace: false } as const;

describe('giving a report to social services', () => {
  it('rests on the duty to report, for everyone whom it binds and for children alone', () => {
    expect(decideGiving(part, NOW)).toMatchObject({ outcome: 'release', ground: 'SoL 19:1' });
    const adult = { ...child, born: { year: 2008, month: 11, day: 22 } };
    expect(decideGiving({ ...part, child: adult }, NOW).ground).not.toBe('SoL 19:1');
  });

  it.each(PROTECTIONS.filter((grade) => grade !== 'none'))(
    'leaves the address of a child with %s where it is',
    (protection) => {
      const place = { ...part, child: { ...child, protection }, category: 'whereabouts', revealsPlace: true } as const;
      expect(decideGiving(place, NOW)).toMatchObject({ ground: 'OSL 21:3' });
      expect(decideGiving(place, NOW).outcome).not.toBe('release');
      expect(decideGiving({ ...part, child: { ...child, protection } }, NOW).outcome).toBe('release');
    },
  );
});
