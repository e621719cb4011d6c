import { Injectable } from '@nestjs/common';
import { Failure, InvalidInput, notFound, type FieldFault } from '../failure.js';
import { decideAgreement, TownForms } from '../form/town-forms.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Seal } from '../gate/seal.js';
import { HubStore, type HubCase } from '../hub/hub.port.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { notify } from '../notice/notify.js';
import { ShareStore } from '../share/share.port.js';
import { answerSettled, awaitAnswer } from './group-deadlines.js';
import { NominationStore, type Coordinator } from './nomination.port.js';
import { LONGEST_WORDS } from './record-act.js';

export interface NominationWritten {
  readonly kind: string;
  readonly toStaffId: string;
  /** Only of the coordinator's own house's case; null says no more than that there is someone. */
  readonly caseId: string | null;
  readonly why: string;
}

/**
 * Any party may say to a coordinator that there is someone to talk to. Before a consent it says no more than that: whom it
 * is about stands in it only where giver and receiver are one house ([S1 Trollhättan]; OSL 26:1).
 */
@Injectable()
export class Nominate {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly forms: TownForms,
    private readonly seal: Seal,
  ) {}

  coordinators(caller: StaffCaller): Promise<Coordinator[]> {
    return this.asCaller.run(caller, (tx) => tx.of(NominationStore).findCoordinators(caller.municipalityId));
  }

  run(caller: StaffCaller, written: NominationWritten): Promise<{ readonly id: string }> {
    return this.asCaller.run(caller, async (tx) => {
      const file = written.caseId === null ? null : await this.ownCase(tx, written.caseId);
      const to = await this.receiver(tx, caller, written);
      const form = await this.forms.get(tx, caller.municipalityId, written.kind);
      if (form.level === 'none') throw new Failure('NOBODY_IS_NOMINATED_HERE', 'kind');
      if (file && to.branchId !== caller.branchId) throw new Failure('NOMINATE_WITHOUT_CASE', 'caseId');
      const branchIds = [...new Set([to.branchId, caller.branchId])];
      const agreement = await decideAgreement(tx, { municipalityId: caller.municipalityId, form, branchIds });
      if (agreement.outcome === 'refused') throw new Failure('NO_AGREEMENT_IN_FORCE', 'kind', { form: form.name.sv });
      const id = tx.newId();
      const itemId = file ? await this.sayWhy(tx, file, written.why.trim(), form.form) : null;
      await tx.of(NominationStore).add({
        id,
        municipalityId: caller.municipalityId,
        branchId: to.branchId,
        toStaffId: to.staffId,
        kind: form.kind,
        fromBranchId: caller.branchId,
        fromUnitId: caller.unitId,
        ground: file ? 'internal' : 'no-person-data',
        caseId: file?.id ?? null,
        itemId,
      });
      if (file) await this.putToWork(tx, caller, file, to.staffId);
      await tx.of(LedgerStore).record([
        {
          action: 'disclose',
          outcome: 'release',
          personId: file?.personId ?? null,
          caseId: file?.id ?? null,
          itemId,
          ground: file ? 'internal' : 'no-person-data',
          detail: { nominationId: id, kind: form.kind, toBranch: to.branchId },
        },
      ]);
      await awaitAnswer(tx, { id, caseId: file?.id ?? null, toStaffId: to.staffId, toUnitId: to.unitId });
      if (to.staffId !== caller.staffId)
        await notify(tx, { staffIds: [to.staffId], kind: 'nomination-made', effectKey: `nomination:${id}` });
      return { id };
    });
  }

  /** Takes it back before it is answered; fails as NOMINATION_STANDS when that is too late. */
  withdraw(caller: StaffCaller, id: string): Promise<void> {
    return this.asCaller.run(caller, async (tx) => {
      const store = tx.of(NominationStore);
      const nomination = await store.findForChange(id);
      if (!nomination || nomination.byStaffId !== caller.staffId) throw notFound();
      if (await store.isAnswered(id)) throw new Failure('NOMINATION_STANDS', null, { name: nomination.toName });
      if (nomination.withdrawnAt === null) await store.withdraw(id);
      await answerSettled(tx, id, 'withdrawn');
      const detail = { nominationId: id, nomination: 'withdrawn' };
      const { caseId, personId } = nomination;
      await tx.of(LedgerStore).record([{ action: 'change', outcome: 'done', caseId, personId, detail }]);
    });
  }

  private async ownCase(tx: CallerTransaction, caseId: string): Promise<HubCase> {
    const file = await tx.of(HubStore).findCase(caseId);
    if (!file || !(await tx.of(ShareStore).worksOn(caseId))) throw notFound();
    return file;
  }

  private async receiver(tx: CallerTransaction, caller: StaffCaller, written: NominationWritten): Promise<Coordinator> {
    const coordinators = await tx.of(NominationStore).findCoordinators(caller.municipalityId);
    const to = coordinators.find(({ staffId }) => staffId === written.toStaffId);
    if (!to) throw new Failure('NOT_FOUND', 'toStaffId');
    const faults: FieldFault[] = [];
    const why = written.why.trim();
    if (written.caseId === null && why !== '') faults.push({ field: 'why', code: 'NO_WORDS_BEFORE_CONSENT' });
    if (written.caseId !== null && why === '') faults.push({ field: 'why', code: 'REQUIRED' });
    if (why.length > LONGEST_WORDS) faults.push({ field: 'why', code: 'TOO_LONG', values: { most: LONGEST_WORDS } });
    if (faults.length > 0) throw new InvalidInput(faults);
    return to;
  }

  private sayWhy(tx: CallerTransaction, file: HubCase, text: string, form: Parameters<Seal['item']>[1]['form']) {
    return this.seal.item(tx, {
      caseId: file.id,
      category: 'nomination',
      form,
      phase: file.phase,
      subjectIds: [file.personId],
      content: { text },
    });
  }

  /** The coordinator weighs it, and so works on the case. */
  private async putToWork(tx: CallerTransaction, caller: StaffCaller, file: HubCase, staffId: string): Promise<void> {
    const assigned = await tx.of(HubStore).assign({
      id: tx.newId(),
      caseId: file.id,
      branchId: caller.branchId,
      staffId,
      reason: 'nomination',
      by: caller.staffId,
    });
    if (!assigned) return;
    const detail = { staffId, reason: 'nomination' };
    await tx.of(LedgerStore).record([{ action: 'assign', outcome: 'done', caseId: file.id, detail }]);
  }
}
