import { describe, expect, it } from '@jest/globals';
import { whatHappened } from './what-happened.js';

const signed = (missing: number) => ({ kind: 'signed', missing });
const said = (...kinds: string[]) => kinds.map((kind) => ({ kind, missing: null }));

describe('what happened to a consent', () => {
  it.each([
    ['expired', [...said('offered'), ...said('expired')], 'unanswered'],
    ['expired', [...said('offered'), signed(1), ...said('expired')], 'unanswered'],
    ['expired', [...said('offered'), signed(1), signed(0), ...said('expired')], null],
    ['expired', [...said('imported'), ...said('expired')], null],
    ['expired', [signed(0), ...said('name-missing', 'expired')], 'lapsed'],
    ['expired', [signed(0), ...said('name-missing', 'complete', 'expired')], null],
    ['partly-signed', [...said('offered'), signed(1), ...said('came-of-age')], 'ofAge'],
    ['offered', said('offered', 'came-of-age'), 'ofAge'],
    ['active', [...said('came-of-age'), signed(0)], null],
    ['offered', said('offered'), null],
    ['withdrawn', [signed(0), ...said('withdrawn')], null],
  ] as const)('in %s after %j: %s', (state, events, happened) => {
    expect(whatHappened({ state, events })).toBe(happened);
  });
});
