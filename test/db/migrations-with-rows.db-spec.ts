/**
 * Migrations that change what is stored already are taken back and done again by the owner, whom row-level security binds, on a
 * town with rows in it: a column that must be filled is filled for every row, and nothing else of the rows is lost.
 */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { ownerDataSource } from '#store/database.js';
import { migrate } from '#store/migrate.js';
import { openMeasuresCase } from '../support/joint.js';
import { buildWorld, type World } from '../support/world.js';

const RELOCATIONS = 'RunningRelocations1764000000103';
const HOUSES = 'OneNameOneHouse1764000000113';
const RENEWALS = 'RenewalOfConsents1764000000260';
const AREAS = 'CalledToPlaces1764000000290';
const NARROWED = 'NarrowedFromTheStart1764000000360';

let world: World;
let owner: DataSource;
let caseId: string;

beforeAll(async () => {
  world = await buildWorld();
  owner = await ownerDataSource(world.database.urls.owner).initialize();
  const file = await openMeasuresCase(world);
  caseId = file.caseId;
  await layRows(file);
}, 60_000);
afterAll(async () => {
  await owner?.destroy();
  await world?.close();
});

/** An offer to another town, and a meeting about a place with somebody called to it by mail. */
async function layRows({ caseId, personId }: { readonly caseId: string; readonly personId: string }): Promise<void> {
  const { municipalityId, branchId, staffId } = world.caller('anna');
  const [ids] = await world.behindTheLocks<Record<string, string>>(
    `select gen_random_uuid() as moved, gen_random_uuid() as area, gen_random_uuid() as meeting, gen_random_uuid() as invitation,
       gen_random_uuid() as town, gen_random_uuid() as authority, gen_random_uuid() as house`,
  );
  const { moved, area, meeting, invitation, town, authority, house } = ids!;
  await world.behindTheLocks(
    `insert into municipality select (jsonb_populate_record(m, jsonb_build_object('id', $1::uuid, 'slug', 'grannby', 'name', 'Grannby'))).* from municipality m where m.id = $2`,
    [town, municipalityId],
  );
  await world.behindTheLocks(
    `insert into authority select (jsonb_populate_record(a, jsonb_build_object('id', $1::uuid, 'slug', 'grannbys-namnd', 'municipality_id', $3::uuid))).*
       from authority a join branch b on b.authority_id = a.id where b.id = $2`,
    [authority, branchId, town],
  );
  await world.behindTheLocks(
    `insert into branch select (jsonb_populate_record(b, jsonb_build_object('id', $1::uuid, 'municipality_id', $2::uuid, 'authority_id', $3::uuid,
       'name', 'Grannby', 'written_house', 'grannbys-namnd/' || b.slug))).* from branch b where b.id = $4`,
    [house, town, authority, branchId],
  );
  for (const [id, kind, level, of] of [
    [moved, 'sig', 'persons', caseId],
    [area, 'est', 'none', null],
  ])
    await world.behindTheLocks(
      `insert into collaboration_group (id, municipality_id, branch_id, kind, form, level, case_id, area, standing, coordinator_id, created_by)
       values ($1, $2, $3, $4, $4, $5, $6, case when $6::uuid is null then 'Stationen' end, 'moved', $7, $7)`,
      [id, municipalityId, branchId, kind, level, of, staffId],
    );
  await world.behindTheLocks(
    `insert into relocation (id, municipality_id, branch_id, group_id, case_id, person_id, to_municipality_id, to_branch_id, form, ground, ciphertext, key_version, offered_by, offered_at)
     values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, 'sig', 'consent', '\\x00', 1, $8, '2026-03-01 12:00+01')`,
    [municipalityId, branchId, moved, caseId, personId, town, house, staffId],
  );
  await world.behindTheLocks(
    `insert into area_meeting (id, municipality_id, branch_id, group_id, starts_at, minutes, convened_by) values ($1, $2, $3, $4, clock.now() + interval '3 days', 55, $5)`,
    [meeting, municipalityId, branchId, area, staffId],
  );
  await world.behindTheLocks(
    `insert into invitation (id, area_meeting_id, branch_id, staff_id, starts_at, minutes, sequence) values ($1, $2, $3, $4, clock.now() + interval '3 days', 55, 1)`,
    [invitation, meeting, branchId, staffId],
  );
  await world.behindTheLocks(
    `insert into invitation_mail (id, invitation_id, sequence, method, starts_at, minutes)
     select gen_random_uuid(), id, sequence, 'request', starts_at, minutes from invitation where id = $1`,
    [invitation],
  );
  await world.behindTheLocks(
    `with d as (insert into deadline (id, municipality_id, branch_id, kind, case_id, about_id, rule, source, starts_at, due_at, owner_staff_id, alarms)
       values (gen_random_uuid(), $1, $2, 'consent-renewal', $3, gen_random_uuid(), '{}', '', clock.now(), clock.now() + interval '1 day', $4, '{}') returning id),
     e as (insert into deadline_effect (deadline_id, key) select id, 'warning' from d),
     n as (insert into notice (id, municipality_id, staff_id, kind, effect_key, deadline_id) select gen_random_uuid(), $1, $4, 'deadline-warning', 'renewal', id from d returning id)
     insert into delivery (id, notice_id, channel) select gen_random_uuid(), id, 'mail' from n`,
    [municipalityId, branchId, caseId, staffId],
  );
}

const standing = async (): Promise<string[]> =>
  (await world.behindTheLocks<{ name: string }>(`select name from migrations order by timestamp`)).map(
    ({ name }) => name,
  );
async function backPast(name: string): Promise<void> {
  while ((await standing()).includes(name)) await owner.undoLastMigration({ transaction: 'each' });
}
const count = async (table: string): Promise<number> =>
  (await world.behindTheLocks<{ n: number }>(`select count(*)::int as n from ${table}`))[0]!.n;

it('are taken back and done again over rows that are there', async () => {
  const tables = ['branch', 'relocation', 'case_file', 'person', 'area_meeting', 'collaboration_group', 'membership'];
  const before = await Promise.all(tables.map(count));
  const all = await standing();

  await backPast(AREAS);
  expect(await count('invitation_mail')).toBe(0);
  const others = await count(`deadline where kind <> 'consent-renewal'`);
  await backPast(RENEWALS);
  // Nobody reads in the deadlines of a case that there is a consent.
  expect(await count(`deadline where kind = 'consent-renewal'`)).toBe(0);
  expect(await count('deadline')).toBe(others);
  await backPast(HOUSES);
  await backPast(RELOCATIONS);
  expect((await standing()).at(-1)).toBe(all[all.indexOf(RELOCATIONS) - 1]);
  expect(await Promise.all(tables.map(count))).toEqual(before);

  await migrate(world.database.urls.owner, { movableClock: true });
  expect(await standing()).toEqual(all);
  expect(await Promise.all(tables.map(count))).toEqual(before);
  // Filled for every row, of every town.
  expect(await world.behindTheLocks(`select until = offered_at + interval '30 days' as month from relocation`)).toEqual(
    [{ month: true }],
  );
  expect(
    await world.behindTheLocks(
      `select b.name from branch b join authority a on a.id = b.authority_id where b.written_house is distinct from a.slug || '/' || b.slug`,
    ),
  ).toEqual([]);
}, 120_000);

it('call a consent that holds with less by that word', async () => {
  await backPast(NARROWED);
  const [consent] = await world.behindTheLocks<{ id: string }>(
    `with c as (insert into consent (id, municipality_id, branch_id, case_id, person_id, state, from_houses, to_houses, categories, purposes, situations,
         valid_from, valid_until, notice_id, notice_version, notice_hash)
       select gen_random_uuid(), f.municipality_id, f.branch_id, f.id, f.person_id, 'active', '{a/b,c/d,e/f}', '{a/b,c/d,e/f}', '{leisure}', '{support}', '{meeting}',
         clock.now(), clock.now() + interval '30 days', 'n', '1', '' from case_file f where f.id = $1 returning id, person_id)
     insert into consent_signer (consent_id, person_id, stands_as, refused_houses) select id, person_id, 'subject', '{e/f}' from c returning consent_id as id`,
    [caseId],
  );
  await migrate(world.database.urls.owner, { movableClock: true });
  expect(await world.behindTheLocks(`select state from consent where id = $1`, [consent?.id])).toEqual([
    { state: 'narrowed' },
  ]);
  await world.behindTheLocks(`update consent set state = 'withdrawn' where id = $1`, [consent?.id]);
}, 120_000);

it('refuse two houses of one name in plain words, and change nothing', async () => {
  await backPast(HOUSES);
  const slugs = await world.behindTheLocks<{ id: string; slug: string }>(
    `select a.id, a.slug from authority a where a.slug = 'grannbys-namnd'`,
  );
  await world.behindTheLocks(
    `update authority set slug = (select a.slug from authority a join branch b on b.authority_id = a.id where b.id = $2) where id = $1`,
    [slugs[0]?.id, world.caller('anna').branchId],
  );
  await expect(migrate(world.database.urls.owner, { movableClock: true })).rejects.toThrow(
    /Several towns have a house called .* give all but one of them another slug/,
  );
  expect(await standing()).not.toContain(HOUSES);
  await world.behindTheLocks(`update authority set slug = $2 where id = $1`, [slugs[0]?.id, 'grannbys-namnd']);
  await migrate(world.database.urls.owner, { movableClock: true });
  expect(await standing()).toContain(HOUSES);
}, 120_000);
