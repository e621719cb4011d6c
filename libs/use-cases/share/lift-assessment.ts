import { Injectable } from '@nestjs/common';
import { decideLift, type LiftDecision } from '#domain/share/lift-assessment.js';
import { endWhatIsUnreached } from '../consent/recheck-seats.js';
import { reasonsFaults } from '../family/assess-guardian.js';
import { Failure, InvalidInput, notFound } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Seal } from '../gate/seal.js';
import { tellTables } from '../hub/end-unreached.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { caseNews } from '../report/case-news.js';
import { CaseStore } from '../report/case.port.js';
import { AssessedGrounds, type AssessedGround } from './assessment.port.js';
import { tellWhatLeft } from './tell-what-left.js';

const CODES: Readonly<Record<Extract<LiftDecision, { outcome: 'refused' }>['code'], string>> = {
  'over-already': 'ASSESSMENT_OVER_ALREADY',
  'opened-nothing': 'ASSESSMENT_OPENED_NOTHING',
  'not-theirs': 'NOT_ALLOWED',
  'the-leaders': 'LEADER_ASSESSES',
  'the-managers': 'MANAGER_ASSESSES',
};

/**
 * Lifts, in one's own name and with reasons, what an official has found of a ground before its end: from that instant it is
 * no ground, what was told by it leaves every screen, and a seat that stood on it ends (OSL ch. 10, 21:3, 25:12, 26:9).
 */
@Injectable()
export class LiftAssessment {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly seal: Seal,
  ) {}

  async run(caller: StaffCaller, written: { readonly id: string; readonly reasons: string }): Promise<void> {
    await this.asCaller.run(caller, async (tx) => {
      const act = await tx.of(AssessedGrounds).findForChange(written.id);
      if (!act) throw notFound();
      const standing = { ...act, until: act.until.getTime() };
      const decision = decideLift(standing, { role: caller.role, kind: caller.house.kind }, tx.now.getTime());
      if (decision.outcome === 'refused') throw new Failure(CODES[decision.code]);
      const faults = reasonsFaults(written.reasons);
      if (faults.length > 0) throw new InvalidInput(faults);
      const itemId = await this.seal.item(tx, {
        caseId: act.caseId,
        category: 'assessment-results',
        form: 'none',
        phase: (await tx.of(CaseStore).find(act.caseId))?.phase ?? 'none',
        subjectIds: act.personIds,
        content: { text: written.reasons.trim() },
      });
      await tx.of(AssessedGrounds).lift(act.id, itemId);
      await recordLift(tx, act, itemId);
      await tx.of(OutboxStore).put(caseNews(act.caseId, { sight: [caller.branchId, act.toBranchId] }));
      for (const personId of act.personIds) {
        await tellWhatLeft(tx, personId, `assessment:${act.id}:lifted`);
        await tellTables(tx, personId);
        await endWhatIsUnreached(tx, personId);
      }
    });
  }
}

const recordLift = (tx: CallerTransaction, act: AssessedGround, itemId: string): Promise<void> =>
  tx.of(LedgerStore).record(
    act.personIds.map((personId) => ({
      action: 'change' as const,
      outcome: 'done' as const,
      personId,
      caseId: act.caseId,
      itemId,
      ground: act.ground,
      detail: { deed: 'assessment-lifted', toBranch: act.toBranchId, wasUntil: act.until.toISOString() },
    })),
  );
