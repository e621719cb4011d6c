/**
 * That a consent is renewed before it ends is owed like any other time limit, by the house that asked for it: half a year at a
 * time [S1 Trollhättan]. It is owed for as long as the consent lets anything be told, and is met by the next one.
 */
import { reachesNothing, scopeNow, type ConsentRecord } from '#domain/consent/consent.js';
import { isInForce } from '#domain/consent/consent-states.js';
import { DAY } from '#domain/kernel/instant.js';
import { DeadlineStore } from '../deadline/deadline.port.js';
import { openDeadline } from '../deadline/open-deadline.js';
import { settleDeadline } from '../deadline/settle-deadline.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import type { Caller } from '../gate/caller.js';
import { asConsents } from './as-consents.js';
import { ConsentStore, type ConsentFacts } from './consent.port.js';

const KIND = 'consent-renewal';

/**
 * After a step, or when it is looked at again: opens what is owed and settles what is owed no more; the same however often.
 * @param by whose deed it is
 */
export async function keepRenewal(tx: CallerTransaction, consentId: string, by: Caller = tx.caller): Promise<void> {
  const whole = await asConsents(tx, (service) => service.of(ConsentStore).find(consentId));
  if (!whole) return;
  const { record } = whole;
  const about = { kind: KIND, aboutId: record.id, by } as const;
  // By the platform: a signer opens and ends it too, and sees no deadline of the house.
  await tx.asService('deadlines', async (service) => {
    const runs = (await service.of(DeadlineStore).findRunning(about)).length > 0;
    if (!isOwed(record))
      await settleDeadline(
        service,
        record.state === 'renewed'
          ? { ...about, outcome: 'met' }
          : { ...about, outcome: 'void', reason: `consent-${record.state}` },
      );
    else if (!runs) await open(service, whole);
  });
}

const isOwed = (record: ConsentRecord): boolean => isInForce(record.state) && !reachesNothing(scopeNow(record));

async function open(tx: CallerTransaction, { record, caseId }: ConsentFacts): Promise<void> {
  const owner = await asConsents(tx, (service) => service.of(ConsentStore).findRenewalOwner(record.id));
  // Nobody's signature is lost on it that the house has no unit just now: it is looked at until there is one.
  if (!owner) {
    await asConsents(tx, (service) => service.of(ConsentStore).lookAgain(record.id, new Date(tx.now.getTime() + DAY)));
    return;
  }
  await openDeadline(tx, {
    kind: KIND,
    caseId,
    aboutId: record.id,
    startsAt: new Date(wholeSince(record)),
    ownerUnitId: owner.unitId,
    ownerStaffId: owner.staffId,
    // Whatever the rule says, by then it has ended.
    atLatest: new Date(record.validUntil),
  });
}

/** From the last name that it needed, or from the day on which it begins to hold where that is later. */
const wholeSince = ({ validFrom, signers }: ConsentRecord): number =>
  Math.max(validFrom, ...signers.flatMap(({ signedAt }) => signedAt ?? []));
