/**
 * Two consents that lie over each other, and the clock where days begin, end and are too long or too short: each has one
 * answer, the same in the program and in the database, and nothing is missed or done twice (OSL 12:2; SI 2001:127).
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { calendarDate, civilDay, formatCivilDay, type CivilDay } from '#domain/kernel/civil-day.js';
import { DAY, HOUR } from '#domain/kernel/instant.js';
import { birthday } from '#domain/consent/recheck-consent.js';
import { civilDayOf, endOfDay, startOfDay } from '#domain/kernel/stockholm.js';
import { ConsentStore } from '#use-cases/consent/consent.port.js';
import { RecheckConsents } from '#use-cases/consent/recheck-consents.js';
import type { GradedCase } from '../../support/case.js';
import { consentWritten, LivingConsents, type OfferedConsent } from '../../support/living-consent.js';
import { buildWorld, type World } from '../../support/world.js';

const SEEN = ['hemma klockan nio (consent)'];
const SERVICE = { kind: 'service', name: 'consents', requestId: 'test' } as const;

let world: World;
let living: LivingConsents;
beforeAll(async () => {
  world = await buildWorld();
  living = new LivingConsents(world);
}, 60_000);
afterEach(() => world.database.moveClock('0'));
afterAll(() => world?.close());

const signAll = async (of: GradedCase, id: string): Promise<void> => {
  for (const person of [of.guardianId, of.personId]) await living.sign(id, person);
};

/** Another about the same child in the same case, in force. */
async function beside(of: OfferedConsent, over: Parameters<typeof consentWritten>[0] = {}): Promise<string> {
  const maria = world.caller('maria');
  const id = await living.drafts.draft(maria, of.caseId, consentWritten(over));
  await living.drafts.offer(maria, { id, expectedVersion: 1 });
  await signAll(of, id);
  return id;
}

const rangesOf = (itemId: string): Promise<{ n: number; open: boolean }[]> =>
  world.behindTheLocks(
    `select (select count(*)::int from unnest(in_force)) as n, in_force @> clock.now() as open from share where item_id = $1`,
    [itemId],
  );

describe('consents that lie over each other', () => {
  it('hold what either of them holds, whichever is taken back first', async () => {
    for (const first of ['older', 'newer'] as const) {
      const of = await living.offered();
      const itemId = await living.shared(of);
      await signAll(of, of.id);
      const newer = await beside(of, { scope: { ...consentWritten().scope, categories: ['measures-and-plan'] } });
      const [one, other] = first === 'older' ? [of.id, newer] : [newer, of.id];
      expect(await living.seenByPolice(itemId)).toEqual(SEEN);
      await living.withdraw(one, of.guardianId);
      expect([first, await living.seenByPolice(itemId)]).toEqual([first, SEEN]);
      // One stretch without a gap: nobody lost it in between.
      expect(await rangesOf(itemId)).toEqual([{ n: 1, open: true }]);
      await living.withdraw(other, of.guardianId);
      expect([first, await living.seenByPolice(itemId)]).toEqual([first, []]);
      expect(await rangesOf(itemId)).toEqual([{ n: 1, open: false }]);
      expect(await living.withdraw(one, of.guardianId)).toMatchObject({ already: true });
    }
  });

  it('hold what neither has lost: what is struck out of the one is still in the other', async () => {
    const of = await living.offered();
    const itemId = await living.shared(of);
    for (const person of [of.guardianId, of.personId])
      await living.sign(of.id, person, { houses: [], categories: ['measures-and-plan'] });
    expect(await living.seenByPolice(itemId)).toEqual([]);
    const wider = await beside(of);
    expect(await living.seenByPolice(itemId)).toEqual(SEEN);
    await living.withdraw(wider, of.personId);
    expect(await living.seenByPolice(itemId)).toEqual([]);
  });

  it('hold from the one’s beginning to the other’s end', async () => {
    const now = await databaseNow();
    const of = await living.offered({ validUntil: new Date(now + 20 * DAY) });
    const itemId = await living.shared(of);
    await signAll(of, of.id);
    await beside(of, { validFrom: new Date(now + 10 * DAY), validUntil: new Date(now + 30 * DAY) });
    expect(await rangesOf(itemId)).toEqual([{ n: 1, open: true }]);
    for (const [days, seen] of [
      [15, SEEN],
      [25, SEEN],
      [31, []],
    ] as const) {
      await world.database.moveClock(`${days} days`);
      expect([days, await living.seenByPolice(itemId)]).toEqual([days, seen]);
    }
  });
});

const databaseNow = async (): Promise<number> => {
  const [row] = await world.behindTheLocks<{ at: Date }>('select clock.now() as at');
  return row!.at.getTime();
};

const lengthOf = (day: CivilDay): number => endOfDay(day) - startOfDay(day);

/** The next days on which the clock is put forward and back. */
const turningDays = (from: CivilDay): readonly CivilDay[] =>
  Array.from({ length: 400 }, (_, ahead) => from + ahead + 2)
    .filter((day) => lengthOf(day) !== DAY)
    .slice(0, 2);

/** So that it is this instant in the database, whatever time has passed meanwhile. */
const standAt = async (instant: number): Promise<void> => {
  const [row] = await world.behindTheLocks<{ at: Date }>('select now() as at');
  await world.database.moveClock(`${instant - row!.at.getTime()} milliseconds`);
};

describe('the clock', () => {
  it('begins every day at the same instant in the database as in the program', async () => {
    const first = civilDay(2024, 1, 1);
    const rows = await world.behindTheLocks<{ day: string; at: string }>(
      `select d::date::text as day, (extract(epoch from lock.midnight(d::date)) * 1000)::bigint::text as at
       from generate_series('2024-01-01'::date, '2033-12-31'::date, interval '1 day') d order by d`,
    );
    expect(rows).toHaveLength(3653);
    const wrong = rows.filter(({ at }, ahead) => Number(at) !== startOfDay(first + ahead));
    expect(wrong).toEqual([]);
    expect(rows.filter((_, ahead) => lengthOf(first + ahead) !== DAY)).toHaveLength(20);
    const leap = await world.behindTheLocks<{ at: string }>(
      `select (extract(epoch from lock.midnight(lock.birthday('2008-02-29', y))) * 1000)::bigint::text as at from unnest(array[16, 18, 20]) y`,
    );
    const born = { year: 2008, month: 2, day: 29 };
    expect(leap.map(({ at }) => Number(at))).toEqual([16, 18, 20].map((years) => birthday(born, years)));
  });

  it.each([0, 1])(
    'ends a consent at the midnight of a day of 23 or 25 hours, once and not a moment before (%i)',
    async (which) => {
      const day = turningDays(civilDayOf(Date.now()))[which]!;
      expect([23 * HOUR, 25 * HOUR]).toContain(lengthOf(day));
      await standAt(startOfDay(day - 3));
      const end = endOfDay(day);
      const of = await living.offered({ validUntil: new Date(end) });
      const itemId = await living.shared(of);
      await signAll(of, of.id);
      const [share] = await world.behindTheLocks<{ until: Date }>(
        `select upper(in_force) as until from share where item_id = $1`,
        [itemId],
      );
      expect(share?.until.toISOString()).toBe(new Date(end).toISOString());
      const looked = new RecheckConsents(world.asCaller);
      const stateOf = async () => (await living.read(world.caller('maria'), of.id))?.record.state;
      for (const [instant, seen, state] of [
        // Through the hour that there is not, or is twice.
        [startOfDay(day) + 2.5 * HOUR, SEEN, 'active'],
        [end - 20_000, SEEN, 'active'],
        [end, [], 'expired'],
      ] as const) {
        await standAt(instant);
        await looked.reconcile(SERVICE);
        const date = formatCivilDay(day);
        expect([date, instant - end, await living.seenByPolice(itemId)]).toEqual([date, instant - end, seen]);
        expect([date, instant - end, await stateOf()]).toEqual([date, instant - end, state]);
      }
      expect(await looked.reconcile(SERVICE)).toBe(0);
      const events = await world.asCaller.run(world.caller('maria'), (tx) => tx.of(ConsentStore).findEvents(of.id));
      expect(events.filter(({ kind }) => kind === 'expired')).toHaveLength(1);
      await expect(living.withdraw(of.id, of.guardianId)).resolves.toMatchObject({ already: true });
    },
  );

  it.each([0, 1])('counts eighteen years from the first minute of such a day (%i)', async (which) => {
    const day = turningDays(civilDayOf(Date.now()))[which]!;
    await standAt(startOfDay(day - 3));
    const of = await living.offered();
    const { year, month, day: date } = calendarDate(day);
    await world.behindTheLocks(`update person set born = make_date($2, $3, $4) where id = $1`, [
      ...[of.personId, year - 18, month, date],
    ]);
    const itemId = await living.shared(of);
    await living.sign(of.id, of.personId);
    const looked = new RecheckConsents(world.asCaller);
    for (const [instant, seen] of [
      [startOfDay(day) - 20_000, []],
      [startOfDay(day), SEEN],
    ] as const) {
      await standAt(instant);
      await looked.reconcile(SERVICE);
      expect([instant - startOfDay(day), await living.seenByPolice(itemId)]).toEqual([instant - startOfDay(day), seen]);
    }
  });
});
