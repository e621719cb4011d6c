/** What somebody is about to tell, as the rule asks about it: things on record, something being written, and the name. */
import type { HouseParty } from '#domain/disclosure/case.js';
import type { TownLimits } from '#domain/disclosure/decision.js';
import { isSameHouse } from '#domain/disclosure/parties.js';
import type { Category, Form, Phase } from '#domain/disclosure/vocabulary.js';
import type { Tellable } from '#domain/share/decide-share.js';
import { Failure, notFound } from '../failure.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { ItemStore } from '../gate/items.port.js';
import type { SealedItem } from '../gate/sealed.js';
import { HubStore } from '../hub/hub.port.js';
import { CaseStore } from '../report/case.port.js';
import { ShareStore, type FactsAbout } from './share.port.js';

/** Stand for what has no item yet. */
export const DRAFT = 'draft';
export const NAME = 'name';

export interface DraftKind {
  readonly category: Category;
  readonly revealsPlace: boolean;
}

export interface DraftSaid extends DraftKind {
  /** Whom it is about beside the case's own person. */
  readonly about: readonly string[];
}

export interface WhatIsTold {
  readonly caseId: string;
  readonly itemIds: readonly string[];
  /** Something that is being written. */
  readonly draft: DraftSaid | null;
  /** Who it is about, by name and number. */
  readonly withName: boolean;
}

export interface Told {
  /** An item's id, `draft` or `name`. */
  readonly id: string;
  readonly category: Category;
  /** Of the item; of the case for what is not written yet. */
  readonly caseId: string;
  readonly thing: Tellable;
  readonly limits: TownLimits | undefined;
  /** One of those whom it is about stands in another house's register. */
  readonly isElsewhere: boolean;
  readonly subjectIds: readonly [string, ...string[]];
  readonly version: number;
  /** It stands on record and is about to show more than it did: who has it may have it no longer. */
  readonly isMarked?: boolean;
}

/** The person whom the case is about; the same answer for a case that is not there and one that is not the caller's. */
export async function requireOnCase(tx: CallerTransaction, caseId: string): Promise<string> {
  const personId = await tx.of(ShareStore).findPersonOfCase(caseId);
  if (personId === undefined) throw notFound();
  return personId;
}

/**
 * The case's person first. Only those close to them whom the writer sees already can be named; whom that is about of which it
 * speaks it is about too.
 */
export async function subjectsOf(
  tx: CallerTransaction,
  personId: string,
  about: readonly string[],
  more: { readonly field?: string; readonly of?: readonly string[] } = {},
): Promise<[string, ...string[]]> {
  const { field = 'about', of = [] } = more;
  const others = [...new Set(about)].filter((id) => id !== personId && !of.includes(id));
  if (others.length > 0) {
    const circle = new Set((await tx.of(HubStore).findCircle(personId)).map((close) => close.personId));
    if (others.some((id) => !circle.has(id))) throw new Failure('NOT_FOUND', field);
  }
  return [personId, ...of.filter((id) => id !== personId), ...others];
}

/** In the order asked for; only what the caller's own house has said can be told on. */
export async function tellables(tx: CallerTransaction, caller: StaffCaller, what: WhatIsTold): Promise<Told[]> {
  const personId = await requireOnCase(tx, what.caseId);
  const onRecord = (await ownItems(tx, caller, what.itemIds)).map(toldItem);
  if (!what.draft && !what.withName) return onRecord;
  const facts = await tx.of(ShareStore).findFactsAbout([personId]);
  const phase = (await tx.of(CaseStore).find(what.caseId))?.phase ?? 'none';
  const unwritten = (id: string, kind: DraftKind, of: FactsAbout): Told =>
    toldUnwritten(id, kind, { from: caller.house, caseId: what.caseId, personId, phase, facts: of });
  const { draft } = what;
  const about = draft && (await subjectsOf(tx, personId, draft.about, { field: 'draft.about' }));
  const ofDraft = about && about.length > 1 ? await tx.of(ShareStore).findFactsAbout(about) : facts;
  return [
    ...(what.withName ? [unwritten(NAME, nameKind(facts), facts)] : []),
    ...onRecord,
    ...(draft ? [unwritten(DRAFT, draft, ofDraft)] : []),
  ];
}

export async function ownItems(
  tx: CallerTransaction,
  caller: StaffCaller,
  itemIds: readonly string[],
): Promise<SealedItem[]> {
  const ids = [...new Set(itemIds)];
  const sealed = (await tx.of(ItemStore).findSealed(ids)).filter(({ giverHouse }) =>
    isSameHouse(giverHouse, caller.house),
  );
  if (sealed.length < ids.length) throw notFound();
  // What was taken away where it stood is no longer what the house says.
  if (await tx.of(ShareStore).isTakenAway(ids)) throw new Failure('TAKEN_AWAY');
  return sealed;
}

/**
 * A name that has been changed or hidden by the registers says where somebody lives (FOL 16 §; OSL 22:1). Whether it has been
 * is no business of a house whose register does not keep them: there every name is treated so.
 */
export const nameKind = ({ subjects, isElsewhere }: Pick<FactsAbout, 'subjects' | 'isElsewhere'>): DraftKind => ({
  category: 'nomination',
  revealsPlace:
    isElsewhere ||
    subjects.some(({ protection }) => protection === 'protected-registration' || protection === 'assumed-identity'),
});

export function toldItem(item: SealedItem): Told {
  const [first, ...others] = item.subjects.map(({ id }) => id);
  if (first === undefined) throw new Error(`item ${item.itemId} is about nobody`);
  return {
    id: item.itemId,
    category: item.category,
    caseId: item.caseId,
    subjectIds: [first, ...others],
    version: item.version,
    limits: item.limits,
    isElsewhere: item.isElsewhere,
    thing: {
      from: item.giver,
      subjects: item.subjects,
      category: item.category,
      personData: item.personData,
      form: item.form,
      phase: item.phase,
      revealsPlace: item.revealsPlace,
      reportedBy: item.reportedBy,
      consents: item.consents,
      assessments: item.assessments,
      ...(item.childSignsFrom === undefined ? {} : { childSignsFrom: item.childSignsFrom }),
    },
  };
}

/** What is being written, as it would be sealed: about these people, the case's person first. */
export function toldUnwritten(
  id: string,
  kind: DraftKind,
  of: {
    readonly from: HouseParty;
    readonly caseId: string;
    readonly personId: string;
    readonly form?: Form;
    readonly phase: Phase;
    readonly facts: FactsAbout;
  },
): Told {
  const { facts } = of;
  return {
    id,
    category: kind.category,
    caseId: of.caseId,
    subjectIds: [of.personId, ...facts.subjects.map(({ id }) => id).filter((id) => id !== of.personId)],
    version: 1,
    limits: facts.limits,
    isElsewhere: facts.isElsewhere,
    thing: {
      from: of.from,
      subjects: facts.subjects,
      category: kind.category,
      personData: true,
      form: of.form ?? 'none',
      phase: of.phase,
      revealsPlace: kind.revealsPlace,
      reportedBy: null,
      consents: facts.consents,
      assessments: facts.assessments,
      ...(facts.childSignsFrom === undefined ? {} : { childSignsFrom: facts.childSignsFrom }),
    },
  };
}
