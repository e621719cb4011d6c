import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The seals of the ledger (RFC 9162), and what its reviewer may be told beside it. */
export class Ledger1764000000005 implements MigrationInterface {
  readonly name = 'Ledger1764000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What is not sealed yet is found by the transaction that wrote it, what a reviewer asks for by its time.
      create index ledger_entry_xid on ledger_entry (xid, id);
      create index ledger_entry_time on ledger_entry (municipality_id, at desc, id desc);

      -- Each entry's place in the tree and its hash there, so that a falsified entry can be named and not only suspected.
      create table ledger_leaf (
        position bigint primary key,
        entry_id bigint not null unique,
        hash bytea not null check (length(hash) = 32)
      );
      create table ledger_seal (
        number bigint primary key,
        size bigint not null unique check (size > 0),
        root bytea not null check (length(root) = 32),
        -- The full subtrees of the tree, largest first: what the next batch is added to.
        peaks bytea[] not null,
        -- Everything written up to here is sealed.
        through_xid xid8 not null,
        through_id bigint not null,
        origin text not null,
        signed_at timestamptz not null,
        -- The same moment by the server's own clock: they differ only where a demonstration's clock was moved.
        real_at timestamptz not null,
        -- Nothing that could be sealed was left for the next: what is older than this seal and comes later is back-dated.
        whole boolean not null,
        key_id bytea not null check (length(key_id) = 4),
        signature bytea not null check (length(signature) = 64)
      );
      create trigger ledger_leaf_no_change before update or delete on ledger_leaf for each row execute function ledger_is_append_only();
      create trigger ledger_leaf_no_truncate before truncate on ledger_leaf for each statement execute function ledger_is_append_only();
      create trigger ledger_seal_no_change before update or delete on ledger_seal for each row execute function ledger_is_append_only();
      create trigger ledger_seal_no_truncate before truncate on ledger_seal for each statement execute function ledger_is_append_only();

      -- An auditor works on no case and sees no person. These tell a number for a case and a yes for a protected person, of
      -- the auditor's own municipality; never a name.
      create function caller.reviews(wanted uuid) returns boolean language sql stable as $$
        select coalesce(caller.role() = 'auditor' and wanted = caller.municipality(), false)
      $$;
      create function caller.reviewed_case_number(wanted uuid) returns text language sql stable security definer set search_path = pg_catalog, public as $$
        select c.number from public.case_file c where c.id = wanted and caller.reviews(c.municipality_id)
      $$;
      create function caller.reviewed_case(wanted text) returns uuid language sql stable security definer set search_path = pg_catalog, public as $$
        select c.id from public.case_file c where c.number = wanted and caller.reviews(c.municipality_id)
      $$;
      create function caller.reviewed_protected() returns setof uuid language sql stable security definer set search_path = pg_catalog, public as $$
        select p.id from public.person p where p.protection <> 'none' and caller.reviews(p.municipality_id)
      $$;
    `);
    const sealer = `(select caller.service()) = 'sealer'`;
    const policies: Record<string, string[]> = {
      ledger_leaf: [`for select using (${sealer})`, `for insert with check (${sealer})`],
      ledger_seal: [
        `for select using (${sealer} or (select caller.role()) = 'auditor')`,
        `for insert with check (${sealer})`,
      ],
    };
    for (const [table, rules] of Object.entries(policies)) {
      await runner.query(
        `alter table ${table} enable row level security; alter table ${table} force row level security;`,
      );
      for (const [index, rule] of rules.entries())
        await runner.query(`create policy ${table}_${index} on ${table} ${rule}`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function caller.reviewed_protected, caller.reviewed_case, caller.reviewed_case_number, caller.reviews;
      drop table ledger_seal, ledger_leaf;
      drop index ledger_entry_time, ledger_entry_xid;
    `);
  }
}
