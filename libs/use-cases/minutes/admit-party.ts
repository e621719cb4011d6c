import { Injectable } from '@nestjs/common';
import { isStep, partOfPoints } from '#domain/meeting/meeting-point.js';
import { Failure, notFound } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { GroupMeetingStore } from '../group/group-meeting.port.js';
import { JointStore } from '../hub/joint.port.js';
import { settleMeeting } from '../invitation/settle-meeting.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { giveToParties } from '../meeting/give-to-parties.js';
import { requireOwnHouse } from '../meeting/write-on-board.js';
import { requireMeeting, tellCalendars, tellMeeting, type MeetingHub } from './require-meeting.js';

export interface PartyAdmitted {
  readonly hubId: string;
  readonly unitId: string;
  /** Null: to all of the meeting. */
  readonly pointIds: readonly string[] | null;
}

/** A party of another house is admitted to its points alone: it is called to their time, and sees them and what is written under them. */
@Injectable()
export class AdmitParty {
  constructor(private readonly asCaller: AsCaller) {}

  /** Fails as AGENDA_STANDS once the meeting has begun, and as CHOOSE_ONE at `pointIds` where none of its points is named. */
  run(caller: StaffCaller, wanted: PartyAdmitted): Promise<void> {
    return this.asCaller.run(caller, async (tx) => {
      const hub = await requireMeeting(tx, wanted.hubId);
      requireOwnHouse(tx, hub);
      if (hub.state !== 'planned' && hub.state !== 'lobby') throw new Failure('AGENDA_STANDS');
      const parties = await tx.of(JointStore).findParties(hub.id);
      const party = parties.find(({ unitId, endedAt }) => unitId === wanted.unitId && endedAt === null);
      if (!party || party.branchId === hub.branchId) throw notFound();
      const steps = await stepsOf(tx, hub);
      const part = wanted.pointIds && partOfPoints(steps, wanted.pointIds);
      if (part === undefined) throw new Failure('CHOOSE_ONE', 'pointIds');
      await tx.of(JointStore).admit(hub.id, party.unitId, part && { ...part, pointIds: [...new Set(wanted.pointIds)] });
      await settleMeeting(tx, hub.id);
      await givePoints(tx, hub, caller);
      await tx.of(LedgerStore).record([
        {
          action: 'change',
          outcome: 'done',
          caseId: hub.caseId,
          personId: hub.personId,
          detail: { hubId: hub.id, unitId: party.unitId, admittedTo: wanted.pointIds?.length ?? null },
        },
      ]);
      await tellMeeting(tx, hub);
      await tellCalendars(tx, hub, [hub.branchId, party.branchId]);
    });
  }
}

/** A point that is all that some party is there for is not taken away: it would be there for nothing, or for everything. */
export async function requireSomeLeft(tx: CallerTransaction, hub: MeetingHub, pointId: string): Promise<void> {
  const parties = await tx.of(JointStore).findParties(hub.id);
  const only = parties.find(
    ({ endedAt, pointIds }) => endedAt === null && pointIds !== null && pointIds.every((id) => id === pointId),
  );
  if (only) throw new Failure('ONLY_POINT_OF_PARTY', 'pointId', { unit: `${only.unitName}, ${only.branchName}` });
}

/** What is admitted to keeps its points when the agenda changes, and their time is another one. */
export async function settleParts(tx: CallerTransaction, hub: MeetingHub): Promise<void> {
  const limited = (await tx.of(JointStore).findParties(hub.id)).filter(({ pointIds }) => pointIds !== null);
  if (limited.length === 0) return;
  const steps = await stepsOf(tx, hub);
  const moved: string[] = [];
  for (const { unitId, branchId, pointIds, fromMinute, partMinutes } of limited) {
    const left = (pointIds ?? []).filter((id) => steps.some((step) => step.id === id));
    const part = partOfPoints(steps, left);
    // With no time of its own it stays as it was: never at the whole, which nobody has let it into.
    if (!part) continue;
    await tx.of(JointStore).admit(hub.id, unitId, { ...part, pointIds: left });
    if (part.from !== fromMinute || part.minutes !== partMinutes) moved.push(branchId);
  }
  await settleMeeting(tx, hub.id);
  // Whose part keeps its time hears nothing of what else the meeting goes through.
  if (moved.length > 0) await tellCalendars(tx, hub, [hub.branchId, ...moved]);
}

/** What the house that leads has put on the agenda, also to whoever is there for it from now on. */
async function givePoints(tx: CallerTransaction, hub: MeetingHub, caller: StaffCaller): Promise<void> {
  for (const { id, itemId, byBranch } of await tx.of(GroupMeetingStore).findPoints(hub.id))
    if (itemId !== null && byBranch === caller.branchId) await giveToParties(tx, hub, [itemId], { points: [id] });
}

const stepsOf = async (tx: CallerTransaction, hub: MeetingHub) =>
  (await tx.of(GroupMeetingStore).findPoints(hub.id)).filter(({ kind }) => isStep(kind));
