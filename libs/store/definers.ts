/** Functions that look past the policies belong to a role that nobody can sign in as. */
export const DEFINERS = `
  do $$
  declare f regprocedure;
  begin
    grant create on schema caller, lock to samnav_definer;
    for f in
      select p.oid from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname in ('caller', 'lock', 'public') and p.prosecdef and pg_get_userbyid(p.proowner) <> 'samnav_definer'
    loop
      execute format('alter function %s owner to samnav_definer', f);
    end loop;
    revoke create on schema caller, lock from samnav_definer;
  end $$;
`;
