/**
 * Program and database each decide by themselves who may read what; random worlds show that they agree on every reader and
 * item, today, and after time has passed and something has changed since it was shared, and that nobody is let in by either
 * without a ground (design: one gate). Families read by functions of their own: they are held to the same rule.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { scopeNow } from '#domain/consent/consent.js';
import type { Assessment, Consent, DisclosureCase, HouseParty, Subject } from '#domain/disclosure/case.js';
import { decideDisclosure } from '#domain/disclosure/decide-disclosure.js';
import { whoMustSign } from '#domain/disclosure/who-must-sign.js';
import { civilDayOf } from '#domain/kernel/stockholm.js';
import { hidesName } from '#domain/person/protection.js';
import { PgAsCaller } from '#store/caller/pg-as-caller.js';
import { runtimeDataSource } from '#store/database.js';
import { FamilyFacts } from '#use-cases/family/family-facts.port.js';
import type { FamilyCaller, StaffCaller } from '#use-cases/gate/caller.js';
import { ItemStore } from '#use-cases/gate/items.port.js';
import { decideItem } from '#use-cases/gate/open.js';
import { RoomStore } from '#use-cases/live/room.port.js';
import { changed } from '../../support/changed-lock-world.js';
import {
  HOUR,
  KINDS,
  lockWorldRows,
  signerOf,
  toOf,
  type LockWorldRows,
  type Placed,
} from '../../support/placed-lock-world.js';
import {
  aLockWorld,
  bornOf,
  READERS,
  type House,
  type LockWorld,
  type WorldConsent,
  type WorldItem,
} from '../../support/random-lock-world.js';
import { holdsInWorlds } from '../../support/seeded-worlds.js';
import { buildWorld, type World } from '../../support/world.js';

const WORLDS = process.env['SAMNAV_LONG'] === '1' ? 3_300 : 200;
const party = (house: House): HouseParty => {
  const [authority = '', branch = ''] = house.split('/');
  return { kind: KINDS[house], authority, branch };
};

describe('two locks', () => {
  let world: World;
  let rows: LockWorldRows;
  let pastPolicies: PgAsCaller;
  let source: DataSource;
  const readers = new Map<string, StaffCaller>();

  beforeAll(async () => {
    world = await buildWorld();
    // Who no policy binds, and in other respects the same callers: what the program then releases is its own doing.
    source = await runtimeDataSource(world.database.urls.admin, 10, 'past the policies').initialize();
    pastPolicies = new PgAsCaller(source);
    for (const key of READERS) readers.set(key, world.caller(key));
    rows = await lockWorldRows(world, readers);
  });
  afterAll(async () => {
    await source.destroy();
    await world.close();
  });

  it(
    `agree in ${WORLDS} random worlds, for every reader, item and moment`,
    async () => {
      const seen = { pairs: 0, visible: 0, byShare: 0, turned: 0, barred: 0 };
      const family = { pairs: 0, items: 0, names: 0, held: 0 };
      await holdsInWorlds(
        fc.asyncProperty(aLockWorld, async (made) => {
          const placed = await rows.place(made);
          try {
            await compare(made, placed, 0, seen);
            await compareFamily(made, placed, 0, family);
            await rows.change(made, placed);
            const then = changed(made);
            await compare(then, placed, made.later, seen, made);
            await compareFamily(then, placed, made.later, family);
          } finally {
            await rows.clear(placed);
          }
        }),
        { numRuns: WORLDS, within: WORLDS * 3_000 },
      );
      process.stderr.write(
        `\n  ${WORLDS} worlds: ${seen.pairs} pairs of staff and item, ${seen.visible} of them visible, ${seen.byShare} by a share, ${seen.turned} turned by what happened after it, ${seen.barred} of all that the program held back by itself; ` +
          `${family.pairs} pairs of family and thing, ${family.items + family.names} of them visible\n`,
      );
      expect(seen.pairs).toBeGreaterThan(WORLDS === 200 ? 5_000 : 100_000);
      // Worlds in which hardly anything opens would prove little.
      expect(seen.visible / seen.pairs).toBeGreaterThan(0.1);
      expect(seen.byShare).toBeGreaterThan(WORLDS);
      expect(seen.turned).toBeGreaterThan(WORLDS / 4);
      // What the policies would have kept back, and the program keeps back without them.
      expect(seen.barred).toBeGreaterThan(WORLDS * 10);
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
    seen: { pairs: number; visible: number; byShare: number; turned: number; barred: number },
    before?: LockWorld,
  ): Promise<void> {
    await world.database.moveClock(`${days} days`);
    // The policies are out of the way in one of the two moments: that shows as much, and costs half.
    const alone = before ? await releasedPastPolicies(placed) : undefined;
    const found = await Promise.all(
      [...readers.values()].map((reader) =>
        world.asCaller.run(reader, async (tx) => ({
          sealed: await tx.of(ItemStore).findSealed(placed.items),
          now: tx.now,
        })),
      ),
    );
    const opened = await world.gate.openItemsForEach(
      [...readers.values()].map((caller, at) => ({
        caller,
        asOf: found[at]?.now ?? new Date(0),
        purpose: 'investigate-need',
        sealed: found[at]?.sealed ?? [],
      })),
    );
    for (const [at, [key, reader]] of [...readers].entries()) {
      const visible = new Set(found[at]?.sealed.map(({ itemId }) => itemId));
      const released = new Set(opened[at]?.released.map(({ itemId }) => itemId));
      const now = found[at]?.now.getTime() ?? 0;
      for (const [n, item] of made.items.entries()) {
        const id = placed.items[n] ?? '';
        const wanted = mayRead(made, placed, item, { key, reader, now });
        const answers = { database: visible.has(id), program: released.has(id) };
        expect({ days, key, item, ...answers }).toEqual({ days, key, item, database: wanted, program: wanted });
        seen.pairs += 1;
        // Whose post has ended is nobody's caller, which is decided where they come in; and what tells of nobody may be told anybody.
        if (alone && item.personData && !(made.change.kind === 'membership' && made.change.reader === key)) {
          const own = alone.get(key);
          expect({ days, key, item, alone: own?.released.has(id) }).toEqual({ days, key, item, alone: wanted });
          if (!wanted && own?.found.has(id)) seen.barred += 1;
        }
        if (wanted) seen.visible += 1;
        if (before && mayRead(before, placed, item, { key, reader, now }) !== wanted) seen.turned += 1;
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
    expect(together).toEqual(found.map(({ sealed }) => sealed));
  }

  /** What the program finds and releases to each reader where no policy stands beneath it. */
  async function releasedPastPolicies(
    placed: Placed,
  ): Promise<ReadonlyMap<string, { readonly found: ReadonlySet<string>; readonly released: ReadonlySet<string> }>> {
    const answers = await Promise.all(
      [...readers].map(([key, caller]) =>
        pastPolicies.run(caller, async (tx) => {
          const sealed = await tx.of(ItemStore).findSealed(placed.items);
          const opening = { caller, asOf: tx.now, purpose: 'investigate-need' } as const;
          const released = sealed.filter((item) => decideItem(opening, item).outcome === 'release');
          const ids = (items: typeof sealed) => new Set(items.map(({ itemId }) => itemId));
          return [key, { found: ids(sealed), released: ids(released) }] as const;
        }),
      ),
    );
    return new Map(answers);
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
    const viewers = [placed.people[0] ?? '', placed.guardians[days === 0 ? 0 : 1] ?? ''];
    const answers = await Promise.all(
      viewers.map(async (personId) => {
        const viewer = familyCaller(personId);
        const { items, names, asOf } = await world.asCaller.run(viewer, async (tx) => ({
          items: await tx.of(FamilyFacts).findItems(placed.items),
          names: await tx.of(FamilyFacts).findNames(everyone),
          asOf: tx.now,
        }));
        const reading = { caller: viewer, asOf };
        const told = (await world.familyGate.openItems(reading, items)).map(({ itemId }) => itemId);
        const named = (await world.familyGate.openNames(reading, names)).map((name) => name.personId);
        return { personId, items, names, asOf, told, named };
      }),
    );
    for (const { personId, items, names, asOf, told, named } of answers) {
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
        made.limits,
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
    return purposes.some((purpose) => decideDisclosure({ ...facts, purpose }, made.limits).outcome === 'release');
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
});

function consentOf(
  one: LockWorld['consents'][number],
  n: number,
  placed: Placed,
  since: (hours: number) => number,
): Consent {
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
    signatures: one.signers.flatMap(({ who, at }) =>
      at === null ? [] : [{ signer: signerOf(one, who, placed), at: since(at) }],
    ),
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
