import { Injectable } from '@nestjs/common';
import { APART_MINUTES, keptClearOf } from '#domain/calendar/keep-apart.js';
import { findSlots } from '#domain/calendar/find-slots.js';
import {
  lengthOfMeeting,
  LEADER_SEAT,
  partySeat,
  seatsOfGroup,
  type MeetingLength,
} from '#domain/calendar/seats-of-group.js';
import type { FoundSlot, SlotAnswer, SlotQuestion, SlotReasonCode } from '#domain/calendar/slot-question.js';
import type { TownCalendar } from '#domain/calendar/town-calendar.js';
import type { HouseKind } from '#domain/disclosure/vocabulary.js';
import type { CollaborationForm } from '#domain/form/form.js';
import { addMonths, parseCivilDay } from '#domain/kernel/civil-day.js';
import { type Instant, MINUTE } from '#domain/kernel/instant.js';
import { civilDayOf, endOfDay, startOfDay } from '#domain/kernel/stockholm.js';
import { InvalidInput, notFound } from '../failure.js';
import { TownForms } from '../form/town-forms.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { GroupStore, type GroupMemberRow, type GroupRow } from '../group/group.port.js';
import { meetingTimes, noteGroup } from '../group/read-group.js';
import { BusyTimeStore } from './busy-time.port.js';
import { KeptApartStore } from './kept-apart.port.js';

export interface SlotsWanted {
  readonly groupId: string;
  /** ISO dates; null from tomorrow, and eight weeks from there. */
  readonly from: string | null;
  readonly to: string | null;
}

/** Why a time is as good as it is, and the members whom it is about. */
export interface NamedReason {
  readonly code: SlotReasonCode;
  readonly members: readonly GroupMemberRow[];
}

export interface NamedSlot extends Omit<FoundSlot, 'reasons'> {
  readonly reasons: readonly NamedReason[];
}

/** What stood in the way: the leader, or a party of the form that nobody speaks for or whose people are never free. */
export interface Hindrance {
  readonly what: 'leader' | 'party-missing' | 'party-busy';
  readonly kinds: readonly HouseKind[];
}

export interface MeetingSlots extends MeetingLength {
  readonly slots: readonly NamedSlot[];
  readonly hindrances: readonly Hindrance[];
  readonly from: Date;
  readonly until: Date;
  /** Before this the group has to meet. */
  readonly meetBy: Date | null;
}

const WEEKS = 8;
const LONGEST_MONTHS = 6;
const STEP_MINUTES = 15;
const MOST = 8;
/** One in the morning and one in the afternoon. */
const PER_DAY = 2;
const SPREAD_MINUTES = 180;

/**
 * The best times for a group's next meeting, from when its members are free. Who leads it learns who can and who cannot at
 * a time, and never what anybody does instead.
 */
@Injectable()
export class FindMeetingSlots {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly forms: TownForms,
  ) {}

  /** Fails as NOT_FOUND for a group of another house, and by the field where the dates cannot be searched. */
  run(caller: StaffCaller, wanted: SlotsWanted): Promise<MeetingSlots> {
    return this.asCaller.run(caller, async (tx) => {
      const group = await tx.of(GroupStore).find(wanted.groupId);
      if (!group || group.branchId !== caller.branchId) throw notFound();
      const now = tx.now.getTime();
      const { earliest, latest } = datesOf(wanted, now);
      const form = await this.forms.get(tx, group.municipalityId, group.kind);
      const members = (await tx.of(GroupStore).findMembers([group.id])).filter(
        ({ endsAt, hasLeft }) => endsAt === null && !hasLeft,
      );
      await noteGroup(tx, group, 'group-times');
      const busy = tx.of(BusyTimeStore);
      const question = questionOf({
        group,
        form,
        members,
        busy: await busy.findInGroup(group.id, new Date(earliest), new Date(latest)),
        town: await busy.findTownCalendar(group.municipalityId),
        keptClear: await clearTimes(tx, group, earliest, latest),
        ...{ now, earliest, latest },
      });
      return answerOf(question, findSlots(question), form, members);
    });
  }
}

function datesOf({ from, to }: SlotsWanted, now: Instant): { readonly earliest: Instant; readonly latest: Instant } {
  const tomorrow = civilDayOf(now) + 1;
  const first = from === null ? tomorrow : parseCivilDay(from);
  if (first === undefined || first < tomorrow - 1)
    throw new InvalidInput([{ field: 'from', code: first === undefined ? 'DATE_MISSING' : 'SEARCH_IN_PAST' }]);
  const last = to === null ? first + WEEKS * 7 - 1 : parseCivilDay(to);
  if (last === undefined || last < first || last > addMonths(first, LONGEST_MONTHS))
    throw new InvalidInput([
      {
        field: 'to',
        code: last === undefined ? 'DATE_MISSING' : last < first ? 'ENDS_BEFORE_START' : 'SEARCH_TOO_LONG',
      },
    ]);
  return { earliest: Math.max(startOfDay(first), now), latest: endOfDay(last) };
}

interface Facts {
  readonly group: GroupRow;
  readonly form: CollaborationForm;
  readonly members: readonly GroupMemberRow[];
  readonly busy: ReadonlyMap<string, SlotQuestion['attendees'][number]['busy']>;
  readonly town: TownCalendar;
  readonly keptClear: SlotQuestion['keptClear'];
  readonly now: Instant;
  readonly earliest: Instant;
  readonly latest: Instant;
}

/** Meetings that the group's young person must be nowhere near, with their margin. */
async function clearTimes(
  tx: CallerTransaction,
  { caseId }: GroupRow,
  earliest: Instant,
  latest: Instant,
): Promise<SlotQuestion['keptClear']> {
  if (caseId === null) return [];
  const margin = APART_MINUTES * MINUTE;
  const others = await tx
    .of(KeptApartStore)
    .findToKeepClearOf(caseId, new Date(earliest - margin), new Date(latest + margin));
  return keptClearOf(others);
}

const isSchool = (kind: HouseKind): boolean => kind === 'school' || kind === 'independent-school';

function questionOf({ group, form, members, busy, town, keptClear, now, earliest, latest }: Facts): SlotQuestion {
  const schools = new Set(members.filter(({ house }) => isSchool(house.kind)).map(({ staffId }) => staffId));
  const people = new Set([group.coordinatorId, ...members.map(({ staffId }) => staffId)]);
  const since = group.lastMetAt ?? group.formedAt ?? group.createdAt;
  const slot = form.cadence?.slot;
  return {
    attendees: [...people].map((id) => ({
      id,
      busy: busy.get(id) ?? [],
      hours: town.hours,
      away: schools.has(id) ? town.schoolBreaks : [],
      part: 'whole',
    })),
    seats: seatsOfGroup({
      parties: form.parties,
      coordinatorId: group.coordinatorId,
      members: members.map((one) => ({ ...one, kind: one.house.kind, isContact: one.staffId === group.contactId })),
    }),
    ...lengthOfMeeting(form.meetings[0]?.agenda ?? []),
    earliest,
    latest,
    step: STEP_MINUTES,
    fixed: slot ? { slot, anchor: civilDayOf(since.getTime()) } : null,
    meetBy: meetingTimes(group, form, now)?.by.getTime() ?? null,
    closed: town.closed,
    schoolBreaks: town.schoolBreaks,
    rooms: null,
    keptClear,
    most: MOST,
    perDay: PER_DAY,
    spreadMinutes: SPREAD_MINUTES,
  };
}

function answerOf(
  question: SlotQuestion,
  { slots, hindrances }: SlotAnswer,
  form: CollaborationForm,
  members: readonly GroupMemberRow[],
): MeetingSlots {
  const inTheWay = new Set(hindrances.map(({ seat }) => seat));
  const parties = form.parties.must.flatMap((kinds, place): Hindrance[] => {
    const seat = question.seats.find(({ id }) => id === partySeat(place));
    if (seat?.holders.length === 0) return [{ what: 'party-missing', kinds }];
    return slots.length === 0 && inTheWay.has(partySeat(place)) ? [{ what: 'party-busy', kinds }] : [];
  });
  const leads: readonly Hindrance[] =
    slots.length === 0 && inTheWay.has(LEADER_SEAT) ? [{ what: 'leader', kinds: [] }] : [];
  return {
    slots: slots.map((slot) => ({
      ...slot,
      reasons: slot.reasons.map(({ code, seats }) => ({
        code,
        members: members.filter(({ id }) => seats.includes(id)),
      })),
    })),
    hindrances: [...leads, ...parties],
    preMinutes: question.preMinutes,
    minutes: question.minutes,
    from: new Date(question.earliest),
    until: new Date(question.latest),
    meetBy: question.meetBy === null ? null : new Date(question.meetBy),
  };
}
