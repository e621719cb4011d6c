import type { MigrationInterface, QueryRunner } from 'typeorm';

/** About which case a house's own system is called, so that the line in the ledger is found where the case's log is read. */
export class CasesOfCalls1764000000400 implements MigrationInterface {
  readonly name = 'CasesOfCalls1764000000400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function caller.webhook_call_facts;
      -- What the decision asks for beside what the house's people reach, and the case that the ledger is to name.
      create function caller.webhook_call_facts(wanted uuid) returns table (group_kind text, is_hidden boolean, case_id uuid)
        language sql stable security definer set search_path = pg_catalog, public as $$
        select g.kind, p.protection in ('protected-registration','assumed-identity'), g.case_id
        from public.webhook_call c join public.collaboration_group g on g.id = c.group_id
          left join public.case_file f on f.id = g.case_id left join public.person p on p.id = f.person_id
        where c.id = wanted and caller.service() = 'webhooks'
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function caller.webhook_call_facts;
      -- What the decision asks for beside what the house's people reach.
      create function caller.webhook_call_facts(wanted uuid) returns table (group_kind text, is_hidden boolean)
        language sql stable security definer set search_path = pg_catalog, public as $$
        select g.kind, p.protection in ('protected-registration','assumed-identity')
        from public.webhook_call c join public.collaboration_group g on g.id = c.group_id
          left join public.case_file f on f.id = g.case_id left join public.person p on p.id = f.person_id
        where c.id = wanted and caller.service() = 'webhooks'
      $$;
    `);
  }
}
