import { Injectable } from '@nestjs/common';
import { meetsThen, weighMove, type GroupOfMove, type MoveLimit } from '#domain/invitation/weigh-move.js';
import { isRoomTaken, type TownRoom } from '#domain/calendar/choose-room.js';
import { isKeptClear } from '#domain/calendar/keep-apart.js';
import { type Instant, MINUTE } from '#domain/kernel/instant.js';
import { AreaMeetingStore } from '../area/area-meeting.port.js';
import { MeetingRoomStore } from '../calendar/meeting-room.port.js';
import { askedLine } from '../calendar/note-asked.js';
import { findKeptClear, requireClearTime } from '../calendar/require-clear-time.js';
import { requireRoom } from '../calendar/require-room.js';
import { TryTimes } from '../calendar/try-times.js';
import { Failure, InvalidInput, notFound } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { TownForms } from '../form/town-forms.js';
import { GroupMeetingStore } from '../group/group-meeting.port.js';
import { GroupStore } from '../group/group.port.js';
import { HubStore, type HubFacts } from '../hub/hub.port.js';
import { InterpreterStore } from '../interpreter/interpreter.port.js';
import { JointStore } from '../hub/joint.port.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { rescaleAgenda } from '../meeting/set-agenda.js';
import { notify } from '../notice/notify.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { settleMeeting } from './settle-meeting.js';
import { MoveTimeStore, type MoveProposal, type WantedTime } from './move-time.port.js';
import { groupOfMove, isOffDay, limitOfGroup, weighAreaMove } from './weigh-area-move.js';

const LONGEST = 480;

/** Another time for a meeting that has not begun: what follows is shown first, then everyone who is called is asked anew. */
@Injectable()
export class MoveTime {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly times: TryTimes,
    private readonly forms: TownForms,
  ) {}

  propose(caller: StaffCaller, wanted: WantedTime): Promise<MoveProposal> {
    return this.asCaller.run(caller, async (tx) => {
      const meeting = await tx.of(AreaMeetingStore).find(wanted.hubId);
      if (meeting) return weighAreaMove(tx, caller, this.forms, { meeting, wanted });
      const hub = await requireMovable(tx, caller, wanted.hubId);
      const minutes = wanted.minutes ?? hub.minutes;
      const then = wanted.startsAt && { startsAt: wanted.startsAt.getTime(), minutes };
      const span = then && { from: new Date(then.startsAt), until: new Date(then.startsAt + minutes * MINUTE) };
      const { people, limits, taken } = await tx.asService('deadlines', async (service) => ({
        people: await service.of(MoveTimeStore).findCalled(hub.id, span),
        limits: await service.of(MoveTimeStore).findLimits(hub.id),
        taken: span
          ? await service.asService('reception', (reception) =>
              reception
                .of(HubStore)
                .findTaken(hub.branchId, new Date(span.from.getTime() - LONGEST * MINUTE), span.until),
            )
          : [],
      }));
      const group = await this.groupOf(tx, hub);
      const consequences = weighMove({
        now: { startsAt: hub.startsAt.getTime(), minutes: hub.minutes },
        then,
        // Whoever called the meeting says yes to the new time by calling to it.
        people: people.map((one) =>
          then && one.staffId === hub.convenedBy ? { ...one, answer: 'none' as const } : one,
        ),
        limits: limits.flatMap((limit) => limitOf(limit, hub, group)),
        group,
        isHouseTaken:
          hub.kind === 'internal' &&
          taken.some(
            (one) =>
              one.hubId !== hub.id &&
              !['closed', 'called-off'].includes(one.state) &&
              one.startsAt.getTime() + one.minutes * MINUTE > (then?.startsAt ?? Infinity),
          ),
        isRoomTaken:
          hub.room !== null &&
          then !== null &&
          (await isTaken(tx, hub, { room: hub.room, from: then.startsAt, until: then.startsAt + minutes * MINUTE })),
        isOffDay: then !== null && (await isOffDay(tx, hub.branchId, then.startsAt)),
        hasInterpreter: (await tx.of(InterpreterStore).findOfHub(hub.id)).some(
          ({ cancelledAt }) => cancelledAt === null,
        ),
      });
      return { version: hub.version, people, consequences };
    });
  }

  /**
   * Fails as MEETING_BEGUN, as CONFLICT when it has changed meanwhile, and as STARTS_IN_PAST, TIME_NOT_POSSIBLE, ROOM_TAKEN or
   * NO_SUCH_LENGTH at the field.
   */
  move(
    caller: StaffCaller,
    wanted: WantedTime & {
      readonly startsAt: Date;
      readonly version: number;
      readonly videoUrl: string | null;
      readonly room: string | null;
    },
  ): Promise<HubFacts> {
    return this.times.run(caller, () => this.carryOut(caller, wanted));
  }

  private carryOut(caller: StaffCaller, wanted: Parameters<MoveTime['move']>[1]): Promise<HubFacts> {
    return this.asCaller.run(caller, async (tx) => {
      const hub = await requireMovable(tx, caller, wanted.hubId);
      const minutes = wanted.minutes ?? hub.minutes;
      requirePossible(tx, wanted.startsAt, minutes, wanted.videoUrl);
      const { startsAt, videoUrl } = wanted;
      const group = await this.groupOf(tx, hub);
      if (group && meetsThen(group, { startsAt: startsAt.getTime(), minutes }))
        throw new InvalidInput([{ field: 'startsAt', code: 'TIME_NOT_POSSIBLE' }]);
      const room = await placeOf(tx, hub, { startsAt, minutes, room: wanted.room });
      const to = { startsAt, minutes, videoUrl, room: room?.slug ?? null };
      if (!(await tx.of(MoveTimeStore).move(hub.id, wanted.version, to))) throw new Failure('CONFLICT');
      const moved = await tx.of(HubStore).findHub(hub.id);
      if (!moved) throw notFound();
      if (moved.minutes !== hub.minutes) await rescaleAgenda(tx, moved, caller.staffId);
      await settleMeeting(tx, hub.id);
      await tell(tx, caller, hub, startsAt);
      await tx.of(LedgerStore).record([
        {
          action: 'change',
          outcome: 'done',
          caseId: hub.caseId,
          personId: hub.personId,
          detail: { hubId: hub.id, hub: 'moved', from: hub.startsAt.toISOString(), to: startsAt.toISOString() },
        },
      ]);
      return moved;
    });
  }

  /** Others who call or move its meetings wait meanwhile, so that two never come to stand at once. */
  private async groupOf(tx: CallerTransaction, hub: HubFacts): Promise<GroupOfMove | null> {
    const group = hub.groupId === null ? undefined : await tx.of(GroupStore).findForChange(hub.groupId);
    if (!group) return null;
    const form = await this.forms.get(tx, group.municipalityId, group.kind);
    const ahead = (await tx.of(GroupMeetingStore).findOfGroup(group.id)).filter(
      ({ id, state }) => id !== hub.id && state !== 'closed' && state !== 'called-off',
    );
    return groupOfMove(group, form, { meetingKind: hub.meetingKind, others: ahead });
  }
}

const limitOf = (limit: MoveLimit, hub: HubFacts, group: GroupOfMove | null): readonly MoveLimit[] =>
  group === null || hub.kind === 'internal' ? [limit] : limitOfGroup(limit, group);

async function requireMovable(tx: CallerTransaction, caller: StaffCaller, hubId: string): Promise<HubFacts> {
  const hub = await tx.of(HubStore).findHub(hubId);
  if (!hub || hub.branchId !== caller.branchId) throw notFound();
  if (hub.state !== 'planned' && hub.state !== 'lobby') throw new Failure('MEETING_BEGUN');
  return hub;
}

/** The room at the new time: the same where no other is named, none where the name is empty. */
async function placeOf(
  tx: CallerTransaction,
  hub: HubFacts,
  to: { readonly startsAt: Date; readonly minutes: number; readonly room: string | null },
): Promise<TownRoom | null> {
  const room = await requireRoom(tx, { ...to, room: to.room === null ? hub.room : to.room || null, hubId: hub.id });
  // In an inner hub only colleagues meet.
  if (hub.kind === 'joint') await requireClearTime(tx, { ...to, caseId: hub.caseId, room, hubId: hub.id });
  return room;
}

/** By another meeting in it, or by whoever waits in the same building: the answer is the same. */
async function isTaken(
  tx: CallerTransaction,
  hub: HubFacts,
  { room, from, until }: { readonly room: string; readonly from: Instant; readonly until: Instant },
): Promise<boolean> {
  const about = hub.kind === 'joint' ? hub.caseId : null;
  await tx.of(LedgerStore).record([askedLine(about, new Date(from), new Date(until))]);
  const store = tx.of(MeetingRoomStore);
  const taken = await store.findTaken(new Date(from), new Date(until));
  if (isRoomTaken(room, { taken, from, until, hubId: hub.id })) return true;
  const site = (await store.findRooms()).find(({ slug }) => slug === room)?.site;
  if (hub.kind !== 'joint' || site === undefined) return false;
  return isKeptClear({ from, until, site }, await findKeptClear(tx, hub.caseId, { from, until, hubId: hub.id }));
}

function requirePossible(tx: CallerTransaction, startsAt: Date, minutes: number, videoUrl: string | null): void {
  const faults = [
    // A minute's grace: the form was filled in while the clock went on.
    ...(startsAt.getTime() < tx.now.getTime() - MINUTE ? [{ field: 'startsAt', code: 'STARTS_IN_PAST' }] : []),
    ...(Number.isInteger(minutes) && minutes > 0 && minutes <= LONGEST
      ? []
      : [{ field: 'minutes', code: 'NO_SUCH_LENGTH', values: { most: LONGEST } }]),
    ...(videoUrl === null || videoUrl.startsWith('https://') ? [] : [{ field: 'videoUrl', code: 'LINK_NEEDS_HTTPS' }]),
  ];
  if (faults.length > 0) throw new InvalidInput(faults);
}

async function tell(tx: CallerTransaction, caller: StaffCaller, hub: HubFacts, startsAt: Date): Promise<void> {
  const people = await tx.asService('deadlines', (service) => service.of(MoveTimeStore).findCalled(hub.id, null));
  await notify(tx, {
    staffIds: people.map(({ staffId }) => staffId).filter((staffId) => staffId !== caller.staffId),
    kind: 'meeting-moved',
    effectKey: `hub:${hub.id}:moved:${hub.version + 1}`,
    caseId: hub.caseId,
    dueAt: startsAt,
  });
  const parties = hub.kind === 'joint' ? await tx.of(JointStore).findParties(hub.id) : [];
  const branches = new Set([hub.branchId, ...parties.map(({ branchId }) => branchId)]);
  await tx
    .of(OutboxStore)
    .put([
      { topic: `live:hub:${hub.id}`, payload: { lobby: true } },
      ...[...branches].map((branchId) => ({ topic: `live:hubs:${branchId}` as const, payload: { hubId: hub.id } })),
    ]);
}
