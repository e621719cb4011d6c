import type { MeetingToClear } from '#domain/calendar/keep-apart.js';
import { KeptApartStore, type KeptApart } from '#use-cases/calendar/kept-apart.port.js';
import type { StoreContext } from '../caller/store-context.js';

export class KeptApartRepository extends KeptApartStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async add(pair: {
    id: string;
    branchId: string;
    personId: string;
    otherPersonId: string;
    ground: string;
    until: Date;
  }): Promise<void> {
    await this.query(
      `insert into kept_apart (id, municipality_id, branch_id, person_id, other_person_id, ground, until, decided_by)
       values ($1, caller.municipality(), $2, $3, $4, $5, $6, caller.staff())`,
      [pair.id, pair.branchId, pair.personId, pair.otherPersonId, pair.ground, pair.until],
    );
  }

  findOfPerson(personId: string): Promise<KeptApart[]> {
    return this.query(
      `select k.id, case when k.person_id = $1 then k.other_person_id else k.person_id end as "otherPersonId", k.ground, k.until,
         s.name as "decidedByName", k.decided_at as "decidedAt"
       from kept_apart k join staff_member s on s.id = k.decided_by
       where $1 in (k.person_id, k.other_person_id) and k.ended_at is null and k.until > clock.now() order by k.until, k.id`,
      [personId],
    );
  }

  async end(id: string): Promise<boolean> {
    const [rows]: [unknown[], number] = await this.query(
      `update kept_apart set ended_at = clock.now(), ended_by = caller.staff() where id = $1 and ended_at is null returning id`,
      [id],
    );
    return rows.length === 1;
  }

  async hold(caseId: string): Promise<void> {
    await this.query(`select caller.hold_apart($1)`, [caseId]);
  }

  async findToKeepClearOf(
    caseId: string,
    { from, until, beside }: { from: Date; until: Date; beside: string | null },
  ): Promise<readonly MeetingToClear[]> {
    const rows: { startsAt: Date; endsAt: Date; site: string | null; own: boolean }[] = await this.query(
      `select starts_at as "startsAt", ends_at as "endsAt", site, own from caller.kept_clear($1, $2, $3, $4)`,
      [caseId, from, until, beside],
    );
    return rows.map(({ startsAt, endsAt, ...row }) => ({ from: startsAt.getTime(), until: endsAt.getTime(), ...row }));
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row> {
    return this.context.manager.query(sql, values);
  }
}
