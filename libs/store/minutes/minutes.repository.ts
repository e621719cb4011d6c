import type { DecisionState } from '#domain/minutes/decision-states.js';
import {
  MinutesStore,
  type AttendanceRow,
  type MeetingDecisionRow,
  type MeetingRecordRow,
  type RecordToKeep,
  type MinuteLineRow,
  type MinutesRow,
  type MinutesVersionRow,
} from '#use-cases/minutes/minutes.port.js';
import type { StoreContext } from '../caller/store-context.js';
import { wordsOf } from '../gate/words-of-item.js';

const SELECT_DECISION = `
  select d.id, d.hub_id as "hubId", d.group_id as "groupId", d.point_id as "pointId", d.item_id as "itemId",
    d.owner_branch_id as "ownerBranchId", d.owner_staff_id as "ownerStaffId", s.name as "ownerName", u.name as "ownerUnitName",
    d.due_on::text as "dueOn", case when e.state = 'removed' then 'withdrawn' else d.state end as state, e.id as "entryId",
    d.made_at as "madeAt", d.version
  from meeting_decision d join staff_member s on s.id = d.owner_staff_id join unit u on u.id = d.owner_unit_id
    left join plan_entry e on e.id = d.entry_id`;

const LINE_WORDS = wordsOf('l.item_id', 'l.item_version', { by: 'l.by_staff', at: 'l.made_at' });

export class MinutesRepository extends MinutesStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async find(hubId: string): Promise<MinutesRow | undefined> {
    const rows: MinutesRow[] = await this.query(
      `select m.fixes_at as "fixesAt", coalesce((select max(v.version) from minutes_version v where v.hub_id = m.hub_id), 1) as newest
       from minutes m where m.hub_id = $1`,
      [hubId],
    );
    return rows[0];
  }

  async open(hubId: string): Promise<void> {
    await this.query(`insert into minutes (hub_id) values ($1) on conflict do nothing`, [hubId]);
  }

  async setFixesAt(hubId: string, at: Date): Promise<void> {
    await this.query(`update minutes set fixes_at = $2 where hub_id = $1`, [hubId, at]);
  }

  findLines(hubId: string): Promise<MinuteLineRow[]> {
    return this.query(
      `select l.id, l.point_id as "pointId", l.place, l.item_id as "itemId", l.item_version as "itemVersion",
         l.from_version as "fromVersion", l.until_version as "untilVersion", s.name as "byName", l.by_branch as "byBranch", l.made_at as "madeAt",
         ${LINE_WORDS.columns}
       from minute_line l ${LINE_WORDS.join} join staff_member s on s.id = l.by_staff join meeting_point p on p.id = l.point_id
       where l.hub_id = $1 order by p.place, l.place, l.made_at, l.id`,
      [hubId],
    );
  }

  async addLine(l: {
    id: string;
    hubId: string;
    pointId: string;
    itemId: string;
    itemVersion: number;
    fromVersion: number;
  }): Promise<void> {
    await this.query(
      `insert into minute_line (id, hub_id, point_id, place, item_id, item_version, from_version, by_staff, by_branch)
       values ($1, $2, $3, coalesce((select max(place) from minute_line where hub_id = $2 and point_id = $3), 0) + 10, $4, $5, $6,
         caller.staff(), caller.branch())`,
      [l.id, l.hubId, l.pointId, l.itemId, l.itemVersion, l.fromVersion],
    );
  }

  async setLineVersion(lineId: string, itemVersion: number): Promise<void> {
    await this.query(`update minute_line set item_version = $2 where id = $1`, [lineId, itemVersion]);
  }

  async endLine(lineId: string, untilVersion: number): Promise<void> {
    await this.query(`update minute_line set until_version = $2 where id = $1`, [lineId, untilVersion]);
  }

  findVersions(hubId: string): Promise<MinutesVersionRow[]> {
    return this.query(
      `select v.version, v.reason_item_id as "reasonItemId", s.name as "byName", v.at
       from minutes_version v join staff_member s on s.id = v.by_staff where v.hub_id = $1 order by v.version`,
      [hubId],
    );
  }

  async addVersion(hubId: string, version: number, reasonItemId: string): Promise<void> {
    await this.query(
      `insert into minutes_version (hub_id, version, reason_item_id, by_staff) values ($1, $2, $3, caller.staff())`,
      [hubId, version, reasonItemId],
    );
  }

  findAttendance(hubId: string): Promise<AttendanceRow[]> {
    return this.query(
      `select member_id as "memberId", guest_id as "guestId", state, deputy_member_id as "deputyMemberId"
       from meeting_attendance where hub_id = $1 order by at, id`,
      [hubId],
    );
  }

  async noteAttendance(a: AttendanceRow & { id: string; hubId: string }): Promise<void> {
    const one = a.memberId === null ? 'guest_id' : 'member_id';
    await this.query(
      `insert into meeting_attendance (id, hub_id, member_id, guest_id, state, deputy_member_id, by_staff)
       values ($1, $2, $3, $4, $5, $6, caller.staff())
       on conflict (hub_id, ${one}) do update set state = excluded.state, deputy_member_id = excluded.deputy_member_id,
         by_staff = excluded.by_staff, at = clock.now()`,
      [a.id, a.hubId, a.memberId, a.guestId, a.state, a.deputyMemberId],
    );
  }

  async addDecision(d: {
    id: string;
    hubId: string;
    groupId: string;
    pointId: string | null;
    itemId: string;
    ownerBranchId: string;
    ownerUnitId: string;
    ownerStaffId: string;
    dueOn: string;
    entryId: string | null;
  }): Promise<void> {
    await this.query(
      `insert into meeting_decision (id, hub_id, group_id, point_id, item_id, owner_branch_id, owner_unit_id, owner_staff_id, due_on,
         entry_id, state, made_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, case when $10::uuid is null then 'open' else 'in-plan' end, caller.staff())`,
      [
        d.id,
        d.hubId,
        d.groupId,
        d.pointId,
        d.itemId,
        d.ownerBranchId,
        d.ownerUnitId,
        d.ownerStaffId,
        d.dueOn,
        d.entryId,
      ],
    );
  }

  async findDecision(id: string): Promise<MeetingDecisionRow | undefined> {
    const rows: MeetingDecisionRow[] = await this.query(`${SELECT_DECISION} where d.id = $1`, [id]);
    return rows[0];
  }

  findDecisions(groupId: string): Promise<MeetingDecisionRow[]> {
    return this.query(`${SELECT_DECISION} where d.group_id = $1 order by d.due_on, d.made_at, d.id`, [groupId]);
  }

  async settleDecision(id: string, expectedVersion: number, state: DecisionState): Promise<boolean> {
    const answer: [unknown[], number] = await this.query(
      `update meeting_decision set state = $3, settled_at = clock.now(), settled_by = caller.staff(), version = version + 1
       where id = $1 and version = $2`,
      [id, expectedVersion, state],
    );
    return answer[1] === 1;
  }

  async withdrawDecisions(groupId: string, ownerStaffId: string): Promise<string[]> {
    const [rows]: [{ id: string }[], number] = await this.query(
      `update meeting_decision set state = 'withdrawn', settled_at = clock.now(), version = version + 1
       where group_id = $1 and owner_staff_id = $2 and state in ('open','not-done') returning id`,
      [groupId, ownerStaffId],
    );
    return rows.map(({ id }) => id);
  }

  async findRecord(hubId: string): Promise<MeetingRecordRow | undefined> {
    const rows: MeetingRecordRow[] = await this.query(
      `select diary_number as "diaryNumber", registered_on::text as "registeredOn", keep_years as "keepYears", s.name as "keptByName",
         kept_at as "keptAt", r.version from meeting_record r join staff_member s on s.id = r.kept_by where r.hub_id = $1 and r.branch_id = caller.branch()`,
      [hubId],
    );
    return rows[0];
  }

  /** `version` is the one that was read; 0 where there was none. */
  async keepRecord(hubId: string, r: RecordToKeep & { id: string; branchId: string }): Promise<boolean> {
    if (r.version === 0) {
      const rows: unknown[] = await this.query(
        `insert into meeting_record (id, hub_id, branch_id, diary_number, registered_on, keep_years, kept_by)
         values ($1, $2, $3, $4, $5, $6, caller.staff()) on conflict (hub_id, branch_id) do nothing returning id`,
        [r.id, hubId, r.branchId, r.diaryNumber, r.registeredOn, r.keepYears],
      );
      return rows.length === 1;
    }
    const answer: [unknown[], number] = await this.query(
      `update meeting_record set diary_number = $3, registered_on = $4, keep_years = $5, kept_by = caller.staff(), kept_at = clock.now(), version = version + 1
       where hub_id = $1 and branch_id = caller.branch() and version = $2`,
      [hubId, r.version, r.diaryNumber, r.registeredOn, r.keepYears],
    );
    return answer[1] === 1;
  }

  private query<T>(sql: string, values: unknown[]): Promise<T> {
    return this.context.manager.query(sql, values);
  }
}
