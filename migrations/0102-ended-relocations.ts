import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An offer stands as long as what it was made on, and takes with it, however it ends, the shares and assessments that it was made with. */
export class EndedRelocations1764000000102 implements MigrationInterface {
  readonly name = 'EndedRelocations1764000000102';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The offer with which an assessment of its own ended: nobody lifted it, and nobody wrote why.
      alter table assessment add column ended_with uuid references relocation;
      alter table assessment drop constraint lifted_by_somebody;
      alter table assessment add constraint lifted_by_somebody check (
        (lifted_by is null) = (lift_item_id is null) and (lifted_at is null) = (lifted_by is null and ended_with is null));
      create function lock.end_offer(wanted public.relocation) returns void language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        update public.share h set given = tstzrange(lower(h.given), least(clock.now(), upper(h.given))), ended_at = clock.now(), ended_how = 'ended'
          from public.relocated_item x where x.relocation_id = wanted.id and h.id = x.share_id and h.ended_at is null and not isempty(h.given);
        -- Made in one breath with the offer, and for it alone.
        update public.assessment a set until = clock.now(), lifted_at = clock.now(), ended_with = wanted.id
          where a.case_id = wanted.case_id and a.ground = wanted.ground and a.to_branch_id = wanted.to_branch_id and a.decided_by = wanted.offered_by
            and a.decided_at = wanted.offered_at and a.lifted_at is null and a.until > clock.now();
      end $$;
      create function lock.relocation_ended() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        perform lock.end_offer(new);
        return null;
      end $$;
      create trigger relocation_ended after update of withdrawn_at, answer on relocation for each row
        when (old.withdrawn_at is distinct from new.withdrawn_at or old.answer is distinct from new.answer) execute function lock.relocation_ended();
      -- What was declined before this was there still stands.
      do $do$ begin perform lock.end_offer(r) from relocation r where r.answer is not null or r.withdrawn_at is not null; end $do$;
      create function lock.end_relocations_of_group() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        update public.relocation set withdrawn_at = clock.now(), version = version + 1
          where group_id = new.id and withdrawn_at is null and answer is null;
        return null;
      end $$;
      create trigger collaboration_group_relocations after update of standing on collaboration_group for each row
        when (old.standing = 'moved' and new.standing <> 'moved') execute function lock.end_relocations_of_group();
      create function lock.end_relocations_of_case() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        update public.relocation set withdrawn_at = clock.now(), version = version + 1
          where case_id = new.id and withdrawn_at is null and answer is null;
        return null;
      end $$;
      create trigger case_file_relocations after update of closed_at on case_file for each row
        when (old.closed_at is null and new.closed_at is not null) execute function lock.end_relocations_of_case();
    `);
    await runner.query(mayTakeOver(STANDS));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(mayTakeOver(''));
    await runner.query(`
      drop trigger case_file_relocations on case_file; drop trigger collaboration_group_relocations on collaboration_group;
      drop trigger relocation_ended on relocation;
      drop function lock.end_relocations_of_case, lock.end_relocations_of_group, lock.relocation_ended, lock.end_offer;
      alter table assessment drop constraint lifted_by_somebody;
      alter table assessment disable trigger assessment_frozen;
      alter table assessment no force row level security;
      update assessment set lifted_at = null where ended_with is not null;
      alter table assessment force row level security;
      alter table assessment enable trigger assessment_frozen;
      alter table assessment drop column ended_with;
      alter table assessment add constraint lifted_by_somebody check ((lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lift_item_id is null));
    `);
  }
}

const STANDS = `
        and exists (select 1 from public.collaboration_group g where g.id = r.group_id and g.standing = 'moved')
        and exists (select 1 from public.case_file c where c.id = r.case_id and c.closed_at is null)`;

const mayTakeOver = (more: string): string => `
  create or replace function caller.may_take_over(wanted uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
    select exists (select 1 from public.relocation r join public.person p on p.id = r.person_id
      where r.id = wanted and r.to_branch_id = caller.branch() and caller.role() in ('coordinator','manager')
        and r.withdrawn_at is null and r.answer is null and p.protection in ('none','marking')${more})
  $$;
`;
