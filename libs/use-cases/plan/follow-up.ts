/** The day on which a measure is followed up is a deadline of whoever is responsible, in whichever house they sit ([S1]). */
import { parseCivilDay } from '#domain/kernel/civil-day.js';
import { MINUTE } from '#domain/kernel/instant.js';
import { endOfDay } from '#domain/kernel/stockholm.js';
import { deadlinesTopic } from '../deadline/deadline-plan.js';
import { openDeadline } from '../deadline/open-deadline.js';
import { settleDeadline } from '../deadline/settle-deadline.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import type { EntryOwner } from './plan.port.js';
import type { CaseGroup } from './require-plan.js';

const KIND = 'measure-follow-up';

/** Stands in the leading house, whose plan it is; the platform opens it, since whoever writes may sit in another. */
export async function oweFollowUp(
  tx: CallerTransaction,
  group: CaseGroup,
  of: { readonly entryId: string; readonly owner: EntryOwner; readonly followUpOn: string },
): Promise<void> {
  const day = parseCivilDay(of.followUpOn);
  if (day === undefined) throw new Error('a day that was kept is a day');
  // Counted from a whole minute: a rule is written in minutes, and the day ends exactly then.
  const starts = Math.floor(tx.now.getTime() / MINUTE) * MINUTE;
  const minutes = Math.max(1, (endOfDay(day) - starts) / MINUTE);
  await tx.asService('deadlines', async (service) => {
    const { deadlineId } = await openDeadline(service, {
      kind: KIND,
      caseId: group.caseId,
      aboutId: of.entryId,
      startsAt: new Date(starts),
      ownerUnitId: of.owner.unitId,
      ownerStaffId: of.owner.staffId,
      rule: { unit: 'elapsed', hours: Math.floor(minutes / 60), minutes: minutes % 60 },
    });
    if (of.owner.branchId !== group.branchId)
      await service.of(OutboxStore).put([{ topic: deadlinesTopic(of.owner.branchId), payload: { deadlineId } }]);
  });
}

export const followedUp = (tx: CallerTransaction, entryId: string): Promise<unknown> =>
  tx.asService('deadlines', (service) => settleDeadline(service, { kind: KIND, aboutId: entryId, outcome: 'met' }));

/** No longer owed, or owed by somebody else or another day. */
export const dropFollowUp = (tx: CallerTransaction, entryId: string, reason: string): Promise<unknown> =>
  tx.asService('deadlines', (service) =>
    settleDeadline(service, { kind: KIND, aboutId: entryId, outcome: 'void', reason }),
  );
