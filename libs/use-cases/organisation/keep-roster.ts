import { Injectable } from '@nestjs/common';
import { formatCivilDay, parseCivilDay, weekdayIndex, type CivilDay } from '#domain/kernel/civil-day.js';
import { DAY, MINUTE } from '#domain/kernel/instant.js';
import { civilDayOf, startOfDay, stockholmOffset } from '#domain/kernel/stockholm.js';
import { coveredPart, type HeldPost } from '#domain/organisation/covered-duty.js';
import { findRosterGaps, type Duty } from '#domain/organisation/duty-roster.js';
import { formatLocalMoment, parseLocalMoment } from '#domain/organisation/local-moment.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Failure, notFound } from '../failure.js';
import { DutyRosterStore, type ShiftFacts } from './duty-roster.port.js';
import { FormFaults } from './form-faults.js';
import { partiesOf } from './list-parties.js';
import { OrganisationStore } from './organisation.port.js';
import type { UnitFacts } from './parties.port.js';
import { recordChange } from './record-change.js';
import { StaffRegister, type PostFacts } from './staff-register.port.js';

export interface RosterShift extends ShiftFacts {
  /** Whoever stands in it has no post in the unit for the whole of it. */
  readonly withoutPost: boolean;
}

export interface RosterWeek {
  readonly unit: { readonly id: string; readonly name: string };
  /** The social emergency service that answers when the unit has nobody; null where the house has none. */
  readonly emergencyUnit: { readonly id: string; readonly name: string } | null;
  /** Monday, `2026-11-23`. */
  readonly monday: string;
  readonly from: Date;
  readonly until: Date;
  readonly shifts: readonly RosterShift[];
  readonly gaps: readonly { readonly from: Date; readonly until: Date }[];
  /** Who may be put on the roster this week. */
  readonly people: readonly { readonly staffId: string; readonly name: string }[];
}

export interface NewShift {
  readonly unitId: string;
  readonly staffId: string;
  readonly rank: 'primary' | 'deputy';
  /** Times on the clock in Sweden. */
  readonly startsAt: string;
  readonly endsAt: string;
  /** How many weeks in a row, this one counted. */
  readonly weeks: number;
}

const LONGEST_SHIFT = 14 * DAY;
const MOST_WEEKS = 26;

/** Who is on duty, week by week, with the hours when nobody is: danger keeps no office hours [S4]. */
@Injectable()
export class KeepRoster {
  constructor(private readonly asCaller: AsCaller) {}

  /** `day` is any day of the week wanted; null takes this week. */
  show(caller: StaffCaller, unitId: string, day: string | null): Promise<RosterWeek> {
    return this.asCaller.run(caller, async (tx) => {
      const { unit, emergency } = await ownUnit(tx, caller, unitId);
      const wanted = day === null ? civilDayOf(tx.now.getTime()) : parseCivilDay(day);
      if (wanted === undefined) throw new Failure('TIME_FORM', 'day');
      const monday = wanted - weekdayIndex(wanted);
      const [from, until] = [new Date(startOfDay(monday)), new Date(startOfDay(monday + 7))];
      const units = [unit.id, ...(emergency && emergency.id !== unit.id ? [emergency.id] : [])];
      const shifts = await tx.of(DutyRosterStore).findShifts(units, from, until);
      const posts = await tx.of(StaffRegister).findPostsIn(units, from, until);
      const held = posts.map(heldPost);
      const covered = shifts.map((shift) => coveredPart(dutyOf(shift), held));
      const gaps = findRosterGaps({
        duties: covered.filter((duty) => duty !== null),
        unit: unit.id,
        emergencyService: emergency?.id ?? null,
        from: from.getTime(),
        until: until.getTime(),
      });
      return {
        unit: { id: unit.id, name: unit.name },
        emergencyUnit: emergency ? { id: emergency.id, name: emergency.name } : null,
        monday: formatCivilDay(monday),
        from,
        until,
        shifts: shifts.flatMap((shift, index) => {
          const part = covered[index] ?? null;
          const whole = part?.from === shift.startsAt.getTime() && part.until === shift.endsAt.getTime();
          return shift.unitId === unit.id ? [{ ...shift, withoutPost: !whole }] : [];
        }),
        gaps: gaps.map((gap) => ({ from: new Date(gap.from), until: new Date(gap.until) })),
        people: peopleOf(posts.filter((post) => post.unitId === unit.id)),
      };
    });
  }

  addShift(caller: StaffCaller, input: NewShift): Promise<number> {
    return this.asCaller.run(caller, async (tx) => {
      const { unit } = await ownUnit(tx, caller, input.unitId);
      const spans = checkedSpans(input);
      const last = spans.at(-1) ?? { from: 0, until: 0 };
      const [from, until] = [new Date(spans[0]?.from ?? 0), new Date(last.until)];
      const held = (await tx.of(StaffRegister).findPostsIn([unit.id], from, until)).map(heldPost);
      const there = await tx.of(DutyRosterStore).findShifts([unit.id], from, until);
      const faults = new FormFaults();
      for (const span of spans) {
        const duty: Duty = { unit: unit.id, member: input.staffId, part: input.rank, ...span };
        const covered = coveredPart(duty, held);
        if (covered?.from !== span.from || covered.until !== span.until) {
          faults.add('staffId', 'NO_POST_THEN', { unit: unit.name, day: formatLocalMoment(span.from).slice(0, 10) });
          break;
        }
        if (there.some((one) => one.staffId === input.staffId && overlaps(one, span))) {
          faults.add('startsAt', 'ALREADY_ON_DUTY', { day: formatLocalMoment(span.from).slice(0, 10) });
          break;
        }
      }
      faults.tell();
      for (const span of spans) {
        const id = tx.newId();
        await tx.of(OrganisationStore).addDutyShift({
          id,
          municipalityId: caller.municipalityId,
          unitId: unit.id,
          staffId: input.staffId,
          rank: input.rank,
          startsAt: new Date(span.from),
          endsAt: new Date(span.until),
        });
        await recordChange(tx, { shiftId: id, unitId: unit.id, staffId: input.staffId, roster: 'added' });
      }
      return spans.length;
    });
  }

  removeShift(caller: StaffCaller, id: string): Promise<void> {
    return this.asCaller.run(caller, async (tx) => {
      const shift = await tx.of(DutyRosterStore).findShift(id);
      if (!shift) throw notFound();
      await ownUnit(tx, caller, shift.unitId);
      // What has begun is history: who was on duty when an alarm came must stay known.
      if (shift.startsAt <= tx.now) throw new Failure('SHIFT_HAS_BEGUN');
      await tx.of(DutyRosterStore).removeShift(id);
      await recordChange(tx, { shiftId: id, unitId: shift.unitId, staffId: shift.staffId, roster: 'removed' });
    });
  }
}

/** An administrator keeps every roster of the municipality, others those of their own house. */
async function ownUnit(
  tx: CallerTransaction,
  caller: StaffCaller,
  unitId: string,
): Promise<{ unit: UnitFacts; emergency: UnitFacts | undefined }> {
  const { units } = await partiesOf(tx, caller.municipalityId);
  const unit = units.find((one) => one.id === unitId);
  if (!unit) throw notFound();
  if (caller.role !== 'administrator' && unit.branchId !== caller.branchId)
    throw new Failure('NOT_YOUR_HOUSE', 'unitId');
  const emergency = units.find(
    (one) => one.branchId === unit.branchId && one.kind === 'emergency' && one.endedAt === null,
  );
  return { unit, emergency };
}

function checkedSpans(input: NewShift): { from: number; until: number }[] {
  const faults = new FormFaults();
  const from = parseLocalMoment(input.startsAt);
  const until = parseLocalMoment(input.endsAt);
  if (input.staffId === '') faults.add('staffId', 'CHOOSE_ONE');
  if (from === undefined) faults.add('startsAt', 'TIME_FORM');
  if (until === undefined) faults.add('endsAt', 'TIME_FORM');
  if (from !== undefined && until !== undefined) {
    if (until <= from) faults.add('endsAt', 'PERIOD_EMPTY');
    else if (until - from > LONGEST_SHIFT) faults.add('endsAt', 'SHIFT_TOO_LONG');
    else if (input.weeks > 1 && until - from > 7 * DAY) faults.add('weeks', 'SHIFT_OVERLAPS_ITSELF');
  }
  if (!Number.isInteger(input.weeks) || input.weeks < 1 || input.weeks > MOST_WEEKS)
    faults.add('weeks', 'BETWEEN', { least: 1, most: MOST_WEEKS });
  faults.tell();
  return Array.from({ length: input.weeks }, (_, week) => ({
    from: weeksLater(from ?? 0, week),
    until: weeksLater(until ?? 0, week),
  }));
}

/** The same time on the clock, also across the change to summer time. */
function weeksLater(at: number, weeks: number): number {
  const day: CivilDay = civilDayOf(at);
  const minute = Math.floor((at + stockholmOffset(at) - day * DAY) / MINUTE);
  const [hours, minutes] = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0'));
  return parseLocalMoment(`${formatCivilDay(day + 7 * weeks)}T${hours}:${minutes}`) ?? at;
}

const overlaps = (shift: ShiftFacts, span: { from: number; until: number }): boolean =>
  shift.startsAt.getTime() < span.until && span.from < shift.endsAt.getTime();

const dutyOf = (shift: ShiftFacts): Duty => ({
  unit: shift.unitId,
  member: shift.staffId,
  part: shift.rank,
  from: shift.startsAt.getTime(),
  until: shift.endsAt.getTime(),
});

const heldPost = (post: PostFacts): HeldPost => ({
  member: post.staffId,
  unit: post.unitId,
  from: post.startsAt.getTime(),
  until: post.endsAt?.getTime() ?? null,
});

function peopleOf(posts: readonly (PostFacts & { readonly name: string })[]) {
  const names = new Map(posts.map((post) => [post.staffId, post.name]));
  return [...names].map(([staffId, name]) => ({ staffId, name }));
}
