import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why a group waits, rests or ended, why it goes on to a step and when it is looked at again are the matter of the house that
 * leads; how somebody is close to the young person is said with who it is. A policy sees rows and not columns, so they stand in
 * rows of their own, as the other closed words do (0406).
 */
export class ReasonsOfTheLeadingHouse1764000000426 implements MigrationInterface {
  readonly name = 'ReasonsOfTheLeadingHouse1764000000426';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(`${lifted(KNOWN)} ${MOVED} ${forced(KNOWN)}`);
    for (const [table, rules] of Object.entries(policies)) {
      await runner.query(
        `alter table ${table} enable row level security; alter table ${table} force row level security;`,
      );
      for (const [index, rule] of rules.entries())
        await runner.query(`create policy ${table}_${index} on ${table} ${rule}`);
    }
    await runner.query(`create policy group_act_term_relocated on group_act_term for insert with check (${relocated('group_act_term')}
      and known_by is null and signed_on is null and confirmed = '{}')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table group_act add column reason text;
      alter table hub add column step_reason text;
      alter table group_guest add column closeness text check (closeness in ('sibling','relative','neighbour','friend','coach','other'));
      alter table group_guest add constraint group_guest_close check (closeness is null or kind = 'private-person');
      alter table collaboration_group add column standing_reason text;
      alter table collaboration_group add column look_rule jsonb;
      alter table collaboration_group add column last_look_at timestamptz;
      alter table collaboration_group add constraint collaboration_group_looked check ((look_rule is null) = (last_look_at is null));
    `);
    const tables = [...KNOWN, ...Object.keys(policies)];
    await runner.query(`${lifted(tables)} ${RESTORED} ${forced(tables)}`);
    await runner.query(`
      drop policy group_act_term_relocated on group_act_term;
      alter table group_act_term drop column reason;
      drop table group_lead, group_guest_closeness, hub_step_reason;
    `);
  }
}

const TABLES = `
  alter table group_act_term add column reason text;
  -- What the house that leads alone has of a group: why it waits, rests or ended, and when it is looked at again.
  create table group_lead (
    group_id uuid primary key references collaboration_group,
    standing_reason text,
    look_rule jsonb,
    last_look_at timestamptz,
    constraint group_lead_looked check ((look_rule is null) = (last_look_at is null))
  );
  -- In which way somebody in nobody's house is close to the young person: had by whoever is told who it is.
  create table group_guest_closeness (
    guest_id uuid primary key references group_guest,
    closeness text not null check (closeness in ('sibling','relative','neighbour','friend','coach','other'))
  );
  -- Why the step that a group's meeting is goes before another.
  create table hub_step_reason (
    hub_id uuid primary key references hub,
    reason text not null
  );
`;

const KNOWN = ['group_act', 'group_act_term', 'collaboration_group', 'hub', 'group_guest'];
const lifted = (tables: readonly string[]): string =>
  tables.map((table) => `alter table ${table} no force row level security;`).join(' ');
const forced = (tables: readonly string[]): string =>
  tables.map((table) => `alter table ${table} force row level security;`).join(' ');

const MOVED = `
  insert into group_act_term (act_id, group_id, reason) select id, group_id, reason from group_act where reason is not null
    on conflict (act_id) do update set reason = excluded.reason;
  insert into group_lead (group_id, standing_reason, look_rule, last_look_at)
    select id, standing_reason, look_rule, last_look_at from collaboration_group where standing_reason is not null or look_rule is not null;
  insert into group_guest_closeness (guest_id, closeness) select id, closeness from group_guest where closeness is not null;
  insert into hub_step_reason (hub_id, reason) select id, step_reason from hub where step_reason is not null;
  alter table group_act drop column reason;
  alter table collaboration_group drop constraint collaboration_group_looked, drop column standing_reason, drop column look_rule, drop column last_look_at;
  alter table group_guest drop constraint group_guest_close, drop column closeness;
  alter table hub drop column step_reason;
`;

/** Rows that held nothing but a reason go with it. */
const RESTORED = `
  update group_act a set reason = t.reason from group_act_term t where t.act_id = a.id and t.reason is not null;
  delete from group_act_term where known_by is null and confirmed = '{}' and signed_on is null;
  update collaboration_group g set standing_reason = l.standing_reason, look_rule = l.look_rule, last_look_at = l.last_look_at
    from group_lead l where l.group_id = g.id;
  update group_guest g set closeness = c.closeness from group_guest_closeness c where c.guest_id = g.id;
  update hub h set step_reason = r.reason from hub_step_reason r where r.hub_id = h.id;
`;

const led = (table: string): string =>
  `exists (select 1 from collaboration_group g where g.id = ${table}.group_id and g.branch_id = (select caller.branch()))`;
const writes = `(select caller.role()) in ('coordinator','manager')`;
const relocated = (table: string): string =>
  `(select caller.service()) = 'reception' and caller.relocated_group(${table}.group_id)`;
/** The house that leads; and the platform where another town has taken the work over. */
const keeps = `((${led('group_lead')} and ${writes}) or (${relocated('group_lead')}))`;
const guestOf = (more: string): string => `exists (select 1 from group_guest x where x.id = guest_id and ${more})`;

const policies: Readonly<Record<string, readonly string[]>> = {
  group_lead: [
    `for select using ((select caller.service()) in ('reception','deadlines','consents') or ${led('group_lead')})`,
    `for insert with check (${keeps})`,
    `for update using (${keeps}) with check (${keeps})`,
  ],
  group_guest_closeness: [
    `for select using (${guestOf('exists (select 1 from item i where i.id = x.item_id)')})`,
    `for insert with check (${guestOf(`x.kind = 'private-person' and x.added_by = (select caller.staff())`)})`,
  ],
  hub_step_reason: [
    `for select using (exists (select 1 from hub h where h.id = hub_id and h.branch_id = (select caller.branch())))`,
    `for insert with check (exists (select 1 from hub h where h.id = hub_id and h.branch_id = (select caller.branch())
      and h.convened_by = (select caller.staff())))`,
  ],
};
