import { describe, expect, it } from '@jest/globals';
import { HOUR, MINUTE } from '../kernel/instant.js';
import { showMeetings, type ConsentOfCase, type MeetingOfCase } from './shown-meeting.js';

const NOW = Date.UTC(2026, 10, 24, 14);
const YES: ConsentOfCase = {
  id: 'c1',
  caseId: 'a',
  state: 'holds',
  scope: {
    from: ['soc/iof', 'polisen/lpo'],
    to: ['soc/iof', 'polisen/lpo'],
    categories: ['measures-and-plan'],
    purposes: ['support'],
  },
  validFrom: NOW - HOUR,
  validUntil: NOW + 100 * HOUR,
};
const SOON: MeetingOfCase = {
  caseId: 'a',
  startsAt: NOW + HOUR,
  minutes: 30,
  purpose: 'support',
  house: 'soc/iof',
  seats: [{ house: 'polisen/lpo', terms: 'with-consent' }],
};

describe('a meeting', () => {
  it('is told by its time, the earliest first', () => {
    const later = { ...SOON, startsAt: NOW + 5 * HOUR };
    expect(showMeetings([later, SOON], [YES], NOW)).toEqual([
      { consentId: 'c1', startsAt: NOW + HOUR, endsAt: NOW + HOUR + 30 * MINUTE },
      { consentId: 'c1', startsAt: NOW + 5 * HOUR, endsAt: NOW + 5 * HOUR + 30 * MINUTE },
    ]);
  });

  it('is told while it goes on, and not when it has ended', () => {
    expect(showMeetings([{ ...SOON, startsAt: NOW - 10 * MINUTE }], [YES], NOW)).toHaveLength(1);
    expect(showMeetings([{ ...SOON, startsAt: NOW - 30 * MINUTE }], [YES], NOW)).toEqual([]);
  });

  it.each([
    ['another case', { caseId: 'b' }],
    ['a yes that is taken back', { state: 'you-took-it-back' }],
    ['a yes whose names are not all there', { state: 'waits' }],
    ['a yes that begins after it', { validFrom: NOW + 2 * HOUR }],
    ['a yes that ends as it begins', { validUntil: NOW + HOUR }],
    ['a yes for something else', { scope: { ...YES.scope, purposes: ['prevent-crime'] } }],
    ['a yes to nothing', { scope: { ...YES.scope, categories: [] } }],
    ['a yes that names another house', { scope: { ...YES.scope, from: ['soc/iof'], to: ['skola/grund'] } }],
    ['a yes to what they tell each other past the one who leads', { scope: { ...YES.scope, from: ['skola/grund'] } }],
  ] as const)('is not told by %s', (_, other) => {
    expect(showMeetings([SOON], [{ ...YES, ...other }], NOW)).toEqual([]);
  });

  it.each([
    ['nobody of another house', []],
    ['a seat on an assessed ground alone', [{ house: 'polisen/lpo', terms: 'assessed' }]],
    [
      'a seat on an assessed ground beside one on the yes',
      [...SOON.seats, { house: 'skola/grund', terms: 'assessed' }],
    ],
    ['a seat that the yes does not reach', [...SOON.seats, { house: 'skola/grund', terms: 'with-consent' }]],
  ] as const)('is not told with %s', (_, seats) => {
    expect(showMeetings([{ ...SOON, seats }], [YES], NOW)).toEqual([]);
  });

  it('is told where one yes reaches one seat and another the other, and not where only one of them is told of', () => {
    const school = { house: 'skola/grund', terms: 'with-consent' } as const;
    const second = { ...YES, id: 'c2', scope: { ...YES.scope, from: ['soc/iof'], to: ['skola/grund'] } };
    const meeting = { ...SOON, seats: [...SOON.seats, school] };
    expect(showMeetings([meeting], [YES, second], NOW)).toMatchObject([{ consentId: 'c1' }]);
    expect(showMeetings([meeting], [second], NOW)).toEqual([]);
  });
});
