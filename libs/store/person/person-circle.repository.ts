import {
  PersonCircle,
  type CaseOfPerson,
  type ColleagueRow,
  type CustodyRow,
  type DecisionRow,
  type NewDecision,
  type RelationRow,
} from '#use-cases/person/person-circle.port.js';
import type { StoreContext } from '../caller/store-context.js';
import { sealedReasonsOf, SELECT_REASONS, type ReasonsRow } from './sealed-reasons.js';

interface CustodyJson {
  id: string;
  child_id: string;
  guardian_id: string;
  kind: CustodyRow['kind'];
  source: CustodyRow['source'];
  source_on: string | null;
  starts_on: string;
  ends_on: string | null;
  recorded_at: Date;
  version: number;
}

type DecisionJson = ReasonsRow & {
  id: string;
  kind: DecisionRow['kind'];
  from_value: string | null;
  to_value: string | null;
  staff_id: string | null;
  staff_name: string | null;
  asked_by: string;
  asked_by_name: string;
  asked_at: Date;
  state: DecisionRow['state'];
  settled_by_name: string | null;
  settled_at: Date | null;
};

const SELECT_CUSTODY = `select id, child_id, guardian_id, kind, source, source_on::text, starts_on::text, ends_on::text, recorded_at, version from custody`;
const SELECT_DECISION = `
  select d.id, d.kind, d.from_value, d.to_value, d.staff_id, s.name as staff_name, d.asked_by, a.name as asked_by_name, d.asked_at,
    d.state, e.name as settled_by_name, d.settled_at, d.ciphertext, d.key_version, ${SELECT_REASONS}
  from person_decision d
  join person p on p.id = d.person_id
  join branch b on b.id = p.branch_id
  join authority u on u.id = b.authority_id
  join person_key k on k.person_id = d.key_person_id
  join staff_member a on a.id = d.asked_by
  left join staff_member s on s.id = d.staff_id
  left join staff_member e on e.id = d.settled_by`;
const SELECT_COLLEAGUE = `select s.id, s.name, s.title, u.name as unit from staff_member s
  join lateral (select un.name, un.branch_id from membership m join unit un on un.id = m.unit_id
    where m.staff_id = s.id and m.starts_at <= clock.now() and (m.ends_at is null or m.ends_at > clock.now())
    order by un.branch_id = caller.branch() desc, m.starts_at, un.name limit 1) u on true`;

export class PersonCircleRepository extends PersonCircle {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async addCustody(row: Omit<CustodyRow, 'recordedAt' | 'version'>): Promise<void> {
    await this.context.manager.query(
      `insert into custody (id, child_id, guardian_id, kind, source, source_on, starts_on, ends_on, recorded_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, caller.staff())`,
      [row.id, row.childId, row.guardianId, row.kind, row.source, row.sourceOn, row.startsOn, row.endsOn],
    );
  }

  async endCustody(id: string, expectedVersion: number, endsOn: string): Promise<boolean> {
    const answer: [unknown[], number] = await this.context.manager.query(
      `update custody set ends_on = $3, version = version + 1 where id = $1 and version = $2 returning id`,
      [id, expectedVersion, endsOn],
    );
    return answer[0].length === 1;
  }

  async findCustody(id: string): Promise<CustodyRow | undefined> {
    const rows: CustodyJson[] = await this.context.manager.query(`${SELECT_CUSTODY} where id = $1`, [id]);
    return rows[0] && custodyOf(rows[0]);
  }

  async findCustodyOf(personId: string): Promise<CustodyRow[]> {
    const rows: CustodyJson[] = await this.context.manager.query(
      `${SELECT_CUSTODY} where child_id = $1 or guardian_id = $1 order by starts_on desc, recorded_at desc, id`,
      [personId],
    );
    return rows.map(custodyOf);
  }

  async addRelation(row: Omit<RelationRow, 'recordedAt'>): Promise<void> {
    await this.context.manager.query(
      `insert into relation (id, person_id, close_person_id, kind, recorded_by) values ($1, $2, $3, $4, caller.staff())`,
      [row.id, row.personId, row.closeId, row.kind],
    );
  }

  async endRelation(id: string): Promise<string | undefined> {
    const answer: [{ person_id: string }[], number] = await this.context.manager.query(
      `update relation set ended_at = clock.now() where id = $1 and ended_at is null returning person_id`,
      [id],
    );
    return answer[0][0]?.person_id;
  }

  async findRelationsOf(personId: string): Promise<RelationRow[]> {
    const rows: {
      id: string;
      person_id: string;
      close_person_id: string;
      kind: RelationRow['kind'];
      recorded_at: Date;
    }[] = await this.context.manager.query(
      `select id, person_id, close_person_id, kind, recorded_at from relation
         where (person_id = $1 or close_person_id = $1) and ended_at is null order by kind, recorded_at, id`,
      [personId],
    );
    return rows.map((row) => ({
      id: row.id,
      personId: row.person_id,
      closeId: row.close_person_id,
      kind: row.kind,
      recordedAt: row.recorded_at,
    }));
  }

  async findCasesOf(personId: string): Promise<CaseOfPerson[]> {
    const rows: (Omit<CaseOfPerson, 'openedAt'> & { opened_at: Date })[] = await this.context.manager.query(
      `select c.id, c.number, c.state, c.grade, c.opened_at from case_file c
       where (c.person_id = $1 or c.person_id in (select p.id from person p where p.merged_into = $1)) and caller.works_on(c.id)
       order by c.opened_at desc, c.id`,
      [personId],
    );
    return rows.map(({ opened_at: openedAt, ...row }) => ({ ...row, openedAt }));
  }

  async findNamed(personId: string): Promise<ColleagueRow[]> {
    return this.context.manager.query(
      `${SELECT_COLLEAGUE} where s.id in (select n.staff_id from named_staff n where n.person_id = $1) order by s.name, s.id`,
      [personId],
    );
  }

  async name(personId: string, staffIds: readonly string[]): Promise<void> {
    await this.context.manager.query(
      `insert into named_staff (person_id, staff_id, added_by) select $1, s, caller.staff() from unnest($2::uuid[]) s
       where not exists (select 1 from named_staff n where n.person_id = $1 and n.staff_id = s)`,
      [personId, staffIds],
    );
  }

  async unname(personId: string, staffId: string): Promise<boolean> {
    const answer: [unknown[], number] = await this.context.manager.query(
      `delete from named_staff where person_id = $1 and staff_id = $2 returning staff_id`,
      [personId, staffId],
    );
    return answer[0].length === 1;
  }

  async findColleagues(): Promise<ColleagueRow[]> {
    return this.context.manager.query(
      `${SELECT_COLLEAGUE} where u.branch_id = caller.branch() and s.disabled_at is null order by s.name, s.id`,
    );
  }

  async addDecision(decision: NewDecision): Promise<void> {
    await this.context.manager.query(
      `insert into person_decision (id, person_id, branch_id, kind, from_value, to_value, staff_id, key_person_id, ciphertext,
         key_version, asked_by, state)
       values ($1, $2, caller.branch(), $3, $4, $5, $6, $2, $7, $8, caller.staff(), $9)`,
      [
        decision.id,
        decision.personId,
        decision.kind,
        decision.from,
        decision.to,
        decision.staffId,
        decision.ciphertext,
        decision.keyVersion,
        decision.state,
      ],
    );
  }

  async findDecisionsOf(personId: string): Promise<DecisionRow[]> {
    const rows: DecisionJson[] = await this.context.manager.query(
      `${SELECT_DECISION} where d.person_id = $1 order by d.asked_at desc, d.id limit 50`,
      [personId],
    );
    return rows.map(decisionOf);
  }

  async findDecision(id: string): Promise<DecisionRow | undefined> {
    const rows: DecisionJson[] = await this.context.manager.query(`${SELECT_DECISION} where d.id = $1`, [id]);
    return rows[0] && decisionOf(rows[0]);
  }

  async settleDecision(id: string, state: 'in-force' | 'declined'): Promise<boolean> {
    const answer: [unknown[], number] = await this.context.manager.query(
      `update person_decision set state = $2, settled_by = caller.staff(), settled_at = clock.now()
       where id = $1 and state = 'waiting' returning id`,
      [id, state],
    );
    return answer[0].length === 1;
  }
}

function custodyOf(row: CustodyJson): CustodyRow {
  return {
    id: row.id,
    childId: row.child_id,
    guardianId: row.guardian_id,
    kind: row.kind,
    source: row.source,
    sourceOn: row.source_on,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    recordedAt: row.recorded_at,
    version: row.version,
  };
}

function decisionOf(row: DecisionJson): DecisionRow {
  return {
    id: row.id,
    personId: row.person_id,
    kind: row.kind,
    from: row.from_value,
    to: row.to_value,
    staffId: row.staff_id,
    staffName: row.staff_name,
    askedBy: row.asked_by,
    askedByName: row.asked_by_name,
    askedAt: row.asked_at,
    state: row.state,
    settledByName: row.settled_by_name,
    settledAt: row.settled_at,
    reasons: sealedReasonsOf('person_decision', row.id, row),
  };
}
