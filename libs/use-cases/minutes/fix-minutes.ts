/** When minutes become what they are: a time after the meeting that the municipality sets, or at once when they are approved. */
import { Injectable } from '@nestjs/common';
import { minutesState } from '#domain/minutes/minutes-states.js';
import { openDeadline } from '../deadline/open-deadline.js';
import { settleDeadline } from '../deadline/settle-deadline.js';
import { Failure, notFound } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import type { HubFacts } from '../hub/hub.port.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { requireOwnHouse } from '../meeting/write-on-board.js';
import { MinutesStore } from './minutes.port.js';
import { requireMeeting, tellMeeting } from './require-meeting.js';
import { tellFixed } from './tell-fixed.js';

/** From the meeting's close; the deadline is met when somebody approves them in time. */
export async function beginAdjusting(tx: CallerTransaction, caller: StaffCaller, hub: HubFacts): Promise<void> {
  const store = tx.of(MinutesStore);
  await store.open(hub.id);
  const { dueAt } = await openDeadline(tx, {
    kind: 'minutes-adjusted',
    caseId: hub.caseId,
    aboutId: hub.id,
    startsAt: tx.now,
    ownerUnitId: caller.unitId,
    ownerStaffId: caller.staffId,
  });
  await store.setFixesAt(hub.id, dueAt);
}

/** Approves the minutes before their time is over: from now on a change is a new version. */
@Injectable()
export class FixMinutes {
  constructor(private readonly asCaller: AsCaller) {}

  run(caller: StaffCaller, hubId: string): Promise<void> {
    return this.asCaller.run(caller, async (tx) => {
      const hub = await requireMeeting(tx, hubId);
      requireOwnHouse(tx, hub);
      const minutes = await tx.of(MinutesStore).find(hubId);
      if (!minutes) throw notFound();
      const facts = { meeting: hub.state, fixesAt: minutes.fixesAt?.getTime() ?? null };
      if (minutesState(facts, tx.now.getTime()) !== 'adjustable') throw new Failure('MINUTES_NOT_TO_FIX');
      await tx.of(MinutesStore).setFixesAt(hubId, tx.now);
      await settleDeadline(tx, { kind: 'minutes-adjusted', aboutId: hubId, outcome: 'met' });
      await tx.of(LedgerStore).record([
        {
          action: 'change',
          outcome: 'done',
          caseId: hub.caseId,
          personId: hub.personId,
          detail: { hubId, minutes: 'fixed' },
        },
      ]);
      await tellFixed(tx, { hubId, caseId: hub.caseId, but: caller.staffId });
      await tellMeeting(tx, hub);
    });
  }
}
