import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who is in a room is vouched for by the process that has their line, by a lease that it renews: what a killed process had
 * written ends by itself. Its times are the machine's own, `clock_timestamp()`, never the clock that is moved.
 */
export class PresenceByLease1764000000170 implements MigrationInterface {
  readonly name = 'PresenceByLease1764000000170';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table presence (
        hub_id uuid not null references hub(id),
        staff_id uuid not null references staff_member(id),
        node uuid not null,
        held_until timestamptz not null,
        primary key (hub_id, staff_id, node)
      );
      create index presence_node on presence (node);
      create index presence_held_until on presence (held_until);
      alter table presence enable row level security;
      alter table presence force row level security;
      -- Nobody asks who is here but the platform: people read it on the board.
      create policy presence_service on presence for all using ((select caller.service()) = 'reception');
    `);
    // Whoever the board still shows has a lease that has run out: who comes back holds a new one, the others are seen to leave.
    await runner.query(`
      alter table presence no force row level security;
      alter table hub no force row level security;
      alter table board_event no force row level security;
      insert into presence (hub_id, staff_id, node, held_until)
        select e.hub_id, e.member, '00000000-0000-0000-0000-000000000000', clock_timestamp()
        from (select distinct on (hub_id, payload ->> 'member') hub_id, kind, (payload ->> 'member')::uuid as member
            from board_event where kind in ('MemberArrived', 'MemberLeft') order by hub_id, payload ->> 'member', seq desc) e
          join hub h on h.id = e.hub_id and h.state not in ('closed', 'called-off')
        where e.kind = 'MemberArrived';
      alter table board_event force row level security;
      alter table hub force row level security;
      alter table presence force row level security;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table presence`);
  }
}
