import type { Assessment, HouseParty } from '#domain/disclosure/case.js';
import type { TownLimits } from '#domain/disclosure/decision.js';
import type { Category, HouseKind, Protection } from '#domain/disclosure/vocabulary.js';
import type { RelocationGround } from '#domain/relocation/decide-relocated.js';
import type { RelocationAnswer } from '#domain/relocation/relocation.js';
import type { SealedRelocated } from '#use-cases/gate/sealed.js';
import {
  RelocationStore,
  type EndedRelocation,
  type NewRelocatedItem,
  type NewRelocation,
  type RelocationRow,
  type RelocationTarget,
} from '#use-cases/relocation/relocation.port.js';
import type { StoreContext } from '../caller/store-context.js';
import { epochOf } from '../gate/sight.repository.js';
import { houseOf, subjectOf, type SubjectJson } from '../gate/subject-facts.js';

const SELECT = `
  select r.id, r.branch_id as "branchId", r.municipality_id as "municipalityId", r.group_id as "groupId", r.case_id as "caseId",
    r.person_id as "personId", r.form, r.ground, r.to_branch_id as "toBranchId", r.to_municipality_id as "toMunicipalityId",
    h.from_name as "fromName", h.from_town as "fromTown", h.to_name as "toName", h.to_town as "toTown", r.offered_by as "offeredBy",
    h.by_name as "byName", h.by_phone as "byPhone", r.offered_at as "offeredAt", r.answer, r.reason, h.answered_name as "answeredName",
    r.answered_at as "answeredAt", r.new_case_id as "newCaseId", r.withdrawn_at as "withdrawnAt", r.version,
    (select count(*)::integer from caller.relocation_shares(r.id)) as things
  from relocation r left join lateral caller.relocation_houses(r.id) h on true`;

/** As `caller.relocation_facts` builds it; instants as epoch milliseconds. */
interface GroundJson {
  readonly from: HouseParty;
  readonly to: HouseParty;
  readonly subject: SubjectJson;
  readonly assessments: readonly Assessment[];
  readonly limits: TownLimits | null;
}

interface SealedRow {
  readonly relocation_id: string;
  readonly item_id: string | null;
  readonly category: Category;
  readonly reveals_place: boolean;
  readonly case_id: string;
  readonly person_id: string;
  readonly offered_now: boolean;
  readonly runs: boolean;
  readonly alone: boolean;
  readonly protection: Protection;
  readonly stands_on: GroundJson | null;
  readonly ciphertext: Buffer;
  readonly key_version: number;
  readonly wrapped: Buffer;
  readonly kek_version: number;
  readonly epoch: number;
}

export class RelocationRepository extends RelocationStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async findTargets(): Promise<RelocationTarget[]> {
    const rows: (Omit<RelocationTarget, 'house'> & { kind: HouseKind; authority: string; branch: string })[] =
      await this.query(
        `select branch_id as "branchId", municipality_id as "municipalityId", municipality, name, kind, authority, branch from caller.relocation_targets()`,
        [],
      );
    return rows.map(({ kind, authority, branch, ...row }) => ({ ...row, house: houseOf({ kind, authority, branch }) }));
  }

  async findCoordinators(branchId: string): Promise<string[]> {
    const rows: { id: string }[] = await this.query(
      `select distinct m.staff_id as id from membership m join unit u on u.id = m.unit_id join staff_member s on s.id = m.staff_id
       where u.branch_id = $1 and m.role = 'coordinator' and s.disabled_at is null and m.starts_at <= clock.now()
         and (m.ends_at is null or m.ends_at > clock.now())`,
      [branchId],
    );
    return rows.map(({ id }) => id);
  }

  async add(r: NewRelocation): Promise<void> {
    await this.query(
      `insert into relocation (id, municipality_id, branch_id, group_id, case_id, person_id, to_municipality_id, to_branch_id, form, ground,
         ciphertext, key_version, offered_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, caller.staff())`,
      [
        r.id,
        r.municipalityId,
        r.branchId,
        r.groupId,
        r.caseId,
        r.personId,
        r.toMunicipalityId,
        r.toBranchId,
        r.form,
        r.ground,
        r.ciphertext,
        r.keyVersion,
      ],
    );
  }

  async addItem(i: NewRelocatedItem): Promise<void> {
    await this.query(
      `insert into relocated_item (relocation_id, item_id, share_id, category, reveals_place, ciphertext, key_version, written_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [i.relocationId, i.itemId, i.shareId, i.category, i.revealsPlace, i.ciphertext, i.keyVersion, i.writtenAt],
    );
  }

  async find(id: string): Promise<RelocationRow | undefined> {
    const rows: RelocationRow[] = await this.query(`${SELECT} where r.id = $1`, [id]);
    return rows[0];
  }

  findOfGroup(groupId: string): Promise<RelocationRow[]> {
    return this.query(`${SELECT} where r.group_id = $1 order by r.offered_at desc, r.id`, [groupId]);
  }

  findOfCase(caseId: string): Promise<RelocationRow[]> {
    return this.query(`${SELECT} where r.case_id = $1 order by r.offered_at desc, r.id`, [caseId]);
  }

  findIncoming(): Promise<RelocationRow[]> {
    return this.query(
      `${SELECT} where r.to_branch_id = caller.branch() order by (r.answer is not null or r.withdrawn_at is not null), r.offered_at desc, r.id limit 50`,
      [],
    );
  }

  /** Whom it is about stands on the share of the name, which is one of the things. */
  async findSealed(id: string): Promise<SealedRelocated[]> {
    const rows: SealedRow[] = await this.query(
      `with shares as (select * from caller.relocation_shares($1))
       select r.id as relocation_id, x.item_id, coalesce(x.category, 'nomination') as category, coalesce(x.reveals_place, false) as reveals_place, r.case_id, r.person_id,
         caller.may_take_over(r.id) as offered_now, coalesce(s.runs, false) as runs,
         coalesce(caller.relocated_alone(r.id, x.share_item), false) as alone, p.protection, caller.relocation_facts(r.id) as stands_on,
         coalesce(x.ciphertext, r.ciphertext) as ciphertext, coalesce(x.key_version, r.key_version) as key_version,
         k.wrapped, k.kek_version, ${epochOf('r.case_id')} as epoch
       from relocation r join person p on p.id = r.person_id join person_key k on k.person_id = r.person_id
       join lateral (select y.item_id, y.category, y.reveals_place, y.ciphertext, y.key_version, y.item_id as share_item, y.written_at from relocated_item y where y.relocation_id = r.id
         union all (select null, null, null, null, null, y.item_id, null from relocated_item y where y.relocation_id = r.id and y.category = 'nomination' limit 1)) x on true
       left join shares s on s.item_id = x.share_item
       where r.id = $1 order by x.item_id is not null, x.written_at, x.item_id`,
      [id],
    );
    return rows.map(sealed);
  }

  async hold(id: string): Promise<void> {
    await this.query(`select caller.hold_relocation($1)`, [id]);
  }

  async answer(
    id: string,
    expectedVersion: number,
    { answer, reason, newCaseId }: { answer: RelocationAnswer; reason: string | null; newCaseId: string | null },
  ): Promise<boolean> {
    const done: [unknown[], number] = await this.query(
      `update relocation set answer = $3, reason = $4, new_case_id = $5, answered_by = caller.staff(), answered_at = clock.now(), version = version + 1
       where id = $1 and version = $2 and answer is null and withdrawn_at is null returning id`,
      [id, expectedVersion, answer, reason, newCaseId],
    );
    return done[1] === 1;
  }

  async takeBack(id: string, expectedVersion: number): Promise<boolean> {
    const done: [unknown[], number] = await this.query(
      `update relocation set withdrawn_at = clock.now(), version = version + 1
       where id = $1 and version = $2 and answer is null and withdrawn_at is null returning id`,
      [id, expectedVersion],
    );
    return done[1] === 1;
  }

  takeEnded(personId: string | null): Promise<EndedRelocation[]> {
    return this.query(
      `select id, case_id as "caseId", municipality_id as "municipalityId", person_id as "personId", to_branch_id as "toBranchId",
         offered_by as "offeredBy", coordinator_id as "coordinatorId" from caller.take_ended_relocations($1) order by id`,
      [personId],
    );
  }

  async beginMeasures(caseId: string): Promise<void> {
    await this.query(
      `update case_file set phase = 'measures', state = 'investigation', version = version + 1 where id = $1`,
      [caseId],
    );
  }

  async noteHandedOver({ id, relocationId }: { id: string; relocationId: string }): Promise<void> {
    await this.query(
      `insert into group_act (id, group_id, case_id, act, word, standing, by_staff_id)
       select $1, r.group_id, r.case_id, 'move', 'hand-over', 'closed', r.offered_by from relocation r where r.id = $2`,
      [id, relocationId],
    );
    await this.query(
      `insert into group_act_term (act_id, group_id, reason) select $1, r.group_id, 'moved' from relocation r where r.id = $2`,
      [id, relocationId],
    );
  }

  private query<T>(sql: string, values: unknown[]): Promise<T> {
    return this.context.manager.query(sql, values);
  }
}

const groundOf = ({ from, to, subject, assessments, limits }: GroundJson): RelocationGround => ({
  from,
  to,
  subject: subjectOf(subject),
  assessments,
  limits: limits ?? undefined,
});

const sealed = (row: SealedRow): SealedRelocated => ({
  relocationId: row.relocation_id,
  itemId: row.item_id,
  category: row.category,
  revealsPlace: row.reveals_place,
  caseId: row.case_id,
  personId: row.person_id,
  offeredNow: row.offered_now,
  shareRuns: row.runs,
  aboutThemAlone: row.alone,
  protection: row.protection,
  standsOn: row.stands_on && groundOf(row.stands_on),
  content: {
    keyPersonId: row.person_id,
    ciphertext: row.ciphertext,
    keyVersion: row.key_version,
    wrappedKey: row.wrapped,
    kekVersion: row.kek_version,
  },
  sight: { about: row.case_id, epoch: row.epoch },
});
