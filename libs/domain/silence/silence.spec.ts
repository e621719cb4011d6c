import { describe, expect, it } from '@jest/globals';
import { DAY, HOUR, MINUTE } from '../kernel/instant.js';
import { remindAgainFrom, SILENCE_KINDS } from './silence.js';

describe('a reminder', () => {
  it.each(SILENCE_KINDS)('of a %s may be sent at once where there has been none', (kind) => {
    expect(remindAgainFrom(kind, null, 1000)).toBeNull();
  });

  it.each([
    ['hub-question', 5 * MINUTE],
    ['inquiry', HOUR],
    ['invitation', 12 * HOUR],
    ['consent', 2 * DAY],
  ] as const)('waits after another one of a %s', (kind, wait) => {
    expect(remindAgainFrom(kind, 1000, 1000 + wait - 1)).toBe(1000 + wait);
    expect(remindAgainFrom(kind, 1000, 1000 + wait)).toBeNull();
  });
});
