/** A consent with every name under it, given on paper: what sharing by consent begins from. */
import { NO_REFUSALS } from '#domain/consent/consent.js';
import { NOTICE_VERSION } from '#domain/consent/notice.js';
import type { ConsentWritten } from '#use-cases/consent/consent-terms.js';
import { DraftConsent } from '#use-cases/consent/draft-consent.js';
import { withdrawConsent, type Withdrawn } from '#use-cases/consent/withdraw-consent.js';
import type { GradedCase } from './case.js';
import { signName } from './names.js';
import type { World } from './world.js';

export const SOC = 'ekvalla-soc/individ-och-familj';
export const POLICE = 'polisen/lpo-ekvalla';
export const SCHOOL = 'ekvalla-skola/grundskola';

export interface OfferedConsent {
  readonly id: string;
  readonly asked: readonly string[];
}

export async function offerConsent(
  world: World,
  { caseId }: Pick<GradedCase, 'caseId'>,
  over: Partial<ConsentWritten> = {},
): Promise<OfferedConsent> {
  const maria = world.caller('maria');
  const drafts = new DraftConsent(world.asCaller, world.seal);
  const id = await drafts.draft(maria, caseId, {
    scope: {
      from: [SOC, POLICE, SCHOOL],
      to: [SOC, POLICE, SCHOOL],
      categories: ['measures-and-plan', 'assessment-results', 'nomination'],
      purposes: ['support'],
    },
    situations: ['meeting', 'phone'],
    form: 'sig',
    validFrom: null,
    validUntil: null,
    apart: false,
    why: '',
    ...over,
  });
  return { id, ...(await drafts.offer(maria, { id, expectedVersion: 1 })) };
}

export async function signAll(world: World, consent: OfferedConsent): Promise<void> {
  const maria = world.caller('maria');
  for (const personId of consent.asked)
    await signName(world, maria, {
      consentId: consent.id,
      personId,
      method: 'paper',
      language: 'sv',
      noticeVersion: NOTICE_VERSION,
      refusals: NO_REFUSALS,
      receivedBy: maria.staffId,
    });
}

/** As if the text had been changed since this consent was put before the family; the triggers would rightly refuse. */
export async function offerUnderFormerText(world: Pick<World, 'behindTheLocks'>, consentId: string): Promise<void> {
  await world.behindTheLocks(`set session_replication_role = 'replica'`);
  await world.behindTheLocks(
    `update consent c set notice_version = t.version, notice_hash = t.hash from notice_text t
     where c.id = $1 and t.version = '2026-11' and t.language = 'sv'`,
    [consentId],
  );
  await world.behindTheLocks(`set session_replication_role = 'origin'`);
}

export const withdrawAs = (world: World, consent: OfferedConsent, personId: string): Promise<Withdrawn> =>
  world.asCaller.run(world.caller('maria'), (tx) => withdrawConsent(tx, { consentId: consent.id, personId }));
