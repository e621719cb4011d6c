import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A manager sees that a group of the own house has nobody to lead it, also where they do not work on the case: that there is
 * one, in which form and who led it, and nothing of whom it is about. Naming another opens nothing to whoever names.
 */
export class LeaderlessGroups1764000000133 implements MigrationInterface {
  readonly name = 'LeaderlessGroups1764000000133';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function caller.leaderless_groups() returns table (id uuid, case_id uuid, coordinator_id uuid, kind text, standing text, formed_at timestamptz, version integer)
        language plpgsql stable security definer set search_path = pg_catalog, public as $$
      begin
        if caller.role() is distinct from 'manager' then return; end if;
        return query
          select g.id, g.case_id, g.coordinator_id, g.kind, g.standing, g.formed_at, g.version from public.collaboration_group g
          where g.branch_id = caller.branch() and g.closed_at is null
            and not caller.holds_post(g.coordinator_id, g.branch_id, 'coordinator')
            and not caller.holds_post(g.coordinator_id, g.branch_id, 'manager')
          order by g.created_at, g.id;
      end $$;

      -- The lead, the seat that goes with it and the meetings that lie ahead; false where it is not theirs to give, or has changed.
      create function caller.name_leader(wanted uuid, heir uuid, expected integer, act uuid, seat uuid) returns boolean
        language plpgsql volatile security definer set search_path = pg_catalog, public as $$
      declare
        g record;
        post record;
        former record;
      begin
        if not exists (select 1 from caller.leaderless_groups() l where l.id = wanted) then return false; end if;
        select * into g from public.collaboration_group x where x.id = wanted and x.version = expected for update;
        if not found then return false; end if;
        select m.id, m.unit_id into post from public.membership m join public.unit u on u.id = m.unit_id join public.staff_member s on s.id = m.staff_id
          where m.staff_id = heir and u.branch_id = g.branch_id and s.disabled_at is null
            and (m.role = 'coordinator' or (m.role = 'manager' and heir = caller.staff()))
            and m.starts_at <= clock.now() and (m.ends_at is null or m.ends_at > clock.now())
          order by m.role, m.starts_at, m.id limit 1;
        if not found then return false; end if;
        update public.collaboration_group x set coordinator_id = heir, version = x.version + 1,
            contact_id = case when x.contact_id = g.coordinator_id then heir else x.contact_id end where x.id = wanted;
        select * into former from public.group_member m where m.group_id = wanted and m.staff_id = g.coordinator_id and m.ends_at is null;
        if found then
          update public.group_member m set ends_at = clock.now(), end_reason = 'post-ended' where m.id = former.id;
          insert into public.group_member (id, group_id, case_id, branch_id, unit_id, staff_id, membership_id, mandate, terms, added_by)
            select seat, wanted, g.case_id, g.branch_id, post.unit_id, heir, post.id, former.mandate, former.terms, caller.staff()
            where not exists (select 1 from public.group_member m where m.group_id = wanted and m.staff_id = heir and m.ends_at is null);
        end if;
        update public.hub h set leader_staff_id = heir, version = h.version + 1
          where h.group_id = wanted and h.leader_staff_id = g.coordinator_id and h.state in ('planned','lobby');
        insert into public.group_act (id, group_id, case_id, act, word, standing, by_staff_id)
          values (act, wanted, g.case_id, 'lead', 'handed', g.standing, caller.staff());
        return true;
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop function caller.name_leader(uuid, uuid, integer, uuid, uuid); drop function caller.leaderless_groups()`,
    );
  }
}
