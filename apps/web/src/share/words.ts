/** How a decision is told: the reason in the reader's language, from the rules' own catalogue. */
import type { Decision } from '#domain/disclosure/decision.js';
import { reasonFor, type ReasonLanguage } from '#domain/disclosure/reasons.js';
import type { Reason } from '#domain/disclosure/reasons/reason.js';

export interface Decided {
  readonly outcome: string;
  readonly ground: string;
}

/** The api's words are the rules' words; an older client that meets a newer one shows the ground as it is written. */
export function reasonOf({ outcome, ground }: Decided, language: ReasonLanguage): Reason {
  const reason = reasonFor({ outcome, ground } as Decision, language) as Reason | undefined;
  return reason ?? { tag: ground, sentence: ground };
}
