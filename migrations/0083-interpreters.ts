import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Interpreters booked for a meeting: language, points, silence before admission. Who it is stands in an item. */
export class Interpreters1764000000083 implements MigrationInterface {
  readonly name = 'Interpreters1764000000083';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table interpreter_booking (
        id uuid primary key,
        hub_id uuid not null references hub,
        language text not null,
        -- Who it is and how they are reached, for those who may read it.
        item_id uuid not null references item,
        -- Points of this very meeting.
        point_ids uuid[] not null check (cardinality(point_ids) > 0),
        booked_by uuid not null references staff_member,
        booked_at timestamptz not null default clock.now(),
        silence_at timestamptz,
        silence_by uuid references staff_member,
        admitted_at timestamptz,
        cancelled_at timestamptz,
        check ((silence_at is null) = (silence_by is null)),
        -- Nobody is let in who is not bound to silence.
        check (admitted_at is null or silence_at is not null)
      );
      create index interpreter_booking_hub on interpreter_booking (hub_id);
      alter table interpreter_booking enable row level security;
      alter table interpreter_booking force row level security;
      create policy interpreter_booking_0 on interpreter_booking for select using (exists (select 1 from hub h where h.id = hub_id));
      create policy interpreter_booking_1 on interpreter_booking for insert with check (${leads} and booked_by = (select caller.staff())
        and exists (select 1 from item i where i.id = item_id and i.branch_id = (select caller.branch()))
        and not exists (select 1 from unnest(point_ids) p where not exists (
          select 1 from meeting_point x where x.id = p and x.hub_id = interpreter_booking.hub_id and x.audience = 'everyone' and x.removed_at is null)));
      create policy interpreter_booking_2 on interpreter_booking for update using (${leads});
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table interpreter_booking;`);
  }
}

const leads = `exists (select 1 from hub h where h.id = hub_id and h.branch_id = (select caller.branch())) and (select caller.role()) in ('intake','coordinator','manager')`;
