/**
 * Taking back, all or in part: at once, for everyone, on every screen, by one of those who must sign; a member of staff
 * writes down what somebody says by phone. It never waits for anything (OSL 12:2).
 */
import type { Refusals } from '#domain/consent/consent.js';
import type { ConsentState } from '#domain/consent/consent-states.js';
import { decideNarrowing } from '#domain/consent/narrow-consent.js';
import { decideWithdrawal } from '#domain/consent/withdraw-consent.js';
import { Failure } from '../failure.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { ConsentStore } from './consent.port.js';
import { recordConsentStep, situationOf } from './consent-step.js';
import { metBy } from './met-by.js';
import { requireWhole } from './sign-consent.js';

export interface Withdrawn {
  readonly state: ConsentState;
  /** When it was taken back; an earlier instant when somebody had done it before. */
  readonly at: Date;
  readonly already: boolean;
}

const CODES = {
  'not-asked': 'NOT_A_SIGNER',
  'not-needed-now': 'NAME_NOT_NEEDED',
  'not-open': 'CONSENT_NOT_OPEN',
  'unknown-part': 'PART_UNKNOWN',
  'nothing-left': 'NOTHING_LEFT',
  'no-change': 'NOTHING_TAKEN_AWAY',
} as const;

/** The same answer however often it is asked. */
export async function withdrawConsent(
  tx: CallerTransaction,
  asked: { readonly consentId: string; readonly personId: string },
): Promise<Withdrawn> {
  const consent = await requireWhole(tx, asked.consentId);
  const situation = await situationOf(tx, consent.record.person);
  const decision = decideWithdrawal(consent.record, asked.personId, situation);
  if (decision.outcome === 'refused') throw new Failure(CODES[decision.code]);
  if (decision.outcome === 'already-over') {
    const at = new Date(decision.since ?? consent.record.endedAt ?? tx.now);
    return { state: consent.record.state, at, already: true };
  }
  const declined = decision.state === 'declined';
  await tx.of(ConsentStore).markSaidNo(consent.record.id, asked.personId, declined ? 'declined' : 'withdrawn');
  await recordConsentStep(tx, {
    consent,
    move: { state: decision.state, withdrawnAt: tx.now },
    happening: { kind: declined ? 'declined' : 'withdrawn', detail: { signer: asked.personId } },
    opensLess: true,
  });
  return { state: decision.state, at: tx.now, already: false };
}

/** Takes an agency or a kind of information away; the rest stands. */
export async function narrowConsent(
  tx: CallerTransaction,
  asked: { readonly consentId: string; readonly personId: string; readonly refusals: Refusals },
): Promise<ConsentState> {
  const consent = await requireWhole(tx, asked.consentId);
  const situation = await situationOf(tx, consent.record.person);
  const record = await metBy(tx, consent.record, asked.personId);
  const decision = decideNarrowing(record, { person: asked.personId, refusals: asked.refusals }, situation);
  if (decision.outcome === 'refused') throw new Failure(CODES[decision.code]);
  await tx.of(ConsentStore).takeAway(consent.record.id, asked.personId, asked.refusals);
  return recordConsentStep(tx, {
    consent,
    move: { state: decision.state },
    happening: {
      kind: 'narrowed',
      detail: {
        signer: asked.personId,
        houses: asked.refusals.houses.length,
        categories: asked.refusals.categories.length,
      },
    },
    opensLess: true,
  });
}
