import { Injectable } from '@nestjs/common';
import { decideAnswer, decidePutForward, speaksFor, type Asked } from '#domain/plan/plan-versions.js';
import { Failure, notFound } from '../failure.js';
import { TownForms } from '../form/town-forms.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Seal } from '../gate/seal.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { subjectsOf } from '../share/tellables.js';
import { sayItem, type Marks } from '../share/what-it-says.js';
import { giveToSeats } from './give-to-seats.js';
import { PlanVersionStore, type PlanAnswerRow } from './plan-version.port.js';
import { PlanStore } from './plan.port.js';
import { openPlan, type OpenPlan } from './require-plan.js';
import { LONGEST_ENTRY } from './add-entry.js';

export interface AnswerSaid extends Marks {
  readonly answerId: string;
  readonly answer: string;
  readonly words: string;
  readonly how: string | null;
}

const REFUSED = {
  'choose-one': 'CHOOSE_ONE',
  required: 'REQUIRED',
  'answered-already': 'ANSWERED_ALREADY',
  replaced: 'VERSION_REPLACED',
  'future-missing': 'FUTURE_FIRST',
  'nothing-new': 'NOTHING_NEW_IN_PLAN',
} as const;

/**
 * Puts the plan forward as a version that stands as it was, and writes down each yes and no to it: of every house with a
 * seat, and of the young person and whoever has to decide with them ([S1]; FB 6:11).
 */
@Injectable()
export class AdoptPlan {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly forms: TownForms,
    private readonly seal: Seal,
  ) {}

  putForward(caller: StaffCaller, groupId: string): Promise<{ readonly number: number }> {
    return this.asCaller.run(caller, async (tx) => {
      const open = await openPlan(tx, caller, groupId, this.forms);
      if (!open.leads) throw new Failure('LEADING_HOUSE_WRITES');
      const store = tx.of(PlanVersionStore);
      const [newest] = await store.findOfGroup(groupId);
      const houses = [...new Set(open.members.map(({ branchId }) => branchId))];
      const decision = decidePutForward(
        {
          hasFuture: (await tx.of(PlanStore).findEntries(groupId)).some(
            ({ kind, state }) => kind === 'future' && state === 'standing',
          ),
          lines: await store.findStanding(groupId),
          parties: [...houses, ...open.family],
        },
        newest
          ? {
              number: newest.number,
              lines: await store.findLines([newest.id]),
              asked: await askedOf(tx, newest.id, groupId),
            }
          : null,
      );
      if (decision.outcome === 'refused') throw new Failure(REFUSED[decision.code]);
      const { number } = decision;
      const versionId = tx.newId();
      await store.add({ id: versionId, planId: open.plan.id, groupId, caseId: open.group.caseId, number });
      for (const branchId of houses) await store.ask({ id: tx.newId(), versionId, groupId, branchId, personId: null });
      for (const personId of open.family)
        await store.ask({ id: tx.newId(), versionId, groupId, branchId: null, personId });
      await note(tx, open, { plan: 'put-forward', version: number });
      return { number };
    });
  }

  /** Once for each who was asked; a no says what has to be otherwise. */
  answer(caller: StaffCaller, said: AnswerSaid): Promise<{ readonly groupId: string }> {
    return this.asCaller.run(caller, async (tx) => {
      const store = tx.of(PlanVersionStore);
      const asked = await store.findAnswer(said.answerId);
      if (!asked) throw notFound();
      const open = await openPlan(tx, caller, asked.groupId, this.forms);
      if (!mayAnswer(caller, open, asked)) throw new Failure('ANOTHER_ANSWERS');
      const [newest] = await store.findOfGroup(asked.groupId);
      const decision = decideAnswer(
        { answer: asked.answer, isFamily: asked.personId !== null, isNewest: newest?.id === asked.versionId },
        said,
      );
      if (decision.outcome === 'refused') throw new Failure(REFUSED[decision.code], decision.field);
      const itemId = await this.say(tx, open, said.words.trim(), said);
      const { answer, how } = decision;
      if (!(await store.answer(asked.id, { answer, how, itemId }))) throw new Failure('ANSWERED_ALREADY');
      if (itemId !== null) await giveToSeats(tx, caller, open, [itemId]);
      await note(tx, open, { plan: 'answered', answer, answerId: asked.id });
      return { groupId: asked.groupId };
    });
  }

  private async say(tx: CallerTransaction, { group }: OpenPlan, text: string, marks: Marks): Promise<string | null> {
    if (text === '') return null;
    if (text.length > LONGEST_ENTRY) throw new Failure('TOO_LONG', 'words', { most: LONGEST_ENTRY });
    return sayItem(tx, this.seal, {
      caseId: group.caseId,
      category: 'measures-and-plan',
      form: group.form,
      phase: 'measures',
      revealsPlace: marks.revealsPlace,
      subjectIds: await subjectsOf(tx, group.personId, marks.about),
      content: { text },
    });
  }
}

const askedOf = async (tx: CallerTransaction, versionId: string, groupId: string): Promise<Asked[]> =>
  (await tx.of(PlanVersionStore).findAnswers(groupId)).flatMap((one) =>
    one.versionId === versionId ? [{ id: one.branchId ?? one.personId ?? '', answer: one.answer }] : [],
  );

/** For the own house whoever speaks for it; what the family has said is written down by the house that leads. */
export const mayAnswer = (
  caller: StaffCaller,
  { leads, members }: Pick<OpenPlan, 'leads' | 'members'>,
  { branchId }: Pick<PlanAnswerRow, 'branchId'>,
): boolean =>
  branchId === null
    ? leads
    : branchId === caller.branchId &&
      speaksFor(
        members.map((member) => ({ ...member, house: member.branchId })),
        { staffId: caller.staffId, house: caller.branchId },
      );

async function note(
  tx: CallerTransaction,
  { group, plan }: OpenPlan,
  detail: Readonly<Record<string, string | number>>,
): Promise<void> {
  const { id: groupId, caseId, personId } = group;
  await tx
    .of(LedgerStore)
    .record([{ action: 'change', outcome: 'done', caseId, personId, detail: { groupId, ...detail } }]);
  await tx.of(OutboxStore).put([{ topic: `live:plan:${groupId}`, payload: { planId: plan.id } }]);
}
