import { IdentityStore } from '#use-cases/gate/items.port.js';
import type { SealedIdentity } from '#use-cases/gate/sealed.js';
import type { StoreContext } from '../caller/store-context.js';
import { epochOf } from './sight.repository.js';
import { houseOf, SUBJECT_JSON, subjectOf, type SubjectJson } from './subject-facts.js';

interface IdentityRow {
  person_id: string;
  version: number;
  kind: string;
  authority: string;
  branch: string;
  subject: SubjectJson;
  sees: boolean;
  named: boolean;
  epoch: number;
  ciphertext: Buffer;
  key_version: number;
  wrapped: Buffer;
  kek_version: number;
}

export class IdentityRepository extends IdentityStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async add(personId: string, content: { readonly ciphertext: Buffer; readonly keyVersion: number }): Promise<void> {
    await this.context.manager.query(
      `insert into person_identity (person_id, ciphertext, key_version) values ($1, $2, $3)`,
      [personId, content.ciphertext, content.keyVersion],
    );
  }

  async rewrite(
    personId: string,
    expectedVersion: number,
    content: { readonly ciphertext: Buffer; readonly keyVersion: number },
  ): Promise<boolean> {
    const answer: [unknown[], number] = await this.context.manager.query(
      `update person_identity set ciphertext = $3, key_version = $4, version = version + 1 where person_id = $1 and version = $2 returning person_id`,
      [personId, expectedVersion, content.ciphertext, content.keyVersion],
    );
    return answer[0].length === 1;
  }

  async findSealed(personIds: readonly string[]): Promise<SealedIdentity[]> {
    if (personIds.length === 0) return [];
    const rows: IdentityRow[] = await this.context.manager.query(
      `select d.person_id, d.version, u.kind, u.slug as authority, b.slug as branch, ${SUBJECT_JSON} as subject,
         caller.sees_person(p.id) as sees, caller.is_named_for(p.id) as named, ${epochOf('p.id')} as epoch, d.ciphertext, d.key_version, k.wrapped, k.kek_version
       from person_identity d
       join person p on p.id = d.person_id
       join branch b on b.id = p.branch_id
       join authority u on u.id = b.authority_id
       join person_key k on k.person_id = p.id
       where d.person_id = any($1::uuid[])`,
      [personIds],
    );
    const byId = new Map(rows.map((row) => [row.person_id, sealed(row)]));
    return personIds.flatMap((id) => byId.get(id) ?? []);
  }
}

function sealed(row: IdentityRow): SealedIdentity {
  return {
    personId: row.person_id,
    version: row.version,
    house: houseOf({ kind: row.kind, authority: row.authority, branch: row.branch }),
    subject: subjectOf(row.subject),
    recipientAssigned: row.sees,
    recipientNamed: row.named,
    content: {
      keyPersonId: row.person_id,
      ciphertext: row.ciphertext,
      keyVersion: row.key_version,
      wrappedKey: row.wrapped,
      kekVersion: row.kek_version,
    },
    sight: { about: row.person_id, epoch: row.epoch },
  };
}
