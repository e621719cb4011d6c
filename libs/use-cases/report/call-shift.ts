import { Injectable } from '@nestjs/common';
import { isAtWork } from '#domain/calendar/work-hours.js';
import { BusyTimeStore } from '../calendar/busy-time.port.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { ServiceCaller } from '../gate/caller.js';
import { notify } from '../notice/notify.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import type { DueWorkKind } from '../reconcile/due-work.js';
import { assignForShift } from './assign-for-shift.js';
import { caseNews } from './case-news.js';
import { DutyStore, type WaitingCase } from './duty.port.js';

/**
 * While the town is closed, whoever is on the social emergency service's roster takes over what cannot wait: reports that
 * nobody has graded, red and orange cases that nobody has decided. Looked at anew each minute, so that it reaches the next
 * shift, the first one after intake has gone home, and a case that was graded meanwhile (SoL 20:1–2; OSL 26:1; [S4]).
 */
@Injectable()
export class CallShift implements DueWorkKind {
  readonly name = 'shifts';
  readonly service = 'reception';

  constructor(private readonly asCaller: AsCaller) {}

  /** One case that cannot be given does not keep the shift from the others; its fault is thrown when they are done. */
  async reconcile(caller: ServiceCaller): Promise<number> {
    const waiting = await this.asCaller.run(caller, findWaiting);
    const faults: unknown[] = [];
    for (const caseId of new Set(waiting.map((one) => one.caseId))) {
      const shift = waiting.filter((one) => one.caseId === caseId);
      await this.asCaller.run(caller, (tx) => call(tx, caseId, shift)).catch((fault: unknown) => faults.push(fault));
    }
    if (faults.length > 0) throw faults[0];
    return waiting.length;
  }
}

async function findWaiting(tx: CallerTransaction): Promise<WaitingCase[]> {
  const closed: string[] = [];
  for (const municipalityId of await tx.of(DutyStore).findTownsOnDuty()) {
    const town = await tx.of(BusyTimeStore).findTownCalendar(municipalityId);
    if (!isAtWork(town, tx.now.getTime())) closed.push(municipalityId);
  }
  return tx.of(DutyStore).findWaiting(closed);
}

async function call(tx: CallerTransaction, caseId: string, shift: readonly WaitingCase[]): Promise<void> {
  await tx.of(DutyStore).hold(caseId);
  for (const { staffId, branchId, until, deadlineId, dueAt } of await assignForShift(tx, shift)) {
    await notify(tx, {
      staffIds: [staffId],
      kind: 'duty-waits',
      // Once for each shift.
      effectKey: `case:${caseId}:duty:${until.toISOString()}`,
      caseId,
      deadlineId,
      dueAt,
      urgent: true,
    });
    await tx.of(OutboxStore).put(caseNews(caseId, { queue: branchId }));
  }
}
