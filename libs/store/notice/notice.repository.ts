import type { Channel } from '#domain/notice/notice.js';
import { type NewNotice, NoticeStore, type Reach } from '#use-cases/notice/notice.port.js';
import type { StoreContext } from '../caller/pg-as-caller.js';

export class NoticeRepository extends NoticeStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  findReach(staffIds: readonly string[]): Promise<Reach[]> {
    return this.context.manager.query(
      `select id as "staffId", municipality_id as "municipalityId", email <> '' as mail, coalesce(phone, '') <> '' as phone
       from staff_member where id = any($1::uuid[]) and disabled_at is null order by id`,
      [staffIds],
    );
  }

  async add(notice: NewNotice & { municipalityId: string }): Promise<boolean> {
    const added: unknown[] = await this.context.manager.query(
      `insert into notice (id, municipality_id, staff_id, kind, effect_key, deadline_id, case_id, due_at, late)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (staff_id, effect_key) do nothing returning id`,
      [
        notice.id,
        notice.municipalityId,
        notice.staffId,
        notice.kind,
        notice.effectKey,
        notice.deadlineId,
        notice.caseId,
        notice.dueAt,
        notice.late,
      ],
    );
    return added.length === 1;
  }

  async addDelivery(delivery: { id: string; noticeId: string; channel: Channel }): Promise<void> {
    await this.context.manager.query(
      `insert into delivery (id, notice_id, channel) values ($1, $2, $3) on conflict (notice_id, channel) do nothing`,
      [delivery.id, delivery.noticeId, delivery.channel],
    );
  }
}
