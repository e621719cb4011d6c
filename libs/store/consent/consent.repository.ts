import type { CollectionMethod, Refusals } from '#domain/consent/consent.js';
import type { TermSettings } from '#domain/consent/consent-term.js';
import type { Assessment } from '#domain/disclosure/case.js';
import { parseCivilDay } from '#domain/kernel/civil-day.js';
import { startOfDay } from '#domain/kernel/stockholm.js';
import type { AgreementTerm } from '#domain/organisation/agreement-lapse.js';
import {
  ConsentStore,
  type ConsentEvent,
  type ConsentFacts,
  type ConsentHappening,
  type ConsentMove,
  type NewConsent,
  type NewEvidence,
  type Notice,
  type SigningSituation,
  type WrittenHouse,
} from '#use-cases/consent/consent.port.js';
import type { StoreContext } from '../caller/store-context.js';
import { factsOf, MILLISECONDS, SELECT_CONSENT, type ConsentRow } from './consent-rows.js';
import { SUBJECT_JSON, subjectOf, type SubjectJson } from '../gate/subject-facts.js';

const OF_DRAFT = (set: string): string => `update consent set ${set} where id = $1 and state = 'draft'`;

export class ConsentRepository extends ConsentStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async add(consent: NewConsent): Promise<void> {
    const { manager, caller } = this.context;
    if (caller.kind !== 'staff') throw new Error('only a member of staff asks for a consent');
    const { scope, notice } = consent;
    await manager.query(
      `insert into consent (id, municipality_id, branch_id, case_id, person_id, form, from_houses, to_houses, categories, purposes,
         situations, valid_from, valid_until, renews, apart, notice_id, notice_version, notice_hash, item_id, created_by, longer_reason)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)`,
      [
        consent.id,
        caller.municipalityId,
        caller.branchId,
        consent.caseId,
        consent.personId,
        consent.form,
        scope.from,
        scope.to,
        scope.categories,
        scope.purposes,
        consent.situations,
        consent.validFrom,
        consent.validUntil,
        consent.renews,
        consent.apart,
        notice.id,
        notice.version,
        notice.hash,
        consent.itemId,
        caller.staffId,
        consent.longerReason,
      ],
    );
  }

  async find(id: string): Promise<ConsentFacts | undefined> {
    return (await this.select('where c.id = $1', [id]))[0];
  }

  async findForChange(id: string): Promise<ConsentFacts | undefined> {
    return (await this.select('where c.id = $1 for update of c', [id]))[0];
  }

  findOfCase(caseId: string): Promise<ConsentFacts[]> {
    return this.select('where c.case_id = $1 order by c.created_at desc, c.id', [caseId]);
  }

  findOpenOfPerson(personId: string): Promise<ConsentFacts[]> {
    return this.select(
      `where c.person_id = $1 and c.state in ('offered','partly-signed','active','narrowed') order by c.id for update of c`,
      [personId],
    );
  }

  async findApartFrom(personId: string, signerId: string): Promise<string[]> {
    const rows: { id: string }[] = await this.context.manager.query(
      `select distinct o.person_id as id from consent c join consent_signer m on m.consent_id = c.id and m.person_id = $2
         join consent_signer o on o.consent_id = c.id and o.person_id <> m.person_id
       where c.person_id = $1 and c.apart and c.state in ('offered','partly-signed','active','narrowed') and clock.now() < c.valid_until
       union select caller.held_apart_from($2)`,
      [personId, signerId],
    );
    return rows.map(({ id }) => id);
  }

  findInForceAbout(personId: string): Promise<ConsentFacts[]> {
    return this.select(`where c.person_id = $1 and c.state in ('active','narrowed') order by c.id`, [personId]);
  }

  findOpenReaching(municipalityId: string, houses: readonly string[]): Promise<ConsentFacts[]> {
    return this.select(
      `where c.municipality_id = $1 and (c.from_houses && $2::text[] or c.to_houses && $2::text[])
         and c.state in ('offered','partly-signed','active','narrowed') order by c.id for update of c`,
      [municipalityId, houses],
    );
  }

  findOpenOfForm(municipalityId: string, form: string): Promise<ConsentFacts[]> {
    return this.select(
      `where c.municipality_id = $1 and c.form = $2 and c.state in ('offered','partly-signed','active','narrowed') order by c.id for update of c`,
      [municipalityId, form],
    );
  }

  async findAgreementTerms(municipalityId: string, form: string): Promise<AgreementTerm[]> {
    const rows: { starts_on: string; ends_on: string; houses: string[] }[] = await this.context.manager.query(
      `select g.starts_on::text, g.ends_on::text, array(select a.slug || '/' || b.slug from agreement_party p join branch b on b.id = p.branch_id
         join authority a on a.id = b.authority_id where p.agreement_id = g.id) as houses
       from agreement g where g.municipality_id = $1 and g.form = $2
         and not (g.awaits_signatures and exists (select 1 from agreement_party p where p.agreement_id = g.id
           and not exists (select 1 from agreement_signature s where s.agreement_id = g.id and s.branch_id = p.branch_id)))`,
      [municipalityId, form],
    );
    return rows.map(({ starts_on, ends_on, houses }) => ({
      startsOn: parseCivilDay(starts_on) ?? 0,
      endsOn: parseCivilDay(ends_on) ?? 0,
      houses,
    }));
  }

  findOfSigner(personId: string): Promise<ConsentFacts[]> {
    return this.select(
      `where exists (select 1 from consent_signer s where s.consent_id = c.id and s.person_id = $1) order by c.created_at desc, c.id`,
      [personId],
    );
  }

  async findToRecheck(before: Date, most: number): Promise<string[]> {
    const rows: { id: string }[] = await this.context.manager.query(
      `select id from consent where recheck_at <= $1 order by recheck_at limit $2`,
      [before, most],
    );
    return rows.map(({ id }) => id);
  }

  async redraft(
    id: string,
    to: Pick<
      NewConsent,
      'scope' | 'situations' | 'validFrom' | 'validUntil' | 'longerReason' | 'apart' | 'form' | 'itemId'
    >,
  ): Promise<void> {
    await this.context.manager.query(
      `update consent set from_houses = $2, to_houses = $3, categories = $4, purposes = $5, situations = $6, valid_from = $7,
         valid_until = $8, apart = $9, form = $10, item_id = $11, longer_reason = $12, version = version + 1 where id = $1 and state = 'draft'`,
      [
        id,
        to.scope.from,
        to.scope.to,
        to.scope.categories,
        to.scope.purposes,
        to.situations,
        to.validFrom,
        to.validUntil,
        to.apart,
        to.form,
        to.itemId,
        to.longerReason,
      ],
    );
  }

  async setNotice(id: string, notice: Notice): Promise<void> {
    const text = [notice.id, notice.version, notice.hash];
    await this.context.manager.query(OF_DRAFT('notice_id = $2, notice_version = $3, notice_hash = $4'), [id, ...text]);
  }

  async setLongerReason(id: string, reason: string | null): Promise<void> {
    await this.context.manager.query(OF_DRAFT('longer_reason = $2'), [id, reason]);
  }

  async setApart(id: string): Promise<void> {
    await this.context.manager.query(OF_DRAFT('apart = true'), [id]);
  }

  async move(id: string, move: ConsentMove): Promise<void> {
    await this.context.manager.query(
      `update consent set state = $2, recheck_at = $3, offered_at = coalesce($4, offered_at), ended_at = coalesce($5, ended_at),
         withdrawn_at = coalesce(withdrawn_at, $6), version = version + 1 where id = $1`,
      [id, move.state, move.recheckAt, move.offeredAt ?? null, move.endedAt ?? null, move.withdrawnAt ?? null],
    );
  }

  async ask(
    id: string,
    signer: { readonly personId: string; readonly standsAs: 'subject' | 'guardian' },
  ): Promise<void> {
    await this.context.manager.query(
      `insert into consent_signer (consent_id, person_id, stands_as) values ($1, $2, $3) on conflict do nothing`,
      [id, signer.personId, signer.standsAs],
    );
  }

  async sign(
    id: string,
    name: {
      readonly personId: string;
      readonly method: CollectionMethod;
      readonly language: string;
      readonly noticeVersion: string | null;
      readonly refusals: Refusals;
      readonly receivedBy: string | null;
    },
  ): Promise<void> {
    await this.context.manager.query(
      `update consent_signer set signed_at = clock.now(), method = $3, language = $4, received_by = $5, notice_version = $8,
         refused_houses = array(select distinct unnest(refused_houses || $6::text[]) order by 1),
         refused_categories = array(select distinct unnest(refused_categories || $7::text[]) order by 1)
       where consent_id = $1 and person_id = $2`,
      [
        id,
        name.personId,
        name.method,
        name.language,
        name.receivedBy,
        name.refusals.houses,
        name.refusals.categories,
        name.noticeVersion,
      ],
    );
  }

  async takeAway(id: string, personId: string, refusals: Refusals): Promise<void> {
    await this.context.manager.query(
      `update consent_signer set refused_houses = array(select distinct unnest(refused_houses || $3::text[]) order by 1),
         refused_categories = array(select distinct unnest(refused_categories || $4::text[]) order by 1)
       where consent_id = $1 and person_id = $2`,
      [id, personId, refusals.houses, refusals.categories],
    );
  }

  async markSaidNo(id: string, personId: string, how: 'declined' | 'withdrawn'): Promise<void> {
    const column = how === 'declined' ? 'declined_at' : 'withdrawn_at';
    await this.context.manager.query(
      `update consent_signer set ${column} = clock.now() where consent_id = $1 and person_id = $2`,
      [id, personId],
    );
  }

  async addEvidence(evidence: NewEvidence): Promise<void> {
    await this.context.manager.query(
      `insert into consent_evidence (id, consent_id, signer_id, kind, media_type, ciphertext, key_version, sha256, key_person_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        evidence.id,
        evidence.consentId,
        evidence.signerId,
        evidence.kind,
        evidence.mediaType,
        evidence.ciphertext,
        evidence.keyVersion,
        evidence.sha256,
        evidence.keyPersonId,
      ],
    );
  }

  async addEvent(id: string, happening: ConsentHappening): Promise<void> {
    await this.context.manager.query(
      `insert into consent_event (consent_id, seq, kind, state, by_staff, by_person, by_service, detail)
       values ($1, caller.next_consent_event($1), $2, $3, caller.staff(), caller.person(), caller.service(), $4)`,
      [id, happening.kind, happening.state, JSON.stringify(happening.detail ?? {})],
    );
  }

  async findEvents(id: string): Promise<ConsentEvent[]> {
    return this.context.manager.query(
      `select seq, kind, state, at, by_staff as "byStaff", by_person as "byPerson", detail from consent_event where consent_id = $1 order by seq`,
      [id],
    );
  }

  async getSituation(personId: string): Promise<SigningSituation> {
    const [row]: {
      subject: SubjectJson;
      child_signs_from: number | null;
      assessments: (Omit<Assessment, 'by'> & { by: Assessment['by'] })[];
      custody_days: string[];
      now: Date;
    }[] = await this.context.manager.query(
      `select ${SUBJECT_JSON} as subject, (m.settings ->> 'childSignsFrom')::integer as child_signs_from, clock.now() as now,
         coalesce((select json_agg(json_build_object('ground', a.ground, 'person', a.person_id, 'from', a.from_house, 'to', a.to_house,
             'categories', a.categories, 'criteria', a.criteria, 'by', json_build_object('name', '', 'role', a.decided_as),
             'at', ${MILLISECONDS('a.decided_at')}, 'until', ${MILLISECONDS('a.until')}))
           from assessment a where a.person_id = p.id and a.ground = 'OSL 12:3'), '[]') as assessments,
         array(select distinct d::text from custody k cross join lateral (values (k.starts_on), (k.ends_on)) days (d)
           where k.child_id = p.id and d is not null) as custody_days
       from person p join municipality m on m.id = p.municipality_id where p.id = $1`,
      [personId],
    );
    if (!row) throw new Error(`person ${personId} is not there`);
    return {
      subject: subjectOf(row.subject),
      facts: {
        asOf: row.now.getTime(),
        assessments: row.assessments,
        ...(row.child_signs_from === null ? {} : { childSignsFrom: row.child_signs_from }),
        custodyChanges: row.custody_days.map((day) => startOfDay(parseCivilDay(day) ?? 0)),
      },
    };
  }

  async findTerms(municipalityId: string): Promise<TermSettings> {
    const [row]: { terms: TermSettings }[] = await this.context.manager.query(
      `select jsonb_strip_nulls(jsonb_build_object('consentMonths', settings -> 'consentMonths', 'forms', settings -> 'forms')) as terms
       from municipality where id = $1`,
      [municipalityId],
    );
    return row?.terms ?? {};
  }

  async findHouses(municipalityId: string): Promise<WrittenHouse[]> {
    return this.context.manager.query(
      `select a.slug || '/' || b.slug as house, b.id as "branchId", a.kind, b.name,
         (a.ended_at is not null and a.ended_at <= clock.now()) or (b.ended_at is not null and b.ended_at <= clock.now()) as ended
       from branch b join authority a on a.id = b.authority_id where b.municipality_id = $1 order by b.name, b.id`,
      [municipalityId],
    );
  }

  async findWorking(
    caseId: string,
    branchIds: readonly string[],
  ): Promise<{ readonly staffId: string; readonly branchId: string }[]> {
    return this.context.manager.query(
      `select distinct a.branch_id as "branchId", coalesce(a.staff_id, w.staff_id) as "staffId" from assignment a
       left join membership w on a.staff_id is null and w.unit_id = a.unit_id and w.starts_at <= clock.now() and (w.ends_at is null or w.ends_at > clock.now())
       where a.case_id = $1 and a.branch_id = any ($2::uuid[]) and a.starts_at <= clock.now() and (a.ends_at is null or a.ends_at > clock.now())
         and coalesce(a.staff_id, w.staff_id) is not null`,
      [caseId, branchIds],
    );
  }

  findLeftNow(personId: string): Promise<{ readonly caseId: string; readonly branchId: string }[]> {
    return this.context.manager.query(`select case_id as "caseId", branch_id as "branchId" from caller.left_now($1)`, [
      personId,
    ]);
  }

  async findCaseByNumber(number: string): Promise<string | undefined> {
    const [row]: { id: string }[] = await this.context.manager.query(
      `select id from case_file where number = $1 and caller.works_on(id)`,
      [number],
    );
    return row?.id;
  }

  async findAskers(caseId: string): Promise<string[]> {
    const rows: { staffId: string }[] = await this.context.manager.query(
      `with works as (select a.staff_id, a.unit_id from assignment a join case_file c on c.id = a.case_id and c.branch_id = a.branch_id
         where a.case_id = $1 and a.starts_at <= clock.now() and (a.ends_at is null or a.ends_at > clock.now()))
       select staff_id as "staffId" from works where staff_id is not null
       union select m.staff_id from works w join membership m on m.unit_id = w.unit_id
         and m.starts_at <= clock.now() and (m.ends_at is null or m.ends_at > clock.now())
       where w.staff_id is null and not exists (select 1 from works named where named.staff_id is not null)`,
      [caseId],
    );
    return rows.map(({ staffId }) => staffId);
  }

  async findRenewalOwner(consentId: string): Promise<{ staffId: string | null; unitId: string } | null> {
    const rows: { staffId: string | null; unitId: string | null }[] = await this.context.manager.query(
      `with works as (select a.staff_id, a.unit_id, a.starts_at from assignment a join consent k on k.case_id = a.case_id and k.branch_id = a.branch_id
         where k.id = $1 and a.starts_at <= clock.now() and (a.ends_at is null or a.ends_at > clock.now())),
       posts as (select m.staff_id, m.unit_id, m.starts_at from membership m join unit u on u.id = m.unit_id join consent k on k.branch_id = u.branch_id
         where k.id = $1 and m.starts_at <= clock.now() and (m.ends_at is null or m.ends_at > clock.now()))
       select (select p.staff_id from posts p join works w on p.staff_id = w.staff_id or p.unit_id = w.unit_id where p.staff_id = k.created_by limit 1) as "staffId",
         coalesce((select p.unit_id from posts p join works w on p.staff_id = w.staff_id or p.unit_id = w.unit_id where p.staff_id = k.created_by
             order by p.unit_id = w.unit_id desc nulls last, p.starts_at, p.unit_id limit 1),
           (select w.unit_id from works w where w.unit_id is not null order by w.starts_at, w.unit_id limit 1),
           (select p.unit_id from works w join posts p on p.staff_id = w.staff_id order by w.starts_at, p.starts_at, p.unit_id limit 1),
           (select u.id from unit u where u.branch_id = k.branch_id and u.ended_at is null order by u.kind = 'intake' desc, u.id limit 1)) as "unitId"
       from consent k where k.id = $1`,
      [consentId],
    );
    const row = rows[0];
    return row?.unitId ? { staffId: row.staffId, unitId: row.unitId } : null;
  }

  async lookAgain(consentId: string, at: Date): Promise<void> {
    await this.context.manager.query(`update consent set recheck_at = least(recheck_at, $2) where id = $1`, [
      consentId,
      at,
    ]);
  }

  private async select(where: string, values: unknown[]): Promise<ConsentFacts[]> {
    const rows: ConsentRow[] = await this.context.manager.query(`${SELECT_CONSENT} ${where}`, values);
    return rows.map(factsOf);
  }
}
