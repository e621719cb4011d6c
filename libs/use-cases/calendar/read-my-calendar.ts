import { Injectable } from '@nestjs/common';
import type { AnswerState } from '#domain/invitation/invitation.js';
import { isWithin } from '#domain/calendar/work-hours.js';
import { formatCivilDay, parseCivilDay } from '#domain/kernel/civil-day.js';
import { startOfDay } from '#domain/kernel/stockholm.js';
import { DeadlineLists, type ListedDeadline } from '../deadline/deadline-lists.port.js';
import { Failure } from '../failure.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { HubStore, type HubFacts } from '../hub/hub.port.js';
import { AreaMeetingStore, type AreaMeetingRow } from '../area/area-meeting.port.js';
import { InvitationStore } from '../invitation/invitation.port.js';
import { LedgerAppender } from '../ledger/ledger-appender.port.js';

export interface MyMeeting {
  readonly hub: HubFacts;
  /** Null where the caller works on the case without being called. */
  readonly answer: AnswerState | null;
  /** The part that is theirs. */
  readonly startsAt: Date;
  readonly minutes: number;
}

export interface MyCalendar {
  readonly meetings: readonly MyMeeting[];
  /** Of groups about a place. */
  readonly areaMeetings: readonly (AreaMeetingRow & { readonly answer: AnswerState | null })[];
  readonly deadlines: readonly ListedDeadline[];
  /** ISO days that the municipality has closed. */
  readonly closedDays: readonly string[];
  /** Those that touch the days asked for, ISO days, both counted. */
  readonly schoolBreaks: readonly { readonly name: string; readonly from: string; readonly until: string }[];
}

/** Six weeks: what a month's page shows at most. */
const MOST_DAYS = 42;
const MOST_DEADLINES = 300;

/**
 * The caller's meetings and what is due in a span of days, by case number alone. That a case has them tells of the case, so
 * each look is a line (GDPR 32).
 */
@Injectable()
export class ReadMyCalendar {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly appender: LedgerAppender,
  ) {}

  async run(caller: StaffCaller, from: string, days: number): Promise<MyCalendar> {
    const first = parseCivilDay(from);
    if (first === undefined) throw new Failure('INVALID_INPUT', 'from');
    if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) throw new Failure('INVALID_INPUT', 'days');
    const [begin, end] = [new Date(startOfDay(first)), new Date(startOfDay(first + days))];
    const found = await this.asCaller.read(caller, async (tx) => {
      const [hubs, mine, due, house, areaMeetings] = await Promise.all([
        tx.of(HubStore).findHubs(begin, end),
        tx.of(InvitationStore).findOwn(begin, end),
        tx.of(DeadlineLists).findMine(MOST_DEADLINES, null),
        tx.of(HubStore).getHouse(caller.branchId),
        tx.of(AreaMeetingStore).findMine(begin, end),
      ]);
      const own = new Map(mine.map((one) => [one.hubId, one]));
      return {
        meetings: hubs
          .filter(({ state }) => state !== 'called-off')
          .map((hub): MyMeeting => {
            const called = own.get(hub.id);
            const { startsAt, minutes } = called ?? hub;
            return { hub, answer: called?.answer ?? null, startsAt, minutes };
          }),
        areaMeetings: areaMeetings.map((one) => ({ ...one, answer: own.get(one.id)?.answer ?? null })),
        deadlines: due.filter(({ dueAt }) => dueAt >= begin && dueAt < end),
        closedDays: Array.from({ length: days }, (_, at) => first + at)
          .filter((day) => isWithin(day, house.calendar.closed))
          .map(formatCivilDay),
        schoolBreaks: house.calendar.schoolBreaks
          .filter((one) => one.first < first + days && one.last >= first)
          .map(({ name, ...span }) => ({ name, from: formatCivilDay(span.first), until: formatCivilDay(span.last) })),
      };
    });
    const shown = found.meetings.length + found.deadlines.length;
    if (shown > 0)
      await this.appender.append(caller, [
        { action: 'read', outcome: 'release', ground: 'internal', detail: { list: 'my-calendar', shown } },
      ]);
    return found;
  }
}
