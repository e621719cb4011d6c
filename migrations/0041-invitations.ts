import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is called to which part of a meeting, what they have answered, and the mails that carry it to their calendars. */
export class Invitations1764000000041 implements MigrationInterface {
  readonly name = 'Invitations1764000000041';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The part of the meeting that a party is admitted to, in minutes from its beginning; null: all of it.
      alter table hub_party add column from_minute smallint check (from_minute >= 0);
      alter table hub_party add column part_minutes smallint check (part_minutes > 0);
      alter table hub_party add check ((from_minute is null) = (part_minutes is null));

      create table invitation (
        id uuid primary key,
        hub_id uuid not null references hub,
        -- In whose name the post is held that they are called in.
        branch_id uuid not null references branch,
        staff_id uuid not null references staff_member,
        -- The part of the meeting that is theirs.
        starts_at timestamptz not null,
        minutes integer not null check (minutes > 0),
        -- Rises with each change that a calendar must hear of, and never otherwise (RFC 5546 2.1.4).
        sequence integer not null,
        answer text not null default 'none' check (answer in ('none','accepted','declined','tentative')),
        answered_at timestamptz,
        answered_by text check (answered_by in ('page','mail')),
        -- When the answering calendar wrote its answer, by its own clock; a later one takes an earlier one's place.
        answer_stamp timestamptz,
        invited_at timestamptz not null default clock.now(),
        changed_at timestamptz not null default clock.now(),
        cancelled_at timestamptz,
        -- The secret part of the address that answers come to: sealed for the next mail, hashed to be found by.
        reply_hash bytea unique,
        reply_sealed bytea,
        unique (hub_id, staff_id),
        check ((answer = 'none') = (answered_at is null)),
        check ((reply_hash is null) = (reply_sealed is null))
      );
      create index invitation_staff on invitation (staff_id, starts_at);
      create table invitation_mail (
        id uuid primary key,
        invitation_id uuid not null references invitation,
        sequence integer not null,
        method text not null check (method in ('request','cancel')),
        starts_at timestamptz not null,
        minutes integer not null,
        state text not null default 'waiting' check (state in ('waiting','sent','failed','stopped')),
        tries integer not null default 0,
        -- In the long ago until somebody takes it.
        next_try_at timestamptz default to_timestamp(0),
        made_at timestamptz not null default clock.now(),
        sent_at timestamptz,
        unique (invitation_id, sequence)
      );
      create index invitation_mail_waiting on invitation_mail (next_try_at) where state = 'waiting';

      alter table invitation enable row level security;
      alter table invitation force row level security;
      -- One's own in the post that one acts in, and the house that calls; who else is called, no guest learns here.
      create policy invitation_0 on invitation for select using (
        (select caller.service()) = 'deadlines'
        or (staff_id = (select caller.staff()) and branch_id = (select caller.branch()))
        or exists (select 1 from hub h where h.id = hub_id and h.branch_id = (select caller.branch())));
      create policy invitation_1 on invitation for insert with check ((select caller.service()) = 'deadlines');
      create policy invitation_2 on invitation for update using (
        (select caller.service()) = 'deadlines'
        or (staff_id = (select caller.staff()) and branch_id = (select caller.branch())));
      alter table invitation_mail enable row level security;
      alter table invitation_mail force row level security;
      create policy invitation_mail_0 on invitation_mail for all using ((select caller.service()) = 'deadlines');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table invitation_mail, invitation;
      alter table hub_party drop column part_minutes, drop column from_minute;
    `);
  }
}
