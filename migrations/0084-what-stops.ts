import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which groups, led by whom, and which of their meetings stand still without an agreement; nobody they are about. */
export class WhatStops1764000000084 implements MigrationInterface {
  readonly name = 'WhatStops1764000000084';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- For whoever keeps the municipality's agreements: neither case nor person, so that keeping them opens nothing.
      ${STOPS_WITH_FORM}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function caller.stops_with_form;`);
  }
}

/** As it was before meetings without persons were counted too. */
export const STOPS_WITH_FORM = `create function caller.stops_with_form(wanted text) returns table (group_id uuid, kind text, standing text, house text, coordinator text, meets_at timestamptz)
      language sql stable security definer set search_path = pg_catalog, public as $$
        select g.id, g.kind, g.standing, b.name, s.name, h.starts_at from public.collaboration_group g
          join public.branch b on b.id = g.branch_id join public.staff_member s on s.id = g.coordinator_id
          left join public.hub h on h.group_id = g.id and h.state in ('planned','lobby') and h.starts_at > clock.now()
        where caller.role() in ('administrator','manager') and g.municipality_id = caller.municipality() and g.form = wanted and g.closed_at is null
        order by b.name, s.name, g.id, h.starts_at
      $$;`;
