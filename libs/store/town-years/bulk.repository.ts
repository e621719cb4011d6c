import { BulkStore, type BulkCase, type BulkItem, type BulkPerson } from '#use-cases/town-years/bulk.port.js';
import type { StoreContext } from '../caller/store-context.js';

interface House {
  readonly municipalityId: string;
  readonly branchId: string;
}

export class BulkRepository extends BulkStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async hasPerson(id: string): Promise<boolean> {
    const rows: unknown[] = await this.context.manager.query(`select 1 from person where id = $1`, [id]);
    return rows.length > 0;
  }

  async addPeople(house: House, people: readonly BulkPerson[]): Promise<void> {
    const { manager } = this.context;
    const ids = people.map((p) => p.id);
    await manager.query(
      `insert into person (id, municipality_id, branch_id, born) select i, $3, $4, b from unnest($1::uuid[], $2::date[]) as x(i, b)`,
      [ids, people.map((p) => p.born), house.municipalityId, house.branchId],
    );
    await manager.query(
      `insert into person_key (person_id, wrapped, kek_version) select * from unnest($1::uuid[], $2::bytea[], $3::int[])`,
      [ids, people.map((p) => p.wrappedKey), people.map((p) => p.kekVersion)],
    );
    await manager.query(
      `insert into person_identity (person_id, ciphertext, key_version) select * from unnest($1::uuid[], $2::bytea[], $3::int[])`,
      [ids, people.map((p) => p.identity), people.map((p) => p.keyVersion)],
    );
    const parts = people.flatMap((p) => p.namePartHashes.map((hash) => ({ id: p.id, hash })));
    await manager.query(
      `insert into person_name_index (person_id, branch_id, part_hash) select i, $3, h from unnest($1::uuid[], $2::bytea[]) as x(i, h) on conflict do nothing`,
      [parts.map((p) => p.id), parts.map((p) => p.hash), house.branchId],
    );
  }

  async addCases(house: House, cases: readonly BulkCase[]): Promise<void> {
    const { manager } = this.context;
    const ids = cases.map((c) => c.id);
    await manager.query(
      `insert into case_file (id, municipality_id, branch_id, number, person_id, form, phase, state, grade, opened_at, closed_at)
       select i, $9, $10, n, p, 'mash', f, s, g, o, c
       from unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::timestamptz[], $8::timestamptz[]) as x(i, n, p, f, s, g, o, c)`,
      [
        ids,
        cases.map((c) => c.number),
        cases.map((c) => c.personId),
        cases.map((c) => c.phase),
        cases.map((c) => c.state),
        cases.map((c) => c.grade),
        cases.map((c) => c.openedAt),
        cases.map((c) => c.closedAt),
        house.municipalityId,
        house.branchId,
      ],
    );
    await manager.query(
      `insert into assignment (id, case_id, branch_id, unit_id, reason, starts_at)
       select a, i, $5, u, 'years', o from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::timestamptz[]) as x(a, i, u, o)`,
      [cases.map((c) => c.assignmentId), ids, cases.map((c) => c.unitId), cases.map((c) => c.openedAt), house.branchId],
    );
  }

  async addItems(items: readonly BulkItem[]): Promise<void> {
    const { manager, caller } = this.context;
    if (caller.kind !== 'staff') throw new Error('only a person says something about a person');
    await manager.query(
      `insert into item (id, municipality_id, case_id, branch_id, giver_kind, category, form, phase, key_person_id, key_version, ciphertext, created_by, created_at)
       select i, $9, c, $10, $11, k, 'mash', f, p, v, t, $12, o
       from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::int[], $7::bytea[], $8::timestamptz[]) as x(i, c, k, f, p, v, t, o)`,
      [
        items.map((i) => i.id),
        items.map((i) => i.caseId),
        items.map((i) => i.category),
        items.map((i) => i.phase),
        items.map((i) => i.personId),
        items.map((i) => i.keyVersion),
        items.map((i) => i.ciphertext),
        items.map((i) => i.createdAt),
        caller.municipalityId,
        caller.branchId,
        caller.house.kind,
        caller.staffId,
      ],
    );
    await manager.query(
      `insert into item_subject (item_id, person_id, position) select i, p, 1 from unnest($1::uuid[], $2::uuid[]) as x(i, p)`,
      [items.map((i) => i.id), items.map((i) => i.personId)],
    );
  }
}
