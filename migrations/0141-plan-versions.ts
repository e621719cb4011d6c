import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A plan as it was put forward, and who has said yes to it: every version stays as it was. */
export class PlanVersions1764000000141 implements MigrationInterface {
  readonly name = 'PlanVersions1764000000141';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(LINES);
    await runner.query(places(`\n      ('plan_answer.person_id', 'plan_answer', 'person_id', 'id::text'),`));
    for (const [table, rules] of Object.entries(policies)) {
      await runner.query(
        `alter table ${table} enable row level security; alter table ${table} force row level security;`,
      );
      for (const [index, rule] of rules.entries())
        await runner.query(`create policy ${table}_${index} on ${table} ${rule}`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table plan_answer, plan_version_line, plan_version; drop function lock.plan_version_lines;`,
    );
    await runner.query(places(''));
  }
}

const TABLES = `
  create table plan_version (
    id uuid primary key,
    plan_id uuid not null references plan,
    group_id uuid not null references collaboration_group,
    case_id uuid not null references case_file,
    number integer not null check (number > 0),
    put_by uuid not null references staff_member,
    put_at timestamptz not null default clock.now(),
    unique (plan_id, number)
  );
  create index plan_version_group on plan_version (group_id, number);

  -- What stood in the plan as it was put forward: its words in the version that they had then.
  create table plan_version_line (
    version_id uuid not null references plan_version,
    entry_id uuid not null references plan_entry,
    item_version integer not null,
    state text not null,
    owner_staff_id uuid references staff_member,
    starts_on date,
    follow_up_on date,
    primary key (version_id, entry_id)
  );

  -- Whose yes it takes: a house with a seat, or somebody of the family, whose answer the house that leads writes down.
  create table plan_answer (
    id uuid primary key,
    version_id uuid not null references plan_version,
    group_id uuid not null references collaboration_group,
    branch_id uuid references branch,
    person_id uuid references person,
    answer text check (answer in ('yes','no')),
    how text check (how in ('meeting','phone','writing')),
    -- What has to be otherwise, or what they wanted to add.
    item_id uuid references item,
    answered_by uuid references staff_member,
    answered_at timestamptz,
    check ((branch_id is null) <> (person_id is null)),
    check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)),
    check (answer is distinct from 'no' or item_id is not null)
  );
  create index plan_answer_version on plan_answer (version_id);
  create index plan_answer_person on plan_answer (person_id) where person_id is not null;
`;

/** A version holds all that stands in the plan, also what whoever puts it forward may not read. */
const LINES = `
  create function lock.plan_version_lines() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    insert into public.plan_version_line (version_id, entry_id, item_version, state, owner_staff_id, starts_on, follow_up_on)
      select new.id, e.id, i.version, e.state, e.owner_staff_id, e.starts_on, e.follow_up_on
      from public.plan_entry e join public.item i on i.id = e.item_id
      where e.plan_id = new.plan_id and e.state not in ('ended','removed');
    return null;
  end $$;
  create trigger plan_version_lines after insert on plan_version for each row execute function lock.plan_version_lines();
`;

const places = (more: string): string => `
  create or replace function caller.places_of_person() returns table (place text, kind text, field text, key text) language sql immutable as $$
    values
      ('case_file.person_id', 'case_file', 'person_id', 'id::text'),
      ('custody.child_id', 'custody', 'child_id', 'id::text'),
      ('custody.guardian_id', 'custody', 'guardian_id', 'id::text'),
      ('relation.person_id', 'relation', 'person_id', 'id::text'),
      ('relation.close_person_id', 'relation', 'close_person_id', 'id::text'),
      ('named_staff.person_id', 'named_staff', 'person_id', 'staff_id::text'),
      ('item.giver_person', 'item', 'giver_person', 'id::text'),
      ('item_subject.person_id', 'item_subject', 'person_id', 'item_id::text'),
      ('share.to_person_id', 'share', 'to_person_id', 'id::text'),
      ('report_child.person_id', 'report_child', 'person_id', 'report_id || '':'' || position'),
      ('assessment.person_id', 'assessment', 'person_id', 'id::text'),
      ('person_decision.person_id', 'person_decision', 'person_id', 'id::text'),
      ('consent.person_id', 'consent', 'person_id', 'id::text'),
      ('consent_signer.person_id', 'consent_signer', 'person_id', 'consent_id::text'),
      ('consent_evidence.signer_id', 'consent_evidence', 'signer_id', 'id::text'),
      ('kept_apart.person_id', 'kept_apart', 'person_id', 'id::text'),
      ('kept_apart.other_person_id', 'kept_apart', 'other_person_id', 'id::text'),${more}
      ('person.merged_into', 'person', 'merged_into', 'id::text')
  $$;
`;

const group = (table: string) => `exists (select 1 from collaboration_group g where g.id = ${table}.group_id)`;
const ownGroup = (table: string) =>
  `exists (select 1 from collaboration_group g where g.id = ${table}.group_id and g.branch_id = (select caller.branch()))`;
/** A seat of the own house in which one does more than listen; whose yes counts for it the program says. */
const speaks = `exists (select 1 from group_member m where m.group_id = plan_answer.group_id and m.staff_id = (select caller.staff())
  and m.branch_id = (select caller.branch()) and m.ends_at is null and m.mandate <> 'listens')`;
const answers = `((branch_id = (select caller.branch()) and ${group('plan_answer')} and (${speaks} or ${ownGroup('plan_answer')}))
  or (person_id is not null and ${ownGroup('plan_answer')}))`;

const policies: Record<string, string[]> = {
  plan_version: [
    `for select using (${group('plan_version')})`,
    `for insert with check (${ownGroup('plan_version')} and put_by = (select caller.staff()) and (select caller.role()) in ('coordinator','manager')
      and exists (select 1 from plan p where p.id = plan_id and p.group_id = plan_version.group_id and p.case_id = plan_version.case_id))`,
  ],
  // Seen by whoever sees what it says; written by the platform as the plan is put forward, and never again.
  plan_version_line: [
    `for select using (exists (select 1 from plan_version v where v.id = version_id) and exists (select 1 from plan_entry e where e.id = entry_id))`,
  ],
  plan_answer: [
    `for select using (${group('plan_answer')})`,
    `for insert with check (${ownGroup('plan_answer')} and answer is null
      and exists (select 1 from plan_version v where v.id = version_id and v.group_id = plan_answer.group_id))`,
    `for update using (answer is null and ${answers}) with check (answered_by = (select caller.staff()) and ${answers})`,
  ],
};
