import { scopeNow } from '#domain/consent/consent.js';
import type { Assessment, Consent } from '#domain/disclosure/case.js';
import type { TownLimits } from '#domain/disclosure/decision.js';
import type { Category, Form, Phase, Purpose } from '#domain/disclosure/vocabulary.js';
import {
  ItemStore,
  type HouseSeeing,
  type NewItem,
  type NewShare,
  type NextVersion,
} from '#use-cases/gate/items.port.js';
import type { SealedItem } from '#use-cases/gate/sealed.js';
import type { StoreContext } from '../caller/store-context.js';
import { epochOf } from './sight.repository.js';
import { houseOf, personParty, SUBJECT_JSON, subjectOf, type SubjectJson } from './subject-facts.js';

export interface ItemRow {
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
  /** Whom it is about; items about the same people have the same word here, and the first of them brings the facts. */
  about: string;
  subjects: SubjectJson[] | null;
  /** Of each subject. */
  assessments: AssessmentJson[][] | null;
  consents: ConsentJson[][] | null;
  child_signs_from: number | null;
  limits: TownLimits | null;
  share_purpose: Purpose | null;
  share_until: Date | null;
  own: boolean;
  assigned: boolean;
  named: boolean;
  elsewhere: boolean;
  created_at: Date;
  created_by: string | null;
  ciphertext: Buffer;
  key_version: number;
  key_person_id: string;
  epoch: number;
  wrapped: Buffer;
  kek_version: number;
}

/** As the query builds it; instants as epoch milliseconds. */
interface AssessmentJson extends Omit<Assessment, 'at' | 'until'> {
  readonly at: number;
  readonly until: number;
}

/** As `caller.consents_about` builds it: what was offered, and what each signer has taken away. */
export interface ConsentJson extends Omit<Consent, 'signatures'> {
  readonly signers: readonly {
    readonly person: string;
    readonly houses: readonly string[];
    readonly categories: readonly Category[];
    readonly at: number | null;
  }[];
}

const SHOWN_AGAIN = `not (i.branch_id is not distinct from caller.branch() and not coalesce(f.known, true)
    and (i.reveals_place or i.category in ('contact-details','whereabouts')))`;

const FIRST = 'row_number() over (partition by o.people) = 1';

/**
 * Everything that one decision asks about items, in one statement; the policies stand beneath it as the second lock. What
 * is known of a person is read once, and told once, however many items are about them. `which` follows `from item i`. What the own house has
 * said of where somebody is whom another's register keeps is left out, protected or not, unless it is `justSaid`.
 */
export const selectSealed = (which: string, { justSaid = false } = {}): string => `
  with wanted as materialized (
    select i.*, h.purpose as share_purpose, h.until as share_until from item i
    left join lateral (select h.purpose, (select upper(r) from unnest(h.in_force) r where r @> clock.now()) as until from share h
      where h.item_id = i.id and h.to_branch_id = caller.branch() and h.in_force @> clock.now()
      order by 2 desc nulls first, h.made_at desc, h.id limit 1) h on i.branch_id <> caller.branch()
    ${which}
  ), about as materialized (
    select s.item_id, s.person_id, s.position from item_subject s where s.item_id in (select w.id from wanted w)
  ), people as materialized (
    select p.id, ${SUBJECT_JSON} as subject, caller.assessments_about(p.id) as assessments, caller.consents_about(p.id) as consents,
      p.protection = 'none' or caller.is_named_for(p.id) as named, p.branch_id <> caller.branch() as elsewhere,
      p.branch_id = caller.branch() or caller.is_named_for(p.id) as known
    from person p where p.id in (select a.person_id from about a)
  ), circle as materialized (
    select a.item_id, array_agg(a.person_id order by a.position) as people from about a group by a.item_id
  ), facts as materialized (
    select c.people, json_agg(p.subject order by u.position) as subjects, jsonb_agg(p.assessments) as assessments,
      jsonb_agg(p.consents) as consents, bool_and(p.named) as named, bool_or(p.elsewhere) as elsewhere, bool_and(p.known) as known
    from (select distinct o.people from circle o) c cross join unnest(c.people) with ordinality u(id, position) join people p on p.id = u.id
    group by c.people
  ), files as materialized (
    select c.id, caller.works_on(c.id) as works, ${epochOf('c.id')} as epoch from (select distinct w.case_id as id from wanted w) c
  )
  select i.id, i.version, i.case_id, i.giver_kind, i.giver_person, u.kind as house_kind, u.slug as authority, b.slug as branch,
    i.category, i.form, i.phase, i.person_data, i.reveals_place, i.reported_by, i.created_at, i.created_by,
    i.ciphertext, i.key_version, i.key_person_id, k.wrapped, k.kek_version,
    i.branch_id = caller.branch() as own, (c.works or (i.branch_id = caller.branch() and caller.answered_with(i.id))) as assigned, coalesce(f.named, true) as named, coalesce(f.elsewhere, false) as elsewhere,
    i.share_purpose, i.share_until, c.epoch, coalesce(o.people::text, '') as about,
    case when ${FIRST} then f.subjects end as subjects, case when ${FIRST} then f.assessments end as assessments,
    case when ${FIRST} then f.consents end as consents,
    (m.settings ->> 'childSignsFrom')::integer as child_signs_from, m.settings -> 'disclosure' as limits
  from wanted i
  join branch b on b.id = i.branch_id
  join authority u on u.id = b.authority_id
  join person_key k on k.person_id = i.key_person_id
  join municipality m on m.id = i.municipality_id
  join files c on c.id = i.case_id
  left join circle o on o.item_id = i.id
  left join facts f on f.people = o.people
  where i.disposed_at is null${justSaid ? '' : ` and ${SHOWN_AGAIN}`}`;

/** The houses beside the caller's own that items are open to, of which the caller may know. */
export const SELECT_SEEING = `
  select s.item as "itemId", b.id, u.kind, b.name
  from (
    select i.id as item, i.branch_id as branch from item i where i.id = any($1::uuid[])
    union
    select h.item_id, h.to_branch_id from share h where h.item_id = any($1::uuid[]) and h.in_force @> clock.now()
  ) s join branch b on b.id = s.branch join authority u on u.id = b.authority_id
  where b.id <> caller.branch() order by b.name`;

export class ItemRepository extends ItemStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async add(item: NewItem): Promise<void> {
    const { manager, caller } = this.context;
    if (caller.kind !== 'staff') throw new Error('only a person says something about a person');
    await manager.query(
      `insert into item (id, municipality_id, case_id, branch_id, giver_kind, category, form, phase, person_data, reveals_place,
         reported_by, key_person_id, key_version, ciphertext, created_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [
        item.id,
        caller.municipalityId,
        item.caseId,
        caller.branchId,
        caller.house.kind,
        item.category,
        item.form,
        item.phase,
        item.personData,
        item.revealsPlace,
        item.reportedBy,
        item.keyPersonId,
        item.keyVersion,
        item.ciphertext,
        caller.staffId,
      ],
    );
    await manager.query(
      `insert into item_subject (item_id, person_id, position) select $1, s, n from unnest($2::uuid[]) with ordinality as x(s, n)`,
      [item.id, item.subjectIds],
    );
  }

  async rewrite(itemId: string, expectedVersion: number, next: NextVersion): Promise<boolean> {
    const { manager, caller } = this.context;
    const written: unknown[] = await manager.query(
      `with old as (
         select id, version, ciphertext, key_version, category, created_by from item where id = $1 and version = $2 for update
       ), kept as (
         insert into item_version (item_id, version, ciphertext, key_version, category, written_by, written_at)
         select id, version, ciphertext, key_version, category, $6, clock.now() from old
       )
       update item i set version = i.version + 1, category = $3, ciphertext = $4, key_version = $5, reveals_place = i.reveals_place or $7
       from old where i.id = old.id returning i.id`,
      [
        itemId,
        expectedVersion,
        next.category,
        next.ciphertext,
        next.keyVersion,
        caller.kind === 'staff' ? caller.staffId : null,
        next.revealsPlace,
      ],
    );
    if (rowsOf(written).length !== 1) return false;
    if (next.alsoAbout.length > 0)
      await manager.query(
        `insert into item_subject (item_id, person_id, position)
         select $1, x.s, x.n + (select max(position) from item_subject where item_id = $1)
         from unnest($2::uuid[]) with ordinality as x(s, n)`,
        [itemId, next.alsoAbout],
      );
    return true;
  }

  async recategorise(itemId: string, version: number, to: Category): Promise<boolean> {
    const written: unknown[] = await this.context.manager.query(
      `update item set category = $3 where id = $1 and version = $2 returning id`,
      [itemId, version, to],
    );
    return rowsOf(written).length === 1;
  }

  async isKeptFromPlaces(personIds: readonly string[]): Promise<boolean> {
    const [row] = await this.context.manager.query<{ kept: boolean }[]>(
      `select exists (select 1 from person p where p.id = any($1::uuid[])
         and (p.protection <> 'none' or p.branch_id <> caller.branch()) and not caller.is_named_for(p.id)) as kept`,
      [personIds],
    );
    return row?.kept ?? true;
  }

  async isOfAnother(personIds: readonly string[]): Promise<boolean> {
    const [row] = await this.context.manager.query<{ another: boolean }[]>(
      `select exists (select 1 from person p where p.id = any($1::uuid[]) and p.branch_id <> caller.branch()) as another`,
      [personIds],
    );
    return row?.another ?? true;
  }

  async share(share: NewShare): Promise<void> {
    const { manager, caller } = this.context;
    if (caller.kind !== 'staff') throw new Error('only a person shares');
    await manager.query(
      `insert into share (id, item_id, from_branch_id, to_branch_id, purpose, ground, decided_by, given)
       values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, tstzrange(clock.now(), $7))`,
      [share.itemId, caller.branchId, share.toBranchId, share.purpose, share.ground, caller.staffId, share.until],
    );
  }

  findSealed(itemIds: readonly string[]): Promise<SealedItem[]> {
    return this.find(itemIds, {});
  }

  findJustSaid(itemIds: readonly string[]): Promise<SealedItem[]> {
    return this.find(itemIds, { justSaid: true });
  }

  private async find(itemIds: readonly string[], more: { readonly justSaid?: boolean }): Promise<SealedItem[]> {
    if (itemIds.length === 0) return [];
    const rows: ItemRow[] = await this.context.manager.query(selectSealed('where i.id = any($1::uuid[])', more), [
      itemIds,
    ]);
    const byId = new Map(sealedOf(rows).map((item) => [item.itemId, item]));
    return itemIds.flatMap((id) => byId.get(id) ?? []);
  }

  async findHousesSeeing(itemIds: readonly string[]): Promise<HouseSeeing[]> {
    if (itemIds.length === 0) return [];
    return this.context.manager.query(SELECT_SEEING, [itemIds]);
  }

  async findSealedOfCase(caseId: string, limit: number, before?: Date): Promise<SealedItem[]> {
    const rows: ItemRow[] = await this.context.manager.query(
      `${selectSealed('where i.case_id = $1 and ($3::timestamptz is null or i.created_at < $3) order by i.created_at desc limit $2')}
       order by i.created_at desc`,
      [caseId, limit, before ?? null],
    );
    return sealedOf(rows);
  }
}

export function consentOf({ signers: found, ...consent }: ConsentJson): Consent {
  // The database gives them in the order of its plan; who reads the same facts reads them in the same order.
  const signers = [...found].sort((a, b) => (a.person < b.person ? -1 : 1));
  const refusals = signers.map(({ houses, categories }) => ({ refusals: { houses, categories } }));
  return {
    ...consent,
    ...scopeNow({ offered: consent, signers: refusals }),
    signatures: signers.flatMap(({ person, at }) => (at === null ? [] : [{ signer: person, at }])),
  };
}

/** An UPDATE … RETURNING answers rows and a count; the rows alone matter here. */
function rowsOf(answer: unknown[]): unknown[] {
  return Array.isArray(answer[0]) ? answer[0] : answer;
}

type Known = Pick<SealedItem, 'subjects' | 'consents' | 'assessments'>;

const NOTHING: Known = { subjects: [], consents: [], assessments: [] };

/** The rows of one answer; items about the same people share the facts that are known of them. */
export function sealedOf(rows: readonly ItemRow[]): SealedItem[] {
  const known = new Map<string, Known>();
  for (const { about, subjects, consents, assessments } of rows)
    if (subjects !== null)
      known.set(about, {
        subjects: subjects.map(subjectOf),
        consents: (consents ?? []).flat().map(consentOf),
        assessments: (assessments ?? []).flat(),
      });
  return rows.map((row) => sealed(row, known.get(row.about) ?? NOTHING));
}

function sealed(row: ItemRow, known: Known): SealedItem {
  const giverHouse = houseOf({ kind: row.house_kind, authority: row.authority, branch: row.branch });
  return {
    itemId: row.id,
    version: row.version,
    caseId: row.case_id,
    giver: row.giver_person ? personParty(row.giver_kind, row.giver_person) : giverHouse,
    giverHouse,
    category: row.category,
    form: row.form,
    phase: row.phase,
    personData: row.person_data,
    revealsPlace: row.reveals_place,
    reportedBy: row.reported_by,
    ...known,
    isElsewhere: row.elsewhere,
    share: row.own || row.share_purpose === null ? null : { purpose: row.share_purpose, until: row.share_until },
    recipientAssigned: row.assigned,
    recipientNamed: row.named,
    childSignsFrom: row.child_signs_from ?? undefined,
    limits: row.limits ?? undefined,
    createdAt: row.created_at,
    createdBy: row.created_by,
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
