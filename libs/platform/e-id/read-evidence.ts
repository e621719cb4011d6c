import { z } from 'zod';
import { VERIFICATION_FAULTS } from '#domain/e-id/decide-completion.js';
import type { EIdEvidence } from '#use-cases/e-id/e-id.port.js';

const words = z.record(z.string(), z.unknown());

/** A file of evidence as the platform gives it out; `broker` was not kept before 2026-11. */
const evidence = z.object({
  adapter: z.enum(['bankid', 'openid']),
  orderRef: z.string(),
  purpose: z.enum(['identify', 'sign']),
  userVisibleData: z.string(),
  userVisibleDataFormat: z.enum(['plaintext', 'simpleMarkdownV1']),
  userNonVisibleData: z.string(),
  completionData: z.string(),
  signature: z.string(),
  ocspResponse: z.string().nullable(),
  broker: z
    .object({
      key: words,
      metadata: words,
      clientId: z.string(),
      acceptedAcr: z.array(z.string()),
      numberClaim: z.string(),
    })
    .nullable()
    .default(null),
  endUserIp: z.string(),
  verification: z.discriminatedUnion('outcome', [
    z.object({
      outcome: z.literal('verified'),
      signer: z.object({
        personalNumber: z.string(),
        name: z.string(),
        givenName: z.string(),
        familyName: z.string(),
      }),
      signedBy: z.string(),
      issuer: z.string(),
      validAt: z.string(),
    }),
    z.object({ outcome: z.literal('refused'), fault: z.enum(VERIFICATION_FAULTS) }),
  ]),
  at: z.string(),
});

/** Undefined for text that is no evidence of an e-identification. */
export function readEvidence(text: string): EIdEvidence | undefined {
  try {
    return evidence.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
