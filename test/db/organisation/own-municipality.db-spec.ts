/** Two municipalities in one database: an administrator reads and writes their own and nothing else, whoever wrote the query. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { keepEmergencyRoster } from '#demo/world/emergency-roster.js';
import { isSameHouse } from '#domain/disclosure/parties.js';
import { AddFirstAdministrator } from '#use-cases/organisation/add-first-administrator.js';
import { AddParty } from '#use-cases/organisation/add-party.js';
import { ImportTown } from '#use-cases/organisation/import-town.js';
import { KeepPosts } from '#use-cases/organisation/keep-posts.js';
import { KeepRoster } from '#use-cases/organisation/keep-roster.js';
import { KeepStaffMember } from '#use-cases/organisation/keep-staff-member.js';
import { ListParties } from '#use-cases/organisation/list-parties.js';
import { ListStaff } from '#use-cases/organisation/list-staff.js';
import { UpdateTown } from '#use-cases/organisation/update-town.js';
import { readTown } from '#platform/towns/read-town.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { buildWorld, type World } from '../../support/world.js';

const TABLES = [
  'municipality',
  'authority',
  'branch',
  'unit',
  'staff_member',
  'membership',
  'duty_shift',
  'agreement',
  'hub_slot',
];
const SOC = 'ekvalla-soc/individ-och-familj';

let world: World;
let orebro: { municipalityId: string };
let stranger: StaffCaller;
let app: Client;

/** Under the stranger's identity, straight past every use case: only the policies stand in the way. */
async function asStranger<T>(work: () => Promise<T>, role = 'administrator'): Promise<T> {
  await app.query('begin');
  try {
    await app.query(
      `select set_config('samnav.staff', $1, true), set_config('samnav.municipality', $2, true), set_config('samnav.role', $3, true),
         set_config('samnav.branch', $4, true)`,
      [stranger.staffId, stranger.municipalityId, role, stranger.branchId],
    );
    return await work();
  } finally {
    await app.query('rollback');
  }
}

beforeAll(async () => {
  world = await buildWorld();
  orebro = await new ImportTown(world.asCaller).run(readTown('config/towns/orebro.json'), {
    issuer: '',
    staff: [],
    postsFrom: new Date(0),
  });
  const person = { name: 'Ulla Nyberg', title: 'Förvaltare', email: 'ulla@orebro.example', phone: null };
  const login = { issuer: 'https://login.orebro.example', subject: 'ulla' };
  await new AddFirstAdministrator(world.asCaller).run({ town: 'orebro', ...person, ...login });
  const [row] = await world.behindTheLocks<{ id: string; unit_id: string; branch_id: string }>(
    `select s.id, m.unit_id, u.branch_id from staff_member s join membership m on m.staff_id = s.id join unit u on u.id = m.unit_id
     where s.subject = 'ulla'`,
  );
  stranger = {
    ...world.caller('tove'),
    staffId: row?.id ?? '',
    unitId: row?.unit_id ?? '',
    branchId: row?.branch_id ?? '',
    municipalityId: orebro.municipalityId,
  };
  app = new Client({ connectionString: world.database.urls.app });
  await app.connect();
  await new KeepRoster(world.asCaller).addShift(world.caller('birgitta'), {
    unitId: world.town.units.get(`${SOC}/socialjour`) ?? '',
    staffId: world.town.staff.get('nils') ?? '',
    rank: 'primary',
    startsAt: '2099-01-05T17:00',
    endsAt: '2099-01-06T08:00',
    weeks: 1,
  });
}, 60_000);
afterAll(async () => {
  await app?.end();
  await world?.close();
});

describe('another municipality’s administrator', () => {
  it.each(TABLES)('reads no row of %s', async (table) => {
    const column = table === 'municipality' ? 'id' : 'municipality_id';
    const own = [world.town.municipalityId];
    const there = await world.behindTheLocks(`select 1 from ${table} where ${column} = $1`, own);
    expect(there.length).toBeGreaterThan(0);
    const seen = await asStranger(() => app.query(`select 1 from ${table} where ${column} = $1`, own));
    expect(seen.rowCount).toBe(0);
  });

  it.each(TABLES)('changes and removes no row of %s', async (table) => {
    const column = table === 'municipality' ? 'id' : 'municipality_id';
    const own = [world.town.municipalityId];
    const changed = await asStranger(() => app.query(`update ${table} set id = id where ${column} = $1`, own));
    // What is kept for good the app may not remove at all; of the rest, no row of another's.
    const removed = await asStranger(() => app.query(`delete from ${table} where ${column} = $1`, own)).catch(
      (refused: { code?: string }) => ({ rowCount: refused.code === '42501' ? 0 : null }),
    );
    expect([changed.rowCount, removed.rowCount]).toEqual([0, 0]);
  });

  it('writes nobody into it', async () => {
    const insert = asStranger(() =>
      app.query(
        `insert into staff_member (id, municipality_id, issuer, subject, name, email) values (gen_random_uuid(), $1, 'x', 'y', 'n', 'e')`,
        [world.town.municipalityId],
      ),
    );
    await expect(insert).rejects.toThrow(/row-level security/);
  });

  it('finds nobody through the use cases, and ends nobody’s post', async () => {
    const listed = await new ListStaff(world.asCaller).run(stranger, {
      search: '',
      shown: 'all',
      unitId: null,
      after: null,
      limit: 100,
    });
    expect(listed.staff.map(({ name }) => name)).toEqual(['Ulla Nyberg']);
    expect((await new ListParties(world.asCaller).run(stranger)).municipality.slug).toBe('orebro');
    const maria = world.town.staff.get('maria') ?? '';
    await expect(new ListStaff(world.asCaller).one(stranger, maria)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(new KeepStaffMember(world.asCaller).disable(stranger, maria, 1)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const [post] = await world.behindTheLocks<{ id: string }>(`select id from membership where staff_id = $1`, [maria]);
    await expect(new KeepPosts(world.asCaller).end(stranger, post?.id ?? '', null)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const posted = new KeepPosts(world.asCaller).add(stranger, {
      staffId: stranger.staffId,
      unitId: world.town.units.get(`${SOC}/barn`) ?? '',
      role: 'manager',
      rank: 'ordinary',
      startsAt: null,
      endsAt: null,
    });
    await expect(posted).rejects.toMatchObject({ code: 'NOT_YOURSELF' });
  });

  it('cannot register a login that somebody elsewhere has, and learns no more than that', async () => {
    const taken = new KeepStaffMember(world.asCaller).add(stranger, {
      name: 'Någon',
      title: 'x',
      email: 'a@b.example',
      phone: null,
      issuer: world.settings.identityUrl,
      subject: 'maria',
    });
    await expect(taken).rejects.toMatchObject({ faults: [{ field: 'subject', code: 'SUBJECT_TAKEN' }] });
  });
});

describe('who leads a house', () => {
  it.each(['manager', 'coordinator'])('as %s writes rosters and hub times of the own house alone', async (role) => {
    const shifts = await asStranger(() => app.query('update duty_shift set rank = rank'), role);
    const slots = await asStranger(() => app.query('update hub_slot set minutes = minutes'), role);
    const ownSlots = await world.behindTheLocks('select 1 from hub_slot where branch_id = $1', [stranger.branchId]);
    expect([shifts.rowCount, slots.rowCount]).toEqual([0, ownSlots.length]);
  });

  it.each(['intake', 'investigator', 'unit-representative', 'auditor'])('an ordinary %s writes none', async (role) => {
    const counts = await asStranger(async () => {
      const all = await Promise.all(
        ['duty_shift', 'hub_slot', 'agreement', 'unit', 'membership', 'staff_member'].map((table) =>
          app.query(`update ${table} set id = id`),
        ),
      );
      return all.map(({ rowCount }) => rowCount);
    }, role);
    expect(counts).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

describe('from the command line', () => {
  it('opens a municipality for its first administrator and for no second', async () => {
    const again = new AddFirstAdministrator(world.asCaller).run({
      town: 'orebro',
      name: 'Två',
      title: 'x',
      email: 'b@b.example',
      phone: null,
      issuer: 'https://login.orebro.example',
      subject: 'two',
    });
    await expect(again).rejects.toMatchObject({ code: 'HAS_ADMINISTRATOR' });
  });

  it('brings a town up to its file, and a second time finds nothing to do', async () => {
    const town = readTown('config/towns/orebro.json');
    const next = { ...town, name: 'Örebro stad', population: 1 };
    const changes = await new UpdateTown(world.asCaller).asPlatform(next, true);
    expect(
      changes?.filter(({ change }) => change !== 'only-here').map(({ change, part }) => `${change} ${part}`),
    ).toEqual(['rename municipality', 'change forms']);
    const twice = await new UpdateTown(world.asCaller).asPlatform(next, true);
    expect(twice?.filter(({ change }) => change !== 'only-here')).toEqual([]);
    const authorities = town.authorities.map((one) => ({ ...one, slug: `atlantis-${one.slug}` }));
    const elsewhere = { ...town, slug: 'atlantis', authorities };
    expect(await new UpdateTown(world.asCaller).asPlatform(elsewhere, false)).toBeNull();
  });

  it('has no house that is called as another town’s: neither by its file nor by a form, nor past the program', async () => {
    const ekvalla = readTown('config/towns/ekvalla.json');
    const alike = { ...ekvalla, slug: 'atlantis', name: 'Atlantis' };
    const refused = {
      code: 'HOUSE_OF_ANOTHER_TOWN',
      values: { path: 'authorities.0.branches.0.slug', house: 'ekvalla-soc/individ-och-familj' },
    };
    const anew = new ImportTown(world.asCaller).run(alike, { issuer: '', staff: [], postsFrom: new Date(0) });
    await expect(anew).rejects.toMatchObject(refused);
    await expect(new UpdateTown(world.asCaller).asPlatform(alike, false)).rejects.toMatchObject(refused);
    const orebroAlike = { ...readTown('config/towns/orebro.json'), authorities: ekvalla.authorities };
    await expect(new UpdateTown(world.asCaller).preview(stranger, orebroAlike)).rejects.toMatchObject(refused);
    await expect(new UpdateTown(world.asCaller).run(stranger, orebroAlike)).rejects.toMatchObject(refused);
    // The own town's houses are no other's.
    await new UpdateTown(world.asCaller).asPlatform(ekvalla, true);

    const add = new AddParty(world.asCaller);
    for (const caller of [world.caller('tove'), stranger]) {
      const authority = {
        level: 'authority',
        withinId: null,
        name: 'Stödet',
        kind: 'private-provider',
        answersHub: false,
      } as const;
      const { id } = await add.run(caller, authority);
      await add.run(caller, { level: 'branch', withinId: id, name: 'Boendet', kind: null, answersHub: false });
    }
    const houses = await world.behindTheLocks<{ house: string; town: string }>(
      `select b.written_house as house, m.slug as town from branch b join municipality m on m.id = b.municipality_id where b.name = 'Boendet' order by m.slug`,
    );
    expect(houses).toEqual([
      { house: 'stodet/boendet', town: 'ekvalla' },
      { house: 'stodet/boendet-2', town: 'orebro' },
    ]);
    const [one, other] = houses.map(({ house }) => ({
      kind: 'private-provider' as const,
      authority: house.split('/')[0] ?? '',
      branch: house.split('/')[1] ?? '',
    }));
    expect(isSameHouse(one!, other!)).toBe(false);
    // The name follows from the two words, and is nobody else's.
    for (const sql of [
      `update branch set slug = 'boendet' where written_house = 'stodet/boendet-2'`,
      `update authority a set slug = 'ekvalla-soc' from municipality m where m.id = a.municipality_id and m.slug = 'orebro' and a.slug = 'orebro-soc'`,
    ])
      await expect(world.behindTheLocks(sql)).rejects.toThrow(/branch_house/);
    await world.behindTheLocks(`update branch set written_house = 'x' where written_house = 'stodet/boendet-2'`);
    expect(await world.behindTheLocks(`select 1 from branch where written_house = 'x'`)).toEqual([]);
  });

  it('keeps two weeks of nights and weekends for the emergency service, topping up and never doubling', async () => {
    expect(await keepEmergencyRoster(world.asCaller)).toBe(30);
    expect(await keepEmergencyRoster(world.asCaller)).toBe(0);
    const gaps = await world.behindTheLocks(
      `select 1 from generate_series(now() + interval '1 hour', now() + interval '12 days', interval '1 hour') at
       where extract(hour from at at time zone 'Europe/Stockholm') in (18, 23, 2, 7)
         and (select count(*) from duty_shift d where d.starts_at <= at and d.ends_at > at) <> 2`,
    );
    expect(gaps).toEqual([]);
  });
});
