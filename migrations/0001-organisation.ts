import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who works where: the caller's identity for every policy, the clock, organisations and sessions. */
export class Organisation1764000000001 implements MigrationInterface {
  readonly name = 'Organisation1764000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema clock;
      create schema caller;

      -- Policies and defaults ask clock.now(); only a demonstration or a test database replaces it.
      create function clock.now() returns timestamptz language sql stable as $$ select now() $$;

      -- The identity that asCaller sets for one transaction. '' is what a spent setting leaves behind.
      create function caller.staff() returns uuid language sql stable as $$ select nullif(current_setting('samnav.staff', true), '')::uuid $$;
      create function caller.unit() returns uuid language sql stable as $$ select nullif(current_setting('samnav.unit', true), '')::uuid $$;
      create function caller.branch() returns uuid language sql stable as $$ select nullif(current_setting('samnav.branch', true), '')::uuid $$;
      create function caller.municipality() returns uuid language sql stable as $$ select nullif(current_setting('samnav.municipality', true), '')::uuid $$;
      create function caller.role() returns text language sql stable as $$ select nullif(current_setting('samnav.role', true), '') $$;
      create function caller.service() returns text language sql stable as $$ select nullif(current_setting('samnav.service', true), '') $$;

      create table municipality (
        id uuid primary key,
        slug text not null unique,
        name text not null,
        settings jsonb not null default '{}',
        created_at timestamptz not null default clock.now()
      );
      create table authority (
        id uuid primary key,
        municipality_id uuid not null references municipality,
        slug text not null,
        kind text not null,
        name text not null,
        ended_at timestamptz,
        version integer not null default 1,
        unique (municipality_id, slug)
      );
      create table branch (
        id uuid primary key,
        municipality_id uuid not null references municipality,
        authority_id uuid not null references authority,
        slug text not null,
        name text not null,
        ended_at timestamptz,
        version integer not null default 1,
        unique (authority_id, slug)
      );
      create table unit (
        id uuid primary key,
        municipality_id uuid not null references municipality,
        branch_id uuid not null references branch,
        slug text not null,
        name text not null,
        kind text not null,
        answers_hub boolean not null default false,
        ended_at timestamptz,
        version integer not null default 1,
        unique (branch_id, slug)
      );
      create table staff_member (
        id uuid primary key,
        municipality_id uuid not null references municipality,
        issuer text not null,
        subject text not null,
        name text not null,
        title text not null default '',
        email text not null,
        phone text,
        disabled_at timestamptz,
        version integer not null default 1,
        created_at timestamptz not null default clock.now(),
        unique (issuer, subject)
      );
      create table membership (
        id uuid primary key,
        municipality_id uuid not null references municipality,
        staff_id uuid not null references staff_member,
        unit_id uuid not null references unit,
        role text not null check (role in ('intake','unit-representative','investigator','coordinator','manager','auditor','administrator')),
        rank text not null default 'ordinary' check (rank in ('ordinary','primary','deputy','leader')),
        starts_at timestamptz not null,
        ends_at timestamptz,
        check (ends_at is null or ends_at > starts_at)
      );
      create index membership_staff on membership (staff_id);
      create index membership_unit on membership (unit_id);
      create table duty_shift (
        id uuid primary key,
        municipality_id uuid not null references municipality,
        unit_id uuid not null references unit,
        staff_id uuid not null references staff_member,
        rank text not null default 'primary' check (rank in ('primary','deputy')),
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        check (ends_at > starts_at)
      );
      create index duty_shift_unit on duty_shift (unit_id, starts_at);
      create table agreement (
        id uuid primary key,
        municipality_id uuid not null references municipality,
        form text not null,
        starts_on date not null,
        ends_on date not null,
        signed_by text not null,
        version integer not null default 1,
        check (ends_on > starts_on)
      );
      create table agreement_party (
        agreement_id uuid not null references agreement,
        branch_id uuid not null references branch,
        resources text not null default '',
        primary key (agreement_id, branch_id)
      );
      create table hub_slot (
        id uuid primary key,
        municipality_id uuid not null references municipality,
        branch_id uuid not null references branch,
        weekday smallint not null check (weekday between 1 and 7),
        starts_local text not null,
        minutes integer not null default 30 check (minutes between 5 and 240),
        video_url text,
        unique (branch_id, weekday, starts_local)
      );

      create table session (
        id uuid primary key,
        token_hash bytea not null unique,
        staff_id uuid not null references staff_member,
        membership_id uuid references membership,
        acr text not null,
        auth_time timestamptz not null,
        created_at timestamptz not null default clock.now(),
        last_seen_at timestamptz not null default clock.now(),
        idle_until timestamptz not null,
        expires_at timestamptz not null,
        revoked_at timestamptz,
        revoked_why text,
        -- The provider's own word for its session, sealed: it is needed once, to end that session too.
        provider_session bytea
      );
      create index session_staff on session (staff_id);
      create table sign_in_attempt (
        cookie_hash bytea primary key,
        state text not null,
        nonce text not null,
        code_verifier text not null,
        return_to text not null,
        again uuid,
        created_at timestamptz not null default clock.now(),
        expires_at timestamptz not null
      );

      -- A row belongs to the town that its parent belongs to: nobody is given a post, a shift or a house in another's.
      alter table authority add unique (id, municipality_id);
      alter table branch add unique (id, municipality_id),
        add foreign key (authority_id, municipality_id) references authority (id, municipality_id);
      alter table unit add unique (id, municipality_id),
        add foreign key (branch_id, municipality_id) references branch (id, municipality_id);
      alter table staff_member add unique (id, municipality_id);
      alter table membership
        add foreign key (staff_id, municipality_id) references staff_member (id, municipality_id),
        add foreign key (unit_id, municipality_id) references unit (id, municipality_id);
      alter table duty_shift
        add foreign key (staff_id, municipality_id) references staff_member (id, municipality_id),
        add foreign key (unit_id, municipality_id) references unit (id, municipality_id);
      alter table hub_slot add foreign key (branch_id, municipality_id) references branch (id, municipality_id);
    `);

    const organisation = [
      'municipality',
      'authority',
      'branch',
      'unit',
      'staff_member',
      'membership',
      'duty_shift',
      'agreement',
      'hub_slot',
    ];
    for (const table of organisation) {
      const own = table === 'municipality' ? 'id' : 'municipality_id';
      await runner.query(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy ${table}_read on ${table} for select using (
          (select caller.service()) is not null or ${own} = (select caller.municipality())
        );
        create policy ${table}_write on ${table} for all using (
          (select caller.service()) = 'administration'
          or ((select caller.role()) = 'administrator' and ${own} = (select caller.municipality()))
        );
      `);
    }
    await runner.query(`
      alter table agreement_party enable row level security;
      alter table agreement_party force row level security;
      create policy agreement_party_read on agreement_party for select using (exists (select 1 from agreement a where a.id = agreement_id));
      create policy agreement_party_write on agreement_party for all using (
        (select caller.service()) = 'administration'
        or ((select caller.role()) = 'administrator' and exists (select 1 from agreement a where a.id = agreement_id))
      );

      -- Who leads a house keeps its own rosters and times, and its municipality's agreements; never another's.
      create policy duty_shift_own_house on duty_shift for all using (
        (select caller.role()) in ('manager', 'coordinator')
        and exists (select 1 from unit u where u.id = unit_id and u.branch_id = (select caller.branch()))
      );
      create policy hub_slot_own_house on hub_slot for all using (
        (select caller.role()) in ('manager', 'coordinator') and branch_id = (select caller.branch())
      );
      create policy agreement_by_manager on agreement for all using (
        (select caller.role()) = 'manager' and municipality_id = (select caller.municipality())
      );
      create policy agreement_party_by_manager on agreement_party for all using (
        (select caller.role()) = 'manager' and exists (select 1 from agreement a where a.id = agreement_id)
      );

      alter table session enable row level security;
      alter table session force row level security;
      create policy session_own on session for all using (
        (select caller.service()) = 'sign-in' or staff_id = (select caller.staff())
      );
      create policy session_end_by_administrator on session for update using (
        (select caller.role()) = 'administrator'
        and exists (select 1 from staff_member s where s.id = staff_id and s.municipality_id = (select caller.municipality()))
      );
      create policy session_seen_by_administrator on session for select using (
        (select caller.role()) = 'administrator'
        and exists (select 1 from staff_member s where s.id = staff_id and s.municipality_id = (select caller.municipality()))
      );
      alter table sign_in_attempt enable row level security;
      alter table sign_in_attempt force row level security;
      create policy sign_in_attempt_service on sign_in_attempt for all using ((select caller.service()) = 'sign-in');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table sign_in_attempt, session, hub_slot, agreement_party, agreement, duty_shift, membership, staff_member, unit, branch, authority, municipality;
      drop schema caller cascade;
      drop schema clock cascade;
    `);
  }
}
