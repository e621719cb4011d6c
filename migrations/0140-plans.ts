import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A group's plan: what stands in it, what becomes of each thing, and the day on which a measure is followed up. */
export class Plans1764000000140 implements MigrationInterface {
  readonly name = 'Plans1764000000140';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(OWED);
    for (const [table, rules] of Object.entries(policies)) {
      await runner.query(
        `alter table ${table} enable row level security; alter table ${table} force row level security;`,
      );
      for (const [index, rule] of rules.entries())
        await runner.query(`create policy ${table}_${index} on ${table} ${rule}`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy deadline_of_measure on deadline;
      drop index deadline_of_measure;
      drop table plan_act, plan_entry, plan;
    `);
  }
}

const TABLES = `
  create table plan (
    id uuid primary key,
    group_id uuid not null unique references collaboration_group,
    case_id uuid not null references case_file,
    -- What is said in it is said for this.
    purpose text not null,
    opened_by uuid not null references staff_member,
    opened_at timestamptz not null default clock.now()
  );

  -- One thing that stands in a plan. What it says, and to what end, is an item; here only at which need it aims, who does
  -- it, when and how far it has come.
  create table plan_entry (
    id uuid primary key,
    plan_id uuid not null references plan,
    group_id uuid not null references collaboration_group,
    case_id uuid not null references case_file,
    kind text not null check (kind in ('future','goal','step','measure','frame','risk','protection','strength','adaptation','step-back')),
    item_id uuid not null references item,
    need_area text check (need_area in ('crime','personality','attitudes','relations','substances','family','school-or-work','leisure')),
    -- The part goal that a step leads to.
    goal_id uuid references plan_entry,
    owner_branch_id uuid references branch,
    owner_unit_id uuid references unit,
    owner_staff_id uuid references staff_member,
    starts_on date,
    follow_up_on date,
    state text not null check (state in ('planned','running','paused','ended','standing','reached','removed')),
    by_staff uuid not null references staff_member,
    by_branch uuid not null references branch,
    made_at timestamptz not null default clock.now(),
    version integer not null default 1,
    check ((kind = 'step') = (goal_id is not null)),
    check (kind not in ('measure','risk') or need_area is not null),
    check ((kind = 'measure') = (state in ('planned','running','paused','ended'))),
    check (owner_staff_id is null or (kind = 'measure' and owner_branch_id is not null and owner_unit_id is not null))
  );
  create index plan_entry_group on plan_entry (group_id, made_at);
  create unique index plan_entry_future on plan_entry (plan_id) where kind = 'future' and state <> 'removed';

  -- What has become of it, oldest first: the words of why, how it goes or what came of it are an item.
  create table plan_act (
    id uuid primary key,
    entry_id uuid not null references plan_entry,
    act text not null check (act in ('start','pause','follow-up','end','reach','remove')),
    state text not null,
    result text check (result in ('reached','partly','not-reached','never-begun')),
    item_id uuid references item,
    by_staff uuid not null references staff_member,
    by_branch uuid not null references branch,
    at timestamptz not null default clock.now(),
    check ((act = 'end') = (result is not null)),
    check ((act in ('start','reach')) or item_id is not null)
  );
  create index plan_act_entry on plan_act (entry_id, at);
`;

/** Whoever is responsible for a measure in a plan of another house has its day in their own list while they see the measure. */
const OWED = `
  create policy deadline_of_measure on deadline for select using (kind = 'measure-follow-up' and owner_staff_id = (select caller.staff())
    and exists (select 1 from plan_entry e where e.id = about_id and e.owner_staff_id = (select caller.staff())
      and e.owner_branch_id = (select caller.branch())));
  create index deadline_of_measure on deadline (owner_staff_id) where kind = 'measure-follow-up';
`;

const group = (table: string) => `exists (select 1 from collaboration_group g where g.id = ${table}.group_id)`;
const ownGroup = (table: string) =>
  `exists (select 1 from collaboration_group g where g.id = ${table}.group_id and g.case_id = ${table}.case_id and g.branch_id = (select caller.branch()))`;
const itemOf = (column: string) => `exists (select 1 from item i where i.id = ${column})`;
const me = (column: string) => `${column} = (select caller.staff())`;
const mine = (column: string) => `${column} = (select caller.branch())`;
/** Has a seat in which one speaks; whoever listens writes nothing. */
const speaks = `exists (select 1 from group_member m where m.group_id = plan_entry.group_id and ${me('m.staff_id')} and ${mine('m.branch_id')}
  and m.ends_at is null and m.mandate <> 'listens')`;

const policies: Record<string, string[]> = {
  plan: [
    `for select using (${group('plan')})`,
    `for insert with check (${ownGroup('plan')} and ${me('opened_by')})`,
    `for update using (${ownGroup('plan')})`,
  ],
  // Seen by whoever sees what it says. The young person's own words go through the house that leads.
  plan_entry: [
    `for select using ((select caller.service()) = 'consents' or (${group('plan_entry')} and ${itemOf('item_id')}))`,
    `for insert with check (${itemOf('item_id')} and ${me('by_staff')} and ${mine('by_branch')}
      and exists (select 1 from plan p where p.id = plan_id and p.group_id = plan_entry.group_id and p.case_id = plan_entry.case_id)
      and (${ownGroup('plan_entry')} or (kind not in ('future','goal','step','step-back') and ${speaks})))`,
    `for update using ((select caller.service()) = 'consents' or ${ownGroup('plan_entry')}
      or (${group('plan_entry')} and (${mine('by_branch')} or ${me('owner_staff_id')})))`,
  ],
  plan_act: [
    `for select using (exists (select 1 from plan_entry e where e.id = entry_id))`,
    `for insert with check (exists (select 1 from plan_entry e where e.id = entry_id) and ${me('by_staff')} and ${mine('by_branch')}
      and (item_id is null or ${itemOf('item_id')}))`,
  ],
};
