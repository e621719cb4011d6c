import { describe, expect, it } from '@jest/globals';
import { MINUTE } from '../kernel/instant.js';
import { decideProof, IN_DANGER, LATELY } from './decide-proof.js';

describe('a proof before a sensitive act', () => {
  it.each<[string, number, number, string]>([
    ['just given holds', 0, LATELY, 'recent'],
    ['a quarter old holds still', 15 * MINUTE, LATELY, 'recent'],
    ['older than a quarter is asked for anew', 15 * MINUTE + 1, LATELY, 'prove-again'],
    ['of the last hour holds where somebody is in danger', 60 * MINUTE, IN_DANGER, 'recent'],
    ['older than an hour holds nowhere', 60 * MINUTE + 1, IN_DANGER, 'prove-again'],
    ['from a time to come is none', -1, IN_DANGER, 'prove-again'],
    ['of an unknown time is none', Number.NaN, LATELY, 'prove-again'],
  ])('%s', (_, ago, within, outcome) => expect(decideProof(ago, within).outcome).toBe(outcome));
});
