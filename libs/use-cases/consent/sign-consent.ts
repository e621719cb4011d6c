/**
 * A name is written under a consent: by e-identification, on paper with a scan, or spoken before a witness. Whichever way,
 * the same rule decides, and what it stands on is sealed with it (OSL 12:2; methods as JO asks: when and how it was given).
 */
import { coversAll, scopeNow, type CollectionMethod, type Refusals } from '#domain/consent/consent.js';
import { isInForce, type ConsentState } from '#domain/consent/consent-states.js';
import { decideSigning, type SigningRefused } from '#domain/consent/sign-consent.js';
import { Failure } from '../failure.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { ConsentStore, type ConsentFacts } from './consent.port.js';
import { asConsents } from './as-consents.js';
import { recordConsentStep, requireConsent, situationOf } from './consent-step.js';
import { requireNotice } from './keep-notice.js';
import { metBy } from './met-by.js';

export interface NameWritten {
  readonly consentId: string;
  readonly personId: string;
  readonly method: CollectionMethod;
  /** BCP 47 of the text that was read. */
  readonly language: string;
  /** Version of that text; null where a paper has its own words, as in a register that is taken over. */
  readonly noticeVersion: string | null;
  readonly refusals: Refusals;
  /** The member of staff who received a paper or heard the words. */
  readonly receivedBy: string | null;
}

export interface NameGiven {
  readonly state: ConsentState;
  /** Person ids of those whose names are still needed. */
  readonly missing: readonly string[];
}

export const SIGNING_CODES: Readonly<Record<SigningRefused, string>> = {
  'not-asked': 'NOT_A_SIGNER',
  'not-needed-now': 'NAME_NOT_NEEDED',
  'already-signed': 'ALREADY_SIGNED',
  'not-open': 'CONSENT_NOT_OPEN',
  'time-over': 'CONSENT_OVER_ALREADY',
  'unknown-part': 'PART_UNKNOWN',
  'nothing-left': 'NOTHING_LEFT',
};

/** Writes the name, or throws why it cannot stand; the evidence is added by whoever has it, in the same transaction. */
export async function signConsent(tx: CallerTransaction, name: NameWritten): Promise<NameGiven> {
  const consent = await requireWhole(tx, name.consentId);
  const situation = await situationOf(tx, consent.record.person);
  const record = await metBy(tx, consent.record, name.personId);
  const decision = decideSigning(record, { person: name.personId, refusals: name.refusals }, situation);
  if (decision.outcome === 'refused') throw new Failure(SIGNING_CODES[decision.code]);
  const { personId, method, language, noticeVersion, refusals, receivedBy } = name;
  if (noticeVersion !== null) await requireNotice(tx, noticeVersion, language);
  await tx
    .of(ConsentStore)
    .sign(consent.record.id, { personId, method, language, noticeVersion, refusals, receivedBy });
  await recordConsentStep(tx, {
    consent,
    move: { state: decision.state },
    happening: {
      kind: 'signed',
      detail: { signer: personId, method, missing: decision.missing.length, notice: noticeVersion, language },
    },
  });
  if (decision.missing.length === 0 && consent.record.renews !== null) await takeOver(tx, consent);
  return { state: decision.state, missing: decision.missing };
}

/** A signer sees only their own row; whose names are there is known to the platform. */
export async function wholeRecord(tx: CallerTransaction, consent: ConsentFacts): Promise<ConsentFacts['record']> {
  const whole = await asConsents(tx, (service) => service.of(ConsentStore).find(consent.record.id));
  return (whole ?? consent).record;
}

/** The consent, locked, with every name under it, whoever asks. */
export async function requireWhole(tx: CallerTransaction, id: string): Promise<ConsentFacts> {
  const consent = await requireConsent(tx, id);
  return { ...consent, record: await wholeRecord(tx, consent) };
}

/** The renewal holds from its last name on, and the consent before it opens nothing from that same instant. */
async function takeOver(tx: CallerTransaction, renewal: ConsentFacts): Promise<void> {
  await asConsents(tx, async (service) => {
    const before =
      renewal.record.renews === null ? undefined : await service.of(ConsentStore).findForChange(renewal.record.renews);
    if (!before || !isInForce(before.record.state)) return;
    const now = scopeNow(await wholeRecord(service, renewal));
    await recordConsentStep(service, {
      consent: before,
      move: { state: 'renewed' },
      happening: { kind: 'renewed' },
      opensLess: !coversAll(now, scopeNow(before.record)),
      by: tx.caller,
    });
  });
}
