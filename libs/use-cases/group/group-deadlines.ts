/** A group's times run through the deadlines of everything else: its next meeting, and the follow-up half a year after. */
import type { DeadlineRule } from '#domain/deadline/deadline-rule.js';
import { parseDeadlineRule } from '#domain/deadline/parse-deadline-rule.js';
import { meetBy } from '#domain/form/cadence.js';
import { STEP_DEADLINES, type CollaborationForm, type FormStep, type StepDeadline } from '#domain/form/form.js';
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
  since: Date = tx.now,
): Promise<void> {
  if (form.cadence === null) return;
  await openDeadline(tx, {
    kind: 'sig-meeting',
    caseId: group.caseId,
    aboutId: group.id,
    startsAt: since,
    dueAt: new Date(meetBy(form.cadence, since.getTime())),
    ownerUnitId: caller.unitId,
    ownerStaffId: group.coordinatorId,
    rule: form.cadence.limit,
  });
}

export async function noMeetingAwaited(
  tx: CallerTransaction,
  group: Group,
  how: 'group-paused' | 'group-closed',
): Promise<void> {
  await settleDeadline(tx, { kind: 'sig-meeting', aboutId: group.id, outcome: 'void', reason: how });
}

/** The one awaited has been held, and the next is counted from when that was, whenever it was written down. */
export async function hasMet(
  tx: CallerTransaction,
  caller: StaffCaller,
  group: Group,
  of: { readonly form: CollaborationForm; readonly at: Date },
): Promise<void> {
  await settleDeadline(tx, { kind: 'sig-meeting', aboutId: group.id, outcome: 'met', at: of.at });
  await awaitMeeting(tx, caller, group, of.form, of.at);
}

/** A step with a time of its own, such as an assessment within six weeks, is owed from the step before it. */
export async function awaitStep(
  tx: CallerTransaction,
  caller: StaffCaller,
  group: Group,
  next: FormStep | null,
): Promise<void> {
  if (!next?.within || next.owed || next.does === 'meet' || next.does === 'follow-up') return;
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

/** A step under a limit of its own is owed from the day of the report, whatever is done or waited for in between ([S1]). */
export async function awaitOwed(
  tx: CallerTransaction,
  caller: StaffCaller,
  group: Group,
  of: { readonly form: CollaborationForm; readonly reportedAt: Date; readonly taken: readonly string[] },
): Promise<void> {
  for (const { step, owed } of of.form.steps)
    if (owed && !of.taken.includes(step))
      await openDeadline(tx, {
        kind: owed,
        caseId: group.caseId,
        aboutId: group.id,
        startsAt: of.reportedAt,
        ownerUnitId: caller.unitId,
        ownerStaffId: group.coordinatorId,
      });
}

/** The step has been taken, or the group has ended without it. */
export async function owedSettled(
  tx: CallerTransaction,
  group: Pick<GroupRow, 'id'>,
  how: { readonly met: StepDeadline } | 'group-closed',
): Promise<void> {
  if (how !== 'group-closed') await settleDeadline(tx, { kind: how.met, aboutId: group.id, outcome: 'met' });
  else
    for (const kind of STEP_DEADLINES)
      await settleDeadline(tx, { kind, aboutId: group.id, outcome: 'void', reason: how });
}

/** Whoever was nominated is answered in time, by the one who was asked; who nominates may sit in another house. */
export const awaitAnswer = (
  tx: CallerTransaction,
  nomination: {
    readonly id: string;
    readonly caseId: string | null;
    readonly toStaffId: string;
    readonly toUnitId: string;
  },
): Promise<unknown> =>
  tx.asService('deadlines', (service) =>
    openDeadline(service, {
      kind: 'nomination-answer',
      caseId: nomination.caseId,
      aboutId: nomination.id,
      startsAt: tx.now,
      ownerUnitId: nomination.toUnitId,
      ownerStaffId: nomination.toStaffId,
    }),
  );

export const answerSettled = (
  tx: CallerTransaction,
  nominationId: string,
  how: 'met' | 'withdrawn',
): Promise<unknown> => {
  const about = { kind: 'nomination-answer', aboutId: nominationId } as const;
  return tx.asService('deadlines', (service) =>
    settleDeadline(service, how === 'met' ? { ...about, outcome: 'met' } : { ...about, outcome: 'void', reason: how }),
  );
};

/** A group that waits, rests or is placed elsewhere is looked at again: else nobody owes it anything ([S1]). */
export async function awaitWaitingLook(tx: CallerTransaction, caller: StaffCaller, group: Group): Promise<void> {
  await openDeadline(tx, {
    kind: 'waiting-look',
    caseId: group.caseId,
    aboutId: group.id,
    startsAt: tx.now,
    ownerUnitId: caller.unitId,
    ownerStaffId: group.coordinatorId,
  });
}

export async function waitingLookSettled(
  tx: CallerTransaction,
  group: Pick<GroupRow, 'id'>,
  how: 'met' | 'group-closed',
): Promise<void> {
  const about = { kind: 'waiting-look', aboutId: group.id } as const;
  await settleDeadline(tx, how === 'met' ? { ...about, outcome: 'met' } : { ...about, outcome: 'void', reason: how });
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

/** As the group keeps it; null where no hub monitors it. Throws for a row that no form can have written. */
export function lookRuleOf({ lookRule }: Pick<GroupRow, 'lookRule'>): DeadlineRule | null {
  if (lookRule === null) return null;
  const read = parseDeadlineRule(lookRule);
  if (!read.ok) throw new Error(`a group's look cannot be counted: ${read.error.sentence}`);
  return read.value;
}

/** The hub looks again by the rule of the form in which the work became joint; the coordinator owns that it does [S0]. */
export async function awaitLook(
  tx: CallerTransaction,
  caller: StaffCaller,
  group: Group,
  rule: DeadlineRule,
): Promise<void> {
  await openDeadline(tx, {
    kind: 'hub-monitoring',
    caseId: group.caseId,
    aboutId: group.id,
    startsAt: tx.now,
    ownerUnitId: caller.unitId,
    ownerStaffId: group.coordinatorId,
    rule,
  });
}

export async function lookSettled(
  tx: CallerTransaction,
  group: Pick<GroupRow, 'id'>,
  how: 'met' | 'group-closed' | 'turned',
): Promise<void> {
  const about = { kind: 'hub-monitoring', aboutId: group.id } as const;
  await settleDeadline(tx, how === 'met' ? { ...about, outcome: 'met' } : { ...about, outcome: 'void', reason: how });
}

/** From its forming: when the form's usual time is over, somebody looks at whether it goes on or ends ([S1]). */
export async function awaitLength(
  tx: CallerTransaction,
  caller: StaffCaller,
  group: Group,
  { months }: Pick<CollaborationForm, 'months'>,
): Promise<void> {
  if (months === null) return;
  await openDeadline(tx, {
    kind: 'group-length',
    caseId: group.caseId,
    aboutId: group.id,
    startsAt: tx.now,
    ownerUnitId: caller.unitId,
    ownerStaffId: group.coordinatorId,
    rule: { unit: 'months', count: months.to },
  });
}

export async function lengthSettled(
  tx: CallerTransaction,
  group: Pick<GroupRow, 'id'>,
  how: 'met' | 'group-closed',
): Promise<void> {
  const about = { kind: 'group-length', aboutId: group.id } as const;
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
