import { Injectable } from '@nestjs/common';
import { isCurrent } from '#domain/plan/entry-states.js';
import { Failure, notFound } from '../failure.js';
import { TownForms } from '../form/town-forms.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { ItemStore } from '../gate/items.port.js';
import { Seal } from '../gate/seal.js';
import { sayAnew } from '../share/what-it-says.js';
import { addEntry, checkEntry, requireSeen, requireTold, type EntrySaid } from './add-entry.js';
import { takeUpProposal } from './answer-proposal.js';
import { dropFollowUp, oweFollowUp } from './follow-up.js';
import { audienceOf, giveToSeats } from './give-to-seats.js';
import { PlanStore } from './plan.port.js';
import { notePlan, openPlan } from './require-plan.js';

/** What is decided once, as something is written first. */
const NOT_ANEW = { proposalId: null } as const;

/**
 * Writes what stands in a plan: an item of the writer's own house, given in the act to the houses at the table that may have
 * it. Nobody is made responsible for what they may not be told of, and what was tried on the same need is read first ([S1];
 * OSL 10:1).
 */
@Injectable()
export class WriteEntry {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly forms: TownForms,
    private readonly seal: Seal,
  ) {}

  add(caller: StaffCaller, groupId: string, said: EntrySaid): Promise<{ readonly entryId: string }> {
    return this.asCaller.run(caller, async (tx) => {
      const open = await openPlan(tx, caller, groupId, this.forms);
      if (said.proposalId !== null) await takeUpProposal(tx, open, said.proposalId);
      return { entryId: await addEntry(tx, caller, open, { said, seal: this.seal }) };
    });
  }

  /** By the house that wrote it; what it said before stays in its versions. */
  change(
    caller: StaffCaller,
    of: {
      readonly entryId: string;
      readonly version: number;
      readonly itemVersion: number;
      /** Also to those with a seat to whom it was not said before. */
      readonly opens: boolean;
    },
    said: Omit<EntrySaid, 'kind' | 'category' | 'goalId' | 'proposalId' | 'measured'>,
  ): Promise<void> {
    return this.asCaller.run(caller, async (tx) => {
      const store = tx.of(PlanStore);
      const entry = await store.findEntry(of.entryId);
      if (!entry) throw notFound();
      const open = await openPlan(tx, caller, entry.groupId, this.forms);
      if (entry.byBranch !== caller.branchId) throw new Failure('NOT_YOUR_ENTRY');
      if (!isCurrent(entry.state)) throw new Failure('ENTRY_IS_OVER');
      const [item] = await tx.of(ItemStore).findSealed([entry.itemId]);
      if (!item) throw notFound();
      const standing = await store.findEntries(open.group.id);
      const { kind, goalId, measured } = entry;
      // What the parties have agreed to count stays as it is; something else is a series of its own.
      const whole = { ...said, kind, category: item.category, goalId, measured, ...NOT_ANEW };
      const checked = checkEntry(tx, open, { said: whole, standing, current: entry });
      const { needArea, owner, promisedBy, startsOn, followUpOn } = checked;
      if (needArea !== entry.needArea) requireSeen(checked, standing, said.seen);
      const { forFamily } = said;
      const to = { needArea, promisedBy, forFamily, startsOn, followUpOn, ...(owner ? { owner } : {}) };
      if (!(await store.changeEntry(entry.id, of.version, to))) throw new Failure('CONFLICT');
      const { itemId } = item;
      const words = { itemId, expectedVersion: of.itemVersion, content: checked.content };
      if (!(await sayAnew(tx, this.seal, words, said))) throw new Failure('CONFLICT');
      const only = await audienceOf(tx, { itemId: entry.itemId, opens: of.opens, owner });
      await giveToSeats(tx, caller, open, [entry.itemId], only);
      await requireTold(tx, caller, owner, entry.itemId);
      if (owner && followUpOn && (owner.staffId !== entry.ownerStaffId || followUpOn !== entry.followUpOn)) {
        await dropFollowUp(tx, entry.id, 'moved');
        await oweFollowUp(tx, open.group, { entryId: entry.id, owner, followUpOn });
      }
      await notePlan(tx, open, entry, 'changed');
    });
  }
}
