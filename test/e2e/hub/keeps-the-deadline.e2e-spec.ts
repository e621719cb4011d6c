/** Whenever a case is graded, night or Friday evening, the proposed hub ends before the grade's hours do [S0]. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HOUR, MINUTE } from '#domain/kernel/instant.js';
import { formatCivilDay, weekdayOf, WEEKDAYS, type Weekday } from '#domain/kernel/civil-day.js';
import { isPublicHoliday } from '#domain/kernel/public-holidays.js';
import { civilDayOf, instantAt } from '#domain/kernel/stockholm.js';
import { startApi, type Api, type ApiClient } from '../../support/api.js';
import { GRADE, makeReport } from '../../support/reports.js';
import { buildWorld, type World } from '../../support/world.js';

const PROPOSE = `query($id: ID!) { proposeHub(caseId: $id) { grade slot { startsAt minutes extra keepsDeadline leavesUnitsTheirTime } } }`;
const DEADLINES = `query($id: ID!) { case(id: $id) { version deadlines { kind dueAt state } } }`;
const HOURS = { red: 4, orange: 12 } as const;
/** Ekvalla's standing slot, every weekday. */
const SLOT = 13 * 60;

let world: World;
let api: Api;

beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

/** A day of that name without a holiday on it or after it: far enough ahead that the clock never runs backwards. */
function nextDay(name: Weekday): number {
  let day = civilDayOf(Date.now()) + 2;
  const working = (d: number) => WEEKDAYS.indexOf(weekdayOf(d)) < 5;
  while (weekdayOf(day) !== name || [day, day + 1].some((d) => working(d) && isPublicHoliday(d))) day++;
  return day;
}

async function setClock(to: number): Promise<void> {
  await world.database.moveClock(`${to - Date.now()} milliseconds`);
}

async function grade(maria: ApiClient, caseId: string, to: string) {
  const { version } = (await maria.query(DEADLINES, { id: caseId })).case;
  await maria.query(GRADE, {
    input: { caseId, expectedVersion: version, grade: to, reasons: 'Hot från ett nätverk.', instrument: 'check-irk' },
  });
}

/** A post of one of the town's people. */
interface Member {
  readonly key: string;
  readonly id: string;
}

/** A report by the police and a grade by intake, at this time of the day; what is then proposed. */
async function proposedAt(day: Weekday, clock: string, grades: readonly string[], membership?: Member) {
  const civil = nextDay(day);
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  await setClock(instantAt(civil, hours * 60 + minutes));
  const reporter = await api.as({ id: world.town.staff.get('marcus')! });
  const intake = await api.as({ id: world.town.staff.get(membership?.key ?? 'maria')! }, membership?.id);
  const { id } = await makeReport(reporter);
  const [row] = await world.behindTheLocks<{ case_id: string }>(
    'select case_id from report_child where report_id = $1',
    [id],
  );
  const caseId = row!.case_id;
  for (const one of grades) await grade(intake, caseId, one);
  const { slot } = (await intake.query(PROPOSE, { id: caseId })).proposeHub;
  const { deadlines } = (await intake.query(DEADLINES, { id: caseId })).case;
  const due = deadlines.find((d: any) => d.kind === `grade-${grades.at(-1)}-assessment` && d.state === 'open');
  return {
    caseId,
    civil,
    starts: Date.parse(slot.startsAt),
    ends: Date.parse(slot.startsAt) + slot.minutes * MINUTE,
    due: Date.parse(due.dueAt),
    graded: instantAt(civil, hours * 60 + minutes),
    slot,
    fortnight: deadlines.filter((d: any) => d.kind === 'grade-green-assessment' && d.state === 'open').length,
  };
}

const CASES: readonly [Weekday, string, 'red' | 'orange', 'standing' | 'extra'][] = [
  ['mon', '08:15', 'red', 'extra'],
  ['mon', '10:30', 'red', 'standing'],
  ['tue', '11:30', 'red', 'extra'],
  ['wed', '14:00', 'red', 'extra'],
  ['fri', '19:40', 'red', 'extra'],
  ['sat', '23:50', 'red', 'extra'],
  ['mon', '00:20', 'orange', 'extra'],
  ['mon', '07:05', 'orange', 'standing'],
  ['tue', '10:45', 'orange', 'standing'],
  ['thu', '22:00', 'orange', 'extra'],
  ['thu', '15:30', 'orange', 'extra'],
  ['fri', '19:40', 'orange', 'extra'],
];

describe('the proposed hub', () => {
  it.each(CASES)('graded on %s at %s %s: a(n) %s', async (day, clock, to, kind) => {
    const { starts, ends, due, graded, slot, civil, fortnight } = await proposedAt(day, clock, [to]);
    // The fourteen days run beside the grade's hours and never set the hub's time.
    expect(fortnight).toBe(1);
    expect(Math.abs(due - (graded + HOURS[to] * HOUR))).toBeLessThan(MINUTE);
    expect(ends).toBeLessThanOrEqual(due);
    expect(starts).toBeGreaterThanOrEqual(graded);
    expect(slot).toMatchObject({ extra: kind === 'extra', keepsDeadline: true, leavesUnitsTheirTime: true });
    expect(starts).toBeGreaterThanOrEqual(graded + 2 * HOUR);
    if (kind === 'standing') expect(starts).toBe(instantAt(civil, SLOT));
  });

  it('follows the grade that the case has now', async () => {
    const raised = await proposedAt('tue', '07:30', ['orange', 'red']);
    expect(raised.due).toBeLessThan(raised.graded + 4 * HOUR + MINUTE);
    expect(raised.ends).toBeLessThanOrEqual(raised.due);
    expect(raised.slot.extra).toBe(true);
    const lowered = await proposedAt('tue', '07:30', ['red', 'orange']);
    expect(lowered.due).toBeGreaterThan(lowered.graded + 11 * HOUR);
    expect(lowered.starts).toBe(instantAt(lowered.civil, SLOT));
  });

  it('is told to be too late when the grade is raised after it was convened, once, to those who can move it', async () => {
    const { caseId, civil } = await proposedAt('fri', '07:05', ['orange']);
    const maria = await api.as({ id: world.town.staff.get('maria')! });
    const { proposeHub } = await maria.query(
      `query($id: ID!) { proposeHub(caseId: $id) { units { unitId } leaders { staffId } } }`,
      { id: caseId },
    );
    const leader = world.town.staff.get('anna')!;
    expect(proposeHub.leaders.map(({ staffId }: { staffId: string }) => staffId)).toContain(leader);
    const { conveneHub } = await maria.query(`mutation($i: ConveneHubInput!) { conveneHub(input: $i) { id } }`, {
      i: { caseId, unitIds: [proposeHub.units[0].unitId], leaderId: leader },
    });
    const told = () =>
      world.behindTheLocks(
        `select s.subject, n.due_at from notice n join staff_member s on s.id = n.staff_id
         where n.kind = 'hub-too-late' and n.hub_id = $1 order by 1`,
        [conveneHub.id],
      );
    // Orange's twelve hours hold the standing slot at one; red's four, begun at half past seven, do not.
    await setClock(instantAt(civil, 7 * 60 + 30));
    await grade(maria, caseId, 'red');
    const { deadlines } = (await maria.query(DEADLINES, { id: caseId })).case;
    const due = new Date(deadlines.find((d: any) => d.kind === 'grade-red-assessment' && d.state === 'open').dueAt);
    expect(await told()).toEqual([
      { subject: 'anna', due_at: due },
      { subject: 'maria', due_at: due },
    ]);
    const { caseDeciders } = await maria.query(`query($id: ID!) { caseDeciders(caseId: $id) { openHubEndsAt } }`, {
      id: caseId,
    });
    expect(Date.parse(caseDeciders.openHubEndsAt)).toBe(instantAt(civil, SLOT + 30));
    expect(Date.parse(caseDeciders.openHubEndsAt)).toBeGreaterThan(due.getTime());
    // Lowered again, it is soon enough.
    await grade(maria, caseId, 'orange');
    expect(await told()).toHaveLength(2);
  });

  it('is led and decided by those who are there when it meets, not by whoever has the night', async () => {
    const nils = world.town.staff.get('nils')!;
    const [post] = await world.behindTheLocks<{ id: string }>(
      `select m.id from membership m join unit u on u.id = m.unit_id where m.staff_id = $1 and m.role = 'intake' and u.kind = 'emergency'`,
      [nils],
    );
    const evening = new Date(instantAt(nextDay('wed') - 1, 22 * 60)).toISOString();
    await world.behindTheLocks(
      `insert into duty_shift (id, municipality_id, unit_id, staff_id, rank, starts_at, ends_at)
       select gen_random_uuid(), u.municipality_id, u.id, $1, 'primary', $3::timestamptz, $3::timestamptz + interval '10 hours'
       from unit u where u.kind = 'emergency' and u.municipality_id = $2`,
      [nils, world.town.municipalityId, evening],
    );
    const whoAt = async (grade: 'red' | 'orange') => {
      const { caseId, starts, civil } = await proposedAt('wed', '03:00', [grade], { key: 'nils', id: post!.id });
      const onDuty = await api.as({ id: nils }, post!.id);
      const { proposeHub } = await onDuty.query(
        `query($id: ID!) { proposeHub(caseId: $id) { leaders { staffId } deciders { staffId } } }`,
        { id: caseId },
      );
      const ids = (people: { staffId: string }[]) => people.map(({ staffId }) => staffId);
      return {
        hour: (starts - instantAt(civil, 0)) / HOUR,
        leaders: ids(proposeHub.leaders),
        deciders: ids(proposeHub.deciders),
      };
    };
    const byDay = await whoAt('orange');
    expect(byDay.hour).toBe(SLOT / 60);
    expect(byDay.leaders[0]).not.toBe(nils);
    expect(byDay.deciders).not.toContain(nils);
    expect(byDay.deciders.length).toBeGreaterThan(0);
    const byNight = await whoAt('red');
    expect(byNight.hour).toBeLessThan(8);
    expect([byNight.leaders[0], byNight.deciders[0]]).toEqual([nils, nils]);
  });

  it('is not given to the night when it ends as the town goes home', async () => {
    const nils = world.town.staff.get('nils')!;
    const closes = new Date(instantAt(nextDay('thu'), 16 * 60 + 30)).toISOString();
    await world.behindTheLocks(
      `insert into duty_shift (id, municipality_id, unit_id, staff_id, rank, starts_at, ends_at)
       select gen_random_uuid(), u.municipality_id, u.id, $1, 'primary', $3::timestamptz, $3::timestamptz + interval '14 hours'
       from unit u where u.kind = 'emergency' and u.municipality_id = $2`,
      [nils, world.town.municipalityId, closes],
    );
    const slotsAt = (time: string) =>
      world.behindTheLocks(`update hub_slot set starts_local = $2 where municipality_id = $1 returning 1`, [
        world.town.municipalityId,
        time,
      ]);
    await slotsAt('16:00');
    const { caseId, ends } = await proposedAt('thu', '09:00', ['orange']);
    expect(new Date(ends).toISOString()).toBe(closes);
    const maria = await api.as({ id: world.town.staff.get('maria')! });
    const { proposeHub } = await maria.query(
      `query($id: ID!) { proposeHub(caseId: $id) { leaders { staffId } deciders { staffId } } }`,
      { id: caseId },
    );
    expect(proposeHub.deciders.length).toBeGreaterThan(0);
    expect(proposeHub.deciders.map(({ staffId }: { staffId: string }) => staffId)).not.toContain(nils);
    await slotsAt('13:00');
  });

  it('meets for as long as the slot is, after the time that the town gives its units', async () => {
    const settings = [world.town.municipalityId];
    await world.behindTheLocks(`update hub_slot set minutes = 60 where municipality_id = $1`, settings);
    const { starts, ends, slot, civil, due, caseId } = await proposedAt('mon', '10:30', ['red']);
    expect(slot).toMatchObject({ minutes: 60, extra: false, keepsDeadline: true });
    expect(starts).toBe(instantAt(civil, SLOT));
    expect(ends).toBeLessThanOrEqual(due);
    const maria = await api.as({ id: world.town.staff.get('maria')! });
    const { proposeHub } = await maria.query(
      `query($id: ID!) { proposeHub(caseId: $id) { units { unitId } agenda { minutes } } }`,
      { id: caseId },
    );
    const minutesOf = (points: { minutes: number }[]) => points.reduce((sum, { minutes }) => sum + minutes, 0);
    expect(minutesOf(proposeHub.agenda)).toBe(60);
    const { conveneHub } = await maria.query(`mutation($i: ConveneHubInput!) { conveneHub(input: $i) { id } }`, {
      i: { caseId, unitIds: proposeHub.units.map(({ unitId }: { unitId: string }) => unitId) },
    });
    const { hubBoard } = await maria.query(
      `query($id: ID!) { hubBoard(id: $id) { events { kind points { minutes } } } }`,
      { id: conveneHub.id },
    );
    const set = hubBoard.events.find(({ kind }: { kind: string }) => kind === 'AgendaSet');
    expect(minutesOf(set.points)).toBe(60);

    await world.behindTheLocks(`update hub_slot set minutes = 120 where municipality_id = $1`, settings);
    const tooLong = await proposedAt('mon', '10:30', ['red']);
    expect(tooLong.slot).toMatchObject({ minutes: 30, extra: true, keepsDeadline: true });

    await world.behindTheLocks(`update hub_slot set minutes = 30 where municipality_id = $1`, settings);
    await world.behindTheLocks(
      `insert into deadline_setting (municipality_id, kind, rule) values ($1, 'unit-knowledge', '{"elapsed": {"hours": 1}}')`,
      settings,
    );
    const sooner = await proposedAt('tue', '11:30', ['red']);
    expect(sooner.slot).toMatchObject({ extra: false, leavesUnitsTheirTime: true });
  });

  it('passes over a day that the town has closed', async () => {
    const monday = formatCivilDay(nextDay('mon'));
    await world.behindTheLocks(
      `update municipality set settings = jsonb_set(settings, '{calendar,closed}', $1) where id = $2`,
      [JSON.stringify([{ from: monday, to: monday }]), world.town.municipalityId],
    );
    const closed = await proposedAt('mon', '10:30', ['red']);
    expect(formatCivilDay(closed.civil)).toBe(monday);
    expect(closed.slot).toMatchObject({ extra: true, keepsDeadline: true });
    const maria = await api.as({ id: world.town.staff.get('maria')! });
    const { hubCalendar } = await maria.query(
      `query($day: String) { hubCalendar(day: $day) { day entries { kind free } } }`,
      { day: monday },
    );
    const { entries } = hubCalendar.find(({ day }: { day: string }) => day === monday);
    expect(entries.filter(({ free }: { free: boolean }) => free)).toEqual([]);
  });
});
