import { SoughtObjects, type SoughtObject } from '#use-cases/ledger/sought-objects.port.js';
import type { StoreContext } from '../caller/store-context.js';

export class SoughtObjectsRepository extends SoughtObjects {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async findVisible(ids: readonly string[]): Promise<string[]> {
    const rows: { id: string }[] = await this.context.manager.query(
      `select distinct id from caller.find_objects($1::uuid[])`,
      [ids],
    );
    return rows.map(({ id }) => id);
  }

  findAll(ids: readonly string[]): Promise<SoughtObject[]> {
    return this.context.manager.query(
      `select distinct on (id) id, branch_id as "branchId", person_id as "personId", case_id as "caseId", item_id as "itemId"
       from caller.sought($1::uuid[]) order by id, case_id nulls last`,
      [ids],
    );
  }
}
