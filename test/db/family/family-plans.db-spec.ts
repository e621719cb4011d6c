/**
 * The second lock around a plan in the family's hand: what a person set in a transaction reads and writes of it as plain SQL,
 * past the program: their own, and of the plan what was written for them (OSL 12:1–3, 21:3).
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { startApi, type Api } from '../../support/api.js';
import { plannedFamily, type PlannedFamily } from '../../support/planned-family.js';
import { buildWorld, type World } from '../../support/world.js';

let world: World;
let api: Api;
let app: Client;
let of: PlannedFamily;
let others: PlannedFamily;
let shown: string;
let promised: string;
let hidden: string;
let home: string;

const id = (name: string): string => of.person(name) || others.person(name);

/** One transaction of the runtime role under one identity; whatever it wrote is taken back. */
async function as<T extends object>(
  settings: Record<string, string>,
  sql: string,
  values: unknown[] = [],
): Promise<T[]> {
  await app.query('begin');
  try {
    for (const [key, value] of Object.entries(settings))
      await app.query(`select set_config($1, $2, true)`, [`samnav.${key}`, value]);
    return (await app.query<T>(sql, values)).rows;
  } finally {
    await app.query('rollback');
  }
}
const by = <T extends object>(name: string, sql: string, values: unknown[] = []): Promise<T[]> =>
  as<T>({ person: id(name) }, sql, values);
const byStaff = <T extends object>(key: string, sql: string, values: unknown[] = []): Promise<T[]> => {
  const { staffId, unitId, branchId, municipalityId, role } = world.caller(key);
  const who = { staff: staffId, unit: unitId, branch: branchId, municipality: municipalityId, role };
  return as<T>(who, sql, values);
};

/** Words of the family's own; a family may add an item, and read none. */
const SAY = `insert into item (id, municipality_id, case_id, branch_id, giver_kind, giver_person, category, form, phase, key_person_id, key_version, ciphertext)
  select $1, f.municipality_id, f.case_id, f.branch_id, 'guardian', caller.person(), 'measures-and-plan', 'none', 'none', f.person_id, 1, '\\x00'
  from caller.family_plans() f limit 1`;

beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  app = new Client({ connectionString: world.database.urls.app });
  await app.connect();
  of = await plannedFamily(world, api, ['Melvin', 'Linda', 'Tomas']);
  others = await plannedFamily(world, api, ['Nora', 'Samira', 'Peter'], { apart: true });
  shown = await of.write('anna', { kind: 'goal', words: 'Komma in på fordon.' });
  hidden = await of.write('anna', { kind: 'goal', words: 'Bara för oss.', forFamily: false });
  home = await of.write('anna', { kind: 'strength', words: 'Det är lugnt hemma.', category: 'home-and-family' });
  promised = await others.write('anna', {
    ...{ kind: 'frame', words: 'Ringer varje kväll.', watch: 'Anna', promisedBy: others.person('Samira') },
  });
  await of.write('anna', { kind: 'future', words: 'En verkstad.' });
  await of.putForward();
}, 120_000);
afterAll(async () => {
  await app?.end();
  await api?.close();
  await world?.close();
});

const ENTRIES = `select id from caller.family_plan_entries()`;
const seen = async (name: string): Promise<string[]> => (await by<{ id: string }>(name, ENTRIES)).map((row) => row.id);

describe('a plan in the family’s hand', () => {
  it('is what was written for the one who asks, by the same facts as the program decides by', async () => {
    expect(await seen('Linda')).toContain(shown);
    expect(await seen('Linda')).not.toContain(hidden);
    expect([(await seen('Linda')).includes(home), (await seen('Melvin')).includes(home)]).toEqual([false, true]);
    expect((await seen('Melvin')).includes(promised)).toBe(false);
    expect(await seen('Samira')).toEqual([promised]);
    // They meet it apart: neither is told what the other does.
    expect(await seen('Peter')).toEqual([]);
    expect(await byStaff('anna', ENTRIES)).toEqual([]);
  });

  it('shows a suspicion, a report and an investigation of the police to neither of them, until somebody has assessed it', async () => {
    const [item] = await world.behindTheLocks<{ item_id: string }>(`select item_id from plan_entry where id = $1`, [
      shown,
    ]);
    const said = async (category: string): Promise<boolean[]> => {
      await world.behindTheLocks(`update item set category = $2 where id = $1`, [item?.item_id, category]);
      return [(await seen('Linda')).includes(shown), (await seen('Melvin')).includes(shown)];
    };
    try {
      for (const category of [
        'crime-and-suspicion',
        'report-content',
        'threat-assessment',
        'preliminary-investigation',
      ])
        expect([category, ...(await said(category))]).toEqual([category, false, false]);
      expect(await said('measures-and-plan')).toEqual([true, true]);
    } finally {
      await said('measures-and-plan');
    }
  });

  it('shows a guardian nothing of where a protected child is', async () => {
    const place = await of.write('anna', { kind: 'strength', words: 'Tränar i Ekhallen.', revealsPlace: true });
    expect([(await seen('Linda')).includes(place), (await seen('Melvin')).includes(place)]).toEqual([true, true]);
    await world.behindTheLocks(`update person set protection = 'marking' where id = $1`, [id('Melvin')]);
    try {
      expect([(await seen('Linda')).includes(place), (await seen('Melvin')).includes(place)]).toEqual([false, true]);
      expect((await seen('Linda')).includes(shown)).toBe(true);
    } finally {
      await world.behindTheLocks(`update person set protection = 'none' where id = $1`, [id('Melvin')]);
    }
  });

  it('shows nothing on a ground that the lawyer of the town has switched off or narrowed', async () => {
    const limit = (disclosure: object) =>
      world.behindTheLocks(
        `update municipality set settings = settings || jsonb_build_object('disclosure', $1::jsonb)`,
        [JSON.stringify(disclosure)],
      );
    const both = async () => [(await seen('Linda')).includes(shown), (await seen('Melvin')).includes(shown)];
    try {
      await limit({ switchedOff: ['OSL 12:3'] });
      expect(await both()).toEqual([false, true]);
      await limit({ narrowed: { 'OSL 12:1': { categories: ['leisure'] } } });
      expect(await both()).toEqual([true, false]);
    } finally {
      await limit({});
    }
    expect(await both()).toEqual([true, true]);
  });

  it('is given and promised by the house that wrote it, and by no other that may change it', async () => {
    const give = `update plan_entry set for_family = not for_family where id = $1 returning id`;
    const promise = `update plan_entry set promised_by = $2 where id = $1 returning id`;
    const theirs = await of.write('marcus', { kind: 'frame', words: 'Hemma klockan nio.', watch: 'Fältarna.' });
    // The house that leads may change the row, and so may whoever is responsible for it.
    const stay = `update plan_entry set version = version + 1 where id = $1 returning id`;
    expect(await byStaff('anna', stay, [theirs])).toHaveLength(1);
    await expect(byStaff('anna', give, [theirs])).rejects.toThrow(/by that house/);
    await expect(byStaff('anna', promise, [theirs, id('Linda')])).rejects.toThrow(/by that house/);
    expect(await byStaff('marcus', give, [theirs])).toHaveLength(1);
    expect(await byStaff('marcus', promise, [theirs, id('Linda')])).toHaveLength(1);
  });

  it('gives the words of what is shown and of nothing else', async () => {
    const items = await world.behindTheLocks<{ id: string; item_id: string }>(
      `select id, item_id from plan_entry where id = any($1)`,
      [[shown, hidden, home]],
    );
    const itemOf = (entry: string) => items.find((one) => one.id === entry)?.item_id;
    const given = await by<{ id: string }>('Linda', `select id from caller.family_items($1::uuid[])`, [
      items.map(({ item_id }) => item_id),
    ]);
    expect(given.map((row) => row.id)).toEqual([itemOf(shown)]);
  });

  it('opens no table of it to them', async () => {
    for (const table of ['plan', 'plan_entry', 'plan_act', 'plan_version', 'plan_version_line', 'collaboration_group'])
      expect([table, await by('Linda', `select 1 from ${table} limit 1`)]).toEqual([table, []]);
    expect(await by('Linda', `select distinct person_id from plan_answer`)).toEqual([{ person_id: id('Linda') }]);
  });
});

describe('what one says in it', () => {
  const inOne = async (name: string, sql: string, values: unknown[] = []): Promise<string> => {
    await app.query('begin');
    try {
      await app.query(`select set_config('samnav.person', $1, true)`, [id(name)]);
      const itemId = randomUUID();
      await app.query(SAY, [itemId]);
      await app.query(sql, [itemId, ...values]);
      return 'said';
    } catch (error) {
      return String((error as { code?: string }).code);
    } finally {
      await app.query('rollback');
    }
  };
  const COMMENT = `insert into plan_voice (id, group_id, case_id, branch_id, entry_id, person_id, kind, item_id, key)
    select gen_random_uuid(), $2, f.case_id, f.branch_id, $3, $4, 'comment', $1, gen_random_uuid() from caller.family_plans() f limit 1`;

  it('is of what one sees, in one’s own name', async () => {
    expect(await inOne('Linda', COMMENT, [of.group.id, shown, id('Linda')])).toBe('said');
    expect(await inOne('Linda', COMMENT, [of.group.id, hidden, id('Linda')])).toBe('42501');
    expect(await inOne('Linda', COMMENT, [of.group.id, shown, id('Tomas')])).toBe('42501');
    expect(await inOne('Linda', COMMENT, [others.group.id, promised, id('Linda')])).toBe('42501');
  });

  it('is read by the one who said it and the house that leads, and changed by nobody', async () => {
    const [words] = await world.behindTheLocks<{ id: string }>(
      `insert into item (id, municipality_id, case_id, branch_id, giver_kind, giver_person, category, form, phase, key_person_id, key_version, ciphertext)
       select gen_random_uuid(), municipality_id, case_id, branch_id, 'guardian', $2, 'measures-and-plan', 'none', 'none', key_person_id, 1, '\\x00'
       from item where id = (select item_id from plan_entry where id = $1) returning id`,
      [shown, id('Linda')],
    );
    await world.behindTheLocks(`insert into item_subject (item_id, person_id, position) values ($1, $2, 1)`, [
      words?.id,
      id('Melvin'),
    ]);
    const [voice] = await world.behindTheLocks<{ id: string }>(
      `insert into plan_voice (id, group_id, case_id, branch_id, person_id, kind, item_id, key)
       select gen_random_uuid(), e.group_id, e.case_id, e.by_branch, $2, 'proposal', $3, gen_random_uuid() from plan_entry e where e.id = $1
       returning id`,
      [shown, id('Linda'), words?.id],
    );
    const READ = `select id from plan_voice where id = $1`;
    expect(await by('Linda', READ, [voice?.id])).toHaveLength(1);
    for (const name of ['Tomas', 'Melvin', 'Samira']) expect(await by(name, READ, [voice?.id])).toEqual([]);
    expect(await byStaff('anna', READ, [voice?.id])).toHaveLength(1);
    for (const key of ['lena', 'marcus', 'hassan'])
      expect([key, await byStaff(key, READ, [voice?.id])]).toEqual([key, []]);
    const TAKE = `update plan_voice set answer = 'taken-up', answered_by = caller.staff(), answered_at = clock.now() where id = $1 returning id`;
    expect(await byStaff('anna', TAKE, [voice?.id])).toHaveLength(1);
    expect(await byStaff('lena', TAKE, [voice?.id])).toEqual([]);
    expect(
      await by('Linda', `update plan_voice set undone_at = clock.now() where id = $1 returning id`, [voice?.id]),
    ).toEqual([]);
    await expect(byStaff('anna', `update plan_voice set item_id = item_id where id = $1`, [voice?.id])).rejects.toThrow(
      /permission denied/,
    );
  });

  it('is an answer for oneself, on one’s own page, to what stands as it was put forward', async () => {
    await of.putForward();
    const answers = await world.behindTheLocks<{ id: string; person_id: string }>(
      `select a.id, a.person_id from plan_answer a join plan_version v on v.id = a.version_id
       where a.group_id = $1 and a.person_id is not null and v.number = 2`,
      [of.group.id],
    );
    const answerOf = (name: string) => answers.find(({ person_id }) => person_id === id(name))?.id;
    const YES = `update plan_answer set answer = 'yes', how = 'page', answered_at = clock.now() where id = $1 returning id`;
    expect(await by('Linda', YES, [answerOf('Linda')])).toHaveLength(1);
    expect(await by('Linda', YES, [answerOf('Tomas')])).toEqual([]);
    const asStaff = `update plan_answer set answer = 'yes', how = 'phone', answered_by = $2, answered_at = clock.now() where id = $1`;
    await expect(by('Linda', asStaff, [answerOf('Linda'), world.caller('anna').staffId])).rejects.toThrow(/row-level/);
    await expect(byStaff('anna', YES, [answerOf('Linda')])).rejects.toThrow(/row-level/);
    await of.write('anna', { kind: 'goal', words: 'Något nytt.' });
    await expect(by('Linda', YES, [answerOf('Linda')])).rejects.toThrow(/row-level/);
  });
});
