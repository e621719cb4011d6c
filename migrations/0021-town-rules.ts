import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a municipality has set for decisions, for a family too, which sees no municipality's row. */
export class TownRules1764000000021 implements MigrationInterface {
  readonly name = 'TownRules1764000000021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function caller.town_rules() returns jsonb language sql stable security definer set search_path = pg_catalog, public as $$
        select jsonb_build_object('childSignsFrom', m.settings -> 'childSignsFrom', 'limits', m.settings -> 'disclosure')
        from public.municipality m
        where m.id = coalesce(caller.municipality(), (select p.municipality_id from public.person p where p.id = caller.person()))
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function caller.town_rules`);
  }
}
