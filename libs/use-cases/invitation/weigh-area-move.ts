/** What another time for the meeting of a group about nobody would mean, or none: weighed as every meeting's is, before it is done. */
import { isRoomTaken } from '#domain/calendar/choose-room.js';
import { isMeetingDay } from '#domain/calendar/work-hours.js';
import { isGroupsMeeting, type CollaborationForm } from '#domain/form/form.js';
import { weighMove, type GroupOfMove, type MoveLimit } from '#domain/invitation/weigh-move.js';
import { MINUTE } from '#domain/kernel/instant.js';
import { civilDayOf } from '#domain/kernel/stockholm.js';
import { hasCapability } from '#domain/organisation/role.js';
import { AreaMeetingStore, type AreaMeetingRow } from '../area/area-meeting.port.js';
import { MeetingRoomStore } from '../calendar/meeting-room.port.js';
import { Failure, notFound } from '../failure.js';
import type { TownForms } from '../form/town-forms.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { GroupStore, type GroupRow } from '../group/group.port.js';
import { HubStore } from '../hub/hub.port.js';
import { MoveTimeStore, type MoveProposal, type WantedTime } from './move-time.port.js';

/** Fails as NOT_FOUND for whoever does not lead the group, and as MEETING_BEGUN where it has been held or called off. */
export async function weighAreaMove(
  tx: CallerTransaction,
  caller: StaffCaller,
  forms: TownForms,
  of: { readonly meeting: AreaMeetingRow; readonly wanted: WantedTime },
): Promise<MoveProposal> {
  const { meeting, wanted } = of;
  const group = await tx.of(GroupStore).find(meeting.groupId);
  if (!group || group.branchId !== caller.branchId || !hasCapability(caller.role, 'manage-groups')) throw notFound();
  if (meeting.state !== 'planned') throw new Failure('MEETING_BEGUN');
  const minutes = wanted.minutes ?? meeting.minutes;
  const then = wanted.startsAt && { startsAt: wanted.startsAt.getTime(), minutes };
  const span = then && { from: new Date(then.startsAt), until: new Date(then.startsAt + minutes * MINUTE) };
  const { people, limits } = await tx.asService('deadlines', async (service) => ({
    people: await service.of(MoveTimeStore).findCalled(meeting.id, span),
    limits: await service.of(MoveTimeStore).findLimits(meeting.id),
  }));
  const form = await forms.get(tx, group.municipalityId, group.kind);
  const others = (await tx.of(AreaMeetingStore).findOfGroup(group.id, tx.now)).filter(
    ({ id, state }) => id !== meeting.id && state === 'planned',
  );
  const facts = groupOfMove(group, form, {
    meetingKind: null,
    others: others.map((one) => ({ ...one, meetingKind: null })),
  });
  const { room } = meeting;
  const consequences = weighMove({
    now: { startsAt: meeting.startsAt.getTime(), minutes: meeting.minutes },
    then,
    // Whoever called the meeting says yes to the new time by calling to it.
    people: people.map((one) =>
      then && one.staffId === meeting.convenedBy ? { ...one, answer: 'none' as const } : one,
    ),
    limits: limits.flatMap((limit) => limitOfGroup(limit, facts)),
    group: facts,
    isHouseTaken: false,
    isRoomTaken:
      room !== null &&
      span !== null &&
      isRoomTaken(room, {
        taken: await tx.of(MeetingRoomStore).findTaken(span.from, span.until),
        from: span.from.getTime(),
        until: span.until.getTime(),
        hubId: meeting.id,
      }),
    isOffDay: then !== null && (await isOffDay(tx, group.branchId, then.startsAt)),
    hasInterpreter: false,
  });
  return { version: meeting.version, people, consequences };
}

/** The meetings that lie ahead of one that is moved, and how often its group has to meet by those of its own kind. */
export function groupOfMove(
  group: Pick<GroupRow, 'lastMetAt' | 'formedAt'>,
  form: CollaborationForm,
  of: {
    readonly meetingKind: string | null;
    readonly others: readonly {
      readonly startsAt: Date;
      readonly minutes: number;
      readonly meetingKind: string | null;
    }[];
  },
): GroupOfMove {
  const since = group.lastMetAt ?? group.formedAt;
  const keeps = form.cadence !== null && since !== null && isGroupsMeeting(form, of.meetingKind);
  return {
    others: of.others.map(({ startsAt, minutes, meetingKind }) => ({
      startsAt: startsAt.getTime(),
      minutes,
      keepsCadence: isGroupsMeeting(form, meetingKind),
    })),
    cadence: keeps && form.cadence && since ? { ...form.cadence, since: since.getTime() } : null,
  };
}

/** How often the group meets is kept by meetings of its own kind alone, this one and the others. */
export function limitOfGroup(limit: MoveLimit, group: GroupOfMove): readonly MoveLimit[] {
  if (group.cadence === null) return [];
  const isKeptByOther = group.others.some((one) => one.keepsCadence && one.startsAt <= limit.dueAt);
  return [{ ...limit, isKeptByOther }];
}

export async function isOffDay(tx: CallerTransaction, branchId: string, at: number): Promise<boolean> {
  const { calendar } = await tx.of(HubStore).getHouse(branchId);
  return !isMeetingDay(civilDayOf(at), calendar.closed);
}
