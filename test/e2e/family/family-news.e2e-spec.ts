/**
 * A family's open page hears that there is something new and nothing of what it is: at whichever node its line stands, only where
 * what this very reader would read is another, and never after its session is over (OSL 12:3, 21:3; ASVS 7.4.1).
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { io, type Socket } from 'socket.io-client';
import { startApi, type Api, type ApiClient } from '../../support/api.js';
import { startBankid, type BankidTown } from '../../support/bankid.js';
import { bankidEnv, FamilyBrowser, linkTo, offerConsent, openFamily, type Family } from '../../support/family.js';
import { until } from '../../support/hub.js';
import { buildWorld, type World } from '../../support/world.js';

const MARK = `{ familyMark familyHome { mark } }`;
const REVOKE = `mutation ($id: ID!) { revokeFamilyLink(id: $id) }`;
/** A frame that does not come is waited for as long as one that comes may take. */
const QUIET = 700;

let world: World;
let bankid: BankidTown;
let here: Api;
let there: Api;
let maria: ApiClient;
let of: Family;
let consentId: string;
const lines: Line[] = [];

/** A page's line, with all that it was ever sent. */
interface Line {
  readonly socket: Socket;
  readonly frames: (readonly unknown[])[];
  news(): number;
  cut: string | undefined;
}

function lineTo(api: Api, cookie: string, more: { readonly mark?: string; readonly origin?: string } = {}): Line {
  const socket = io(`${api.url}/family`, {
    ...{ path: '/socket.io', transports: ['websocket'], reconnection: false, forceNew: true },
    extraHeaders: { cookie, origin: more.origin ?? api.url },
    auth: { mark: more.mark },
  });
  const frames: unknown[][] = [];
  const line: Line = {
    ...{ socket, frames, cut: undefined },
    news: () => frames.filter(([event]) => event === 'news').length,
  };
  socket.onAny((...frame: unknown[]) => frames.push(frame));
  socket.on('disconnect', (reason) => (line.cut = reason));
  socket.on('connect_error', () => (line.cut = 'refused'));
  lines.push(line);
  return line;
}

const heard = (line: Line): Promise<void> => until(() => line.frames.some(([event]) => event === 'hello'));

async function known(givenName: string): Promise<FamilyBrowser> {
  const own = new FamilyBrowser(here, bankid);
  await own.signIn(await linkTo(world, maria, { consentId, personId: of.people.get(givenName) ?? '' }), givenName);
  return own;
}

/** Known, with a line at the other node that knows what stands on the page. */
async function listening(givenName: string): Promise<{ readonly own: FamilyBrowser; readonly line: Line }> {
  const own = await known(givenName);
  const { familyHome } = await own.query(MARK);
  const line = lineTo(there, own.cookie, { mark: familyHome.mark });
  await heard(line);
  await sleep(QUIET);
  expect(line.news()).toBe(0);
  return { own, line };
}

beforeAll(async () => {
  world = await buildWorld();
  bankid = await startBankid();
  [here, there] = await Promise.all([
    startApi(world.database, bankidEnv(bankid)),
    startApi(world.database, bankidEnv(bankid)),
  ]);
  maria = await here.as({ id: world.town.staff.get('maria') ?? '' });
}, 120_000);
beforeEach(async () => {
  of = await openFamily(world, ['Melvin', 'Linda', 'Tomas']);
  consentId = await offerConsent(world, of);
}, 60_000);
afterEach(() => {
  for (const { socket } of lines.splice(0)) socket.disconnect();
});
afterAll(async () => {
  await Promise.all([here?.close(), there?.close()]);
  await bankid?.close();
  await world?.close();
});

describe('an open page of a family', () => {
  it('hears, within a second and at another node, that another has signed and has taken it back; the frame says nothing', async () => {
    const { own, line } = await listening('Tomas');
    const linda = await known('Linda');
    expect(line.news()).toBe(0);
    const { familyMark: before } = await own.query(MARK);
    await linda.sign(consentId, 'Linda');
    await until(() => line.news() === 1);
    const answered = Date.now();
    await linda.query(`mutation ($id: ID!) { withdrawMyConsent(consentId: $id) { at } }`, { id: consentId });
    await until(() => line.news() === 2);
    expect(Date.now() - answered).toBeLessThan(1_000);
    const { familyMark, familyHome } = await own.query(MARK);
    expect(familyMark).toBe(familyHome.mark);
    expect(familyMark).not.toBe(before);
    expect(new Set(line.frames.map((frame) => JSON.stringify(frame)))).toEqual(new Set(['["hello"]', '["news"]']));
  });

  it('is told when it begins to hear that what it shows is older', async () => {
    const own = await known('Tomas');
    const { familyHome } = await own.query(MARK);
    await (await known('Linda')).sign(consentId, 'Linda');
    for (const [api, mark, news] of [
      [here, familyHome.mark, 1],
      [there, familyHome.mark, 1],
      [there, (await own.query(MARK)).familyMark, 0],
    ] as const) {
      const line = lineTo(api, own.cookie, { mark });
      await heard(line);
      await sleep(QUIET);
      expect(line.news()).toBe(news);
    }
  });
});

describe('the line of a family', () => {
  it('is cut at every node when its session ends, by whichever way', async () => {
    const left = await known('Linda');
    const revoked = await known('Tomas');
    const open = [left, revoked].flatMap(({ cookie }) => [here, there].map((api) => lineTo(api, cookie)));
    for (const line of open) await heard(line);
    await left.query(`mutation { leaveFamily }`);
    await until(() => open.slice(0, 2).every(({ cut }) => cut === 'io server disconnect'));
    expect(open.slice(2).map(({ cut }) => cut)).toEqual([undefined, undefined]);
    const [link] = await world.behindTheLocks<{ id: string }>(
      `select link_id as id from family_session where person_id = $1 and revoked_at is null order by created_at desc limit 1`,
      [of.people.get('Tomas')],
    );
    await maria.query(REVOKE, { id: link?.id });
    await until(() => open.every(({ cut }) => cut === 'io server disconnect'));
    const again = lineTo(there, revoked.cookie);
    await until(() => again.cut !== undefined);
    expect(again.frames).toEqual([]);
  });

  it('is told nothing once its session has run out, and keeps none alive', async () => {
    const { own, line } = await listening('Tomas');
    const [before] = await world.behindTheLocks(`select idle_until from family_session where person_id = $1`, [
      of.people.get('Tomas'),
    ]);
    const linda = await known('Linda');
    await linda.sign(consentId, 'Linda');
    await until(() => line.news() === 1);
    expect(
      await world.behindTheLocks(`select idle_until from family_session where person_id = $1`, [
        of.people.get('Tomas'),
      ]),
    ).toContainEqual(before);
    await world.behindTheLocks(`update family_session set idle_until = clock.now() where person_id = $1`, [
      of.people.get('Tomas'),
    ]);
    await linda.query(`mutation ($id: ID!) { withdrawMyConsent(consentId: $id) { at } }`, { id: consentId });
    await until(() => line.cut === 'io server disconnect');
    expect(line.news()).toBe(1);
    expect(await own.refusal(`{ familyMark }`)).toBe('FAMILY_SIGN_IN_REQUIRED');
  });

  it('is opened by nobody but a family that is known, on the page’s own address', async () => {
    const own = await known('Linda');
    const door = new FamilyBrowser(here, bankid);
    await door.open(await linkTo(world, maria, { consentId, personId: of.people.get('Linda') ?? '' }));
    const refused = [
      lineTo(here, ''),
      lineTo(here, maria.cookie),
      lineTo(here, door.cookie),
      lineTo(here, own.cookie, { origin: 'https://elsewhere.example' }),
    ];
    await until(() => refused.every(({ cut }) => cut !== undefined));
    expect(refused.flatMap(({ frames }) => frames)).toEqual([]);
    // Nor does a family's browser reach the staff's own line.
    await expect(here.withCookie(own.cookie).socket()).rejects.toThrow(/closed/);
  });
});

// Last: each holds for everything that is asked of them from then on.
describe('a guardian who is kept apart, and one who may be told no longer', () => {
  it('hears nothing of what is kept from its reader: what one does who is met apart, and what the house does by itself', async () => {
    consentId = await offerConsent(world, of, { apart: true });
    const { line } = await listening('Tomas');
    const linda = await known('Linda');
    await linda.sign(consentId, 'Linda');
    await linda.query(
      `mutation ($id: ID!, $r: RefusalsInput!) { narrowMyConsent(consentId: $id, refusals: $r) { id } }`,
      { id: consentId, r: { categories: ['school-attendance-and-results'] } },
    );
    await world.behindTheLocks(
      `insert into outbox (topic, payload) values ('live:case:' || $1::text, '{}'), ('live:sight:' || gen_random_uuid(), jsonb_build_object('caseId', $1::text))`,
      [of.caseId],
    );
    await sleep(QUIET);
    expect(line.news()).toBe(0);
  });

  it('hears that it is kept out, and reads nothing then', async () => {
    const { own, line } = await listening('Tomas');
    await world.behindTheLocks(
      `insert into assignment (id, case_id, branch_id, staff_id, reason) values (gen_random_uuid(), $1, $2, $3, 'investigation')`,
      [of.caseId, world.caller('elin').branchId, world.caller('elin').staffId],
    );
    const elin = await here.as({ id: world.town.staff.get('elin') ?? '' });
    await elin.query(`mutation ($input: AssessGuardianInput!) { assessGuardian(input: $input) }`, {
      input: {
        ...{
          caseId: of.caseId,
          guardianId: of.people.get('Tomas'),
          seriousHarm: true,
          reasons: 'Melvin har berättat.',
        },
        until: new Date(Date.now() + 90 * 86_400_000),
      },
    });
    const answered = Date.now();
    await until(() => line.news() === 1);
    expect(Date.now() - answered).toBeLessThan(1_000);
    const { familyHome } = await own.query(`{ familyHome { consents { id } meetings { startsAt } } }`);
    expect(familyHome).toEqual({ consents: [], meetings: [] });
  });
});
