/** A time for a group's meeting weighed by its seats, in words that name parties and members and never say why. */
import { lengthOfMeeting, LEADER_SEAT, partySeat } from '#domain/calendar/seats-of-group.js';
import { weighTime, type WeighedTime } from '#domain/calendar/weigh-time.js';
import type { HouseKind } from '#domain/disclosure/vocabulary.js';
import type { CollaborationForm, MeetingKind } from '#domain/form/form.js';
import { MINUTE } from '#domain/kernel/instant.js';
import { askAboutGroup, nameReasons, type AskedAboutGroup, type NamedReason } from '../calendar/ask-about-group.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import type { GroupRow } from './group.port.js';

export interface TimeHindrance {
  readonly what: 'leader' | 'party-missing' | 'party-busy' | 'off-day';
  readonly kinds: readonly HouseKind[];
}

export interface WeighedMeetingTime {
  readonly startsAt: Date;
  /** For which the time does not count: a mandate that nobody would hold, or a day on which nobody works. */
  readonly hindrances: readonly TimeHindrance[];
  readonly reasons: readonly NamedReason[];
  /** Before this the group has to meet. */
  readonly meetBy: Date | null;
}

export async function weighIn(
  tx: CallerTransaction,
  of: {
    readonly group: GroupRow;
    readonly form: CollaborationForm;
    readonly kind: MeetingKind;
    readonly startsAt: Date;
  },
): Promise<WeighedMeetingTime> {
  const { group, form, kind } = of;
  const { preMinutes, minutes } = lengthOfMeeting(kind.agenda);
  const earliest = of.startsAt.getTime();
  const latest = earliest + (preMinutes + minutes) * MINUTE;
  const asked = await askAboutGroup(tx, { group, form, kind, earliest, latest });
  return weighedShown(weighTime(asked.question, earliest), form, asked);
}

export function weighedShown(
  { starts, lacking, isMeetingDay, reasons }: WeighedTime,
  form: CollaborationForm,
  { question, members }: AskedAboutGroup,
): WeighedMeetingTime {
  const leader: readonly TimeHindrance[] = lacking.includes(LEADER_SEAT) ? [{ what: 'leader', kinds: [] }] : [];
  const parties = form.parties.must.flatMap((kinds, place): TimeHindrance[] => {
    const seat = question.seats.find(({ id }) => id === partySeat(place));
    if (!seat || !lacking.includes(seat.id)) return [];
    return [{ what: seat.holders.length === 0 ? 'party-missing' : 'party-busy', kinds }];
  });
  return {
    startsAt: new Date(starts),
    hindrances: [...leader, ...parties, ...(isMeetingDay ? [] : [{ what: 'off-day', kinds: [] } as const])],
    reasons: nameReasons(reasons, members),
    meetBy: question.meetBy === null ? null : new Date(question.meetBy),
  };
}
