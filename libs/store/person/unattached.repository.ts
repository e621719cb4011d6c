import { UnattachedStore, type PlaceInUnattached, type RemovalOutcome } from '#use-cases/person/unattached.port.js';
import type { StoreContext } from '../caller/store-context.js';

export class UnattachedRepository extends UnattachedStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async findPage(most: number, after: PlaceInUnattached | null): Promise<string[]> {
    const rows: { id: string }[] = await this.context.manager.query(
      `select u.id from caller.unattached_people($1, $2, $3) with ordinality u order by u.ordinality`,
      [most, after?.at ?? null, after?.id ?? null],
    );
    return rows.map(({ id }) => id);
  }

  async remove(id: string, version: number): Promise<RemovalOutcome> {
    const rows: { outcome: RemovalOutcome }[] = await this.context.manager.query(
      `select caller.remove_person($1, $2) as outcome`,
      [id, version],
    );
    return rows[0]?.outcome ?? 'changed';
  }
}
