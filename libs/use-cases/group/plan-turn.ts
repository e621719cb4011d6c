/** What a group would become now: who goes along, who stays and why, and what the other form still lacks; the same for the look and the deed. */
import type { DeadlineRule } from '#domain/deadline/deadline-rule.js';
import type { CollaborationForm } from '#domain/form/form.js';
import type { WorkBefore } from '#domain/share/decide-longer.js';
import { decideMember, type MemberDecision } from '#domain/group/decide-member.js';
import { carrySeats, decideTurn, type TurnDecision } from '#domain/group/decide-turn.js';
import { Failure } from '../failure.js';
import { ConsentStore } from '../consent/consent.port.js';
import type { TownForms } from '../form/town-forms.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { findLonger, type LongerShare } from '../share/longer-told.js';
import { lookRuleOf } from './group-deadlines.js';
import { purposeOfGroup, requirementsMet, situationOf, type GroupSituation, type Met } from './group-situation.js';
import { asksAges } from './require-ages.js';
import { GroupStore, type Candidate, type GroupMemberRow, type GroupRow, type GuestRow } from './group.port.js';

export interface SeatToTurn {
  readonly member: GroupMemberRow;
  readonly candidate: Candidate;
  readonly decision: MemberDecision;
}

export interface TurnPlan {
  readonly from: CollaborationForm;
  readonly into: CollaborationForm;
  readonly situation: GroupSituation;
  readonly follow: readonly SeatToTurn[];
  readonly stay: readonly SeatToTurn[];
  readonly guests: readonly GuestRow[];
  /** What the own house has told those who go along and may tell for longer now: by itself, or where somebody chooses so. */
  readonly longer: readonly LongerShare[];
  readonly met: Met;
  readonly decision: TurnDecision;
  /** Null where there is no limit, or there is room. */
  readonly full: number | null;
  /** Whom it is about is outside the other form's ages: a word for why goes with it. */
  readonly asksAges: boolean;
  /** How often the hub goes on looking. */
  readonly monitoring: DeadlineRule | null;
}

export async function planTurn(
  tx: CallerTransaction,
  caller: StaffCaller,
  group: GroupRow,
  { into: kind, forms }: { readonly into: string; readonly forms: TownForms },
): Promise<TurnPlan> {
  if (group.caseId === null) throw new Failure('TURN_NOT_POSSIBLE', 'into');
  const from = await forms.get(tx, caller.municipalityId, group.kind);
  if (!from.becomes?.includes(kind)) throw new Failure('TURN_NOT_POSSIBLE', 'into');
  const into = await forms.get(tx, caller.municipalityId, kind);
  const situation = await situationOf(tx, into, group.caseId);
  const seats = await seatsOf(tx, caller, group, situation);
  const { follow, stay } = carrySeats(seats, ({ decision }) => decision.outcome === 'member');
  const met = await requirementsMet(tx, caller.municipalityId, situation, {
    branchIds: [...new Set([caller.branchId, ...follow.map(({ member }) => member.branchId)])],
    kinds: follow.map(({ member }) => member.house.kind),
    hasContact: follow.some(({ member }) => member.staffId === group.contactId),
    hasReasons: true,
    // It was decided on when the work began in the other form, and going over has reasons of its own.
    isPrepared: true,
    groupId: group.id,
  });
  return {
    from,
    into,
    situation,
    follow: follow.map((one) => ({ ...one, member: { ...one.member, deputyFor: one.deputyFor } })),
    stay,
    guests: (await tx.of(GroupStore).findGuests(group.id)).filter(
      (one) => one.endedAt === null && into.parties.may.includes(one.kind),
    ),
    longer: await findLonger(tx, {
      caseId: group.caseId,
      branchIds: new Set(follow.map(({ member }) => member.branchId)),
      purpose: purposeOfGroup(situation),
      before: await workBefore(tx, group, { ...situation, form: from }),
    }),
    met,
    decision: decideTurn(from, into, { standing: group.standing, met: met.met }),
    full: await roomLacking(tx, group, into),
    asksAges: asksAges(into, situation, null),
    monitoring: lookRuleOf(group),
  };
}

/** What was told in the group until now ran by: its purpose, and every yes to its form. */
async function workBefore(tx: CallerTransaction, group: GroupRow, situation: GroupSituation): Promise<WorkBefore> {
  const asked = group.caseId === null ? [] : await tx.of(ConsentStore).findOfCase(group.caseId);
  return {
    formedAt: group.formedAt?.getTime() ?? null,
    purpose: purposeOfGroup(situation),
    yesUntil: asked.filter(({ form }) => form === situation.form.form).map(({ record }) => record.validUntil),
  };
}

/** Everyone who sits there now, with whether the other form's ground reaches them; a deputy by the id of their seat. */
async function seatsOf(
  tx: CallerTransaction,
  caller: StaffCaller,
  group: GroupRow,
  { form, facts }: GroupSituation,
): Promise<readonly (SeatToTurn & { readonly id: string; readonly deputyFor: string | null })[]> {
  const candidates = await tx.of(GroupStore).findCandidates(caller.municipalityId);
  const members = await tx.of(GroupStore).findMembers([group.id]);
  return members.flatMap((member) => {
    if (member.endsAt !== null || member.hasLeft) return [];
    const candidate = candidates.find((one) => one.staffId === member.staffId && one.unitId === member.unitId);
    if (!candidate) return [];
    const decision = decideMember(member.house, caller.house, form.ground, facts);
    return [{ id: member.id, deputyFor: member.deputyFor, member, candidate, decision }];
  });
}

async function roomLacking(tx: CallerTransaction, group: GroupRow, into: CollaborationForm): Promise<number | null> {
  if (into.capacity === null) return null;
  const running = await tx.of(GroupStore).countTakingRoom(group.branchId, into.kind);
  return running >= into.capacity ? into.capacity : null;
}

export const purposeOfTurn = ({ situation }: TurnPlan) => purposeOfGroup(situation);
