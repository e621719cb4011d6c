import type { MigrationInterface, QueryRunner } from 'typeorm';
import { STOPS_WITH_FORM } from './0084-what-stops.js';

/** Meetings of groups without persons stand still without an agreement like all others. */
export class StoppedAreaMeetings1764000000086 implements MigrationInterface {
  readonly name = 'StoppedAreaMeetings1764000000086';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(STOPPED_IN_TOWN);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(STOPS_WITH_FORM.replace('create function', 'create or replace function'));
  }
}

/** As it was before a manager was told of the own house's alone. */
export const STOPPED_IN_TOWN = `
  create or replace function caller.stops_with_form(wanted text) returns table (group_id uuid, kind text, standing text, house text, coordinator text, meets_at timestamptz)
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
  begin
    -- Resolved when it is asked: what such meetings are kept in comes later in the order of migrations.
    return query select g.id, g.kind, g.standing, b.name, s.name, x.starts_at from public.collaboration_group g
      join public.branch b on b.id = g.branch_id join public.staff_member s on s.id = g.coordinator_id
      left join (select h.group_id, h.starts_at from public.hub h where h.state in ('planned','lobby')
          union all select m.group_id, m.starts_at from public.area_meeting m where m.state = 'planned') x
        on x.group_id = g.id and x.starts_at > clock.now()
    where caller.role() in ('administrator','manager') and g.municipality_id = caller.municipality() and g.form = wanted and g.closed_at is null
    order by b.name, s.name, g.id, x.starts_at;
  end $$;
`;
