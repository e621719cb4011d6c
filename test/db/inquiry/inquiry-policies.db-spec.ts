/** The second lock of a question to another house: what the database shows to whoever is asked, whatever a program would ask. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TownForms } from '#use-cases/form/town-forms.js';
import { FileFormLibrary } from '#platform/forms/read-forms.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { AnswerInquiry } from '#use-cases/inquiry/answer-inquiry.js';
import { AskHouses } from '#use-cases/inquiry/ask-houses.js';
import { InquiryStore } from '#use-cases/inquiry/inquiry.port.js';
import { ReadAsked } from '#use-cases/inquiry/read-asked.js';
import type { GradedCase } from '../../support/case.js';
import { openInvestigation } from '../../support/inquiry.js';
import { buildWorld, type World } from '../../support/world.js';

let world: World;
let file: GradedCase;
let ids: Readonly<Record<string, string>>;

/** Asks the database as this member of staff, past the program. */
async function asked<T extends object>(caller: StaffCaller, sql: string, values: unknown[] = []): Promise<T[]> {
  return world.source.transaction(async (manager) => {
    await manager.query(
      `select set_config('samnav.staff', $1, true), set_config('samnav.unit', $2, true), set_config('samnav.branch', $3, true),
        set_config('samnav.municipality', $4, true), set_config('samnav.role', $5, true), set_config('samnav.service', '', true)`,
      [caller.staffId, caller.unitId, caller.branchId, caller.municipalityId, caller.role],
    );
    return manager.query(sql, values);
  });
}

const answer = (key: string, parts: readonly { category: string; text: string }[]) =>
  new AnswerInquiry(world.asCaller, world.seal).run(world.caller(key), {
    inquiryId: ids[key] ?? '',
    version: 1,
    knowledge: 'knows',
    parts: parts.map((part) => ({ ...part, revealsPlace: false })),
  });

beforeAll(async () => {
  world = await buildWorld();
  file = await openInvestigation(world);
  const ask = new AskHouses(world.asCaller, world.gate, world.seal, new TownForms(new FileFormLibrary()));
  const keys = ['marcus', 'lena'];
  await ask.run(world.caller('elin'), {
    caseId: file.caseId,
    kind: 'mash-2',
    unitIds: keys.map((key) => world.caller(key).unitId),
    categories: ['home-and-family', 'leisure'],
    withNumber: false,
  });
  const found = await world.asCaller.run(world.caller('elin'), (tx) => tx.of(InquiryStore).findOfCase(file.caseId));
  ids = Object.fromEntries(
    keys.map((key) => [key, found.find(({ unitId }) => unitId === world.caller(key).unitId)?.id ?? '']),
  );
  await answer('lena', [{ category: 'home-and-family', text: 'Kommer utan mat.' }]);
}, 120_000);
afterAll(() => world?.close());

describe('the asked house', () => {
  it('has one row of the question table, its own answer, and no other row of any table about the case', async () => {
    const tables = await world.behindTheLocks<{ name: string }>(
      `select c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
       where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.column_name in ('case_id','received_case_id','lead_case_id') order by 1`,
    );
    expect(tables.length).toBeGreaterThan(20);
    const seen = async (key: string): Promise<readonly string[]> => {
      const found: string[] = [];
      for (const { name } of tables) {
        if (name === 'ledger_entry') continue;
        const column = name === 'case_join' ? 'lead_case_id' : 'case_id';
        const rows = await asked(world.caller(key), `select 1 from ${name} where ${column} = $1`, [file.caseId]);
        if (rows.length > 0) found.push(`${name} ${rows.length}`);
      }
      return found;
    };
    expect(await seen('marcus')).toEqual(['inquiry 1']);
    expect(await seen('lena')).toEqual(['inquiry 1', 'item 1', 'share 1']);
    for (const key of ['hassan', 'olof', 'tove']) expect([key, await seen(key)]).toEqual([key, []]);
  });

  it('sees of the people only the facts of the one who is asked about, and of nobody the name', async () => {
    const people = await asked<{ id: string }>(world.caller('marcus'), `select id from person`);
    expect(people).toEqual([{ id: file.personId }]);
    for (const table of [
      'person_identity',
      'custody',
      'relation',
      'case_file',
      'assignment where case_id is not null',
      'hub',
    ])
      expect([table, await asked(world.caller('marcus'), `select 1 from ${table}`)]).toEqual([table, []]);
    expect(await asked(world.caller('marcus'), `select 1 from inquiry_item`)).toEqual([]);
    expect(await asked(world.caller('marcus'), `select 1 from item`)).toEqual([]);
  });

  it('writes the answer and nothing else', async () => {
    const marcus = world.caller('marcus');
    const change = (set: string) => asked(marcus, `update inquiry set ${set} where id = $1`, [ids['marcus']]);
    for (const set of ['due_at = clock.now()', 'unit_id = unit_id', `categories = '{leisure}'`])
      await expect(change(set)).rejects.toThrow(/permission denied/);
    await expect(change(`ended_at = clock.now(), ended_how = 'closed'`)).rejects.toThrow(
      /answers, and changes nothing/,
    );
    await expect(
      asked(marcus, `insert into inquiry_item (inquiry_id, item_id, position) select $1, id, 1 from item limit 1`, [
        ids['lena'],
      ]),
    ).resolves.toBeDefined();
    await expect(
      asked(marcus, `insert into item_subject (item_id, person_id, position) values (gen_random_uuid(), $1, 1)`, [
        file.guardianId,
      ]),
    ).rejects.toThrow(/row-level security/);
    expect(
      await asked(marcus, `update case_file set state = 'closed' where id = $1 returning id`, [file.caseId]),
    ).toEqual([[], 0]);
  });

  it('may say something in the case only while the question stands, and give it to the asking house alone', async () => {
    const insert = (key: string) =>
      asked(
        world.caller(key),
        `insert into item (id, municipality_id, case_id, branch_id, giver_kind, category, form, phase, key_person_id, key_version, ciphertext, created_by)
         values (gen_random_uuid(), $1, $2, $3, 'police', 'leisure', 'mash', 'investigation', $4, 1, 'x', $5)`,
        [
          world.caller(key).municipalityId,
          file.caseId,
          world.caller(key).branchId,
          file.personId,
          world.caller(key).staffId,
        ],
      );
    await expect(insert('hassan')).rejects.toThrow(/row-level security/);
    const [item] = await asked<{ id: string }>(world.caller('lena'), `select id from item`);
    const share = (to: string) =>
      asked(
        world.caller('lena'),
        `insert into share (id, item_id, from_branch_id, to_branch_id, purpose, ground, decided_by, given)
         values (gen_random_uuid(), $1, $2, $3, 'investigate-need', 'SoL 20:6', $4, tstzrange(clock.now(), null))`,
        [item?.id, world.caller('lena').branchId, to, world.caller('lena').staffId],
      );
    await expect(share(world.caller('marcus').branchId)).rejects.toThrow(/row-level security/);
    await share(world.caller('elin').branchId);
  });

  it('loses all of it when the post, the question, or the investigation ends, or the person is protected', async () => {
    const marcus = world.caller('marcus');
    const read = () => new ReadAsked(world.asCaller, world.gate, world.appender).run(marcus, ids['marcus'] ?? '');
    expect((await read()).about).toMatchObject({ name: 'Elliot Provberg', ground: { id: 'OSL 10:2' } });
    const rows = () => asked(marcus, `select 1 from inquiry union all select 1 from person`);
    expect((await rows()).length).toBe(2);
    const elsewhere = { ...marcus, unitId: world.caller('lena').unitId };
    expect(await asked(elsewhere, `select 1 from inquiry`)).toEqual([]);
    await world.behindTheLocks(`update person set protection = 'protected-registration' where id = $1`, [
      file.personId,
    ]);
    expect(await rows()).toEqual([]);
    await expect(read()).rejects.toThrow('NOT_FOUND');
    await world.behindTheLocks(`update person set protection = 'none' where id = $1`, [file.personId]);
    expect((await rows()).length).toBe(2);
    await world.behindTheLocks(`update case_file set phase = 'measures' where id = $1`, [file.caseId]);
    expect(await rows()).toEqual([]);
    await expect(read()).rejects.toThrow('NOT_FOUND');
    const ended = await world.behindTheLocks<{ ended_how: string }>(`select distinct ended_how from inquiry`);
    expect(ended).toEqual([{ ended_how: 'closed' }]);
  });
});
