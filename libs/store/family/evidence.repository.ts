import { EvidenceStore, type EvidenceLine, type SealedEvidence } from '#use-cases/family/evidence.port.js';
import type { StoreContext } from '../caller/store-context.js';
import { epochOf } from '../gate/sight.repository.js';
import { TOWN_RULES, townRulesOf, type TownRules } from '../gate/town-rules.js';
import { houseOf, SUBJECT_JSON, subjectJson, subjectOf, type SubjectJson } from '../gate/subject-facts.js';

interface EvidenceRow {
  consent_id: string;
  case_id: string;
  kind: string;
  authority: string;
  branch: string;
  about: SubjectJson;
  signer: SubjectJson | null;
  town: TownRules | null;
  media_type: string;
  names_houses: boolean;
  key_person_id: string;
  ciphertext: Buffer;
  key_version: number;
  wrapped: Buffer;
  kek_version: number;
  epoch: number;
  sees: boolean;
  named: boolean;
  named_for_signer: boolean;
}

/** One's own paper. */
const OF_FAMILY = `select f.*, null as signer, true as sees, false as named, false as named_for_signer,
    (select e.names_houses from consent_evidence e where e.id = $1) as names_houses, ${epochOf('f.case_id')} as epoch, ${TOWN_RULES}
  from caller.family_evidence($1) f`;

/** For who works with the consent. */
const OF_HOUSE = `select c.id as consent_id, c.case_id, a.kind, a.slug as authority, b.slug as branch, ${SUBJECT_JSON} as about,
    ${subjectJson('n')} as signer, caller.is_named_for(n.id) as named_for_signer, ${epochOf('c.case_id')} as epoch, e.media_type, e.names_houses, e.key_person_id, e.ciphertext, e.key_version, k.wrapped, k.kek_version,
    caller.works_on(c.case_id) as sees, caller.is_named_for(p.id) as named, ${TOWN_RULES}
  from consent_evidence e join consent c on c.id = e.consent_id join person p on p.id = c.person_id
  join person n on n.id = e.signer_id
  join person_key k on k.person_id = e.key_person_id join branch b on b.id = c.branch_id join authority a on a.id = b.authority_id
  where e.id = $1`;

export class EvidenceRepository extends EvidenceStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  findOfConsent(consentId: string): Promise<EvidenceLine[]> {
    return this.context.manager.query(
      `select id, signer_id as "signerId", kind, media_type as "mediaType", created_at as "createdAt", names_houses as "namesHouses", sha256
       from consent_evidence
       where consent_id = $1 order by created_at, id`,
      [consentId],
    );
  }

  async findSealed(id: string): Promise<SealedEvidence | undefined> {
    const { manager, caller } = this.context;
    const statement = caller.kind === 'family' ? OF_FAMILY : OF_HOUSE;
    const rows: EvidenceRow[] = await manager.query(statement, [id]);
    const [row] = rows;
    if (!row) return undefined;
    return {
      id,
      consentId: row.consent_id,
      caseId: row.case_id,
      mediaType: row.media_type,
      namesHouses: row.names_houses,
      house: houseOf(row),
      subject: subjectOf(row.about),
      signer: row.signer && subjectOf(row.signer),
      limits: townRulesOf(row.town).limits,
      recipientAssigned: row.sees,
      recipientNamed: row.named,
      recipientNamedForSigner: row.named_for_signer,
      content: {
        keyPersonId: row.key_person_id,
        ciphertext: row.ciphertext,
        keyVersion: row.key_version,
        wrappedKey: row.wrapped,
        kekVersion: row.kek_version,
      },
      sight: { about: row.case_id, epoch: row.epoch },
    };
  }
}
