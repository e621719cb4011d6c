/**
 * Whatever somebody may select, the program would show them too: of every table and column, for those who see a part of another
 * house's work and for those who work on no case. What is not said here to be shown is not to be had, so that a table or a column
 * that is added is either closed to them or written down here, with who shows it in the program (OSL 26:1; ASVS 8.2.3).
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { buildQuarry, inRole, type Quarry } from '../../attack/quarry.js';
import { columnsOf, layARowInEach } from '../../support/lay-a-row.js';

interface Shown {
  /** Those that may hold something for them. */
  readonly columns: string;
  /** Of which rows, said of `t`; without it the policy of what it hangs on says so. */
  readonly only?: string;
}
type Shows = Readonly<Record<string, Shown>>;

/** The town as everybody in it sees it: its houses and posts, what they have agreed and how they work; nothing about a person. */
const TOWN: Shows = {
  agreement: { columns: `id municipality_id form starts_on ends_on signed_by version text awaits_signatures renews` },
  agreement_party: { columns: `agreement_id branch_id resources` },
  agreement_signature: {
    columns: `id municipality_id agreement_id branch_id name title signed_on recorded_by recorded_at`,
  },
  authority: { columns: `id municipality_id slug kind name version` },
  branch: { columns: `id municipality_id authority_id slug name version written_house` },
  deadline_setting: { columns: `municipality_id kind rule alarms version` },
  duty_shift: { columns: `id municipality_id unit_id staff_id rank starts_at ends_at` },
  form_setting: { columns: `municipality_id kind adjustment changed_by changed_at version` },
  // By which an installation knows its own keys: what it was given, never a key.
  key_fingerprint: { columns: `key fingerprint` },
  hub_slot: { columns: `id municipality_id branch_id weekday starts_local minutes video_url version` },
  membership: { columns: `id municipality_id staff_id unit_id role rank starts_at ends_at` },
  municipality: { columns: `id slug name settings created_at` },
  notice_text: { columns: `version language text hash kept_at` },
  sight_epoch: { columns: `about epoch raised_at` },
  staff_member: { columns: `id municipality_id issuer subject name title email phone version created_at` },
  unit: { columns: `id municipality_id branch_id slug name kind answers_hub version` },
};

/**
 * Who sits in another house's group or at its table, who is asked by it and who reported to it: frames of work without words, words
 * as far as they are told to the house, and of a person what the gate decides by (born, protected, in whose custody).
 */
const GUEST: Shows = {
  ...TOWN,
  area_measure: {
    columns: `id group_id place phenomenon what owner_branch owner_staff due_on since state result ended_week decided_by decided_at struck_by struck_at version`,
  },
  area_meeting: {
    columns: `id municipality_id branch_id group_id starts_at minutes room video_url state convened_by convened_at changed_at version`,
  },
  area_sighting: {
    columns: `id group_id branch_id staff_id monday place band phenomenon times words told_at`,
    only: `branch_id = caller.branch()`,
  },
  area_week: { columns: `id group_id monday closed_by closed_at` },
  assignment: {
    columns: `id case_id branch_id staff_id reason starts_at assigned_by ends_at`,
    only: `branch_id = caller.branch()`,
  },
  board_event: {
    columns: `hub_id seq kind payload by_staff at client_key item_id`,
    only: `kind <> 'PictureGiven' or by_staff = caller.staff() or exists (select 1 from hub h where h.id = t.hub_id and h.branch_id = caller.branch())`,
  },
  collaboration_group: {
    columns: `id municipality_id branch_id kind form level case_id area standing coordinator_id contact_id agreement_id consent_id nomination_item_id formed_at last_met_at created_by created_at version`,
  },
  custody: {
    columns: `id child_id guardian_id kind source source_on starts_on ends_on recorded_by recorded_at version`,
  },
  deadline: {
    columns: `id municipality_id branch_id kind case_id about_id rule source starts_at due_at state met_late owner_unit_id owner_staff_id alarms next_wake_at version`,
    only: `branch_id = caller.branch() or owner_staff_id = caller.staff()`,
  },
  group_act: { columns: `id group_id case_id act word standing passed item_id by_staff_id at place` },
  group_guest: { columns: `id group_id case_id kind item_id wished silence_on added_by added_at` },
  group_member: {
    columns: `id group_id case_id branch_id unit_id staff_id membership_id mandate terms starts_at added_by wished deputy_for`,
    only: `ends_at is null`,
  },
  hub: {
    columns: `id municipality_id branch_id case_id state starts_at minutes extra leader_staff_id convened_by convened_at started_at closed_at fixed_at version kind form purpose nomination_item_id group_id meeting_kind video_url room`,
  },
  hub_answer_item: {
    columns: `question_id item_id position`,
    only: `exists (select 1 from item i where i.id = t.item_id)`,
  },
  hub_party: {
    columns: `hub_id unit_id branch_id staff_id terms invited_by invited_at from_minute part_minutes point_ids ended_at`,
    only: `ended_at is null or branch_id = caller.branch()`,
  },
  hub_question: {
    columns: `id hub_id unit_id representative_id asked_at answer answered_by answered_at version`,
    only: `exists (select 1 from unit u where u.id = t.unit_id and u.branch_id = caller.branch())`,
  },
  inquiry: {
    columns: `id municipality_id branch_id case_id person_id kind to_branch_id unit_id representative_id categories ciphertext key_version asked_by asked_at due_at version untold answer answered_by answered_at`,
    only: `to_branch_id = caller.branch()`,
  },
  inquiry_item: {
    columns: `inquiry_id item_id position`,
    only: `exists (select 1 from item i where i.id = t.item_id)`,
  },
  invitation: {
    columns: `id hub_id branch_id staff_id starts_at minutes sequence answer invited_at changed_at area_meeting_id meeting_id answered_at answered_by`,
    only: `staff_id = caller.staff()`,
  },
  item: {
    columns: `id municipality_id case_id branch_id giver_kind category form phase person_data reveals_place reported_by key_person_id key_version ciphertext version created_by created_at`,
    only: `branch_id = caller.branch() or exists (select 1 from share h where h.item_id = t.id and h.to_branch_id = caller.branch() and h.in_force @> clock.now())`,
  },
  item_subject: { columns: `item_id person_id position`, only: `exists (select 1 from item i where i.id = t.item_id)` },
  meeting_attendance: { columns: `id hub_id member_id state by_staff at` },
  meeting_decision: {
    columns: `id hub_id group_id item_id owner_branch_id owner_unit_id owner_staff_id due_on state made_by made_at version`,
    only: `exists (select 1 from item i where i.id = t.item_id)`,
  },
  meeting_point: {
    columns: `id hub_id place kind name item_id minutes audience by_staff by_branch made_at`,
    only: `item_id is null or exists (select 1 from item i where i.id = t.item_id)`,
  },
  minute_line: {
    columns: `id hub_id point_id place item_id item_version from_version by_staff by_branch made_at`,
    only: `exists (select 1 from item i where i.id = t.item_id)`,
  },
  minutes: { columns: `hub_id fixes_at opened_at` },
  minutes_version: { columns: `hub_id version reason_item_id by_staff at` },
  nomination: {
    columns: `id municipality_id branch_id to_staff_id kind from_branch_id from_unit_id by_staff_id ground made_at read_at version`,
    only: `by_staff_id = caller.staff()`,
  },
  notice: {
    columns: `id municipality_id staff_id kind effect_key case_id due_at late created_at read_at`,
    only: `staff_id = caller.staff()`,
  },
  person: { columns: `id municipality_id branch_id born born_exact protection version created_by created_at` },
  person_key: { columns: `person_id wrapped kek_version` },
  plan: { columns: `id group_id case_id purpose opened_by opened_at` },
  plan_act: {
    columns: `id entry_id act state result item_id by_staff by_branch at`,
    only: `item_id is null or exists (select 1 from item i where i.id = t.item_id)`,
  },
  plan_answer: {
    columns: `id version_id group_id branch_id person_id answer how item_id answered_by answered_at`,
    only: `person_id is null or exists (select 1 from plan_entry e where e.group_id = t.group_id)`,
  },
  plan_entry: {
    columns: `id plan_id group_id case_id kind item_id need_area goal_id owner_branch_id owner_unit_id owner_staff_id starts_on follow_up_on state by_staff by_branch made_at version unit better cadence for_family promised_by`,
    only: `exists (select 1 from item i where i.id = t.item_id)`,
  },
  plan_news: {
    columns: `id plan_id group_id case_id kind item_id by_staff by_branch made_at`,
    only: `exists (select 1 from item i where i.id = t.item_id)`,
  },
  plan_value: {
    columns: `id series_id group_id case_id period item_id by_staff by_branch made_at`,
    only: `exists (select 1 from item i where i.id = t.item_id)`,
  },
  plan_version: { columns: `id plan_id group_id case_id number put_by put_at` },
  plan_version_line: {
    columns: `version_id entry_id item_version state owner_staff_id starts_on follow_up_on promised_by for_family`,
    only: `exists (select 1 from plan_entry e where e.id = t.entry_id)`,
  },
  relation: { columns: `id person_id close_person_id kind recorded_by recorded_at ended_at` },
  report: {
    columns: `id municipality_id branch_id receipt channel reporter_kind reporter_branch_id reporter_staff_id says_danger wants_feedback feedback_asked_at received_at submitted_by client_key version content_mark`,
    only: `reporter_staff_id = caller.staff()`,
  },
  report_child: {
    columns: `report_id case_id received_case_id person_id position feedback_given_at feedback_outcome`,
    only: `exists (select 1 from report r where r.id = t.report_id and r.reporter_staff_id = caller.staff())`,
  },
  report_item: {
    columns: `report_id case_id item_id kind`,
    only: `exists (select 1 from report r where r.id = t.report_id and r.reporter_staff_id = caller.staff()) or exists (select 1 from item i where i.id = t.item_id)`,
  },
  session: {
    columns: `id token_hash staff_id acr auth_time created_at last_seen_at idle_until expires_at`,
    only: `staff_id = caller.staff()`,
  },
  share: {
    columns: `id item_id from_branch_id to_branch_id purpose ground decided_by made_at given in_force case_id first_read_at left_at`,
    only: `caller.branch() in (from_branch_id, to_branch_id)`,
  },
};

/** Who keeps the town's accounts or reviews its ledger, also where they hold another post in a house that works on cases. */
const BESIDE: Shows = {
  ...TOWN,
  deadline: {
    columns: `id municipality_id branch_id kind about_id rule source starts_at due_at state met_late owner_unit_id owner_staff_id alarms next_wake_at version settled_at`,
    only: `case_id is null and branch_id = caller.branch()`,
  },
  invitation: {
    columns: `id hub_id branch_id staff_id starts_at minutes sequence answer answered_at answered_by invited_at changed_at meeting_id`,
    only: `staff_id = caller.staff()`,
  },
  ledger_entry: {
    columns: `id at xid municipality_id actor_staff actor_service actor_role actor_branch actor_unit action outcome person_id case_id item_id item_version purpose ground origin request_id detail actor_person`,
    only: `caller.role() = 'auditor'`,
  },
  ledger_outcome: {
    columns: `id municipality_id entry_id outcome reviewed_by reviewed_at`,
    only: `caller.role() = 'auditor'`,
  },
  ledger_seal: {
    columns: `number size root peaks through_xid through_id origin signed_at real_at whole key_id signature`,
    only: `caller.role() = 'auditor'`,
  },
  notice: {
    columns: `id municipality_id staff_id kind effect_key deadline_id case_id due_at late created_at`,
    only: `staff_id = caller.staff()`,
  },
  person_search: { columns: `id staff_id branch_id hashes searched_at`, only: `staff_id = caller.staff()` },
  session: {
    columns: `id token_hash staff_id membership_id acr auth_time created_at last_seen_at idle_until expires_at revoked_at revoked_why provider_session`,
    only: `staff_id = caller.staff() or caller.role() = 'administrator'`,
  },
  staff_trace: { columns: `staff_id municipality_id kind trace`, only: `caller.role() = 'administrator'` },
  webhook: {
    columns: `id municipality_id branch_id address events secret secret_at old_secret old_secret_until rests_until disabled_at set_by version`,
    only: `caller.role() = 'administrator' and branch_id = caller.branch()`,
  },
};

let quarry: Quarry;
let app: Client;
let tables: Awaited<ReturnType<typeof columnsOf>>;

beforeAll(async () => {
  quarry = await buildQuarry();
  await quarry.api.close();
  const { admin } = quarry.world.database.urls;
  await layARowInEach(admin, await ofTheGroup());
  app = new Client({ connectionString: quarry.world.database.urls.app });
  await app.connect();
  tables = await columnsOf(app);
}, 240_000);
afterAll(async () => {
  await app?.end();
  await quarry?.world.close();
});

/** The house that leads, and its work around one young person: where a column could hold one of these it does. */
async function ofTheGroup(): Promise<readonly (readonly [RegExp, string])[]> {
  const { world, busy } = quarry;
  const anna = world.caller('anna');
  const { activeId: group, activeCaseId: file, heldId } = busy.groups;
  const [of] = await world.behindTheLocks<Record<string, string>>(
    `select (select person_id from case_file where id = $1) as person, (select consent_id from collaboration_group where id = $3) as consent,
       (select i.id from item i where i.case_id = $1 and i.branch_id = $2
          and not exists (select 1 from share h where h.item_id = i.id and h.to_branch_id <> $2) limit 1) as untold,
       (select id from plan where group_id = $3) as plan, (select id from plan_version where group_id = $3 limit 1) as version,
       (select id from group_member where group_id = $3 and staff_id = $4) as seat,
       (select id from plan_entry where group_id = $3 limit 1) as entry`,
    [file, anna.branchId, group, anna.staffId],
  );
  const { person = '', consent = '', untold = '', plan = '', version = '', seat = '', entry = '' } = of ?? {};
  return [
    [/^group_id$/, group],
    [/case_id$/, file],
    [/^(hub_id|meeting_id)$/, heldId],
    [/item_id$/, untold],
    [/^plan_id$/, plan],
    [/^version_id$/, version],
    [/^(entry_id|goal_id|series_id)$/, entry],
    [/^consent_id$/, consent],
    [/member_id$|^deputy_for$/, seat],
    [/municipality_id$/, anna.municipalityId],
    [/branch/, anna.branchId],
    [/unit/, anna.unitId],
    [/person|child_id|guardian_id|signer_id|promised_by|^(kept|merged)_id$/, person],
    [/staff|_by$|(leader|coordinator|contact|assessor|investigator|representative|deputy)_id$/, anna.staffId],
  ];
}

async function as<T>(caller: StaffCaller, work: () => Promise<T>): Promise<T> {
  await app.query('begin');
  try {
    await app.query(
      `select set_config('samnav.staff', $1, true), set_config('samnav.unit', $2, true), set_config('samnav.branch', $3, true),
         set_config('samnav.municipality', $4, true), set_config('samnav.role', $5, true), set_config('samnav.service', '', true)`,
      [caller.staffId, caller.unitId, caller.branchId, caller.municipalityId, caller.role],
    );
    return await work();
  } finally {
    await app.query('rollback');
  }
}

const PRIVILEGE = '42501';
const isKept = (error: unknown): boolean => (error as { code?: string }).code === PRIVILEGE;

/** How many rows, how many of them that they are said to see, and in which columns something stands. */
async function seenOf(caller: StaffCaller, table: string, only = 'true') {
  const columns = (tables.get(table) ?? []).map(({ column }) => column);
  return as(caller, async () => {
    try {
      const counts = columns.map((column) => `count(t."${column}")::int as "${column}"`).join(', ');
      const { rows } = await app.query<Record<string, number>>(
        `select count(*)::int as "of all", (count(*) filter (where ${only}))::int as "of those", ${counts} from "${table}" t`,
      );
      const { 'of all': all = 0, 'of those': those = 0, ...filled } = rows[0] ?? {};
      return { all, those, columns: columns.filter((column) => (filled[column] ?? 0) > 0) };
    } catch (error) {
      if (isKept(error)) return { all: 0, those: 0, columns: [] };
      throw error;
    }
  });
}

/** What a reader may select beyond what is said to be shown. */
async function beyond(caller: StaffCaller, shows: Shows): Promise<readonly string[]> {
  const found: string[] = [];
  for (const table of tables.keys()) {
    const { columns = '', only } = shows[table] ?? {};
    const seen = await seenOf(caller, table, only);
    const known = columns.split(' ');
    found.push(...seen.columns.filter((column) => !known.includes(column)).map((column) => `${table}.${column}`));
    if (seen.those < seen.all) found.push(`${table}: ${seen.all - seen.those} rows that are not theirs`);
  }
  return found;
}

describe('what may be selected is what is shown', () => {
  it('finds a row in every table, so that nothing seen means a closed door', async () => {
    const empty: string[] = [];
    for (const table of tables.keys()) {
      const [row] = await quarry.world.behindTheLocks<{ n: number }>(`select count(*)::int as n from "${table}"`);
      if (row?.n === 0) empty.push(table);
    }
    expect(empty).toEqual([]);
  });

  it.each(['lena', 'marcus', 'hassan'])('to a guest and a party of another house: %s', async (key) => {
    expect(await beyond(quarry.world.caller(key), GUEST)).toEqual([]);
  });

  it.each(['auditor', 'administrator'] as const)(
    'to an %s, in a house of their own and in the intake',
    async (role) => {
      const { world } = quarry;
      const own = world.caller(role === 'auditor' ? 'olof' : 'tove');
      for (const caller of [own, inRole(world.caller('maria'), role)]) expect(await beyond(caller, BESIDE)).toEqual([]);
    },
  );

  it('says of nothing that it is shown which nobody has', async () => {
    const readers = ['lena', 'marcus', 'hassan'].map((key) => quarry.world.caller(key));
    const unseen: string[] = [];
    for (const table of Object.keys(GUEST)) {
      const seen = await Promise.all([seenOf(readers[0]!, table)]);
      for (const reader of readers.slice(1)) seen.push(await seenOf(reader, table));
      if (seen.every(({ all }) => all === 0)) unseen.push(table);
    }
    // Those who take part and are in nobody's house: this town has none who do so now.
    expect(unseen).toEqual(['group_guest']);
  });
});
