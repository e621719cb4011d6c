import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An open plan is told whatever lets one of its readers have more or less of it, in the transaction that does: a thing that is
 * given later or for longer, what a family takes back, a seat, the group's standing (OSL 12:2, 26:1).
 */
export class PlansTold1764000000341 implements MigrationInterface {
  readonly name = 'PlansTold1764000000341';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      lessen(`
    insert into public.outbox (topic, payload)
      select 'live:plan:' || p.group_id, '{"sight":true}'::jsonb from public.plan p where p.case_id = any (cases);`),
    );
    await runner.query(`
      -- To the house that gives and the one that gets: to all others nothing has happened.
      create function lock.tell_plans(items uuid[], givers uuid[], receivers uuid[]) returns void language sql security definer set search_path = pg_catalog, public as $$
        insert into public.outbox (topic, payload)
          select distinct 'live:plan:' || e.group_id, jsonb_build_object('given', e.id, 'from', x.giver, 'to', x.receiver)
          from unnest(items, givers, receivers) x (item, giver, receiver) join public.plan_entry e
            on e.item_id = x.item or e.id in (select a.entry_id from public.plan_act a where a.item_id = x.item)
          where x.receiver is not null
      $$;
      create function lock.plan_given() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        perform lock.tell_plans(array_agg(n.item_id), array_agg(n.from_branch_id), array_agg(n.to_branch_id)) from after n;
        return null;
      end $$;
      create trigger plan_given after insert on share referencing new table as after
        for each statement execute function lock.plan_given();
      create function lock.plan_given_otherwise() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        perform lock.tell_plans(array_agg(n.item_id), array_agg(n.from_branch_id), array_agg(n.to_branch_id))
          from before o join after n on n.id = o.id where n.in_force is distinct from o.in_force;
        return null;
      end $$;
      create trigger plan_given_otherwise after update on share referencing old table as before new table as after
        for each statement execute function lock.plan_given_otherwise();

      create function lock.plan_of_group() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
      declare
        about constant uuid := case tg_table_name when 'group_member' then (to_jsonb(new) ->> 'group_id')::uuid else new.id end;
      begin
        insert into public.outbox (topic, payload)
          select 'live:plan:' || p.group_id, jsonb_build_object('frame', true) from public.plan p where p.group_id = about;
        return null;
      end $$;
      create trigger plan_of_seat after insert on group_member for each row execute function lock.plan_of_group();
      create trigger plan_of_seat_changed after update on group_member for each row
        when (new is distinct from old) execute function lock.plan_of_group();
      create trigger plan_of_group after update of standing, formed_at, nomination_item_id on collaboration_group for each row
        when (new.standing is distinct from old.standing or new.formed_at is distinct from old.formed_at
          or new.nomination_item_id is distinct from old.nomination_item_id) execute function lock.plan_of_group();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger plan_of_group on collaboration_group;
      drop trigger plan_of_seat_changed on group_member;
      drop trigger plan_of_seat on group_member;
      drop trigger plan_given_otherwise on share;
      drop trigger plan_given on share;
      drop function lock.plan_of_group, lock.plan_given_otherwise, lock.plan_given, lock.tell_plans;
    `);
    await runner.query(lessen(''));
  }
}

/** As 0011 made it, and what else is told. */
const lessen = (more: string): string => `
  create or replace function lock.lessen(cases uuid[], branches uuid[]) returns void language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    if cardinality(cases) = 0 then return; end if;
    insert into public.sight_epoch as s (about, epoch)
      select a, 1 from (select unnest(cases) as a union select c.person_id from public.case_file c where c.id = any (cases)) x order by a
      on conflict (about) do update set epoch = s.epoch + 1;
    insert into public.outbox (topic, payload)
      select distinct 'live:sight:' || b, jsonb_build_object('caseId', c) from unnest(cases, branches) x (c, b) where b is not null;
    -- Boards and lobbies of the case that may stand open somewhere.
    insert into public.outbox (topic, payload)
      select w.topic || h.id, w.payload from public.hub h
      cross join (values ('live:board:', '{"sight":true}'::jsonb), ('live:hub:', '{"lobby":true}'::jsonb)) w (topic, payload)
      where h.case_id = any (cases) and (h.closed_at is null or h.closed_at > clock.now() - interval '1 day');${more}
    -- Whoever commits this answers only when nothing that was decided before can still be on its way.
    perform set_config('samnav.lessened', '1', true);
  end $$;
`;
