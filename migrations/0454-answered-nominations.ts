import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A nomination that has been answered is not taken back, nor is one answered that was taken back: whoever made it, in another
 * house, does not see the answer, and is told that there is one and no more.
 */
export class AnsweredNominations1764000000454 implements MigrationInterface {
  readonly name = 'AnsweredNominations1764000000454';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function caller.nomination_answered(wanted uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
        select exists (select 1 from public.nomination_answer a join public.nomination n on n.id = a.nomination_id
          where n.id = wanted and (n.branch_id = caller.branch() or (n.by_staff_id = caller.staff() and n.from_branch_id = caller.branch())))
      $$;
      -- Each waits for the other: whichever comes first stands.
      create function lock.nomination_withdrawn() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        if exists (select 1 from public.nomination_answer a where a.nomination_id = new.id) then
          raise exception 'an answered nomination is not taken back' using errcode = 'check_violation';
        end if;
        return new;
      end $$;
      create trigger nomination_withdrawn before update of withdrawn_at on nomination for each row
        when (old.withdrawn_at is null and new.withdrawn_at is not null) execute function lock.nomination_withdrawn();
      create function lock.nomination_answered() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        if exists (select 1 from public.nomination n where n.id = new.nomination_id and n.withdrawn_at is not null) then
          raise exception 'a nomination that was taken back is not answered' using errcode = 'check_violation';
        end if;
        return new;
      end $$;
      create trigger nomination_answered before insert on nomination_answer for each row execute function lock.nomination_answered();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger nomination_answered on nomination_answer; drop trigger nomination_withdrawn on nomination;
      drop function lock.nomination_answered(); drop function lock.nomination_withdrawn(); drop function caller.nomination_answered(uuid);
    `);
  }
}
