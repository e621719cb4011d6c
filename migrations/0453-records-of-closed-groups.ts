import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Closing a group ends its seats, and those of other houses that sat at a meeting whose record is still to be taken out end a
 * little later: each agency keeps its own record (OSL 5:1), and whoever has gone from the group's ground has nothing in the
 * meantime either. That a seat ended with the group tells nothing of the family, so that a record says who was there.
 */
export class RecordsOfClosedGroups1764000000453 implements MigrationInterface {
  readonly name = 'RecordsOfClosedGroups1764000000453';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(seen(`group_member.ends_at is null or group_member.end_reason = 'group-closed' or`));
    await runner.query(unreached(`(m.ends_at is null or m.ends_at > clock.now())`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(unreached(`m.ends_at is null`));
    await runner.query(seen('group_member.ends_at is null or'));
  }
}

const seen = (open: string): string => `
  drop policy group_member_0 on group_member;
  -- Who sits there now is seen by whoever sees the group.
  create policy group_member_0 on group_member for select using ((select caller.service()) in ('reception','deadlines')
    or exists (select 1 from collaboration_group g where g.id = group_id
      and (${open} g.branch_id = (select caller.branch()))));
`;

/** As the platform asks which seats no ground reaches any more: also those that are only read in still. */
const unreached = (open: string): string => `
  create or replace function caller.unreached_seats(wanted uuid)
    returns table (id uuid, group_id uuid, case_id uuid, municipality_id uuid, staff_id uuid, branch_id uuid, terms text)
  language sql stable strict security definer set search_path = pg_catalog, public as $$
    select m.id, m.group_id, g.case_id, g.municipality_id, m.staff_id, m.branch_id, m.terms from public.group_member m
      join public.collaboration_group g on g.id = m.group_id join public.case_file c on c.id = g.case_id
    where caller.service() = 'consents' and c.person_id = wanted and ${open} and m.terms in ('with-consent','assessed')
      and not lock.seat_holds(m.terms, c.person_id, g.branch_id, m.branch_id)
    order by m.group_id, m.id
  $$;
  create or replace function caller.unreached_people() returns table (person_id uuid)
  language sql stable security definer set search_path = pg_catalog, public as $$
    select distinct s.person_id from (
      select c.person_id, g.branch_id as giver, m.branch_id as receiver, m.terms from public.group_member m
        join public.collaboration_group g on g.id = m.group_id join public.case_file c on c.id = g.case_id
        where ${open} and m.terms in ('with-consent','assessed')
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
