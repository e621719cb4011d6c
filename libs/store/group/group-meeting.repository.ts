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

  findSatUntilFixed(groupId: string): Promise<{ staffId: string; branchId: string; fixesAt: Date }[]> {
    return this.query(
      `select p.staff_id as "staffId", p.branch_id as "branchId", max(m.fixes_at) as "fixesAt"
       from hub h join minutes m on m.hub_id = h.id join hub_party p on p.hub_id = h.id
       where h.group_id = $1 and h.state = 'closed' and m.fixes_at is not null and p.staff_id is not null and p.ended_at is null
       group by p.staff_id, p.branch_id`,
      [groupId],
    );
  }

  async passOn(groupId: string, to: { groupId: string; form: string }): Promise<void> {
    await this.query(`update hub set group_id = $2, form = $3 where group_id = $1 and state in ('planned','lobby')`, [
      groupId,
      to.groupId,
      to.form,
    ]);
  }

  findPoints(hubId: string): Promise<MeetingPointRow[]> {
    return this.query(
      `select id, hub_id as "hubId", place, kind, name, item_id as "itemId", minutes, audience, by_staff as "byStaff", by_branch as "byBranch"
       from meeting_point where hub_id = $1 and removed_at is null order by place, made_at, id`,
      [hubId],
    );
  }

  async handOver(groupId: string, from: string, to: string): Promise<void> {
    await this.query(
      `update hub set leader_staff_id = $3, version = version + 1
       where group_id = $1 and leader_staff_id = $2 and state in ('planned','lobby')`,
      [groupId, from, to],
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

  async placePoint(id: string, place: number): Promise<void> {
    await this.query(`update meeting_point set place = $2 where id = $1`, [id, place]);
  }

  async timePoint(id: string, minutes: number): Promise<void> {
    await this.query(`update meeting_point set minutes = $2 where id = $1`, [id, minutes]);
  }

  async removePoint(id: string): Promise<void> {
    await this.query(`update meeting_point set removed_at = clock.now() where id = $1 and removed_at is null`, [id]);
  }

  findDue(caseId: string, before: Date): Promise<{ kind: string; dueAt: Date }[]> {
    return this.query(
      `select kind, due_at as "dueAt" from deadline where case_id = $1 and state in ('open','missed') and void_reason is null
         and settled_at is null and due_at < $2 and kind not in ('sig-meeting','unit-knowledge','meeting-decision','minutes-adjusted','retention','retention-child-protection')
       order by due_at, id limit 50`,
      [caseId, before],
    );
  }

  private query<T>(sql: string, values: unknown[]): Promise<T> {
    return this.context.manager.query(sql, values);
  }
}
