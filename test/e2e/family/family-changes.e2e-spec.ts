/**
 * What a family reads beside the plan as it stands: the figures that the parties follow, with both their readings, and what stood
 * there before; each of them only what was written for them then and may be told to them now ([S1]; OSL 12:1–3).
 */
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startApi, type Api, type ApiClient } from '../../support/api.js';
import { startBankid, type BankidTown } from '../../support/bankid.js';
import { ACT_ON_ENTRY, TELL_VALUE } from '../../support/busy-plan.js';
import { bankidEnv, FamilyBrowser, linkTo } from '../../support/family.js';
import { plannedFamily, type PlannedFamily } from '../../support/planned-family.js';
import { buildWorld, type World } from '../../support/world.js';

const PLANS = `{ familyPlans { entries { id part words owner { kind } series { measured { unit better cadence }
  values { period value } reading { from to way isBetter left } } } } }`;
const MARK = `{ familyMark }`;
const CHANGES = `query($id: ID!) { familyPlanChanges(groupId: $id) { number until differences { entryId kind part what changed
  before { words state followUpOn promisedBy { who givenName } } after { words state followUpOn promisedBy { who givenName } } } } }`;
const CHANGE = `mutation($i: ChangePlanEntryInput!) { changePlanEntry(input: $i) }`;
const STAFF = `query($id: ID!) { plan(groupId: $id) { entries { id version said { text version } } } }`;

jest.setTimeout(120_000);

let world: World;
let bankid: BankidTown;
let api: Api;
let maria: ApiClient;
beforeAll(async () => {
  world = await buildWorld();
  bankid = await startBankid();
  api = await startApi(world.database, bankidEnv(bankid));
  maria = await api.as({ id: world.town.staff.get('maria') ?? '' });
}, 120_000);
// The families come again.
afterEach(async () => {
  await world.behindTheLocks(
    `update collaboration_group set standing = 'closed', closed_at = clock.now() where closed_at is null`,
  );
  await world.behindTheLocks(`update person set maturity = null where maturity is not null`);
});
afterAll(async () => {
  await api?.close();
  await bankid?.close();
  await world?.close();
});

async function known({ consentId, person }: PlannedFamily, givenName: string): Promise<FamilyBrowser> {
  const own = new FamilyBrowser(api, bankid);
  await own.signIn(await linkTo(world, maria, { consentId, personId: person(givenName) }), givenName);
  return own;
}

const entries = async (who: FamilyBrowser): Promise<any[]> =>
  (await who.query(PLANS)).familyPlans.flatMap((plan: any) => plan.entries);
const changes = async (who: FamilyBrowser, { group }: PlannedFamily): Promise<any[]> =>
  (await who.query(CHANGES, { id: group.id })).familyPlanChanges;
const anew = async ({ group }: PlannedFamily, key: string, id: string, i: object): Promise<unknown> => {
  const client = await group.as(key);
  const { plan } = await client.query(STAFF, { id: group.id });
  const { version, said } = plan.entries.find((one: { id: string }) => one.id === id);
  return client.query(CHANGE, {
    i: { entryId: id, version, itemVersion: said.version, words: said.text, forFamily: true, ...i },
  });
};

describe('the figures that are followed', () => {
  const SERIES = {
    ...{ kind: 'series', words: 'Är i skolan, av schemalagd tid' },
    measured: { unit: 'percent', better: 'more', cadence: 'week' },
  };

  it('stand in the plan with where they have gone and what is left, come in as they are told, and only as far as they may be told', async () => {
    const of = await plannedFamily(world, api, ['Melvin', 'Linda', 'Tomas']);
    const { write, seat, group } = of;
    const school = { category: 'school-attendance-and-results', ownerMemberId: seat('school') };
    const seriesId = await write('anna', { ...SERIES, ...school });
    const kept = await write('anna', { ...SERIES, ...school, words: 'Bråk hemma', category: 'home-and-family' });
    const unsaid = await write('anna', { ...SERIES, ...school, words: 'Bara för oss', forFamily: false });
    const tell = async (id: string, on: string, value: string) =>
      (await group.as('lena')).query(TELL_VALUE, { i: { seriesId: id, on, value } });
    const [linda, melvin] = [await known(of, 'Linda'), await known(of, 'Melvin')];
    expect((await entries(linda)).map(({ id, series }) => [id, series.values, series.reading])).toEqual([
      [seriesId, [], null],
    ]);
    const mark = async () => (await linda.query(MARK)).familyMark;
    const before = await mark();
    await tell(seriesId, '2026-01-07', '6');
    expect(await mark()).not.toBe(before);
    await tell(seriesId, '2026-01-14', '65');
    await (await group.as('anna')).query(TELL_VALUE, { i: { seriesId: kept, on: '2026-01-07', value: '40' } });
    await tell(unsaid, '2026-01-07', '99');
    for (const who of [linda, melvin])
      expect((await entries(who)).find(({ id }) => id === seriesId)).toMatchObject({
        ...{ part: 'figures', words: SERIES.words, owner: { kind: 'school' } },
        series: {
          measured: SERIES.measured,
          values: [
            { period: '2026-01-05', value: 6 },
            { period: '2026-01-12', value: 65 },
          ],
          reading: { from: 6, to: 65, way: 'up', isBetter: true, left: 35 },
        },
      });
    expect((await entries(linda)).map(({ id }) => id)).toEqual([seriesId]);
    expect((await entries(melvin)).map(({ id }) => id)).toEqual([seriesId, kept]);
    // An id may hold any two figures.
    const said = (await linda.bytes(PLANS)).replace(/[0-9a-f-]{36}/g, '');
    for (const word of ['Bråk', '40', '99']) expect(said).not.toContain(word);
    // What the young person alone may see is no guardian's, not one figure of it.
    await world.behindTheLocks(`update person set maturity = 'child' where id = $1`, [of.person('Melvin')]);
    expect(await entries(linda)).toEqual([]);
    expect((await entries(melvin)).length).toBe(2);
  });
});

describe('what stood there before', () => {
  it('is read beside what stands there now, each time that the reader was asked, in the words that were theirs', async () => {
    const of = await plannedFamily(world, api, ['Melvin', 'Linda', 'Tomas']);
    const { write, seat, person, group } = of;
    const dream = await write('anna', { kind: 'future', words: 'Om tio år har jag en egen verkstad.' });
    const measure = { kind: 'measure', needArea: 'leisure', aim: 'Fler kvällar.', followUpOn: '2099-01-01' };
    const ride = await write('anna', {
      ...{ ...measure, words: 'Skjutsar till träningen.', ownerMemberId: seat('social-services') },
      promisedBy: person('Linda'),
    });
    const over = await write('anna', { ...measure, words: 'Läxhjälp hemma.', ownerMemberId: seat('social-services') });
    const linda = await known(of, 'Linda');
    expect(await changes(linda, of)).toEqual([]);
    await of.putForward();
    expect(await changes(linda, of)).toEqual([{ number: 1, until: null, differences: [] }]);
    await anew(of, 'anna', dream, { words: 'Om tio år har jag två verkstäder.', familyWords: 'Två egna verkstäder.' });
    await of.putForward();
    const anna = await group.as('anna');
    await anna.query(ACT_ON_ENTRY, { i: { entryId: ride, version: 1, act: 'start' } });
    await anna.query(ACT_ON_ENTRY, {
      i: { entryId: over, version: 1, act: 'end', result: 'partly', words: 'För sent på kvällen.' },
    });
    const goal = await write('anna', { kind: 'goal', words: 'Komma in på fordon.' });
    const [second, first] = await changes(linda, of);
    expect(first).toMatchObject({ number: 1, until: expect.any(String) });
    expect(first.differences).toMatchObject([
      {
        ...{ entryId: dream, part: 'future', what: 'changed', changed: ['words'] },
        before: { words: 'Om tio år har jag en egen verkstad.' },
        after: { words: 'Två egna verkstäder.' },
      },
    ]);
    expect(second).toMatchObject({ number: 2, until: null });
    expect(second.differences.map(({ entryId, what, changed }: any) => [entryId, what, changed])).toEqual([
      [ride, 'changed', ['state']],
      [goal, 'added', []],
      [over, 'taken-away', []],
    ]);
    expect(second.differences[0]).toMatchObject({
      before: { state: 'planned', promisedBy: { who: 'me' } },
      after: { state: 'running' },
    });
    // Why it ended is told face to face; each wording that was read stands in the ledger by its version.
    expect(await linda.bytes(CHANGES, { id: group.id })).not.toContain('För sent');
    const read = await world.behindTheLocks<{ version: number }>(
      `select distinct item_version as version from ledger_entry l join plan_entry e on e.item_id = l.item_id
        where e.id = $1 and l.actor_person = $2 and l.action = 'read' order by 1`,
      [dream, person('Linda')],
    );
    expect(read.map(({ version }) => version)).toEqual([1, 2]);
  });

  it('holds nothing that was not written for them then, nor what may not be told to them now, and nobody else’s', async () => {
    const of = await plannedFamily(world, api, ['Melvin', 'Linda', 'Tomas']);
    const { write, group, person } = of;
    const dream = await write('anna', { kind: 'future', words: 'En egen verkstad.' });
    const late = await write('anna', { kind: 'adaptation', words: 'Orkar inte långa möten.', forFamily: false });
    const wrong = await write('anna', { kind: 'strength', words: 'Gäller fel barn.' });
    const home = await write('anna', {
      kind: 'risk',
      words: 'Bråken hemma.',
      needArea: 'family',
      category: 'home-and-family',
    });
    await of.putForward();
    await anew(of, 'anna', late, { words: 'Korta möten passar bäst.' });
    await anew(of, 'anna', home, { words: 'Kvällarna hemma.', needArea: 'family' });
    await (
      await group.as('anna')
    ).query(ACT_ON_ENTRY, {
      i: { entryId: wrong, version: 1, act: 'remove', words: 'Fel barn.' },
    });
    const [linda, melvin] = [await known(of, 'Linda'), await known(of, 'Melvin')];
    const told = async (who: FamilyBrowser) =>
      (await changes(who, of))[0].differences.map(({ entryId, what, before, after }: any) => [
        ...[entryId, what, before?.words ?? null, after?.words ?? null],
      ]);
    expect(await told(linda)).toEqual([[late, 'added', null, 'Korta möten passar bäst.']]);
    expect(await told(melvin)).toEqual([
      [late, 'added', null, 'Korta möten passar bäst.'],
      [home, 'changed', 'Bråken hemma.', 'Kvällarna hemma.'],
    ]);
    for (const who of [linda, melvin])
      for (const word of ['Orkar', 'fel barn']) expect(await who.bytes(CHANGES, { id: group.id })).not.toContain(word);
    // What is taken from the family is taken with what it said before.
    await anew(of, 'anna', dream, { words: 'Två verkstäder.' });
    await anew(of, 'anna', dream, { forFamily: false });
    expect(JSON.stringify(await changes(linda, of))).not.toContain('verkst');
    const other = await plannedFamily(world, api, ['Nora', 'Samira', 'Peter'], { apart: true });
    expect(await linda.refusal(CHANGES, { id: other.group.id })).toBe('NOT_FOUND');
    await world.behindTheLocks(`update person set maturity = 'child' where id = $1`, [person('Melvin')]);
    expect(await linda.refusal(CHANGES, { id: group.id })).toBe('NOT_FOUND');
    expect((await told(melvin)).length).toBeGreaterThan(0);
  });

  it('shows parents who meet it apart nothing of what the other promised', async () => {
    const of = await plannedFamily(world, api, ['Nora', 'Samira', 'Peter'], { apart: true });
    const { write, seat, person } = of;
    await write('anna', { kind: 'future', words: 'Jag bor vid havet.' });
    const ride = await write('anna', {
      ...{ kind: 'measure', words: 'Skjutsar på tisdagar.', needArea: 'leisure', aim: 'Fler kvällar.' },
      ...{ ownerMemberId: seat('social-services'), followUpOn: '2099-01-01', promisedBy: person('Samira') },
    });
    await of.putForward();
    await (await of.group.as('anna')).query(ACT_ON_ENTRY, { i: { entryId: ride, version: 1, act: 'start' } });
    const [samira, peter] = [await known(of, 'Samira'), await known(of, 'Peter')];
    expect((await changes(samira, of))[0].differences).toHaveLength(1);
    expect((await changes(peter, of))[0].differences).toEqual([]);
  });
});
