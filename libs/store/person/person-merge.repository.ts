import type { Reference } from '#domain/person/merge.js';
import {
  PersonMergeStore,
  type KeptBefore,
  type MergeDone,
  type MergeRow,
} from '#use-cases/person/person-merge.port.js';
import type { StoreContext } from '../caller/store-context.js';
import { sealedReasonsOf, SELECT_REASONS, type ReasonsRow } from './sealed-reasons.js';

type MergeJson = ReasonsRow & {
  id: string;
  kept_id: string;
  merged_id: string;
  moved: MergeDone;
  merged_by_name: string;
  merged_at: Date;
  undone_at: Date | null;
};

const SELECT_MERGE = `
  select m.id, m.kept_id, m.merged_id, m.moved, s.name as merged_by_name, m.merged_at, m.undone_at,
    m.reasons as ciphertext, m.key_version, ${SELECT_REASONS}
  from person_merge m
  join person p on p.id = m.kept_id
  join branch b on b.id = p.branch_id
  join authority u on u.id = b.authority_id
  join person_key k on k.person_id = m.kept_id
  join staff_member s on s.id = m.merged_by`;

export class PersonMergeRepository extends PersonMergeStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async findReferences(personId: string): Promise<Reference[]> {
    return this.context.manager.query(`select place as kind, id from caller.references_of($1) order by 1, 2`, [
      personId,
    ]);
  }

  async move(from: string, to: string, references: readonly Reference[]): Promise<void> {
    const places = new Map<string, string[]>();
    for (const { kind, id } of references) places.set(kind, [...(places.get(kind) ?? []), id]);
    for (const [place, ids] of places)
      await this.context.manager.query(`select caller.move_references($1, $2, $3, $4)`, [from, to, place, ids]);
  }

  async fold(personId: string, into: string | null): Promise<void> {
    await this.context.manager.query(`update person set merged_into = $2 where id = $1`, [personId, into]);
  }

  async findIdentityRow(
    personId: string,
  ): Promise<{ ciphertext: Buffer; keyVersion: number; version: number } | undefined> {
    const rows: { ciphertext: Buffer; keyVersion: number; version: number }[] = await this.context.manager.query(
      `select ciphertext, key_version as "keyVersion", version from person_identity where person_id = $1`,
      [personId],
    );
    return rows[0];
  }

  async restoreIdentity(
    personId: string,
    row: { readonly ciphertext: Buffer; readonly keyVersion: number; readonly version: number },
  ): Promise<void> {
    await this.context.manager.query(
      `update person_identity set ciphertext = $2, key_version = $3, version = $4 where person_id = $1`,
      [personId, row.ciphertext, row.keyVersion, row.version],
    );
  }

  async restoreKept(personId: string, before: KeptBefore): Promise<void> {
    await this.context.manager.query(
      `update person set version = $2, protection = $3, maturity = $4, born = $5, born_exact = $6 where id = $1`,
      [personId, before.version, before.protection, before.maturity, before.born, before.bornExact],
    );
  }

  async add(merge: {
    readonly id: string;
    readonly keptId: string;
    readonly foldedId: string;
    readonly done: MergeDone;
    readonly ciphertext: Buffer;
    readonly keyVersion: number;
  }): Promise<void> {
    await this.context.manager.query(
      `insert into person_merge (id, branch_id, kept_id, merged_id, moved, reasons, key_version, merged_by)
       values ($1, caller.branch(), $2, $3, $4, $5, $6, caller.staff())`,
      [merge.id, merge.keptId, merge.foldedId, merge.done, merge.ciphertext, merge.keyVersion],
    );
  }

  async find(id: string): Promise<MergeRow | undefined> {
    const rows: MergeJson[] = await this.context.manager.query(`${SELECT_MERGE} where m.id = $1`, [id]);
    return rows[0] && mergeOf(rows[0]);
  }

  async findOfKept(personId: string): Promise<MergeRow[]> {
    const rows: MergeJson[] = await this.context.manager.query(
      `${SELECT_MERGE} where m.kept_id = $1 and m.undone_at is null order by m.merged_at desc, m.id`,
      [personId],
    );
    return rows.map(mergeOf);
  }

  async markUndone(id: string): Promise<void> {
    await this.context.manager.query(
      `update person_merge set undone_by = caller.staff(), undone_at = clock.now() where id = $1`,
      [id],
    );
  }
}

function mergeOf(row: MergeJson): MergeRow {
  return {
    id: row.id,
    keptId: row.kept_id,
    foldedId: row.merged_id,
    done: row.moved,
    mergedByName: row.merged_by_name,
    mergedAt: row.merged_at,
    undoneAt: row.undone_at,
    reasons: sealedReasonsOf('person_merge', row.id, row),
  };
}
