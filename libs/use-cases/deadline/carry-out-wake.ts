import { Injectable } from '@nestjs/common';
import type { AlarmPlan } from '#domain/deadline/alarm-plan.js';
import { decideTold } from '#domain/deadline/decide-told.js';
import { type DeadlineFacts, decideDueEffects, type DueEffect, findNextWake } from '#domain/deadline/decide-wakes.js';
import { MINUTE } from '#domain/kernel/instant.js';
import type { NoticeKind } from '#domain/notice/notice.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { ServiceCaller } from '../gate/caller.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { notify } from '../notice/notify.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { DeadlineActs } from './deadline-acts.js';
import type { DeadlineFactsRow } from './deadline.port.js';
import { deadlinesTopic, planOf, stateOf } from './deadline-plan.js';
import { WakeStore } from './wake.port.js';

/** What comes later is handed to the queue by reconciling, minutes before; here it would only cost the next alarm time. */
const SOON = 5 * MINUTE;

const NOTICE_OF: Readonly<Record<DueEffect['effect']['kind'], NoticeKind>> = {
  warn: 'deadline-warning',
  act: 'deadline-warning',
  miss: 'deadline-missed',
  escalate: 'deadline-escalated',
};

/**
 * Does what a deadline owes by now, each effect once and in one transaction with its notices, its ledger line and the
 * next wake. Whoever calls it, how often and when, changes nothing else: the row decides, the queue only wakes.
 */
@Injectable()
export class CarryOutWake {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly acts: DeadlineActs,
  ) {}

  /** Answers how many effects were carried out. */
  run(caller: ServiceCaller, deadlineId: string): Promise<number> {
    return this.asCaller.run(caller, async (tx) => {
      const store = tx.of(WakeStore);
      const row = await store.take(deadlineId);
      if (!row || row.voidReason !== null) return 0;
      const plan = this.carriedOut(planOf(row.kind, row.alarms));
      const facts = factsOf(row, await store.findDone(deadlineId));
      const due = decideDueEffects(facts, tx.now.getTime(), plan);
      const done = new Set(facts.done);
      let count = 0;
      for (const effect of due) {
        done.add(effect.key);
        if (await store.recordEffect(deadlineId, effect.key, effect.late)) {
          await this.carryOut(tx, row, effect);
          count += 1;
        }
      }
      const missed = due.some(({ effect }) => effect.kind === 'miss');
      await this.sleepUntilNext(tx, row, { ...facts, done, state: missed ? 'missed' : facts.state }, plan);
      if (count > 0) await tx.of(OutboxStore).put([{ topic: deadlinesTopic(row.branchId), payload: { deadlineId } }]);
      return count;
    });
  }

  /** An act that nobody in this process carries out waits for a process that does. */
  private carriedOut(plan: AlarmPlan): AlarmPlan {
    return { ...plan, acts: (plan.acts ?? []).filter(({ name }) => this.acts.find(name) !== undefined) };
  }

  private async carryOut(tx: CallerTransaction, row: DeadlineFactsRow, due: DueEffect): Promise<void> {
    const { effect, key, late } = due;
    if (effect.kind === 'miss') await tx.of(WakeStore).miss(row.id, row.dueAt);
    if (effect.kind === 'act') await this.acts.find(effect.name)?.(tx, row);
    const told = await this.tell(tx, row, due);
    await tx.of(LedgerStore).record([
      {
        action: 'change',
        outcome: 'done',
        caseId: row.caseId,
        detail: { deadlineId: row.id, deadline: key, kind: row.kind, late, told },
      },
    ]);
  }

  private async tell(tx: CallerTransaction, row: DeadlineFactsRow, due: DueEffect): Promise<number> {
    if (due.effect.kind === 'act' || row.ownerUnitId === null) return 0;
    const audience = await tx.of(WakeStore).getAudience(row);
    const { members } = decideTold(due.effect, {
      owner: row.ownerStaffId,
      assigned: audience.assignedStaff,
      chain: {
        house: row.branchId,
        unit: row.ownerUnitId,
        emergencyService: audience.emergencyUnitId,
        memberships: audience.memberships,
        duties: audience.duties,
        at: tx.now.getTime(),
      },
    });
    return notify(tx, {
      staffIds: members,
      kind: NOTICE_OF[due.effect.kind],
      effectKey: `deadline:${row.id}:${due.key}`,
      deadlineId: row.id,
      caseId: row.caseId,
      dueAt: row.dueAt,
      late: due.late,
    });
  }

  private async sleepUntilNext(
    tx: CallerTransaction,
    row: DeadlineFactsRow,
    facts: DeadlineFacts,
    plan: AlarmPlan,
  ): Promise<void> {
    const next = findNextWake(facts, plan);
    const at = next === null ? null : new Date(next);
    await tx.of(WakeStore).setNextWake(row.id, at);
    if (next === null || at === null || next - tx.now.getTime() > SOON) return;
    await tx
      .of(OutboxStore)
      .put([{ topic: 'job:wake-deadline', payload: { deadlineId: row.id, at: at.toISOString() } }]);
  }
}

const factsOf = (row: DeadlineFactsRow, done: ReadonlySet<string>): DeadlineFacts => ({
  state: stateOf(row),
  start: row.startsAt.getTime(),
  due: row.dueAt.getTime(),
  done,
});
