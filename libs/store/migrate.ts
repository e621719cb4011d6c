import { runMigrations } from 'bullmq';
import { Client } from 'pg';
import { ownerDataSource } from './database.js';

export interface MigrateOptions {
  /** A clock that can be moved forward: in the demonstration and in tests, never elsewhere. */
  readonly movableClock: boolean;
  /** Only say what is pending. */
  readonly check?: boolean;
}

/** Migrates the schema, the queue's schema and the grants. Returns the names of the migrations run (or pending). */
export async function migrate(ownerUrl: string, options: MigrateOptions): Promise<string[]> {
  const source = await ownerDataSource(ownerUrl).initialize();
  try {
    if (options.check) {
      const pending = await source.showMigrations();
      return pending ? ['pending'] : [];
    }
    const done = await source.runMigrations();
    const client = new Client({ connectionString: ownerUrl });
    await client.connect();
    try {
      await runMigrations(client, 'bullmq');
      await client.query(grants);
      await client.query(definers);
      await client.query(options.movableClock ? movableClock : fixedClock);
    } finally {
      await client.end();
    }
    return done.map((m) => m.name);
  } finally {
    await source.destroy();
  }
}

/** Least privilege: the app may not truncate, the ledger may only be added to, the sealer may only read it. */
const grants = `
  revoke all on schema public from public;
  grant usage on schema public, clock, caller to samnav_app, samnav_ledger, samnav_sealer, samnav_definer;
  grant usage on schema bullmq to samnav_app;
  grant select, insert, update, delete on all tables in schema public to samnav_app;
  grant usage, select on all sequences in schema public to samnav_app;
  revoke all on ledger_entry from samnav_app;
  grant select, insert on ledger_entry to samnav_app;
  revoke all on migrations from samnav_app;
  grant insert on ledger_entry to samnav_ledger;
  grant select on ledger_entry to samnav_sealer;
  grant execute on all functions in schema clock, caller, public to samnav_app, samnav_ledger, samnav_sealer, samnav_definer;
  grant select on assignment, case_file, custody, relation, item_subject, item, share, person, named_staff, report, report_child to samnav_definer;
  grant select on assessment, person_decision to samnav_definer;
  grant update on case_file, custody, relation, named_staff, item, item_subject, share, report_child, assessment, person_decision, person to samnav_definer;
  grant select, insert, update, delete on all tables in schema bullmq to samnav_app;
  grant usage, select on all sequences in schema bullmq to samnav_app;
  grant execute on all functions in schema bullmq to samnav_app;
`;

/** Functions that look past the policies belong to a role that nobody can sign in as. */
const definers = `
  do $$
  declare f regprocedure;
  begin
    grant create on schema caller to samnav_definer;
    for f in
      select p.oid from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname in ('caller', 'public') and p.prosecdef and pg_get_userbyid(p.proowner) <> 'samnav_definer'
    loop
      execute format('alter function %s owner to samnav_definer', f);
    end loop;
    revoke create on schema caller from samnav_definer;
  end $$;
`;

const fixedClock = `
  create or replace function clock.now() returns timestamptz language sql stable as $$ select now() $$;
  drop table if exists clock.shift;
`;

const movableClock = `
  create table if not exists clock.shift (single boolean primary key default true check (single), ahead interval not null default '0');
  insert into clock.shift default values on conflict do nothing;
  grant select, update on clock.shift to samnav_app;
  grant select on clock.shift to samnav_ledger, samnav_sealer, samnav_definer;
  create or replace function clock.now() returns timestamptz language sql stable as $$ select now() + (select ahead from clock.shift) $$;
`;
