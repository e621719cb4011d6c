import { Injectable } from '@nestjs/common';
import { CATEGORIES } from '#domain/disclosure/vocabulary.js';
import { Failure, notFound } from '../failure.js';
import { TownForms } from '../form/town-forms.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import type { Marks } from '../share/what-it-says.js';
import type { HouseAtTable } from '../share/who-gets-it.js';
import { familyReaders } from './family-readers.js';
import { audienceOf, audienceOfSaying, readersInGroup, toldInPlan } from './give-to-seats.js';
import { PlanNewsStore } from './plan-news.port.js';
import { PlanStore } from './plan.port.js';
import { requireVoice, type Voice } from './require-plan.js';

/** While something is written in a plan: who of the houses with a seat and of the family will get it, and who will not (OSL 8:1). */
@Injectable()
export class ShowPlanReaders {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly forms: TownForms,
  ) {}

  run(
    caller: StaffCaller,
    /** `entryId`: what is written anew; its own kind decides, and who it was taken back from. */
    of: Marks & {
      readonly groupId: string;
      readonly category: string;
      readonly entryId: string | null;
      /** News that are put right: to those to whom they were told. */
      readonly newsId: string | null;
      /** What stands in the plan and is spoken of: it is of its kind, and shows no less. */
      readonly ofEntryId: string | null;
      /** What is written anew is opened to those to whom it was not said before. */
      readonly opens: boolean;
      /** The seat of whoever is to do it. */
      readonly ownerMemberId: string | null;
      /** The family is to read it too. */
      readonly forFamily: boolean;
    },
  ): Promise<readonly HouseAtTable[]> {
    return this.asCaller.run(caller, async (tx) => {
      const voice = await requireVoice(tx, caller, of.groupId, this.forms);
      const category = CATEGORIES.find((one) => one === of.category);
      if (!category) throw new Failure('CHOOSE_ONE', 'category');
      // Whom a consent lets be told is itself something about the person.
      await tx.of(LedgerStore).record([
        {
          action: 'read',
          outcome: 'done',
          personId: voice.group.personId,
          caseId: voice.group.caseId,
          purpose: voice.purpose,
          detail: { deed: 'readers-in-group', groupId: voice.group.id },
        },
      ]);
      const itemId = (await itemOf(tx, voice, of.entryId)) ?? (await itemOfNews(tx, voice, of.newsId));
      const ofItemId = await itemOf(tx, voice, of.ofEntryId);
      const { revealsPlace, about } = of;
      const owner = voice.members.find(({ id }) => id === of.ownerMemberId) ?? null;
      const only =
        itemId !== null
          ? await audienceOf(tx, { itemId, opens: of.opens, owner })
          : ofItemId !== null
            ? await audienceOfSaying(tx, ofItemId)
            : null;
      const what = { category, itemId, ofItemId, only, revealsPlace, about };
      const houses = await readersInGroup(tx, caller, voice, what);
      if (!of.forFamily || !voice.leads) return houses;
      return [...houses, ...familyReaders(tx, voice, await toldInPlan(tx, caller, voice.group, what))];
    });
  }
}

async function itemOf(tx: CallerTransaction, { group }: Voice, entryId: string | null): Promise<string | null> {
  if (entryId === null) return null;
  const entry = await tx.of(PlanStore).findEntry(entryId);
  if (entry?.groupId !== group.id) throw notFound();
  return entry.itemId;
}

async function itemOfNews(tx: CallerTransaction, { group }: Voice, newsId: string | null): Promise<string | null> {
  if (newsId === null) return null;
  const news = await tx.of(PlanNewsStore).find(newsId);
  if (news?.groupId !== group.id) throw notFound();
  return news.itemId;
}
