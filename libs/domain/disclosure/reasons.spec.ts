import { describe, expect, it } from '@jest/globals';
import type { Decision } from './decision.js';
import { REFER_GROUNDS, REFUSE_GROUNDS, RELEASE_GROUNDS } from './grounds.js';
import { reasonFor } from './reasons.js';

const EVERY_DECISION: readonly Decision[] = [
  ...RELEASE_GROUNDS.map((ground) => ({ outcome: 'release', ground }) as const),
  ...REFUSE_GROUNDS.map((ground) => ({ outcome: 'refuse', ground }) as const),
  ...REFER_GROUNDS.map((ground) => ({ outcome: 'refer', ground }) as const),
];

describe.each(['sv', 'en'] as const)('the reasons in %s', (language) => {
  it.each(EVERY_DECISION.map((decision) => [`${decision.outcome} ${decision.ground}`, decision] as const))(
    '%s is one plain sentence with a short tag',
    (_name, decision) => {
      const { tag, sentence } = reasonFor(decision, language);
      expect(tag.length).toBeGreaterThan(1);
      expect(tag.length).toBeLessThanOrEqual(26);
      expect(sentence).toMatch(/^[A-ZÅÄÖ][^.]*\.$/u);
      expect(sentence.length).toBeLessThanOrEqual(130);
    },
  );

  it('say something of its own for each', () => {
    const sentences = EVERY_DECISION.map((decision) => reasonFor(decision, language).sentence);
    expect(new Set(sentences).size).toBe(EVERY_DECISION.length);
  });
});
