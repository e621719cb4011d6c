/**
 * The database as the second lock: lawful identities with a statement of their own choosing, as if the program above were
 * wrong. Nobody reads, moves, forges or gives away what is not theirs (OSL 26:1, 8:1; ASVS 8.2.2, 8.4.1).
 */
import { randomUUID } from 'node:crypto';
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
    ...(await together()),
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

/** What comes of working together: a group's meeting, a question one way, an area, somebody's own calendar, an assessment. */
async function together(): Promise<Record<string, string>> {
  const { world, busy } = quarry;
  const { municipalityId, branchId, staffId } = world.caller('anna');
  const [busySource, assessment] = [randomUUID(), randomUUID()];
  await world.behindTheLocks(
    `insert into busy_source (id, municipality_id, staff_id, kind, busy) values ($1, $2, $3, 'file', '{[2026-01-01,2026-01-02)}')`,
    [busySource, municipalityId, staffId],
  );
  await world.behindTheLocks(
    `insert into assessment (id, municipality_id, branch_id, to_branch_id, case_id, ground, person_id, from_house, to_house, categories,
       criteria, item_id, decided_by, decided_as, until)
     select $1, $2, $3, $4, c.id, 'OSL 10:18a', c.person_id, 'ekvalla-soc/individ-och-familj', 'polisen/lpo-ekvalla', '{leisure}',
       '{"concreteCircumstances": true, "notUnsuitable": true}', (select id from item where case_id = c.id limit 1), $5, 'manager',
       clock.now() + interval '30 days' from case_file c where c.id = $6`,
    [assessment, municipalityId, branchId, world.caller('marcus').branchId, staffId, busy.groups.activeCaseId],
  );
  const [row] = await world.behindTheLocks<Record<string, string>>(
    `select (select id from invitation where hub_id = $1 and staff_id = $4) as invitation,
       (select id from meeting_point where hub_id = $1 limit 1) as point,
       (select id from minute_line where hub_id = $2 limit 1) as line,
       (select id from meeting_decision where hub_id = $2 limit 1) as decision,
       (select id from plan where group_id = $3) as plan,
       (select id from plan_version where group_id = $3 limit 1) as version,
       (select a.id from plan_answer a where a.group_id = $3 and a.branch_id is not null and a.answer is null limit 1) as house_answer,
       (select a.id from plan_answer a where a.group_id = $3 and a.person_id is not null limit 1) as family_answer,
       (select id from plan_entry where group_id = $3 and kind = 'measure' and by_staff = owner_staff_id and state = 'running') as measure,
       (select id from plan_news where group_id = $3 and kind = 'good-news' limit 1) as news,
       (select id from plan_entry where group_id = $3 and kind = 'series' limit 1) as series,
       (select id from group_member where group_id = $3 and staff_id = $4) as seat`,
    [busy.groups.comingId, busy.groups.heldId, busy.groups.activeId, staffId],
  );
  return {
    ...row,
    ...{ busy: busySource, assessment, anna: staffId },
    group: busy.groups.activeId,
    group_case: busy.groups.activeCaseId,
    held: busy.groups.heldId,
    coming: busy.groups.comingId,
    place: busy.groups.placeId,
    plain: busy.plain.caseId,
    inquiry: busy.plain.asked['hassan'] ?? '',
  };
}

const PRIVILEGE = '42501';
const KEY = '23503';
const INTEGRITY = '23000';

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

/** What comes of working together, each by somebody whose it is, so that nothing found elsewhere means a closed door. */
const TOGETHER: readonly (readonly [table: string, sql: string, whose: string])[] = [
  ['collaboration_group', 'select 1 from collaboration_group where id = :group', 'lena'],
  ['group_member', 'select 1 from group_member where group_id = :group', 'lena'],
  ['nomination', 'select 1 from nomination where case_id = :group_case', 'anna'],
  ['hub of a group', 'select 1 from hub where id in (:held, :coming)', 'lena'],
  ['invitation', 'select 1 from invitation where hub_id in (:held, :coming)', 'anna'],
  ['invitation of another', 'select 1 from invitation where id = :invitation', 'anna'],
  ['meeting_point', 'select 1 from meeting_point where hub_id = :coming', 'lena'],
  ['meeting_attendance', 'select 1 from meeting_attendance where hub_id = :held', 'anna'],
  ['meeting_decision', 'select 1 from meeting_decision where hub_id = :held', 'lena'],
  ['minutes', 'select 1 from minutes where hub_id = :held', 'lena'],
  ['minute_line', 'select 1 from minute_line where hub_id = :held', 'lena'],
  ['plan', 'select 1 from plan where group_id = :group', 'lena'],
  ['plan_entry', 'select 1 from plan_entry where group_id = :group', 'lena'],
  ['plan_act', 'select 1 from plan_act a join plan_entry e on e.id = a.entry_id where e.group_id = :group', 'lena'],
  ['plan_news', 'select 1 from plan_news where group_id = :group', 'lena'],
  ['plan_value', 'select 1 from plan_value where group_id = :group', 'lena'],
  ['plan_version', 'select 1 from plan_version where group_id = :group', 'lena'],
  [
    'plan_version_line',
    'select 1 from plan_version_line l join plan_version v on v.id = l.version_id where v.group_id = :group',
    'lena',
  ],
  ['plan_answer', 'select 1 from plan_answer where group_id = :group', 'lena'],
  ['busy_source', 'select 1 from busy_source where staff_id = :anna', 'anna'],
  ['inquiry', 'select 1 from inquiry where case_id = :plain', 'elin'],
  ['inquiry_item', 'select 1 from inquiry_item where inquiry_id = :inquiry', 'hassan'],
  ['area_sighting', 'select 1 from area_sighting where group_id = :place', 'hassan'],
  ['area_measure', 'select 1 from area_measure where group_id = :place', 'hassan'],
  ['area_week', 'select 1 from area_week where group_id = :place', 'anna'],
  ['sightings past the policies', `select 1 from caller.area_sightings(:place, '2020-01-01', '2099-01-01')`, 'hassan'],
  ['counts past the policies', `select 1 from caller.area_counts(:place, '2020-01-01', '2099-01-01')`, 'hassan'],
  ['how many groups the whole house has', 'select 1 from caller.house_groups()', 'anna'],
  ['seats that stand empty', 'select 1 from caller.empty_seats(null, 100)', 'nobody'],
  ['what left past the policies', 'select 1 from caller.left_now(:person)', 'nobody'],
  ['assessment', 'select 1 from assessment where case_id = :group_case', 'anna'],
];

/** Beside the table in every respect; the field group and an officer have a part of it, and the rest is as shut to them. */
const BESIDE: readonly (readonly [string, Who])[] = [
  ['a representative of the same house who does not sit there', key('sven')],
  ['an auditor', key('olof')],
  ['an administrator', key('tove')],
  ['an administrator whose post stands in the intake', acting('maria', 'administrator')],
  ['a manager of another municipality', () => quarry.stranger.caller],
];

describe('reading what comes of working together', () => {
  it('finds something where it is lawful', async () => {
    const empty: string[] = [];
    for (const [table, sql, whose] of TOGETHER)
      if (whose !== 'nobody' && table !== 'area_week' && !(Number(await attempt(key(whose)(), sql)) > 0))
        empty.push(table);
    expect(empty).toEqual([]);
  });

  it.each(BESIDE)('%s finds no row', async (_, who) => {
    const seen: string[] = [];
    for (const [table, sql] of TOGETHER) {
      const found = await attempt(who(), sql);
      if (found !== 0 && found !== PRIVILEGE) seen.push(`${table}: ${found}`);
    }
    expect(seen).toEqual([]);
  });

  it.each([
    [
      'the field group, of a young person’s group',
      'hassan',
      /^(collaboration|group_member|hub|invitation|meeting|minute|plan|assessment)/,
    ],
    ['the police, of what the field group was asked', 'marcus', /^inquiry_item/],
    ['the school, of an area', 'lena', /^(area|sightings|counts)/],
    ['everybody, of a colleague’s calendar', 'lena', /^busy/],
  ])('%s finds no row', async (_, who, of) => {
    const rows = TOGETHER.filter(([table]) => of.test(table));
    expect(rows.length).toBeGreaterThan(0);
    for (const [table, sql] of rows) expect([table, await attempt(key(who)(), sql)]).toEqual([table, 0]);
  });

  it('each house has of an area its own sightings as they are, and the assessed their own assessments', async () => {
    const others = 'select 1 from area_sighting where group_id = :place and branch_id <> caller.branch()';
    for (const who of ['anna', 'marcus', 'hassan']) expect([who, await attempt(key(who)(), others)]).toEqual([who, 0]);
    const asked = 'select 1 from inquiry where case_id = :plain and to_branch_id <> caller.branch()';
    for (const who of ['marcus', 'hassan']) expect([who, await attempt(key(who)(), asked)]).toEqual([who, 0]);
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
  [
    'answers for another who is called',
    key('lena'),
    `update invitation set answer = 'declined' where id = :invitation`,
  ],
  ['answers for a colleague', key('sven'), `update invitation set answer = 'accepted' where hub_id = :coming`],
  [
    'calls themselves to a meeting',
    key('sven'),
    `insert into invitation (id, hub_id, branch_id, staff_id, starts_at, minutes, sequence) values (gen_random_uuid(), :coming, :soc, :sven, now(), 30, 0)`,
  ],
  [
    'puts a point on a table they do not sit at',
    key('sven'),
    `insert into meeting_point (id, hub_id, place, kind, name, minutes, audience, by_staff, by_branch) values (gen_random_uuid(), :coming, 99, 'form', '{"sv":"x"}', 5, 'everyone', :sven, :soc)`,
  ],
  [
    'puts a point there in another’s name',
    key('lena'),
    `insert into meeting_point (id, hub_id, place, kind, name, minutes, audience, by_staff, by_branch) values (gen_random_uuid(), :coming, 99, 'form', '{"sv":"x"}', 5, 'everyone', :anna, :soc)`,
  ],
  ['takes another’s point away', key('sven'), `update meeting_point set removed_at = now() where id = :point`],
  [
    'writes another’s minutes anew',
    key('marcus'),
    `update minute_line set item_version = 9 where id = :line and by_staff <> :marcus`,
  ],
  ['settles another house’s decision', key('sven'), `update meeting_decision set state = 'done' where id = :decision`],
  [
    'puts another house’s plan forward',
    key('lena'),
    `insert into plan_version (id, plan_id, group_id, case_id, number, put_by) values (gen_random_uuid(), :plan, :group, :group_case, 99, :lena)`,
  ],
  [
    'adds to what was put forward',
    key('anna'),
    `insert into plan_version_line (version_id, entry_id, item_version, state) values (:version, :measure, 1, 'planned')`,
  ],
  [
    'says yes for the family from another house',
    key('lena'),
    `update plan_answer set answer = 'yes', answered_by = :lena, answered_at = now() where id = :family_answer`,
  ],
  [
    'says yes for another house',
    key('lena'),
    `update plan_answer set answer = 'yes', answered_by = :lena, answered_at = now() where id = :house_answer`,
  ],
  [
    'begins a plan in another house’s group',
    key('lena'),
    `insert into plan (id, group_id, case_id, purpose, opened_by) values (gen_random_uuid(), :group, :group_case, 'support', :lena)`,
  ],
  [
    'writes the young person’s goals for the house that leads',
    key('lena'),
    `insert into plan_entry (id, plan_id, group_id, case_id, kind, item_id, state, by_staff, by_branch)
     select gen_random_uuid(), :plan, :group, :group_case, 'goal', item_id, 'standing', :lena, caller.branch() from plan_entry where id = :measure`,
  ],
  ['ends another house’s measure', key('marcus'), `update plan_entry set state = 'ended' where id = :measure`],
  [
    'moves a measure to a plan of their choice',
    key('lena'),
    `update plan_entry set group_id = :place where id = :measure`,
  ],
  [
    'says in a colleague’s name what came of it',
    key('lena'),
    `insert into plan_act (id, entry_id, act, state, by_staff, by_branch) values (gen_random_uuid(), :measure, 'start', 'running', :anna, :soc)`,
  ],
  [
    'tells news in a colleague’s name',
    key('lena'),
    `insert into plan_news (id, plan_id, group_id, case_id, kind, item_id, by_staff, by_branch)
     select gen_random_uuid(), :plan, :group, :group_case, 'news', item_id, :anna, :soc from plan_entry where id = :measure`,
  ],
  [
    'tells news where they have no seat',
    key('hassan'),
    `insert into plan_news (id, plan_id, group_id, case_id, kind, item_id, by_staff, by_branch)
     select gen_random_uuid(), :plan, :group, :group_case, 'news', id, caller.staff(), caller.branch() from item limit 1`,
  ],
  [
    'takes another house’s news out',
    key('marcus'),
    `update plan_news set taken_out_at = now(), taken_out_by = :marcus, reason_item_id = item_id where id = :news`,
  ],
  [
    'takes news out in a colleague’s name',
    key('lena'),
    `update plan_news set taken_out_at = now(), taken_out_by = :anna, reason_item_id = item_id where id = :news`,
  ],
  ['turns news into good news', key('lena'), `update plan_news set kind = 'news' where id = :news`],
  [
    'tells a figure that another house was to tell',
    key('marcus'),
    `insert into plan_value (id, series_id, group_id, case_id, period, item_id, by_staff, by_branch)
     select gen_random_uuid(), :series, :group, :group_case, '2020-01-06', item_id, :marcus, caller.branch() from plan_entry where id = :series`,
  ],
  [
    'tells a figure of what is none',
    key('lena'),
    `insert into plan_value (id, series_id, group_id, case_id, period, item_id, by_staff, by_branch)
     select gen_random_uuid(), :measure, :group, :group_case, '2020-01-06', item_id, :lena, caller.branch() from plan_entry where id = :measure`,
  ],
  [
    'moves another house’s figure to another week',
    key('marcus'),
    `update plan_value set period = '2020-01-06' where series_id = :series`,
  ],
  ['gives up another’s seat', key('marcus'), `update group_member set ends_at = now() where id = :seat`],
  ['takes a colleague’s calendar away', key('lena'), `update busy_source set busy = '{}' where id = :busy`],
  ['removes a colleague’s calendar', key('sven'), `delete from busy_source where id = :busy`],
  ['answers what another house was asked', key('marcus'), `update inquiry set answer = 'knows' where id = :inquiry`],
  ['ends what an investigator has asked', key('hassan'), `update inquiry set ended_at = now() where id = :inquiry`],
  [
    'takes another house’s sighting back',
    key('hassan'),
    `update area_sighting set withdrawn_at = now() where group_id = :place and branch_id = :police`,
  ],
  ['writes a sighting anew', key('marcus'), `update area_sighting set times = 99 where group_id = :place`],
  [
    'closes a week that they do not lead',
    key('marcus'),
    `insert into area_week (id, group_id, monday, closed_by) values (gen_random_uuid(), :place, '2026-01-05', :marcus)`,
  ],
  [
    'lifts what another house has assessed',
    key('marcus'),
    `update assessment set until = clock.now(), lifted_at = clock.now(), lifted_by = :marcus, lift_item_id = item_id where id = :assessment`,
  ],
  [
    'lifts it in another’s name',
    key('elin'),
    `update assessment set until = clock.now(), lifted_at = clock.now(), lifted_by = :anna, lift_item_id = item_id where id = :assessment`,
  ],
  ['writes an assessment anew', key('anna'), `update assessment set criteria = '{}' where id = :assessment`],
  [
    'makes an assessment last',
    key('anna'),
    `update assessment set until = until + interval '1 year' where id = :assessment`,
  ],
  ['takes over a session', key('tove'), `update session set token_hash = '\\x00'`],
  ['makes a session last', key('sara'), `update session set staff_id = :maria`],
];

describe('writing', () => {
  it.each(WRITES.map(([what, who, sql]) => ({ what, who, sql })))('nobody $what', async ({ who, sql }) => {
    const outcome = await attempt(who(), sql);
    expect([0, PRIVILEGE, KEY, INTEGRITY, 'P0001']).toContain(outcome);
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
      [key('anna'), `update invitation set answer = 'accepted' where id = :invitation`],
      [key('anna'), `update busy_source set busy = '{}' where id = :busy`],
      [
        key('lena'),
        `insert into plan_value (id, series_id, group_id, case_id, period, item_id, by_staff, by_branch)
         select gen_random_uuid(), :series, :group, :group_case, '2020-01-06', item_id, :lena, caller.branch() from plan_entry where id = :measure`,
      ],
      [
        key('lena'),
        `update plan_news set taken_out_at = now(), taken_out_by = :lena, reason_item_id = item_id where id = :news`,
      ],
      [
        key('anna'),
        `update assessment set until = clock.now(), lifted_at = clock.now(), lifted_by = :anna, lift_item_id = item_id where id = :assessment`,
      ],
    ];
    for (const [who, sql] of lawful) expect([sql, await attempt(who(), sql)]).toEqual([sql, 1]);
  });
});
