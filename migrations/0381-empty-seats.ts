import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Seats that stand empty since whoever sat there has left the post, or the program, each until whoever leads the group has been
 * told of it: asked by the platform as a post ends, and by the worker where its end was set ahead.
 */
export class EmptySeats1764000000381 implements MigrationInterface {
  readonly name = 'EmptySeats1764000000381';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function caller.empty_seats(post uuid, most integer) returns table (seat_id uuid, group_id uuid, coordinator_id uuid)
        language sql stable security definer set search_path = pg_catalog, public as $$
        select m.id, m.group_id, g.coordinator_id from public.group_member m
          join public.collaboration_group g on g.id = m.group_id join public.staff_member s on s.id = m.staff_id
          join public.staff_member l on l.id = g.coordinator_id
        where caller.service() = 'deadlines' and m.ends_at is null and g.closed_at is null and (post is null or m.membership_id = post)
          and (s.disabled_at is not null or not exists (select 1 from public.membership w where w.id = m.membership_id
            and w.starts_at <= clock.now() and (w.ends_at is null or w.ends_at > clock.now())))
          -- A group whose leader has left is told of to its managers as that.
          and g.coordinator_id <> m.staff_id and l.disabled_at is null
          and not exists (select 1 from public.notice n where n.staff_id = g.coordinator_id and n.effect_key = 'seat-empty:' || m.id)
        order by m.id limit most
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function caller.empty_seats`);
  }
}
