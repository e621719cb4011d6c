import type { DataSource } from 'typeorm';

/** Refuses to run with a role that row-level security does not bind: superuser, BYPASSRLS or owner of a table. */
export async function requireLeastPrivilege(source: DataSource): Promise<void> {
  const rows: { who: string; superuser: boolean; bypasses: boolean; owns: boolean }[] = await source.query(`
    select current_user as who, rolsuper as superuser, rolbypassrls as bypasses,
      exists (select 1 from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p')) as owns
    from pg_roles r where rolname = current_user`);
  const role = rows[0];
  if (!role || role.superuser || role.bypasses || role.owns) {
    throw new Error(
      `DATABASE_URL signs in as ${role?.who ?? 'nobody'}, whom row-level security does not bind. Use the role samnav_app (docs/operations.md).`,
    );
  }
}
