/** What a town's lawyer has switched off or narrowed, as its file has it; what cannot be meant is judged by the domain. */
import { z } from 'zod';
import { LIMITABLE_GROUNDS } from '#domain/disclosure/town-limits.js';
import { MOST_CONSENT_MONTHS } from '#domain/consent/consent-term.js';
import { CONSENT_MONTHS } from '#domain/consent/draft-consent.js';
import { CATEGORIES, PARTY_KINDS, PURPOSES } from '#domain/disclosure/vocabulary.js';

const ground = z.enum(LIMITABLE_GROUNDS as [string, ...string[]], {
  error: 'is no ground that can be switched off or narrowed',
});
const decided = {
  reason: z.string().trim().min(1, 'must say why').max(500),
  decidedBy: z.string().trim().min(1, 'must say who decided, with name and title').max(200),
};

export const disclosure = z.strictObject({
  switchedOff: z.partialRecord(ground, z.strictObject(decided)).optional(),
  narrowed: z
    .partialRecord(
      ground,
      z.strictObject({
        categories: z.array(z.enum(CATEGORIES)).optional(),
        purposes: z.array(z.enum(PURPOSES)).optional(),
        receivers: z.array(z.enum(PARTY_KINDS)).optional(),
        ...decided,
      }),
    )
    .optional(),
});

export const childSignsFrom = z.strictObject({
  age: z.int().min(0).max(18, 'whoever is 18 signs alone'),
  ...decided,
});

/** Half a year at the most without a word; what is longer says why, and who decided. */
export const consentMonths = z.union(
  [z.int().min(1).max(CONSENT_MONTHS), z.strictObject({ months: z.int().min(1).max(MOST_CONSENT_MONTHS), ...decided })],
  {
    error: `must be 1 to ${CONSENT_MONTHS} months, or { months, reason, decidedBy } with up to ${MOST_CONSENT_MONTHS} months and why`,
  },
);
