import type { Assessment } from '#domain/disclosure/case.js';
import { writtenHouse } from '#domain/disclosure/parties.js';
import type { Category, Form, Phase, Purpose } from '#domain/disclosure/vocabulary.js';
import type { SeatAtMeeting } from '#domain/family/shown-meeting.js';
import {
  FamilyFacts,
  type FamilyHouse,
  type FamilyQuestionRow,
  type NewFamilyQuestion,
  type NewFamilyWords,
  type SealedMeeting,
  type SealedName,
  type TownFacts,
} from '#use-cases/family/family-facts.port.js';
import type { SealedItem } from '#use-cases/gate/sealed.js';
import type { StoreContext } from '../caller/store-context.js';
import { epochOf } from '../gate/sight.repository.js';
import { TOWN_RULES, townRulesOf, type TownRules } from '../gate/town-rules.js';
import { houseOf, personParty, subjectOf, type SubjectJson } from '../gate/subject-facts.js';

interface NameRow {
  person_id: string;
  epoch: number;
  kind: string;
  authority: string;
  branch: string;
  about: SubjectJson;
  town: TownRules | null;
  ciphertext: Buffer;
  key_version: number;
  wrapped: Buffer;
  kek_version: number;
}

interface ItemRow {
  id: string;
  version: number;
  case_id: string;
  giver_kind: string;
  giver_person: string | null;
  house_kind: string;
  authority: string;
  branch: string;
  category: Category;
  form: Form;
  phase: Phase;
  person_data: boolean;
  reveals_place: boolean;
  reported_by: string | null;
  created_at: Date;
  key_person_id: string;
  key_version: number;
  ciphertext: Buffer;
  epoch: number;
  wrapped: Buffer;
  kek_version: number;
  subjects: SubjectJson[];
  assessments: Assessment[];
  town: TownRules | null;
}

interface MeetingRow {
  hub_id: string;
  case_id: string;
  starts_at: Date;
  minutes: number;
  purpose: Purpose;
  kind: string;
  authority: string;
  branch: string;
  about: SubjectJson;
  assessments: Assessment[];
  seats: SeatAtMeeting[];
  town: TownRules | null;
  epoch: number;
}

const QUESTION = `select m.id, m.consent_id as "consentId", m.case_id as "caseId", m.person_id as "personId", m.item_id as "itemId",
  m.sent_at as "sentAt", m.answered_at as "answeredAt", f.name as "answeredByName"
  from family_message m left join staff_member f on f.id = m.answered_by`;

export class FamilyFactsRepository extends FamilyFacts {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async findNames(personIds: readonly string[]): Promise<SealedName[]> {
    const rows: NameRow[] = await this.context.manager.query(
      `select f.*, ${epochOf(`(f.about ->> 'id')::uuid`)} as epoch, ${TOWN_RULES} from caller.family_names($1::uuid[]) f`,
      [personIds],
    );
    return rows.map((row) => ({
      personId: row.person_id,
      house: houseOf(row),
      about: subjectOf(row.about),
      limits: townRulesOf(row.town).limits,
      content: contentOf(row, row.person_id),
      sight: { about: row.about.id, epoch: row.epoch },
    }));
  }

  async findItems(itemIds: readonly string[]): Promise<SealedItem[]> {
    if (itemIds.length === 0) return [];
    const rows: ItemRow[] = await this.context.manager.query(
      `select f.*, ${epochOf('f.case_id')} as epoch, ${TOWN_RULES} from caller.family_items($1::uuid[]) f`,
      [itemIds],
    );
    return rows.map(sealedItem);
  }

  async findProtection(personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows: { id: string; protection: string }[] = await this.context.manager.query(
      `select id, protection from person where id = any($1::uuid[])`,
      [personIds],
    );
    return new Map(rows.map(({ id, protection }) => [id, protection]));
  }

  findHouses(municipalityId: string): Promise<FamilyHouse[]> {
    return this.context.manager.query(
      `select a.slug || '/' || b.slug as house, b.id as "branchId", a.kind, a.name as "authorityName", b.name as "branchName"
       from branch b join authority a on a.id = b.authority_id where b.municipality_id = $1 order by a.name, b.name`,
      [municipalityId],
    );
  }

  async findMeetings(): Promise<SealedMeeting[]> {
    const rows: MeetingRow[] = await this.context.manager.query(
      `select f.*, ${epochOf('f.case_id')} as epoch, ${TOWN_RULES} from caller.family_meetings() f`,
    );
    return rows.map(sealedMeeting);
  }

  async getTown(municipalityId: string): Promise<TownFacts> {
    const rows: TownFacts[] = await this.context.manager.query(
      `select name, settings from municipality where id = $1`,
      [municipalityId],
    );
    const [town] = rows;
    if (!town) throw new Error(`municipality ${municipalityId} is not there`);
    return town;
  }

  async isEmergencyServiceOnDuty(municipalityId: string): Promise<boolean> {
    const rows: unknown[] = await this.context.manager.query(
      `select 1 from duty_shift d join unit u on u.id = d.unit_id join branch b on b.id = u.branch_id join authority a on a.id = b.authority_id
       where d.municipality_id = $1 and u.kind = 'emergency' and a.kind = 'social-services'
         and d.starts_at <= clock.now() and d.ends_at > clock.now() limit 1`,
      [municipalityId],
    );
    return rows.length > 0;
  }

  async findKept(personId: string): Promise<string> {
    const rows: { id: string }[] = await this.context.manager.query(
      `with recursive kept as (select id, merged_into, 1 as step from person where id = $1
         union all select p.id, p.merged_into, k.step + 1 from kept k join person p on p.id = k.merged_into where k.step < 20)
       select id from kept where merged_into is null`,
      [personId],
    );
    return rows[0]?.id ?? personId;
  }

  async hasNumber(personId: string, numberHash: Buffer): Promise<boolean> {
    const rows: unknown[] = await this.context.manager.query(
      `select 1 from person_number_index n join person p on p.id = n.person_id
       where (p.id = $1 or p.merged_into = $1) and n.number_hash = $2`,
      [personId, numberHash],
    );
    return rows.length > 0;
  }

  async findLanguage(personId: string): Promise<string | undefined> {
    const rows: { language: string }[] = await this.context.manager.query(
      `select language from family_preference where person_id = $1`,
      [personId],
    );
    return rows[0]?.language;
  }

  async chooseLanguage(personId: string, language: string): Promise<void> {
    await this.context.manager.query(
      `insert into family_preference (person_id, language) values ($1, $2)
       on conflict (person_id) do update set language = excluded.language, updated_at = clock.now()`,
      [personId, language],
    );
  }

  async addWords(words: NewFamilyWords): Promise<void> {
    const { manager } = this.context;
    await manager.query(
      `insert into item (id, municipality_id, case_id, branch_id, giver_kind, giver_person, category, form, phase, key_person_id,
         key_version, ciphertext) values ($1, $2, $3, $4, $5, $6, 'measures-and-plan', 'none', $7, $8, $9, $10)`,
      [
        words.itemId,
        words.municipalityId,
        words.caseId,
        words.branchId,
        words.giverKind,
        words.personId,
        words.phase,
        words.aboutId,
        words.keyVersion,
        words.ciphertext,
      ],
    );
    await manager.query(`insert into item_subject (item_id, person_id, position) values ($1, $2, 1)`, [
      words.itemId,
      words.aboutId,
    ]);
  }

  async addQuestion(question: NewFamilyQuestion): Promise<boolean> {
    const rows: unknown[] = await this.context.manager.query(
      `insert into family_message (id, municipality_id, branch_id, consent_id, case_id, person_id, item_id, key)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (person_id, key) do nothing returning id`,
      [
        question.id,
        question.municipalityId,
        question.branchId,
        question.consentId,
        question.caseId,
        question.personId,
        question.itemId,
        question.key,
      ],
    );
    return rows.length === 1;
  }

  async findAskedBy(key: string): Promise<string | undefined> {
    const rows: { id: string }[] = await this.context.manager.query(
      `select id from family_message where person_id = caller.person() and key = $1`,
      [key],
    );
    return rows[0]?.id;
  }

  async findRenewalsAsked(): Promise<ReadonlySet<string>> {
    const rows: { id: string }[] = await this.context.manager.query(
      `select consent_id as id from consent_signer where person_id = caller.person() and renewal_asked_at is not null`,
    );
    return new Set(rows.map(({ id }) => id));
  }

  async markRenewalAsked(consentId: string): Promise<boolean> {
    const [rows]: [unknown[], number] = await this.context.manager.query(
      `update consent_signer set renewal_asked_at = clock.now()
       where consent_id = $1 and person_id = caller.person() and renewal_asked_at is null returning consent_id`,
      [consentId],
    );
    return rows.length === 1;
  }

  findQuestionsOf(personId: string): Promise<FamilyQuestionRow[]> {
    return this.context.manager.query(`${QUESTION} where m.person_id = $1 order by m.sent_at desc, m.id limit 50`, [
      personId,
    ]);
  }

  findQuestionsOfCase(caseId: string): Promise<FamilyQuestionRow[]> {
    return this.context.manager.query(`${QUESTION} where m.case_id = $1 order by m.sent_at desc, m.id limit 100`, [
      caseId,
    ]);
  }

  async markAnswered(id: string): Promise<boolean> {
    const [rows]: [unknown[], number] = await this.context.manager.query(
      `update family_message set answered_at = clock.now(), answered_by = caller.staff() where id = $1 and answered_at is null returning id`,
      [id],
    );
    return rows.length === 1;
  }
}

const contentOf = (
  row: { ciphertext: Buffer; key_version: number; wrapped: Buffer; kek_version: number },
  keyPersonId: string,
) => ({
  keyPersonId,
  ciphertext: row.ciphertext,
  keyVersion: row.key_version,
  wrappedKey: row.wrapped,
  kekVersion: row.kek_version,
});

function sealedMeeting(row: MeetingRow): SealedMeeting {
  const giver = houseOf(row);
  return {
    hubId: row.hub_id,
    caseId: row.case_id,
    startsAt: row.starts_at.getTime(),
    minutes: row.minutes,
    purpose: row.purpose,
    house: writtenHouse(giver),
    seats: row.seats,
    giver,
    about: subjectOf(row.about),
    assessments: row.assessments,
    limits: townRulesOf(row.town).limits,
    sight: { about: row.case_id, epoch: row.epoch },
  };
}

function sealedItem(row: ItemRow): SealedItem {
  const house = houseOf({ kind: row.house_kind, authority: row.authority, branch: row.branch });
  return {
    itemId: row.id,
    version: row.version,
    caseId: row.case_id,
    giver: row.giver_person === null ? house : personParty(row.giver_kind, row.giver_person),
    giverHouse: house,
    category: row.category,
    form: row.form,
    phase: row.phase,
    personData: row.person_data,
    revealsPlace: row.reveals_place,
    reportedBy: row.reported_by,
    subjects: row.subjects.map(subjectOf),
    isElsewhere: false,
    share: null,
    recipientAssigned: false,
    recipientNamed: false,
    consents: [],
    assessments: row.assessments,
    ...townRulesOf(row.town),
    createdAt: row.created_at,
    createdBy: null,
    content: contentOf(row, row.key_person_id),
    sight: { about: row.case_id, epoch: row.epoch },
  };
}
