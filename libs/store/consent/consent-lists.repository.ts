import { ConsentLists, type ConsentEventShown, type ConsentReceived } from '#use-cases/consent/consent-lists.port.js';
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

  findLanguagesRead(id: string): Promise<{ readonly personId: string; readonly language: string }[]> {
    return this.context.manager.query(
      `select person_id as "personId", language from consent_signer
       where consent_id = $1 and signed_at is not null and language is not null order by signed_at, person_id`,
      [id],
    );
  }
}
