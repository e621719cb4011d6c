/** The social emergency service of the demonstration town: nights, weekends and holidays, so that a hub at night has someone. */
import { calendarDate, weekdayIndex, type CivilDay } from '#domain/kernel/civil-day.js';
import { isPublicHoliday } from '#domain/kernel/public-holidays.js';
import { civilDayOf, instantAt } from '#domain/kernel/stockholm.js';
import type { AsCaller } from '#use-cases/gate/as-caller.js';
import { DutyRosterStore } from '#use-cases/organisation/duty-roster.port.js';
import { OrganisationStore } from '#use-cases/organisation/organisation.port.js';
import { PartyStore } from '#use-cases/organisation/parties.port.js';
import { StaffRegister } from '#use-cases/organisation/staff-register.port.js';

export interface NightShift {
  readonly from: number;
  readonly until: number;
}

const DAYS = 14;
const EVENING = 17 * 60;
const MORNING = 8 * 60;

const isFree = (day: CivilDay): boolean => weekdayIndex(day) >= 5 || isPublicHoliday(day);

/** From yesterday, whose night may not be over: 17–08 on workdays, 08–08 on the others. */
export function nightsFrom(today: CivilDay): readonly NightShift[] {
  return Array.from({ length: DAYS + 1 }, (_, index) => {
    const day = today - 1 + index;
    return { from: instantAt(day, isFree(day) ? MORNING : EVENING), until: instantAt(day + 1, MORNING) };
  });
}

/** Fills what is missing of the two weeks to come; answers how many shifts that were. */
export function keepEmergencyRoster(asCaller: AsCaller): Promise<number> {
  return asCaller.run({ kind: 'service', name: 'administration', requestId: 'roster' }, async (tx) => {
    const town = await tx.of(OrganisationStore).findMunicipality('ekvalla');
    const units = town ? ((await tx.of(PartyStore).findAll(town.id))?.units ?? []) : [];
    const unit = units.find((one) => one.kind === 'emergency');
    if (!town || !unit) return 0;
    const nights = nightsFrom(civilDayOf(tx.now.getTime()));
    const [from, until] = [new Date(nights[0]?.from ?? 0), new Date(nights.at(-1)?.until ?? 0)];
    const there = await tx.of(DutyRosterStore).findShifts([unit.id], from, until);
    const people = [
      ...new Set((await tx.of(StaffRegister).findPostsIn([unit.id], from, until)).map((p) => p.staffId)),
    ].sort();
    let added = 0;
    for (const night of nights) {
      // Turns change by the day of the month, whenever the seed is run.
      const turn = calendarDate(civilDayOf(night.from)).day;
      for (const rank of people.length > 1 ? (['primary', 'deputy'] as const) : (['primary'] as const)) {
        if (there.some((one) => one.rank === rank && one.startsAt.getTime() === night.from)) continue;
        const staffId = people[(turn + (rank === 'deputy' ? 1 : 0)) % people.length];
        if (!staffId) return added;
        const [startsAt, endsAt] = [new Date(night.from), new Date(night.until)];
        const shift = { id: tx.newId(), municipalityId: town.id, unitId: unit.id, staffId, rank, startsAt, endsAt };
        await tx.of(OrganisationStore).addDutyShift(shift);
        added += 1;
      }
    }
    return added;
  });
}
