/**
 * The edges of the api as an installation runs it, outside a demonstration: limits, forged requests, what errors tell, and
 * that nothing of a demonstration answers (ASVS 2.4.1, 4.3, 3.4–3.5, 14.2.1, 15.3.3, 16.5.1).
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startApi, type Api, type ApiClient } from '../support/api.js';
import { reportInput, SUBMIT } from '../support/reports.js';
import { buildWorld, type World } from '../support/world.js';

let world: World;
let api: Api;
let identity: Server;
let asked = 0;
let maria: ApiClient;
let lena: ApiClient;

beforeAll(async () => {
  world = await buildWorld();
  identity = createServer((_, response) => {
    asked += 1;
    response.end('{}');
  });
  await new Promise<void>((resolve) => identity.listen(0, '127.0.0.1', resolve));
  const { port } = identity.address() as AddressInfo;
  api = await startApi(world.database, { SAMNAV_IDENTITY_URL: `http://127.0.0.1:${port}` });
  maria = await api.as({ id: world.town.staff.get('maria') ?? '' });
  lena = await api.as({ id: world.town.staff.get('lena') ?? '' });
}, 60_000);
afterAll(async () => {
  await api?.close();
  await new Promise((resolve) => identity?.close(resolve));
  await world?.close();
});

const post = (body: string, headers: Record<string, string> = {}) =>
  maria.fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: api.url, ...headers },
    body,
  });
const ask = (query: string, variables = {}) => post(JSON.stringify({ query, variables }));

describe('a hostile document', () => {
  const nested = '{ me { name memberships { unitName branchName } } }';
  const HOSTILE: readonly (readonly [string, string])[] = [
    ['asks for the schema', '{ __schema { types { name } } }'],
    ['asks for a type', '{ __type(name: "Person") { fields { name } } }'],
    ['guesses a field', '{ organisatio { id } }'],
    ['asks twenty times in one', `{ ${Array.from({ length: 20 }, (_, n) => `a${n}: me { name }`).join(' ')} }`],
    ['is very long', `{ ${'me { name } '.repeat(2_000)} }`],
    ['piles directives', `{ me ${'@include(if: true) '.repeat(40)} { name } }`],
    ['turns in a circle', 'fragment a on Me { ...b } fragment b on Me { ...a } { me { ...a } }'],
  ];

  it('is refused where an honest one is answered', async () => {
    expect(await (await ask(nested)).json()).toHaveProperty('data.me.memberships');
  });

  it.each(HOSTILE)('that %s gets no data and no hint', async (_, query) => {
    const response = await ask(query);
    const text = await response.text();
    expect(text).not.toContain('"data":{');
    expect(text).not.toMatch(/did you mean|organisation\b|node_modules|at .*\.ts|\.js:/i);
    expect(response.status).toBeLessThan(500);
  });

  it('comes alone, as JSON, by POST and not too large', async () => {
    const query = '{ me { name } }';
    const batch = await post(JSON.stringify([{ query }, { query }]));
    expect(batch.status).toBe(400);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const response = await post(JSON.stringify({ query }), { 'content-type': type });
      expect([type, response.status]).toEqual([type, 400]);
    }
    expect((await maria.fetch(`/graphql?query=${encodeURIComponent(query)}`)).status).toBe(405);
    const large = await post(JSON.stringify({ query, variables: { x: 'x'.repeat(600_000) } }));
    expect(large.status).toBe(413);
    expect(await large.text()).not.toMatch(/node_modules|at .*\.js|PayloadTooLarge/);
    const broken = await post('{"query": ');
    expect(broken.status).toBe(400);
    expect(await broken.text()).not.toMatch(/node_modules|SyntaxError|at .*\.js/);
  });
});

describe('input', () => {
  it('with a field too many is refused, and says which', async () => {
    const { code } = await lena.refusal(SUBMIT, { input: { ...reportInput(), isAdministrator: true } });
    expect(code).toBe('BAD_USER_INPUT');
  });

  it.each([
    ['a zero byte', '\u0000'],
    ['half a sign', '\ud800'],
    ['a change of direction', '\u202e'],
    ['a quote of the database', `'; drop table item; --`],
    ['very many signs', 'å'.repeat(60_000)],
  ])('of %s is taken as text or refused in words, and never breaks anything', async (_, text) => {
    const answer = await lena.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: api.url },
      body: JSON.stringify({
        query: SUBMIT,
        variables: {
          input: reportInput({
            children: [
              {
                givenName: `Alva${text.slice(0, 40)}`,
                familyName: 'Ek',
                noNumberReason: 'unknown',
                bornYear: 2012,
                content: `Hej ${text}`,
              },
            ],
          }),
        },
      }),
    });
    const body = await answer.text();
    expect(body).not.toContain('"INTERNAL"');
    expect(body).toMatch(/"receipt"|"INVALID_INPUT"|"BAD_USER_INPUT"|"BAD_REQUEST"/);
  });

  it('of an id or a cursor that is none is refused without saying why inside', async () => {
    for (const [query, variables] of [
      ['query($id: ID!) { case(id: $id) { id } }', { id: "' or 1=1" }],
      [
        'query($a: String) { intakeQueue(after: $a) { ungraded } }',
        { a: Buffer.from('["x\'","y","z","q"]').toString('base64url') },
      ],
      ['query($a: String) { intakeQueue(after: $a) { ungraded } }', { a: 'null' }],
      ['query($a: String) { myNotices(after: $a) { unread } }', { a: Buffer.from('["x","y"]').toString('base64url') }],
    ] as const) {
      const body = await (await ask(query, variables)).text();
      expect([query, JSON.stringify(variables), body]).toEqual([
        query,
        expect.anything(),
        expect.stringMatching(/BAD_REQUEST|NOT_FOUND|INVALID_INPUT/),
      ]);
      expect(body).not.toMatch(/invalid input syntax|uuid|QueryFailed/);
    }
  });
});

describe('outside a demonstration', () => {
  it('nobody moves the clock, and no people are offered', async () => {
    expect(await maria.refusal('mutation { moveClock(minutes: 5) { aheadMinutes } }')).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await maria.refusal('mutation { resetClock { aheadMinutes } }')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await maria.query('{ demonstration { isDemonstration } demonstrationClock { aheadMinutes } }')).toEqual({
      demonstration: null,
      demonstrationClock: null,
    });
  });

  it('a provider without TLS is not even asked, and a hint goes nowhere', async () => {
    const response = await api.anonymous.fetch('/sign-in?hint=maria');
    expect(response.headers.get('location')).toContain('/inloggning/');
    expect(asked).toBe(0);
  });
});

describe('every address', () => {
  it.each(['/', '/nu', '/health', '/graphql', '/documents/x', '/nothing/here.php'])(
    '%s carries the headers and is kept by nobody',
    async (path) => {
      const { headers } = await api.anonymous.fetch(path);
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('content-security-policy')).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('access-control-allow-origin')).toBeNull();
      if (path !== '/graphql') expect(headers.get('cache-control')).toBe('no-store');
    },
  );

  it('signs nobody out for a foreign page', async () => {
    const forged: readonly Record<string, string>[] = [
      { origin: 'https://evil.example', 'content-type': 'application/json' },
      { origin: api.url, 'content-type': 'text/plain' },
      { 'content-type': 'application/json' },
    ];
    for (const headers of forged) {
      const response = await maria.fetch('/sign-out', { method: 'POST', headers, body: '{}' });
      expect(response.status).toBe(403);
    }
    expect((await maria.query('{ me { name } }'))['me']).not.toBeNull();
  });
});

describe('one person’s budget', () => {
  it('ends, also when many are asked in one document, and is nobody else’s', async () => {
    const small = await startApi(world.database, { SAMNAV_REQUESTS_PER_MINUTE: '60' });
    try {
      const sara = await small.as({ id: world.town.staff.get('sara') ?? '' });
      const ten = `{ ${Array.from({ length: 10 }, (_, n) => `a${n}: mySessions { id }`).join(' ')} }`;
      for (let n = 0; n < 6; n += 1) await sara.query(ten);
      expect(await sara.refusal('{ mySessions { id } }')).toMatchObject({
        code: 'REQUESTS_TOO_MANY',
        message: expect.stringMatching(/Vänta \d+ sekunder/),
      });
      const again = await small.as({ id: world.town.staff.get('sara') ?? '' });
      expect((await again.refusal('{ mySessions { id } }')).code).toBe('REQUESTS_TOO_MANY');
      const ali = await small.as({ id: world.town.staff.get('ali') ?? '' });
      expect((await ali.query('{ mySessions { id } }'))['mySessions']).toHaveLength(1);
    } finally {
      await small.close();
    }
  }, 30_000);

  it('is the same through a socket, for what is refused too: then the line is cut, and there is one line of it', async () => {
    const small = await startApi(world.database, { SAMNAV_REQUESTS_PER_MINUTE: '60' });
    try {
      const jonas = world.town.staff.get('jonas') ?? '';
      const lines = () =>
        world.behindTheLocks<{ ground: string | null }>(
          `select ground from ledger_entry where actor_staff = $1 order by id`,
          [jonas],
        );
      const before = (await lines()).length;
      const client = await small.as({ id: jonas });
      const socket = await client.socket();
      const gone = new Promise<string>((resolve) => socket.once('disconnect', resolve));
      for (let n = 0; n < 300; n += 1) socket.emit(['unwatch', 'watch', 'pen'][n % 3]!, `hub:${randomUUID()}`);
      expect(await gone).toBe('io server disconnect');
      expect((await client.refusal('{ mySessions { id } }')).code).toBe('REQUESTS_TOO_MANY');
      await expect(client.socket()).rejects.toThrow(/closed/);
      const elin = await small.as({ id: world.town.staff.get('elin') ?? '' });
      expect((await elin.socket()).connected).toBe(true);
      const written = (await lines()).slice(before);
      expect(written.length).toBeLessThanOrEqual(60);
      expect(written.filter(({ ground }) => ground === 'request-limit')).toHaveLength(1);
    } finally {
      await small.close();
    }
  }, 30_000);
});
