/**
 * Program and database each decide by themselves who may read what; random worlds show that they agree on every reader and
 * item, today, and after time has passed and something has changed since it was shared, and that nobody is let in by either
 * without a ground (design: one gate). Families read by functions of their own: they are held to the same rule.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { scopeNow } from '#domain/consent/consent.js';
import type { Assessment, Consent, DisclosureCase, HouseParty, Subject } from '#domain/disclosure/case.js';
import { decideDisclosure } from '#domain/disclosure/decide-disclosure.js';
import { whoMustSign } from '#domain/disclosure/who-must-sign.js';
import type { OpeningGround } from '#domain/disclosure/grounds.js';
import type { HouseKind } from '#domain/disclosure/vocabulary.js';
import { calendarDate, civilDay, daysInMonth, formatCivilDay, type CalendarDate } from '#domain/kernel/civil-day.js';
import { civilDayOf } from '#domain/kernel/stockholm.js';
import { hidesName } from '#domain/person/protection.js';
import { FamilyFacts } from '#use-cases/family/family-facts.port.js';
import type { FamilyCaller, StaffCaller } from '#use-cases/gate/caller.js';
import { ItemStore } from '#use-cases/gate/items.port.js';
import { identityPlace } from '#use-cases/gate/seal.js';
import type { SealedItem } from '#use-cases/gate/sealed.js';
import { RoomStore } from '#use-cases/live/room.port.js';
import {
  aLockWorld,
  changed,
  READERS,
  type House,
  type LockWorld,
  type WorldConsent,
  type WorldItem,
  type WorldPerson,
} from '../../support/random-lock-world.js';
import { holdsInWorlds } from '../../support/seeded-worlds.js';
import { buildWorld, type World } from '../../support/world.js';

const HOUR = 3_600_000;
const WORLDS = process.env['SAMNAV_LONG'] === '1' ? 3_000 : 200;
const KINDS: Readonly<Record<House, HouseKind>> = {
  'ekvalla-soc/individ-och-familj': 'social-services',
  'polisen/lpo-ekvalla': 'police',
  'ekvalla-skola/grundskola': 'school',
  'ekvalla-fritid/fritid': 'leisure',
  'regionen/bup': 'health-care',
};

const party = (house: House): HouseParty => {
  const [authority = '', branch = ''] = house.split('/');
  return { kind: KINDS[house], authority, branch };
};

interface Placed {
  readonly caseId: string;
  readonly people: readonly string[];
  readonly guardians: readonly string[];
  readonly items: readonly string[];
  readonly start: number;
}

describe('two locks', () => {
  let world: World;
  let branches: ReadonlyMap<string, string>;
  const readers = new Map<string, StaffCaller>();

  beforeAll(async () => {
    world = await buildWorld();
    for (const key of READERS) readers.set(key, world.caller(key));
    const rows = await world.behindTheLocks<{ house: string; id: string }>(
      `select a.slug || '/' || b.slug as house, b.id from branch b join authority a on a.id = b.authority_id`,
    );
    branches = new Map(rows.map(({ house, id }) => [house, id]));
  });
  afterAll(() => world.close());

  const branchOf = (house: string): string => branches.get(house) ?? '';

  it(
    `agree in ${WORLDS} random worlds, for every reader, item and moment`,
    async () => {
      const seen = { pairs: 0, visible: 0, byShare: 0 };
      const family = { pairs: 0, items: 0, names: 0, held: 0 };
      await holdsInWorlds(
        fc.asyncProperty(aLockWorld, async (made) => {
          const placed = await place(made);
          try {
            await compare(made, placed, 0, seen);
            await compareFamily(made, placed, 0, family);
            await change(made, placed);
            const then = changed(made);
            await compare(then, placed, made.later, seen);
            await compareFamily(then, placed, made.later, family);
          } finally {
            await clear(placed);
          }
        }),
        { numRuns: WORLDS, within: WORLDS * 3_000 },
      );
      process.stderr.write(
        `\n  ${WORLDS} worlds: ${seen.pairs} pairs of staff and item, ${seen.visible} of them visible, ${seen.byShare} by a share; ` +
          `${family.pairs} pairs of family and thing, ${family.items + family.names} of them visible\n`,
      );
      expect(seen.pairs).toBeGreaterThan(WORLDS === 200 ? 5_000 : 100_000);
      // Worlds in which hardly anything opens would prove little.
      expect(seen.visible / seen.pairs).toBeGreaterThan(0.1);
      expect(seen.byShare).toBeGreaterThan(WORLDS);
      expect(family.pairs).toBeGreaterThan(WORLDS * 10);
      expect(family.items).toBeGreaterThan(WORLDS / 5);
      expect(family.names).toBeGreaterThan(WORLDS * 3);
      // Items that the database gives out for deciding and the program holds back: the second look does something.
      expect(family.held).toBeGreaterThan(WORLDS / 20);
    },
    // Longer than the search: a limit that strikes in the midst of it would take what it had found along.
    WORLDS * 3_000 + 60_000,
  );

  async function compare(
    made: LockWorld,
    placed: Placed,
    days: number,
    seen: { pairs: number; visible: number; byShare: number },
  ): Promise<void> {
    await world.database.moveClock(`${days} days`);
    const alone: SealedItem[][] = [];
    for (const [key, reader] of readers) {
      const { sealed, now } = await world.asCaller.run(reader, async (tx) => ({
        sealed: await tx.of(ItemStore).findSealed(placed.items),
        now: tx.now,
      }));
      alone.push(sealed);
      const visible = new Set(sealed.map(({ itemId }) => itemId));
      const opened = await world.gate.openItems({ caller: reader, asOf: now, purpose: 'investigate-need' }, sealed);
      const released = new Set(opened.released.map(({ itemId }) => itemId));
      for (const [n, item] of made.items.entries()) {
        const id = placed.items[n] ?? '';
        const wanted = mayRead(made, placed, item, { key, reader, now: now.getTime() });
        const found = { database: visible.has(id), program: released.has(id) };
        expect({ days, key, item, ...found }).toEqual({ days, key, item, database: wanted, program: wanted });
        seen.pairs += 1;
        if (wanted) seen.visible += 1;
        if (wanted && item.giver !== `${reader.house.authority}/${reader.house.branch}`) seen.byShare += 1;
      }
    }
    // Time changes what the facts come to and not which they are: once for each world is enough for the room.
    if (days !== 0) return;
    // A room of all of them at once is given, fact for fact, what each is given alone.
    const service = { kind: 'service', name: 'sign-in', requestId: 'test' } as const;
    const together = await world.asCaller.run(service, (tx) =>
      tx.of(RoomStore).findSealed([...readers.values()], placed.items),
    );
    expect(together).toEqual(alone);
  }

  /** A young person and a guardian ask for every item and every name; each lock is held to the rule by itself. */
  async function compareFamily(
    made: LockWorld,
    placed: Placed,
    days: number,
    seen: { pairs: number; items: number; names: number; held: number },
  ): Promise<void> {
    const everyone = [...placed.people, ...placed.guardians];
    // One guardian today and the other later: both are asked of in every world, and each moment costs half.
    for (const personId of [placed.people[0] ?? '', placed.guardians[days === 0 ? 0 : 1] ?? '']) {
      const viewer = familyCaller(personId);
      const { items, names, asOf } = await world.asCaller.run(viewer, async (tx) => ({
        items: await tx.of(FamilyFacts).findItems(placed.items),
        names: await tx.of(FamilyFacts).findNames(everyone),
        asOf: tx.now,
      }));
      const told = (await world.familyGate.openItems({ caller: viewer, asOf }, items)).map(({ itemId }) => itemId);
      const named = (await world.familyGate.openNames({ caller: viewer, asOf }, names)).map((name) => name.personId);
      const at = { viewer: personId, now: asOf.getTime() };
      for (const [n, item] of made.items.entries()) {
        const id = placed.items[n] ?? '';
        const wanted = familyMayRead(made, placed, n, at);
        const found = { database: items.some(({ itemId }) => itemId === id), program: told.includes(id) };
        expect({ days, item, ...found }).toEqual({ days, item, ...wanted });
        seen.pairs += 1;
        if (wanted.program) seen.items += 1;
        if (wanted.database && !wanted.program) seen.held += 1;
      }
      for (const id of everyone) {
        const wanted = familyMayName(made, placed, id, at);
        const found = { database: names.some((name) => name.personId === id), program: named.includes(id) };
        expect({ days, names: everyone.indexOf(id), ...found }).toEqual({
          days,
          names: everyone.indexOf(id),
          ...wanted,
        });
        if (wanted.program) seen.names += 1;
      }
    }
  }

  const familyCaller = (personId: string): FamilyCaller => {
    const { municipalityId, branchId } = world.caller('maria');
    const sessionId = '00000000-0000-4000-8000-000000000002';
    return {
      kind: 'family',
      personId,
      municipalityId,
      branchId,
      sessionId,
      origin: '127.0.0.1',
      requestId: 'test family',
    };
  };

  interface FamilyMoment {
    readonly viewer: string;
    readonly now: number;
  }

  /** Whose name is needed now is told of consents about this person, and so is the person (OSL 12:3). */
  function isToldOf(made: LockWorld, placed: Placed, wanted: string, { viewer, now }: FamilyMoment): boolean {
    return wanted === viewer || signersOf(made, placed, wanted, now).includes(viewer);
  }

  function signersOf(made: LockWorld, placed: Placed, wanted: string, now: number): readonly string[] {
    const assessments = made.assessments.map((one) =>
      assessmentOf(one, placed, (hours) => placed.start + hours * HOUR),
    );
    const age = made.childSignsFrom === null ? {} : { childSignsFrom: made.childSignsFrom };
    return whoMustSign(anyoneOf(made, placed, wanted, now), { asOf: now, assessments, ...age });
  }

  function anyoneOf(made: LockWorld, placed: Placed, wanted: string, now: number): Subject {
    const n = placed.people.indexOf(wanted);
    if (n >= 0) return subjectOf(made, placed, n, now);
    return { id: wanted, born: { year: 1980, month: 1, day: 1 }, protection: 'none', guardians: [], maturity: null };
  }

  /** What a family may be told with every fact of the world at hand, whatever the two locks choose to look at. */
  function familyDecides(made: LockWorld, placed: Placed, at: FamilyMoment, what: Partial<DisclosureCase>): boolean {
    const since = (hours: number): number => placed.start + hours * HOUR;
    const [first] = what.subjects ?? [];
    const kind = first?.id === at.viewer ? 'subject' : 'guardian';
    return (
      decideDisclosure(
        {
          asOf: at.now,
          from: party('ekvalla-soc/individ-och-familj'),
          to: { kind, person: at.viewer },
          subjects: [],
          category: 'nomination',
          personData: true,
          form: 'none',
          phase: 'none',
          purpose: 'support',
          recipientAssigned: false,
          recipientNamed: false,
          revealsPlace: false,
          reportedBy: null,
          consents: made.consents.map((one, n) => consentOf(one, n, placed, since)),
          assessments: made.assessments.map((one) => assessmentOf(one, placed, since)),
          ...what,
        },
        { switchedOff: made.switchedOff as OpeningGround[] },
      ).outcome === 'release'
    );
  }

  function familyMayRead(made: LockWorld, placed: Placed, n: number, at: FamilyMoment) {
    const item = made.items[n];
    if (!item) throw new Error('no such item');
    const isAsked = made.consents.some(
      ({ why, about }) => why % made.items.length === n && isToldOf(made, placed, placed.people[about] ?? '', at),
    );
    const database = isAsked && item.subjects.every((s) => isToldOf(made, placed, placed.people[s] ?? '', at));
    const { giver, category, personData, form, phase, revealsPlace, reportedBy } = item;
    const subjects = item.subjects.map((s) => subjectOf(made, placed, s, at.now));
    const what = { from: party(giver), category, personData, form, phase, revealsPlace, reportedBy, subjects };
    return { database, program: database && familyDecides(made, placed, at, what) };
  }

  /** Not over, and something of it left that one house may tell another. */
  function goesOn({ endedAt, validUntil, categories, from, to, signers }: WorldConsent, placed: Placed, now: number) {
    const away = signers.flatMap(({ refusedHouses }) => refusedHouses);
    return (
      endedAt === null &&
      now < placed.start + validUntil * HOUR &&
      categories.some((one) => !signers.some(({ refusedCategories }) => refusedCategories.includes(one))) &&
      from.some((giver) => to.some((taker) => giver !== taker && !away.includes(giver) && !away.includes(taker)))
    );
  }

  function familyMayName(made: LockWorld, placed: Placed, wanted: string, at: FamilyMoment) {
    const isOpen = (id: string): boolean => anyoneOf(made, placed, id, at.now).protection === 'none';
    const beside = made.consents
      .filter((one) => goesOn(one, placed, at.now))
      .map(({ about }) => placed.people[about] ?? '')
      .find((about) => {
        const signing = [about, ...placed.guardians];
        return (
          signing.includes(at.viewer) &&
          signing.includes(wanted) &&
          wanted !== about &&
          [wanted, about, at.viewer].every(isOpen) &&
          isToldOf(made, placed, about, at) &&
          signersOf(made, placed, about, at.now).includes(wanted)
        );
      });
    const about = isToldOf(made, placed, wanted, at) ? wanted : beside;
    if (about === undefined) return { database: false, program: false };
    const subject = anyoneOf(made, placed, about, at.now);
    const isPlace = hidesName(subject.protection);
    const category = isPlace ? ('contact-details' as const) : ('nomination' as const);
    return {
      database: true,
      program: familyDecides(made, placed, at, { subjects: [subject], category, revealsPlace: isPlace }),
    };
  }

  /** The rule asked of the world as it was made up, past every table: the third voice. */
  function mayRead(
    made: LockWorld,
    placed: Placed,
    item: WorldItem,
    at: { key: string; reader: StaffCaller; now: number },
  ): boolean {
    const { key, reader, now } = at;
    if (!made.assigned[key]) return false;
    const since = (hours: number): number => placed.start + hours * HOUR;
    const facts = {
      asOf: now,
      from: party(item.giver),
      to: reader.house,
      subjects: item.subjects.map((n) => subjectOf(made, placed, n, now)),
      category: item.category,
      personData: item.personData,
      form: item.form,
      phase: item.phase,
      recipientAssigned: true,
      recipientNamed: item.subjects.every((n) => made.people[n]?.protection === 'none' || made.named[n]?.includes(key)),
      revealsPlace: item.revealsPlace,
      reportedBy: item.reportedBy,
      ...(made.childSignsFrom === null ? {} : { childSignsFrom: made.childSignsFrom }),
      consents: made.consents.map((one, n) => consentOf(one, n, placed, since)),
      assessments: made.assessments.map((one) => assessmentOf(one, placed, since)),
    } satisfies Omit<DisclosureCase, 'purpose'>;
    const limits = { switchedOff: made.switchedOff as OpeningGround[] };
    const own = item.giver === `${reader.house.authority}/${reader.house.branch}`;
    // What a house has said of where somebody is whom another's register keeps is shown again to nobody there who is not named.
    const isPlace = item.revealsPlace || ['whereabouts', 'contact-details'].includes(item.category);
    const keepsThem = reader.house.kind === 'social-services';
    if (own && isPlace && !keepsThem && !item.subjects.every((n) => made.named[n]?.includes(key))) return false;
    const purposes = own
      ? (['investigate-need'] as const)
      : item.shares
          .filter(
            ({ to, from, until }) =>
              to === `${reader.house.authority}/${reader.house.branch}` &&
              since(from) <= now &&
              (until === null || now < since(until)),
          )
          .map(({ purpose }) => purpose);
    return purposes.some((purpose) => decideDisclosure({ ...facts, purpose }, limits).outcome === 'release');
  }

  function subjectOf(made: LockWorld, placed: Placed, n: number, now: number): Subject {
    const person = made.people[n];
    if (!person) throw new Error('no such person');
    const today = civilDayOf(placed.start);
    const day = civilDayOf(now);
    return {
      id: placed.people[n] ?? '',
      born: bornOf(person, placed.start),
      protection: person.protection,
      guardians: person.custody
        .filter(({ from, until }) => today + from <= day && (until === null || today + until > day))
        .map(({ guardian }) => placed.guardians[guardian] ?? ''),
      maturity: person.maturity,
    };
  }

  async function place(made: LockWorld): Promise<Placed> {
    await world.database.moveClock('0');
    const [clock] = await world.behindTheLocks<{ now: Date }>(`select date_trunc('milliseconds', clock.now()) as now`);
    const start = clock?.now.getTime() ?? 0;
    const maria = world.caller('maria');
    const placed: Placed = {
      caseId: randomUUID(),
      people: made.people.map(() => randomUUID()),
      guardians: [randomUUID(), randomUUID()],
      items: made.items.map(() => randomUUID()),
      start,
    };
    const sql = world.behindTheLocks;
    const at = (hours: number | null): Date | null => (hours === null ? null : new Date(start + hours * HOUR));
    const day = (days: number): string => formatCivilDay(civilDayOf(start) + days);
    if (made.childSignsFrom !== null || made.switchedOff.length > 0)
      await sql(`update municipality set settings = settings || $1 where id = $2`, [
        JSON.stringify({
          ...(made.childSignsFrom === null ? {} : { childSignsFrom: made.childSignsFrom }),
          disclosure: { switchedOff: made.switchedOff },
        }),
        maria.municipalityId,
      ]);
    for (const id of placed.guardians) await addPerson(id, '1980-01-01', 'none', null);
    for (const [n, person] of made.people.entries())
      await addPerson(placed.people[n] ?? '', writtenDate(bornOf(person, start)), person.protection, person.maturity);
    for (const [n, person] of made.people.entries())
      for (const { guardian, from, until } of person.custody)
        await sql(
          `insert into custody (id, child_id, guardian_id, source, starts_on, ends_on) values (gen_random_uuid(), $1, $2, 'told', $3, $4)`,
          [placed.people[n], placed.guardians[guardian], day(from), until === null ? null : day(until)],
        );
    await sql(`insert into case_file (id, municipality_id, branch_id, person_id) values ($1, $2, $3, $4)`, [
      placed.caseId,
      maria.municipalityId,
      maria.branchId,
      placed.people[0],
    ]);
    const seated = made.change.kind === 'membership' ? made.change.reader : null;
    for (const key of readers.keys())
      if (made.assigned[key]) await assign(placed, key, key === seated ? 'group' : 'test');
    if (seated !== null) await seat(placed, seated);
    for (const [n, keys] of made.named.entries())
      for (const key of keys)
        await sql(`insert into named_staff (person_id, staff_id) values ($1, $2)`, [
          placed.people[n],
          readers.get(key)?.staffId,
        ]);
    const { ciphertext, keyVersion } = await sealedText(placed);
    for (const [n, item] of made.items.entries()) {
      await sql(
        `insert into item (id, municipality_id, case_id, branch_id, giver_kind, category, form, phase, person_data, reveals_place, reported_by, key_person_id, key_version, ciphertext)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
        [
          placed.items[n],
          maria.municipalityId,
          placed.caseId,
          branchOf(item.giver),
          KINDS[item.giver],
          item.category,
          item.form,
          item.phase,
          item.personData,
          item.revealsPlace,
          item.reportedBy,
          placed.people[0],
          keyVersion,
          ciphertext(placed.items[n] ?? ''),
        ],
      );
      await sql(
        `insert into item_subject (item_id, person_id, position) select $1, p, n from unnest($2::uuid[]) with ordinality x(p, n)`,
        [placed.items[n], item.subjects.map((s) => placed.people[s])],
      );
    }
    if (made.sharedFirst) await share(made, placed);
    for (const one of made.consents) {
      const id = randomUUID();
      await sql(
        `insert into consent (id, municipality_id, branch_id, case_id, person_id, state, from_houses, to_houses, categories, purposes, situations, valid_from, valid_until, withdrawn_at, ended_at, notice_id, notice_version, notice_hash, item_id)
         values ($1, $2, $3, $4, $5, case when $13::timestamptz is null then 'active' else 'renewed' end, $6, $7, $8, $9, '{meeting}', least($10::timestamptz, $11::timestamptz - interval '1 hour'), $11, $12, $13, 'n', '1', '', $14)`,
        [
          id,
          maria.municipalityId,
          maria.branchId,
          placed.caseId,
          placed.people[one.about],
          one.from,
          one.to,
          one.categories,
          one.purposes,
          at(one.validFrom),
          at(one.validUntil),
          at(one.withdrawnAt),
          at(one.endedAt),
          placed.items[one.why % placed.items.length],
        ],
      );
      for (const signer of one.signers)
        await sql(
          `insert into consent_signer (consent_id, person_id, stands_as, signed_at, method, refused_houses, refused_categories) values ($1, $2, $3, $4, $5, $6, $7)`,
          [
            id,
            signer.who === 'self' ? placed.people[one.about] : placed.guardians[signer.who],
            signer.who === 'self' ? 'subject' : 'guardian',
            at(signer.at),
            signer.at === null ? null : 'e-id',
            signer.refusedHouses,
            signer.refusedCategories,
          ],
        );
    }
    for (const one of made.assessments)
      await sql(
        `insert into assessment (id, municipality_id, branch_id, case_id, ground, person_id, from_house, to_house, categories, criteria, decided_by, decided_as, decided_at, until)
         values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
        [
          maria.municipalityId,
          branchOf(one.from),
          placed.caseId,
          one.ground,
          placed.people[one.about],
          one.from,
          toOf(one.to, placed),
          one.categories,
          JSON.stringify(one.criteria),
          maria.staffId,
          one.role,
          at(one.at),
          at(one.until),
        ],
      );
    if (!made.sharedFirst) await share(made, placed);
    return placed;
  }

  /** Past every use case, as a hand on the tables would: what the second lock reckoned must follow by itself. */
  async function change({ change: what, assigned, items }: LockWorld, placed: Placed): Promise<void> {
    if (what.kind === 'nothing') return;
    if (what.kind === 'phase') {
      const values = [placed.items[what.item % items.length], what.phase];
      await world.behindTheLocks(`update item set phase = $2 where id = $1`, values);
      return;
    }
    const reader = readers.get(what.reader);
    if (what.kind === 'membership')
      await world.behindTheLocks(`update membership set ends_at = clock.now() where staff_id = $1`, [reader?.staffId]);
    else if (assigned[what.reader])
      await world.behindTheLocks(`update assignment set ends_at = clock.now() where case_id = $1 and staff_id = $2`, [
        placed.caseId,
        reader?.staffId,
      ]);
    else await assign(placed, what.reader, 'test');
  }

  async function assign(placed: Placed, key: string, reason: 'test' | 'group'): Promise<void> {
    const reader = readers.get(key);
    await world.behindTheLocks(
      `insert into assignment (id, case_id, branch_id, staff_id, reason) values (gen_random_uuid(), $1, $2, $3, $4)`,
      [placed.caseId, reader?.branchId, reader?.staffId, reason],
    );
  }

  /** The group of the case, in which this reader sits in the post that they hold. */
  async function seat(placed: Placed, key: string): Promise<void> {
    const maria = world.caller('maria');
    const reader = readers.get(key);
    const groupId = randomUUID();
    await world.behindTheLocks(
      `insert into collaboration_group (id, municipality_id, branch_id, kind, form, level, case_id, coordinator_id, created_by)
       values ($1, $2, $3, 'test', 'sig', 'persons', $4, $5, $5)`,
      [groupId, maria.municipalityId, maria.branchId, placed.caseId, maria.staffId],
    );
    await world.behindTheLocks(
      `insert into group_member (id, group_id, case_id, branch_id, unit_id, staff_id, membership_id, mandate, terms, added_by)
       select gen_random_uuid(), $1, $2, $3, $4, $5, m.id, 'speaks', 'internal', $6 from membership m where m.staff_id = $5 limit 1`,
      [groupId, placed.caseId, reader?.branchId, reader?.unitId, reader?.staffId, maria.staffId],
    );
  }

  async function share(made: LockWorld, placed: Placed): Promise<void> {
    const at = (hours: number | null): Date | null => (hours === null ? null : new Date(placed.start + hours * HOUR));
    for (const [n, item] of made.items.entries())
      for (const share of item.shares)
        await world.behindTheLocks(
          `insert into share (id, item_id, from_branch_id, to_branch_id, purpose, ground, given) values (gen_random_uuid(), $1, $2, $3, $4, 'test', tstzrange($5, $6))`,
          [placed.items[n], branchOf(item.giver), branchOf(share.to), share.purpose, at(share.from), at(share.until)],
        );
  }

  async function addPerson(id: string, born: string, protection: string, maturity: string | null): Promise<void> {
    const { municipalityId, branchId } = world.caller('maria');
    await world.behindTheLocks(
      `insert into person (id, municipality_id, branch_id, born, protection, maturity) values ($1, $2, $3, $4, $5, $6)`,
      [id, municipalityId, branchId, born, protection, maturity],
    );
  }

  /** Everyone's key and name, and how a text is sealed with that of the case's person to stand in an item's row. */
  async function sealedText(placed: Placed): Promise<{ ciphertext: (itemId: string) => Buffer; keyVersion: number }> {
    const { AesFieldCipher } = await import('#platform/crypto/aes-field-cipher.js');
    const cipher = new AesFieldCipher(world.settings.keys);
    const owner = placed.people[0] ?? '';
    const everyone = [...placed.people, ...placed.guardians];
    const keys = new Map(everyone.map((id) => [id, cipher.newPersonKey(id)]));
    const key = keys.get(owner);
    if (!key) throw new Error('no key');
    await world.behindTheLocks(
      `insert into person_key (person_id, wrapped, kek_version) select * from unnest($1::uuid[], $2::bytea[], $3::integer[])`,
      [everyone, [...keys.values()].map(({ wrapped }) => wrapped), [...keys.values()].map((one) => one.kekVersion)],
    );
    const name = JSON.stringify({ givenName: 'x', familyName: 'y', personalNumber: null });
    const names = [...keys].map(([id, one]) => cipher.encrypt(id, one, identityPlace(id), name));
    await world.behindTheLocks(
      `insert into person_identity (person_id, ciphertext, key_version) select * from unnest($1::uuid[], $2::bytea[], $3::integer[])`,
      [everyone, names.map(({ ciphertext }) => ciphertext), names.map(({ keyVersion }) => keyVersion)],
    );
    const seal = (itemId: string) =>
      cipher.encrypt(owner, key, { table: 'item', column: 'ciphertext', row: itemId }, JSON.stringify({ text: 'x' }));
    return { ciphertext: (itemId) => seal(itemId).ciphertext, keyVersion: seal(owner).keyVersion };
  }

  /** Changing a town's settings looks again at every share of the town: the next world begins without this one's. */
  async function clear(placed: Placed): Promise<void> {
    await world.database.moveClock('0');
    await world.behindTheLocks(`delete from share where item_id = any ($1::uuid[])`, [placed.items]);
    await world.behindTheLocks(`update membership set ends_at = null where staff_id = any ($1::uuid[])`, [
      [...readers.values()].map(({ staffId }) => staffId),
    ]);
    await world.behindTheLocks(`update municipality set settings = settings - 'disclosure' - 'childSignsFrom'`);
  }
});

function bornOf(person: WorldPerson, start: number): CalendarDate {
  const { year, month, day } = calendarDate(civilDayOf(start) + person.days);
  const born = year - person.age;
  return { year: born, month, day: Math.min(day, daysInMonth(born, month)) };
}

const writtenDate = ({ year, month, day }: CalendarDate): string => formatCivilDay(civilDay(year, month, day));

const toOf = (to: House | number, placed: Placed): string =>
  typeof to === 'number' ? `person:${placed.guardians[to]}` : to;

function consentOf(
  one: LockWorld['consents'][number],
  n: number,
  placed: Placed,
  since: (hours: number) => number,
): Consent {
  const idOf = (who: 'self' | number): string =>
    (who === 'self' ? placed.people[one.about] : placed.guardians[who]) ?? '';
  const signers = one.signers.map((signer) => ({
    refusals: { houses: signer.refusedHouses, categories: signer.refusedCategories },
  }));
  return {
    id: String(n),
    person: placed.people[one.about] ?? '',
    ...scopeNow({ offered: one, signers }),
    validFrom: Math.min(since(one.validFrom), since(one.validUntil) - HOUR),
    validUntil: since(one.validUntil),
    withdrawnAt: firstOf(one.withdrawnAt, one.endedAt, since),
    signatures: one.signers.flatMap(({ who, at }) => (at === null ? [] : [{ signer: idOf(who), at: since(at) }])),
  };
}

const firstOf = (one: number | null, other: number | null, since: (hours: number) => number): number | null =>
  one === null && other === null ? null : Math.min(...[one, other].filter((at) => at !== null).map(since));

function assessmentOf(
  one: LockWorld['assessments'][number],
  placed: Placed,
  since: (hours: number) => number,
): Assessment {
  return {
    ground: one.ground,
    person: placed.people[one.about] ?? '',
    from: one.from,
    to: toOf(one.to, placed),
    categories: one.categories,
    criteria: one.criteria,
    by: { name: 'Maria', role: one.role },
    at: since(one.at),
    until: since(one.until),
  };
}
