import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildWorld, type World } from '../../support/world.js';

describe('the second lock stands on every table', () => {
  let world: World;
  beforeAll(async () => {
    world = await buildWorld();
  });
  afterAll(() => world.close());

  it('forces row-level security with at least one policy on every table of ours', async () => {
    const tables = await world.behindTheLocks<{ table: string; enabled: boolean; forced: boolean; policies: string }>(`
      select c.relname as table, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
        (select count(*) from pg_policy p where p.polrelid = c.oid) as policies
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname not in ('migrations', 'socket_io_attachments')`);
    expect(tables.length).toBeGreaterThan(40);
    expect(tables.filter((t) => !t.enabled || !t.forced || Number(t.policies) === 0)).toEqual([]);
  });

  it('gives the runtime roles nothing of their own and no way past a policy', async () => {
    const roles = await world.behindTheLocks<{ rolname: string }>(`
      select r.rolname from pg_roles r
      where r.rolname in ('samnav_app', 'samnav_ledger', 'samnav_sealer')
        and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb
          or exists (select 1 from pg_class c where c.relowner = r.oid)
          or exists (select 1 from pg_proc p where p.proowner = r.oid)
          or exists (select 1 from pg_auth_members m where m.member = r.oid))`);
    expect(roles).toEqual([]);
  });

  it('lets no runtime role truncate, and the app only add to the ledger', async () => {
    const granted = await world.behindTheLocks<{ grantee: string; table_name: string; privilege_type: string }>(`
      select grantee, table_name, privilege_type from information_schema.role_table_grants
      where grantee in ('samnav_app', 'samnav_ledger', 'samnav_sealer') and table_schema = 'public'
        and (privilege_type in ('TRUNCATE', 'TRIGGER', 'REFERENCES') or (table_name = 'ledger_entry' and privilege_type in ('UPDATE', 'DELETE')))`);
    expect(granted).toEqual([]);
  });

  it('pins the search path of every function that looks past the policies, and nobody can sign in as their owner', async () => {
    const functions = await world.behindTheLocks<{
      name: string;
      owner: string;
      login: boolean;
      settings: string[] | null;
    }>(`
      select p.proname as name, r.rolname as owner, r.rolcanlogin as login, p.proconfig as settings
      from pg_proc p join pg_roles r on r.oid = p.proowner join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname in ('public', 'caller', 'clock')`);
    expect(functions.length).toBeGreaterThan(0);
    for (const f of functions) {
      expect(f).toMatchObject({ owner: 'samnav_definer', login: false });
      expect(f.settings?.some((s) => s.startsWith('search_path='))).toBe(true);
    }
  });

  it('leaves no identity behind on a pooled connection', async () => {
    const caller = world.caller('maria');
    await Promise.all(Array.from({ length: 60 }, () => world.asCaller.run(caller, () => Promise.resolve())));
    const spent = await Promise.all(
      Array.from({ length: 30 }, () =>
        world.source.query<{ who: string | null }[]>(`select nullif(current_setting('samnav.staff', true), '') as who`),
      ),
    );
    expect(spent.flat().filter((row) => row.who !== null)).toEqual([]);
  });
});
