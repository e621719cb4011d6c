import type { WrappedKey } from '#use-cases/gate/cipher.js';
import { KeyFingerprintStore } from '#use-cases/gate/key-fingerprints.port.js';
import type { StoreContext } from '../caller/store-context.js';

export class KeyFingerprintRepository extends KeyFingerprintStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async noted(): Promise<ReadonlyMap<string, Buffer>> {
    const rows: { key: string; fingerprint: Buffer }[] = await this.context.manager.query(
      `select key, fingerprint from key_fingerprint`,
    );
    return new Map(rows.map((row) => [row.key, row.fingerprint]));
  }

  async note(fingerprints: ReadonlyMap<string, Buffer>): Promise<void> {
    await this.context.manager.query(
      `insert into key_fingerprint (key, fingerprint) select * from unnest($1::text[], $2::bytea[]) on conflict do nothing`,
      [[...fingerprints.keys()], [...fingerprints.values()]],
    );
  }

  async samples(): Promise<readonly { readonly personId: string; readonly key: WrappedKey }[]> {
    const rows: { person_id: string; wrapped: Buffer; kek_version: number }[] = await this.context.manager.query(
      `select distinct on (kek_version) person_id, wrapped, kek_version from person_key order by kek_version`,
    );
    return rows.map((row) => ({
      personId: row.person_id,
      key: { wrapped: row.wrapped, kekVersion: row.kek_version },
    }));
  }
}
