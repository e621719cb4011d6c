import type { WrappedKey } from '#use-cases/gate/cipher.js';
import { PersonKeyStore } from '#use-cases/gate/items.port.js';
import type { StoreContext } from '../caller/store-context.js';

export class PersonKeyRepository extends PersonKeyStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async add(personId: string, key: WrappedKey): Promise<void> {
    await this.context.manager.query(`insert into person_key (person_id, wrapped, kek_version) values ($1, $2, $3)`, [
      personId,
      key.wrapped,
      key.kekVersion,
    ]);
  }

  async getKey(personId: string): Promise<WrappedKey> {
    const rows: { wrapped: Buffer; kek_version: number }[] = await this.context.manager.query(
      `select wrapped, kek_version from person_key where person_id = $1`,
      [personId],
    );
    const row = rows[0];
    if (!row) throw new Error(`person ${personId} has no key`);
    return { wrapped: row.wrapped, kekVersion: row.kek_version };
  }
}
