/**
 * A family sees when those whom it has said yes to meet, and nothing else of it: no place, nobody who comes, and never that
 * an internal hub is held (OSL 10:1, 12:3, 26:1).
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DAY } from '#domain/kernel/instant.js';
import { startApi, type Api, type ApiClient } from '../../support/api.js';
import { startBankid, type BankidTown } from '../../support/bankid.js';
import {
  bankidEnv,
  FamilyBrowser,
  linkTo,
  offerConsent,
  openFamily,
  POLICE,
  SCHOOL,
  SOC,
  type Family,
} from '../../support/family.js';
import type { HubUnderTest } from '../../support/hub.js';
import { conveneJoint, enterMeasures, TOLD } from '../../support/joint.js';
import { buildWorld, type World } from '../../support/world.js';

const MEETINGS = `{ familyHome { now meetings { consentId startsAt endsAt } } }`;
const HOUSES = [SOC, POLICE, SCHOOL];

let world: World;
let bankid: BankidTown;
let api: Api;
let maria: ApiClient;
let of: Family;
let consentId: string;
let table: HubUnderTest;
const known = new Map<string, FamilyBrowser>();

beforeAll(async () => {
  world = await buildWorld();
  bankid = await startBankid();
  api = await startApi(world.database, bankidEnv(bankid));
  maria = await api.as({ id: world.town.staff.get('maria') ?? '' });
  of = await openFamily(world, ['Melvin', 'Linda', 'Tomas']);
  await enterMeasures(world, of.caseId);
  consentId = await offerConsent(world, of, {
    scope: { from: HOUSES, to: HOUSES, categories: TOLD, purposes: ['support'] },
  });
  for (const name of ['Melvin', 'Linda', 'Tomas']) {
    const own = new FamilyBrowser(api, bankid);
    await own.signIn(await linkTo(world, maria, { consentId, personId: of.people.get(name) ?? '' }), name);
    await own.sign(consentId, name);
    known.set(name, own);
  }
}, 120_000);

afterAll(async () => {
  await api?.close();
  await bankid?.close();
  await world?.close();
});

const own = (name: string): FamilyBrowser => known.get(name)!;
const meetingsOf = async (name: string) => (await own(name).query(MEETINGS)).familyHome.meetings;

describe('the time of a meeting', () => {
  it('is not told of an internal hub', async () => {
    const { municipalityId, branchId, staffId } = world.caller('maria');
    await world.behindTheLocks(
      `insert into hub (id, municipality_id, branch_id, case_id, starts_at, minutes, leader_staff_id, convened_by, kind)
       values ($1, $2, $3, $4, clock.now() + interval '1 hour', 30, $5, $5, 'internal')`,
      [randomUUID(), municipalityId, branchId, of.caseId, staffId],
    );
    for (const name of known.keys()) expect(await meetingsOf(name)).toEqual([]);
    await world.behindTheLocks(`update hub set state = 'closed', closed_at = clock.now() where case_id = $1`, [
      of.caseId,
    ]);
  }, 60_000);

  it('is told of a joint one to everyone who signs, and nothing besides', async () => {
    table = await conveneJoint(world, () => api, of, { anna: null, marcus: null });
    const [hub] = await world.behindTheLocks<{ startsAt: Date; minutes: number; video: string | null }>(
      `select starts_at as "startsAt", minutes, video_url as video from hub where id = $1`,
      [table.hubId],
    );
    for (const name of known.keys()) {
      expect(await meetingsOf(name)).toEqual([
        {
          consentId,
          startsAt: hub?.startsAt.toISOString(),
          endsAt: new Date((hub?.startsAt.getTime() ?? 0) + (hub?.minutes ?? 0) * 60_000).toISOString(),
        },
      ]);
      const bytes = await own(name).bytes(MEETINGS);
      for (const word of [table.hubId, 'Marcus', 'Anna', 'polis', hub?.video ?? 'https:'])
        expect(bytes).not.toContain(word);
    }
  }, 60_000);

  it('is that of the family’s own part, where the professionals begin alone', async () => {
    const [before] = await meetingsOf('Linda');
    const { branchId, staffId } = world.caller('anna');
    const point = (place: number, audience: string) =>
      world.behindTheLocks(
        `insert into meeting_point (id, hub_id, place, kind, name, minutes, audience, by_staff, by_branch)
         values (gen_random_uuid(), $1, $2, 'form', '{"sv":"Punkt"}', 10, $3, $4, $5)`,
        [table.hubId, place, audience, staffId, branchId],
      );
    await point(1, 'professionals');
    expect(await meetingsOf('Linda')).toEqual([before]);
    await point(2, 'everyone');
    const later = new Date(Date.parse(before.startsAt) + 10 * 60_000).toISOString();
    expect(await meetingsOf('Linda')).toEqual([{ ...before, startsAt: later }]);
    await world.behindTheLocks(`delete from meeting_point where hub_id = $1`, [table.hubId]);
  }, 30_000);

  it('is not told where another house sits there on anything but the yes, or no other house sits there', async () => {
    const seats = (change: string): Promise<unknown> =>
      world.behindTheLocks(`update hub_party set ${change} where hub_id = $1 and branch_id = $2`, [
        table.hubId,
        world.caller('marcus').branchId,
      ]);
    await seats(`terms = 'assessed'`);
    for (const name of known.keys()) expect([name, await meetingsOf(name)]).toEqual([name, []]);
    await seats(`terms = 'with-consent', ended_at = clock.now()`);
    for (const name of known.keys()) expect([name, await meetingsOf(name)]).toEqual([name, []]);
    await seats(`ended_at = null`);
    expect(await meetingsOf('Linda')).toHaveLength(1);
  }, 60_000);

  it.each(['marking', 'protected-registration'])(
    'is where a child with %s is, and told to the child alone',
    async (grade) => {
      await world.behindTheLocks(`update person set protection = $2 where id = $1`, [of.child, grade]);
      const none = (name: string): Promise<string> => own(name).bytes(`{ familyHome { meetings { startsAt } } }`);
      for (const name of ['Linda', 'Tomas'])
        expect([name, await none(name)]).toEqual([name, '{"data":{"familyHome":{"meetings":[]}}}\n']);
      expect(await meetingsOf('Melvin')).toHaveLength(1);
      await world.behindTheLocks(`update person set protection = 'none' where id = $1`, [of.child]);
    },
    60_000,
  );

  it('leaves its line with each look', async () => {
    const lines = async () =>
      world.behindTheLocks<{ person: string; outcome: string; ground: string }>(
        `select actor_person as person, outcome, ground from ledger_entry where detail ->> 'meetingTime' = $1 order by id desc`,
        [table.hubId],
      );
    const before = (await lines()).length;
    await meetingsOf('Melvin');
    await meetingsOf('Linda');
    const found = await lines();
    expect(found).toHaveLength(before + 2);
    expect(found.slice(0, 2)).toEqual([
      { person: of.people.get('Linda'), outcome: 'release', ground: 'OSL 12:3' },
      { person: of.child, outcome: 'release', ground: 'OSL 12:1' },
    ]);
  }, 60_000);

  it('is not told to a guardian whom an assessment keeps out', async () => {
    const elin = await api.as({ id: world.town.staff.get('elin') ?? '' });
    await elin.query(`mutation ($input: AssessGuardianInput!) { assessGuardian(input: $input) }`, {
      input: {
        caseId: of.caseId,
        guardianId: of.people.get('Tomas'),
        seriousHarm: true,
        reasons: 'Melvin har berättat vad som händer när pappan får veta.',
        until: new Date(Date.now() + 90 * DAY),
      },
    });
    expect(await meetingsOf('Tomas')).toEqual([]);
    expect(await meetingsOf('Linda')).toHaveLength(1);
  }, 60_000);

  it('is told no longer when the yes is taken back', async () => {
    await own('Linda').query(`mutation ($id: ID!) { withdrawMyConsent(consentId: $id) { at } }`, { id: consentId });
    for (const name of known.keys()) expect(await meetingsOf(name)).toEqual([]);
  }, 60_000);
});
