import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The second lock on the times that a family is told of: asked as the person, who has no other way to a meeting. */
export class FamilyMeetings1764000000165 implements MigrationInterface {
  readonly name = 'FamilyMeetings1764000000165';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whether a consent that this person signs, and that goes on, lets the two houses talk for this purpose at that instant.
      create function lock.is_met_by_own_yes(me uuid, file uuid, one text, other text, why text, at timestamptz) returns boolean language sql stable as $$
        select exists (select 1 from public.consent c join public.consent_signer mine on mine.consent_id = c.id and mine.person_id = me
          where c.case_id = file and c.valid_from <= at and at < c.valid_until and c.withdrawn_at is null and c.ended_at is null
            and mine.withdrawn_at is null and why = any (c.purposes)
            and ((one = any (c.from_houses) and other = any (c.to_houses)) or (other = any (c.from_houses) and one = any (c.to_houses)))
            and not exists (select 1 from public.consent_signer s where s.consent_id = c.id and s.refused_houses && array[one, other]))
      $$;
      -- Joint meetings that lie ahead or go on, at which every seat of another house stands on a yes that the caller is told of;
      -- never one that would tell a guardian when a protected child is where (OSL 12:3, 21:3). With the facts that it is decided by.
      create function caller.family_meetings() returns table (hub_id uuid, case_id uuid, starts_at timestamptz, minutes integer, purpose text,
          kind text, authority text, branch text, about jsonb, assessments jsonb, seats jsonb)
        language plpgsql stable security definer set search_path = pg_catalog, public as $$
      declare
        me constant uuid := caller.person();
        today constant date := (clock.now() at time zone 'Europe/Stockholm')::date;
      begin
        if me is null then return; end if;
        return query
          -- The professionals begin alone: the family's part starts with the first point that is for everyone.
          select h.id, h.case_id, h.starts_at + make_interval(mins => f.before), h.minutes - f.before, h.purpose, a.kind, a.slug, b.slug,
            jsonb_build_object('id', p.id, 'born', p.born, 'protection', p.protection, 'maturity', p.maturity,
              'guardians', coalesce((select jsonb_agg(distinct k.guardian_id) from public.custody k
                where k.child_id = p.id and k.starts_on <= today and (k.ends_on is null or k.ends_on > today)), '[]'::jsonb)),
            coalesce((select jsonb_agg(jsonb_build_object('ground', x.ground, 'person', x.person_id, 'from', x.from_house, 'to', x.to_house,
                'categories', x.categories, 'criteria', x.criteria, 'by', jsonb_build_object('name', '', 'role', x.decided_as),
                'at', floor(extract(epoch from x.decided_at) * 1000), 'until', floor(extract(epoch from x.until) * 1000)))
              from public.assessment x where x.person_id = p.id and x.to_house = 'person:' || me), '[]'::jsonb),
            n.seats
          from public.hub h
          join public.case_file c on c.id = h.case_id
          join public.person p on p.id = c.person_id
          join public.municipality m on m.id = h.municipality_id
          join public.branch b on b.id = h.branch_id
          join public.authority a on a.id = b.authority_id
          cross join lateral (
            select case when e.place is null then 0 else least(h.minutes - 1, coalesce((select sum(q.minutes)::integer from public.meeting_point q
              where q.hub_id = h.id and q.removed_at is null and q.place < e.place), 0)) end as before
            from (select min(q.place) as place from public.meeting_point q
              where q.hub_id = h.id and q.removed_at is null and q.audience = 'everyone') e) f
          cross join lateral (
            select jsonb_agg(distinct jsonb_build_object('house', lock.house(y.branch_id), 'terms', y.terms)) as seats,
              bool_and(y.terms = 'with-consent'
                and lock.is_met_by_own_yes(me, h.case_id, lock.house(h.branch_id), lock.house(y.branch_id), h.purpose, h.starts_at)
                and lock.reaches(p.id, lock.house(h.branch_id), lock.house(y.branch_id), h.starts_at)) as by_yes
            from public.hub_party y where y.hub_id = h.id and y.branch_id <> h.branch_id and y.ended_at is null) n
          where h.case_id in (select s.case_id from public.consent s join public.consent_signer mine on mine.consent_id = s.id and mine.person_id = me)
            and h.kind = 'joint' and h.state not in ('closed','called-off') and h.starts_at + make_interval(mins => h.minutes) > clock.now()
            and caller.is_told_of(p.id) and n.by_yes
            and (p.id = me or p.protection = 'none' or (lock.is_open(m.settings, 'OSL 21:3', 'measures-and-plan', 'support', 'guardian')
              and lock.is_assessed(p.id, 'OSL 21:3', array['safeForThePerson'], lock.house(h.branch_id), 'person:' || me, 'measures-and-plan', clock.now())));
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function caller.family_meetings, lock.is_met_by_own_yes;`);
  }
}
