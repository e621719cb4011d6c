/**
 * Whether somebody has shown who they are lately enough for an act that is hard to undo, so that a desk left open or a
 * stolen cookie cannot do it (ASVS 7.5.3).
 */
import { MINUTE } from '../kernel/instant.js';

/** For an ordinary sensitive act, in milliseconds since the proof. */
export const LATELY = 15 * MINUTE;
/** Where somebody is in danger now: whoever was called in for it has proved who they are within the hour, and goes on. */
export const IN_DANGER = 60 * MINUTE;

export type ProofDecision = { readonly outcome: 'recent' } | { readonly outcome: 'prove-again' };

/** `provedAgo` is milliseconds by the clock that decides; a proof that lies ahead of it is none. */
export const decideProof = (provedAgo: number, within: number): ProofDecision =>
  provedAgo >= 0 && provedAgo <= within ? { outcome: 'recent' } : { outcome: 'prove-again' };
