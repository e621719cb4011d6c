/** What a group's meeting would be now: of which kind, when, who is called and who is not and why; the same for proposal and deed. */
import type { Purpose } from '#domain/disclosure/vocabulary.js';
import { decideMember, type MemberDecision } from '#domain/group/decide-member.js';
import { decideStep, type StepDecision } from '#domain/group/decide-step.js';
import type { CollaborationForm, FormStep, MeetingKind } from '#domain/form/form.js';
import { Failure } from '../failure.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { purposeOfGroup, requirementsMet, situationOf, type GroupSituation, type Met } from './group-situation.js';
import { GroupStore, type GroupMemberRow, type GroupRow } from './group.port.js';

export interface CalledMember {
  readonly member: GroupMemberRow;
  readonly decision: MemberDecision;
}

export interface MeetingPlan {
  readonly form: CollaborationForm;
  readonly step: FormStep;
  readonly situation: GroupSituation;
  readonly purpose: Purpose;
  readonly called: readonly CalledMember[];
  /** Those who stand in for somebody who is called. */
  readonly deputies: readonly GroupMemberRow[];
  readonly met: Met;
  readonly taken: readonly string[];
}

/** Everyone who sits in the group now; whoever stands in for another comes only where that one has left. */
export async function planMeeting(
  tx: CallerTransaction,
  caller: StaffCaller,
  group: GroupRow,
  form: CollaborationForm,
): Promise<MeetingPlan> {
  const step = form.steps.find(({ does }) => does === 'meet');
  if (!step || group.caseId === null) throw new Failure('MEETS_WITHOUT_PERSONS');
  const situation = await situationOf(tx, form, group.caseId);
  const store = tx.of(GroupStore);
  const seated = (await store.findMembers([group.id])).filter(({ endsAt, hasLeft }) => endsAt === null && !hasLeft);
  const there = new Set(seated.map(({ id }) => id));
  const called = seated
    .filter(({ deputyFor }) => deputyFor === null || !there.has(deputyFor))
    .map((member) => ({ member, decision: decideMember(member.house, caller.house, form.ground, situation.facts) }));
  const met = await requirementsMet(tx, caller.municipalityId, situation, {
    branchIds: [...new Set([caller.branchId, ...seated.map(({ branchId }) => branchId)])],
    kinds: seated.map(({ house }) => house.kind),
    hasContact: seated.some(({ staffId }) => staffId === group.contactId),
    hasReasons: false,
    groupId: group.id,
  });
  const taken = (await store.findActs([group.id])).filter(({ act }) => act === 'step').map(({ word }) => word);
  const deputies = seated.filter(({ deputyFor }) => deputyFor !== null && there.has(deputyFor));
  return { form, step, situation, purpose: purposeOfGroup(situation), called, deputies, met, taken };
}

export const decideToMeet = (plan: MeetingPlan, group: GroupRow, reason: string | null): StepDecision =>
  decideStep(plan.form, { standing: group.standing, taken: plan.taken }, plan.step.step, { met: plan.met.met, reason });

export function chooseKind(form: CollaborationForm, wanted: string | null): MeetingKind {
  const kind = wanted === null ? form.meetings[0] : form.meetings.find(({ meeting }) => meeting === wanted);
  if (!kind) throw new Failure('CHOOSE_ONE', 'meeting');
  return kind;
}
