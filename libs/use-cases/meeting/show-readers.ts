import { Injectable } from '@nestjs/common';
import { CATEGORIES, type Category } from '#domain/disclosure/vocabulary.js';
import { Failure, notFound } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { ItemStore } from '../gate/items.port.js';
import { GroupStore } from '../group/group.port.js';
import { HubStore, type HubFacts } from '../hub/hub.port.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { isAskedOf } from '../hub/read-question.js';
import { MinutesStore } from '../minutes/minutes.port.js';
import { ownItems, toldItem, type Told, subjectsOf } from '../share/tellables.js';
import { showsPlace, toldAnew, type Marks } from '../share/what-it-says.js';
import type { HouseAtTable } from '../share/who-gets-it.js';
import { newAtTable, readersAtTable, TO_THE_WHOLE, type SaidAt } from './give-to-parties.js';

export interface KindAtTable {
  readonly category: Category;
  readonly houses: readonly HouseAtTable[];
}

/** Before anything is said at the table: who of the houses there will get it, on which ground, and who will not (OSL 8:1). */
@Injectable()
export class ShowReaders {
  constructor(private readonly asCaller: AsCaller) {}

  /** For something of this kind, while it is being written. */
  ofKind(
    caller: StaffCaller,
    told: Marks & {
      readonly hubId: string;
      readonly category: string;
      /** The point of a group's meeting that it is said under; null: to the whole meeting. */
      readonly pointId: string | null;
      /** The seat of whoever is to do it. */
      readonly ownerMemberId: string | null;
      /** What is written anew; null for something new. */
      readonly itemId: string | null;
    },
  ): Promise<KindAtTable> {
    return this.asCaller.run(caller, async (tx) => {
      const hub = await tx.of(HubStore).findHub(told.hubId);
      if (!hub) throw notFound();
      const category = CATEGORIES.find((one) => one === told.category);
      if (!category) throw new Failure('CHOOSE_ONE', 'category');
      const about = await subjectsOf(tx, hub.personId, told.about);
      await recordLook(tx, hub);
      const kind = { category, revealsPlace: showsPlace(category, told.revealsPlace) };
      const thing = (await writtenAnew(tx, caller, hub, told)) ?? (await newAtTable(tx, hub, kind, about));
      const [houses] = await readersAtTable(tx, hub, [thing], await this.saidAt(tx, hub, told));
      return { category, houses: houses ?? [] };
    });
  }

  /** For each part of the own unit's answer, before it is put on the board. */
  ofPicture(caller: StaffCaller, questionId: string): Promise<readonly KindAtTable[]> {
    return this.asCaller.run(caller, async (tx) => {
      const question = await tx.of(HubStore).findQuestion(questionId);
      const hub = question && (await tx.of(HubStore).findHub(question.hubId));
      if (!question || !hub) throw notFound();
      if (!isAskedOf(caller, question)) throw new Failure('NOT_YOUR_QUESTION');
      await recordLook(tx, hub);
      const parts = (await tx.of(ItemStore).findSealed(question.itemIds)).map(toldItem);
      const houses = await readersAtTable(tx, hub, parts, TO_THE_WHOLE);
      return parts.map(({ category }, place) => ({ category, houses: houses[place] ?? [] }));
    });
  }

  private async saidAt(
    tx: CallerTransaction,
    hub: HubFacts,
    { pointId, ownerMemberId }: { readonly pointId: string | null; readonly ownerMemberId: string | null },
  ): Promise<SaidAt> {
    const points = pointId === null ? null : [pointId];
    const seats =
      hub.groupId === null || ownerMemberId === null ? [] : await tx.of(GroupStore).findMembers([hub.groupId]);
    const owner = seats.find(({ id }) => id === ownerMemberId);
    return { points, ...(owner ? { alsoTo: owner.branchId } : {}) };
  }
}

/**
 * A thing of the own house that stands at this table and is written anew as the same thing: of the same kind, about the same
 * persons and showing as much. Anything else becomes a thing of its own, which nobody has and nobody has taken back.
 */
async function writtenAnew(
  tx: CallerTransaction,
  caller: StaffCaller,
  hub: HubFacts,
  told: Marks & { readonly category: string; readonly itemId: string | null },
): Promise<Told | undefined> {
  if (told.itemId === null) return undefined;
  const [item] = await ownItems(tx, caller, [told.itemId]);
  if (item?.caseId !== hub.caseId) throw notFound();
  // What stands on the board goes on being the same thing, whatever it comes to say.
  const isLine = (await tx.of(MinutesStore).findLines(hub.id)).some(({ itemId }) => itemId === told.itemId);
  if (!isLine) return toldAnew(tx, item, told);
  const about = new Set([hub.personId, ...told.about]);
  const isSame = item.subjects.length === about.size && item.subjects.every(({ id }) => about.has(id));
  const showsIt = showsPlace(item.category, told.revealsPlace);
  return isSame && item.category === told.category && item.revealsPlace === showsIt ? toldItem(item) : undefined;
}

/** Whom a consent lets be told is itself something about the person. */
const recordLook = (tx: CallerTransaction, hub: HubFacts): Promise<void> =>
  tx.of(LedgerStore).record([
    {
      action: 'read',
      outcome: 'done',
      personId: hub.personId,
      caseId: hub.caseId,
      purpose: hub.purpose,
      detail: { deed: 'readers-at-table', hubId: hub.id },
    },
  ]);
