import { Injectable } from '@nestjs/common';
import { writtenHouse } from '#domain/disclosure/parties.js';
import { CATEGORIES, type Category } from '#domain/disclosure/vocabulary.js';
import { decideCategory, unannounced } from '#domain/plan/category-change.js';
import { isCurrent } from '#domain/plan/entry-states.js';
import { Failure, InvalidInput, notFound } from '../failure.js';
import { TownForms } from '../form/town-forms.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { ItemStore } from '../gate/items.port.js';
import { Seal } from '../gate/seal.js';
import type { SealedItem } from '../gate/sealed.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { FormFaults } from '../organisation/form-faults.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { caseNews } from '../report/case-news.js';
import { ownItems, subjectsOf } from '../share/tellables.js';
import { sayItem } from '../share/what-it-says.js';
import { LONGEST_ENTRY } from './add-entry.js';
import { readersAfter, type ReaderAfter } from './category-readers.js';
import { giveToSeats } from './give-to-seats.js';
import { PlanNewsStore } from './plan-news.port.js';
import { PlanStore, type PlanEntryRow } from './plan.port.js';
import { notePlan, openPlan, requireVoice, type OpenPlan } from './require-plan.js';

export interface CategorySaid {
  readonly entryId: string;
  readonly version: number;
  readonly category: string;
  readonly reason: string;
  /** Those whom the writer was told of before, who will see it and did not. */
  readonly announced: readonly string[];
}

const REFUSED = { 'shows-place': 'PLACE_KEEPS_ITS_KIND', 'has-figures': 'SERIES_HAS_FIGURES' } as const;

/**
 * What an entry is about is put right by the house that wrote it, with its reason. Who will see it is said before; where anybody
 * else would, nothing is changed. Its words stay, and what was said of it by the own house is of the same kind (OSL 8:1, 10:1).
 */
@Injectable()
export class ChangeCategory {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly forms: TownForms,
    private readonly seal: Seal,
  ) {}

  /** Before the act: of those who were told of it, who will see it, and who will no longer. */
  readers(
    caller: StaffCaller,
    of: { readonly entryId: string; readonly category: string },
  ): Promise<readonly ReaderAfter[]> {
    return this.asCaller.run(caller, async (tx) => {
      const entry = await requireOwn(tx, caller, of.entryId);
      const voice = await requireVoice(tx, caller, entry.groupId, this.forms);
      const to = CATEGORIES.find((one) => one === of.category);
      if (!to) throw new Failure('CHOOSE_ONE', 'category');
      // Whom a consent lets be told is itself something about the person.
      const { id: groupId, caseId, personId } = voice.group;
      const detail = { deed: 'readers-of-category', groupId };
      await tx
        .of(LedgerStore)
        .record([
          { action: 'read', outcome: 'done', personId, caseId, itemId: entry.itemId, purpose: voice.purpose, detail },
        ]);
      return readersAfter(tx, caller, { voice, entry, to });
    });
  }

  run(caller: StaffCaller, said: CategorySaid): Promise<void> {
    return this.asCaller.run(caller, async (tx) => {
      const entry = await requireOwn(tx, caller, said.entryId);
      const open = await openPlan(tx, caller, entry.groupId, this.forms);
      const faults = new FormFaults();
      const reason = faults.words('reason', said.reason, LONGEST_ENTRY);
      faults.tell();
      // Whoever changes its words at the same time waits, and is told that somebody was first.
      if (!(await tx.of(PlanStore).changeEntry(entry.id, said.version, {}))) throw new Failure('CONFLICT');
      const [item] = await ownItems(tx, caller, [entry.itemId]);
      if (!item) throw notFound();
      const to = await this.decide(tx, entry, { item, category: said.category });
      const readers = await readersAfter(tx, caller, { voice: open, entry, to });
      const keys = (those: readonly ReaderAfter[]) => those.map(({ key }) => key);
      const [before, after] = [keys(readers.filter(({ saw }) => saw)), keys(readers.filter(({ sees }) => sees))];
      if (unannounced(before, after, said.announced).length > 0) throw new Failure('READERS_NOT_SEEN', 'category');
      const things = [item, ...(await ownActs(tx, open, caller, entry))];
      await changeKind(tx, things, { to, announced: [...after, ...said.announced] });
      const stays = new Set(readers.flatMap(({ branchId, sees }) => (sees ? [branchId] : [])));
      await giveToSeats(tx, caller, open, [entry.itemId], stays);
      const reasonItemId = await this.say(tx, open, { item, text: reason });
      await tx
        .of(PlanStore)
        .addCategoryChange({ id: tx.newId(), entryId: entry.id, from: item.category, to, reasonItemId });
      await notePlan(tx, open, entry, 'category-changed');
      const sight = [
        caller.branchId,
        ...readers.flatMap(({ branchId, saw, sees }) => (saw === sees ? [] : [branchId])),
      ];
      await tx
        .of(OutboxStore)
        .put([
          { topic: `live:plan:${open.group.id}`, payload: { sight: true } },
          ...caseNews(open.group.caseId, { sight: sight.filter((id) => UUID.test(id)) }),
        ]);
    });
  }

  private async decide(
    tx: CallerTransaction,
    entry: PlanEntryRow,
    { item, category }: { readonly item: SealedItem; readonly category: string },
  ): Promise<Category> {
    const figures = entry.kind === 'series' ? await tx.of(PlanNewsStore).findValues(entry.groupId) : [];
    const decision = decideCategory({
      from: item.category,
      to: CATEGORIES.find((one) => one === category),
      hasFigures: figures.some(({ seriesId }) => seriesId === entry.id),
    });
    if (decision.outcome === 'changed') return decision.to;
    if (decision.code === 'choose-one') throw new InvalidInput([{ field: 'category', code: 'CHOOSE_ONE' }]);
    throw new Failure(REFUSED[decision.code], 'category');
  }

  /** For the own house, of the kind that it was: nobody is told it by what it becomes. */
  private async say(
    tx: CallerTransaction,
    { group }: OpenPlan,
    { item, text }: { readonly item: SealedItem; readonly text: string },
  ): Promise<string> {
    return sayItem(tx, this.seal, {
      caseId: group.caseId,
      category: item.category,
      form: group.form,
      phase: 'measures',
      revealsPlace: item.revealsPlace,
      subjectIds: await subjectsOf(tx, group.personId, [], { of: item.subjects.map(({ id }) => id) }),
      content: { text },
    });
  }
}

const UUID = /^[0-9a-f]{8}-/;

async function requireOwn(tx: CallerTransaction, caller: StaffCaller, entryId: string): Promise<PlanEntryRow> {
  const entry = await tx.of(PlanStore).findEntry(entryId);
  if (!entry) throw notFound();
  if (entry.byBranch !== caller.branchId) throw new Failure('NOT_YOUR_ENTRY');
  if (!isCurrent(entry.state)) throw new Failure('ENTRY_IS_OVER');
  return entry;
}

/** What the own house has said of it; what another has said of it is theirs. */
async function ownActs(
  tx: CallerTransaction,
  { group }: OpenPlan,
  caller: StaffCaller,
  { id }: PlanEntryRow,
): Promise<readonly SealedItem[]> {
  const acts = (await tx.of(PlanStore).findActs(group.id)).filter(({ entryId }) => entryId === id);
  const sealed = await tx.of(ItemStore).findSealed(acts.flatMap(({ itemId }) => itemId ?? []));
  return sealed.filter(({ giverHouse }) => writtenHouse(giverHouse) === writtenHouse(caller.house));
}

/** The second lock reckons what was told anew; where it opens to a house of which nobody was told, nothing has happened. */
async function changeKind(
  tx: CallerTransaction,
  things: readonly SealedItem[],
  { to, announced }: { readonly to: Category; readonly announced: readonly string[] },
): Promise<void> {
  const items = tx.of(ItemStore);
  const ids = things.map(({ itemId }) => itemId);
  const seen = async () => (await items.findHousesSeeing(ids)).map(({ itemId, id }) => ({ itemId, id }));
  const before = await seen();
  for (const { itemId, version } of things)
    if (!(await items.recategorise(itemId, version, to))) throw new Failure('CONFLICT');
  const isKnown = ({ itemId, id }: { readonly itemId: string; readonly id: string }): boolean =>
    announced.includes(id) || before.some((one) => one.itemId === itemId && one.id === id);
  if (!(await seen()).every(isKnown)) throw new Failure('READERS_NOT_SEEN', 'category');
}
