import { describe, expect, it } from '@jest/globals';
import { sessionEnding } from './session-ending.js';

const at = (time: string) => `2026-11-24T${time}:00Z`;
const ending = (idle: string, limit: string, now: string) =>
  sessionEnding({ idleUntil: at(idle), expiresAt: at(limit), now: Date.parse(at(now)) });

describe('the notice before a session ends', () => {
  it('is silent while there is time', () => {
    expect(ending('12:30', '20:00', '12:24')).toBeNull();
  });

  it('warns five minutes before an idle session ends', () => {
    expect(ending('12:30', '20:00', '12:25')).toEqual({ why: 'idle', at: at('12:30') });
  });

  it('warns a quarter before the absolute limit, where staying is not enough', () => {
    expect(ending('20:00', '20:00', '19:45')).toEqual({ why: 'limit', at: at('20:00') });
  });
});
