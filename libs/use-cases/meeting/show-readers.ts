import { Injectable } from '@nestjs/common';
import { CATEGORIES, type Category } from '#domain/disclosure/vocabulary.js';
import { Failure, notFound } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { ItemStore } from '../gate/items.port.js';
import { HubStore, type HubFacts } from '../hub/hub.port.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { isAskedOf } from '../hub/read-question.js';
import { readersAtTable, type HouseAtTable } from './give-to-parties.js';

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
    told: {
      readonly hubId: string;
      readonly category: string;
      readonly revealsPlace: boolean;
      /** Whom it is about beside the hub's own person: each of them has to be covered (OSL 26:1). */
      readonly about: readonly string[];
    },
  ): Promise<KindAtTable> {
    return this.asCaller.run(caller, async (tx) => {
      const hub = await tx.of(HubStore).findHub(told.hubId);
      if (!hub) throw notFound();
      const category = CATEGORIES.find((one) => one === told.category);
      if (!category) throw new Failure('CHOOSE_ONE', 'category');
      const circle = new Set((await tx.of(HubStore).findCircle(hub.personId)).map(({ personId }) => personId));
      if (told.about.some((id) => !circle.has(id))) throw new Failure('NOT_FOUND', 'about');
      await recordLook(tx, hub);
      const [houses] = await readersAtTable(tx, hub, [{ category, revealsPlace: told.revealsPlace }], told.about);
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
      const kinds = (await tx.of(ItemStore).findSealed(question.itemIds)).map(({ category, revealsPlace }) => ({
        category,
        revealsPlace,
      }));
      const houses = await readersAtTable(tx, hub, kinds);
      return kinds.map(({ category }, place) => ({ category, houses: houses[place] ?? [] }));
    });
  }
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
