import {
  PersonRegister,
  type PersonChange,
  type PersonFacts,
  type PersonSearchRow,
} from '#use-cases/person/person-register.port.js';
import type { StoreContext } from '../caller/store-context.js';

interface PersonRow {
  id: string;
  branch_id: string;
  born: string;
  born_exact: boolean;
  protection: PersonFacts['protection'];
  maturity: PersonFacts['maturity'];
  number_kind: PersonFacts['numberKind'];
  no_number_reason: PersonFacts['noNumberReason'];
  merged_into: string | null;
  version: number;
  created_at: Date;
  named: boolean;
}

/** Searches older than a working day prove nothing any more. */
const KEPT = '1 day';

export class PersonRegisterRepository extends PersonRegister {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async findByNameHashes(branchId: string, hashes: readonly Buffer[], most: number): Promise<string[]> {
    return this.idsOf(
      // The index is narrowed before any person is asked for: whether the caller sees a person costs more than a hash.
      `select coalesce(p.merged_into, p.id) as id, max(n.met) as met
       from (select person_id, count(*) as met from person_name_index where branch_id = $1 and part_hash = any($2::bytea[])
         group by 1 order by met desc, person_id limit $3) n
       join person p on p.id = n.person_id group by 1 order by met desc, id`,
      [branchId, hashes, most],
    );
  }

  async findByNumberHash(branchId: string, hash: Buffer): Promise<string[]> {
    return this.idsOf(
      `select coalesce(p.merged_into, p.id) as id from person_number_index n join person p on p.id = n.person_id
       where n.branch_id = $1 and n.number_hash = $2 group by 1 order by min(p.created_at), 1`,
      [branchId, hash],
    );
  }

  async findByWholeName(branchId: string, parts: readonly (readonly Buffer[])[], most: number): Promise<string[]> {
    const hashes = parts.flat();
    const places = parts.flatMap((part, at) => part.map(() => at));
    return this.idsOf(
      `select coalesce(p.merged_into, p.id) as id
       from (select i.person_id from unnest($2::bytea[], $3::int[]) as a(hash, place)
         join person_name_index i on i.branch_id = $1 and i.part_hash = a.hash
         group by 1 having count(distinct a.place) = $4 order by 1 limit $5) n
       join person p on p.id = n.person_id group by 1 order by 1`,
      [branchId, hashes, places, parts.length, most],
    );
  }

  async findByPhoneHash(branchId: string, hash: Buffer, most: number): Promise<string[]> {
    return this.idsOf(
      `select coalesce(p.merged_into, p.id) as id from person_phone_index n join person p on p.id = n.person_id
       where n.branch_id = $1 and n.phone_hash = $2 group by 1 order by 1 limit $3`,
      [branchId, hash, most],
    );
  }

  async findFacts(ids: readonly string[]): Promise<PersonFacts[]> {
    if (ids.length === 0) return [];
    const rows: PersonRow[] = await this.context.manager.query(
      `select p.id, p.branch_id, p.born::text, p.born_exact, p.protection, p.maturity, coalesce(n.number_kind, 'none') as number_kind, n.no_number_reason,
         p.merged_into, p.version, p.created_at, caller.is_named_for(p.id) as named
       from person p left join person_number n on n.person_id = p.id where p.id = any($1::uuid[]) and p.branch_id = caller.branch()`,
      [ids],
    );
    const byId = new Map(rows.map((row) => [row.id, factsOf(row)]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  async holdNumber(hash: Buffer): Promise<void> {
    await this.context.manager.query(`select pg_advisory_xact_lock($1::bigint)`, [hash.readBigInt64BE(0).toString()]);
  }

  async lock(ids: readonly string[]): Promise<void> {
    await this.context.manager.query(`select 1 from person where id = any($1::uuid[]) order by id for update`, [ids]);
  }

  async change(id: string, expectedVersion: number, change: PersonChange): Promise<boolean> {
    const values: unknown[] = [id, expectedVersion];
    const sets = (Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]).flatMap((name) => {
      if (change[name] === undefined) return [];
      values.push(change[name]);
      return [`${COLUMNS[name]} = $${values.length}`];
    });
    const answer: [unknown[], number] = await this.context.manager.query(
      `update person set ${[...sets, 'version = version + 1'].join(', ')} where id = $1 and version = $2 returning id`,
      values,
    );
    const isChanged = answer[0].length === 1;
    if (isChanged && change.numberKind !== undefined)
      await this.context.manager.query(
        `insert into person_number (person_id, number_kind, no_number_reason) values ($1, $2, $3)
         on conflict (person_id) do update set number_kind = excluded.number_kind, no_number_reason = excluded.no_number_reason`,
        [id, change.numberKind, change.noNumberReason ?? null],
      );
    return isChanged;
  }

  async replaceNameHashes(id: string, branchId: string, hashes: readonly Buffer[]): Promise<void> {
    await this.replace('person_name_index', 'part_hash', id, branchId, hashes);
  }

  async replacePhoneHashes(id: string, branchId: string, hashes: readonly Buffer[]): Promise<boolean> {
    const before: { hash: Buffer }[] = await this.context.manager.query(
      `select phone_hash as hash from person_phone_index where person_id = $1`,
      [id],
    );
    await this.replace('person_phone_index', 'phone_hash', id, branchId, hashes);
    return before.length !== hashes.length || !hashes.every((one) => before.some(({ hash }) => hash.equals(one)));
  }

  async replaceAddressHashes(id: string, branchId: string, hashes: readonly Buffer[]): Promise<void> {
    await this.replace('person_address_index', 'address_hash', id, branchId, hashes);
  }

  async setNumberHash(id: string, branchId: string, hash: Buffer | null, keepOld: boolean): Promise<void> {
    const { manager } = this.context;
    if (!keepOld) await manager.query(`delete from person_number_index where person_id = $1`, [id]);
    if (hash)
      await manager.query(
        `insert into person_number_index (person_id, branch_id, number_hash) values ($1, $2, $3) on conflict do nothing`,
        [id, branchId, hash],
      );
  }

  async addSearch(search: PersonSearchRow): Promise<void> {
    const { manager } = this.context;
    await manager.query(
      `delete from person_search where staff_id = $1 and searched_at < clock.now() - interval '${KEPT}'`,
      [search.staffId],
    );
    await manager.query(`insert into person_search (id, staff_id, branch_id, hashes) values ($1, $2, $3, $4)`, [
      search.id,
      search.staffId,
      search.branchId,
      search.hashes,
    ]);
  }

  async findLastSearch(staffId: string, hashes: readonly Buffer[]): Promise<Date | undefined> {
    const rows: { at: Date | null }[] = await this.context.manager.query(
      `select max(searched_at) as at from person_search where staff_id = $1 and hashes && $2::bytea[]`,
      [staffId, hashes],
    );
    return rows[0]?.at ?? undefined;
  }

  async findLastSearchOf(
    staffId: string,
    who: { readonly number: Buffer | null; readonly name: readonly Buffer[] },
  ): Promise<Date | undefined> {
    const rows: { at: Date | null }[] = await this.context.manager.query(
      `select max(searched_at) as at from person_search
       where staff_id = $1 and cardinality(hashes) > 0 and (
         $2::bytea = any(hashes) or (cardinality($3::bytea[]) > 0 and (hashes <@ $3::bytea[] or hashes @> $3::bytea[])))`,
      [staffId, who.number, who.name],
    );
    return rows[0]?.at ?? undefined;
  }

  private async idsOf(sql: string, values: unknown[]): Promise<string[]> {
    const rows: { id: string }[] = await this.context.manager.query(sql, values);
    return rows.map(({ id }) => id);
  }

  private async replace(
    table: 'person_name_index' | 'person_phone_index' | 'person_address_index',
    column: string,
    id: string,
    branchId: string,
    hashes: readonly Buffer[],
  ): Promise<void> {
    const { manager } = this.context;
    await manager.query(`delete from ${table} where person_id = $1`, [id]);
    await manager.query(
      `insert into ${table} (person_id, branch_id, ${column}) select $1, $2, h from unnest($3::bytea[]) h on conflict do nothing`,
      [id, branchId, hashes],
    );
  }
}

const COLUMNS = {
  born: 'born',
  bornExact: 'born_exact',
  protection: 'protection',
  maturity: 'maturity',
} as const satisfies Partial<Record<keyof PersonChange, string>>;

function factsOf(row: PersonRow): PersonFacts {
  return {
    id: row.id,
    branchId: row.branch_id,
    born: row.born,
    bornExact: row.born_exact,
    protection: row.protection,
    maturity: row.maturity,
    numberKind: row.number_kind,
    noNumberReason: row.no_number_reason,
    mergedInto: row.merged_into,
    version: row.version,
    createdAt: row.created_at,
    named: row.named,
  };
}
