/** A group's times run through the deadlines of everything else: its next meeting, and the follow-up half a year after. */
import type { CollaborationForm, FormStep } from '#domain/form/form.js';
import { openDeadline } from '../deadline/open-deadline.js';
import { settleDeadline } from '../deadline/settle-deadline.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import type { GroupRow } from './group.port.js';

type Group = Pick<GroupRow, 'id' | 'caseId' | 'coordinatorId'>;

/** From a meeting, the forming or a return: the next one by the form's own limit. */
export async function awaitMeeting(
  tx: CallerTransaction,
  caller: StaffCaller,
  group: Group,
  form: CollaborationForm,
): Promise<void> {
  if (form.cadence === null) return;
  await openDeadline(tx, {
    kind: 'sig-meeting',
    caseId: group.caseId,
    aboutId: group.id,
    startsAt: tx.now,
    ownerUnitId: caller.unitId,
    ownerStaffId: group.coordinatorId,
    rule: form.cadence.limit,
  });
}

export async function noMeetingAwaited(
  tx: CallerTransaction,
  group: Group,
  how: 'met' | 'group-paused' | 'group-closed',
): Promise<void> {
  const about = { kind: 'sig-meeting', aboutId: group.id } as const;
  await settleDeadline(tx, how === 'met' ? { ...about, outcome: 'met' } : { ...about, outcome: 'void', reason: how });
}

/** A step with a time of its own, such as an assessment within six weeks, is owed from the step before it. */
export async function awaitStep(
  tx: CallerTransaction,
  caller: StaffCaller,
  group: Group,
  next: FormStep | null,
): Promise<void> {
  if (!next?.within || next.does === 'meet' || next.does === 'follow-up') return;
  await openDeadline(tx, {
    kind: 'group-step',
    caseId: group.caseId,
    aboutId: group.id,
    startsAt: tx.now,
    ownerUnitId: caller.unitId,
    ownerStaffId: group.coordinatorId,
    rule: next.within,
  });
}

/** What was owed is done, or passed over with its reason, or the group has ended. */
export async function stepSettled(
  tx: CallerTransaction,
  group: Group,
  how: 'met' | 'passed-over' | 'group-closed',
): Promise<void> {
  const about = { kind: 'group-step', aboutId: group.id } as const;
  await settleDeadline(tx, how === 'met' ? { ...about, outcome: 'met' } : { ...about, outcome: 'void', reason: how });
}

/** Half a year after closing, or as the form has it [S1]. */
export async function awaitFollowUp(
  tx: CallerTransaction,
  caller: StaffCaller,
  group: Group,
  form: CollaborationForm,
): Promise<void> {
  const step = form.steps.find(({ does }) => does === 'follow-up');
  if (!step) return;
  await openDeadline(tx, {
    kind: 'closing-follow-up',
    caseId: group.caseId,
    aboutId: group.id,
    startsAt: tx.now,
    ownerUnitId: caller.unitId,
    ownerStaffId: group.coordinatorId,
    ...(step.within ? { rule: step.within } : {}),
  });
}

export const followedUp = (tx: CallerTransaction, group: Group) =>
  settleDeadline(tx, { kind: 'closing-follow-up', aboutId: group.id, outcome: 'met' });
