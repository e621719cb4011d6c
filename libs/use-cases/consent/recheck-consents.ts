import { Injectable } from '@nestjs/common';
import { hasEnded } from '#domain/consent/consent-states.js';
import { recheckConsent } from '#domain/consent/recheck-consent.js';
import { notify } from '../notice/notify.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { ServiceCaller } from '../gate/caller.js';
import type { DueWorkKind } from '../reconcile/due-work.js';
import { ConsentStore, type ConsentFacts } from './consent.port.js';
import { lapseOf, soonest } from './agreement-of-consent.js';
import { asConsents } from './as-consents.js';
import { recordConsentStep, situationOf } from './consent-step.js';
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
  for (const personId of found.toAsk)
    await store.ask(consent.record.id, { personId, standsAs: personId === subject.id ? 'subject' : 'guardian' });
  if (found.happened === null && found.toAsk.length === 0) {
    // Nothing has happened but the looking: the next time to look is all that is written.
    await store.move(consent.record.id, {
      state: found.state,
      recheckAt: hasEnded(found.state) ? null : soonest(found.nextAt, (await lapseOf(tx, consent)).nextAt),
    });
    return;
  }
  const kind = found.happened ?? 'name-asked';
  await recordConsentStep(tx, {
    consent,
    move: { state: found.state },
    happening: { kind, detail: { missing: found.names.missing.length, asked: found.toAsk.length } },
    opensLess: found.happened === 'expired' || found.happened === 'name-missing',
  });
  await notify(tx, {
    staffIds: await store.findAskers(consent.caseId),
    kind: 'consent-changed',
    effectKey: `consent:${consent.record.id}:${kind}:${consent.version}`,
    caseId: consent.caseId,
  });
}
