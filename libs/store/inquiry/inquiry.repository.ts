import type { Category, Phase, Protection } from '#domain/disclosure/vocabulary.js';
import type { TownLimits } from '#domain/disclosure/decision.js';
import type { Knowledge } from '#domain/hub/question.js';
import type { InquiryEnd } from '#domain/inquiry/inquiry.js';
import type { SealedAsked } from '#use-cases/gate/sealed.js';
import {
  InquiryStore,
  type EndedInquiry,
  type InquiryCase,
  type InquiryFacts,
  type NewInquiry,
  type UnaskedCase,
} from '#use-cases/inquiry/inquiry.port.js';
import type { StoreContext } from '../caller/store-context.js';
import { consentOf, type ConsentJson } from '../gate/item.repository.js';
import { houseOf, SUBJECT_JSON, subjectOf, type SubjectJson } from '../gate/subject-facts.js';
import { epochOf } from '../gate/sight.repository.js';

const SELECT = `
  select q.id, q.municipality_id as "municipalityId", q.branch_id as "branchId", b.name as "branchName", q.asked_by as "askedBy",
    s.name as "askedByName", s.phone as "askedByPhone", q.case_id as "caseId", q.person_id as "personId", q.kind,
    q.to_branch_id as "toBranchId", t.name as "toBranchName", a.kind as "toKind", q.unit_id as "unitId", u.name as "unitName",
    q.representative_id as "representativeId", r.name as "representativeName", q.deputy_id as "deputyId",
    q.deputy_asked_at as "deputyAskedAt", q.categories, q.asked_at as "askedAt", q.due_at as "dueAt", q.answer,
    q.answered_by as "answeredBy", q.answered_at as "answeredAt", q.ended_at as "endedAt", q.ended_how as "endedHow", q.version,
    coalesce((select array_agg(x.item_id order by x.position) from inquiry_item x where x.inquiry_id = q.id), '{}') as "itemIds"
  from inquiry q join branch b on b.id = q.branch_id join branch t on t.id = q.to_branch_id join authority a on a.id = t.authority_id
  join unit u on u.id = q.unit_id join staff_member s on s.id = q.asked_by left join staff_member r on r.id = q.representative_id`;

interface AskedRow {
  readonly id: string;
  readonly case_id: string;
  readonly person_id: string;
  readonly protection: Protection;
  readonly phase: Phase;
  readonly asked_now: boolean;
  readonly asking: { kind: string; authority: string; branch: string };
  readonly categories: readonly Category[];
  readonly subject: SubjectJson;
  readonly consents: readonly ConsentJson[];
  readonly child_signs_from: number | null;
  readonly limits: TownLimits | null;
  readonly ciphertext: Buffer;
  readonly key_version: number;
  readonly wrapped: Buffer;
  readonly kek_version: number;
  readonly epoch: number;
}

export class InquiryRepository extends InquiryStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async findCase(caseId: string): Promise<InquiryCase | undefined> {
    const rows: InquiryCase[] = await this.query(
      `select c.id, c.number, c.municipality_id as "municipalityId", c.branch_id as "branchId", c.person_id as "personId", c.phase,
         (c.closed_at is not null or c.state in ('closed','joined')) as closed
       from case_file c where c.id = $1 and c.branch_id = caller.branch() and caller.works_on(c.id)`,
      [caseId],
    );
    return rows[0];
  }

  async add(q: NewInquiry): Promise<void> {
    await this.query(
      `insert into inquiry (id, municipality_id, branch_id, case_id, person_id, kind, to_branch_id, unit_id, representative_id,
         deputy_id, deputy_asked_at, categories, ciphertext, key_version, asked_by, due_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, case when $11 then clock.now() end, $12, $13, $14, $15, $16)`,
      [
        q.id,
        q.municipalityId,
        q.branchId,
        q.caseId,
        q.personId,
        q.kind,
        q.toBranchId,
        q.unitId,
        q.representativeId,
        q.deputyId,
        q.deputyAsked,
        q.categories,
        q.ciphertext,
        q.keyVersion,
        q.askedBy,
        q.dueAt,
      ],
    );
  }

  async find(id: string): Promise<InquiryFacts | undefined> {
    const rows: InquiryFacts[] = await this.query(`${SELECT} where q.id = $1`, [id]);
    return rows[0];
  }

  findOfCase(caseId: string): Promise<InquiryFacts[]> {
    return this.query(
      `${SELECT} where q.case_id = $1 and q.branch_id = caller.branch() order by q.asked_at desc, t.name, q.id`,
      [caseId],
    );
  }

  findWaiting(): Promise<InquiryFacts[]> {
    return this.query(
      `${SELECT} where q.id in (select a.inquiry_id from caller.asked() a) order by (q.answer is not null), q.due_at, q.id`,
      [],
    );
  }

  findUnasked(since: Date): Promise<UnaskedCase[]> {
    return this.query(
      `select c.id as "caseId", c.number, max(a.starts_at) as since from case_file c join assignment a on a.case_id = c.id
       where c.branch_id = caller.branch() and c.phase = 'investigation' and c.closed_at is null and c.state not in ('closed','joined')
         and a.branch_id = c.branch_id and a.staff_id = caller.staff() and a.reason = 'investigation' and a.starts_at > $1
         and a.starts_at <= clock.now() and (a.ends_at is null or a.ends_at > clock.now())
         and not exists (select 1 from inquiry q where q.case_id = c.id)
       group by c.id, c.number order by since desc, c.id limit 10`,
      [since],
    );
  }

  async findAsked(ids: readonly string[]): Promise<SealedAsked[]> {
    if (ids.length === 0) return [];
    const rows: AskedRow[] = await this.query(
      `select q.id, q.case_id, q.person_id, p.protection, coalesce(a.phase, 'none') as phase, q.ciphertext, q.key_version, k.wrapped, k.kek_version,
         a.inquiry_id is not null as asked_now, json_build_object('kind', h.kind, 'authority', h.slug, 'branch', b.slug) as asking, q.categories,
         ${SUBJECT_JSON} as subject, caller.consents_about(p.id) as consents, (m.settings ->> 'childSignsFrom')::integer as child_signs_from,
         m.settings -> 'disclosure' as limits,
         ${epochOf('q.case_id')} as epoch
       from inquiry q join person p on p.id = q.person_id join person_key k on k.person_id = q.person_id
       left join caller.asked() a on a.inquiry_id = q.id
       join branch b on b.id = q.branch_id join authority h on h.id = b.authority_id
       join municipality m on m.id = q.municipality_id where q.id = any($1::uuid[])`,
      [ids],
    );
    const byId = new Map(rows.map((row) => [row.id, sealed(row)]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  async answer(
    id: string,
    expectedVersion: number,
    a: { knowledge: Knowledge; by: string; at: Date; itemIds: readonly string[] },
  ): Promise<boolean> {
    const answer: [unknown[], number] = await this.query(
      `update inquiry set answer = $3, answered_by = $4, answered_at = $5, version = version + 1
       where id = $1 and version = $2 and ended_at is null returning id`,
      [id, expectedVersion, a.knowledge, a.by, a.at],
    );
    if (answer[1] !== 1) return false;
    await this.query(`delete from inquiry_item where inquiry_id = $1`, [id]);
    await this.query(
      `insert into inquiry_item (inquiry_id, item_id, position)
       select $1, i, n from unnest($2::uuid[]) with ordinality as x(i, n)`,
      [id, a.itemIds],
    );
    return true;
  }

  async markDeputyAsked(id: string, at: Date): Promise<void> {
    await this.query(`update inquiry set deputy_asked_at = coalesce(deputy_asked_at, $2) where id = $1`, [id, at]);
  }

  async end(id: string, how: InquiryEnd, at: Date): Promise<void> {
    await this.query(
      `update inquiry set ended_at = $3, ended_how = $2, version = version + 1 where id = $1 and ended_at is null`,
      [id, how, at],
    );
  }

  takeEnded(personId: string | null): Promise<EndedInquiry[]> {
    return this.query(
      `select id, case_id as "caseId", municipality_id as "municipalityId", person_id as "personId", branch_id as "branchId",
         to_branch_id as "toBranchId", asked_by as "askedBy", how, answered, asked from caller.take_ended_inquiries($1) order by id`,
      [personId],
    );
  }

  private query<T>(sql: string, values: unknown[]): Promise<T> {
    return this.context.manager.query(sql, values);
  }
}

const sealed = (row: AskedRow): SealedAsked => ({
  inquiryId: row.id,
  caseId: row.case_id,
  personId: row.person_id,
  askedNow: row.asked_now,
  phase: row.phase,
  protection: row.protection,
  asking: houseOf(row.asking),
  categories: row.categories,
  subject: subjectOf(row.subject),
  consents: row.consents.map(consentOf),
  childSignsFrom: row.child_signs_from ?? undefined,
  limits: row.limits ?? undefined,
  content: {
    keyPersonId: row.person_id,
    ciphertext: row.ciphertext,
    keyVersion: row.key_version,
    wrappedKey: row.wrapped,
    kekVersion: row.kek_version,
  },
  sight: { about: row.case_id, epoch: row.epoch },
});
