import { Injectable } from '@nestjs/common';
import type { TownRoom } from '#domain/calendar/choose-room.js';
import { findSlots } from '#domain/calendar/find-slots.js';
import { LEADER_SEAT, partySeat, type MeetingLength } from '#domain/calendar/seats-of-group.js';
import type { FoundSlot, SlotAnswer, SlotQuestion } from '#domain/calendar/slot-question.js';
import type { HouseKind } from '#domain/disclosure/vocabulary.js';
import type { CollaborationForm } from '#domain/form/form.js';
import { addMonths, parseCivilDay } from '#domain/kernel/civil-day.js';
import type { Instant } from '#domain/kernel/instant.js';
import { civilDayOf, endOfDay, startOfDay } from '#domain/kernel/stockholm.js';
import { InvalidInput, notFound } from '../failure.js';
import { TownForms } from '../form/town-forms.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { GroupStore, type GroupMemberRow } from '../group/group.port.js';
import { chooseKind } from '../group/meeting-plan.js';
import { noteGroup } from '../group/read-group.js';
import { askAboutGroup, nameReasons, type NamedReason } from './ask-about-group.js';

export interface SlotsWanted {
  readonly groupId: string;
  /** ISO dates; null from tomorrow, and eight weeks from there. */
  readonly from: string | null;
  readonly to: string | null;
  /** Of the form's kinds of meeting; null takes the first. */
  readonly meeting: string | null;
}

export interface NamedSlot extends Omit<FoundSlot, 'reasons' | 'room'> {
  /** Null where the town has no rooms of its own. */
  readonly room: TownRoom | null;
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
  /** The form's kinds of meeting, each of which is as long as its agenda. */
  readonly kinds: CollaborationForm['meetings'];
}

const WEEKS = 8;
const LONGEST_MONTHS = 6;

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

  /** Fails as NOT_FOUND for a group of another house, and by the field where the dates or the kind cannot be searched. */
  run(caller: StaffCaller, wanted: SlotsWanted): Promise<MeetingSlots> {
    return this.asCaller.run(caller, async (tx) => {
      const group = await tx.of(GroupStore).find(wanted.groupId);
      if (!group || group.branchId !== caller.branchId) throw notFound();
      const now = tx.now.getTime();
      const { earliest, latest } = datesOf(wanted, now);
      const form = await this.forms.get(tx, group.municipalityId, group.kind);
      await noteGroup(tx, group, 'group-times');
      const kind = wanted.meeting === null ? null : chooseKind(form, wanted.meeting);
      const { question, members, rooms } = await askAboutGroup(tx, { group, form, kind, earliest, latest });
      return answerOf(question, findSlots(question), { form, members, rooms });
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

function answerOf(
  question: SlotQuestion,
  { slots, hindrances }: SlotAnswer,
  of: {
    readonly form: CollaborationForm;
    readonly members: readonly GroupMemberRow[];
    readonly rooms: readonly TownRoom[];
  },
): MeetingSlots {
  const { form, members, rooms } = of;
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
      room: rooms.find(({ slug }) => slug === slot.room) ?? null,
      reasons: nameReasons(slot.reasons, members),
    })),
    hindrances: [...leads, ...parties],
    preMinutes: question.preMinutes,
    minutes: question.minutes,
    from: new Date(question.earliest),
    until: new Date(question.latest),
    meetBy: question.meetBy === null ? null : new Date(question.meetBy),
    kinds: form.meetings,
  };
}
