import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Addresses at which a member of staff's own calendar program reads when their meetings are. */
export class Calendar1764000000014 implements MigrationInterface {
  readonly name = 'Calendar1764000000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table calendar_feed (
        id uuid primary key,
        municipality_id uuid not null references municipality,
        staff_id uuid not null references staff_member,
        -- The address holds the token; here is only its keyed hash, so that a stolen database opens no calendar.
        token_hash bytea not null unique,
        created_at timestamptz not null default clock.now(),
        last_read_at timestamptz,
        revoked_at timestamptz
      );
      create index calendar_feed_staff on calendar_feed (staff_id);
      alter table calendar_feed enable row level security;
      alter table calendar_feed force row level security;
      -- One's own, and the door that knows a calendar program by its token.
      create policy calendar_feed_0 on calendar_feed for select using (
        (select caller.service()) = 'sign-in' or staff_id = (select caller.staff()));
      create policy calendar_feed_1 on calendar_feed for insert with check (
        staff_id = (select caller.staff()) and municipality_id = (select caller.municipality()));
      create policy calendar_feed_2 on calendar_feed for update using (
        (select caller.service()) = 'sign-in' or staff_id = (select caller.staff()));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table calendar_feed`);
  }
}
