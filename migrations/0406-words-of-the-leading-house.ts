import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Closed words that are the matter of the house that leads and of nobody who sits there beside it: how it came to know whom a
 * nomination is about (that there is a report is secret by itself, OSL 26:1), what a step confirmed, who signed and when, and why
 * a group is about somebody outside the ages. A policy sees rows and not columns, so they stand in rows of their own.
 */
export class WordsOfTheLeadingHouse1764000000406 implements MigrationInterface {
  readonly name = 'WordsOfTheLeadingHouse1764000000406';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(`${lifted} ${MOVED} ${forced}`);
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
      alter table group_act
        add column confirmed text[] not null default '{}',
        add column signed_by text[] not null default '{}',
        add column signed_on date,
        add constraint group_act_signed check ((signed_on is not null) = (signed_by <> '{}'));
      alter table collaboration_group add column outside_ages text
        check (outside_ages is null
        or (level = 'persons' and outside_ages in ('soon-of-age','work-goes-on','need-weighs-more','no-other-form')));
    `);
    await runner.query(`
      ${lifted}
      alter table group_act_term no force row level security;
      alter table group_outside_ages no force row level security;
      update group_act a set confirmed = t.confirmed, signed_by = t.signed_by, signed_on = t.signed_on, reason = coalesce(t.known_by, a.reason)
        from group_act_term t where t.act_id = a.id;
      update collaboration_group g set outside_ages = o.outside_ages from group_outside_ages o where o.group_id = g.id;
      drop table group_act_term, group_outside_ages;
      ${forced}
    `);
  }
}

const TABLES = `
  create table group_act_term (
    act_id uuid primary key references group_act,
    group_id uuid not null references collaboration_group,
    known_by text check (known_by in ('family-yes','report','own-case')),
    confirmed text[] not null default '{}',
    signed_by text[] not null default '{}',
    signed_on date,
    check ((signed_on is not null) = (signed_by <> '{}'))
  );
  create table group_outside_ages (
    group_id uuid primary key references collaboration_group,
    outside_ages text not null check (outside_ages in ('soon-of-age','work-goes-on','need-weighs-more','no-other-form'))
  );
`;

const lifted = `alter table group_act no force row level security; alter table collaboration_group no force row level security;`;
const forced = `alter table group_act force row level security; alter table collaboration_group force row level security;`;

const KNOWN = `reason in ('family-yes','report','own-case')`;

const MOVED = `
  insert into group_act_term (act_id, group_id, known_by, confirmed, signed_by, signed_on)
    select id, group_id, case when ${KNOWN} then reason end, confirmed, signed_by, signed_on from group_act
    where ${KNOWN} or confirmed <> '{}' or signed_on is not null;
  update group_act set reason = null where ${KNOWN};
  insert into group_outside_ages (group_id, outside_ages) select id, outside_ages from collaboration_group where outside_ages is not null;
  alter table group_act drop column confirmed, drop column signed_by, drop column signed_on;
  alter table collaboration_group drop column outside_ages;
`;

const led = (table: string): string =>
  `exists (select 1 from collaboration_group g where g.id = ${table}.group_id and g.branch_id = (select caller.branch()))`;
const writes = `(select caller.role()) in ('coordinator','manager')`;

const policies: Readonly<Record<string, readonly string[]>> = {
  group_act_term: [
    `for select using (${led('group_act_term')})`,
    `for insert with check (${led('group_act_term')} and ${writes} and exists (select 1 from group_act a
      where a.id = act_id and a.group_id = group_act_term.group_id and a.by_staff_id = (select caller.staff())))`,
  ],
  group_outside_ages: [
    `for select using (${led('group_outside_ages')})`,
    `for insert with check (${led('group_outside_ages')} and ${writes})`,
    `for update using (${led('group_outside_ages')} and ${writes})`,
  ],
};
