/** The family's extract out of real tables: who finds what about whom, and what neither guardian nor child is told. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import type { Category } from '#domain/disclosure/vocabulary.js';
import type { ExtractView } from '#domain/ledger/extract.js';
import type { FamilyCaller } from '#use-cases/gate/caller.js';
import { ReadExtract } from '#use-cases/ledger/read-extract.js';
import { type GradedCase, openGradedCase } from '../../support/case.js';
import { buildWorld, type World } from '../../support/world.js';

let world: World;
let red: GradedCase;
let extract: ReadExtract;

const family = (personId: string): FamilyCaller => {
  const { municipalityId, branchId } = world.caller('maria');
  const sessionId = '00000000-0000-4000-8000-000000000003';
  return { kind: 'family', personId, municipalityId, branchId, sessionId, origin: '127.0.0.1', requestId: 'extract' };
};
const read = (viewer: string, view: ExtractView, personId = red.personId) =>
  extract.run(family(viewer), { personId, view, before: null });
const topicsOf = async (viewer: string, view: ExtractView) =>
  (await read(viewer, view)).groups.filter(({ act }) => act !== 'own').map(({ topic, act }) => `${act} ${topic}`);

/** Something said by Maria and read by her, as the gate writes it. */
async function sayAndRead(
  category: Category,
  more: { revealsPlace?: boolean; subjects?: string[] } = {},
): Promise<string> {
  const maria = world.caller('maria');
  const [first = red.personId, ...others] = more.subjects ?? [red.personId];
  const itemId = await world.asCaller.run(maria, (tx) =>
    world.seal.item(tx, {
      caseId: red.caseId,
      category,
      form: 'mash',
      phase: 'investigation',
      revealsPlace: more.revealsPlace ?? false,
      subjectIds: [first, ...others],
      content: { text: 'kanariefågeln' },
    }),
  );
  await world.appender.append(maria, [
    { action: 'read', outcome: 'release', personId: first, caseId: red.caseId, itemId, ground: 'internal' },
  ]);
  return itemId;
}
const setPerson = (columns: string) =>
  world.behindTheLocks(`update person set ${columns} where id = $1`, [red.personId]);

beforeAll(async () => {
  world = await buildWorld();
  extract = new ReadExtract(world.asCaller, world.appender);
  red = await openGradedCase(world, { grade: 'red' });
  await world.behindTheLocks(`update case_file set state = 'investigation', phase = 'investigation' where id = $1`, [
    red.caseId,
  ]);
  await sayAndRead('leisure');
  await sayAndRead('home-and-family');
  await sayAndRead('preliminary-investigation');
  await sayAndRead('school-attendance-and-results', { revealsPlace: true });
  await sayAndRead('health-and-psychiatry', { subjects: [red.guardianId, red.personId] });
}, 60_000);
afterAll(() => world?.close());

describe('the extract', () => {
  it('tells house, role, kind of thing, ground and time, never what it said, which case or who', async () => {
    const { groups } = await read(red.personId, 'subject');
    expect(groups.find(({ topic }) => topic === 'leisure')).toEqual({
      day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      act: 'read',
      topic: 'leisure',
      reader: { kind: 'social-services', houseName: expect.any(String), role: 'intake', staffName: null },
      ground: 'internal',
      purpose: null,
      times: 1,
      first: expect.any(Number),
      last: expect.any(Number),
      until: null,
    });
    const all = JSON.stringify(groups);
    for (const secret of ['kanariefågeln', red.caseId, 'Lindgren', world.caller('maria').staffId])
      expect(all).not.toContain(secret);
  });

  it('is another for the child than for the guardian', async () => {
    expect(new Set(await topicsOf(red.personId, 'subject'))).toEqual(
      new Set(['read leisure', 'read home', 'read school', 'read health']),
    );
    expect(new Set(await topicsOf(red.guardianId, 'guardian'))).toEqual(
      new Set(['read leisure', 'read school', 'read health']),
    );
  });

  it('tells a guardian nothing when the child decides alone, and nothing when it would harm the child', async () => {
    await setPerson(`maturity = 'child'`);
    expect(await topicsOf(red.guardianId, 'guardian')).toEqual([]);
    expect(await topicsOf(red.personId, 'subject')).toContain('read leisure');
    await setPerson(`maturity = null`);
    const maria = world.caller('maria');
    await world.behindTheLocks(
      `insert into assessment (id, municipality_id, branch_id, case_id, ground, person_id, from_house, to_house, categories, criteria, decided_by, decided_as, until)
       values ($1, $2, $3, $4, 'OSL 12:3', $5, $6, $7, '{leisure}', '{"seriousHarm": true}', $8, 'investigator', clock.now() + interval '1 day')`,
      [
        randomUUID(),
        maria.municipalityId,
        maria.branchId,
        red.caseId,
        red.personId,
        `${maria.house.authority}/${maria.house.branch}`,
        `person:${red.guardianId}`,
        maria.staffId,
      ],
    );
    expect(await topicsOf(red.guardianId, 'guardian')).toEqual([]);
    await world.behindTheLocks(`delete from assessment where person_id = $1`, [red.personId]);
    expect(await topicsOf(red.guardianId, 'guardian')).toContain('read leisure');
  });

  it('tells a guardian no place and no name of a house about a protected child', async () => {
    await setPerson(`protection = 'protected-registration'`);
    const { groups } = await read(red.guardianId, 'guardian');
    expect(groups.map(({ topic }) => topic)).not.toContain('school');
    expect(groups.flatMap(({ reader }) => reader?.houseName ?? [])).toEqual([]);
    await setPerson(`protection = 'none'`);
  });

  it('tells nobody that there has been a report before an investigation has been opened', async () => {
    await world.behindTheLocks(`update case_file set phase = 'preliminary' where id = $1`, [red.caseId]);
    expect(await topicsOf(red.personId, 'subject')).toEqual([]);
    expect(await topicsOf(red.guardianId, 'guardian')).toEqual([]);
    await world.behindTheLocks(`update case_file set phase = 'investigation' where id = $1`, [red.caseId]);
  });

  it('tells whoever has been asked for a yes in the case, in any phase and after it is closed, and nobody else', async () => {
    await world.behindTheLocks(`update case_file set phase = 'preliminary', state = 'closed' where id = $1`, [
      red.caseId,
    ]);
    const { municipalityId, branchId, staffId } = world.caller('maria');
    const ask = async (state: string): Promise<string> => {
      const id = randomUUID();
      await world.behindTheLocks(
        `insert into consent (id, municipality_id, branch_id, case_id, person_id, state, from_houses, to_houses, categories, purposes, situations,
           valid_from, valid_until, notice_id, notice_version, notice_hash, created_by, offered_at)
         values ($1, $2, $3, $4, $5, $6, '{a/b}', '{c/d}', '{leisure}', '{support}', '{}', clock.now() - interval '1 day',
           clock.now() + interval '30 days', 'n', '1', '\\x00', $7, case when $6 = 'draft' then null else clock.now() end)`,
        [id, municipalityId, branchId, red.caseId, red.personId, state, staffId],
      );
      await world.behindTheLocks(
        `insert into consent_signer (consent_id, person_id, stands_as) values ($1, $2, 'subject')`,
        [id, red.personId],
      );
      return id;
    };
    await ask('draft');
    expect(await topicsOf(red.personId, 'subject')).toEqual([]);
    await ask('called-off');
    const told = await topicsOf(red.personId, 'subject');
    expect(told).toContain('read leisure');
    expect(told.filter((topic) => /report|crime|safety/.test(topic))).toEqual([]);
    expect(await topicsOf(red.guardianId, 'guardian')).toEqual([]);
    await world.behindTheLocks(`update case_file set phase = 'investigation', state = 'investigation' where id = $1`, [
      red.caseId,
    ]);
  });

  it('tells of what another house was given, and until when', async () => {
    const itemId = await sayAndRead('measures-and-plan');
    const ofHome = await sayAndRead('home-and-family');
    const [lena, maria] = [world.caller('lena'), world.caller('maria')];
    const consentId = randomUUID();
    await world.behindTheLocks(
      `insert into consent (id, municipality_id, branch_id, case_id, person_id, state, from_houses, to_houses, categories, purposes, situations,
         valid_from, valid_until, notice_id, notice_version, notice_hash)
       values ($1, $2, $3, $4, $5, 'active', array[$6], array[$7], '{measures-and-plan,home-and-family}', '{support}', '{}', clock.now() - interval '1 day',
         clock.now() + interval '30 days', 'n', '1', '\\x00')`,
      [
        ...[consentId, maria.municipalityId, maria.branchId, red.caseId, red.personId],
        ...[maria, lena].map(({ house }) => `${house.authority}/${house.branch}`),
      ],
    );
    await world.behindTheLocks(
      `insert into consent_signer (consent_id, person_id, stands_as, signed_at, method)
       values ($1, $2, 'subject', clock.now(), 'oral'), ($1, $3, 'guardian', clock.now(), 'oral')`,
      [consentId, red.personId, red.guardianId],
    );
    for (const given of [itemId, ofHome])
      await world.behindTheLocks(
        `insert into share (id, item_id, from_branch_id, to_branch_id, purpose, ground, decided_by, given)
         values ($1, $2, $3, $4, 'support', 'consent', $5, tstzrange(clock.now(), clock.now() + interval '1 day'))`,
        [randomUUID(), given, maria.branchId, lena.branchId, maria.staffId],
      );
    // What the guardian has signed for is told, though the thing itself is for a person to decide about.
    const topics = await topicsOf(red.guardianId, 'guardian');
    expect(topics).toContain('received home');
    expect(topics).not.toContain('read home');
    const given = (await read(red.guardianId, 'guardian')).groups.find(
      ({ act, topic }) => act === 'received' && topic === 'plan',
    );
    expect(given).toMatchObject({ topic: 'plan', ground: 'consent', reader: { kind: lena.house.kind, role: null } });
    expect(given?.until).toBeGreaterThan(Date.now());
  });

  it('shows the names of staff where the municipality has chosen so', async () => {
    const choose = (names: boolean) =>
      world.behindTheLocks(`update municipality set settings = jsonb_set(settings, '{extractNamesStaff}', $1::jsonb)`, [
        String(names),
      ]);
    await choose(true);
    expect(JSON.stringify((await read(red.personId, 'subject')).groups)).toContain('Maria Lindgren');
    await choose(false);
  });
});

describe('whose it is', () => {
  it('is told to nobody else, and the attempt is written down', async () => {
    const other = await openGradedCase(world, { grade: 'orange', givenName: 'Nora' });
    await expect(read(other.guardianId, 'guardian')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    // A guardian who asks as if they were the child, and a child as if it were a guardian.
    await expect(read(red.guardianId, 'subject')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(read(red.personId, 'guardian')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const refused = await world.behindTheLocks(
      `select 1 from ledger_entry where action = 'refuse' and actor_person is not null and person_id = $1`,
      [red.personId],
    );
    expect(refused).toHaveLength(3);
  });

  it('ends with custody and with the eighteenth birthday', async () => {
    await world.behindTheLocks(`update custody set ends_on = current_date - 1 where child_id = $1`, [red.personId]);
    await expect(read(red.guardianId, 'guardian')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await world.behindTheLocks(`update custody set ends_on = null where child_id = $1`, [red.personId]);
    await setPerson(`born = (clock.now() at time zone 'Europe/Stockholm')::date - interval '18 years'`);
    await expect(read(red.guardianId, 'guardian')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await topicsOf(red.personId, 'subject')).toContain('read leisure');
    await setPerson(`born = '2011-12-31'`);
  });

  it('has one’s own looks in it, and no other family member’s', async () => {
    await read(red.guardianId, 'guardian');
    const { groups } = await read(red.personId, 'subject');
    const own = groups.filter(({ act }) => act === 'own');
    const [row] = await world.behindTheLocks<{ times: number }>(
      `select count(*)::int as times from ledger_entry where actor_person = $1 and person_id = $1 and action = 'read'`,
      [red.personId],
    );
    // The look of just now is written after what it shows.
    expect(own.reduce((sum, { times }) => sum + times, 0)).toBe((row?.times ?? 0) - 1);
  });

  it('is nothing to staff, whatever they ask the database', async () => {
    const app = new Client({ connectionString: world.database.urls.app });
    await app.connect();
    const { staffId, branchId, municipalityId } = world.caller('maria');
    await app.query('begin');
    for (const [name, value] of Object.entries({
      staff: staffId,
      branch: branchId,
      municipality: municipalityId,
      role: 'manager',
    }))
      await app.query(`select set_config($1, $2, true)`, [`samnav.${name}`, value]);
    expect((await app.query(`select * from caller.extract_lines($1, null, 60)`, [red.personId])).rows).toEqual([]);
    expect((await app.query(`select caller.extract_facts($1) as facts`, [red.personId])).rows).toEqual([
      { facts: null },
    ]);
    await app.end();
  });
});
