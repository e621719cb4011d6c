import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever takes over cannot read the giving house's assessments: the program is given what a decision on them asks for, and no word of theirs. */
export class DecidedRelocations1764000000110 implements MigrationInterface {
  readonly name = 'DecidedRelocations1764000000110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The facts that an offer stands on, for whoever may take over while it stands: the houses, the person as the rules ask
      -- about them, what has been assessed for that house and purpose, and the giving municipality's limits.
      create function caller.relocation_facts(wanted uuid) returns jsonb language sql stable strict security definer set search_path = pg_catalog, public as $$
        select jsonb_build_object(
          'from', jsonb_build_object('kind', fa.kind, 'authority', fa.slug, 'branch', fb.slug),
          'to', jsonb_build_object('kind', ta.kind, 'authority', ta.slug, 'branch', tb.slug),
          'subject', jsonb_build_object('id', p.id, 'born', p.born, 'protection', p.protection, 'guardians', '[]'::jsonb, 'maturity', p.maturity),
          'limits', m.settings -> 'disclosure',
          'assessments', coalesce((select jsonb_agg(jsonb_build_object('ground', a.ground, 'person', a.person_id, 'from', a.from_house, 'to', a.to_house,
              'categories', a.categories, 'criteria', a.criteria, 'by', jsonb_build_object('name', '', 'role', a.decided_as),
              'at', floor(extract(epoch from a.decided_at) * 1000), 'until', floor(extract(epoch from least(a.until, a.lifted_at)) * 1000)))
            from public.assessment a where a.person_id = r.person_id and a.case_id = r.case_id and a.to_branch_id = r.to_branch_id
              and a.ground in (r.ground, 'OSL 21:3')), '[]'))
        from public.relocation r join public.person p on p.id = r.person_id join public.municipality m on m.id = r.municipality_id
          join public.branch fb on fb.id = r.branch_id join public.authority fa on fa.id = fb.authority_id
          join public.branch tb on tb.id = r.to_branch_id join public.authority ta on ta.id = tb.authority_id
        where r.id = wanted and caller.may_take_over(wanted)
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function caller.relocation_facts;`);
  }
}
