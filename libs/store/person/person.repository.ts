import type { Subject } from '#domain/disclosure/case.js';
import { PersonStore, type NewPerson, type PersonLookups } from '#use-cases/person/person.port.js';
import type { StoreContext } from '../caller/store-context.js';
import { SUBJECT_JSON, subjectOf, type SubjectJson } from '../gate/subject-facts.js';

export class PersonRepository extends PersonStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async add(person: NewPerson): Promise<void> {
    await this.context.manager.query(
      `insert into person (id, municipality_id, branch_id, born, born_exact, protection, created_by) values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        person.id,
        person.municipalityId,
        person.branchId,
        person.born,
        person.bornExact,
        person.protection,
        person.createdBy,
      ],
    );
    await this.context.manager.query(
      `insert into person_number (person_id, number_kind, no_number_reason) values ($1, $2, $3)`,
      [person.id, person.numberKind, person.noNumberReason],
    );
  }

  async addLookups(personId: string, branchId: string, lookups: PersonLookups): Promise<void> {
    const { manager } = this.context;
    if (lookups.numberHash) {
      await manager.query(`insert into person_number_index (person_id, branch_id, number_hash) values ($1, $2, $3)`, [
        personId,
        branchId,
        lookups.numberHash,
      ]);
    }
    await manager.query(
      `insert into person_name_index (person_id, branch_id, part_hash) select $1, $2, h from unnest($3::bytea[]) h`,
      [personId, branchId, lookups.nameHashes],
    );
  }

  async findByNumberHash(branchId: string, numberHash: Buffer): Promise<string | undefined> {
    const rows: { id: string }[] = await this.context.manager.query(
      `select coalesce(p.merged_into, p.id) as id from person_number_index n join person p on p.id = n.person_id
       where n.branch_id = $1 and n.number_hash = $2 order by p.merged_into nulls first, p.created_at, p.id limit 1`,
      [branchId, numberHash],
    );
    return rows[0]?.id;
  }

  async hold(personId: string): Promise<boolean> {
    const rows: { held: boolean }[] = await this.context.manager.query(`select caller.hold_person($1) as held`, [
      personId,
    ]);
    return rows[0]?.held ?? false;
  }

  async findSubject(personId: string): Promise<Subject | undefined> {
    const rows: { subject: SubjectJson }[] = await this.context.manager.query(
      `select ${SUBJECT_JSON} as subject from person p where p.id = $1`,
      [personId],
    );
    return rows[0] && subjectOf(rows[0].subject);
  }
}
