/** How a session ends: by time, by its owner, by an administrator, by a lost post; sockets included (ASVS 7.3–7.4). */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { io, type Socket } from 'socket.io-client';
import { startApi, type Api, type ApiClient } from '../../support/api.js';
import { buildWorld, type World } from '../../support/world.js';

let world: World;
let api: Api;

beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
}, 120_000);

afterAll(async () => {
  await api?.close();
  await world?.close();
});

const as = (key: string, membershipId?: string) => api.as({ id: world.town.staff.get(key) ?? '' }, membershipId);
const nameOf = async (client: ApiClient) =>
  (await client.query<{ me: { name: string } | null }>('{ me { name } }')).me?.name ?? null;
const at = async <T>(ahead: string, work: () => Promise<T>): Promise<T> => {
  await world.database.moveClock(ahead);
  return work().finally(() => world.database.moveClock('0'));
};
const cut = (socket: Socket) =>
  new Promise<number>((resolve, reject) => {
    const began = performance.now();
    const timer = setTimeout(() => reject(new Error('the socket was not cut within a second')), 1_000);
    socket.once('disconnect', () => {
      clearTimeout(timer);
      resolve(performance.now() - began);
    });
  });

describe('time', () => {
  it('ends an idle session after thirty minutes, and not before', async () => {
    const client = await as('maria');
    expect(await at('29 minutes', () => nameOf(client))).toBe('Maria Lindgren');
    // That request was a sign of life: the half hour counts from it.
    expect(await at('58 minutes', () => nameOf(client))).toBe('Maria Lindgren');
    expect(await at('89 minutes', () => nameOf(client))).toBeNull();
  });

  it('is not prolonged by what a page asks by itself', async () => {
    const client = await as('maria');
    const passive = () =>
      client.fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'samnav-passive': '1' },
        body: JSON.stringify({ query: '{ me { name } }' }),
      });
    expect(await (await at('29 minutes', passive)).json()).toMatchObject({ data: { me: { name: 'Maria Lindgren' } } });
    expect(await at('31 minutes', () => nameOf(client))).toBeNull();
  });

  it('ends the busiest session after twelve hours', async () => {
    const client = await as('maria');
    for (let minutes = 25; minutes < 720; minutes += 25) {
      expect(await at(`${minutes} minutes`, () => nameOf(client))).toBe('Maria Lindgren');
    }
    expect(await at('720 minutes', () => nameOf(client))).toBeNull();
  });
});

describe('ending sessions', () => {
  it('everywhere cuts every socket within a second and closes every door', async () => {
    const [desk, phone] = [await as('sara'), await as('sara')];
    const sockets = [await desk.socket(), await phone.socket()];
    const ends = sockets.map(cut);
    const { signOutEverywhere } = await desk.query<{ signOutEverywhere: number }>('mutation { signOutEverywhere }');
    expect(signOutEverywhere).toBe(2);
    for (const took of await Promise.all(ends)) expect(took).toBeLessThan(1_000);
    expect([await nameOf(desk), await nameOf(phone)]).toEqual([null, null]);
    await expect(phone.socket()).rejects.toThrow();
  });

  it('of another person is the administrator’s: at once, sockets too, and written down', async () => {
    const [victim, tove] = [await as('ali'), await as('tove')];
    const end = cut(await victim.socket());
    const staffId = world.town.staff.get('ali');
    const ending = 'mutation ($id: ID!) { endSessions(staffId: $id) }';
    expect(await tove.query(ending, { id: staffId })).toEqual({ endSessions: 1 });
    expect(await end).toBeLessThan(1_000);
    expect(await nameOf(victim)).toBeNull();
    const rows = await world.behindTheLocks(
      `select action, ground from ledger_entry where actor_staff = $1 and detail->>'sessionId' = $2`,
      [world.town.staff.get('tove'), victim.sessionId],
    );
    expect(rows).toEqual([{ action: 'end-session', ground: 'ended-by-administrator' }]);
  });

  it('of a person in another municipality is nobody’s here', async () => {
    const tove = await as('tove');
    const [staffId, elsewhere] = ['0b9a5c1e-0000-4000-8000-000000000001', '0b9a5c1e-0000-4000-8000-000000000002'];
    await world.behindTheLocks(`insert into municipality (id, slug, name) values ($1, 'annanstans', 'Annanstans')`, [
      elsewhere,
    ]);
    await world.behindTheLocks(
      `insert into staff_member (id, municipality_id, issuer, subject, name, email) values ($1, $2, 'x', 'x', 'X', 'x@x.example')`,
      [staffId, elsewhere],
    );
    const other = await api.as({ id: staffId });
    const ending = 'mutation ($id: ID!) { endSessions(staffId: $id) }';
    expect(await tove.refusal(ending, { id: staffId })).toMatchObject({ code: 'NOT_FOUND', field: 'staffId' });
    expect(await nameOf(other)).toBe('X');
  });

  it('is not for other roles', async () => {
    const ending = 'mutation ($id: ID!) { endSessions(staffId: $id) }';
    const birgitta = await as('birgitta');
    expect((await birgitta.refusal(ending, { id: world.town.staff.get('maria') })).code).toBe('NOT_ALLOWED');
  });

  it('happens by itself when the account is closed', async () => {
    const client = await as('hassan');
    await world.behindTheLocks(`update staff_member set disabled_at = now() where subject = 'hassan'`);
    expect(await nameOf(client)).toBeNull();
  });

  it('leaves no right behind when the last post ends, but lets the person leave', async () => {
    const client = await as('lena');
    await world.behindTheLocks(`update membership set ends_at = now() where staff_id = $1`, [
      world.town.staff.get('lena'),
    ]);
    expect((await client.refusal('{ mySessions { id } }')).code).toBe('NO_MEMBERSHIP');
    const headers = { origin: api.url, 'content-type': 'application/json' };
    expect((await client.fetch('/sign-out', { method: 'POST', headers, body: '{}' })).status).toBe(201);
    expect(await nameOf(client)).toBeNull();
  });

  it('can be seen coming: one’s own sessions and nobody else’s are listed', async () => {
    const [one, other] = [await as('elin'), await as('elin')];
    await as('anna');
    const { mySessions } = await one.query<{ mySessions: { id: string; current: boolean }[] }>(
      '{ mySessions { id current } }',
    );
    expect(new Map(mySessions.map((session) => [session.id, session.current]))).toEqual(
      new Map([
        [one.sessionId, true],
        [other.sessionId, false],
      ]),
    );
  });
});

describe('acting', () => {
  it('changes with the post, one at a time, and is written down', async () => {
    const client = await as('birgitta');
    const ask = '{ me { acting { id unitName } memberships { id unitName } } }';
    const { me } = await client.query<{ me: any }>(ask);
    const other = me.memberships.find((post: { id: string }) => post.id !== me.acting.id);
    const change = 'mutation ($id: ID!) { switchMembership(id: $id) { acting { unitName } } }';
    expect(await client.query(change, { id: other.id })).toEqual({
      switchMembership: { acting: { unitName: other.unitName } },
    });
    expect((await client.query<{ me: any }>(ask)).me.acting).toEqual({ id: other.id, unitName: other.unitName });
    const rows = await world.behindTheLocks(`select 1 from ledger_entry where ground = 'acting-role'`);
    expect(rows).toHaveLength(1);
  });

  it('is never another house’s by itself: a post that ends leaves nothing, and one chooses as who to go on', async () => {
    const ask = '{ me { acting { id } memberships { id } } }';
    const { me } = await (await as('petra')).query<{ me: any }>(ask);
    const client = await api.as({ id: world.town.staff.get('petra')! }, me.acting.id);
    const socket = await client.socket();
    const cut = new Promise((resolve) => socket.once('disconnect', resolve));
    expect(me.memberships.length).toBeGreaterThan(1);
    await world.behindTheLocks(`update membership set ends_at = clock.now() where id = $1`, [me.acting.id]);
    const after = (await client.query<{ me: any }>(ask)).me;
    expect(after.acting).toBeNull();
    expect(after.memberships.map(({ id }: any) => id)).toEqual(
      me.memberships.map(({ id }: any) => id).filter((id: string) => id !== me.acting.id),
    );
    expect((await client.refusal('{ mySessions { id } }')).code).toBe('NO_MEMBERSHIP');
    socket.emit('watch', `notices:${world.town.staff.get('petra')!}`);
    await cut;
    const change = 'mutation ($id: ID!) { switchMembership(id: $id) { acting { id } } }';
    expect((await client.refusal(change, { id: me.acting.id })).code).toBe('NOT_FOUND');
    const next = after.memberships[0].id;
    expect((await client.query<{ switchMembership: any }>(change, { id: next })).switchMembership.acting.id).toBe(next);
    expect((await client.query<{ me: any }>(ask)).me.acting.id).toBe(next);
    expect((await client.query<{ mySessions: any[] }>('{ mySessions { id } }')).mySessions).not.toEqual([]);
    expect((await api.anonymous.refusal(change, { id: next })).code).toBe('SIGN_IN_REQUIRED');
  });

  it('in somebody else’s post is impossible', async () => {
    const [maria, birgitta] = [await as('maria'), await as('birgitta')];
    const { me } = await birgitta.query<{ me: any }>('{ me { acting { id } } }');
    const change = 'mutation ($id: ID!) { switchMembership(id: $id) { name } }';
    expect((await maria.refusal(change, { id: me.acting.id })).code).toBe('NOT_FOUND');
  });
});

describe('the keys of what one has begun to write', () => {
  const ASK = '{ myDraftKeys { day key } }';
  const keysOf = async (client: ApiClient): Promise<{ day: string; key: string }[]> =>
    (await client.query<{ myDraftKeys: any }>(ASK)).myDraftKeys;

  it('are one’s own in one post: the same in every session, others in another post and for anybody else', async () => {
    const [one, again, maria] = [await as('birgitta'), await as('birgitta'), await as('maria')];
    const own = await keysOf(one);
    expect(own.map(({ key }) => Buffer.from(key, 'base64').length)).toEqual([32, 32, 32]);
    expect(await keysOf(again)).toEqual(own);
    const { me } = await one.query<{ me: any }>('{ me { acting { id } memberships { id } } }');
    const other = me.memberships.find((post: { id: string }) => post.id !== me.acting.id);
    await again.query('mutation ($id: ID!) { switchMembership(id: $id) { name } }', { id: other.id });
    const all = [own, await keysOf(again), await keysOf(maria)].flat().map(({ key }) => key);
    expect(new Set(all).size).toBe(9);
  });

  it('are of three days, and nobody is given an older one', async () => {
    const before = await keysOf(await as('anna'));
    const days = before.map(({ day }) => Date.parse(day));
    expect(days.map((day) => (days[0]! - day) / 86_400_000)).toEqual([0, 1, 2]);
    const later = await at('48 hours', async () => keysOf(await as('anna')));
    expect(later[2]).toEqual(before[0]);
    expect(await at('72 hours', async () => keysOf(await as('anna')))).not.toContainEqual(before[0]);
  });

  it('are refused to whoever is not signed in', async () => {
    const client = await as('anna');
    await client.query('mutation { signOutEverywhere }');
    expect((await client.refusal(ASK)).code).toBe('SIGN_IN_REQUIRED');
  });
});

describe('a foreign page', () => {
  const socketFrom = (origin: string | undefined, cookie: string) =>
    new Promise<string>((resolve) => {
      const socket = io(api.url, {
        transports: ['websocket'],
        reconnection: false,
        extraHeaders: { cookie, ...(origin ? { origin } : {}) },
      });
      socket.once('hello', () => (socket.close(), resolve('open')));
      socket.once('connect_error', () => (socket.close(), resolve('refused')));
    });

  it('cannot open a WebSocket with the cookie of someone here', async () => {
    const { cookie } = await as('maria');
    expect(await socketFrom(api.url, cookie)).toBe('open');
    expect(await socketFrom('https://evil.example', cookie)).toBe('refused');
    expect(await socketFrom('null', cookie)).toBe('refused');
    expect(await socketFrom(undefined, cookie)).toBe('refused');
    expect(await socketFrom(api.url, '')).toBe('refused');
  });

  it.each([
    ['a form', 'POST', { 'content-type': 'application/x-www-form-urlencoded' }, 'query=mutation{signOutEverywhere}'],
    ['plain text', 'POST', { 'content-type': 'text/plain' }, '{"query":"mutation{signOutEverywhere}"}'],
    ['a file form', 'POST', { 'content-type': 'multipart/form-data; boundary=x' }, '--x--'],
    ['an address', 'GET', {}, undefined],
  ])('cannot act by %s', async (_, method, headers, body) => {
    const client = await as('anna');
    const path = method === 'GET' ? '/graphql?query=mutation%7BsignOutEverywhere%7D' : '/graphql';
    const answer = await client.fetch(path, { method, headers: headers as Record<string, string>, body });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await nameOf(client)).toBe('Anna Wikmark');
  });
});
