import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Disposal carried out: what a house has written in a case whose time is up, and a manager has decided on, is removed from its rows
 * for good, with every earlier version, and nobody works on the case or reads what others told in it any more. That it was
 * done stands here and in the ledger, which keeps its lines (SoL 16:1).
 */
export class Disposals1764000000467 implements MigrationInterface {
  readonly name = 'Disposals1764000000467';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table disposal (
        decision_id uuid primary key references retention_decision,
        case_id uuid not null references case_file,
        branch_id uuid not null references branch,
        -- How many texts there were, and never which.
        items integer not null check (items >= 0),
        disposed_at timestamptz not null default clock.now()
      );
      create index disposal_case on disposal (case_id);
      alter table disposal enable row level security;
      alter table disposal force row level security;
      create policy disposal_0 on disposal for select using (branch_id = (select caller.branch())
        and ((select caller.role()) = 'manager' or caller.works_on(case_id)));
      alter table item add column disposed_at timestamptz, add constraint item_disposed check (disposed_at is null or octet_length(ciphertext) = 0);
      -- Whatever else opens a row: what is disposed of is nobody's to see.
      create policy item_disposed on item as restrictive for select using (disposed_at is null);

      create function caller.disposals_due(most integer) returns table (decision_id uuid, case_id uuid, municipality_id uuid)
        language sql stable security definer set search_path = pg_catalog, public as $$
        select r.id, r.case_id, c.municipality_id from public.retention_decision r
          join public.deadline d on d.id = r.deadline_id join public.case_file c on c.id = r.case_id
        where caller.service() = 'deadlines' and r.outcome = 'dispose' and d.due_at <= clock.now()
          and not exists (select 1 from public.disposal x where x.decision_id = r.id)
          -- Something was written since: its time runs anew, and somebody decides anew.
          and not exists (select 1 from public.deadline n where n.case_id = r.case_id and n.kind like 'retention%' and n.id <> r.deadline_id
            and n.void_reason is null and n.state in ('open','missed'))
        order by d.due_at, r.id limit most
      $$;
      create function caller.dispose(wanted uuid) returns integer language plpgsql security definer set search_path = pg_catalog, public as $$
      declare
        file public.case_file;
        decided timestamptz;
        files uuid[];
        things uuid[];
        cases uuid[];
        branches uuid[];
      begin
        if caller.service() is distinct from 'deadlines' then return null; end if;
        select c.* into file from public.retention_decision r join public.case_file c on c.id = r.case_id where r.id = wanted for update of c;
        -- Asked again of the rows: whoever was let wait may find it done, or another note.
        select r.decided_at into decided from public.retention_decision r join public.deadline d on d.id = r.deadline_id
          where r.id = wanted and r.outcome = 'dispose' and d.due_at <= clock.now() and not exists (select 1 from public.disposal x where x.decision_id = r.id);
        if decided is null then return null; end if;
        select array_agg(c.id) into files from public.case_file c where file.id in (c.id, c.joined_into) and c.branch_id = file.branch_id;
        if exists (select 1 from public.item i where i.case_id = any (files) and i.branch_id = file.branch_id and i.created_at > decided) then return -1; end if;
        select coalesce(array_agg(i.id), '{}') into things from public.item i
          where i.case_id = any (files) and i.branch_id = file.branch_id and i.disposed_at is null;
        -- Who had sight of any of it: the own house, and those to whom it was told.
        select array_agg(x.c), array_agg(x.b) into cases, branches from (
          select unnest(files) as c, file.branch_id as b
          union select i.case_id, h.to_branch_id from public.share h join public.item i on i.id = h.item_id where h.item_id = any (things) and h.to_branch_id is not null) x;
        perform lock.lessen(cases, branches);
        -- What was told of it, and what others told the house in it.
        update public.share h set given = tstzrange(lower(h.given), greatest(lower(h.given), least(clock.now(), upper(h.given)))),
            ended_at = clock.now(), ended_how = 'ended'
          where h.ended_at is null and (h.item_id = any (things)
            or h.to_branch_id = file.branch_id and h.item_id in (select i.id from public.item i where i.case_id = any (files)));
        delete from public.item_version v where v.item_id = any (things);
        update public.item i set ciphertext = '', disposed_at = clock.now() where i.id = any (things);
        update public.consent_evidence e set ciphertext = '' where e.consent_id in (select c.id from public.consent c where c.case_id = any (files) and c.branch_id = file.branch_id);
        update public.relocated_item y set ciphertext = '' where y.item_id = any (things);
        update public.assignment a set ends_at = greatest(a.starts_at, clock.now())
          where a.case_id = any (files) and a.branch_id = file.branch_id and (a.ends_at is null or a.ends_at > clock.now());
        update public.case_file c set state = 'closed', closed_at = coalesce(c.closed_at, clock.now()), version = c.version + 1 where c.id = file.id and c.state <> 'closed';
        insert into public.disposal (decision_id, case_id, branch_id, items) values (wanted, file.id, file.branch_id, cardinality(things));
        return cardinality(things);
      end $$;
    `);
  }

  /** What is gone stays gone. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function caller.dispose, caller.disposals_due;
      drop policy item_disposed on item;
      alter table item drop constraint item_disposed, drop column disposed_at;
      drop table disposal;
    `);
  }
}
