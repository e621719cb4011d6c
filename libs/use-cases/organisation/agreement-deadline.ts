/** An agreement's last day is a time limit like any other: whoever keeps it is warned while there is time to sign the next. */
import type { CivilDay } from '#domain/kernel/civil-day.js';
import { civilDayOf, startOfDay } from '#domain/kernel/stockholm.js';
import { openDeadline } from '../deadline/open-deadline.js';
import { settleDeadline } from '../deadline/settle-deadline.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';

/** One that has lapsed already owes nothing more. */
export async function awaitRenewal(
  tx: CallerTransaction,
  caller: StaffCaller,
  agreement: { readonly id: string; readonly startsOn: CivilDay; readonly endsOn: CivilDay },
): Promise<void> {
  const { id, startsOn, endsOn } = agreement;
  if (endsOn <= civilDayOf(tx.now.getTime()) || endsOn <= startsOn) return;
  await openDeadline(tx, {
    kind: 'agreement-renewal',
    caseId: null,
    aboutId: id,
    startsAt: new Date(startOfDay(startsOn)),
    ownerUnitId: caller.unitId,
    ownerStaffId: caller.staffId,
    rule: { unit: 'days', count: endsOn - startsOn },
  });
}

export async function renewalSettled(
  tx: CallerTransaction,
  agreementId: string,
  how: 'renewed' | 'dates-changed',
): Promise<void> {
  const about = { kind: 'agreement-renewal', aboutId: agreementId } as const;
  await settleDeadline(
    tx,
    how === 'renewed' ? { ...about, outcome: 'met' } : { ...about, outcome: 'void', reason: 'dates-changed' },
  );
}
