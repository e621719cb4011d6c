import { Injectable } from '@nestjs/common';
import { parseCivilDay, formatCivilDay } from '#domain/kernel/civil-day.js';
import { civilDayOf } from '#domain/kernel/stockholm.js';
import { decideAct, isUnderWay, mayTakeOut, type ActFault } from '#domain/plan/entry-states.js';
import { Failure, InvalidInput, notFound } from '../failure.js';
import { TownForms } from '../form/town-forms.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { ItemStore } from '../gate/items.port.js';
import { Seal } from '../gate/seal.js';
import { MinutesStore } from '../minutes/minutes.port.js';
import { tellMeeting } from '../minutes/require-meeting.js';
import { noteTakenAway } from '../share/note-taken-away.js';
import { subjectsOf } from '../share/tellables.js';
import { requireReached, sayItem, type Marks } from '../share/what-it-says.js';
import { dropFollowUp, followedUp, oweFollowUp } from './follow-up.js';
import { audienceOfSaying, giveToSeats } from './give-to-seats.js';
import { PlanNewsStore } from './plan-news.port.js';
import { PlanStore, type PlanEntryRow } from './plan.port.js';
import { notePlan, openPlan, type OpenPlan } from './require-plan.js';
import { LONGEST_ENTRY } from './add-entry.js';

export interface ActSaid extends Marks {
  readonly entryId: string;
  readonly version: number;
  readonly act: string;
  /** Why, how it goes, or what came of it. */
  readonly words: string;
  readonly result: string | null;
  /** When it is looked at next; `2026-12-08`. */
  readonly followUpOn: string | null;
}

const FAULTS: Readonly<Record<ActFault['code'], string>> = {
  'choose-one': 'CHOOSE_ONE',
  required: 'REQUIRED',
  'date-missing': 'DATE_MISSING',
  'in-past': 'STARTS_IN_PAST',
};

/**
 * Begins, rests, follows up and ends what stands in a plan, also between meetings: by whoever is responsible, the house that
 * wrote it or the house that leads, each with its reason or what came of it ([S1]).
 */
@Injectable()
export class ActOnEntry {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly forms: TownForms,
    private readonly seal: Seal,
  ) {}

  run(caller: StaffCaller, said: ActSaid): Promise<void> {
    return this.asCaller.run(caller, async (tx) => {
      const store = tx.of(PlanStore);
      const entry = await store.findEntry(said.entryId);
      if (!entry) throw notFound();
      const open = await openPlan(tx, caller, entry.groupId, this.forms);
      if (!open.leads && entry.byBranch !== caller.branchId && entry.ownerStaffId !== caller.staffId)
        throw new Failure('NOT_YOUR_ENTRY');
      const by = { leads: open.leads, wrote: entry.byBranch === caller.branchId };
      if (said.act === 'remove' && !mayTakeOut(by)) throw new Failure('NOT_YOUR_ENTRY');
      const decision = decideAct(
        entry,
        { ...said, followUpOn: said.followUpOn === null ? null : (parseCivilDay(said.followUpOn) ?? null) },
        civilDayOf(tx.now.getTime()),
      );
      if (decision.outcome === 'refused')
        throw new InvalidInput(decision.faults.map(({ field, code }) => ({ field, code: FAULTS[code] })));
      if (said.words.trim().length > LONGEST_ENTRY)
        throw new InvalidInput([{ field: 'words', code: 'TOO_LONG', values: { most: LONGEST_ENTRY } }]);
      const { act, state, result } = decision;
      const followUpOn = decision.followUpOn === null ? null : formatCivilDay(decision.followUpOn);
      const to = { state, ...(followUpOn === null ? {} : { followUpOn }) };
      // Once it is taken out, what other houses have told of it is not theirs to see who take it out.
      const figures = act === 'remove' ? await figuresOf(tx, entry) : [];
      if (!(await store.changeEntry(entry.id, said.version, to))) throw new Failure('CONFLICT');
      const itemId = await this.say(tx, open, entry, { text: said.words.trim(), marks: said });
      await store.addAct({ id: tx.newId(), entryId: entry.id, act, state, result, itemId });
      if (act === 'remove') {
        if (itemId !== null) await requireReached(tx, [itemId]);
        await takenOut(tx, open, entry, figures);
      } else if (itemId !== null)
        await giveToSeats(tx, caller, open, [itemId], await audienceOfSaying(tx, entry.itemId));
      await this.settle(tx, open, { ...entry, state }, followUpOn);
      await notePlan(tx, open, entry, act);
    });
  }

  /** Of the same kind as what it is about, and of the house that says it; it shows no less and is about no fewer. */
  private async say(
    tx: CallerTransaction,
    { group }: OpenPlan,
    entry: PlanEntryRow,
    { text, marks }: { readonly text: string; readonly marks: Marks },
  ): Promise<string | null> {
    if (text === '') return null;
    const [item] = await tx.of(ItemStore).findSealed([entry.itemId]);
    if (!item) throw notFound();
    return sayItem(tx, this.seal, {
      caseId: group.caseId,
      category: item.category,
      form: group.form,
      phase: 'measures',
      revealsPlace: item.revealsPlace || marks.revealsPlace,
      subjectIds: await subjectsOf(tx, group.personId, marks.about, { of: item.subjects.map(({ id }) => id) }),
      content: { text },
    });
  }

  private async settle(
    tx: CallerTransaction,
    { group, members }: OpenPlan,
    entry: PlanEntryRow,
    followUpOn: string | null,
  ): Promise<void> {
    if (entry.kind !== 'measure') return;
    if (followUpOn !== null) await followedUp(tx, entry.id);
    else if (!isUnderWay(entry.state))
      await dropFollowUp(tx, entry.id, entry.state === 'removed' ? 'taken-out' : 'measure-ended');
    const { ownerBranchId, ownerStaffId } = entry;
    if (followUpOn === null || ownerBranchId === null || ownerStaffId === null) return;
    const seat = members.find(({ staffId, branchId }) => staffId === ownerStaffId && branchId === ownerBranchId);
    if (seat) await oweFollowUp(tx, group, { entryId: entry.id, owner: seat, followUpOn });
  }
}

/**
 * It leaves those who were told of it, with all that was said of it and the decision that it was; why it was taken out is told
 * to nobody else.
 */
async function takenOut(
  tx: CallerTransaction,
  { group }: OpenPlan,
  { id, itemId }: PlanEntryRow,
  figures: readonly string[],
): Promise<void> {
  const said = (await tx.of(PlanStore).findActs(group.id)).flatMap((act) =>
    act.entryId === id && act.itemId !== null ? [act.itemId] : [],
  );
  const decided = (await tx.of(MinutesStore).findDecisions(group.id)).filter(({ entryId }) => entryId === id);
  const { caseId, personId } = group;
  const gone = [itemId, ...said, ...figures, ...decided.map((decision) => decision.itemId)];
  await noteTakenAway(tx, { caseId, personId, place: { groupId: group.id } }, gone, 'off-the-plan');
  for (const { id: decisionId, hubId } of decided)
    await tellMeeting(tx, { id: hubId, groupId: group.id }, [decisionId]);
}

const figuresOf = async (tx: CallerTransaction, { id, groupId }: PlanEntryRow): Promise<readonly string[]> =>
  (await tx.of(PlanNewsStore).findValues(groupId)).flatMap(({ seriesId, itemId }) => (seriesId === id ? [itemId] : []));
