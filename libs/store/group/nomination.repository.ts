import type { KnownBy } from '#domain/group/known-by.js';
import {
  NominationStore,
  type Coordinator,
  type NewNomination,
  type NominationRow,
} from '#use-cases/group/nomination.port.js';
import type { StoreContext } from '../caller/store-context.js';

const SELECT_NOMINATION = `
  select n.id, n.municipality_id as "municipalityId", n.branch_id as "branchId", b.name as "branchName", n.to_staff_id as "toStaffId",
    t.name as "toName", n.kind, n.from_branch_id as "fromBranchId", f.name as "fromBranchName", a.kind as "fromKind",
    u.name as "fromUnitName", n.by_staff_id as "byStaffId", s.name as "byName", s.phone as "byPhone", n.ground, n.case_id as "caseId",
    c.person_id as "personId", c.number as "caseNumber", n.item_id as "itemId", n.made_at as "madeAt", n.read_at as "readAt",
    n.withdrawn_at as "withdrawnAt", w.decision, w.group_id as "groupId", n.version
  from nomination n join branch b on b.id = n.branch_id join staff_member t on t.id = n.to_staff_id join branch f on f.id = n.from_branch_id
  join authority a on a.id = f.authority_id join unit u on u.id = n.from_unit_id join staff_member s on s.id = n.by_staff_id
  left join case_file c on c.id = n.case_id left join nomination_answer w on w.nomination_id = n.id`;

export class NominationRepository extends NominationStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async add(n: NewNomination): Promise<void> {
    await this.query(
      `insert into nomination (id, municipality_id, branch_id, to_staff_id, kind, from_branch_id, from_unit_id, by_staff_id, ground, case_id, item_id)
       values ($1, $2, $3, $4, $5, $6, $7, caller.staff(), $8, $9, $10)`,
      [
        n.id,
        n.municipalityId,
        n.branchId,
        n.toStaffId,
        n.kind,
        n.fromBranchId,
        n.fromUnitId,
        n.ground,
        n.caseId,
        n.itemId,
      ],
    );
  }

  async find(id: string): Promise<NominationRow | undefined> {
    const rows: NominationRow[] = await this.query(`${SELECT_NOMINATION} where n.id = $1`, [id]);
    return rows[0];
  }

  async findForChange(id: string): Promise<NominationRow | undefined> {
    await this.query(`select 1 from nomination where id = $1 for update`, [id]);
    return this.find(id);
  }

  async isAnswered(id: string): Promise<boolean> {
    const [row]: { answered: boolean }[] = await this.query(`select caller.nomination_answered($1) as answered`, [id]);
    return row?.answered ?? false;
  }

  findAll(): Promise<NominationRow[]> {
    return this.query(
      `${SELECT_NOMINATION} where n.made_at > clock.now() - interval '1 year' order by n.made_at desc, n.id limit 200`,
      [],
    );
  }

  async markRead(ids: readonly string[]): Promise<void> {
    await this.query(
      `update nomination set read_at = clock.now(), version = version + 1
       where id = any($1::uuid[]) and read_at is null and branch_id = caller.branch()`,
      [ids],
    );
  }

  async withdraw(id: string): Promise<void> {
    await this.query(
      `update nomination set withdrawn_at = clock.now(), version = version + 1
       where id = $1 and withdrawn_at is null and by_staff_id = caller.staff()`,
      [id],
    );
  }

  async answer(a: {
    id: string;
    nominationId: string;
    branchId: string;
    caseId: string | null;
    decision: 'taken-up' | 'declined';
    reason: string | null;
    knownBy: KnownBy | null;
    itemId: string | null;
    groupId: string | null;
  }): Promise<boolean> {
    const rows: unknown[] = await this.query(
      `insert into nomination_answer (id, nomination_id, branch_id, case_id, decision, reason, known_by, item_id, group_id, decided_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, caller.staff()) on conflict (nomination_id) do nothing returning id`,
      [a.id, a.nominationId, a.branchId, a.caseId, a.decision, a.reason, a.knownBy, a.itemId, a.groupId],
    );
    return rows.length === 1;
  }

  findCoordinators(municipalityId: string): Promise<Coordinator[]> {
    return this.query(
      `select distinct on (b.name, s.name, s.id) s.id as "staffId", s.name, s.title, u.id as "unitId", b.id as "branchId", b.name as "branchName"
       from membership m join staff_member s on s.id = m.staff_id join unit u on u.id = m.unit_id join branch b on b.id = u.branch_id
       where m.municipality_id = $1 and m.role = 'coordinator' and s.disabled_at is null
         and m.starts_at <= clock.now() and (m.ends_at is null or m.ends_at > clock.now())
       order by b.name, s.name, s.id`,
      [municipalityId],
    );
  }

  private query<T>(sql: string, values: unknown[]): Promise<T> {
    return this.context.manager.query(sql, values);
  }
}
