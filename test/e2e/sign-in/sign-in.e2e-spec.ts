/** The whole way in and out with the demonstration's real OpenID provider: what is promised of sign-in, tried from outside. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTransport } from 'nodemailer';
import { ICalInvitationWriter } from '#documents/calendar/write-invitation.js';
import { startApi } from '../../support/api.js';
import { CookieJar } from '../../support/cookie-jar.js';
import { startSignInHouse, type SignInHouse } from '../../support/sign-in.js';
import { buildWorld, type World } from '../../support/world.js';

let world: World;
let house: SignInHouse;

beforeAll(async () => {
  world = await buildWorld();
  house = await startSignInHouse(world);
}, 120_000);

afterAll(async () => {
  await house?.close();
  await world?.close();
});

const ME = '{ me { staffId name acting { id role unitName } memberships { id unitName } capabilities } }';
const meOf = (jar: CookieJar) => house.api.withCookie(jar.header()).query<{ me: any }>(ME);

describe('a sign-in', () => {
  it('asks with PKCE, state and nonce of 256 bits, the assurance level and a time limit', async () => {
    const jar = new CookieJar();
    const { url } = await jar.follow(`${house.api.url}/sign-in`, {}, (at) => at.startsWith(house.identityUrl));
    const asked = new URL(url).searchParams;
    expect(asked.get('response_type')).toBe('code');
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(Buffer.from(asked.get('state') ?? '', 'base64url')).toHaveLength(32);
    expect(Buffer.from(asked.get('nonce') ?? '', 'base64url')).toHaveLength(32);
    expect(asked.get('acr_values')).toContain('http://id.elegnamnden.se/loa/1.0/loa3');
    expect(Number(asked.get('max_age'))).toBe(12 * 3600);
    const [cookie] = jar.lines;
    expect(cookie).toMatch(
      /^__Host-samnav-attempt-[\w-]+=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax; Max-Age=600$/,
    );
  });

  it('ends where the person wanted to go, with a session of their own behind a locked cookie', async () => {
    const { jar, url } = await house.signIn('maria', { to: '/inkorg?visa=alla' });
    expect(url).toBe(`${house.api.url}/inkorg?visa=alla`);
    const cookie = jar.lines.find((line) => line.startsWith('__Host-samnav='));
    expect(cookie).toMatch(/^__Host-samnav=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect([...jar.cookies.keys()].filter((name) => name.startsWith('__Host-samnav-attempt'))).toEqual([]);
    const { me } = await meOf(jar);
    expect(me).toMatchObject({ staffId: world.town.staff.get('maria'), acting: { role: 'intake' } });
    expect(me.capabilities).toContain('triage-report');
  });

  it('stores no token that opens anything, and tells the ledger who came in from where', async () => {
    const { jar } = await house.signIn('sara');
    const rows = await world.behindTheLocks<{ row: string }>('select session::text as row from session');
    const token = house.sessionToken(jar) ?? '';
    expect(rows.some(({ row }) => row.includes(token) || row.includes('eyJ'))).toBe(false);
    const entries = await world.behindTheLocks<{ outcome: string; origin: string }>(
      `select outcome, origin from ledger_entry where action = 'sign-in' and actor_staff = $1`,
      [world.town.staff.get('sara')],
    );
    expect(entries).toEqual([{ outcome: 'done', origin: '127.0.0.1' }]);
  });

  it('gives a new session each time and ends the one the browser had', async () => {
    const { jar } = await house.signIn('ali');
    const first = jar.header();
    const before = house.sessionToken(jar);
    await house.signIn('ali', { jar });
    expect(house.sessionToken(jar)).not.toBe(before);
    expect((await house.api.withCookie(first).query<{ me: unknown }>('{ me { name } }')).me).toBeNull();
    expect((await meOf(jar)).me.name).toBe('Ali Rahimzad');
  });

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', '/%0a', 'inkorg', '/sign-in?to=/x'])(
    'never carries anyone to %s',
    async (to) => {
      const { url } = await house.signIn('ida', { to });
      expect(new URL(url).origin).toBe(house.api.url);
      expect(['/', '/%0a']).toContain(new URL(url).pathname);
    },
  );

  it('of a person whom nobody has added opens nothing and explains itself', async () => {
    await world.behindTheLocks(`update staff_member set issuer = 'https://elsewhere.example' where subject = 'per'`);
    const { url, jar } = await house.signIn('per');
    expect(url).toBe(`${house.api.url}/inloggning/unknown-person`);
    expect(house.sessionToken(jar)).toBeUndefined();
  });

  it('of a person whose account is closed or whose last post has ended opens nothing', async () => {
    // The picker offers neither, so they begin while all is well and things change meanwhile.
    const begun = async (key: string) => {
      const jar = new CookieJar();
      const back = (at: string) => at.startsWith(`${house.api.url}/sign-in/return`);
      return { jar, ...(await jar.follow(`${house.api.url}/sign-in?hint=${key}`, {}, back)) };
    };
    const karin = await begun('karin');
    await world.behindTheLocks(`update staff_member set disabled_at = now() where subject = 'karin'`);
    expect((await karin.jar.follow(karin.url)).url).toBe(`${house.api.url}/inloggning/disabled`);
    const nils = await begun('nils');
    await world.behindTheLocks(
      `update membership set ends_at = now() where staff_id = (select id from staff_member where subject = 'nils')`,
    );
    expect((await nils.jar.follow(nils.url)).url).toBe(`${house.api.url}/inloggning/no-post`);
    expect(house.sessionToken(karin.jar) ?? house.sessionToken(nils.jar)).toBeUndefined();
  });

  it('that the person turns back from says so', async () => {
    const jar = new CookieJar();
    const { url } = await jar.follow(`${house.api.url}/sign-in`);
    expect(new URL(url).pathname).toMatch(/^\/person\//);
    expect((await jar.follow(`${url}/back`)).url).toBe(`${house.api.url}/inloggning/cancelled`);
  });

  it('by the picker, without a hint, posts the chosen person', async () => {
    const jar = new CookieJar();
    const { url, response } = await jar.follow(`${house.api.url}/sign-in?to=/inkorg`);
    expect(await response.text()).toContain('Maria Lindgren');
    const init = { method: 'POST', body: new URLSearchParams({ person: 'maria' }) };
    expect((await jar.follow(url, init)).url).toBe(`${house.api.url}/inkorg`);
    expect((await meOf(jar)).me.name).toBe('Maria Lindgren');
  });
});

describe('proving oneself anew', () => {
  it('takes a fresh proof of the same person and gives a fresh session', async () => {
    const { jar } = await house.signIn('elin');
    const before = house.sessionToken(jar);
    const { url, way } = await house.signIn('elin', { jar, to: '/x', query: '&again=1' });
    expect(way.some((at) => at.includes('prompt=login'))).toBe(true);
    expect(url).toBe(`${house.api.url}/x`);
    expect(house.sessionToken(jar)).not.toBe(before);
  });

  it('refuses another person’s proof and leaves the session as it was', async () => {
    const { jar } = await house.signIn('elin');
    const before = house.sessionToken(jar);
    const { url } = await house.signIn('maria', { jar, query: '&again=1' });
    expect(url).toBe(`${house.api.url}/inloggning/other-person`);
    expect(house.sessionToken(jar)).toBe(before);
    expect((await meOf(jar)).me.name).toBe('Elin Forsbäck');
  });
});

describe('signing out', () => {
  const signOut = (jar: CookieJar, headers: Record<string, string> = {}) =>
    jar.fetch(`${house.api.url}/sign-out`, {
      method: 'POST',
      headers: { origin: house.api.url, 'content-type': 'application/json', ...headers },
      body: '{}',
    });

  it('ends the session here and leads to the end of the provider’s', async () => {
    const { jar } = await house.signIn('anna');
    const old = jar.header();
    const answer = (await (await signOut(jar)).json()) as { next: string };
    expect(house.sessionToken(jar)).toBeUndefined();
    expect((await house.api.withCookie(old).query<{ me: unknown }>('{ me { name } }')).me).toBeNull();
    const end = await jar.follow(answer.next);
    expect(end.url.startsWith(`${house.identityUrl}/session/end`)).toBe(true);
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(await end.response.text())?.[1] ?? '';
    const init = { method: 'POST', body: new URLSearchParams({ xsrf, logout: 'yes' }) };
    const done = await jar.follow(`${house.identityUrl}/session/end/confirm`, init);
    expect(new URL(done.url).href.startsWith(`${house.api.url}/utloggad`)).toBe(true);
  });

  it.each([
    ['a foreign page', { origin: 'https://evil.example' }],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['plain text', { 'content-type': 'text/plain' }],
  ])('cannot be done by %s', async (_, headers) => {
    const { jar } = await house.signIn('hassan');
    const answer = await signOut(jar, headers);
    expect(answer.status).toBe(403);
    expect((await meOf(jar)).me.name).toBe('Hassan Alibeg');
  });
});

describe('the demonstration’s own process', () => {
  it('shows what was sent, newest first, with every sign made harmless', async () => {
    const transport = createTransport({ host: 'localhost', port: house.mailPort, ignoreTLS: true });
    for (const subject of ['Första', 'Påminnelse <b>']) {
      await transport.sendMail({ from: 'samnav@ekvalla.example', to: 'maria@ekvalla.example', subject, text: 'Hej å' });
    }
    transport.close();
    const list = (await (await fetch(`${house.identityUrl}/sent/list.json`)).json()) as { subject: string }[];
    expect(list.map((mail) => mail.subject)).toEqual(['Påminnelse <b>', 'Första']);
    const answer = await fetch(`${house.identityUrl}/sent`);
    expect(await answer.text()).toContain('Påminnelse &lt;b&gt;');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('keeps text messages beside the mails, once each, with Samnav’s own addresses to open', async () => {
    const send = (message: object) =>
      fetch(`${house.identityUrl}/text-messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(message),
      });
    const text = `Hej. ${house.api.url}/familj#abc och https://elsewhere.example/x`;
    for (const key of ['one', 'one']) expect((await send({ to: '+46701740624', text, key })).status).toBe(204);
    expect((await send({ to: '+46701740624' })).status).toBe(400);
    const list = (await (await fetch(`${house.identityUrl}/sent/list.json`)).json()) as {
      kind: string;
      text: string;
    }[];
    expect(list.filter(({ kind }) => kind === 'text-message').map((one) => one.text)).toEqual([text]);
    const shown = await (await fetch(`${house.identityUrl}/sent`)).text();
    expect(shown).toContain(`<a href="${house.api.url}/familj#abc">`);
    expect(shown).not.toContain('href="https://elsewhere');
  });

  it('shows the calendar part of a mail readable, and an answer without the invitation’s secret is not taken', async () => {
    const writer = new ICalInvitationWriter('https://samnav.example');
    const calendar = writer.write({
      method: 'request',
      uid: 'one@samnav.example',
      invitationId: '7b1d7a5e-6c0f-4c7b-8d2d-0d6f6a1f2c3e',
      sequence: 1,
      madeAt: new Date(),
      startsAt: new Date('2099-11-24T13:00:00Z'),
      minutes: 30,
      organizer: `samnav+${'a'.repeat(43)}@samnav.example`,
      attendee: 'marcus.dahlin@ekvalla.example',
      isAccepted: false,
    });
    const transport = createTransport({ host: 'localhost', port: house.mailPort, ignoreTLS: true });
    await transport.sendMail({
      from: 'samnav@ekvalla.example',
      to: 'marcus.dahlin@ekvalla.example',
      subject: 'Möte i Samnav',
      text: 'Hej',
      icalEvent: { method: 'REQUEST', content: calendar },
    });
    transport.close();
    const shown = await (await fetch(`${house.identityUrl}/sent`)).text();
    expect(shown).toMatch(/tisdag 24 november 2099, 14:00–14:30/);
    expect(shown).toContain('BEGIN:VEVENT');
    const [, id = ''] = /action="\/sent\/([0-9a-f-]{36})\/answer"/.exec(shown) ?? [];
    const say = async (of: string, answer: string) => {
      const said = await fetch(`${house.identityUrl}/sent/${of}/answer`, {
        method: 'POST',
        body: new URLSearchParams({ answer }),
      });
      return [said.status, await said.text()] as const;
    };
    expect(await say(id, 'ACCEPTED')).toEqual([200, expect.stringContaining('Svaret togs inte emot')]);
    expect((await say(id, 'DELEGATED'))[0]).toBe(404);
    expect((await say(randomUUID(), 'ACCEPTED'))[0]).toBe(404);
    // Nor does anybody hand in answers who does not know what the gateway knows.
    const forged = await fetch(`${house.api.url}/mail/replies`, {
      method: 'POST',
      headers: { 'Content-Type': 'message/rfc822', Authorization: 'Bearer guessed' },
      body: 'x',
    });
    expect(forged.status).toBe(401);
  });

  it('tells the signed-out first page its people, and nobody outside a demonstration', async () => {
    const ask = '{ demonstration { isDemonstration people { hint posts { role } } } }';
    const { demonstration } = await house.api.anonymous.query<{ demonstration: { people: { hint: string }[] } }>(ask);
    expect(demonstration.people.map((one) => one.hint)).toContain('maria');
    const real = await startApi(world.database, { SAMNAV_DEMONSTRATION: '0' });
    try {
      expect(await real.anonymous.query(ask)).toEqual({ demonstration: null });
    } finally {
      await real.close();
    }
  });

  it('once gone is told of calmly, and nothing opens', async () => {
    await house.endProvider();
    const fresh = await startApi(world.database, { SAMNAV_DEMONSTRATION: '1', SAMNAV_IDENTITY_URL: house.identityUrl });
    try {
      const answer = await fresh.anonymous.fetch('/sign-in');
      expect(answer.headers.get('location')).toBe(`${fresh.url}/inloggning/unavailable`);
    } finally {
      await fresh.close();
    }
  });
});
