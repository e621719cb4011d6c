import { Injectable } from '@nestjs/common';
import { hasEnded, isAsking, isInForce } from '#domain/consent/consent-states.js';
import { hasComeOfAge, recheckConsent } from '#domain/consent/recheck-consent.js';
import type { Subject } from '#domain/disclosure/case.js';
import type { NoticeKind } from '#domain/notice/notice.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { notify } from '../notice/notify.js';
import { isToldOfAny } from '../family/is-told.js';
import { takeBackFromUntold } from '../family/take-back-links.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { ServiceCaller } from '../gate/caller.js';
import type { DueWorkKind } from '../reconcile/due-work.js';
import { ConsentStore, type ConsentFacts } from './consent.port.js';
import { lapseOf, soonest } from './agreement-of-consent.js';
import { asConsents } from './as-consents.js';
import { keepRenewal } from './consent-deadline.js';
import { recordConsentStep, situationOf } from './consent-step.js';
import { tellWhatEnded } from './tell-what-ended.js';
import { sayWhatLapsed } from './recheck-parties.js';

const BATCH = 200;

/**
 * Looks again at every consent about a person, in the transaction that changed what they stand on: custody, age, an
 * official's view of maturity, a guardian who may no longer be told. Says what happened to whoever asked (FB 6:11; OSL 12:3).
 */
export async function recheckConsentsAbout(tx: CallerTransaction, personId: string): Promise<void> {
  await asConsents(tx, async (service) => {
    for (const consent of await service.of(ConsentStore).findOpenOfPerson(personId)) await recheck(service, consent);
  });
  await tellWhatEnded(tx, personId);
}

/** What time alone changes: the end of the half year, a birthday, the day on which custody begins or ends, or an agreement. */
@Injectable()
export class RecheckConsents implements DueWorkKind {
  readonly name = 'consents';
  readonly service = 'consents';

  constructor(private readonly asCaller: AsCaller) {}

  async reconcile(caller: ServiceCaller): Promise<number> {
    let looked = 0;
    for (;;) {
      const ids = await this.asCaller.run(caller, (tx) => tx.of(ConsentStore).findToRecheck(tx.now, BATCH));
      for (const id of ids)
        await this.asCaller.run(caller, async (tx) => {
          const consent = await tx.of(ConsentStore).findForChange(id);
          if (consent?.recheckAt && consent.recheckAt <= tx.now) await recheck(tx, consent);
        });
      looked += ids.length;
      if (ids.length < BATCH) return looked;
    }
  }

  isOverdue(caller: ServiceCaller): Promise<boolean> {
    return this.asCaller.run(caller, async (tx) => (await tx.of(ConsentStore).findToRecheck(tx.now, 1)).length > 0);
  }
}

async function recheck(tx: CallerTransaction, consent: ConsentFacts): Promise<void> {
  await recheckNames(tx, consent);
  await sayWhatLapsed(tx, consent.record.id);
}

async function recheckNames(tx: CallerTransaction, consent: ConsentFacts): Promise<void> {
  const { subject, facts } = await situationOf(tx, consent.record.person);
  const found = recheckConsent(consent.record, subject, facts);
  const store = tx.of(ConsentStore);
  await takeBackFromOthers(tx, consent, found.names.needed);
  for (const personId of found.toAsk)
    await store.ask(consent.record.id, { personId, standsAs: personId === subject.id ? 'subject' : 'guardian' });
  const ofAge = found.happened !== 'expired' && (await cameOfAge(tx, consent, subject));
  if (found.happened === null && found.toAsk.length === 0 && !ofAge) {
    // Nothing has happened but the looking: the next time to look is all that is written.
    await store.move(consent.record.id, {
      state: found.state,
      recheckAt: hasEnded(found.state) ? null : soonest(found.nextAt, (await lapseOf(tx, consent)).nextAt),
    });
    await keepRenewal(tx, consent.record.id);
    return;
  }
  if (ofAge && found.happened !== null) await noteOfAge(tx, consent);
  const kind = found.happened ?? (ofAge ? CAME_OF_AGE : 'name-asked');
  await recordConsentStep(tx, {
    consent,
    move: { state: found.state },
    happening: { kind, detail: { missing: found.names.missing.length, asked: found.toAsk.length } },
    opensLess: isInForce(consent.record.state) && !isInForce(found.state),
  });
  await notify(tx, {
    staffIds: await store.findAskers(consent.caseId),
    kind: noticeOf(kind, consent),
    effectKey: `consent:${consent.record.id}:${kind}:${consent.version}`,
    caseId: consent.caseId,
  });
}

/** Whose name is needed no more, and who is told of nothing else, has no errand behind the door: a guardian of one of age. */
async function takeBackFromOthers(
  tx: CallerTransaction,
  { record }: ConsentFacts,
  needed: readonly string[],
): Promise<void> {
  for (const { person } of record.signers)
    if (person !== record.person && !needed.includes(person) && !(await isToldOfAny(tx, person)))
      await takeBackFromUntold(tx, person);
}

const CAME_OF_AGE = 'came-of-age';

/** The day itself stands before what it came to: a name that is missing, or one that is needed no more. */
async function noteOfAge(tx: CallerTransaction, { record, caseId, municipalityId }: ConsentFacts): Promise<void> {
  await tx.of(ConsentStore).addEvent(record.id, { kind: CAME_OF_AGE, state: record.state });
  await tx.of(LedgerStore).record([
    {
      ...{ action: 'change', outcome: 'done', municipalityId, personId: record.person, caseId, ground: 'consent' },
      detail: { deed: `consent-${CAME_OF_AGE}`, consentId: record.id, state: record.state },
    },
  ]);
}

/** Said once: by then the young person has been asked anew in no other way than by the day itself. */
async function cameOfAge(tx: CallerTransaction, consent: ConsentFacts, subject: Subject): Promise<boolean> {
  const { record } = consent;
  // Of one that was taken over from paper it is not known when it was asked for: it was by the day from which it holds.
  const offeredAt = consent.offeredAt?.getTime() ?? record.validFrom;
  if (!hasComeOfAge(record, subject, { offeredAt, asOf: tx.now.getTime() })) return false;
  return !(await tx.of(ConsentStore).findEvents(record.id)).some(({ kind }) => kind === CAME_OF_AGE);
}

/** A question that nobody answered in time asks for something else than a yes that has come to its end. */
const noticeOf = (kind: string, { record }: ConsentFacts): NoticeKind => {
  if (kind === CAME_OF_AGE && isAsking(record.state)) return 'consent-of-age';
  return kind === 'expired' && isAsking(record.state) ? 'consent-unanswered' : 'consent-changed';
};
