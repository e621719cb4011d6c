import {
  ConsentLists,
  type ConsentEventShown,
  type ConsentReceived,
  type NoticeNoted,
} from '#use-cases/consent/consent-lists.port.js';
import type { StoreContext } from '../caller/store-context.js';

export class ConsentListsRepository extends ConsentLists {
  constructor(private readonly context: StoreContext) {
    super();
  }

  findEvents(consentId: string): Promise<ConsentEventShown[]> {
    return this.context.manager.query(
      `select e.seq, e.kind, e.state, e.at, e.by_staff as "byStaff", e.by_person as "byPerson", e.detail, s.name as "byStaffName"
       from consent_event e left join staff_member s on s.id = e.by_staff where e.consent_id = $1 order by e.seq`,
      [consentId],
    );
  }

  findReceived(consentId: string): Promise<ConsentReceived[]> {
    return this.context.manager.query(
      `select g.person_id as "personId", s.name as "receivedByName" from consent_signer g left join staff_member s on s.id = g.received_by
       where g.consent_id = $1`,
      [consentId],
    );
  }

  async findStaffName(staffId: string): Promise<string | undefined> {
    const [row]: { name: string }[] = await this.context.manager.query(`select name from staff_member where id = $1`, [
      staffId,
    ]);
    return row?.name;
  }

  findNoticesRead(id: string): Promise<NoticeNoted[]> {
    return this.context.manager.query(
      `select s.person_id as "personId", s.language, t.version, t.hash from consent_signer s
       left join notice_text t on t.version = s.notice_version and t.language = s.language
       where s.consent_id = $1 and s.signed_at is not null and s.language is not null order by s.signed_at, s.person_id`,
      [id],
    );
  }
}
