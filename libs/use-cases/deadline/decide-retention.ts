import { Injectable } from '@nestjs/common';
import { decideRetention, type RetentionFault, type RetentionWritten } from '#domain/deadline/decide-retention.js';
import { formatCivilDay } from '#domain/kernel/civil-day.js';
import { civilDayOf } from '#domain/kernel/stockholm.js';
import { Failure, InvalidInput, notFound } from '../failure.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { LedgerAppender } from '../ledger/ledger-appender.port.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { caseNews } from '../report/case-news.js';
import { DeadlineLists } from './deadline-lists.port.js';
import { openDeadline } from './open-deadline.js';
import { RetentionDecisionStore, type RetentionDecisionRow, type RunningRetention } from './retention-decision.port.js';
import { RetentionStore } from './retention.port.js';
import { settleDeadline } from './settle-deadline.js';

export interface RetentionToDecide extends RetentionWritten {
  readonly caseId: string;
  readonly deadlineId: string;
}

export interface CaseRetention {
  readonly running: RunningRetention | null;
  readonly decisions: readonly RetentionDecisionRow[];
}

const CODES: Readonly<Record<RetentionFault['code'], string>> = {
  'choose-one': 'CHOOSE_ONE',
  'newer-note': 'RETENTION_NEWER_NOTE',
  'no-date': 'DATE_MISSING',
  'too-early': 'RETENTION_TOO_EARLY',
  'too-late': 'RETENTION_TOO_LATE',
};

/**
 * A manager of the house decides, once its time draws to an end, that a case is disposed of or kept until a day. What is written in
 * it is not opened for that: who decided what, when and why stands on the case and in the ledger (SoL 16:1–3).
 */
@Injectable()
export class DecideRetention {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly appender: LedgerAppender,
  ) {}

  async read(caller: StaffCaller, caseId: string): Promise<CaseRetention> {
    const found = await this.asCaller.read(caller, async (tx) => {
      const store = tx.of(RetentionDecisionStore);
      const [sees, running, decisions] = await Promise.all([
        tx.of(DeadlineLists).seesCase(caseId),
        store.findRunning(caseId),
        store.findDecisions(caseId),
      ]);
      if (!sees) throw notFound();
      return { running: running ?? null, decisions };
    });
    await this.appender.append(caller, [
      { action: 'read', outcome: 'release', ground: 'internal', caseId, detail: { facts: 'retention' } },
    ]);
    return found;
  }

  run(caller: StaffCaller, written: RetentionToDecide): Promise<{ readonly caseId: string }> {
    return this.asCaller.run(caller, async (tx) => {
      const { caseId } = written;
      if (!(await tx.of(DeadlineLists).seesCase(caseId))) throw notFound();
      const running = await tx.of(RetentionDecisionStore).findRunning(caseId);
      if (running?.id !== written.deadlineId) throw new Failure('CONFLICT');
      if (running.branchId !== caller.branchId) throw notFound();
      if (!running.isReminded) throw new Failure('RETENTION_NOT_YET');
      const facts = await tx.asService('deadlines', (service) => service.of(RetentionStore).find(caseId));
      if (!facts || facts.unitId === null) throw notFound();
      const decision = decideRetention(written, {
        now: tx.now.getTime(),
        due: running.dueAt.getTime(),
        hasNewerNote: running.kind === 'retention' && facts.lastNoteAt > running.startsAt.getTime(),
      });
      if (decision.outcome === 'refused')
        throw new InvalidInput(decision.faults.map(({ field, code }) => ({ field, code: CODES[code] })));
      const { decided } = decision;
      const keepUntil = decided.outcome === 'keep' ? formatCivilDay(decided.until) : null;
      const { outcome, ground } = decided;
      const id = tx.newId();
      const { kind, branchId, id: deadlineId } = running;
      // Whoever decides at the same time waits here, and finds that it runs no more.
      const settled = await settleDeadline(tx, { kind, caseId, outcome: 'met' });
      if (!settled.some((one) => one.deadlineId === deadlineId)) throw new Failure('CONFLICT');
      await tx.of(RetentionDecisionStore).add({ id, caseId, branchId, deadlineId, outcome, ground, keepUntil });
      if (decided.outcome === 'keep')
        await openDeadline(tx, {
          kind,
          caseId,
          aboutId: id,
          startsAt: tx.now,
          ownerUnitId: facts.unitId,
          rule: { unit: 'days', count: decided.until - civilDayOf(tx.now.getTime()) },
        });
      await tx.of(LedgerStore).record([
        {
          action: 'change',
          outcome: 'done',
          caseId,
          ground: 'retention',
          detail: { deed: 'retention-decided', decision: outcome, reason: ground, keepUntil },
        },
      ]);
      await tx.of(OutboxStore).put(caseNews(caseId, {}));
      return { caseId };
    });
  }
}
