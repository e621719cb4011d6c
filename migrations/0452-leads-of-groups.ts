import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever leads a group works on its case until it has been followed up, whatever becomes of the seats in it: the follow-up comes
 * half a year after the last seat has ended. It lasts no longer than the posts from which a group of the house is led.
 */
export class LeadsOfGroups1764000000452 implements MigrationInterface {
  readonly name = 'LeadsOfGroups1764000000452';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(POSTS);
    await runner.query(`
      create policy assignment_leads_end on assignment for update using ((select caller.service()) = 'reception' and reason = 'leads');
    `);
    await runner.query(`${lifted} ${LED_ALREADY} ${forced}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger membership_leads on membership;
      drop function lock.post_leads(); drop function caller.leads_until(uuid, uuid); drop function lock.leads_until(uuid, uuid);
      drop policy assignment_leads_end on assignment;
      ${lifted} delete from assignment where reason = 'leads'; ${forced}
    `);
  }
}

const lifted = `alter table assignment no force row level security; alter table collaboration_group no force row level security; alter table group_act no force row level security;`;
const forced = `alter table assignment force row level security; alter table collaboration_group force row level security; alter table group_act force row level security;`;

const POSTS = `
  -- Until when somebody can lead a group of the house: null where they cannot now, infinity where no end is known.
  create function lock.leads_until(member uuid, house uuid) returns timestamptz language sql stable as $$
    select max(coalesce(m.ends_at, 'infinity')) from public.membership m join public.unit u on u.id = m.unit_id
    where m.staff_id = member and u.branch_id = house and m.role in ('coordinator','manager')
      and m.starts_at <= clock.now() and (m.ends_at is null or m.ends_at > clock.now())
  $$;
  create function caller.leads_until(member uuid, house uuid) returns timestamptz language sql stable security definer set search_path = pg_catalog, public as $$
    select lock.leads_until(member, house) where house = caller.branch() or caller.service() = 'reception'
  $$;
  create function lock.post_leads() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  declare
    house uuid;
    until timestamptz;
  begin
    select u.branch_id into house from public.unit u where u.id = new.unit_id;
    until := greatest(new.ends_at, coalesce(lock.leads_until(new.staff_id, house), new.ends_at));
    if until = 'infinity' then return null; end if;
    update public.assignment a set ends_at = greatest(until, a.starts_at)
      where a.staff_id = new.staff_id and a.branch_id = house and a.reason = 'leads' and (a.ends_at is null or a.ends_at > until);
    return null;
  end $$;
  create trigger membership_leads after update of ends_at on membership for each row
    when (new.ends_at is not null and new.ends_at is distinct from old.ends_at) execute function lock.post_leads();
`;

/** Those who lead already, and work on the case by nothing that lasts. */
const LED_ALREADY = `
  insert into assignment (id, case_id, branch_id, staff_id, reason)
    select gen_random_uuid(), l.case_id, l.branch_id, l.coordinator_id, 'leads' from (
      select distinct g.case_id, g.branch_id, g.coordinator_id from collaboration_group g
      where g.case_id is not null and g.standing <> 'followed-up' and not exists (select 1 from collaboration_group n where n.turned_from = g.id)
        and (exists (select 1 from group_act a where a.group_id = g.id and a.act = 'lead')
          or exists (select 1 from assignment w where w.case_id = g.case_id and w.staff_id = g.coordinator_id and w.branch_id = g.branch_id
            and w.starts_at <= clock.now() and (w.ends_at is null or w.ends_at > clock.now())))
        and (caller.holds_post(g.coordinator_id, g.branch_id, 'coordinator') or caller.holds_post(g.coordinator_id, g.branch_id, 'manager'))) l
    where not exists (select 1 from assignment a where a.case_id = l.case_id and a.staff_id = l.coordinator_id and a.branch_id = l.branch_id
      and a.reason not in ('group','hub','share','joint') and a.ends_at is null);
`;
