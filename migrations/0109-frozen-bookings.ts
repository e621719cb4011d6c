import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A booking of an interpreter is never written anew: what happens to it happens once, and its language is the own house's to know. */
export class FrozenBookings1764000000109 implements MigrationInterface {
  readonly name = 'FrozenBookings1764000000109';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function lock.freeze_booking() returns trigger language plpgsql set search_path = pg_catalog, public as $$
      begin
        if (old.id, old.hub_id, old.language, old.item_id, old.point_ids, old.booked_by, old.booked_at)
            is distinct from (new.id, new.hub_id, new.language, new.item_id, new.point_ids, new.booked_by, new.booked_at) then
          raise exception 'a booking is cancelled and made anew' using errcode = 'check_violation';
        end if;
        if (old.silence_at is not null and (old.silence_at, old.silence_by) is distinct from (new.silence_at, new.silence_by))
            or (old.admitted_at is not null and old.admitted_at is distinct from new.admitted_at)
            or (old.cancelled_at is not null and old.cancelled_at is distinct from new.cancelled_at) then
          raise exception 'what has happened to a booking stands' using errcode = 'check_violation';
        end if;
        -- Nobody is let in who is not coming, nor before the meeting.
        if old.admitted_at is null and new.admitted_at is not null and (new.cancelled_at is not null
            or not exists (select 1 from public.hub h where h.id = new.hub_id and h.state in ('running','paused','closing'))) then
          raise exception 'nobody is let in to a meeting that does not run' using errcode = 'check_violation';
        end if;
        return new;
      end $$;
      create trigger interpreter_booking_frozen before update on interpreter_booking for each row execute function lock.freeze_booking();

      drop policy interpreter_booking_0 on interpreter_booking;
      create policy interpreter_booking_0 on interpreter_booking for select using (
        exists (select 1 from hub h where h.id = hub_id and h.branch_id = (select caller.branch())));
      -- What the other houses at the table may know: that somebody comes, at which points and whether they are in. A language
      -- says where a family is from.
      create function caller.interpreters_at(wanted uuid) returns table (id uuid, hub_id uuid, item_id uuid, point_ids uuid[],
        booked_at timestamptz, silence_at timestamptz, admitted_at timestamptz, cancelled_at timestamptz)
      language sql stable strict security definer set search_path = pg_catalog, public as $$
        select i.id, i.hub_id, i.item_id, i.point_ids, i.booked_at, i.silence_at, i.admitted_at, i.cancelled_at
        from public.interpreter_booking i where i.hub_id = wanted and caller.sits_in(wanted)
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function caller.interpreters_at;
      drop policy interpreter_booking_0 on interpreter_booking;
      create policy interpreter_booking_0 on interpreter_booking for select using (exists (select 1 from hub h where h.id = hub_id));
      drop trigger interpreter_booking_frozen on interpreter_booking;
      drop function lock.freeze_booking;
    `);
  }
}
