import { PREPARATORY } from '#domain/group/preparatory-decision.js';
import {
  PreparatoryStore,
  type NewPreparatoryDecision,
  type PreparatoryBoardRow,
  type PreparatoryDecisionRow,
  type PreparatoryMeeting,
  type PreparatoryMember,
} from '#use-cases/group/preparatory.port.js';
import type { StoreContext } from '../caller/store-context.js';

/** A decision is written down soon after the meeting that made it. */
const LATELY = '60 days';

export class PreparatoryRepository extends PreparatoryStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async findBoards(): Promise<PreparatoryBoardRow[]> {
    const boards: { id: string; name: string }[] = await this.query(
      `select id, area as name from collaboration_group where kind = $1 and level = 'none' and standing = 'active' and closed_at is null
       order by area, id`,
      [PREPARATORY],
    );
    const ids = boards.map(({ id }) => id);
    const members: (PreparatoryMember & { groupId: string })[] = await this.query(
      `select m.group_id as "groupId", m.id as "memberId", m.staff_id as "staffId", m.branch_id as "branchId", b.name as "branchName", s.name, m.mandate
       from group_member m join branch b on b.id = m.branch_id join staff_member s on s.id = m.staff_id
       join membership w on w.id = m.membership_id
       where m.group_id = any($1::uuid[]) and m.ends_at is null and s.disabled_at is null
         and w.starts_at <= clock.now() and (w.ends_at is null or w.ends_at > clock.now()) order by b.name, s.name, m.id`,
      [ids],
    );
    const meetings: (PreparatoryMeeting & { groupId: string })[] = await this.query(
      `select a.group_id as "groupId", a.id as "meetingId", a.starts_at as "startsAt",
         array(select t.member_id from area_attendance t where t.meeting_id = a.id and t.was_there) as present
       from area_meeting a where a.group_id = any($1::uuid[]) and a.state <> 'called-off' and a.starts_at <= clock.now()
         and a.starts_at > clock.now() - interval '${LATELY}' order by a.starts_at desc, a.id`,
      [ids],
    );
    return boards.map((board) => ({
      ...board,
      members: members.filter(({ groupId }) => groupId === board.id),
      meetings: meetings.filter(({ groupId }) => groupId === board.id),
    }));
  }

  async add(d: NewPreparatoryDecision): Promise<void> {
    await this.query(
      `insert into preparatory_decision (id, branch_id, case_id, group_id, nomination_id, step, board_id, meeting_id, met_at, recorded_by)
       values ($1, caller.branch(), $2, $3, $4, $5, $6, $7, (select starts_at from area_meeting where id = $7), caller.staff())`,
      [d.id, d.caseId, d.groupId, d.nominationId, d.step, d.boardId, d.meetingId],
    );
    for (const { memberId, staffId, branchId, decides } of d.parts)
      await this.query(
        `insert into preparatory_part (decision_id, member_id, staff_id, branch_id, decides) values ($1, $2, $3, $4, $5)`,
        [d.id, memberId, staffId, branchId, decides],
      );
  }

  findOfGroup(groupId: string): Promise<PreparatoryDecisionRow[]> {
    return this.query(
      `select d.step, d.met_at as "metAt", max(s.name) filter (where p.decides) as "deciderName",
         json_agg(json_build_object('name', s.name, 'branchName', b.name) order by b.name, s.name) as present
       from preparatory_decision d join preparatory_part p on p.decision_id = d.id join staff_member s on s.id = p.staff_id
       join branch b on b.id = p.branch_id where d.group_id = $1 group by d.id order by d.at, d.id`,
      [groupId],
    );
  }

  private query<T>(sql: string, values: unknown[]): Promise<T> {
    return this.context.manager.query(sql, values);
  }
}
