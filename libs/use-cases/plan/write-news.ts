import { Injectable } from '@nestjs/common';
import { CATEGORIES, type Category } from '#domain/disclosure/vocabulary.js';
import { LONGEST_NEWS, newsKindOf, type NewsKind } from '#domain/plan/plan-news.js';
import { Failure, notFound } from '../failure.js';
import { TownForms } from '../form/town-forms.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { ItemStore } from '../gate/items.port.js';
import { Seal } from '../gate/seal.js';
import { FormFaults } from '../organisation/form-faults.js';
import { noteTakenAway } from '../share/note-taken-away.js';
import { subjectsOf } from '../share/tellables.js';
import { requireReached, sayAnew, sayItem, withAbout, type Marks } from '../share/what-it-says.js';
import { audienceOf, giveToSeats } from './give-to-seats.js';
import { noteNews } from './note-news.js';
import { PlanNewsStore, type PlanNewsRow } from './plan-news.port.js';
import { openPlan, type OpenPlan } from './require-plan.js';

export interface NewsSaid extends Marks {
  readonly kind: string;
  readonly words: string;
  readonly category: string;
}

/**
 * Tells something between two meetings: an item of the writer's own house, given in the act to the houses with a seat that may
 * have it. It is put right or taken out by the house that wrote it, with why ([S1]; OSL 10:1).
 */
@Injectable()
export class WriteNews {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly forms: TownForms,
    private readonly seal: Seal,
  ) {}

  write(caller: StaffCaller, groupId: string, said: NewsSaid): Promise<{ readonly newsId: string }> {
    return this.asCaller.run(caller, async (tx) => {
      const open = await openPlan(tx, caller, groupId, this.forms);
      const { kind, category, text } = check(said);
      const { group } = open;
      const subjectIds = await subjectsOf(tx, group.personId, said.about);
      const itemId = await sayItem(tx, this.seal, {
        caseId: group.caseId,
        category,
        form: group.form,
        phase: 'measures',
        revealsPlace: said.revealsPlace,
        subjectIds,
        content: withAbout({ text }, subjectIds),
      });
      const id = tx.newId();
      const { caseId } = group;
      await tx.of(PlanNewsStore).add({ id, planId: open.plan.id, groupId: group.id, caseId, kind, itemId });
      await giveToSeats(tx, caller, open, [itemId]);
      await noteNews(tx, open, { id, itemId }, 'told');
      return { newsId: id };
    });
  }

  /** Those who were told of it are told how it is; what it said before stays in its versions. */
  correct(
    caller: StaffCaller,
    of: { readonly newsId: string; readonly itemVersion: number },
    said: Marks & { readonly words: string; readonly why: string },
  ): Promise<void> {
    return this.asCaller.run(caller, async (tx) => {
      const { news, open } = await this.requireOwn(tx, caller, of.newsId);
      const faults = new FormFaults();
      const text = faults.words('words', said.words, LONGEST_NEWS);
      const why = faults.words('why', said.why, LONGEST_NEWS);
      faults.tell();
      const { itemId } = news;
      const words = { itemId, expectedVersion: of.itemVersion, content: { text, data: { why } } };
      if (!(await sayAnew(tx, this.seal, words, said))) throw new Failure('CONFLICT');
      await giveToSeats(tx, caller, open, [itemId], await audienceOf(tx, { itemId, opens: false, owner: null }));
      await noteNews(tx, open, news, 'corrected');
    });
  }

  /** It leaves all who were told of it; why it was taken out is told to nobody else. */
  takeOut(caller: StaffCaller, of: { readonly newsId: string; readonly why: string }): Promise<void> {
    return this.asCaller.run(caller, async (tx) => {
      const { news, open } = await this.requireOwn(tx, caller, of.newsId);
      const faults = new FormFaults();
      const text = faults.words('why', of.why, LONGEST_NEWS);
      faults.tell();
      const { group } = open;
      const [item] = await tx.of(ItemStore).findSealed([news.itemId]);
      if (!item) throw notFound();
      const reason = await sayItem(tx, this.seal, {
        caseId: group.caseId,
        category: item.category,
        form: group.form,
        phase: 'measures',
        revealsPlace: item.revealsPlace,
        subjectIds: await subjectsOf(tx, group.personId, [], { of: item.subjects.map(({ id }) => id) }),
        content: { text },
      });
      await requireReached(tx, [reason]);
      if (!(await tx.of(PlanNewsStore).takeOut(news.id, reason))) throw new Failure('NOTHING_TAKEN_AWAY');
      const { caseId, personId } = group;
      await noteTakenAway(tx, { caseId, personId, place: { groupId: group.id } }, [news.itemId], 'off-the-plan');
      await noteNews(tx, open, news, 'taken-out');
    });
  }

  private async requireOwn(
    tx: CallerTransaction,
    caller: StaffCaller,
    newsId: string,
  ): Promise<{ readonly news: PlanNewsRow; readonly open: OpenPlan }> {
    const news = await tx.of(PlanNewsStore).find(newsId);
    if (!news) throw notFound();
    const open = await openPlan(tx, caller, news.groupId, this.forms);
    if (news.byBranch !== caller.branchId) throw new Failure('NOT_YOUR_NEWS');
    if (news.takenOutAt !== null) throw new Failure('NOTHING_TAKEN_AWAY');
    return { news, open };
  }
}

function check(said: NewsSaid): { readonly kind: NewsKind; readonly category: Category; readonly text: string } {
  const faults = new FormFaults();
  const kind = newsKindOf(said.kind);
  if (!kind) faults.add('kind', 'CHOOSE_ONE');
  const text = faults.words('words', said.words, LONGEST_NEWS);
  const category = CATEGORIES.find((one) => one === said.category);
  if (!category) faults.add('category', 'CHOOSE_ONE');
  faults.tell();
  if (!kind || !category) throw new Error('faulty news were told of');
  return { kind, category, text };
}
