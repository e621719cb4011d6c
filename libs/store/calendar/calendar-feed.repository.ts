import {
  CalendarFeedStore,
  type CalendarFeed,
  type CalendarFeedOwner,
  type CalendarMeeting,
} from '#use-cases/calendar/calendar-feed.port.js';
import type { StoreContext } from '../caller/store-context.js';
import { actingMembership, actingMembershipsOf, type ActingMembershipJson } from '../sign-in/acting-memberships.js';

interface OwnerRow {
  feed_id: string;
  staff_id: string;
  disabled_at: Date | null;
  memberships: ActingMembershipJson[];
}

/** Of an invitation `i` or none: one address for every kind of meeting, so that it tells neither the kind nor the group. */
const PLACE = `coalesce('/inbjudningar/' || i.id, '/kalender')`;

export class CalendarFeedRepository extends CalendarFeedStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async add({ id, tokenHash }: { readonly id: string; readonly tokenHash: Buffer }): Promise<void> {
    await this.query(
      `insert into calendar_feed (id, municipality_id, staff_id, token_hash) values ($1, caller.municipality(), caller.staff(), $2)`,
      [id, tokenHash],
    );
  }

  findOwn(): Promise<CalendarFeed[]> {
    return this.query(
      `select id, created_at as "createdAt", last_read_at as "lastReadAt" from calendar_feed
       where staff_id = caller.staff() and revoked_at is null order by created_at desc, id`,
      [],
    );
  }

  async revoke(id: string): Promise<boolean> {
    const [rows]: [unknown[], number] = await this.query(
      `update calendar_feed set revoked_at = clock.now() where id = $1 and staff_id = caller.staff() and revoked_at is null returning id`,
      [id],
    );
    return rows.length === 1;
  }

  async findOwner(tokenHash: Buffer): Promise<CalendarFeedOwner | undefined> {
    const [row]: OwnerRow[] = await this.query(
      `select c.id as feed_id, c.staff_id, s.disabled_at, ${actingMembershipsOf('c.staff_id')} as memberships
       from calendar_feed c join staff_member s on s.id = c.staff_id where c.token_hash = $1 and c.revoked_at is null`,
      [tokenHash],
    );
    return (
      row && {
        feedId: row.feed_id,
        staffId: row.staff_id,
        staffDisabledAt: row.disabled_at,
        memberships: row.memberships.map(actingMembership),
      }
    );
  }

  async noteRead(id: string): Promise<void> {
    await this.query(`update calendar_feed set last_read_at = clock.now() where id = $1`, [id]);
  }

  findMeetings(): Promise<CalendarMeeting[]> {
    // The time that one is invited to, and its number, as the invitation by mail says them; a meeting from before has its own.
    return this.query(
      `select h.id, ${PLACE} as path, coalesce(i.starts_at, h.starts_at) as "startsAt", coalesce(i.minutes, h.minutes) as minutes,
         h.state = 'called-off' as "calledOff", coalesce(i.sequence, h.version) as sequence,
         coalesce(i.changed_at, h.convened_at) as "changedAt"
       from hub h left join invitation i on i.hub_id = h.id and i.staff_id = caller.staff() and i.branch_id = caller.branch()
       where h.starts_at > clock.now() - interval '31 days' and (i.id is null or i.cancelled_at is null or h.state = 'called-off')
         and (i.id is not null or h.leader_staff_id = caller.staff() or h.convened_by = caller.staff()
           or exists (select 1 from hub_question q where q.hub_id = h.id
             and (q.representative_id = caller.staff() or (q.deputy_id = caller.staff() and q.deputy_asked_at is not null)))
           or exists (select 1 from hub_party p where p.hub_id = h.id and p.staff_id = caller.staff() and p.ended_at is null))
       -- What one was invited to and no longer is stays as cancelled, as the mail said it: a calendar that has it takes it out.
       union all
       select i.meeting_id, ${PLACE}, i.starts_at, i.minutes, true, i.sequence, i.changed_at from invitation i
       where i.staff_id = caller.staff() and i.branch_id = caller.branch() and i.cancelled_at is not null
         and i.starts_at > clock.now() - interval '31 days'
         and not exists (select 1 from hub h where h.id = i.hub_id and h.state = 'called-off')
         and not exists (select 1 from area_meeting m where m.id = i.area_meeting_id and m.state = 'called-off')
       union all
       select m.id, ${PLACE}, coalesce(i.starts_at, m.starts_at), coalesce(i.minutes, m.minutes), m.state = 'called-off', coalesce(i.sequence, m.version), coalesce(i.changed_at, m.changed_at)
       from area_meeting m left join invitation i on i.area_meeting_id = m.id and i.staff_id = caller.staff() and i.branch_id = caller.branch()
       where m.starts_at > clock.now() - interval '31 days' and (i.id is null or i.cancelled_at is null or m.state = 'called-off')
         and (i.id is not null or m.convened_by = caller.staff() or caller.is_group_member(m.group_id))
       order by 3, 1`,
      [],
    );
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row> {
    return this.context.manager.query(sql, values);
  }
}
