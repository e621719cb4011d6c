import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whose picture one puts on a board: one's own unit's or a question's that one is asked, and, where the hub is the house's own
 * and nobody of the unit is in the room, as its leader. The program decides the same (domain/meeting/present-picture.ts).
 */
export class PresentedPictures1764000000465 implements MigrationInterface {
  readonly name = 'PresentedPictures1764000000465';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function caller.may_give_picture(wanted uuid, given_unit uuid) returns boolean
        language sql stable security definer set search_path = pg_catalog, public as $$
        select exists (select 1 from public.hub_question q join public.hub h on h.id = q.hub_id
          where q.hub_id = wanted and q.unit_id = given_unit and q.answer is not null
            and (q.unit_id = caller.unit() or caller.staff() in (q.representative_id, q.deputy_id)
              or (h.kind = 'internal' and h.branch_id = caller.branch() and h.leader_staff_id = caller.staff() and h.started_at is not null
                and not exists (
                  select 1 from (select distinct on (e.payload ->> 'member') e.kind, (e.payload ->> 'member')::uuid as member, e.payload ->> 'unit' as unit
                      from public.board_event e where e.hub_id = wanted and e.kind in ('MemberArrived','MemberLeft')
                      order by e.payload ->> 'member', e.seq desc) here
                  where here.kind = 'MemberArrived'
                    and (here.unit = given_unit::text or here.member in (q.representative_id, q.deputy_id, q.answered_by))))))
      $$;
      drop policy board_event_1 on board_event;
      create policy board_event_1 on board_event ${policy(`and (kind <> 'PictureGiven' or caller.may_give_picture(hub_id, (payload ->> 'unit')::uuid))`)};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy board_event_1 on board_event;
      create policy board_event_1 on board_event ${policy('')};
      drop function caller.may_give_picture;
    `);
  }
}

const viaHub = `exists (select 1 from hub h where h.id = hub_id)`;
const ownHub = `exists (select 1 from hub h where h.id = hub_id and h.branch_id = (select caller.branch()))`;

/** As 0011 made it, with what is asked of a picture beside it. */
const policy = (ofPictures: string): string => `for insert with check (
      ((${ownHub} and by_staff = (select caller.staff()))
      or ((select caller.service()) = 'reception' and kind = 'MemberLeft' and ${viaHub})
      or (by_staff = (select caller.staff()) and kind in ('MemberArrived','FloorAsked','SteppedBack','PictureGiven','MapEntryPut','MapEntryRemoved')
        and ${viaHub})) ${ofPictures})`;
