import type { Channel, NoticeKind } from '#domain/notice/notice.js';
import { type NewDelivery, type NewNotice, NoticeStore, type Reach } from '#use-cases/notice/notice.port.js';
import type { StoreContext } from '../caller/store-context.js';

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

  async add(notices: readonly NewNotice[]): Promise<ReadonlySet<string>> {
    const column = (pick: (notice: NewNotice) => unknown): unknown[] => notices.map(pick);
    const added: { id: string }[] = await this.context.manager.query(
      `insert into notice (id, municipality_id, staff_id, kind, effect_key, deadline_id, case_id, hub_id, due_at, late)
       select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::uuid[], $7::uuid[], $8::uuid[], $9::timestamptz[], $10::boolean[])
       on conflict (staff_id, effect_key) do nothing returning id`,
      [
        column((n) => n.id),
        column((n) => n.municipalityId),
        column((n) => n.staffId),
        column((n) => n.kind),
        column((n) => n.effectKey),
        column((n) => n.deadlineId),
        column((n) => n.caseId),
        column((n) => n.hubId),
        column((n) => n.dueAt),
        column((n) => n.late),
      ],
    );
    return new Set(added.map(({ id }) => id));
  }

  async addDeliveries(deliveries: readonly NewDelivery[]): Promise<void> {
    await this.context.manager.query(
      `insert into delivery (id, notice_id, channel) select * from unnest($1::uuid[], $2::uuid[], $3::text[])
       on conflict (notice_id, channel) do nothing`,
      [deliveries.map((d) => d.id), deliveries.map((d) => d.noticeId), deliveries.map((d) => d.channel)],
    );
  }

  async stopUnsent(of: {
    readonly staffIds: readonly string[];
    readonly caseId: string;
    readonly kinds: readonly NoticeKind[];
  }): Promise<number> {
    const values = [of.staffIds, of.caseId, of.kinds];
    const about = `n.staff_id = any($1::uuid[]) and n.case_id = $2 and n.kind = any($3::text[])`;
    const [, stopped]: [unknown[], number] = await this.context.manager.query(
      `update delivery d set state = 'stopped', next_try_at = null from notice n
       where n.id = d.notice_id and d.state = 'waiting' and ${about}`,
      values,
    );
    // Read as something that has been: it is answered by the notice that they are not needed.
    await this.context.manager.query(
      `update notice n set read_at = coalesce(n.read_at, clock.now()) where ${about}`,
      values,
    );
    return stopped;
  }

  holdUnsent(staffIds: readonly string[]): Promise<{ staffId: string; channel: Channel }[]> {
    // A message begins its life in the long ago and leaves it when it is claimed.
    return this.context.manager.query(
      `select n.staff_id as "staffId", d.channel from delivery d join notice n on n.id = d.notice_id
       where d.next_try_at <= to_timestamp(0) and d.state = 'waiting' and n.staff_id = any($1::uuid[])
       for share of d skip locked`,
      [staffIds],
    );
  }
}
