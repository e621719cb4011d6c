import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two people who must never meet: known to those who work with one of them, honoured for everyone, and never told. */
export class KeptApart1764000000039 implements MigrationInterface {
  readonly name = 'KeptApart1764000000039';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table kept_apart (
        id uuid primary key,
        municipality_id uuid not null references municipality,
        branch_id uuid not null references branch,
        person_id uuid not null references person,
        other_person_id uuid not null references person,
        -- A closed word: nothing is said of anyone here.
        ground text not null check (ground in ('threat','conflict','violence','court-order')),
        until timestamptz not null,
        decided_by uuid not null references staff_member,
        decided_at timestamptz not null default clock.now(),
        ended_at timestamptz,
        ended_by uuid references staff_member,
        check (person_id <> other_person_id),
        check ((ended_at is null) = (ended_by is null))
      );
      create index kept_apart_person on kept_apart (person_id) where ended_at is null;
      create index kept_apart_other on kept_apart (other_person_id) where ended_at is null;
      alter table kept_apart enable row level security;
      alter table kept_apart force row level security;
      -- Whoever leads work with one of the two; a new one only for whoever works with both.
      create policy kept_apart_0 on kept_apart for select using (${leads} and (${worksWith('person_id')} or ${worksWith('other_person_id')}));
      create policy kept_apart_1 on kept_apart for insert with check (${leads} and decided_by = (select caller.staff())
        and municipality_id = (select caller.municipality()) and ${worksWith('person_id')} and ${worksWith('other_person_id')});
      create policy kept_apart_2 on kept_apart for update using (${leads} and (${worksWith('person_id')} or ${worksWith('other_person_id')}));

      -- Times at which a case's person may not come, for whoever convenes for that case: times, and nothing of whom.
      create function caller.kept_clear(file uuid, since timestamptz, till timestamptz)
        returns table (starts_at timestamptz, ends_at timestamptz)
        language plpgsql stable security definer set search_path = pg_catalog, public as $$
      declare
        me uuid;
      begin
        select c.person_id into me from public.case_file c where c.id = file and c.branch_id = caller.branch();
        if me is null or not caller.works_on(file) then return; end if;
        return query
          select h.starts_at, h.starts_at + make_interval(mins => h.minutes)
          from public.kept_apart k
            join public.case_file o on o.person_id = case when k.person_id = me then k.other_person_id else k.person_id end
            join public.hub h on h.case_id = o.id
          where me in (k.person_id, k.other_person_id) and k.ended_at is null and k.until > h.starts_at
            -- In an inner hub only colleagues meet.
            and h.kind = 'joint' and h.state not in ('closed','called-off')
            and h.starts_at < till and h.starts_at + make_interval(mins => h.minutes) > since;
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function caller.kept_clear; drop table kept_apart;`);
  }
}

const leads = `branch_id = (select caller.branch()) and (select caller.role()) in ('coordinator','manager')`;
const worksWith = (person: string): string =>
  `exists (select 1 from case_file c where c.person_id = kept_apart.${person} and caller.works_on(c.id))`;
