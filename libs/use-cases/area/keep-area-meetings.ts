import { Injectable } from '@nestjs/common';
import { meets } from '#domain/group/group-states.js';
import { hasCapability } from '#domain/organisation/role.js';
import { MINUTE } from '#domain/kernel/instant.js';
import { minutesOf } from '#domain/meeting/meeting-point.js';
import { requireRoom } from '../calendar/require-room.js';
import { Failure, InvalidInput, notAllowed, notFound, type FieldFault } from '../failure.js';
import { TownForms } from '../form/town-forms.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import type { GroupRow } from '../group/group.port.js';
import { chooseKind } from '../group/meeting-plan.js';
import { TakeStep } from '../group/take-step.js';
import { settleMeeting } from '../invitation/settle-meeting.js';
import { requireNameless, requireRunning } from './area-group.js';
import { AreaMeetingStore, type AreaMeetingRow } from './area-meeting.port.js';
import { noteAreaMeeting, seated, tellAreaMeeting } from './tell-area-meeting.js';

export interface AreaMeetingWanted {
  readonly groupId: string;
  readonly startsAt: Date;
  readonly room: string | null;
  readonly videoUrl: string | null;
}

export interface AreaMeetingMoved {
  readonly id: string;
  readonly version: number;
  /** Null: it is called off. */
  readonly startsAt: Date | null;
  readonly room: string | null;
}

export interface AreaMeetingHeld {
  readonly id: string;
  readonly version: number;
  /** Seats by which somebody was there. */
  readonly present: readonly string[];
  /** A closed word: why steps before it are passed over. */
  readonly reason: string | null;
}

/**
 * The meetings of a group about a place: called, moved, called off and held by whoever leads it. That it was held is the
 * group's own step; who was there is noted by seat, and what was said is its week ([S0]; decision 9).
 */
@Injectable()
export class KeepAreaMeetings {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly forms: TownForms,
    private readonly steps: TakeStep,
  ) {}

  /** Fails as STEP_NOT_FROM_HERE, and by the field: STARTS_IN_PAST, GROUP_MEETS_THEN, ROOM_TAKEN, CHOOSE_ONE or LINK_NEEDS_HTTPS. */
  convene(caller: StaffCaller, wanted: AreaMeetingWanted): Promise<string> {
    return this.asCaller.run(caller, async (tx) => {
      const group = requireRunning(await requireNameless(tx, wanted.groupId));
      requireLead(caller, group);
      // Nobody is called while the group rests; what was ahead was called off as it began to.
      if (!meets(group.standing)) throw new Failure('STEP_NOT_FROM_HERE');
      const form = await this.forms.get(tx, group.municipalityId, group.kind);
      const minutes = minutesOf(chooseKind(form, null));
      await requirePossible(tx, { ...wanted, minutes, id: null });
      const room = await requireRoom(tx, { room: wanted.room, startsAt: wanted.startsAt, minutes });
      const id = tx.newId();
      await tx.of(AreaMeetingStore).add({
        id,
        groupId: group.id,
        branchId: group.branchId,
        startsAt: wanted.startsAt,
        minutes,
        room: room?.slug ?? null,
        videoUrl: wanted.videoUrl ?? room?.videoUrl ?? null,
      });
      await noteAreaMeeting(tx, group.id, { areaMeetingId: id, areaMeeting: 'convened' });
      await tellAreaMeeting(tx, caller, group, { kind: 'area-convened', id, version: 1, dueAt: wanted.startsAt });
      await settleMeeting(tx, id);
      return group.id;
    });
  }

  /** Another time, or none. Answers its group. Fails as CONFLICT when it has changed, been held or called off meanwhile. */
  move(caller: StaffCaller, wanted: AreaMeetingMoved): Promise<string> {
    return this.asCaller.run(caller, async (tx) => {
      const { meeting, group } = await requireMeeting(tx, caller, wanted.id);
      const { startsAt } = wanted;
      if (startsAt !== null) await requirePossible(tx, { ...meeting, videoUrl: null, startsAt, id: meeting.id });
      const room =
        startsAt === null
          ? null
          : await requireRoom(tx, { room: wanted.room, startsAt, minutes: meeting.minutes, hubId: meeting.id });
      const to = {
        startsAt: startsAt ?? meeting.startsAt,
        room: room?.slug ?? null,
        videoUrl: meeting.videoUrl,
        state: startsAt === null ? ('called-off' as const) : ('planned' as const),
      };
      if (!(await tx.of(AreaMeetingStore).change(meeting.id, wanted.version, to))) throw new Failure('CONFLICT');
      const deed = startsAt === null ? 'called-off' : 'moved';
      await noteAreaMeeting(tx, group.id, { areaMeetingId: meeting.id, areaMeeting: deed });
      await tellAreaMeeting(tx, caller, group, {
        kind: startsAt === null ? 'area-called-off' : 'area-convened',
        id: meeting.id,
        version: wanted.version + 1,
        dueAt: to.startsAt,
      });
      await settleMeeting(tx, meeting.id);
      return group.id;
    });
  }

  /** That it was held, and who was there; the group's step is taken with it. Fails as the step does (AGREEMENT_…, REASON_MISSING). */
  hold(caller: StaffCaller, held: AreaMeetingHeld): Promise<string> {
    return this.asCaller.run(caller, async (tx) => {
      const { meeting, group } = await requireMeeting(tx, caller, held.id);
      if (meeting.startsAt > tx.now) throw new Failure('MEETING_NOT_BEGUN');
      const form = await this.forms.get(tx, group.municipalityId, group.kind);
      const step = form.steps.find(({ does }) => does === 'meet');
      if (!step) throw notFound();
      const members = await seated(tx, group.id);
      if (held.present.some((id) => !members.some((one) => one.id === id)))
        throw new InvalidInput([{ field: 'present', code: 'CHOOSE_ONE' }]);
      if (!(await tx.of(AreaMeetingStore).change(meeting.id, held.version, { ...meeting, state: 'held' })))
        throw new Failure('CONFLICT');
      for (const { id: memberId } of members)
        await tx
          .of(AreaMeetingStore)
          .addAttendance({ meetingId: meeting.id, memberId, wasThere: held.present.includes(memberId) });
      await noteAreaMeeting(tx, group.id, {
        areaMeetingId: meeting.id,
        areaMeeting: 'held',
        present: held.present.length,
      });
      await settleMeeting(tx, meeting.id);
      await this.steps.within(tx, caller, {
        groupId: group.id,
        version: group.version,
        step: step.step,
        words: '',
        reason: held.reason,
      });
      return group.id;
    });
  }
}

const requireLead = (caller: StaffCaller, group: GroupRow): void => {
  if (group.branchId !== caller.branchId || !hasCapability(caller.role, 'manage-groups')) throw notAllowed();
};

async function requireMeeting(
  tx: CallerTransaction,
  caller: StaffCaller,
  id: string,
): Promise<{ readonly meeting: AreaMeetingRow; readonly group: GroupRow }> {
  const meeting = await tx.of(AreaMeetingStore).find(id);
  if (!meeting) throw notFound();
  const group = requireRunning(await requireNameless(tx, meeting.groupId));
  requireLead(caller, group);
  return { meeting, group };
}

async function requirePossible(
  tx: CallerTransaction,
  of: {
    readonly id: string | null;
    readonly groupId: string;
    readonly startsAt: Date;
    readonly minutes: number;
    readonly videoUrl: string | null;
  },
): Promise<void> {
  const [from, until] = [of.startsAt.getTime(), of.startsAt.getTime() + of.minutes * MINUTE];
  const others = await tx.of(AreaMeetingStore).findOfGroup(of.groupId, new Date(from - 480 * MINUTE));
  const clash = others.some(
    ({ id, state, startsAt, minutes }) =>
      id !== of.id && state === 'planned' && startsAt.getTime() < until && from < startsAt.getTime() + minutes * MINUTE,
  );
  const faults: FieldFault[] = [
    // A minute's grace: the form was filled in while the clock went on.
    ...(from < tx.now.getTime() - MINUTE ? [{ field: 'startsAt', code: 'STARTS_IN_PAST' }] : []),
    ...(clash ? [{ field: 'startsAt', code: 'GROUP_MEETS_THEN' }] : []),
    ...(of.videoUrl === null || of.videoUrl.startsWith('https://')
      ? []
      : [{ field: 'videoUrl', code: 'LINK_NEEDS_HTTPS' }]),
  ];
  if (faults.length > 0) throw new InvalidInput(faults);
}
