import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A measure of the wrong child, or one that nobody decided, can be taken out of a plan, by the house that leads or the one that
 * wrote it: it leaves all who were told of it, and with it the decision of the meeting that it was.
 */
export class MeasuresTakenOut1764000000244 implements MigrationInterface {
  readonly name = 'MeasuresTakenOut1764000000244';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      measureStates(`((kind = 'measure' and state in ('planned','running','paused','ended','removed'))
      or (kind <> 'measure' and state in ('standing','reached','removed')))`),
    );
    await runner.query(`
      create index meeting_decision_item on meeting_decision (item_id);
      create index meeting_decision_entry on meeting_decision (entry_id) where entry_id is not null;
      ${takenAway(IN_PLANS + DECIDED)}
      ${endTakenOut(` union select d.item_id from public.meeting_decision d where d.entry_id = new.id`)}
      create function lock.refuse_taking_out() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        if caller.branch() is distinct from old.by_branch and not exists (select 1 from public.collaboration_group g
            where g.id = old.group_id and g.branch_id = caller.branch()) then
          raise insufficient_privilege using message = 'only the house that leads or wrote it takes something out of a plan';
        end if;
        return new;
      end $$;
      create trigger plan_entry_taking_out before update of state on plan_entry for each row
        when (new.state = 'removed' and old.state <> 'removed') execute function lock.refuse_taking_out();
      -- That something was taken out which one's house could read until then, to whoever sits in the group: never what.
      create function caller.taken_out_of_plan(wanted uuid) returns table (at timestamptz)
      language sql stable security definer set search_path = pg_catalog, public as $$
        select a.at from public.plan_entry e join public.plan_act a on a.entry_id = e.id and a.act = 'remove'
        where e.group_id = wanted and e.state = 'removed'
          and exists (select 1 from public.share h where h.item_id = e.item_id and h.to_branch_id = caller.branch()
            and upper(h.in_force) >= a.at)
          and (exists (select 1 from public.collaboration_group g where g.id = wanted and g.branch_id = caller.branch())
            or exists (select 1 from public.group_member m where m.group_id = wanted and m.staff_id = caller.staff()
              and m.branch_id = caller.branch() and m.ends_at is null))
      $$;
    `);
  }

  /** What was taken out is a measure that has ended, and stays with the house that wrote it. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function caller.taken_out_of_plan(uuid);
      drop trigger plan_entry_taking_out on plan_entry;
      drop function lock.refuse_taking_out();
      ${endTakenOut('')}
      ${takenAway(IN_PLANS)}
      drop index meeting_decision_entry, meeting_decision_item;
      alter table plan_entry no force row level security;
      update plan_entry set state = 'ended' where kind = 'measure' and state = 'removed';
      alter table plan_entry force row level security;
    `);
    await runner.query(measureStates(`(kind = 'measure') = (state in ('planned','running','paused','ended'))`));
  }
}

/** The constraint has no name of its own: it is found by what it says, and keeps the name that it has. */
const measureStates = (check: string): string => `
  do $do$
  declare known name;
  begin
    select conname into strict known from pg_constraint where conrelid = 'public.plan_entry'::regclass and contype = 'c'
      and pg_get_constraintdef(oid) like '%kind%state%planned%';
    execute format('alter table public.plan_entry drop constraint %I', known);
    execute format('alter table public.plan_entry add constraint %I check (%s)', known, $check$${check}$check$);
  end $do$;
`;

const IN_PLANS = `
      or exists (select 1 from public.plan_entry e where e.item_id = wanted and e.state = 'removed')
      or exists (select 1 from public.plan_act a join public.plan_entry e on e.id = a.entry_id where a.item_id = wanted and e.state = 'removed')`;
const DECIDED = `
      or exists (select 1 from public.meeting_decision d join public.plan_entry e on e.id = d.entry_id where d.item_id = wanted and e.state = 'removed')`;

/** As 0161 made them, and the decision that a measure was. */
const takenAway = (more: string): string => `
  create or replace function caller.is_taken_away(wanted uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
    select exists (select 1 from public.board_event e where e.item_id = wanted and e.kind = 'MapEntryRemoved')
      or exists (select 1 from public.minute_line l where l.item_id = wanted and l.until_version is not null)
      or exists (select 1 from public.meeting_point p where p.item_id = wanted and p.removed_at is not null)${more}
  $$;
`;
const endTakenOut = (more: string): string => `
      create or replace function lock.end_taken_out() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        perform lock.end_told(array(select new.item_id union select a.item_id from public.plan_act a where a.entry_id = new.id and a.item_id is not null${more}));
        return null;
      end $$;
`;
