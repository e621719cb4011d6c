import {
  GroupMeetingStore,
  type GroupMeetingFacts,
  type MeetingPointRow,
} from '#use-cases/group/group-meeting.port.js';
import type { StoreContext } from '../caller/store-context.js';
import { SELECT_HUB } from '../hub/hub.repository.js';

export class GroupMeetingRepository extends GroupMeetingStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  findOfGroup(groupId: string): Promise<GroupMeetingFacts[]> {
    return this.query(`${SELECT_HUB} where h.group_id = $1 order by h.starts_at desc, h.id`, [groupId]);
  }

  findPoints(hubId: string): Promise<MeetingPointRow[]> {
    return this.query(
      `select id, hub_id as "hubId", place, kind, name, item_id as "itemId", minutes, audience, by_staff as "byStaff", by_branch as "byBranch"
       from meeting_point where hub_id = $1 and removed_at is null order by place, made_at, id`,
      [hubId],
    );
  }

  async addPoint(p: Omit<MeetingPointRow, 'byStaff' | 'byBranch'>): Promise<void> {
    await this.query(
      `insert into meeting_point (id, hub_id, place, kind, name, item_id, minutes, audience, by_staff, by_branch)
       values ($1, $2, $3, $4, $5, $6, $7, $8, caller.staff(), caller.branch())`,
      [
        p.id,
        p.hubId,
        p.place,
        p.kind,
        p.name === null ? null : JSON.stringify(p.name),
        p.itemId,
        p.minutes,
        p.audience,
      ],
    );
  }

  private query<T>(sql: string, values: unknown[]): Promise<T> {
    return this.context.manager.query(sql, values);
  }
}
