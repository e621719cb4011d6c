import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The name of who signs beside one is told by a consent that goes on, and not while another about the same person is met
 * apart by the two of them: what they met together before is no way around it (OSL 12:3; FB 6:11).
 */
export class NamesBeside1764000000167 implements MigrationInterface {
  readonly name = 'NamesBeside1764000000167';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(GOES_ON);
    await runner.query(
      familyNames('not c.apart and lock.goes_on(c.id) and not lock.meets_apart(c.person_id, me, p.id)'),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(familyNames('not c.apart'));
    await runner.query(`drop function lock.meets_apart, lock.goes_on;`);
  }
}

const GOES_ON = `
  -- Asked of its signers or in force, before its end, and with anything left that somebody may tell another.
  create function lock.goes_on(wanted uuid) returns boolean language sql stable as $$
    select exists (select 1 from public.consent c
      cross join lateral (select coalesce(array_agg(h), '{}') as houses from public.consent_signer s, unnest(s.refused_houses) h where s.consent_id = c.id) away
      where c.id = wanted and clock.now() < c.valid_until and (c.state in ('offered','partly-signed') or (c.state in ('active','narrowed')
        and exists (select 1 from unnest(c.categories) k where not exists (select 1 from public.consent_signer s
          where s.consent_id = c.id and k = any (s.refused_categories)))
        and exists (select 1 from unnest(c.from_houses) f, unnest(c.to_houses) t
          where f <> t and f <> all (away.houses) and t <> all (away.houses)))))
  $$;
  create function lock.meets_apart(wanted uuid, one uuid, other uuid) returns boolean language sql stable as $$
    select exists (select 1 from public.consent c
      join public.consent_signer a on a.consent_id = c.id and a.person_id = one
      join public.consent_signer b on b.consent_id = c.id and b.person_id = other
      where c.person_id = wanted and c.apart and c.state in ('offered','partly-signed','active','narrowed') and clock.now() < c.valid_until)
  $$;
`;

const familyNames = (told: string): string => `
  create or replace function caller.family_names(ids uuid[]) returns table (person_id uuid, kind text, authority text, branch text, about jsonb,
      ciphertext bytea, key_version integer, wrapped bytea, kek_version integer) language plpgsql stable security definer set search_path = pg_catalog, public as $$
  declare
    me constant uuid := caller.person();
  begin
    if me is null then return; end if;
    return query
      select p.id, a.kind, a.slug, b.slug,
        jsonb_build_object('id', s.id, 'born', s.born, 'protection', s.protection, 'maturity', s.maturity,
          'guardians', case when s.id = me then '[]'::jsonb else jsonb_build_array(me) end),
        d.ciphertext, d.key_version, k.wrapped, k.kek_version
      from public.person p
      join public.person_identity d on d.person_id = p.id
      join public.person_key k on k.person_id = p.id
      join lateral (select x.* from public.person x where x.id = p.id and (p.id = me or caller.is_told_of(p.id))
        union all
        select x.* from public.consent c join public.consent_signer mine on mine.consent_id = c.id and mine.person_id = me
          join public.consent_signer other on other.consent_id = c.id and other.person_id = p.id
          join public.person x on x.id = c.person_id
          where ${told} and p.protection = 'none' and x.protection = 'none' and p.id <> c.person_id
            and exists (select 1 from public.person m where m.id = me and m.protection = 'none')
            and caller.is_told_of(c.person_id) and p.id = any (lock.signers(c.person_id, clock.now()))
        limit 1) s on true
      join public.branch b on b.id = s.branch_id
      join public.authority a on a.id = b.authority_id
      where p.id = any (ids);
  end $$;
`;
