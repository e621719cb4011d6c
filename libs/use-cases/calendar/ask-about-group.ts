/** What is asked about a group's time, from its seats and when its members are free; for the finder and for convening alike. */
import type { RoomTaken, TownRoom } from '#domain/calendar/choose-room.js';
import { lengthOfMeeting, seatsOfGroup } from '#domain/calendar/seats-of-group.js';
import type { SlotQuestion, SlotReason, SlotReasonCode } from '#domain/calendar/slot-question.js';
import type { TownCalendar } from '#domain/calendar/town-calendar.js';
import type { HouseKind } from '#domain/disclosure/vocabulary.js';
import type { CollaborationForm, MeetingKind } from '#domain/form/form.js';
import type { Instant } from '#domain/kernel/instant.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { GroupStore, type GroupMemberRow, type GroupRow } from '../group/group.port.js';
import { meetingTimes } from '../group/read-group.js';
import { BusyTimeStore } from './busy-time.port.js';
import { MeetingRoomStore } from './meeting-room.port.js';
import { findKeptClear } from './require-clear-time.js';

/** Why a time is as good as it is, and the members whom it is about. */
export interface NamedReason {
  readonly code: SlotReasonCode;
  readonly members: readonly GroupMemberRow[];
}

export interface AskedAboutGroup {
  readonly question: SlotQuestion;
  /** Who sits there now. */
  readonly members: readonly GroupMemberRow[];
  readonly rooms: readonly TownRoom[];
}

const STEP_MINUTES = 15;
const MOST = 8;
/** One in the morning and one in the afternoon. */
const PER_DAY = 2;
const SPREAD_MINUTES = 180;

export async function askAboutGroup(
  tx: CallerTransaction,
  about: {
    readonly group: GroupRow;
    readonly form: CollaborationForm;
    /** Null: the form's first. */
    readonly kind: MeetingKind | null;
    readonly earliest: Instant;
    readonly latest: Instant;
  },
): Promise<AskedAboutGroup> {
  const { group, earliest, latest } = about;
  const members = (await tx.of(GroupStore).findMembers([group.id])).filter(
    ({ endsAt, hasLeft }) => endsAt === null && !hasLeft,
  );
  const busy = tx.of(BusyTimeStore);
  const rooms = await tx.of(MeetingRoomStore).findRooms();
  const question = questionOf({
    ...about,
    members,
    busy: await busy.findInGroup(group.id, new Date(earliest), new Date(latest)),
    town: await busy.findTownCalendar(group.municipalityId),
    keptClear: await findKeptClear(tx, group.caseId, { from: earliest, until: latest }),
    rooms,
    taken: await tx.of(MeetingRoomStore).findTaken(new Date(earliest), new Date(latest)),
    now: tx.now.getTime(),
  });
  return { question, members, rooms };
}

export const nameReasons = (
  reasons: readonly SlotReason[],
  members: readonly GroupMemberRow[],
): readonly NamedReason[] =>
  reasons.map(({ code, seats }) => ({ code, members: members.filter(({ id }) => seats.includes(id)) }));

interface Facts {
  readonly group: GroupRow;
  readonly form: CollaborationForm;
  readonly members: readonly GroupMemberRow[];
  readonly busy: ReadonlyMap<string, SlotQuestion['attendees'][number]['busy']>;
  readonly town: TownCalendar;
  readonly keptClear: SlotQuestion['keptClear'];
  readonly rooms: readonly TownRoom[];
  readonly taken: readonly RoomTaken[];
  readonly kind: MeetingKind | null;
  readonly now: Instant;
  readonly earliest: Instant;
  readonly latest: Instant;
}

const isSchool = (kind: HouseKind): boolean => kind === 'school' || kind === 'independent-school';

function questionOf(facts: Facts): SlotQuestion {
  const { group, form, kind, members, busy, town, keptClear, now, earliest, latest } = facts;
  const schools = new Set(members.filter(({ house }) => isSchool(house.kind)).map(({ staffId }) => staffId));
  const people = new Set([group.coordinatorId, ...members.map(({ staffId }) => staffId)]);
  return {
    attendees: [...people].map((id) => ({
      id,
      busy: busy.get(id) ?? [],
      hours: town.hours,
      away: schools.has(id) ? town.schoolBreaks : [],
    })),
    seats: seatsOfGroup({
      parties: form.parties,
      coordinatorId: group.coordinatorId,
      members: members.map((one) => ({ ...one, kind: one.house.kind, isContact: one.staffId === group.contactId })),
    }),
    ...lengthOfMeeting((kind ?? form.meetings[0])?.agenda ?? []),
    earliest,
    latest,
    step: STEP_MINUTES,
    fixed: form.cadence?.slot ?? null,
    meetBy: meetingTimes(group, form, now)?.by.getTime() ?? null,
    closed: town.closed,
    schoolBreaks: town.schoolBreaks,
    rooms: facts.rooms.length === 0 ? null : roomsOf(facts),
    keptClear,
    most: MOST,
    perDay: PER_DAY,
    spreadMinutes: SPREAD_MINUTES,
  };
}

/** Where a town has rooms a time is one at which there is a room for it. */
const roomsOf = ({ rooms, taken }: Facts): SlotQuestion['rooms'] =>
  rooms.map(({ slug, site }) => ({ id: slug, site, busy: taken.filter(({ room }) => room === slug) }));
