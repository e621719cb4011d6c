/**
 * When a consent opens less: a seat that no consent reaches any longer ends in that very transaction, and whoever sat there
 * leaves the case. They are told that they are not needed, and no reason (OSL 12:2, 26:1).
 */
import { asConsents } from '../consent/as-consents.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { settleDeadline } from '../deadline/settle-deadline.js';
import { settleMeetingsOf } from '../invitation/settle-meeting.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { MinutesStore } from '../minutes/minutes.port.js';
import { NoticeStore } from '../notice/notice.port.js';
import { notify } from '../notice/notify.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { GroupStore } from './group.port.js';

/** Answers how many seats were ended. */
export function endUnreachedSeats(
  tx: CallerTransaction,
  about: { readonly caseId: string; readonly personId: string },
): Promise<number> {
  return asConsents(tx, async (service) => {
    const store = service.of(GroupStore);
    const seats = await store.findUnreached(about.caseId);
    for (const { id, groupId, staffId, branchId } of seats) {
      await store.endMember(id, 'consent-gone');
      await store.unassign(about.caseId, staffId);
      await withdrawOwed(service, groupId, staffId);
      // What was on its way about the seat must not arrive when its ground is gone.
      await service.asService('deadlines', (deadlines) =>
        deadlines
          .of(NoticeStore)
          .stopUnsent({
            staffIds: [staffId],
            caseId: about.caseId,
            kinds: ['group-joined', 'joint-convened', 'meeting-moved'],
          }),
      );
      await notify(service, { staffIds: [staffId], kind: 'not-needed', effectKey: `group:${groupId}:seat:${id}` });
      await service.of(LedgerStore).record([
        {
          action: 'change',
          outcome: 'done',
          caseId: about.caseId,
          personId: about.personId,
          ground: 'consent',
          detail: { groupId, staffId, branchId, seat: 'ended', reason: 'consent-gone' },
        },
      ]);
      await service.of(OutboxStore).put([{ topic: `live:sight:${branchId}`, payload: { caseId: about.caseId } }]);
    }
    if (seats.length > 0) await settleMeetingsOf(service, about.caseId);
    return seats.length;
  });
}

/** What they were to do is nobody's to ask of them any longer. */
async function withdrawOwed(service: CallerTransaction, groupId: string, staffId: string): Promise<void> {
  const withdrawn = await service.of(MinutesStore).withdrawDecisions(groupId, staffId);
  for (const aboutId of withdrawn)
    await service.asService('deadlines', (deadlines) =>
      settleDeadline(deadlines, { kind: 'meeting-decision', aboutId, outcome: 'void', reason: 'withdrawn' }),
    );
}
