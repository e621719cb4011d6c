/**
 * The clock that decides: the database's own, and in the demonstration and in tests one that can be moved forward. Beside it a
 * demonstration's database keeps how far its story has been told.
 */
export const fixedClock = `
  create or replace function clock.now() returns timestamptz language sql stable as $$ select now() $$;
  drop table if exists clock.shift;
  drop schema if exists demonstration cascade;
`;

export const movableClock = `
  create table if not exists clock.shift (single boolean primary key default true check (single), ahead interval not null default '0');
  insert into clock.shift default values on conflict do nothing;
  grant select, update on clock.shift to samnav_app;
  grant update (expires_at, auth_time) on session to samnav_app;
  grant select on clock.shift to samnav_ledger, samnav_sealer, samnav_definer;
  create or replace function clock.now() returns timestamptz language sql stable as $$ select now() + (select ahead from clock.shift) $$;
  create schema if not exists demonstration;
  create table if not exists demonstration.story
    (single boolean primary key default true check (single), begun_at timestamptz not null default now(), told_at timestamptz);
  grant usage on schema demonstration to samnav_app;
  grant select, insert, update (told_at) on demonstration.story to samnav_app;
`;
