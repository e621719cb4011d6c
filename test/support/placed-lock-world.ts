/** A random world as rows: laid past every use case, as a hand on the tables would, changed likewise, and cleared away. */
import { randomUUID } from 'node:crypto';
import type { HouseKind } from '#domain/disclosure/vocabulary.js';
import { civilDay, formatCivilDay, type CalendarDate } from '#domain/kernel/civil-day.js';
import { civilDayOf } from '#domain/kernel/stockholm.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { numberOf, withFact } from './changed-lock-world.js';
import { sealedText } from './lock-world-names.js';
import { bornOf, type FactChange, type House, type LockWorld, type WorldConsent } from './random-lock-world.js';
import type { World } from './world.js';

export const HOUR = 3_600_000;

export const KINDS: Readonly<Record<House, HouseKind>> = {
  'ekvalla-soc/individ-och-familj': 'social-services',
  'polisen/lpo-ekvalla': 'police',
  'ekvalla-skola/grundskola': 'school',
  'ekvalla-fritid/fritid': 'leisure',
  'regionen/bup': 'health-care',
};

export interface Placed {
  readonly caseId: string;
  readonly people: readonly string[];
  readonly guardians: readonly string[];
  readonly items: readonly string[];
  readonly consents: readonly string[];
  readonly assessments: readonly string[];
  readonly start: number;
}

export interface LockWorldRows {
  place(made: LockWorld): Promise<Placed>;
  /** What happens after the sharing; `made` is the world before it. */
  change(made: LockWorld, placed: Placed): Promise<void>;
  clear(placed: Placed): Promise<void>;
}

const writtenDate = ({ year, month, day }: CalendarDate): string => formatCivilDay(civilDay(year, month, day));

export const toOf = (to: House | number, placed: Pick<Placed, 'guardians'>): string =>
  typeof to === 'number' ? `person:${placed.guardians[to]}` : to;

/** The person ids behind a signer of a consent. */
export const signerOf = (one: WorldConsent, who: 'self' | number, placed: Placed): string =>
  (who === 'self' ? placed.people[one.about] : placed.guardians[who]) ?? '';

export async function lockWorldRows(world: World, readers: ReadonlyMap<string, StaffCaller>): Promise<LockWorldRows> {
  const sql = world.behindTheLocks;
  const maria = world.caller('maria');
  const town = { municipality_id: maria.municipalityId, branch_id: maria.branchId };
  const branches = new Map(
    (
      await sql<{ house: string; id: string }>(
        `select a.slug || '/' || b.slug as house, b.id from branch b join authority a on a.id = b.authority_id`,
      )
    ).map(({ house, id }) => [house, id]),
  );

  /** All rows of a table in one statement; each still sets its own triggers going. */
  async function insert(table: string, rows: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
    const [first] = rows;
    if (!first) return;
    const columns = Object.keys(first).join(', ');
    await sql(`insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`, [
      JSON.stringify(rows),
    ]);
  }

  async function place(made: LockWorld): Promise<Placed> {
    await world.database.moveClock('0');
    const [clock] = await sql<{ now: Date }>(`select date_trunc('milliseconds', clock.now()) as now`);
    const ids = (among: readonly unknown[]): string[] => among.map(() => randomUUID());
    const placed: Placed = {
      caseId: randomUUID(),
      people: ids(made.people),
      guardians: ids([0, 1]),
      items: ids(made.items),
      consents: ids(made.consents),
      assessments: ids(made.assessments),
      start: clock?.now.getTime() ?? 0,
    };
    await settle(made);
    await placePeople(made, placed);
    await placeWork(made, placed);
    await placeItems(made, placed);
    if (made.sharedFirst) await share(made, placed);
    await placeGrounds(made, placed);
    if (!made.sharedFirst) await share(made, placed);
    return placed;
  }

  /** The town's settings as its file would have them. */
  async function settle({ childSignsFrom, limits }: Pick<LockWorld, 'childSignsFrom' | 'limits'>): Promise<void> {
    await sql(
      `update municipality set settings = settings - 'disclosure' - 'childSignsFrom' || $1 where id = $2
         and (settings -> 'disclosure', settings -> 'childSignsFrom') is distinct from ($1::jsonb -> 'disclosure', $1::jsonb -> 'childSignsFrom')`,
      [
        JSON.stringify({
          ...(childSignsFrom === null ? {} : { childSignsFrom }),
          ...(Object.keys(limits).length === 0 ? {} : { disclosure: limits }),
        }),
        maria.municipalityId,
      ],
    );
  }

  async function placePeople(made: LockWorld, placed: Placed): Promise<void> {
    const day = (days: number): string => formatCivilDay(civilDayOf(placed.start) + days);
    await insert('person', [
      ...placed.guardians.map((id) => ({ id, ...town, born: '1980-01-01', protection: 'none', maturity: null })),
      ...made.people.map((person, n) => ({
        id: placed.people[n],
        ...town,
        born: writtenDate(bornOf(person, placed.start)),
        protection: person.protection,
        maturity: person.maturity,
      })),
    ]);
    await insert(
      'custody',
      made.people.flatMap((person, n) =>
        person.custody.map(({ guardian, from, until }) => ({
          id: randomUUID(),
          child_id: placed.people[n],
          guardian_id: placed.guardians[guardian],
          source: 'told',
          starts_on: day(from),
          ends_on: until === null ? null : day(until),
          kind: 'parent',
        })),
      ),
    );
  }

  async function placeWork(made: LockWorld, placed: Placed): Promise<void> {
    await insert('case_file', [{ id: placed.caseId, ...town, person_id: placed.people[0] }]);
    const seated = made.change.kind === 'membership' ? made.change.reader : null;
    for (const key of readers.keys())
      if (made.assigned[key]) await assign(placed, key, key === seated ? 'group' : 'test');
    if (seated !== null) await seat(placed, seated);
    await insert(
      'named_staff',
      made.named.flatMap((keys, n) =>
        keys.map((key) => ({ person_id: placed.people[n], staff_id: readers.get(key)?.staffId })),
      ),
    );
  }

  async function placeItems(made: LockWorld, placed: Placed): Promise<void> {
    const { ciphertext, keyVersion } = await sealedText(world, insert, placed);
    await insert(
      'item',
      made.items.map((item, n) => ({
        id: placed.items[n],
        municipality_id: maria.municipalityId,
        case_id: placed.caseId,
        branch_id: branches.get(item.giver),
        giver_kind: KINDS[item.giver],
        category: item.category,
        form: item.form,
        phase: item.phase,
        person_data: item.personData,
        reveals_place: item.revealsPlace,
        reported_by: item.reportedBy,
        key_person_id: placed.people[0],
        key_version: keyVersion,
        ciphertext: ciphertext(placed.items[n] ?? ''),
      })),
    );
    await insert(
      'item_subject',
      made.items.flatMap((item, n) =>
        item.subjects.map((subject, at) => ({
          item_id: placed.items[n],
          person_id: placed.people[subject],
          position: at + 1,
        })),
      ),
    );
  }

  async function placeGrounds(made: LockWorld, placed: Placed): Promise<void> {
    const at = (hours: number | null): string | null =>
      hours === null ? null : new Date(placed.start + hours * HOUR).toISOString();
    await insert(
      'consent',
      made.consents.map((one, n) => ({
        id: placed.consents[n],
        ...town,
        case_id: placed.caseId,
        person_id: placed.people[one.about],
        state: one.endedAt === null ? 'active' : 'renewed',
        from_houses: one.from,
        to_houses: one.to,
        categories: one.categories,
        purposes: one.purposes,
        situations: ['meeting'],
        valid_from: at(Math.min(one.validFrom, one.validUntil - 1)),
        valid_until: at(one.validUntil),
        withdrawn_at: at(one.withdrawnAt),
        ended_at: at(one.endedAt),
        notice_id: 'n',
        notice_version: '1',
        notice_hash: '',
        item_id: placed.items[numberOf(placed.items, one.why)],
      })),
    );
    await insert(
      'consent_signer',
      made.consents.flatMap((one, n) =>
        one.signers.map((signer) => ({
          consent_id: placed.consents[n],
          person_id: signerOf(one, signer.who, placed),
          stands_as: signer.who === 'self' ? 'subject' : 'guardian',
          signed_at: at(signer.at),
          method: signer.at === null ? null : 'e-id',
          refused_houses: signer.refusedHouses,
          refused_categories: signer.refusedCategories,
        })),
      ),
    );
    await insert(
      'assessment',
      made.assessments.map((one, n) => ({
        id: placed.assessments[n],
        municipality_id: maria.municipalityId,
        branch_id: branches.get(one.from),
        case_id: placed.caseId,
        ground: one.ground,
        person_id: placed.people[one.about],
        from_house: one.from,
        to_house: toOf(one.to, placed),
        categories: one.categories,
        criteria: one.criteria,
        decided_by: maria.staffId,
        decided_as: one.role,
        decided_at: at(one.at),
        until: at(one.until),
      })),
    );
  }

  async function share(made: LockWorld, placed: Placed): Promise<void> {
    const at = (hours: number | null): string =>
      hours === null ? '' : new Date(placed.start + hours * HOUR).toISOString();
    await insert(
      'share',
      made.items.flatMap((item, n) =>
        item.shares.map(({ to, purpose, from, until }) => ({
          id: randomUUID(),
          item_id: placed.items[n],
          from_branch_id: branches.get(item.giver),
          to_branch_id: branches.get(to),
          purpose,
          ground: 'test',
          given: `[${at(from)},${at(until)})`,
        })),
      ),
    );
  }

  async function change(made: LockWorld, placed: Placed): Promise<void> {
    await changeWork(made, placed);
    let world = made;
    for (const fact of made.facts) {
      world = withFact(world, fact);
      await changeFact(fact, world, placed);
    }
  }

  async function changeWork({ change: what, assigned, items }: LockWorld, placed: Placed): Promise<void> {
    if (what.kind === 'nothing') return;
    if (what.kind === 'phase') {
      await sql(`update item set phase = $2 where id = $1`, [placed.items[numberOf(items, what.item)], what.phase]);
      return;
    }
    const reader = readers.get(what.reader);
    if (what.kind === 'membership')
      await sql(`update membership set ends_at = clock.now() where staff_id = $1`, [reader?.staffId]);
    else if (assigned[what.reader])
      await sql(`update assignment set ends_at = clock.now() where case_id = $1 and staff_id = $2`, [
        placed.caseId,
        reader?.staffId,
      ]);
    else await assign(placed, what.reader, 'test');
  }

  /** `now` is the world as it is with it. */
  async function changeFact(fact: FactChange, now: LockWorld, placed: Placed): Promise<void> {
    const start = new Date(placed.start);
    switch (fact.kind) {
      case 'withdraw':
        await sql(
          `update consent set state = 'withdrawn', withdrawn_at = coalesce(withdrawn_at, $2), ended_at = $2 where id = $1 and ended_at is null`,
          [placed.consents[numberOf(placed.consents, fact.consent)], start],
        );
        return;
      case 'narrow': {
        const one = now.consents[numberOf(now.consents, fact.consent)];
        const signer = one?.signers[numberOf(one.signers, fact.signer)];
        if (!one || !signer) return;
        const taken = [signer.refusedHouses, signer.refusedCategories];
        await sql(
          `update consent_signer set refused_houses = $3, refused_categories = $4 where consent_id = $1 and person_id = $2`,
          [placed.consents[numberOf(placed.consents, fact.consent)], signerOf(one, signer.who, placed), ...taken],
        );
        return;
      }
      case 'end-custody': {
        const person = now.people[fact.about];
        const custody = person?.custody[numberOf(person.custody, fact.custody)];
        if (!custody) return;
        await sql(`update custody set ends_on = $3 where child_id = $1 and guardian_id = $2`, [
          placed.people[fact.about],
          placed.guardians[custody.guardian],
          formatCivilDay(civilDayOf(placed.start) + (custody.until ?? 0)),
        ]);
        return;
      }
      case 'maturity':
        await sql(`update person set maturity = $2 where id = $1`, [placed.people[fact.about], fact.maturity]);
        return;
      case 'protection':
        await sql(`update person set protection = $2 where id = $1`, [placed.people[fact.about], fact.protection]);
        return;
      case 'lift':
        await sql(
          `update assessment set until = $2, lifted_at = $2, lifted_by = $3, lift_item_id = $4 where id = $1 and lifted_at is null`,
          [placed.assessments[numberOf(placed.assessments, fact.assessment)], start, maria.staffId, placed.items[0]],
        );
        return;
      case 'settings':
        await settle(fact);
    }
  }

  async function assign(placed: Placed, key: string, reason: 'test' | 'group'): Promise<void> {
    const reader = readers.get(key);
    await sql(
      `insert into assignment (id, case_id, branch_id, staff_id, reason) values (gen_random_uuid(), $1, $2, $3, $4)`,
      [placed.caseId, reader?.branchId, reader?.staffId, reason],
    );
  }

  /** The group of the case, in which this reader sits in the post that they hold. */
  async function seat(placed: Placed, key: string): Promise<void> {
    const reader = readers.get(key);
    const groupId = randomUUID();
    await sql(
      `insert into collaboration_group (id, municipality_id, branch_id, kind, form, level, case_id, coordinator_id, created_by)
       values ($1, $2, $3, 'test', 'sig', 'persons', $4, $5, $5)`,
      [groupId, maria.municipalityId, maria.branchId, placed.caseId, maria.staffId],
    );
    await sql(
      `insert into group_member (id, group_id, case_id, branch_id, unit_id, staff_id, membership_id, mandate, terms, added_by)
       select gen_random_uuid(), $1, $2, $3, $4, $5, m.id, 'speaks', 'internal', $6 from membership m where m.staff_id = $5 limit 1`,
      [groupId, placed.caseId, reader?.branchId, reader?.unitId, reader?.staffId, maria.staffId],
    );
  }

  /**
   * Changing a town's settings looks again at every share, case and consent of the town: the next world begins without this
   * one's. What refers to it is gone with it, so that nothing has to be asked of triggers and keys.
   */
  async function clear(placed: Placed): Promise<void> {
    await world.database.moveClock('0');
    const about = [placed.caseId, ...placed.people, ...placed.guardians];
    await sql(`update membership set ends_at = null where ends_at is not null and staff_id = any ($1::uuid[])`, [
      [...readers.values()].map(({ staffId }) => staffId),
    ]);
    await sql(`set session_replication_role = replica`);
    try {
      await sql(
        `with s as (delete from share where case_id = $1), i as (delete from item_subject where item_id = any ($2::uuid[])),
           n as (delete from consent_signer where consent_id = any ($3::uuid[])), c as (delete from consent where case_id = $1),
           a as (delete from assessment where case_id = $1), w as (delete from assignment where case_id = $1),
           t as (delete from item where case_id = $1), m as (delete from group_member where case_id = $1),
           g as (delete from collaboration_group where case_id = $1), f as (delete from case_file where id = $1),
           u as (delete from custody where child_id = any ($4::uuid[])), e as (delete from sight_epoch where about = any ($4::uuid[])),
           h as (delete from named_staff where person_id = any ($4::uuid[])), k as (delete from person_key where person_id = any ($4::uuid[])),
           d as (delete from person_identity where person_id = any ($4::uuid[]))
         delete from person where id = any ($4::uuid[])`,
        [placed.caseId, placed.items, placed.consents, about],
      );
      await sql(`delete from outbox`);
    } finally {
      await sql(`set session_replication_role = default`);
    }
    await settle({ childSignsFrom: null, limits: {} });
  }

  return { place, change, clear };
}
