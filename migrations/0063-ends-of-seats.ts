import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What no ground reaches any more ends, whatever it stood on and in whichever house's case about the same person. */
export class EndsOfSeats1764000000063 implements MigrationInterface {
  readonly name = 'EndsOfSeats1764000000063';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function caller.unreached_seats, caller.is_reached`);
    await runner.query(HOLDS);
    await runner.query(UNREACHED);
    await runner.query(seats(`'consent-gone','ground-gone'`, `terms in ('with-consent','assessed')`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function caller.unreached_people, caller.unreached_seats, caller.unreached_parties, caller.is_called_by_ground, lock.seat_holds;
      alter table group_member no force row level security;
      update group_member set end_reason = 'not-needed' where end_reason = 'ground-gone';
      alter table group_member force row level security;
    `);
    await runner.query(seats(`'consent-gone'`, `terms = 'with-consent'`));
    await runner.query(BEFORE);
  }
}

const HOLDS = `
  -- Whether what a seat or a place at a table stands on holds now. Another house's never stands on the own house's need.
  create function lock.seat_holds(terms text, wanted uuid, giver uuid, receiver uuid) returns boolean language sql stable as $$
    select giver = receiver or case terms
      when 'with-consent' then lock.reaches(wanted, lock.house(giver), lock.house(receiver), clock.now())
      when 'assessed' then lock.seat_is_assessed(wanted, giver, receiver, clock.now())
      else false end
  $$;
  -- Whether a house is called to a meeting by a ground that holds; asked as its invitations are brought in step.
  create function caller.is_called_by_ground(wanted uuid, house uuid) returns boolean language sql stable strict security definer set search_path = pg_catalog, public as $$
    select caller.service() = 'deadlines' and exists (
      select 1 from public.hub h join public.case_file c on c.id = h.case_id join public.hub_party p on p.hub_id = h.id
      where h.id = wanted and p.branch_id = house and p.ended_at is null
        and lock.seat_holds(p.terms, c.person_id, h.branch_id, p.branch_id))
  $$;
`;

const UNREACHED = `
  -- Seats and places at tables ahead that their ground no longer reaches; the platform asks as it ends them.
  create function caller.unreached_seats(wanted uuid)
    returns table (id uuid, group_id uuid, case_id uuid, municipality_id uuid, staff_id uuid, branch_id uuid, terms text)
  language sql stable strict security definer set search_path = pg_catalog, public as $$
    select m.id, m.group_id, g.case_id, g.municipality_id, m.staff_id, m.branch_id, m.terms from public.group_member m
      join public.collaboration_group g on g.id = m.group_id join public.case_file c on c.id = g.case_id
    where caller.service() = 'consents' and c.person_id = wanted and m.ends_at is null and m.terms in ('with-consent','assessed')
      and not lock.seat_holds(m.terms, c.person_id, g.branch_id, m.branch_id)
    order by m.group_id, m.id
  $$;
  create function caller.unreached_parties(wanted uuid) returns table (hub_id uuid, branch_id uuid, terms text)
  language sql stable strict security definer set search_path = pg_catalog, public as $$
    select h.id, p.branch_id, min(p.terms) from public.hub h join public.case_file c on c.id = h.case_id join public.hub_party p on p.hub_id = h.id
    where caller.service() = 'consents' and c.person_id = wanted and h.kind = 'joint' and h.state not in ('closed','called-off')
      and p.ended_at is null and p.branch_id <> h.branch_id
    group by h.id, h.branch_id, c.person_id, p.branch_id
    having not bool_or(lock.seat_holds(p.terms, c.person_id, h.branch_id, p.branch_id))
    order by h.id, p.branch_id
  $$;
  -- The people about whom there is such a seat or place: time alone ends an assessment, and a town limits a ground for all.
  create function caller.unreached_people() returns table (person_id uuid)
  language sql stable security definer set search_path = pg_catalog, public as $$
    select distinct s.person_id from (
      select c.person_id, g.branch_id as giver, m.branch_id as receiver, m.terms from public.group_member m
        join public.collaboration_group g on g.id = m.group_id join public.case_file c on c.id = g.case_id
        where m.ends_at is null and m.terms in ('with-consent','assessed')
      union
      select c.person_id, h.branch_id, p.branch_id, p.terms from public.hub h
        join public.case_file c on c.id = h.case_id join public.hub_party p on p.hub_id = h.id
        where h.kind = 'joint' and h.state not in ('closed','called-off') and p.ended_at is null and p.branch_id <> h.branch_id
          and not exists (select 1 from public.hub_party o where o.hub_id = p.hub_id and o.branch_id = p.branch_id
            and o.ended_at is null and o.terms <> p.terms)
    ) s where caller.service() = 'consents' and not lock.seat_holds(s.terms, s.person_id, s.giver, s.receiver)
    order by s.person_id
  $$;
`;

const seats = (gone: string, terms: string): string => `
  alter table group_member drop constraint group_member_end_reason_check;
  alter table group_member add constraint group_member_end_reason_check
    check (end_reason in ('replaced','post-ended','not-needed','group-closed',${gone}));
  drop policy group_member_unreached on group_member;
  create policy group_member_unreached on group_member for update using ((select caller.service()) = 'consents' and ${terms})
    with check ((select caller.service()) = 'consents' and end_reason in (${gone}));
`;

const BEFORE = `
  create function caller.is_reached(wanted uuid, one text, other text) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
    select caller.service() = 'consents' and lock.reaches(wanted, one, other, clock.now())
  $$;
  create function caller.unreached_seats(wanted uuid) returns table (id uuid, group_id uuid, staff_id uuid, branch_id uuid)
  language sql stable strict security definer set search_path = pg_catalog, public as $$
    select m.id, m.group_id, m.staff_id, m.branch_id from public.group_member m
      join public.collaboration_group g on g.id = m.group_id join public.case_file c on c.id = g.case_id
    where caller.service() = 'consents' and g.case_id = wanted and m.ends_at is null and m.terms = 'with-consent'
      and m.branch_id <> g.branch_id
      and not lock.reaches(c.person_id, lock.house(g.branch_id), lock.house(m.branch_id), clock.now())
    order by m.group_id, m.id
  $$;
`;
