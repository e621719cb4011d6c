import { AreaMeetingStore, type AreaAttendanceRow, type AreaMeetingRow } from '#use-cases/area/area-meeting.port.js';
import type { StoreContext } from '../caller/store-context.js';

const SELECT = `
  select m.id, m.group_id as "groupId", m.branch_id as "branchId", m.starts_at as "startsAt", m.minutes, m.room,
    (select r ->> 'name' || ', ' || (r ->> 'site') from municipality t cross join jsonb_array_elements(t.settings -> 'calendar' -> 'rooms') r
      where t.id = m.municipality_id and r ->> 'slug' = m.room limit 1) as "roomName",
    m.video_url as "videoUrl", m.state, m.convened_by as "convenedBy", m.version,
    exists (select 1 from collaboration_group g where g.id = m.group_id and g.form = 'none') as "ofBoard"
  from area_meeting m`;

export class AreaMeetingRepository extends AreaMeetingStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async add(m: Omit<AreaMeetingRow, 'roomName' | 'state' | 'version' | 'convenedBy' | 'ofBoard'>): Promise<void> {
    await this.query(
      `insert into area_meeting (id, municipality_id, branch_id, group_id, starts_at, minutes, room, video_url, convened_by)
       values ($1, caller.municipality(), $2, $3, $4, $5, $6, $7, caller.staff())`,
      [m.id, m.branchId, m.groupId, m.startsAt, m.minutes, m.room, m.videoUrl],
    );
  }

  async find(id: string): Promise<AreaMeetingRow | undefined> {
    const rows: AreaMeetingRow[] = await this.query(`${SELECT} where m.id = $1`, [id]);
    return rows[0];
  }

  findOfGroup(groupId: string, from: Date): Promise<AreaMeetingRow[]> {
    return this.query(`${SELECT} where m.group_id = $1 and m.starts_at >= $2 order by m.starts_at, m.id limit 60`, [
      groupId,
      from,
    ]);
  }

  findMine(from: Date, until: Date): Promise<AreaMeetingRow[]> {
    return this.query(
      `${SELECT} where m.starts_at >= $1 and m.starts_at < $2 and m.state <> 'called-off'
         and (m.convened_by = caller.staff() or caller.is_group_member(m.group_id)) order by m.starts_at, m.id`,
      [from, until],
    );
  }

  async change(
    id: string,
    expectedVersion: number,
    to: Pick<AreaMeetingRow, 'startsAt' | 'room' | 'videoUrl' | 'state'>,
  ): Promise<boolean> {
    const [rows]: [unknown[], number] = await this.query(
      `update area_meeting set starts_at = $3, room = $4, video_url = $5, state = $6, changed_at = clock.now(), version = version + 1
       where id = $1 and version = $2 and state = 'planned' returning id`,
      [id, expectedVersion, to.startsAt, to.room, to.videoUrl, to.state],
    );
    return rows.length === 1;
  }

  async addAttendance(of: AreaAttendanceRow): Promise<void> {
    await this.query(
      `insert into area_attendance (meeting_id, member_id, was_there, by_staff) values ($1, $2, $3, caller.staff())`,
      [of.meetingId, of.memberId, of.wasThere],
    );
  }

  findAttendance(meetingIds: readonly string[]): Promise<AreaAttendanceRow[]> {
    return this.query(
      `select meeting_id as "meetingId", member_id as "memberId", was_there as "wasThere" from area_attendance where meeting_id = any($1::uuid[])`,
      [meetingIds],
    );
  }

  private query<T>(sql: string, values: unknown[]): Promise<T> {
    return this.context.manager.query(sql, values);
  }
}
