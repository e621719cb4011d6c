import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How long a case is kept runs from its last note once it is closed, and from birth where measures began for a child (SoL 16:1,
 * 16:2 a). The platform alone asks for the facts. Cases that were closed or had measures before get theirs here, and are woken
 * at once, so that the worker reckons when they wake next.
 */
export class RetentionOfCases1764000000262 implements MigrationInterface {
  readonly name = 'RetentionOfCases1764000000262';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function caller.retention_of(wanted uuid) returns table (closed boolean, measures_since timestamptz, last_note_at timestamptz,
          born date, unit_id uuid) language sql stable security definer set search_path = pg_catalog, public as $$
        select ${FACTS} from public.case_file c join public.person p on p.id = c.person_id
        where c.id = wanted and caller.service() = 'deadlines'
      $$;
      ${TABLES.map((table) => `alter table ${table} no force row level security;`).join(' ')}
      ${OPEN_BEFORE}
      ${TABLES.map((table) => `alter table ${table} force row level security;`).join(' ')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function caller.retention_of`);
  }
}

/** A unit that works on it still, or else the house's intake. */
const FACTS = `c.state = 'closed',
  coalesce((select min(d.decided_at) from public.phase_decision d where d.case_id = c.id and d.to_phase = 'measures'),
    case when c.phase in ('measures','follow-up') then c.opened_at end),
  coalesce((select max(i.created_at) from public.item i where i.case_id = c.id and i.branch_id = c.branch_id), c.closed_at, c.opened_at),
  p.born,
  coalesce((select a.unit_id from public.assignment a join public.unit u on u.id = a.unit_id
      where a.case_id = c.id and u.branch_id = c.branch_id and u.ended_at is null order by a.starts_at, a.unit_id limit 1),
    (select u.id from public.unit u where u.branch_id = c.branch_id and u.ended_at is null order by u.kind = 'intake' desc, u.id limit 1))`;

export const TABLES = [
  'case_file',
  'person',
  'item',
  'phase_decision',
  'assignment',
  'unit',
  'deadline',
  'deadline_setting',
];

/** `hasEnded`: for whom five years run. By the municipality's own rule where it counts in calendar units, as the program counts it: until the last day has ended. */
export const openBefore = (hasEnded: string): string => `
  with file as (
    select c.id, c.municipality_id, c.branch_id, c.state, f.* from case_file c join person p on p.id = c.person_id
      cross join lateral (select ${FACTS}) f(closed, measures_since, last_note_at, born, unit_id)
    where c.state <> 'joined' and (c.state = 'closed' or c.phase in ('measures','follow-up'))
  ), owed as (
    select file.*, k.kind, case when k.kind = 'retention' then last_note_at else born::timestamp at time zone 'Europe/Stockholm' end as starts_at,
      case when s.rule ?| array['years','months','weeks','days'] then s.rule else jsonb_build_object('years', case when k.kind = 'retention' then 5 else 30 end) end as rule,
      coalesce(s.alarms, case when k.kind = 'retention' then '{"warnings": [0.95], "escalations": {}}'::jsonb else '{"warnings": [0.992], "escalations": {}}' end) as alarms
    from file
      cross join lateral (select case when measures_since is not null and lock.under(born, 18, measures_since) then 'retention-child-protection'
        when ${hasEnded} then 'retention' end as kind) k
      left join deadline_setting s on s.municipality_id = file.municipality_id and s.kind = k.kind
    where k.kind is not null and unit_id is not null and not exists (select 1 from deadline d where d.case_id = file.id and d.kind = k.kind)
  )
  insert into deadline (id, municipality_id, branch_id, kind, case_id, rule, source, starts_at, due_at, owner_unit_id, alarms, next_wake_at)
  select gen_random_uuid(), municipality_id, branch_id, kind, id, rule, case when kind = 'retention' then '16 kap. 1 § SoL' else '16 kap. 2 a § SoL' end,
    starts_at, (((starts_at at time zone 'Europe/Stockholm')::date + make_interval(years => coalesce((rule->>'years')::int, 0),
      months => coalesce((rule->>'months')::int, 0), weeks => coalesce((rule->>'weeks')::int, 0), days => coalesce((rule->>'days')::int, 0)))::date + 1)::timestamp
      at time zone 'Europe/Stockholm', unit_id, alarms, clock.now()
  from owed;`;

export const OPEN_BEFORE = openBefore('closed');
