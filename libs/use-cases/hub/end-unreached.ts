/**
 * When a ground opens less: houses that none reaches any more are no longer needed at joint meetings about the person.
 * Their people leave the case at once, a message that has not left is stopped, and they are told no reason (OSL 12:2, 26:1).
 */
import { asConsents } from '../consent/as-consents.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { settleMeeting } from '../invitation/settle-meeting.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { NoticeStore } from '../notice/notice.port.js';
import { notify } from '../notice/notify.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { caseNews } from '../report/case-news.js';
import type { HubFacts } from './hub.port.js';
import { JointStore, type HubParty } from './joint.port.js';

/** In the transaction that made it less; answers how many invitations were called off. */
export function endUnreached(tx: CallerTransaction, personId: string): Promise<number> {
  return asConsents(tx, async (service) => {
    const unreached = await service.of(JointStore).findUnreached(personId);
    if (unreached.length === 0) return 0;
    const hubs = new Map((await service.of(JointStore).findOpenAbout(personId)).map((hub) => [hub.id, hub]));
    for (const { hubId, branchId, terms } of unreached) {
      const hub = hubs.get(hubId);
      if (hub) await endOne(service, hub, { branchId, terms });
    }
    return unreached.length;
  });
}

/** What a consent opens has become more or less: whoever shows a board about the person is shown what is theirs now. */
export function tellTables(tx: CallerTransaction, personId: string): Promise<void> {
  return asConsents(tx, async (service) => {
    const hubs = await service.of(JointStore).findOpenAbout(personId);
    await service.of(OutboxStore).put(hubs.map(({ id }) => ({ topic: `live:board:${id}`, payload: { sight: true } })));
  });
}

/** A joint meeting that is called off needs nobody of another house. */
export function callOffInvitations(tx: CallerTransaction, hub: HubFacts): Promise<void> {
  return asConsents(tx, async (service) => {
    const parties = (await service.of(JointStore).findParties(hub.id)).filter(
      ({ endedAt, branchId }) => endedAt === null && branchId !== hub.branchId,
    );
    for (const party of new Map(parties.map((one) => [one.branchId, one])).values()) await endOne(service, hub, party);
  });
}

async function endOne(
  tx: CallerTransaction,
  hub: HubFacts,
  party: Pick<HubParty, 'branchId' | 'terms'>,
): Promise<void> {
  const staffIds = await tx.of(JointStore).endInvitation(hub, party.branchId);
  await settleMeeting(tx, hub.id);
  // What was on its way about the invitation must not arrive when its ground is gone.
  await tx.asService('deadlines', (service) =>
    service
      .of(NoticeStore)
      .stopUnsent({ staffIds, caseId: hub.caseId, kinds: ['joint-convened', 'meeting-moved', 'question-asked'] }),
  );
  await notify(tx, {
    staffIds,
    kind: 'not-needed',
    effectKey: `hub:${hub.id}:not-needed:${tx.now.getTime()}`,
  });
  await tx.of(LedgerStore).record([
    {
      action: 'change',
      outcome: 'done',
      municipalityId: hub.municipalityId,
      caseId: hub.caseId,
      personId: hub.personId,
      ground: party.terms === 'assessed' ? 'assessment' : 'consent',
      detail: { hubId: hub.id, hub: 'invitation-ended', branchId: party.branchId, people: staffIds.length },
    },
  ]);
  await tx
    .of(OutboxStore)
    .put([
      { topic: `live:hub:${hub.id}`, payload: { lobby: true } },
      { topic: `live:hubs:${party.branchId}`, payload: { hubId: hub.id } },
      ...caseNews(hub.caseId, { sight: [party.branchId] }),
    ]);
}
