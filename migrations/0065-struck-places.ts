import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A place that is told in its own words, where the town has no sketch, is taken away with the words beside it. */
export class StruckPlaces1764000000065 implements MigrationInterface {
  readonly name = 'StruckPlaces1764000000065';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FREE);
    await runner.query(
      strike({
        sighting: `, place = case when caller.has_free_places(s.group_id) then '' else s.place end`,
        wordsOrPlace: `(s.words is not null or (s.place <> '' and caller.has_free_places(s.group_id)))`,
        measure: `, place = case when caller.has_free_places(m.group_id) then '' else m.place end`,
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(strike({ sighting: '', wordsOrPlace: 's.words is not null', measure: '' }));
    await runner.query(`drop function caller.has_free_places`);
  }
}

const FREE = `
  create function caller.has_free_places(wanted uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
    select exists (select 1 from public.collaboration_group g join public.municipality t on t.id = g.municipality_id
      where g.id = wanted and coalesce(t.settings -> 'area' -> 'sketch', 'null') = 'null')
  $$;
`;

const strike = (of: { readonly sighting: string; readonly wordsOrPlace: string; readonly measure: string }): string => `
  create or replace function caller.strike_words(wanted uuid) returns uuid language plpgsql volatile security definer set search_path = pg_catalog, public as $$
  declare struck uuid;
  begin
    update public.area_sighting s set words = null, struck_by = caller.staff(), struck_at = clock.now()${of.sighting}
      where s.id = wanted and ${of.wordsOrPlace} and caller.sees_group(s.group_id) returning s.group_id into struck;
    if struck is not null then return struck; end if;
    update public.area_measure m set what = null, result = null, struck_by = caller.staff(), struck_at = clock.now(), version = m.version + 1${of.measure}
      where m.id = wanted and m.what is not null and caller.sees_group(m.group_id) returning m.group_id into struck;
    return struck;
  end $$;
`;
