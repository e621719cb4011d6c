/** A group's plan as whoever writes in it needs it: whoever does not see the group finds nothing, and a group without persons has none. */
import type { Purpose } from '#domain/disclosure/vocabulary.js';
import { whoMustSign } from '#domain/disclosure/who-must-sign.js';
import { hasEnded } from '#domain/group/group-states.js';
import { Failure, notFound } from '../failure.js';
import type { TownForms } from '../form/town-forms.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { GroupStore, type GroupMemberRow, type GroupRow } from '../group/group.port.js';
import { purposeOfGroup, situationOf, type GroupSituation } from '../group/group-situation.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { PlanStore, type PlanEntryRow, type PlanRow } from './plan.port.js';

export type CaseGroup = GroupRow & { readonly caseId: string; readonly personId: string };

export interface Voice {
  readonly group: CaseGroup;
  readonly leads: boolean;
  readonly purpose: Purpose;
  /** Seats that somebody holds. */
  readonly members: readonly GroupMemberRow[];
  /** The young person, and whoever has to decide with them as far as the house that leads may say. */
  readonly family: readonly [string, ...string[]];
}

export interface OpenPlan extends Voice {
  readonly plan: PlanRow;
}

export async function requireCaseGroup(tx: CallerTransaction, groupId: string): Promise<CaseGroup> {
  const group = await tx.of(GroupStore).find(groupId);
  if (!group || group.caseId === null || group.personId === null) throw notFound();
  return { ...group, caseId: group.caseId, personId: group.personId };
}

export const seatsOf = (members: readonly GroupMemberRow[]): readonly GroupMemberRow[] =>
  members.filter(({ endsAt, hasLeft }) => endsAt === null && !hasLeft);

/** The house that leads, and everyone with a seat in which one speaks. */
export const mayWriteIn = (
  caller: StaffCaller,
  group: Pick<GroupRow, 'branchId' | 'standing' | 'formedAt'>,
  members: readonly GroupMemberRow[],
): boolean =>
  !hasEnded(group.standing) &&
  group.formedAt !== null &&
  (group.branchId === caller.branchId ||
    seatsOf(members).some(
      ({ staffId, branchId, mandate }) =>
        staffId === caller.staffId && branchId === caller.branchId && mandate !== 'listens',
    ));

/** The plan is the young person’s, whatever their age; beside them whoever decides for them or with them (FB 6:11). */
export const familyOf = (
  { personId }: Pick<CaseGroup, 'personId'>,
  { facts }: Pick<GroupSituation, 'facts'>,
): readonly [string, ...string[]] => [
  personId,
  ...(facts ? whoMustSign(facts.subject, facts).filter((one) => one !== personId) : []),
];

/** Who has a word in the plan, and for what it is said: as the ground stands for the house that leads, as it told the others. */
export async function requireVoice(
  tx: CallerTransaction,
  caller: StaffCaller,
  groupId: string,
  forms: TownForms,
): Promise<Voice> {
  const group = await requireCaseGroup(tx, groupId);
  const members = await tx.of(GroupStore).findMembers([group.id]);
  if (hasEnded(group.standing)) throw new Failure('GROUP_HAS_ENDED');
  if (!mayWriteIn(caller, group, members)) throw new Failure('NO_WORD_IN_PLAN');
  const leads = group.branchId === caller.branchId;
  const voice = { group, leads, members: seatsOf(members) };
  if (leads) {
    const form = await forms.get(tx, group.municipalityId, group.kind);
    const situation = await situationOf(tx, form, group.caseId);
    return { ...voice, family: familyOf(group, situation), purpose: purposeOfGroup(situation) };
  }
  const plan = await tx.of(PlanStore).find(group.id);
  if (!plan) throw new Failure('PLAN_NOT_BEGUN');
  return { ...voice, family: [group.personId], purpose: plan.purpose };
}

/** The house that leads opens the plan by what it first writes. */
export async function openPlan(
  tx: CallerTransaction,
  caller: StaffCaller,
  groupId: string,
  forms: TownForms,
): Promise<OpenPlan> {
  const voice = await requireVoice(tx, caller, groupId, forms);
  const { group, leads, purpose } = voice;
  const store = tx.of(PlanStore);
  const standing = await store.find(group.id);
  if (!standing) await store.open({ id: tx.newId(), groupId: group.id, caseId: group.caseId, purpose });
  else if (leads && standing.purpose !== purpose) await store.setPurpose(standing.id, purpose);
  const plan = await store.find(group.id);
  if (!plan) throw notFound();
  // It begins for all who have it open: now the others may write in it too.
  if (!standing) await tx.of(OutboxStore).put([{ topic: `live:plan:${group.id}`, payload: { frame: true } }]);
  return { ...voice, plan };
}

/** What was written down of it, and a word to the screens of those who see it. */
export async function notePlan(
  tx: CallerTransaction,
  { group }: Pick<OpenPlan, 'group'>,
  { id, itemId }: Pick<PlanEntryRow, 'id' | 'itemId'>,
  word: string,
): Promise<void> {
  await tx.of(LedgerStore).record([
    {
      action: 'change',
      outcome: 'done',
      caseId: group.caseId,
      personId: group.personId,
      itemId,
      detail: { groupId: group.id, planEntry: id, plan: word },
    },
  ]);
  await tx.of(OutboxStore).put([{ topic: `live:plan:${group.id}`, payload: { entryId: id } }]);
}
