/**
 * When a ground opens less: a seat that it reaches no longer ends in that very transaction, and whoever sat there leaves
 * the case. They are told that they are not needed, and no reason (OSL 12:2, 26:1).
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
import { releaseMeasures } from '../plan/release-measures.js';
import { caseNews } from '../report/case-news.js';
import { GroupStore, type UnreachedSeat } from './group.port.js';

/** In every house's groups about the person; answers how many seats were ended. */
export function endUnreachedSeats(tx: CallerTransaction, personId: string): Promise<number> {
  return asConsents(tx, async (service) => {
    const seats = await service.of(GroupStore).findUnreached(personId);
    for (const seat of seats) await endSeat(service, seat, personId);
    for (const caseId of new Set(seats.map((seat) => seat.caseId))) await settleMeetingsOf(service, caseId);
    return seats.length;
  });
}

async function endSeat(tx: CallerTransaction, seat: UnreachedSeat, personId: string): Promise<void> {
  const { id, groupId, caseId, municipalityId, staffId, branchId } = seat;
  const reason = seat.terms === 'assessed' ? 'ground-gone' : 'consent-gone';
  await tx.of(GroupStore).endMember(id, reason);
  await tx.of(GroupStore).unassign(caseId, staffId);
  await withdrawOwed(tx, groupId, staffId);
  await releaseMeasures(tx, groupId, staffId);
  // What was on its way about the seat must not arrive when its ground is gone.
  await tx.asService('deadlines', (deadlines) =>
    deadlines
      .of(NoticeStore)
      .stopUnsent({ staffIds: [staffId], caseId, kinds: ['group-joined', 'joint-convened', 'meeting-moved'] }),
  );
  await notify(tx, { staffIds: [staffId], kind: 'not-needed', effectKey: `group:${groupId}:seat:${id}` });
  await tx.of(LedgerStore).record([
    {
      action: 'change',
      outcome: 'done',
      municipalityId,
      caseId,
      personId,
      ground: seat.terms === 'assessed' ? 'assessment' : 'consent',
      detail: { groupId, staffId, branchId, seat: 'ended', reason },
    },
  ]);
  await tx.of(OutboxStore).put(caseNews(caseId, { sight: [branchId] }));
}

/** What they were to do is nobody's to ask of them any longer. */
async function withdrawOwed(service: CallerTransaction, groupId: string, staffId: string): Promise<void> {
  const withdrawn = await service.of(MinutesStore).withdrawDecisions(groupId, staffId);
  for (const aboutId of withdrawn)
    await service.asService('deadlines', (deadlines) =>
      settleDeadline(deadlines, { kind: 'meeting-decision', aboutId, outcome: 'void', reason: 'withdrawn' }),
    );
}
