/**
 * What towns had set about their leadership's meetings before it had groups of its own: brought up with everything else in
 * place, nothing of theirs is lost and no young person's group keeps a meeting that was never its own ([S1] Eskilstuna).
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource, type QueryRunner } from 'typeorm';
import { adjustForm, type FormAdjustment } from '#domain/form/adjust-form.js';
import { formFaults } from '#domain/form/form-faults.js';
import { migrations } from '#migrations/index.js';
import { readForms } from '#platform/forms/read-forms.js';
import { DEFINERS } from '#store/definers.js';
import { migrate } from '#store/migrate.js';
import { createUnmigratedDatabase } from '../../support/database.js';

const BEFORE = 96;
const FILLED = ['municipality', 'staff_member', 'form_setting'];
const numberOf = (name: string): number => Number(name.slice(-13)) % 1000;

let owner: DataSource;
let drop: () => Promise<void>;
const towns = { both: randomUUID(), own: randomUUID(), none: randomUUID() };
const staff = randomUUID();

/** What the town's file said of its forms. */
const FILES: Readonly<Record<string, object>> = {
  both: {
    forms: [{ form: 'sig', ages: { from: 13, to: 20 }, meetings: { atMostWeeksApart: 4, leadershipEveryWeeks: 5 } }],
  },
  own: {
    forms: [
      { form: 'sig', meetings: { leadershipEveryWeeks: 5 } },
      { form: 'none', kind: 'steering', meetings: { atMostWeeksApart: 10 } },
    ],
  },
};

beforeAll(async () => {
  const database = await createUnmigratedDatabase();
  drop = database.drop;
  owner = await new DataSource({ type: 'postgres', url: database.url, entities: [], poolSize: 1 }).initialize();
  const runner = owner.createQueryRunner();
  await runner.query(
    `create table migrations (id serial primary key, timestamp bigint not null, name varchar not null)`,
  );
  for (const migration of migrations.map((Migration) => new Migration())) {
    if (numberOf(migration.name) > BEFORE) continue;
    await migration.up(runner);
    await runner.query(`insert into migrations (timestamp, name) values ($1, $2)`, [
      Number(migration.name.slice(-13)),
      migration.name,
    ]);
  }
  await runner.query(`grant usage on schema public, clock, caller, lock to samnav_definer`);
  await runner.query(`grant select, update on all tables in schema public to samnav_definer`);
  await runner.query(DEFINERS);
  // As the installation's people did, whom the policies let: the owner is bound by them too.
  for (const table of FILLED) await runner.query(`alter table ${table} no force row level security`);
  await fill(runner);
  for (const table of FILLED) await runner.query(`alter table ${table} force row level security`);
  await runner.release();
  await migrate(database.url, { movableClock: false });
  for (const table of FILLED) await owner.query(`alter table ${table} no force row level security`);
}, 120_000);
afterAll(async () => {
  await owner?.destroy();
  await drop?.();
});

async function fill(runner: QueryRunner): Promise<void> {
  for (const [slug, id] of Object.entries(towns))
    await runner.query(`insert into municipality (id, slug, name, settings) values ($1, $2, $2, $3)`, [
      id,
      slug,
      JSON.stringify(FILES[slug] ?? {}),
    ]);
  await runner.query(
    `insert into staff_member (id, municipality_id, issuer, subject, name, email) values ($1, $2, 'x', 'x', 'Tove', 'tove@x.example')`,
    [staff, towns.both],
  );
  const set = (town: string, kind: string, meetings: object): Promise<unknown> =>
    runner.query(
      `insert into form_setting (municipality_id, kind, adjustment, changed_by, version) values ($1, $2, $3, $4, 3)`,
      [town, kind, JSON.stringify({ kind, ages: { from: 13, to: 20 }, meetings }), staff],
    );
  await set(towns.both, 'sig', { atMostWeeksApart: 4, leadershipEveryWeeks: 6 });
  await set(towns.both, 'sspf-individual', { leadershipEveryWeeks: 5 });
  await set(towns.own, 'sig', { atMostWeeksApart: 3, leadershipEveryWeeks: 5 });
  await set(towns.own, 'steering', { atMostWeeksApart: 12 });
  await set(towns.none, 'sig', { atMostWeeksApart: 2 });
}

const settingsOf = async (town: string): Promise<Record<string, object>> => {
  const rows: { kind: string; adjustment: Record<string, object> }[] = await owner.query(
    `select kind, adjustment from form_setting where municipality_id = $1 order by kind`,
    [town],
  );
  return Object.fromEntries(rows.map(({ kind, adjustment }) => [kind, adjustment]));
};

describe('a town that had set how often its leadership meets', () => {
  it('has it as the cadence of its steering group, the closest where it had set several, and nowhere else', async () => {
    expect(await settingsOf(towns.both)).toEqual({
      sig: { kind: 'sig', ages: { from: 13, to: 20 }, meetings: { atMostWeeksApart: 4 } },
      'sspf-individual': { kind: 'sspf-individual', ages: { from: 13, to: 20 }, meetings: {} },
      steering: { kind: 'steering', meetings: { atMostWeeksApart: 5 } },
    });
  });

  it('keeps what it has set about its steering group itself', async () => {
    expect(await settingsOf(towns.own)).toEqual({
      sig: { kind: 'sig', ages: { from: 13, to: 20 }, meetings: { atMostWeeksApart: 3 } },
      steering: { kind: 'steering', ages: { from: 13, to: 20 }, meetings: { atMostWeeksApart: 12 } },
    });
  });

  it('changes nothing of a town that had set none, and is done once however often it is brought up', async () => {
    expect(await settingsOf(towns.none)).toEqual({
      sig: { kind: 'sig', ages: { from: 13, to: 20 }, meetings: { atMostWeeksApart: 2 } },
    });
    const [again] = await owner.query(
      `select count(*)::int as n from form_setting where adjustment #> '{meetings,leadershipEveryWeeks}' is not null`,
    );
    expect(again).toEqual({ n: 0 });
  });

  it('has forms that can be run by every one of them', async () => {
    const forms = readForms();
    const rows: { kind: string; adjustment: FormAdjustment }[] = await owner.query(
      `select kind, adjustment from form_setting`,
    );
    for (const { kind, adjustment } of rows) {
      const form = forms.find((one) => one.kind === kind);
      expect([kind, form && formFaults(adjustForm(form, adjustment))]).toEqual([kind, []]);
    }
  });
});

describe('a town whose file says how often its leadership meets', () => {
  const formsOf = async (town: string): Promise<unknown> => {
    const [row]: { forms: unknown }[] = await owner.query(
      `select settings -> 'forms' as forms from municipality where id = $1`,
      [town],
    );
    return row?.forms;
  };

  it('has it as a line of its steering group, unless its file has one already', async () => {
    expect(await formsOf(towns.both)).toEqual([
      { form: 'sig', ages: { from: 13, to: 20 }, meetings: { atMostWeeksApart: 4 } },
      { form: 'none', kind: 'steering', meetings: { atMostWeeksApart: 5 } },
    ]);
    expect(await formsOf(towns.own)).toEqual([
      { form: 'sig', meetings: {} },
      { form: 'none', kind: 'steering', meetings: { atMostWeeksApart: 10 } },
    ]);
    expect(await formsOf(towns.none)).toBeNull();
  });
});
