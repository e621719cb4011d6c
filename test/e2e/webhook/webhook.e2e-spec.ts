/**
 * A house's own system is told that something has happened: only of what somebody of the house reaches at that instant, signed,
 * once or again under the same id, and never with a word of what or of whom (OSL 8:1, 26:1).
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { HOUR } from '#domain/kernel/instant.js';
import { PAUSES } from '#domain/notice/delivery-tries.js';
import { HmacSessionTokens } from '#platform/crypto/hmac-session-tokens.js';
import { FileFormLibrary } from '#platform/forms/read-forms.js';
import { HttpsWebhookSender } from '#platform/webhook/https-webhook-sender.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { CallWebhook } from '#use-cases/webhook/call-webhook.js';
import { KeepWebhook } from '#use-cases/webhook/keep-webhook.js';
import { type Api, type ApiClient, startApi } from '../../support/api.js';
import { WRITE_ENTRY as WRITE } from '../../support/busy-plan.js';
import { formedGroup, type GroupUnderTest } from '../../support/group.js';
import { convenedMeeting } from '../../support/group-meeting.js';
import { openReceiver, type Receiver } from '../../support/webhook-receiver.js';
import { buildWorld, type World } from '../../support/world.js';

const PAGE = `{ webhookPage { houseName events webhook { address events on version secretAt oldSecretUntil calls { event state tries fault } } } }`;
const SAVE = `mutation($i: SaveWebhookInput!) { saveWebhook(input: $i) { secret } }`;
const CHANGE_SECRET = `mutation($version: Int!) { changeWebhookSecret(version: $version) }`;
const TURN = `mutation($on: Boolean!, $version: Int!) { turnWebhook(on: $on, version: $version) }`;
const TRY = `mutation { tryWebhook }`;
const EVENTS = ['plan-changed', 'plan-version', 'meeting-changed'];
const TELL = `mutation($i: WritePlanNewsInput!) { writePlanNews(input: $i) }`;
const SERVICE = { kind: 'service', name: 'webhooks', requestId: 'test' } as const;

jest.setTimeout(60_000);

let world: World;
let api: Api;
let receiver: Receiver;
let calling: CallWebhook;
let keep: KeepWebhook;
beforeAll(async () => {
  receiver = await openReceiver();
  world = await buildWorld();
  api = await startApi(world.database);
  const tokens = new HmacSessionTokens(world.settings.keys.session);
  const sender = new HttpsWebhookSender({
    ...{ publicUrl: 'https://samnav.example', networks: ['127.0.0.0/8', '::1/128'], milliseconds: 2_000 },
    ca: receiver.ca,
  });
  calling = new CallWebhook(world.asCaller, new FileFormLibrary(), tokens, sender);
  keep = new KeepWebhook(world.asCaller, tokens, sender);
}, 120_000);
beforeEach(() => {
  receiver.taken.length = 0;
  receiver.answer = 204;
});
afterEach(async () => {
  await world.behindTheLocks(`delete from webhook`);
  // There is room for six groups at once.
  await world.behindTheLocks(
    `update collaboration_group set standing = 'closed', closed_at = clock.now() where closed_at is null`,
  );
});
afterAll(async () => {
  await api?.close();
  await world?.close();
  await receiver?.close();
});

const birgitta = (): Promise<ApiClient> => api.as({ id: world.caller('birgitta').staffId });
const page = async (): Promise<any> => (await (await birgitta()).query(PAGE)).webhookPage;
const save = async (more: object = {}): Promise<string> =>
  (await (await birgitta()).query(SAVE, { i: { address: receiver.url, events: EVENTS, version: 0, ...more } }))
    .saveWebhook.secret;
/** Who manages the house of somebody else. */
const managerBeside = (key: string): StaffCaller => ({ ...world.caller(key), role: 'manager' });
const waiting = (key: string) =>
  world.behindTheLocks<{ id: string; event: string; rows: number }>(
    `select c.id, c.event, cardinality(c.row_ids) as rows from webhook_call c join webhook w on w.id = c.webhook_id
      where w.branch_id = $1 and c.state = 'waiting' order by c.made_at, c.id`,
    [world.caller(key).branchId],
  );
const due = () => world.behindTheLocks(`update webhook_call set next_try_at = clock.now() where state = 'waiting'`);
/** What the worker does with all that waits. */
async function carryOut(key: string): Promise<string[]> {
  await due();
  const done: string[] = [];
  for (const { id } of await waiting(key)) done.push(await calling.run(SERVICE, id));
  return done;
}
const write = async (group: GroupUnderTest, key: string, i: object): Promise<string> =>
  (await (await group.as(key)).query(WRITE, { i: { groupId: group.id, ...i } })).writePlanEntry;

describe('an administrator', () => {
  it('sets it for the own house, sees the secret once, and nothing else of it is kept to be read', async () => {
    expect(await page()).toMatchObject({ events: EVENTS, webhook: null });
    const secret = await save();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const kept = await page();
    expect(kept.webhook).toMatchObject({ address: receiver.url, events: EVENTS, on: true, version: 1, calls: [] });
    expect(JSON.stringify(kept)).not.toContain(secret);
    const rows = await world.behindTheLocks<object>(`select * from webhook`);
    for (const hidden of [secret, secret.slice(6), receiver.url, 'localhost'])
      expect(JSON.stringify(rows)).not.toContain(hidden);
    const lines = await world.behindTheLocks<{ detail: object }>(
      `select detail from ledger_entry where detail ->> 'deed' = 'webhook-made'`,
    );
    expect(lines).toHaveLength(1);
    expect(JSON.stringify(lines)).not.toContain('localhost');
  });

  it('is told at the field what is wrong, and of what somebody else changed meanwhile', async () => {
    const refused = async (i: object) =>
      (await birgitta()).refusal(SAVE, { i: { address: receiver.url, events: EVENTS, version: 0, ...i } });
    expect((await refused({ address: 'http://example.se/' })).faults).toMatchObject([
      { field: 'address', code: 'WEBHOOK_NOT_HTTPS' },
    ]);
    expect((await refused({ address: 'https://a:b@example.se/', events: [] })).faults).toMatchObject([
      { field: 'address', code: 'WEBHOOK_ADDRESS_WRONG' },
      { field: 'events', code: 'CHOOSE_ONE' },
    ]);
    expect((await refused({ events: ['everything'] })).faults).toMatchObject([{ field: 'events' }]);
    await save();
    expect((await refused({})).code).toBe('CONFLICT');
    expect((await (await birgitta()).refusal(CHANGE_SECRET, { version: 7 })).code).toBe('CONFLICT');
    for (const key of ['anna', 'marcus', 'lena']) {
      const client = await api.as({ id: world.caller(key).staffId });
      for (const asked of [PAGE, TRY]) expect([key, (await client.refusal(asked)).code]).toEqual([key, 'NOT_ALLOWED']);
    }
  });

  it('sends a trial, changes the secret with a day for both, and turns it off', async () => {
    const first = await save();
    await (await birgitta()).query(TRY);
    expect(await carryOut('birgitta')).toEqual(['sent']);
    expect(receiver.taken).toHaveLength(1);
    expect(receiver.taken[0]!.body).toMatchObject({
      type: 'trial',
      data: { group: null, meeting: null, link: 'https://samnav.example/installningar/eget-system' },
    });
    const second = (await (await birgitta()).query(CHANGE_SECRET, { version: 1 })).changeWebhookSecret as string;
    await (await birgitta()).query(TRY);
    await carryOut('birgitta');
    for (const secret of [first, second]) expect(receiver.taken[1]!.isSignedWith(secret)).toBe(true);
    await world.behindTheLocks(`update webhook set old_secret_until = clock.now()`);
    await (await birgitta()).query(TRY);
    await carryOut('birgitta');
    expect([first, second].map((secret) => receiver.taken[2]!.isSignedWith(secret))).toEqual([false, true]);
    // A trial is tried once: whoever sent it is looking.
    receiver.answer = 401;
    await (await birgitta()).query(TRY);
    expect(await carryOut('birgitta')).toEqual(['given-up']);
    expect((await page()).webhook.calls).toMatchObject([
      { event: 'trial', state: 'given-up', fault: 'refused', tries: 1 },
      ...[1, 2, 3].map(() => ({ event: 'trial', state: 'sent', fault: null })),
    ]);
    await (await birgitta()).query(TURN, { on: false, version: 2 });
    expect((await (await birgitta()).refusal(TRY)).code).toBe('WEBHOOK_IS_OFF');
    const group = await formedGroup(world, api, { givenName: 'Alva' });
    await write(group, 'anna', { kind: 'goal', words: 'Komma in på fordon.' });
    expect(await waiting('birgitta')).toEqual([]);
  });
});

describe('whoever receives a call', () => {
  it('finds it genuine by the library of Standard Webhooks, and nothing that somebody has changed, kept or made', async () => {
    const secret = await save({ events: ['plan-changed'] });
    const group = await formedGroup(world, api, { givenName: 'Greta' });
    await write(group, 'anna', { kind: 'goal', words: 'Komma in på fordon.' });
    expect(await carryOut('birgitta')).toEqual(['sent']);
    const [call] = receiver.taken;
    expect(call!.checkedBy(secret)).toBe('accepted');
    const elsewhere = JSON.stringify({
      ...call!.body,
      data: { ...call!.body['data'], link: 'https://elsewhere.example' },
    });
    const anHourAgo = String(Math.floor(Date.now() / 1000) - 3_600);
    const other = new HttpsWebhookSender({ publicUrl: '', networks: [], milliseconds: 1 }).makeSecret();
    expect([
      call!.checkedBy(other),
      call!.checkedBy(secret, { body: elsewhere }),
      call!.checkedBy(secret, { headers: { 'webhook-id': 'another' } }),
      call!.checkedBy(secret, { headers: { 'webhook-timestamp': anHourAgo } }),
      call!.checkedBy(secret, { headers: { 'webhook-signature': `v1,${'A'.repeat(43)}=` } }),
      call!.checkedBy(secret, { headers: { 'webhook-signature': '' } }),
    ]).toEqual(Array.from({ length: 6 }, () => 'refused'));
    // Within the day for both it is genuine by either secret, and afterwards by the new one alone.
    const { changeWebhookSecret: next } = await (await birgitta()).query(CHANGE_SECRET, { version: 1 });
    const sendOn = async (): Promise<readonly string[]> => {
      await write(group, 'anna', { kind: 'goal', words: 'Ett mål till.' });
      await carryOut('birgitta');
      return [secret, next as string].map((one) => receiver.taken.at(-1)!.checkedBy(one));
    };
    expect(await sendOn()).toEqual(['accepted', 'accepted']);
    await world.behindTheLocks(`update webhook set old_secret_until = clock.now()`);
    expect(await sendOn()).toEqual(['refused', 'accepted']);
  });
});

describe('another address', () => {
  it('gets nothing that was meant for the one before, and the other keepers of the house are told', async () => {
    await save({ events: ['plan-changed'] });
    const { unitId } = world.caller('anna');
    const sara = world.caller('sara').staffId;
    await world.behindTheLocks(
      `insert into membership (id, municipality_id, staff_id, unit_id, role, starts_at)
       select gen_random_uuid(), municipality_id, $1, $2, 'manager', clock.now() - interval '1 day' from staff_member where id = $1`,
      [sara, unitId],
    );
    const group = await formedGroup(world, api, { givenName: 'Hilda' });
    await write(group, 'anna', { kind: 'goal', words: 'Komma in på fordon.' });
    expect(await waiting('birgitta')).toHaveLength(1);
    const told = () => world.behindTheLocks(`select staff_id as id from notice where kind = 'webhook-elsewhere'`);
    const change = async (address: string, version: number) =>
      (await birgitta()).query(SAVE, { i: { address, events: EVENTS, version } });
    // Only what it is told of is another: what waits still goes.
    await change(receiver.url, 1);
    expect([await told(), (await waiting('birgitta')).length]).toEqual([[], 1]);
    await change(`${receiver.url}/nytt`, 2);
    expect(await waiting('birgitta')).toEqual([]);
    expect(await world.behindTheLocks(`select distinct state from webhook_call`)).toEqual([{ state: 'dropped' }]);
    expect(receiver.taken).toEqual([]);
    expect(await told()).toEqual([{ id: sara }]);
    await world.behindTheLocks(`delete from membership where staff_id = $1 and role = 'manager'`, [sara]);
  });
});

describe('what happens', () => {
  it('is told by kind, ids and link alone, much of it at once, to each house that may know of it', async () => {
    await save();
    const police = await keep.save(managerBeside('marcus'), {
      ...{ address: receiver.url, events: EVENTS, version: 0 },
    });
    const group = await formedGroup(world, api, { givenName: 'Beatrice' });
    await group.step('plan', { words: 'Skola varje dag.' });
    await carryOut('marcus');
    receiver.taken.length = 0;
    await write(group, 'anna', { kind: 'future', words: 'Om tio år har jag en egen verkstad.' });
    await write(group, 'anna', { kind: 'goal', words: 'Komma in på fordon.' });
    expect(await waiting('marcus')).toMatchObject([{ event: 'plan-changed', rows: 2 }]);
    expect(await carryOut('marcus')).toEqual(['sent']);
    const [call] = receiver.taken;
    expect(call!.isSignedWith(police ?? '')).toBe(true);
    expect(call!.body).toEqual({
      type: 'plan-changed',
      timestamp: expect.any(String),
      data: { group: group.id, meeting: null, link: `https://samnav.example/grupper/${group.id}/plan` },
    });
    for (const word of ['Beatrice', 'verkstad', 'fordon', 'goal', 'future', group.file.caseId, group.file.personId])
      expect([word, call!.raw.includes(word)]).toEqual([word, false]);
    const { hubId } = await convenedMeeting(world, group);
    await (await group.as('anna')).query(`mutation($id: ID!) { putPlanForward(groupId: $id) }`, { id: group.id });
    receiver.taken.length = 0;
    expect(new Set(await carryOut('marcus'))).toEqual(new Set(['sent']));
    expect(receiver.taken.map(({ body }) => [body['type'], body['data'].link])).toEqual(
      expect.arrayContaining([
        ['plan-version', `https://samnav.example/grupper/${group.id}/plan/versioner`],
        ['meeting-changed', `https://samnav.example/grupper/${group.id}/mote/${hubId}`],
      ]),
    );
    expect(new Set(receiver.taken.map(({ id }) => id)).size).toBe(receiver.taken.length);
  });

  it('hears of a meeting what the house may have of it, and not that something else was written there', async () => {
    await keep.save(managerBeside('marcus'), { address: receiver.url, events: EVENTS, version: 0 });
    const group = await formedGroup(world, api, { givenName: 'Bodil' });
    await group.step('plan', { words: 'Skola varje dag.' });
    const { hubId } = await convenedMeeting(world, group);
    await carryOut('marcus');
    receiver.taken.length = 0;
    const anna = await group.as('anna');
    const add = (category: string) =>
      anna.query(`mutation($i: AddMeetingPointInput!) { addMeetingPoint(input: $i) }`, {
        i: { hubId, kind: 'own', text: 'Sommaren', minutes: 5, category },
      });
    await add('addiction');
    expect(await carryOut('marcus')).toEqual(['dropped']);
    await add('measures-and-plan');
    expect(await carryOut('marcus')).toEqual(['sent']);
    expect(receiver.taken.map(({ body }) => [body['type'], body['data'].meeting])).toEqual([
      ['meeting-changed', hubId],
    ]);
  });

  it('is not told to a house that may not have it when it is to be told, and its administrator sees no trace', async () => {
    await keep.save(managerBeside('marcus'), { address: receiver.url, events: EVENTS, version: 0 });
    const group = await formedGroup(world, api, { givenName: 'Cleo' });
    await write(group, 'anna', { kind: 'goal', words: 'Komma in på fordon.' });
    await carryOut('marcus');
    receiver.taken.length = 0;
    // What stays in the house that leads.
    const secret = { kind: 'risk', words: 'Röker hasch.', needArea: 'substances', category: 'addiction' };
    await write(group, 'anna', secret);
    expect(await carryOut('marcus')).toEqual(['dropped']);
    // What was told, and is taken back before the call leaves.
    await write(group, 'anna', { kind: 'strength', words: 'Trofast.' });
    await group.consent.withdraw(group.file.guardianId);
    expect(new Set(await carryOut('marcus'))).toEqual(new Set(['dropped']));
    expect(receiver.taken).toEqual([]);
    const { webhook } = await keep.read(managerBeside('marcus'));
    expect(webhook?.calls.filter(({ state }) => state !== 'sent')).toEqual([]);
    // Another house around nothing of it has no call at all.
    await keep.save(managerBeside('hassan'), { address: receiver.url, events: EVENTS, version: 0 });
    await write(group, 'anna', { kind: 'strength', words: 'Envis.' });
    expect(await waiting('hassan')).toEqual([]);
  });

  it('is not told of news between meetings, which not every house around the group may have', async () => {
    await keep.save(managerBeside('marcus'), { address: receiver.url, events: EVENTS, version: 0 });
    const group = await formedGroup(world, api, { givenName: 'Frida' });
    await group.step('plan', { words: 'Skola varje dag.' });
    await write(group, 'anna', { kind: 'goal', words: 'Komma in på fordon.' });
    await convenedMeeting(world, group);
    await carryOut('marcus');
    const [{ last } = { last: '0' }] = await world.behindTheLocks<{ last: string }>(
      `select max(id) as last from outbox`,
    );
    const i = { groupId: group.id, kind: 'news', words: 'Röker hasch.', category: 'addiction' };
    await (await group.as('anna')).query(TELL, { i });
    expect(await waiting('marcus')).toEqual([]);
    // The lists of groups are told house by house, each deciding for its own reader; own systems are not among them.
    const told = await world.behindTheLocks<{ topic: string }>(`select topic from outbox where id > $1`, [last]);
    expect(told.filter(({ topic }) => !topic.startsWith('live:group-news:'))).toEqual([
      { topic: `live:news:${group.id}` },
    ]);
  });

  it('leaves a line in the ledger for each try, also when nobody takes it', async () => {
    await save({ events: ['plan-changed'] });
    const group = await formedGroup(world, api, { givenName: 'Gry' });
    const { caseId } = group.file;
    await write(group, 'anna', { kind: 'goal', words: 'Komma in på fordon.' });
    receiver.answer = 503;
    expect(await carryOut('birgitta')).toEqual(['again']);
    receiver.answer = 204;
    expect(await carryOut('birgitta')).toEqual(['sent']);
    const about = { event: 'plan-changed', groupId: group.id, meetingId: null };
    const lines = await world.behindTheLocks<{ detail: object }>(
      `select detail, case_id from ledger_entry where actor_service = 'webhooks' and case_id = $1 order by id`,
      [caseId],
    );
    expect(lines).toMatchObject([
      { detail: { deed: 'webhook-called', attempt: 1, ...about } },
      { detail: { deed: 'webhook-not-taken', fault: 'failed', ...about } },
      { detail: { deed: 'webhook-called', attempt: 2, ...about } },
    ]);
    for (const { detail } of lines)
      expect(Object.keys(detail)).toEqual(expect.arrayContaining(['webhookId', 'callId']));
  });

  it('is not told of somebody who is hidden, nor of a guarded form, nor when nobody of the house is left in the group', async () => {
    await keep.save(managerBeside('marcus'), { address: receiver.url, events: EVENTS, version: 0 });
    const group = await formedGroup(world, api, { givenName: 'Dina' });
    await write(group, 'anna', { kind: 'goal', words: 'Komma in på fordon.' });
    await world.behindTheLocks(`update person set protection = 'protected-registration' where id = $1`, [
      group.file.personId,
    ]);
    expect(new Set(await carryOut('marcus'))).toEqual(new Set(['dropped']));
    await world.behindTheLocks(`update person set protection = 'none' where id = $1`, [group.file.personId]);
    // A form whose meetings are told to nobody beside the group.
    await write(group, 'anna', { kind: 'strength', words: 'Envis.' });
    const kindOf = (kind: string) =>
      world.behindTheLocks(`update collaboration_group set kind = $2 where id = $1`, [group.id, kind]);
    await kindOf('defector');
    expect(new Set(await carryOut('marcus'))).toEqual(new Set(['dropped']));
    await kindOf('sig');
    await write(group, 'anna', { kind: 'strength', words: 'Trofast.' });
    await world.behindTheLocks(`update staff_member set disabled_at = clock.now() where id = $1`, [
      world.caller('marcus').staffId,
    ]);
    expect(await carryOut('marcus')).toEqual(['dropped']);
    await world.behindTheLocks(`update staff_member set disabled_at = null where id = $1`, [
      world.caller('marcus').staffId,
    ]);
    expect(receiver.taken).toEqual([]);
  });
});

describe('a receiver that does not answer', () => {
  it('is called again under the same id with growing pauses, and its administrator is told after a day', async () => {
    await save({ events: ['plan-changed'] });
    const group = await formedGroup(world, api, { givenName: 'Ebba' });
    await write(group, 'anna', { kind: 'goal', words: 'Komma in på fordon.' });
    receiver.answer = 503;
    const pauses: number[] = [];
    for (let tries = 0; tries < PAUSES.length; tries += 1) {
      expect(await carryOut('birgitta')).toEqual(['again']);
      const [row] = await world.behindTheLocks<{ pause: number }>(
        `select round(extract(epoch from next_try_at - clock.now()) / 60)::int as pause from webhook_call where state = 'waiting'`,
      );
      pauses.push(row!.pause);
    }
    expect(pauses).toEqual([...PAUSES]);
    expect(pauses.reduce((sum, pause) => sum + pause, 0) * 60_000).toBeGreaterThan(23 * HOUR);
    // What comes meanwhile waits for the same pause.
    await write(group, 'anna', { kind: 'strength', words: 'Envis.' });
    const rests = await world.behindTheLocks<{ later: boolean }>(
      `select c.next_try_at >= w.rests_until as later from webhook_call c join webhook w on w.id = c.webhook_id where not c.begun`,
    );
    expect(rests).toEqual([{ later: true }]);
    await world.behindTheLocks(`delete from webhook_call where not begun`);
    expect(await carryOut('birgitta')).toEqual(['given-up']);
    expect(new Set(receiver.taken.map(({ id }) => id)).size).toBe(1);
    expect(receiver.taken).toHaveLength(PAUSES.length + 1);
    expect((await page()).webhook.calls).toMatchObject([
      { state: 'given-up', fault: 'failed', tries: PAUSES.length + 1 },
    ]);
    const { myNotices } = await (
      await birgitta()
    ).query(`{ myNotices(first: 20) { edges { node { kind caseId groupId hubId } } } }`);
    const told = myNotices.edges.map(({ node }: any) => node);
    expect(told.filter(({ kind }: any) => kind === 'webhook-given-up')).toEqual([
      { kind: 'webhook-given-up', caseId: null, groupId: null, hubId: null },
    ]);
    // It answers again: what comes now goes at once.
    receiver.answer = 204;
    await write(group, 'anna', { kind: 'strength', words: 'Snäll.' });
    expect(await carryOut('birgitta')).toEqual(['sent']);
    expect(await world.behindTheLocks(`select 1 from webhook where rests_until is not null`)).toEqual([]);
  });

  it('is called once for a job that comes thrice', async () => {
    await save();
    await (await birgitta()).query(TRY);
    await due();
    const [{ id } = { id: '' }] = await waiting('birgitta');
    const done = await Promise.all([1, 2, 3].map(() => calling.run(SERVICE, id)));
    expect(done.sort()).toEqual(['nothing', 'nothing', 'sent']);
    expect(receiver.taken).toHaveLength(1);
  });
});
