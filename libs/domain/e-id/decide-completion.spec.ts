import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MINUTE } from '../kernel/instant.js';
import {
  CLOCK_TOLERANCE,
  decideCompletion,
  VERIFICATION_FAULTS,
  writeSignedData,
  type CompletionExpected,
  type CompletionFound,
  type VerificationFault,
} from './decide-completion.js';

const startedAt = Date.UTC(2026, 10, 27, 12);

const expected: CompletionExpected = {
  orderRef: 'order-1',
  startedAt,
  now: startedAt + MINUTE,
  text: 'Socialtjänsten får tala med skolan.',
  data: { content: 'sha-256:ab', orderNonce: 'n1' },
  personalNumber: '198503152384',
  used: false,
};

const found: CompletionFound = {
  orderRef: 'order-1',
  form: 'sound',
  signatureHolds: true,
  chain: 'trusted',
  status: 'good',
  statusAt: startedAt + MINUTE / 2,
  text: expected.text,
  data: writeSignedData(expected.data),
  personalNumber: '198503152384',
  assured: true,
};

const refused = (fault: VerificationFault) => ({ outcome: 'refused', fault });

/** One thing wrong at a time, and what it is called. */
const faults: readonly (readonly [string, Partial<CompletionFound>, Partial<CompletionExpected>, VerificationFault])[] =
  [
    ['another order’s answer', { orderRef: 'order-2' }, {}, 'foreign-order'],
    ['an answer used before', {}, { used: true }, 'replayed-order'],
    ['a signature that can be read in two ways', { form: 'wrapped' }, {}, 'wrapped-signature'],
    ['an answer that cannot be read', { form: 'unreadable' }, {}, 'bad-signature'],
    ['a signature that does not hold', { signatureHolds: false }, {}, 'bad-signature'],
    ['a certificate of a strange house', { chain: 'untrusted' }, {}, 'untrusted-chain'],
    ['a certificate that has run out', { chain: 'expired' }, {}, 'expired-certificate'],
    ['no word on the certificate', { status: 'missing' }, {}, 'ocsp-missing'],
    ['a word on the certificate without a time', { statusAt: null }, {}, 'ocsp-missing'],
    ['a revoked certificate', { status: 'revoked' }, {}, 'revoked'],
    ['a signature from before the order', { statusAt: startedAt - CLOCK_TOLERANCE - 1 }, {}, 'replayed-order'],
    ['a signature from the future', { statusAt: expected.now + CLOCK_TOLERANCE + 1 }, {}, 'replayed-order'],
    ['another text', { text: 'Socialtjänsten får tala med polisen.' }, {}, 'wrong-text'],
    ['no text', { text: null }, {}, 'wrong-text'],
    ['the text with a space more', { text: `${expected.text} ` }, {}, 'wrong-text'],
    ['another document', { data: writeSignedData({ content: 'sha-256:cd', orderNonce: 'n1' }) }, {}, 'wrong-data'],
    ['no document', { data: null }, {}, 'wrong-data'],
    [
      'the same document in another order',
      { data: writeSignedData({ content: 'sha-256:ab', orderNonce: 'n0' }) },
      {},
      'replayed-order',
    ],
    ['another person', { personalNumber: '198503152392' }, {}, 'wrong-signer'],
    ['nobody', { personalNumber: null }, { personalNumber: null }, 'wrong-signer'],
    ['too weak a proof', { assured: false }, {}, 'assurance-too-low'],
  ];

describe('an answer', () => {
  it('that holds in every respect is verified', () => {
    expect(decideCompletion(found, expected)).toEqual({ outcome: 'verified' });
  });

  it('of whoever it is identifies, when anybody may', () => {
    expect(decideCompletion(found, { ...expected, personalNumber: null })).toEqual({ outcome: 'verified' });
  });

  it.each(faults)('with %s is refused', (_, what, asked, fault) => {
    expect(decideCompletion({ ...found, ...what }, { ...expected, ...asked })).toEqual(refused(fault));
  });

  it('has no fault without a case above', () => {
    expect(new Set(faults.map(([, , , fault]) => fault))).toEqual(new Set(VERIFICATION_FAULTS));
  });

  it('with several faults is never verified', () => {
    fc.assert(
      fc.property(fc.subarray([...faults], { minLength: 1 }), (chosen) => {
        const what = chosen.reduce((all, [, one]) => ({ ...all, ...one }), found);
        const asked = chosen.reduce((all, [, , one]) => ({ ...all, ...one }), expected);
        expect(decideCompletion(what, asked).outcome).toBe('refused');
      }),
    );
  });
});
