import type { MoveLimit } from '#domain/invitation/weigh-move.js';
import { MoveTimeStore, type CalledToMove } from '#use-cases/invitation/move-time.port.js';
import type { StoreContext } from '../caller/store-context.js';
import { CALLED_TO, MEETING } from './called-to.js';

export class MoveTimeRepository extends MoveTimeStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  findCalled(hubId: string, span: { from: Date; until: Date } | null): Promise<CalledToMove[]> {
    return this.context.manager.query(
      `select c.staff_id as "staffId", s.name, coalesce(i.answer, 'none') as answer,
         c.staff_id = h.leader_staff_id or exists (select 1 from group_member m
           where m.group_id = h.group_id and m.staff_id = c.staff_id and m.ends_at is null and m.mandate = 'decides') as "isRequired",
         $2::timestamptz is not null and exists (select 1 from invitation o join ${MEETING} x on x.id = o.meeting_id
           where o.staff_id = c.staff_id and o.meeting_id <> h.id and o.cancelled_at is null and o.answer <> 'declined'
             and x.state not in ('closed','called-off')
             and o.starts_at < part.until and o.starts_at + make_interval(mins => o.minutes) > part.since)
           or $2::timestamptz is not null and exists (select 1 from caller.busy_between(array[c.staff_id], part.since, part.until,
             tstzrange(h.starts_at, h.starts_at + make_interval(mins => h.minutes)))) as "isBusy"
       from ${MEETING} h cross join lateral (${CALLED_TO}) c join staff_member s on s.id = c.staff_id
       -- Whoever is let in to a part of it alone has to be free for that part.
       cross join lateral (select $2::timestamptz + make_interval(mins => coalesce(c.from_minute, 0)) as since,
         least($3::timestamptz, $2::timestamptz + make_interval(mins => coalesce(c.from_minute + c.part_minutes, 480))) as until) part
       left join invitation i on i.meeting_id = h.id and i.staff_id = c.staff_id and i.cancelled_at is null
       where h.id = $1 order by s.name, c.staff_id`,
      [hubId, span?.from ?? null, span?.until ?? null],
    );
  }

  async findLimits(hubId: string): Promise<MoveLimit[]> {
    const rows: { kind: string; dueAt: Date; isKeptByOther: boolean }[] = await this.context.manager.query(
      `select d.kind, d.due_at as "dueAt",
         exists (select 1 from hub o where o.id <> h.id and o.case_id = h.case_id and o.kind = h.kind
           and o.group_id is not distinct from h.group_id and o.state in ('planned','lobby') and o.starts_at <= d.due_at) as "isKeptByOther"
       from ${MEETING} h join deadline d on d.state = 'open' and d.void_reason is null
         and ((h.kind = 'internal' and d.case_id = h.case_id and d.kind like 'grade-%-assessment')
           or (h.group_id is not null and d.about_id = h.group_id and d.kind = 'sig-meeting'))
       where h.id = $1 order by d.due_at, d.id`,
      [hubId],
    );
    return rows.map(({ dueAt, ...limit }) => ({ ...limit, dueAt: dueAt.getTime() }));
  }

  async move(
    hubId: string,
    expectedVersion: number,
    to: { startsAt: Date; minutes: number; videoUrl: string | null; room: string | null },
  ): Promise<boolean> {
    const [rows]: [unknown[], number] = await this.context.manager.query(
      `update hub h set starts_at = $3, minutes = $4, video_url = coalesce($5, video_url), room = $6, version = version + 1,
         extra = not exists (select 1 from hub_slot s where s.branch_id = h.branch_id
           and s.weekday = extract(isodow from $3::timestamptz at time zone 'Europe/Stockholm')
           and s.starts_local = to_char($3::timestamptz at time zone 'Europe/Stockholm', 'HH24:MI'))
       where id = $1 and version = $2 and state in ('planned','lobby') returning id`,
      [hubId, expectedVersion, to.startsAt, to.minutes, to.videoUrl, to.room],
    );
    return rows.length === 1;
  }
}
