import { Injectable } from '@nestjs/common';
import { isOpenDay } from '#domain/calendar/work-hours.js';
import { formatCivilDay, parseCivilDay, weekdayOf } from '#domain/kernel/civil-day.js';
import { civilDayOf, instantAt, startOfDay } from '#domain/kernel/stockholm.js';
import type { MeetingState } from '#domain/meeting/meeting-states.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Gate } from '../gate/open.js';
import { IdentityStore } from '../gate/items.port.js';
import type { ReleasedIdentity } from '../gate/released.js';
import { Failure } from '../failure.js';
import { HubStore, type HubFacts } from './hub.port.js';

export interface CalendarEntry {
  readonly startsAt: Date;
  readonly minutes: number;
  readonly kind: 'standing' | 'extra';
  readonly free: boolean;
  readonly state: MeetingState | null;
  /** The hub and whom it is about: only for those who work on it; others see that the time is taken. */
  readonly hub: HubFacts | null;
  readonly person: ReleasedIdentity | null;
}

export interface CalendarDay {
  /** ISO date. */
  readonly day: string;
  readonly holiday: boolean;
  readonly entries: readonly CalendarEntry[];
}

/** Seven days of standing slots and hubs: when there is room, and what is one's own; nobody else's child is named (OSL 26:1). */
@Injectable()
export class ReadCalendar {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly gate: Gate,
  ) {}

  /** `day`: the first of the seven, ISO; null = today. */
  async run(caller: StaffCaller, day: string | null): Promise<readonly CalendarDay[]> {
    const found = await this.asCaller.run(caller, async (tx) => {
      const first = day === null ? civilDayOf(tx.now.getTime()) : parseCivilDay(day);
      if (first === undefined) throw new Failure('INVALID_INPUT', 'day');
      const [from, until] = [new Date(startOfDay(first)), new Date(startOfDay(first + 7))];
      const own = await tx.of(HubStore).findHubs(from, until);
      const persons = [...new Set(own.map(({ personId }) => personId))];
      return {
        first,
        own,
        asOf: tx.now,
        house: await tx.of(HubStore).getHouse(caller.branchId),
        taken: await tx.asService('reception', (s) => s.of(HubStore).findTaken(caller.branchId, from, until)),
        identities: await tx.of(IdentityStore).findSealed(persons),
      };
    });
    const { released } = await this.gate.openIdentities(
      { caller, asOf: found.asOf, purpose: 'investigate-need', list: 'calendar' },
      found.identities,
    );
    const people = new Map(released.map((person) => [person.personId, person]));
    const hubs = new Map(found.own.map((hub) => [hub.id, hub]));
    return Array.from({ length: 7 }, (_, at): CalendarDay => {
      const civil = found.first + at;
      const holiday = !isOpenDay(civil, found.house.calendar.closed);
      const onDay = ({ startsAt }: { readonly startsAt: Date }): boolean => civilDayOf(startsAt.getTime()) === civil;
      const taken = found.taken.filter(onDay);
      // A joint meeting of another house takes nobody's standing time here, and is one's own all the same.
      const guest = found.own.filter((hub) => hub.branchId !== caller.branchId && onDay(hub));
      const standing = holiday ? [] : found.house.slots.filter(({ weekday }) => weekday === weekdayOf(civil));
      const free = standing
        .map(({ starts, minutes }) => ({ startsAt: new Date(instantAt(civil, starts)), minutes }))
        .filter(({ startsAt }) => taken.every((t) => t.extra || t.startsAt.getTime() !== startsAt.getTime()));
      const entries: CalendarEntry[] = [
        ...free.map((f) => ({ ...f, kind: 'standing' as const, free: true, state: null, hub: null, person: null })),
        ...guest.map((hub): CalendarEntry => ({
          startsAt: hub.startsAt,
          minutes: hub.minutes,
          kind: 'extra',
          free: false,
          state: hub.state,
          hub,
          person: null,
        })),
        ...taken.map((t): CalendarEntry => {
          const hub = hubs.get(t.hubId) ?? null;
          return {
            startsAt: t.startsAt,
            minutes: t.minutes,
            kind: t.extra ? 'extra' : 'standing',
            free: false,
            state: t.state,
            hub,
            person: hub ? (people.get(hub.personId) ?? null) : null,
          };
        }),
      ].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
      return { day: formatCivilDay(civil), holiday, entries };
    });
  }
}
