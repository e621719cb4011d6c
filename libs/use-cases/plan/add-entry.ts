/** A thing new in a plan, written by itself or decided in a meeting: the same questions are asked of it either way. */
import { CATEGORIES, type Category } from '#domain/disclosure/vocabulary.js';
import { formatCivilDay, parseCivilDay, type CivilDay } from '#domain/kernel/civil-day.js';
import { civilDayOf } from '#domain/kernel/stockholm.js';
import { firstState, isCurrent } from '#domain/plan/entry-states.js';
import type { DrawingWritten } from '#domain/plan/drawing.js';
import { decideEntry, KINDS, type EntryFault, type EntryKind, type NeedArea } from '#domain/plan/plan-entry.js';
import type { Measured, MeasuredWritten } from '#domain/plan/plan-series.js';
import { decideProposal } from '#domain/plan/tried-before.js';
import { Failure, InvalidInput } from '../failure.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { ItemStore } from '../gate/items.port.js';
import type { ItemContent } from '../gate/released.js';
import type { Seal } from '../gate/seal.js';
import type { GroupMemberRow } from '../group/group.port.js';
import { subjectsOf } from '../share/tellables.js';
import { sayItem, withAbout, type Marks } from '../share/what-it-says.js';
import { drawn } from './drawn.js';
import { oweFollowUp } from './follow-up.js';
import { giveToSeats, type OnlyTo } from './give-to-seats.js';
import { PlanStore, type PlanEntryRow } from './plan.port.js';
import { notePlan, type OpenPlan } from './require-plan.js';
import { SUBJECT } from './shown-voices.js';

/** What somebody writes, whatever kind it is of; what a kind has no use for is left out of it. */
export interface EntrySaid extends Marks {
  readonly kind: string;
  readonly words: string;
  readonly category: string;
  readonly goalId: string | null;
  readonly needArea: string | null;
  readonly aim: string;
  /** Of the picture of the future alone: what the young person has drawn beside their words. */
  readonly drawing: DrawingWritten | null;
  /** What they need from others to do it. */
  readonly help: string;
  /** Who keeps an eye on a frame. */
  readonly watch: string;
  /** What a series counts in, which way is better and how often it is told. */
  readonly measured: MeasuredWritten | null;
  /** The seat of whoever is responsible. */
  readonly ownerMemberId: string | null;
  /** Who of the family does it: `subject`, or a guardian’s id. */
  readonly promisedBy: string | null;
  /** The family reads it in its plan, as far as the rule lets each of them. */
  readonly forFamily: boolean;
  /** The same in the family’s own words or language; empty where they read what stands in the plan. */
  readonly familyWords: string;
  /** What the family had proposed, and this is what came of it. */
  readonly proposalId: string | null;
  /** `2026-12-08` */
  readonly startsOn: string | null;
  readonly followUpOn: string | null;
  /** Earlier measures on the same need, whose result stood before the writer. */
  readonly seen: readonly string[];
}

export const LONGEST_ENTRY = 5_000;

const FAULTS: Readonly<Record<EntryFault['code'], string>> = {
  'choose-one': 'CHOOSE_ONE',
  required: 'REQUIRED',
  'date-missing': 'DATE_MISSING',
  'in-past': 'STARTS_IN_PAST',
  'before-start': 'BEFORE_START',
  'other-house-writes': 'LEADING_HOUSE_WRITES',
  'there-is-one': 'THERE_IS_ONE',
};
/** By the names that the form has for them. */
const FIELDS: Readonly<Partial<Record<EntryFault['field'], string>>> = { goal: 'goalId', owner: 'ownerMemberId' };

interface Checked {
  readonly kind: EntryKind;
  readonly category: Category;
  readonly needArea: NeedArea | null;
  readonly measured: Measured | null;
  readonly owner: GroupMemberRow | null;
  readonly promisedBy: string | null;
  readonly startsOn: string | null;
  readonly followUpOn: string | null;
  readonly content: ItemContent;
}

/** Writes it as an item of the writer’s own house and gives it in the act; answers its id. */
export async function addEntry(
  tx: CallerTransaction,
  caller: StaffCaller,
  open: OpenPlan,
  { said, seal, only = null }: { readonly said: EntrySaid; readonly seal: Seal; readonly only?: OnlyTo },
): Promise<string> {
  const standing = await tx.of(PlanStore).findEntries(open.group.id);
  const checked = checkEntry(tx, open, { said, standing, current: null });
  requireSeen(checked, standing, said.seen);
  const subjectIds = await subjectsOf(tx, open.group.personId, said.about);
  const itemId = await sayItem(tx, seal, {
    caseId: open.group.caseId,
    category: checked.category,
    form: open.group.form,
    phase: 'measures',
    revealsPlace: said.revealsPlace,
    subjectIds,
    content: withAbout(checked.content, subjectIds),
  });
  const { kind, needArea, measured, owner, promisedBy, startsOn, followUpOn } = checked;
  const entry = {
    id: tx.newId(),
    planId: open.plan.id,
    groupId: open.group.id,
    caseId: open.group.caseId,
    kind,
    itemId,
    needArea,
    goalId: kind === 'step' ? said.goalId : null,
    owner,
    promisedBy,
    forFamily: said.forFamily,
    proposalId: said.proposalId,
    startsOn,
    followUpOn,
    measured,
    state: firstState(kind),
  };
  await tx.of(PlanStore).addEntry(entry);
  await giveToSeats(tx, caller, open, [itemId], only);
  await requireTold(tx, caller, owner, itemId);
  if (owner && followUpOn) await oweFollowUp(tx, open.group, { entryId: entry.id, owner, followUpOn });
  await notePlan(tx, open, entry, 'written');
  return entry.id;
}

/** What was written, or why it cannot stand so, by the names that the form has for its fields. */
export function checkEntry(
  tx: CallerTransaction,
  open: OpenPlan,
  of: { readonly said: EntrySaid; readonly standing: readonly PlanEntryRow[]; readonly current: PlanEntryRow | null },
): Checked {
  const { said, standing, current } = of;
  const today = civilDayOf(tx.now.getTime());
  const there = standing.filter(({ id, state }) => isCurrent(state) && id !== current?.id);
  const promisedBy = said.promisedBy === SUBJECT ? open.group.personId : said.promisedBy;
  const days = { startsOn: dayOf(said.startsOn), followUpOn: dayOf(said.followUpOn) };
  const decision = decideEntry(
    { ...said, ...days, goal: said.goalId, owner: said.ownerMemberId, promisedBy },
    {
      leads: open.leads,
      // A day that stood there already is not written anew.
      today: current && said.followUpOn === current.followUpOn ? Math.min(today, days.followUpOn ?? today) : today,
      goals: there.filter(({ kind }) => kind === 'goal').map(({ id }) => id),
      owners: open.members.map(({ id }) => id),
      family: open.family,
      standing: there.filter(({ kind }) => kind === said.kind).length,
    },
  );
  const category = CATEGORIES.find((one) => one === said.category);
  const drawing = drawn(said.kind === 'future' ? said.drawing : null);
  const faults = [
    ...(decision.outcome === 'refused'
      ? decision.faults.map(({ field, code }) => ({ field: FIELDS[field] ?? field, code: FAULTS[code] }))
      : []),
    ...(category === undefined ? [{ field: 'category', code: 'CHOOSE_ONE' }] : []),
    ...drawing.faults,
    ...(['words', 'aim', 'help', 'watch', 'familyWords'] as const).flatMap((field) =>
      said[field].trim().length > LONGEST_ENTRY ? [{ field, code: 'TOO_LONG', values: { most: LONGEST_ENTRY } }] : [],
    ),
  ];
  if (decision.outcome === 'refused' || category === undefined || faults.length > 0) throw new InvalidInput(faults);
  const { kind, needArea, measured } = decision;
  const asks = (field: 'owner' | 'aim' | 'watch' | 'needArea' | 'followUpOn') => KINDS[kind].asks.includes(field);
  return {
    kind,
    category,
    needArea: asks('needArea') ? needArea : null,
    measured,
    owner: asks('owner') ? (open.members.find(({ id }) => id === said.ownerMemberId) ?? null) : null,
    promisedBy,
    startsOn: asks('followUpOn') && days.startsOn !== null ? formatCivilDay(days.startsOn) : null,
    followUpOn: asks('followUpOn') && days.followUpOn !== null ? formatCivilDay(days.followUpOn) : null,
    content: {
      text: said.words.trim(),
      data: {
        ...(asks('aim') ? { aim: said.aim.trim(), help: said.help.trim() } : {}),
        ...(asks('watch') ? { watch: said.watch.trim() } : {}),
        ...(said.familyWords.trim() === '' ? {} : { familyWords: said.familyWords.trim() }),
        ...drawing.data,
      },
    },
  };
}

const dayOf = (written: string | null): CivilDay | null => (written === null ? null : (parseCivilDay(written) ?? null));

/** What has been tried on this need stands before whoever proposes something anew, or moves it to that need. */
export function requireSeen(
  { kind, needArea }: Checked,
  standing: readonly PlanEntryRow[],
  seen: readonly string[],
): void {
  if (kind !== 'measure') return;
  const ended = standing.filter(({ state }) => state === 'ended');
  if (decideProposal(needArea, ended, seen).outcome === 'refused')
    throw new Failure('EARLIER_RESULT_UNSEEN', 'needArea');
}

/** What the consent does not let them be told, they cannot be made responsible for. */
export async function requireTold(
  tx: CallerTransaction,
  caller: StaffCaller,
  owner: GroupMemberRow | null,
  itemId: string,
): Promise<void> {
  if (owner === null || owner.branchId === caller.branchId) return;
  const seeing = await tx.of(ItemStore).findHousesSeeing([itemId]);
  if (!seeing.some(({ id }) => id === owner.branchId))
    throw new Failure('OWNER_MAY_NOT_BE_TOLD', 'ownerMemberId', { unit: `${owner.unitName}, ${owner.branchName}` });
}
