import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A seat and a place at the table stand on the very ground that the gate would tell a nomination by, and on nothing less. */
export class GroundsOfSeats1764000000062 implements MigrationInterface {
  readonly name = 'GroundsOfSeats1764000000062';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SEAT);
    await runner.query(sitsIn(HELD));
    await runner.query(isMember(HELD_IN_GROUP));
    await runner.query(KIND);
    await runner.query(reaches(WITHIN_LIMITS));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(reaches(''));
    await runner.query(isMember(ANY_ROW.replaceAll('h.', 'g.')));
    await runner.query(sitsIn(ANY_ROW));
    await runner.query(`drop function lock.seat_is_assessed, lock.kind_of_house`);
  }
}

/** As libs/domain/group/assessed-seat.ts has it: criteria, category, giver and receiver, age, law in force and town. */
const SEAT = `
  create function lock.seat_is_assessed(wanted uuid, giver uuid, receiver uuid, at timestamptz) returns boolean language sql stable as $$
    select exists (
      select 1 from public.branch gb join public.authority ga on ga.id = gb.authority_id
        join public.branch rb on rb.id = receiver join public.authority ra on ra.id = rb.authority_id
        join public.person p on p.id = wanted join public.municipality m on m.id = p.municipality_id
        cross join lateral lock.assessed_grounds(ga.kind, ra.kind, 'nomination', 'prevent-crime', false, lock.under(p.born, 18, at), p.born, at) g
      where gb.id = giver
        and lock.is_open(m.settings, g.reason, 'nomination', 'prevent-crime', ra.kind)
        and lock.is_assessed(wanted, g.reason, g.met, lock.house(giver), lock.house(receiver), 'nomination', at))
  $$;
`;

const HELD = `lock.seat_is_assessed(h.person_id, h.branch_id, mine, clock.now())`;
const HELD_IN_GROUP = HELD.replaceAll('h.', 'g.');
const ANY_ROW = `exists (select 1 from public.assessment a where a.person_id = h.person_id
      and a.from_house = lock.house(h.branch_id) and a.to_house = lock.house(mine)
      and a.decided_at <= clock.now() and a.until > clock.now())`;

const sitsIn = (assessed: string): string => `
  create or replace function caller.sits_in(wanted uuid) returns boolean language plpgsql stable security definer set search_path = pg_catalog, public as $$
  declare
    mine constant uuid := caller.branch();
    p record;
    h record;
  begin
    select bool_or(x.terms = 'with-consent') as consent, bool_or(x.terms = 'assessed') as assessed into p
      from public.hub_party x where x.hub_id = wanted and x.branch_id = mine and x.ended_at is null
        and x.terms in ('with-consent','assessed') and (x.staff_id = caller.staff() or x.unit_id = caller.unit());
    if p.consent is null then return false; end if;
    select x.case_id, x.branch_id, c.person_id into h from public.hub x join public.case_file c on c.id = x.case_id
      where x.id = wanted and x.kind = 'joint';
    if not found or h.branch_id = mine or not caller.works_on(h.case_id) then return false; end if;
    if p.consent and lock.reaches(h.person_id, lock.house(h.branch_id), lock.house(mine), clock.now()) then return true; end if;
    return p.assessed and ${assessed};
  end $$;
`;

const isMember = (assessed: string): string => `
  create or replace function caller.is_group_member(wanted uuid) returns boolean language plpgsql stable security definer set search_path = pg_catalog, public as $$
  declare
    mine constant uuid := caller.branch();
    m record;
    g record;
  begin
    select x.branch_id, x.terms into m from public.group_member x join public.membership w on w.id = x.membership_id
      where x.group_id = wanted and x.staff_id = caller.staff() and x.branch_id = mine and x.unit_id = caller.unit()
        and x.starts_at <= clock.now() and (x.ends_at is null or x.ends_at > clock.now())
        and w.starts_at <= clock.now() and (w.ends_at is null or w.ends_at > clock.now());
    if not found then return false; end if;
    select x.level, x.branch_id, x.case_id, c.person_id into g from public.collaboration_group x
      left join public.case_file c on c.id = x.case_id where x.id = wanted;
    if g.level = 'none' then return true; end if;
    if not caller.works_on(g.case_id) then return false; end if;
    if m.branch_id = g.branch_id then return true; end if;
    if m.terms = 'with-consent' then
      return lock.reaches(g.person_id, lock.house(g.branch_id), lock.house(mine), clock.now());
    end if;
    return m.terms = 'assessed' and ${assessed};
  end $$;
`;

const KIND = `
  create function lock.kind_of_house(town uuid, house text) returns text language sql stable as $$
    select a.kind from public.branch b join public.authority a on a.id = b.authority_id
      where a.municipality_id = town and a.slug = split_part(house, '/', 1) and b.slug = split_part(house, '/', 2)
  $$;
`;

/** Where the town's lawyer has switched consent off, or narrowed it, a signature brings nobody to a table. */
const WITHIN_LIMITS = `
            and exists (select 1 from unnest(c.purposes) w cross join (values (one, other), (other, one)) way (giver, receiver)
              cross join public.person p join public.municipality m on m.id = p.municipality_id
              where p.id = wanted and way.giver = any (c.from_houses) and way.receiver = any (c.to_houses)
                and lock.is_open(m.settings, 'consent', k, w, lock.kind_of_house(p.municipality_id, way.receiver)))`;

const reaches = (limits: string): string => `
  create or replace function lock.reaches(wanted uuid, one text, other text, at timestamptz) returns boolean language plpgsql stable as $$
  declare
    needed uuid[];
  begin
    if not exists (select 1 from public.consent c where c.person_id = wanted) then return false; end if;
    needed := lock.signers(wanted, at);
    if cardinality(needed) = 0 then return false; end if;
    return exists (select 1 from public.consent c
      where c.person_id = wanted and c.valid_from <= at and at < c.valid_until
        and (least(c.withdrawn_at, c.ended_at) is null or least(c.withdrawn_at, c.ended_at) > at)
        and ((one = any (c.from_houses) and other = any (c.to_houses)) or (other = any (c.from_houses) and one = any (c.to_houses)))
        and not exists (select 1 from public.consent_signer s where s.consent_id = c.id and s.refused_houses && array[one, other])
        and exists (select 1 from unnest(c.categories) k where not exists (select 1 from public.consent_signer s
          where s.consent_id = c.id and k = any (s.refused_categories))${limits})
        and not exists (select 1 from unnest(needed) n where not exists (select 1 from public.consent_signer s
          where s.consent_id = c.id and s.person_id = n and s.signed_at <= at)));
  end $$;
`;
