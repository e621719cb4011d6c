import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whom the house keeps a person apart from is not told to them by name because they sign beside each other: neither learns the
 * name, and neither that there is anything to learn (OSL 12:3, 21:3).
 */
export class NamesHeldApart1764000000246 implements MigrationInterface {
  readonly name = 'NamesHeldApart1764000000246';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      familyNames(`${BESIDE}
            and not exists (select 1 from public.kept_apart k where k.ended_at is null and k.until > clock.now()
              and ((k.person_id = me and k.other_person_id = p.id) or (k.person_id = p.id and k.other_person_id = me)))`),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(familyNames(BESIDE));
  }
}

const BESIDE = `not c.apart and lock.goes_on(c.id) and not lock.meets_apart(c.person_id, me, p.id)`;

/** As 0167 made it. */
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
