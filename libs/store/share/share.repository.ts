import type { Assessment } from '#domain/disclosure/case.js';
import type { TownLimits } from '#domain/disclosure/decision.js';
import type { Role } from '#domain/organisation/role.js';
import {
  ShareStore,
  type EndedShare,
  type FactsAbout,
  type GivenShare,
  type HousePerson,
  type NewShareRow,
  type PlaceInReceived,
  type ReceivedCase,
  type ReceivedShare,
  type ReceivingHouse,
  type Working,
} from '#use-cases/share/share.port.js';
import type { StoreContext } from '../caller/store-context.js';
import { consentOf, type ConsentJson } from '../gate/item.repository.js';
import { houseOf, SUBJECT_JSON, subjectOf, type SubjectJson } from '../gate/subject-facts.js';

interface HouseRow {
  branchId: string;
  kind: string;
  authority: string;
  branch: string;
  name: string;
  authorityName: string;
  people: HousePerson[];
}

const POST_IN_FORCE = `m.starts_at <= clock.now() and (m.ends_at is null or m.ends_at > clock.now())`;
const WORKS_WITH_CONTENT = `m.role not in ('auditor','administrator')`;

/** Houses with those who work there; one person with two posts stands once. */
const SELECT_HOUSES = `
  select b.id as "branchId", u.kind, u.slug as authority, b.slug as branch, b.name, u.name as "authorityName",
    coalesce((select json_agg(json_build_object('staffId', p.id, 'name', p.name, 'title', p.title, 'unitName', p.unit) order by p.unit, p.name)
      from (select distinct on (s.id) s.id, s.name, s.title, n.name as unit from membership m
        join unit n on n.id = m.unit_id join staff_member s on s.id = m.staff_id
        where n.branch_id = b.id and s.disabled_at is null and ${POST_IN_FORCE} and ${WORKS_WITH_CONTENT}
        order by s.id, n.name) p), '[]') as people
  from branch b join authority u on u.id = b.authority_id
  where b.municipality_id = caller.municipality() and (b.ended_at is null or b.ended_at > clock.now())
    and (u.ended_at is null or u.ended_at > clock.now())`;

/**
 * What says where somebody is whom another house's register keeps, as its giver may know it: a protection that closes it is
 * told by nothing, neither by its being closed nor by the giver's own words being gone (OSL 21:3). The own house knows whom it
 * has protected itself.
 */
const IS_UNTOLD = `
  case when i.id is null then not exists (select 1 from person p where p.id = caller.person_of_case(h.case_id)
      and p.branch_id = caller.branch() and p.protection <> 'none')
    else (i.reveals_place or i.category in ('contact-details','whereabouts')) and exists (select 1 from item_subject x
      join person p on p.id = x.person_id where x.item_id = i.id and p.branch_id <> caller.branch() and not caller.is_named_for(p.id)) end`;

/**
 * Of a place elsewhere it says what was given and what the giver has ended of it, and of what a report or an inquiry's answer
 * gave nothing: whether that was given at all tells.
 */
const SELECT_GIVEN = `
  select h.id, h.item_id as "itemId", h.case_id as "caseId", h.to_branch_id as "toBranchId", h.purpose, h.ground, s.name as "byName",
    h.made_at as "madeAt", case when w.untold then upper(h.given) else (select upper(r) from unnest(h.in_force) r where r @> clock.now()) end as until,
    upper(h.given) as "givenUntil", case when w.untold then h.ended_at is null and h.given @> clock.now() else h.in_force @> clock.now() end as "isInForce",
    h.first_read_at as "firstReadAt", h.ended_at as "endedAt", h.ended_how as "endedHow"
  from share h left join staff_member s on s.id = h.decided_by left join item i on i.id = h.item_id
    cross join lateral (select ${IS_UNTOLD} as untold) w
  where h.from_branch_id = caller.branch() and h.to_branch_id is not null
    and not (w.untold and h.ground in ('SoL 19:1','SoL 20:6'))`;

/** Reports and feedback have pages of their own; what was undone is as if it had never been. */
const GIVEN_TO_READ = `h.purpose not in ('report-concern','feedback') and h.ended_how is distinct from 'undone'`;

/** A case's own items and those of cases joined into it, in the caller's house. */
const ON_CASE = `i.branch_id = caller.branch() and (i.case_id = $1 or exists (
  select 1 from case_file j where j.id = i.case_id and j.joined_into = $1))`;

export class ShareRepository extends ShareStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async findPersonOfCase(caseId: string): Promise<string | undefined> {
    const [row]: { id: string | null }[] = await this.query(`select caller.person_of_case($1) as id`, [caseId]);
    return row?.id ?? undefined;
  }

  async findHouses(): Promise<ReceivingHouse[]> {
    const rows: HouseRow[] = await this.query(`${SELECT_HOUSES} and b.id <> caller.branch() order by b.name, b.id`, []);
    return rows.map(receivingHouse).filter(({ people }) => people.length > 0);
  }

  async findOwnHouse(): Promise<Omit<ReceivingHouse, 'people'>> {
    const [row]: HouseRow[] = await this.query(`${SELECT_HOUSES} and b.id = caller.branch()`, []);
    if (!row) throw new Error('the caller has no house');
    return receivingHouse(row);
  }

  async findAssessors(): Promise<{ staffId: string; name: string; role: Role }[]> {
    return this.query(
      `select distinct s.id as "staffId", s.name, m.role from membership m join unit n on n.id = m.unit_id join staff_member s on s.id = m.staff_id
       where n.branch_id = caller.branch() and s.disabled_at is null and ${POST_IN_FORCE} and ${WORKS_WITH_CONTENT} order by s.name`,
      [],
    );
  }

  async findWorking(caseIds: readonly string[]): Promise<Working[]> {
    return this.query(
      `select distinct a.case_id as "caseId", a.branch_id as "branchId", coalesce(a.staff_id, m.staff_id) as "staffId" from assignment a
       left join membership m on a.staff_id is null and m.unit_id = a.unit_id and ${POST_IN_FORCE} and ${WORKS_WITH_CONTENT}
       where a.case_id = any ($1::uuid[]) and a.starts_at <= clock.now() and (a.ends_at is null or a.ends_at > clock.now())
         and coalesce(a.staff_id, m.staff_id) is not null`,
      [caseIds],
    );
  }

  async findTellable(caseId: string, most: number): Promise<string[]> {
    const rows: { id: string }[] = await this.query(
      `select i.id from item i where ${ON_CASE}
         and not exists (select 1 from hub_answer_item x join hub_question q on q.id = x.question_id where x.item_id = i.id and q.given_at is null)
         and not exists (select 1 from assessment s where i.id in (s.item_id, s.lift_item_id))
         and not exists (select 1 from consent c where c.item_id = i.id)
         and not caller.is_taken_away(i.id)
       order by i.created_at desc, i.id limit $2`,
      [caseId, most],
    );
    return rows.map(({ id }) => id);
  }

  async isTakenAway(itemIds: readonly string[]): Promise<boolean> {
    const rows: unknown[] = await this.query(
      `select 1 from unnest($1::uuid[]) as wanted (id) where caller.is_taken_away(wanted.id) limit 1`,
      [itemIds],
    );
    return rows.length > 0;
  }

  findEndedByTaking(itemIds: readonly string[]): Promise<EndedShare[]> {
    return this.query(
      `select id, item_id as "itemId", from_branch_id as "fromBranchId", to_branch_id as "toBranchId", purpose, ground
       from caller.ended_by_taking($1)`,
      [itemIds],
    );
  }

  async findTakenBack(itemIds: readonly string[]): Promise<{ itemId: string; toBranchId: string }[]> {
    // One that the second lock never opened is ended in the instant in which it was made: nobody has taken it back.
    return this.query(
      `select "itemId", "toBranchId" from (
         select distinct on (h.item_id, h.to_branch_id) h.item_id as "itemId", h.to_branch_id as "toBranchId", h.ended_how
         from share h where h.item_id = any ($1::uuid[]) and h.from_branch_id = caller.branch() and h.to_branch_id is not null
           and h.ended_at is distinct from h.made_at
         order by h.item_id, h.to_branch_id, h.made_at desc) last
       where ended_how is not null`,
      [itemIds],
    );
  }

  async findHousesTold(itemId: string): Promise<string[]> {
    const rows: { id: string }[] = await this.query(
      `select distinct h.to_branch_id as id from share h where h.item_id = $1 and h.from_branch_id = caller.branch()
         and h.to_branch_id is not null and h.ended_at is distinct from h.made_at`,
      [itemId],
    );
    return rows.map(({ id }) => id);
  }

  async findHousesHaving(itemId: string): Promise<string[]> {
    const rows: { id: string }[] = await this.query(`select branch_id as id from caller.houses_having($1)`, [itemId]);
    return rows.map(({ id }) => id);
  }

  async findFactsAbout(personIds: readonly string[]): Promise<FactsAbout> {
    const rows: {
      subject: SubjectJson;
      consents: ConsentJson[];
      assessments: Assessment[];
      child_signs_from: number | null;
      limits: TownLimits | null;
      elsewhere: boolean;
    }[] = await this.query(
      `select ${SUBJECT_JSON} as subject, caller.consents_about(p.id) as consents, caller.assessments_about(p.id) as assessments,
         coalesce(p.branch_id <> caller.branch(), false) as elsewhere, (t.settings ->> 'childSignsFrom')::integer as child_signs_from, t.settings -> 'disclosure' as limits
       from unnest($1::uuid[]) with ordinality as wanted (id, n) join person p on p.id = wanted.id
       join municipality t on t.id = p.municipality_id order by wanted.n`,
      [personIds],
    );
    return {
      subjects: rows.map(({ subject }) => subjectOf(subject)),
      isElsewhere: rows.some(({ elsewhere }) => elsewhere),
      consents: rows.flatMap(({ consents }) => consents.map(consentOf)),
      assessments: rows.flatMap(({ assessments }) => assessments),
      childSignsFrom: rows[0]?.child_signs_from ?? undefined,
      limits: rows[0]?.limits ?? undefined,
    };
  }

  async add(share: NewShareRow): Promise<boolean> {
    const { caller } = this.context;
    if (caller.kind !== 'staff') throw new Error('only a person shares');
    const [row]: { open: boolean }[] = await this.query(
      `insert into share (id, item_id, from_branch_id, to_branch_id, purpose, ground, decided_by, given)
       values ($1, $2, $3, $4, $5, $6, $7, tstzrange(clock.now(), $8)) returning in_force @> clock.now() as open`,
      [
        share.id,
        share.itemId,
        caller.branchId,
        share.toBranchId,
        share.purpose,
        share.ground,
        caller.staffId,
        share.until,
      ],
    );
    return row?.open ?? false;
  }

  findGiven(caseId: string): Promise<GivenShare[]> {
    return this.query(
      `${SELECT_GIVEN} and (h.case_id = $1 or exists (select 1 from case_file j where j.id = h.case_id and j.joined_into = $1))
       order by h.made_at desc, h.id`,
      [caseId],
    );
  }

  findForChange(ids: readonly string[]): Promise<GivenShare[]> {
    return this.query(`${SELECT_GIVEN} and h.id = any ($1::uuid[]) order by h.id for update of h`, [ids]);
  }

  async takeBack(id: string, how: 'undone' | 'ended'): Promise<void> {
    const given = how === 'undone' ? `'empty'` : `tstzrange(lower(given), least(clock.now(), upper(given)))`;
    await this.query(
      `update share set given = ${given}, ended_at = clock.now(), ended_by = caller.staff(), ended_how = $2 where id = $1`,
      [id, how],
    );
  }

  async endReceivers(caseId: string, branchId: string): Promise<void> {
    await this.query(
      `update assignment set ends_at = clock.now() where case_id = $1 and branch_id = $2 and reason = 'share'
         and (ends_at is null or ends_at > clock.now()) and not caller.has_been_told($1, $2)`,
      [caseId, branchId],
    );
  }

  findReceivedCases(most: number, after: PlaceInReceived | null): Promise<ReceivedCase[]> {
    // To the millisecond, as a page's end is told: the next page begins where it says.
    const newest = `date_trunc('milliseconds', max(h.made_at))`;
    return this.query(
      `select h.case_id as "caseId", caller.person_of_case(h.case_id) as "personId", ${newest} as "newestAt",
         min((select upper(r) from unnest(h.in_force) r where r @> clock.now())) as "nextEnd",
         count(distinct h.item_id) filter (where h.in_force @> clock.now())::integer as "inForce",
         count(distinct h.item_id) filter (where not h.in_force @> clock.now())::integer as left
       from share h where h.to_branch_id = caller.branch() and ${GIVEN_TO_READ} and caller.works_on(h.case_id)
       group by h.case_id having $2::timestamptz is null or ${newest} < $2 or (${newest} = $2 and h.case_id > $3)
       order by ${newest} desc, h.case_id limit $1`,
      [most, after?.at ?? null, after?.id ?? null],
    );
  }

  async findNamesReceived(caseIds: readonly string[]): Promise<string[]> {
    const rows: { id: string }[] = await this.query(
      `select distinct i.id from item i join share h on h.item_id = i.id
       where h.case_id = any ($1::uuid[]) and h.to_branch_id = caller.branch() and h.in_force @> clock.now() and i.category = 'nomination'`,
      [caseIds],
    );
    return rows.map(({ id }) => id);
  }

  findReceived(caseId: string): Promise<ReceivedShare[]> {
    return this.query(
      `select h.item_id as "itemId", h.case_id as "caseId", b.id as "fromBranchId", b.name as "fromName", u.kind as "fromKind",
         h.purpose, h.made_at as "madeAt", h.in_force @> clock.now() as "isInForce",
         case when h.in_force @> clock.now() then null
           else coalesce(h.left_at, (select max(upper(r)) from unnest(h.in_force) r where upper(r) <= clock.now()), h.ended_at) end as "leftAt"
       from share h join branch b on b.id = h.from_branch_id join authority u on u.id = b.authority_id
       where h.case_id = $1 and h.to_branch_id = caller.branch() and ${GIVEN_TO_READ} and caller.works_on(h.case_id)
       order by h.made_at desc, h.id`,
      [caseId],
    );
  }

  async findHousesOn(caseId: string): Promise<string[]> {
    const rows: { id: string }[] = await this.query(
      `select h.to_branch_id as id from share h where h.case_id = $1 and h.from_branch_id = caller.branch() and h.in_force @> clock.now()
       union select h.from_branch_id from share h where h.case_id = $1 and h.to_branch_id = caller.branch() and h.in_force @> clock.now()`,
      [caseId],
    );
    return rows.map(({ id }) => id);
  }

  async worksOn(caseId: string): Promise<boolean> {
    const [row]: { works: boolean }[] = await this.query(`select caller.works_on($1) as works`, [caseId]);
    return row?.works ?? false;
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.context.manager.query(sql, values);
  }
}

const receivingHouse = (row: HouseRow): ReceivingHouse => ({
  branchId: row.branchId,
  house: houseOf(row),
  name: row.name,
  authorityName: row.authorityName,
  people: row.people,
});
