import { OwnPhone, type OwnIdentity } from '#use-cases/family/own-phone.port.js';
import type { StoreContext } from '../caller/store-context.js';

interface IdentityRow {
  person_id: string;
  version: number;
  ciphertext: Buffer;
  key_version: number;
  wrapped: Buffer;
  kek_version: number;
}

export class OwnPhoneRepository extends OwnPhone {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async isKept(): Promise<boolean> {
    const [row]: { kept: boolean }[] = await this.context.manager.query(`select caller.keeps_own_phone() as kept`);
    return row?.kept ?? false;
  }

  async findIdentities(): Promise<OwnIdentity[]> {
    const rows: IdentityRow[] = await this.context.manager.query(`select * from caller.own_identities()`);
    return rows.map((row) => ({
      personId: row.person_id,
      version: row.version,
      content: {
        keyPersonId: row.person_id,
        ciphertext: row.ciphertext,
        keyVersion: row.key_version,
        wrappedKey: row.wrapped,
        kekVersion: row.kek_version,
      },
    }));
  }

  async keepIdentity(
    personId: string,
    expectedVersion: number,
    sealed: { readonly ciphertext: Buffer; readonly keyVersion: number },
  ): Promise<boolean> {
    const [row]: { kept: boolean }[] = await this.context.manager.query(
      `select caller.keep_own_identity($1, $2, $3, $4) as kept`,
      [personId, expectedVersion, sealed.ciphertext, sealed.keyVersion],
    );
    return row?.kept ?? false;
  }

  async forget(): Promise<number> {
    const [row]: { n: number }[] = await this.context.manager.query(`select caller.forget_own_phone() as n`);
    return row?.n ?? 0;
  }
}
