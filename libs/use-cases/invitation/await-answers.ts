/**
 * Those called to a meeting have a time to answer in: half of it gone, whoever is silent is reminded once; at its end whoever
 * leads the meeting is told once. A new time, or somebody called besides, asks anew ([S1]; a deadline like any other).
 */
import { HOUR } from '#domain/kernel/instant.js';
import { BETWEEN_REMINDERS } from '#domain/silence/silence.js';
import { DeadlineStore, type DeadlineFactsRow } from '../deadline/deadline.port.js';
import { handOverDeadlines } from '../deadline/hand-over-deadlines.js';
import { openDeadline } from '../deadline/open-deadline.js';
import { settleDeadline } from '../deadline/settle-deadline.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { notify } from '../notice/notify.js';
import { InvitationStore, type SettledMeeting } from './invitation.port.js';

const KIND = 'invitation-answer';
/** A meeting that is nearer than this is answered by coming to it: its coordinator has no time for reminders, and calls. */
const WORTH_WAITING = 4 * HOUR;
const AHEAD: readonly SettledMeeting['state'][] = ['planned', 'lobby'];

/** Brings the time for answers in step, as the service `deadlines`. `askedAnew`: somebody was called, or called to another time. */
export async function awaitAnswers(
  tx: CallerTransaction,
  meeting: SettledMeeting,
  { askedAnew }: { readonly askedAnew: boolean },
): Promise<void> {
  const { hubId, caseId, leader } = meeting;
  const about = { kind: KIND, caseId, aboutId: hubId } as const;
  const isAhead = AHEAD.includes(meeting.state);
  const awaited = isAhead ? await tx.of(InvitationStore).findUnanswered(hubId) : [];
  if (awaited.length === 0 || leader === null) {
    await settleDeadline(tx, isAhead && leader !== null ? { ...about, outcome: 'met' } : { ...about, outcome: 'void' });
    return;
  }
  if (askedAnew) await settleDeadline(tx, { ...about, outcome: 'void', reason: 'asked-anew' });
  const [running] = await tx.of(DeadlineStore).findRunning(about);
  if (running) {
    const from = running.ownerStaffId;
    if (from !== null && from !== leader.staffId) await handOverDeadlines(tx, { aboutId: hubId, from, to: leader });
    return;
  }
  if (meeting.startsAt <= tx.now.getTime() + WORTH_WAITING) return;
  await openDeadline(tx, {
    ...about,
    startsAt: tx.now,
    atLatest: new Date(meeting.startsAt),
    ownerUnitId: leader.unitId,
    ownerStaffId: leader.staffId,
  });
}

/**
 * An answer has come: where it was the last, nobody is waited for any more. Two last ones at once each miss the other; who
 * brings meetings in step finds that, since to hold the meeting here would be to wait for who holds it and waits for this row.
 */
export async function answerTaken(tx: CallerTransaction, hubId: string): Promise<void> {
  if ((await tx.of(InvitationStore).findUnanswered(hubId)).length > 0) return;
  await settleDeadline(tx, { kind: KIND, aboutId: hubId, outcome: 'met' });
}

/** The act `remind-unanswered`: in the words of a reminder by hand, which say nothing of the case; once for each call. */
export async function remindUnanswered(tx: CallerTransaction, { aboutId }: DeadlineFactsRow): Promise<void> {
  const found = await stillAwaited(tx, aboutId);
  if (!found) return;
  const now = tx.now.getTime();
  for (const { id, staffId, sequence, remindedAt } of found.awaited) {
    if (remindedAt !== null && remindedAt.getTime() + BETWEEN_REMINDERS.invitation > now) continue;
    const told = await notify(tx, {
      staffIds: [staffId],
      kind: 'invitation-waits',
      effectKey: `invitation:${id}:by-time:${sequence}`,
      dueAt: new Date(found.meeting.startsAt),
    });
    if (told > 0) await tx.of(InvitationStore).addReminder(tx.newId(), id);
  }
}

/** The act `tell-unanswered`: whoever leads the meeting sees there who has not answered. */
export async function tellUnanswered(tx: CallerTransaction, deadline: DeadlineFactsRow): Promise<void> {
  const found = await stillAwaited(tx, deadline.aboutId);
  const { id, aboutId, caseId } = deadline;
  // Whoever led it when the time began may have left their post since: it is told to whom the question has gone on.
  const leader = found?.meeting.leader ?? null;
  if (!found || leader === null) return;
  await notify(tx, {
    staffIds: [leader.staffId],
    kind: 'invitation-unanswered',
    effectKey: `deadline:${id}:unanswered`,
    deadlineId: id,
    // Who called it may have left the case: they are told, and led nowhere that is not theirs.
    caseId: leader.opens ? caseId : null,
    // A group about nobody has no lobby: who has answered stands on its own page.
    hubId: leader.opens && found.meeting.areaGroupId === null ? aboutId : null,
    dueAt: new Date(found.meeting.startsAt),
  });
}

async function stillAwaited(tx: CallerTransaction, hubId: string | null) {
  const store = tx.of(InvitationStore);
  const meeting = hubId === null ? undefined : await store.findMeeting(hubId);
  if (hubId === null || !meeting || !AHEAD.includes(meeting.state)) return undefined;
  const awaited = await store.findUnanswered(hubId);
  return awaited.length > 0 ? { meeting, awaited } : undefined;
}
