/**
 * The database as the second lock: lawful identities with a statement of their own choosing, as if the program above were
 * wrong. Nobody reads, moves, forges or gives away what is not theirs (OSL 26:1, 8:1; ASVS 8.2.2, 8.4.1).
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { buildQuarry, inRole, type Quarry } from './quarry.js';

let quarry: Quarry;
let app: Client;
/** Ids by name, for the statements below: `:case` and the like. */
let ids: Record<string, string>;

beforeAll(async () => {
  quarry = await buildQuarry();
  app = new Client({ connectionString: quarry.world.database.urls.app });
  await app.connect();
  const { red, orange } = quarry.busy;
  const [found] = await quarry.world.behindTheLocks<Record<string, string>>(
    `select (select id from item where case_id = $1 and branch_id = $2 limit 1) as own_item,
       (select id from item where case_id = $1 and branch_id <> $2 limit 1) as police_item,
       (select report_id from report_child where received_case_id = $1 limit 1) as report,
       (select id from grading where case_id = $1 limit 1) as grading,
       (select person_id from case_file where id = $4) as other_person,
       (select id from hub_question where hub_id = $3 limit 1) as question,
       (select id from deadline where case_id = $1 limit 1) as deadline,
       (select id from assignment where case_id = $1 and branch_id = $2 and unit_id is not null limit 1) as assignment`,
    [red.caseId, quarry.world.caller('maria').branchId, red.hubId, orange.caseId],
  );
  const town = quarry.world.town;
  ids = {
    ...found,
    case: red.caseId,
    person: red.personId,
    hub: red.hubId,
    other_case: orange.caseId,
    soc: quarry.world.caller('maria').branchId,
    police: quarry.world.caller('marcus').branchId,
    town: town.municipalityId,
    stranger: quarry.stranger.caller.staffId,
    strange_town: quarry.stranger.caller.municipalityId,
    strange_unit: quarry.stranger.caller.unitId,
    strange_branch: quarry.stranger.caller.branchId,
    maria: town.staff.get('maria') ?? '',
    sara: town.staff.get('sara') ?? '',
    sven: town.staff.get('sven') ?? '',
    marcus: town.staff.get('marcus') ?? '',
    lena: town.staff.get('lena') ?? '',
    tove: town.staff.get('tove') ?? '',
    barn: town.units.get('ekvalla-soc/individ-och-familj/barn') ?? '',
    field: town.units.get('ekvalla-fritid/fritid/falt') ?? '',
  };
}, 120_000);
afterAll(async () => {
  await app?.end();
  await quarry?.close();
});

const PRIVILEGE = '42501';
const KEY = '23503';

/** Rows touched, or the code of the refusal; nothing stays. */
async function attempt(caller: StaffCaller, sql: string): Promise<number | string> {
  await app.query('begin');
  try {
    await app.query(
      `select set_config('samnav.staff', $1, true), set_config('samnav.unit', $2, true), set_config('samnav.branch', $3, true),
         set_config('samnav.municipality', $4, true), set_config('samnav.role', $5, true), set_config('samnav.service', '', true)`,
      [caller.staffId, caller.unitId, caller.branchId, caller.municipalityId, caller.role],
    );
    const { rowCount } = await app.query(
      sql.replace(/:(\w+)\b/g, (whole, name: string) => (ids[name] ? `'${ids[name]}'::uuid` : whole)),
    );
    return rowCount ?? 0;
  } catch (refused) {
    return (refused as { code?: string }).code ?? String(refused);
  } finally {
    await app.query('rollback');
  }
}

type Who = () => StaffCaller;
const key =
  (name: string): Who =>
  () =>
    quarry.world.caller(name);
const acting =
  (name: string, role: StaffCaller['role']): Who =>
  () =>
    inRole(quarry.world.caller(name), role);

const OUTSIDERS: readonly (readonly [string, Who])[] = [
  ['a representative of the same house who is not asked', key('sven')],
  ['another school', key('lena')],
  ['the field group', key('hassan')],
  ['an auditor', key('olof')],
  ['an administrator', key('tove')],
  ['an administrator whose post stands in the intake', acting('maria', 'administrator')],
  ['an auditor whose post stands in the intake', acting('maria', 'auditor')],
  ['a manager of another municipality', () => quarry.stranger.caller],
];

const READS: readonly (readonly [string, string])[] = [
  ['case_file', 'select 1 from case_file where id = :case'],
  ['item', 'select 1 from item where case_id = :case'],
  ['item_subject', 'select 1 from item_subject where person_id = :person'],
  ['item_version', 'select 1 from item_version v join item i on i.id = v.item_id'],
  ['person', 'select 1 from person where id = :person'],
  ['person_identity', 'select 1 from person_identity where person_id = :person'],
  ['person_key', 'select 1 from person_key where person_id = :person'],
  ['custody', 'select 1 from custody where child_id = :person'],
  ['report', 'select 1 from report where id = :report'],
  ['report_child', 'select 1 from report_child where case_id = :case'],
  ['report_item', 'select 1 from report_item where case_id = :case'],
  ['grading', 'select 1 from grading where case_id = :case'],
  ['protection_assessment', 'select 1 from protection_assessment where case_id = :case'],
  ['assessment', 'select 1 from assessment where case_id = :case'],
  ['deadline', 'select 1 from deadline where case_id = :case'],
  ['notice', 'select 1 from notice where case_id = :case and staff_id <> caller.staff()'],
  ['hub', 'select 1 from hub where id = :hub'],
  ['hub_question', 'select 1 from hub_question where hub_id = :hub'],
  [
    'hub_answer_item',
    'select 1 from hub_answer_item a join hub_question q on q.id = a.question_id where q.hub_id = :hub',
  ],
  ['board_event', 'select 1 from board_event where hub_id = :hub'],
  ['hub_decision', 'select 1 from hub_decision where hub_id = :hub'],
  ['hand_over', 'select 1 from hand_over where case_id = :case'],
  ['outbox', 'select 1 from outbox'],
  ['the person past the policies', 'select 1 where caller.sees_person(:person)'],
  ['the case past the policies', 'select 1 where caller.works_on(:case)'],
  ['the short list past the policies', 'select 1 where caller.is_named_for(:person)'],
];

describe('reading', () => {
  it('finds something where it is lawful, so that nothing found elsewhere means a closed door', async () => {
    const empty: string[] = [];
    for (const table of [
      'case_file',
      'item',
      'person',
      'person_identity',
      'person_key',
      'report',
      'grading',
      'hub',
      'hub_question',
    ])
      if (!(Number(await attempt(key('maria')(), READS.find(([name]) => name === table)![1])) > 0)) empty.push(table);
    expect(empty).toEqual([]);
  });

  it.each(OUTSIDERS)('%s reads no row of the red case', async (_, who) => {
    const seen: string[] = [];
    for (const [table, sql] of READS) {
      const found = await attempt(who(), sql);
      if (found !== 0 && found !== PRIVILEGE) seen.push(`${table}: ${found}`);
    }
    expect(seen).toEqual([]);
  });

  it('the police read their own report of it, and nothing of what social services say', async () => {
    const marcus = key('marcus')();
    expect(await attempt(marcus, 'select 1 from item where id = :police_item')).toBe(1);
    for (const sql of [
      'select 1 from item where id = :own_item',
      'select 1 from grading where case_id = :case',
      'select 1 from case_file where id = :case',
      'select 1 from hub where id = :hub',
      'select 1 from person_identity where person_id = :person',
    ])
      expect([sql, await attempt(marcus, sql)]).toEqual([sql, 0]);
  });
});

const item = (more: string) =>
  `insert into item (id, municipality_id, case_id, branch_id, giver_kind, category, form, phase, key_person_id, key_version, ciphertext, created_by)
   values (gen_random_uuid(), ${more})`;

/** Who, what they try, and the statement. Each is refused or touches no row. */
const WRITES: readonly (readonly [string, Who, string])[] = [
  [
    'puts themselves on a case',
    key('sven'),
    `insert into assignment (id, case_id, branch_id, staff_id, reason, assigned_by) values (gen_random_uuid(), :case, :soc, :sven, 'x', :sven)`,
  ],
  [
    'puts a colleague on another house’s case as a manager',
    acting('lena', 'manager'),
    `insert into assignment (id, case_id, branch_id, staff_id, reason, assigned_by) select gen_random_uuid(), :case, caller.branch(), :lena, 'x', :lena`,
  ],
  [
    'puts somebody on a case in a superior’s name',
    key('sara'),
    `insert into assignment (id, case_id, branch_id, staff_id, reason, assigned_by) values (gen_random_uuid(), :case, :soc, :sven, 'x', :maria)`,
  ],
  [
    'moves an assignment to a case of their choice',
    key('sara'),
    `update assignment set case_id = :other_case where case_id = :case`,
  ],
  [
    'hands an assignment to another person',
    key('maria'),
    `update assignment set staff_id = :tove where case_id = :case`,
  ],
  [
    'opens a case about somebody to look at them through it',
    key('sven'),
    `insert into case_file (id, municipality_id, branch_id, person_id) values (gen_random_uuid(), :town, :soc, :person)`,
  ],
  ['moves a case to another house', key('maria'), `update case_file set branch_id = :police where id = :case`],
  ['moves a case to another person', key('maria'), `update case_file set person_id = :other_person where id = :case`],
  [
    'writes on a case they do not work on',
    key('sven'),
    item(
      `:town, :case, :soc, 'social-services', 'assessment-results', 'mash', 'preliminary', :person, 1, '\\x00', :sven`,
    ),
  ],
  [
    'writes in another’s name',
    key('sara'),
    item(
      `:town, :case, :soc, 'social-services', 'assessment-results', 'mash', 'preliminary', :person, 1, '\\x00', :maria`,
    ),
  ],
  [
    'writes in another house’s name',
    key('marcus'),
    item(
      `:town, :case, :soc, 'social-services', 'assessment-results', 'mash', 'preliminary', :person, 1, '\\x00', :marcus`,
    ),
  ],
  ['moves what was said to another case', key('maria'), `update item set case_id = :other_case where id = :own_item`],
  ['moves what was said to another house', key('maria'), `update item set branch_id = :police where id = :own_item`],
  ['makes another the author', key('sara'), `update item set created_by = :maria where id = :own_item`],
  ['calls it no personal data', key('maria'), `update item set person_data = false where id = :own_item`],
  ['rewrites what another house said', key('maria'), `update item set ciphertext = '\\x00' where id = :police_item`],
  ['rewrites the history', key('maria'), `update item_version set ciphertext = '\\x00'`],
  ['removes the history', key('maria'), `delete from item_version`],
  ['removes what was said', key('maria'), `delete from item where id = :own_item`],
  ['takes a person out of what was said', key('maria'), `delete from item_subject where item_id = :own_item`],
  [
    'puts an unseen person into an item to read about them',
    key('sara'),
    `insert into item_subject (item_id, person_id, position) select id, :other_person, 9 from item where id = :own_item`,
  ],
  [
    'gives themselves another house’s item',
    key('marcus'),
    `insert into share (id, item_id, from_branch_id, to_branch_id, purpose, ground, decided_by, given) values (gen_random_uuid(), :own_item, :police, :police, 'support', 'consent', :marcus, '[,]')`,
  ],
  [
    'gives in the giver’s name',
    key('marcus'),
    `insert into share (id, item_id, from_branch_id, to_branch_id, purpose, ground, decided_by, given) values (gen_random_uuid(), :own_item, :soc, :police, 'support', 'consent', :marcus, '[,]')`,
  ],
  [
    'gives on another’s decision',
    key('sara'),
    `insert into share (id, item_id, from_branch_id, to_branch_id, purpose, ground, decided_by, given) values (gen_random_uuid(), :own_item, :soc, :police, 'support', 'consent', :maria, '[,]')`,
  ],
  [
    'gives from a case they are not on',
    key('sven'),
    `insert into share (id, item_id, from_branch_id, to_branch_id, purpose, ground, decided_by, given) values (gen_random_uuid(), :own_item, :soc, :police, 'support', 'consent', :sven, '[,]')`,
  ],
  ['turns a share towards another item', key('marcus'), `update share set item_id = :own_item`],
  ['turns a share towards another house', key('marcus'), `update share set to_branch_id = :police`],
  [
    'assesses in a role they do not have',
    key('marcus'),
    `insert into assessment (id, municipality_id, branch_id, case_id, ground, person_id, from_house, to_house, categories, criteria, decided_by, decided_as, until) values (gen_random_uuid(), :town, :police, :case, 'OSL 10:27', :person, 'polisen/lpo-ekvalla', 'ekvalla-soc/individ-och-familj', '{preliminary-investigation}', '{"interestClearlyOutweighs":true}', :marcus, 'investigation-leader', now() + interval '1 day')`,
  ],
  [
    'assesses in another house’s name',
    key('marcus'),
    `insert into assessment (id, municipality_id, branch_id, case_id, ground, person_id, from_house, to_house, categories, criteria, decided_by, decided_as, until) values (gen_random_uuid(), :town, :police, :case, 'OSL 10:27', :person, 'ekvalla-soc/individ-och-familj', 'polisen/lpo-ekvalla', '{home-and-family}', '{}', :marcus, 'unit-representative', now() + interval '1 day')`,
  ],
  [
    'grades in another’s name',
    key('sara'),
    `insert into grading (id, case_id, grade, instrument, item_id, graded_by) values (gen_random_uuid(), :case, 'green', 'x', :own_item, :maria)`,
  ],
  ['rewrites a grading', key('maria'), `update grading set grade = 'green' where id = :grading`],
  ['removes a grading', key('maria'), `delete from grading where id = :grading`],
  [
    'speaks on the board in another’s name',
    key('sara'),
    `insert into board_event (hub_id, seq, kind, payload, by_staff, client_key) values (:hub, 9999, 'x', '{}', :maria, 'forged')`,
  ],
  ['rewrites the board', key('maria'), `update board_event set by_staff = :sven`],
  [
    'decides in another’s name',
    key('sara'),
    `insert into hub_decision (id, hub_id, kind, item_id, decided_by) values (gen_random_uuid(), :hub, 'no-investigation', :own_item, :maria)`,
  ],
  [
    'hands over in another’s name',
    key('sara'),
    `insert into hand_over (id, hub_id, case_id, to_unit_id, made_by) values (gen_random_uuid(), :hub, :case, :barn, :maria)`,
  ],
  ['voids another house’s deadline', key('marcus'), `update deadline set state = 'void' where id = :deadline`],
  [
    'voids a deadline of a case they are not on',
    key('sven'),
    `update deadline set state = 'void' where id = :deadline`,
  ],
  ['moves a deadline', key('maria'), `update deadline set due_at = due_at + interval '1 year' where id = :deadline`],
  [
    'lets a stranger’s notice name the case',
    key('maria'),
    `insert into notice (id, municipality_id, staff_id, kind, effect_key, case_id) values (gen_random_uuid(), :town, :stranger, 'x', 'x', :case)`,
  ],
  [
    'opens an unseen person by calling them a guardian',
    key('sara'),
    `insert into custody (id, child_id, guardian_id, source, starts_on) values (gen_random_uuid(), :person, :other_person, 'told', '2020-01-01')`,
  ],
  [
    'opens an unseen person by calling them close',
    key('sara'),
    `insert into relation (id, person_id, close_person_id, kind) values (gen_random_uuid(), :person, :other_person, 'friend')`,
  ],
  ['lowers a protection from the unit’s desk', key('sara'), `update person set protection = 'none' where id = :person`],
  ['moves a person to another house', key('maria'), `update person set branch_id = :police where id = :person`],
  [
    'puts a lowering in force alone',
    key('maria'),
    `insert into person_decision (id, person_id, branch_id, kind, from_value, to_value, key_person_id, ciphertext, key_version, asked_by, state) values (gen_random_uuid(), :person, :soc, 'protection', 'marking', 'none', :person, '\\x00', 1, :maria, 'in-force')`,
  ],
  [
    'names themselves for a person they did not register',
    key('sara'),
    `insert into named_staff (person_id, staff_id, added_by) values (:person, :sara, :sara)`,
  ],
  [
    'names somebody of another house',
    key('maria'),
    `insert into named_staff (person_id, staff_id, added_by) values (:person, :marcus, :maria)`,
  ],
  [
    'merges in another’s name',
    key('maria'),
    `insert into person_merge (id, branch_id, kept_id, merged_id, moved, reasons, key_version, merged_by) values (gen_random_uuid(), :soc, :person, :other_person, '{}', '\\x00', 1, :sara)`,
  ],
  [
    'merges as a representative',
    key('sara'),
    `select caller.move_references(:person, :other_person, 'case_file.person_id', array[:case::text])`,
  ],
  [
    'merges from another municipality',
    () => quarry.stranger.caller,
    `select caller.move_references(:person, :other_person, 'case_file.person_id', array[:case::text])`,
  ],
  [
    'writes another into the ledger',
    key('sara'),
    `insert into ledger_entry (actor_staff, action) values (:maria, 'read')`,
  ],
  [
    'writes a service into the ledger',
    key('sara'),
    `insert into ledger_entry (actor_staff, actor_service, action) values (:sara, 'reception', 'read')`,
  ],
  [
    'dates a ledger row back',
    key('sara'),
    `insert into ledger_entry (actor_staff, action, at) values (:sara, 'read', '2020-01-01')`,
  ],
  ['removes a ledger row', key('olof'), `delete from ledger_entry`],
  [
    'gives somebody a post in another town',
    key('tove'),
    `insert into membership (id, municipality_id, staff_id, unit_id, role, starts_at) values (gen_random_uuid(), :town, :tove, :strange_unit, 'manager', now())`,
  ],
  [
    'gives a stranger a post here',
    key('tove'),
    `insert into membership (id, municipality_id, staff_id, unit_id, role, starts_at) values (gen_random_uuid(), :town, :stranger, :barn, 'manager', now())`,
  ],
  [
    'puts a stranger on the roster',
    key('anna'),
    `insert into duty_shift (id, municipality_id, unit_id, staff_id, starts_at, ends_at) values (gen_random_uuid(), :town, :barn, :stranger, now(), now() + interval '1 hour')`,
  ],
  [
    'opens a house under another town',
    key('tove'),
    `insert into unit (id, municipality_id, branch_id, slug, name, kind) values (gen_random_uuid(), :town, :strange_branch, 'x', 'x', 'intake')`,
  ],
  ['takes over a session', key('tove'), `update session set token_hash = '\\x00'`],
  ['makes a session last', key('sara'), `update session set staff_id = :maria`],
];

describe('writing', () => {
  it.each(WRITES.map(([what, who, sql]) => ({ what, who, sql })))('nobody $what', async ({ who, sql }) => {
    const outcome = await attempt(who(), sql);
    expect([0, PRIVILEGE, KEY, 'P0001']).toContain(outcome);
  });

  it('lets the same hands do the lawful like, so that the refusals above mean something', async () => {
    const lawful: readonly (readonly [Who, string])[] = [
      [
        key('maria'),
        `insert into assignment (id, case_id, branch_id, staff_id, reason, assigned_by) values (gen_random_uuid(), :case, :soc, :sven, 'x', :maria)`,
      ],
      [
        key('sara'),
        item(
          `:town, :case, :soc, 'social-services', 'assessment-results', 'mash', 'preliminary', :person, 1, '\\x00', :sara`,
        ),
      ],
      [
        key('maria'),
        `insert into share (id, item_id, from_branch_id, to_branch_id, purpose, ground, decided_by, given) values (gen_random_uuid(), :own_item, :soc, :police, 'support', 'consent', :maria, '[,]')`,
      ],
      [
        key('sara'),
        `insert into board_event (hub_id, seq, kind, payload, by_staff, client_key) values (:hub, 9999, 'x', '{}', :sara, 'own')`,
      ],
      [key('sara'), `insert into ledger_entry (actor_staff, municipality_id, action) values (:sara, :town, 'read')`],
      [key('maria'), `insert into named_staff (person_id, staff_id, added_by) values (:person, :sara, :maria)`],
      [key('maria'), `update case_file set version = version + 1 where id = :case`],
    ];
    for (const [who, sql] of lawful) expect([sql, await attempt(who(), sql)]).toEqual([sql, 1]);
  });
});
