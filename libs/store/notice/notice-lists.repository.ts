import { NoticeLists, type ListedNotice } from '#use-cases/notice/notice-lists.port.js';
import type { StoreContext } from '../caller/store-context.js';

const FIELDS = `
  id, kind, deadline_id as "deadlineId", case_id as "caseId", due_at as "dueAt", late,
  (select c.number from case_file c where c.id = notice.case_id) as "caseNumber",
  (select h.id from hub h where h.id = notice.hub_id) as "hubId", (select h.group_id from hub h where h.id = notice.hub_id) as "groupId",
  (select q.id from hub_question q
    where (q.deadline_id = notice.deadline_id or q.hub_id = notice.hub_id)
      and (q.representative_id = caller.staff() or (q.deputy_id = caller.staff() and q.deputy_asked_at is not null))
    order by q.deadline_id is not distinct from notice.deadline_id desc, q.id limit 1) as "questionId",
  exists (select 1 from case_file c where c.id = notice.case_id) as "ownCase", created_at as "createdAt", read_at as "readAt"`;

export class NoticeListsRepository extends NoticeLists {
  constructor(private readonly context: StoreContext) {
    super();
  }

  findMine(first: number, after: { createdAt: Date; id: string } | null): Promise<ListedNotice[]> {
    // To the millisecond, which is what a cursor can carry.
    return this.context.manager.query(
      `select ${FIELDS} from notice
       where staff_id = (select caller.staff())
         and ($2::uuid is null or (date_trunc('milliseconds', created_at), id) < ($3::timestamptz, $2))
       order by date_trunc('milliseconds', created_at) desc, id desc limit $1`,
      [first, after?.id ?? null, after?.createdAt ?? null],
    );
  }

  async countUnread(): Promise<number> {
    const rows: { count: number }[] = await this.context.manager.query(
      `select count(*)::int as count from notice where staff_id = (select caller.staff()) and read_at is null`,
    );
    return rows[0]?.count ?? 0;
  }

  async markRead(id: string): Promise<ListedNotice | undefined> {
    const [rows]: [ListedNotice[], number] = await this.context.manager.query(
      `update notice set read_at = coalesce(read_at, clock.now()) where id = $1 and staff_id = caller.staff() returning ${FIELDS}`,
      [id],
    );
    return rows[0];
  }

  async markAllRead(): Promise<number> {
    const [, count]: [unknown[], number] = await this.context.manager.query(
      `update notice set read_at = clock.now() where staff_id = caller.staff() and read_at is null`,
    );
    return count;
  }
}
