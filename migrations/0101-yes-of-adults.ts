import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A question about a grown person is over in the instant in which their yes is: for every screen, with its time limit, for good. */
export class YesOfAdults1764000000101 implements MigrationInterface {
  readonly name = 'YesOfAdults1764000000101';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(guard(`and current_user <> 'samnav_definer'`));
    await runner.query(`
      -- Whether anything that is asked can be answered: about a child always, about a grown person by their own yes.
      create function lock.answerable(wanted uuid, asked uuid, asking uuid, said text[]) returns boolean language sql stable as $$
        select lock.under(p.born, 18, clock.now()) or exists (select 1 from unnest(said) s
            where lock.has_consent(p.id, lock.house(asked), lock.house(asking), s, 'investigate-need', clock.now()))
          from public.person p where p.id = wanted
      $$;
      -- Ending it raises the case's count by the question's own trigger: what was decided before is decided anew.
      create function lock.end_unanswerable(wanted uuid) returns void language plpgsql security definer set search_path = pg_catalog, public as $$
      declare ended uuid[];
      begin
        with over as (
          update public.inquiry q set ended_at = clock.now(), ended_how = case when q.answer is null then 'withdrawn' else 'closed' end, version = q.version + 1
            where q.person_id = wanted and q.ended_at is null and not lock.answerable(q.person_id, q.to_branch_id, q.branch_id, q.categories)
            returning q.id)
        select array_agg(o.id) into ended from over o;
        if ended is null then return; end if;
        update public.deadline d set state = 'void', settled_at = clock.now(), void_reason = 'inquiry-ended', next_wake_at = null, version = d.version + 1
          where d.kind = 'step-two-gathering' and d.about_id = any (ended) and d.state = 'open';
      end $$;
      create function lock.yes_changed() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        perform lock.end_unanswerable(new.person_id);
        return null;
      end $$;
      create function lock.signer_yes_changed() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        perform lock.end_unanswerable(c.person_id) from public.consent c where c.id = new.consent_id;
        return null;
      end $$;
      create function lock.born_yes_changed() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        perform lock.end_unanswerable(new.id);
        return null;
      end $$;
      create trigger consent_yes after update on consent for each row execute function lock.yes_changed();
      create trigger consent_signer_yes after update on consent_signer for each row execute function lock.signer_yes_changed();
      create trigger person_yes after update of born on person for each row
        when (old.born is distinct from new.born) execute function lock.born_yes_changed();
      create function caller.may_be_answered(wanted uuid, asked uuid, said text[]) returns boolean language sql stable strict security definer set search_path = pg_catalog, public as $$
        select caller.sees_person(wanted) and lock.answerable(wanted, asked, caller.branch(), said)
      $$;
      create policy inquiry_by_yes on inquiry as restrictive for insert
        with check (caller.may_be_answered(person_id, to_branch_id, categories));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy inquiry_by_yes on inquiry;
      drop trigger person_yes on person; drop trigger consent_signer_yes on consent_signer; drop trigger consent_yes on consent;
      drop function caller.may_be_answered, lock.born_yes_changed, lock.signer_yes_changed, lock.yes_changed, lock.end_unanswerable, lock.answerable;
    `);
    await runner.query(guard(''));
  }
}

/** Whoever is asked writes the answer and nothing else; what ends a question by itself does so whoever set it going. */
const guard = (more: string): string => `
  create or replace function lock.inquiry_guard() returns trigger language plpgsql as $$
  begin
    if caller.branch() = old.to_branch_id and caller.service() is null ${more}
      and to_jsonb(new) - array['answer','answered_by','answered_at','version'] is distinct from to_jsonb(old) - array['answer','answered_by','answered_at','version'] then
      raise exception 'whoever is asked answers, and changes nothing else';
    end if;
    return new;
  end $$;
`;
