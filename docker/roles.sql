-- The roles of Samnav. Run as a superuser, or as a role with CREATEROLE and BYPASSRLS, of the server.
-- Plain SQL: replace each {{…_password}} with a quoted password. `npm run roles` does it for you (docs/operations.md);
-- the embedded cluster and the tests run this same file. It may be run again.
--
-- owner    owns the database and runs the migrations; the program never signs in as owner
-- app      the program: owns nothing, meets row-level security on every table
-- ledger   appends to and reads the ledger
-- sealer   seals the ledger in batches
-- definer  owns the few functions that must see past row-level security; nobody signs in as definer
DO $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['samnav_owner', 'samnav_app', 'samnav_ledger', 'samnav_sealer', 'samnav_definer'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
      EXECUTE format('CREATE ROLE %I', wanted);
    END IF;
  END LOOP;
END
$$;

ALTER ROLE samnav_owner LOGIN NOCREATEDB NOCREATEROLE PASSWORD {{owner_password}};
ALTER ROLE samnav_app LOGIN NOCREATEDB NOCREATEROLE PASSWORD {{app_password}};
ALTER ROLE samnav_ledger LOGIN NOCREATEDB NOCREATEROLE PASSWORD {{ledger_password}};
ALTER ROLE samnav_sealer LOGIN NOCREATEDB NOCREATEROLE PASSWORD {{sealer_password}};
ALTER ROLE samnav_definer NOLOGIN BYPASSRLS;

-- SET lets a migration hand a function to the definer, INHERIT lets a later one replace it. To see past a policy is no
-- privilege that is inherited: the owner meets row-level security like everybody else.
GRANT samnav_definer TO samnav_owner WITH INHERIT TRUE, SET TRUE;
