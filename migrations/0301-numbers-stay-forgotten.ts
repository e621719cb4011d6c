import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A telephone number that is forgotten while a message is being made to it does not come back: whoever sends one waits or is
 * waited for, and what was written meanwhile loses it as well (GDPR 17).
 */
export class NumbersStayForgotten1764000000301 implements MigrationInterface {
  readonly name = 'NumbersStayForgotten1764000000301';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function caller.hold_reach(person uuid) returns void language sql security definer set search_path = pg_catalog, public as $$
        select pg_advisory_xact_lock(hashtextextended('reach ' || min(w::text), 0)) from caller.one_person(person) w
      $$;
      create or replace function caller.forget_own_phone() returns integer language plpgsql security definer set search_path = pg_catalog, public as $$
      declare
        whole constant uuid[] := array(select caller.one_person(caller.person()));
        n integer := 0;
        more integer;
      begin
        perform caller.hold_reach(caller.person());
        -- Once more as long as there is any: whoever asked for the next message held the last one, and has written theirs since.
        loop
          update public.family_link l set reach = null, secret = null, next_try_at = null,
            delivery = case when l.delivery = 'waiting' then 'failed' else l.delivery end
            where l.person_id = any (whole) and l.reach is not null;
          get diagnostics more = row_count;
          exit when more = 0;
          n := n + more;
        end loop;
        delete from public.person_phone_index x where x.person_id = any (whole);
        return n;
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function caller.forget_own_phone() returns integer language plpgsql security definer set search_path = pg_catalog, public as $$
      declare
        whole constant uuid[] := array(select caller.one_person(caller.person()));
        n integer;
      begin
        update public.family_link l set reach = null, secret = null, next_try_at = null,
          delivery = case when l.delivery = 'waiting' then 'failed' else l.delivery end
          where l.person_id = any (whole) and l.reach is not null;
        get diagnostics n = row_count;
        delete from public.person_phone_index x where x.person_id = any (whole);
        return n;
      end $$;
      drop function caller.hold_reach;
    `);
  }
}
