import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The one whom the family meets sits in the group: whoever becomes its contact person holds an open seat there when the change
 * is committed. That another is named is an act of the group's like any other.
 */
export class ContactsOfGroups1764000000451 implements MigrationInterface {
  readonly name = 'ContactsOfGroups1764000000451';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table group_act drop constraint group_act_act_check;
      alter table group_act add constraint group_act_act_check check (act in ('step','move','look','lead','contact'));
    `);
    await runner.query(SITS);
    await runner.query(nameLeader(AS_THEY_SIT));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(nameLeader(WHEREVER));
    await runner.query(`
      drop trigger collaboration_group_contact on collaboration_group;
      drop function lock.contact_sits();
      alter table group_act no force row level security;
      delete from group_act where act = 'contact';
      alter table group_act force row level security;
      alter table group_act drop constraint group_act_act_check;
      alter table group_act add constraint group_act_act_check check (act in ('step','move','look','lead'));
    `);
  }
}

/** At the end of the transaction: a group gets its contact and its seats in one act. */
const SITS = `
  create function lock.contact_sits() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    if not exists (select 1 from public.group_member m
        where m.group_id = new.id and m.staff_id = new.contact_id and m.ends_at is null) then
      raise exception 'whoever is the contact person of a group has a seat in it';
    end if;
    return null;
  end $$;
  create constraint trigger collaboration_group_contact after update of contact_id on collaboration_group
    deferrable initially deferred for each row
    when (new.contact_id is not null and new.contact_id is distinct from old.contact_id) execute function lock.contact_sits();
`;

const WHEREVER = `contact_id = case when x.contact_id = g.coordinator_id then heir else x.contact_id end where x.id = wanted;`;
/** With the seat that goes along: a leader who had none is nobody's contact either. */
const AS_THEY_SIT = `contact_id = case when x.contact_id = g.coordinator_id and exists (select 1 from public.group_member m
              where m.group_id = wanted and m.staff_id = g.coordinator_id and m.ends_at is null) then heir else x.contact_id end where x.id = wanted;`;

const nameLeader = (contact: string): string => `
  create or replace function caller.name_leader(wanted uuid, heir uuid, expected integer, act uuid, seat uuid) returns boolean
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
            ${contact}
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
`;
