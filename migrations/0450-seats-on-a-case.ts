import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One case may have several groups, and one person a seat in more than one of them: what they work on it by lasts as long as the
 * last of those seats, whichever post it is held in, and no longer.
 */
export class SeatsOnACase1764000000450 implements MigrationInterface {
  readonly name = 'SeatsOnACase1764000000450';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UNTIL);
    await runner.query(POST_GROUPS);
    await runner.query(SIGHT);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(POST_GROUPS_BEFORE);
    await runner.query(`
      drop trigger group_member_sight on group_member;
      drop function lock.seat_sight(); drop function caller.seated_until(uuid, uuid, uuid); drop function lock.seated_until(uuid, uuid, uuid);
    `);
  }
}

/** Null where nobody holds a seat for them any more; infinity where no end of the post is known. */
const UNTIL = `
  create function lock.seated_until(wanted uuid, member uuid, house uuid) returns timestamptz language sql stable as $$
    select max(least(coalesce(w.ends_at, 'infinity'), coalesce(m.ends_at, 'infinity'))) from public.group_member m join public.membership w on w.id = m.membership_id
    where m.case_id = wanted and m.staff_id = member and m.branch_id = house and (m.ends_at is null or m.ends_at > clock.now())
      and w.starts_at <= clock.now() and (w.ends_at is null or w.ends_at > clock.now())
  $$;
  -- For whoever may end what somebody works on a case by: the own house, and the platform for another's.
  create function caller.seated_until(wanted uuid, member uuid, house uuid) returns timestamptz language sql stable security definer set search_path = pg_catalog, public as $$
    select lock.seated_until(wanted, member, house)
    where house = caller.branch() or caller.service() in ('reception','consents','deadlines')
  $$;
`;

/** A post that ends takes its own seats along, and leaves what stands on a seat in another post. */
const POST_GROUPS = `
  create or replace function lock.post_groups() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  declare
    sat record;
    until timestamptz;
  begin
    for sat in select distinct m.case_id, m.staff_id, m.branch_id from public.group_member m
        where m.membership_id = new.id and (m.ends_at is null or m.ends_at > clock.now()) and m.case_id is not null loop
      until := greatest(new.ends_at, coalesce(lock.seated_until(sat.case_id, sat.staff_id, sat.branch_id), new.ends_at));
      if until <> 'infinity' then
        update public.assignment a set ends_at = greatest(until, a.starts_at)
          where a.case_id = sat.case_id and a.staff_id = sat.staff_id and a.branch_id = sat.branch_id and a.reason = 'group'
            and (a.ends_at is null or a.ends_at > until);
      end if;
      -- They work on the case still and have lost what they saw of this group.
      if new.ends_at <= clock.now() and until > clock.now() then
        perform lock.lessen(array[sat.case_id], array[sat.branch_id]);
      end if;
    end loop;
    return null;
  end $$;
`;

const POST_GROUPS_BEFORE = `
  create or replace function lock.post_groups() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    update public.assignment a set ends_at = greatest(new.ends_at, a.starts_at)
      from public.group_member m where m.membership_id = new.id and m.ends_at is null and m.case_id is not null
        and a.case_id = m.case_id and a.staff_id = m.staff_id and a.branch_id = m.branch_id and a.reason = 'group'
        and (a.ends_at is null or a.ends_at > new.ends_at);
    return null;
  end $$;
`;

/** Where the work on the case ends, that is told by its own trigger; where it goes on, the group is lost all the same. */
const SIGHT = `
  create function lock.seat_sight() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    if lock.seated_until(new.case_id, new.staff_id, new.branch_id) is not null then
      perform lock.lessen(array[new.case_id], array[new.branch_id]);
    end if;
    return null;
  end $$;
  create trigger group_member_sight after update of ends_at on group_member for each row
    when (new.case_id is not null and new.ends_at <= clock.now() and (old.ends_at is null or old.ends_at > clock.now())) execute function lock.seat_sight();
`;
