/** A house's own system is called in the way that Standard Webhooks says, and nothing inside a network that nobody has named. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openReceiver, type Receiver } from '../../../test/support/webhook-receiver.js';
import { headersOf, HttpsWebhookSender } from './https-webhook-sender.js';

const AT = new Date(1_614_265_330_000);
const LOOPBACK = ['127.0.0.0/8', '::1/128'];
const ABOUT = { event: 'plan-changed', groupId: '00000000-0000-4000-8000-000000000001', meetingId: null } as const;

let receiver: Receiver;
beforeAll(async () => {
  receiver = await openReceiver();
}, 30_000);
afterAll(() => receiver?.close());

const sender = (networks: readonly string[] = LOOPBACK, milliseconds = 3_000) =>
  new HttpsWebhookSender({ publicUrl: 'https://samnav.example', networks, milliseconds, ca: receiver.ca });
const call = (address: string, secrets: readonly string[] = [sender().makeSecret()]) => ({
  ...{ id: 'call-1', address, about: ABOUT, happenedAt: AT, at: AT },
  secrets,
});

describe('a call', () => {
  it('is signed as the library of Standard Webhooks signs', () => {
    // The library's own example; what is delivered is held to the library itself below and in test/e2e/webhook.
    const headers = headersOf(
      { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', at: AT, secrets: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'] },
      '{"test": 2432232314}',
    );
    expect(headers).toMatchObject({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it('arrives signed with every secret in force, each of them 32 bytes of chance', async () => {
    const secrets = [sender().makeSecret(), sender().makeSecret()];
    for (const secret of secrets) expect(Buffer.from(secret.replace('whsec_', ''), 'base64')).toHaveLength(32);
    expect(await sender().send(call(receiver.url, secrets))).toBeNull();
    const taken = receiver.taken.at(-1)!;
    for (const secret of secrets) expect(taken.isSignedWith(secret)).toBe(true);
    expect(taken.isSignedWith(sender().makeSecret())).toBe(false);
    // Signed long ago, it is played back by nobody.
    expect(taken.checkedBy(secrets[0]!)).toBe('refused');
    expect(await sender().send({ ...call(receiver.url, secrets), at: new Date() })).toBeNull();
    for (const secret of secrets) expect(receiver.taken.at(-1)!.checkedBy(secret)).toBe('accepted');
    expect(taken.body).toEqual({
      type: 'plan-changed',
      timestamp: AT.toISOString(),
      data: {
        group: ABOUT.groupId,
        meeting: null,
        link: `https://samnav.example/grupper/${ABOUT.groupId}/plan`,
      },
    });
  });

  it('says in a closed word why it did not arrive, and goes on to no other address', async () => {
    const before = receiver.taken.length;
    for (const [status, fault] of [
      [301, 'moved'],
      [401, 'refused'],
      [404, 'not-found'],
      [410, 'not-found'],
      [500, 'failed'],
    ] as const) {
      receiver.answer = status;
      expect([status, await sender().send(call(receiver.url))]).toEqual([status, fault]);
    }
    expect(receiver.taken.length - before).toBe(5);
    receiver.answer = 'nothing';
    expect(await sender(LOOPBACK, 300).send(call(receiver.url))).toBe('too-slow');
    receiver.answer = 204;
    expect(await sender().send(call('https://127.0.0.1:1/'))).toBe('unreachable');
    const untrusted = new HttpsWebhookSender({ publicUrl: '', networks: LOOPBACK, milliseconds: 3_000 });
    expect(await untrusted.send(call(receiver.url))).toBe('not-secure');
  });

  it('reaches nothing inside, by number or by name, unless the installation has named the network', async () => {
    const before = receiver.taken.length;
    const { port } = new URL(receiver.url);
    for (const address of [
      receiver.url,
      `https://127.0.0.1:${port}/`,
      `https://[::1]:${port}/`,
      `https://[::ffff:127.0.0.1]:${port}/`,
      `https://2130706433:${port}/`,
      'https://10.0.0.7/',
      'https://169.254.169.254/latest/',
      'https://93.184.216.34:8443/',
      'http://93.184.216.34/',
      'not an address',
    ])
      for (const networks of [[], ['10.20.0.0/16']])
        expect([address, await sender(networks).send(call(address))]).toEqual([address, 'not-allowed']);
    expect(receiver.taken.length).toBe(before);
    expect(await sender(['127.0.0.0/8']).send(call(`https://127.0.0.1:${port}/`))).toBeNull();
  });
});
