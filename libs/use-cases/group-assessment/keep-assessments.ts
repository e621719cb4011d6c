import { Injectable } from '@nestjs/common';
import {
  decideOrder,
  decideResult,
  stepAssessed,
  type ResultFault,
} from '#domain/group-assessment/group-assessment.js';
import { parseCivilDay } from '#domain/kernel/civil-day.js';
import { civilDayOf } from '#domain/kernel/stockholm.js';
import { openDeadline } from '../deadline/open-deadline.js';
import { settleDeadline } from '../deadline/settle-deadline.js';
import { Failure, InvalidInput, notFound } from '../failure.js';
import { TownForms } from '../form/town-forms.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { ItemStore } from '../gate/items.port.js';
import { Gate } from '../gate/open.js';
import type { ReleasedItem } from '../gate/released.js';
import { Seal } from '../gate/seal.js';
import { GroupStore, type GroupRow } from '../group/group.port.js';
import { situationOf } from '../group/group-situation.js';
import { noteGroup, takenOf } from '../group/read-group.js';
import { LONGEST_WORDS } from '../group/record-act.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { asOrdered, GroupAssessmentStore, type GroupAssessmentRow } from './group-assessment.port.js';
import { takeStepOfResult } from './step-of-result.js';
import { tellAssessment } from './tell-assessment.js';

export interface AssessmentShown {
  readonly order: GroupAssessmentRow;
  /** Null until it is done, or where the reader may not have it. */
  readonly result: ReleasedItem | null;
}

export interface AssessmentsShown {
  readonly assessments: readonly AssessmentShown[];
  readonly assessors: readonly { readonly staffId: string; readonly name: string }[];
}

export interface ResultWritten {
  readonly id: string;
  readonly level: string;
  /** `2026-11-24`. */
  readonly assessedOn: string;
  /** The profile in words: needs, risks, what protects. */
  readonly words: string;
}

const ORDER = {
  'unknown-instrument': ['CHOOSE_ONE', 'instrument'],
  ended: ['GROUP_HAS_ENDED', null],
  'ordered-already': ['ASSESSMENT_ORDERED', 'instrument'],
} as const;

const FAULTS: Readonly<Record<ResultFault['code'], string>> = {
  unknown: 'CHOOSE_ONE',
  missing: 'REQUIRED',
  ahead: 'ASSESSED_IN_FUTURE',
};

/** Orders assessments around a group's young person, each with its clock and its assessor, and keeps what they came to ([S1]). */
@Injectable()
export class KeepAssessments {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly forms: TownForms,
    private readonly gate: Gate,
    private readonly seal: Seal,
  ) {}

  async list(caller: StaffCaller, groupId: string): Promise<AssessmentsShown> {
    const found = await this.asCaller.run(caller, async (tx) => {
      const group = await ownGroup(tx, caller, groupId);
      const orders = await tx.of(GroupAssessmentStore).findOfGroup(groupId);
      await noteGroup(tx, group, 'group-assessments');
      return {
        orders,
        assessors: await tx.of(GroupAssessmentStore).findAssessors(group.caseId),
        sealed: await tx.of(ItemStore).findSealed(orders.flatMap(({ itemId }) => itemId ?? [])),
        asOf: tx.now,
      };
    });
    const { released } = await this.gate.openItems({ caller, asOf: found.asOf, purpose: 'support' }, found.sealed);
    return {
      assessors: found.assessors,
      assessments: found.orders.map((order) => ({
        order,
        result: released.find(({ itemId }) => itemId === order.itemId) ?? null,
      })),
    };
  }

  order(
    caller: StaffCaller,
    wanted: { readonly groupId: string; readonly instrument: string; readonly assessorId: string },
  ): Promise<void> {
    return this.asCaller.run(caller, async (tx) => {
      const group = await ownGroup(tx, caller, wanted.groupId);
      const store = tx.of(GroupAssessmentStore);
      const so = (await store.findOfGroup(group.id)).map(asOrdered);
      const decision = decideOrder(group.standing, so, wanted.instrument);
      if (decision.outcome === 'refused') {
        const [code, field] = ORDER[decision.code];
        throw new Failure(code, field);
      }
      const assessor = (await store.findAssessors(group.caseId)).find(({ staffId }) => staffId === wanted.assessorId);
      if (!assessor) throw new Failure('CHOOSE_ONE', 'assessorId');
      const id = tx.newId();
      const form = await this.forms.get(tx, caller.municipalityId, group.kind);
      const taken = takenOf(await tx.of(GroupStore).findActs([group.id]));
      const within = stepAssessed(form, { taken })?.within;
      const { dueAt } = await openDeadline(tx, {
        kind: 'ordered-assessment',
        caseId: group.caseId,
        aboutId: id,
        startsAt: tx.now,
        ownerUnitId: assessor.unitId,
        ownerStaffId: assessor.staffId,
        ...(within ? { rule: within } : {}),
      });
      const { instrument } = decision;
      await store.add({ id, groupId: group.id, caseId: group.caseId, instrument, assessorId: assessor.staffId, dueAt });
      await note(tx, group, { assessment: 'ordered', assessmentId: id, instrument, assessorId: assessor.staffId });
      await tellAssessment(tx, group, {
        id,
        what: 'ordered',
        staffIds: [assessor.staffId, group.coordinatorId],
        dueAt,
      });
    });
  }

  finish(caller: StaffCaller, written: ResultWritten): Promise<{ readonly groupId: string }> {
    return this.asCaller.run(caller, async (tx) => {
      const { order, group } = await this.open(tx, caller, written.id);
      const decision = decideResult(
        asOrdered(order),
        { level: written.level, assessedOn: parseCivilDay(written.assessedOn), words: written.words },
        civilDayOf(tx.now.getTime()),
      );
      if (decision.outcome === 'refused') {
        if (decision.code !== 'faults') throw new Failure('ASSESSMENT_SETTLED');
        throw new InvalidInput(decision.faults.map(({ field, code }) => ({ field, code: FAULTS[code] })));
      }
      const text = written.words.trim();
      if (text.length > LONGEST_WORDS) throw new Failure('TOO_LONG', 'words', { most: LONGEST_WORDS });
      const form = await this.forms.get(tx, caller.municipalityId, group.kind);
      const situation = await situationOf(tx, form, group.caseId);
      const { file } = situation;
      if (!file) throw notFound();
      const itemId = await this.seal.item(tx, {
        caseId: file.id,
        category: 'assessment-results',
        form: form.form,
        phase: file.phase,
        subjectIds: [file.personId],
        content: {
          text,
          data: { instrument: order.instrument, level: decision.level, assessedOn: written.assessedOn },
        },
      });
      await tx.of(GroupAssessmentStore).finish(order.id, itemId);
      await settleDeadline(tx, { kind: 'ordered-assessment', aboutId: order.id, outcome: 'met' });
      await note(tx, group, { assessment: 'done', assessmentId: order.id }, itemId);
      await takeStepOfResult(tx, caller, { group, situation, itemId });
      await tellAssessment(tx, group, {
        id: order.id,
        what: 'done',
        staffIds: [order.assessorId, order.orderedById, group.coordinatorId],
      });
      return { groupId: group.id };
    });
  }

  withdraw(caller: StaffCaller, id: string): Promise<{ readonly groupId: string }> {
    return this.asCaller.run(caller, async (tx) => {
      const { order, group } = await this.open(tx, caller, id);
      if (order.doneAt !== null || order.withdrawnAt !== null) throw new Failure('ASSESSMENT_SETTLED');
      await tx.of(GroupAssessmentStore).withdraw(id);
      await settleDeadline(tx, { kind: 'ordered-assessment', aboutId: id, outcome: 'void', reason: 'withdrawn' });
      await note(tx, group, { assessment: 'withdrawn', assessmentId: id });
      await tellAssessment(tx, group, { id, what: 'withdrawn', staffIds: [order.assessorId] });
      return { groupId: group.id };
    });
  }

  private async open(tx: CallerTransaction, caller: StaffCaller, id: string) {
    const order = await tx.of(GroupAssessmentStore).findForChange(id);
    if (!order) throw notFound();
    return { order, group: await ownGroup(tx, caller, order.groupId) };
  }
}

type CaseGroup = GroupRow & { readonly caseId: string };

async function ownGroup(tx: CallerTransaction, caller: StaffCaller, id: string): Promise<CaseGroup> {
  const group = await tx.of(GroupStore).find(id);
  if (!group || group.branchId !== caller.branchId || group.caseId === null) throw notFound();
  return { ...group, caseId: group.caseId };
}

const note = (
  tx: CallerTransaction,
  group: CaseGroup,
  detail: Readonly<Record<string, string>>,
  itemId: string | null = null,
): Promise<void> =>
  tx.of(LedgerStore).record([
    {
      action: 'change',
      outcome: 'done',
      caseId: group.caseId,
      personId: group.personId,
      itemId,
      detail: { groupId: group.id, ...detail },
    },
  ]);
