/** The client against the same API that BankID has, over mutual TLS: every way in which an order goes and ends. */
import { createHmac } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Order } from '#demo/bankid/orders.js';
import { issueCertificate, keyPemOf, NAME, pemOf } from '#demo/bankid/issue-certificate.js';
import { testPeople } from '#demo/bankid/test-people.js';
import { FAILED_HINTS, PENDING_HINTS } from '#domain/e-id/hint.js';
import { MINUTE, SECOND } from '#domain/kernel/instant.js';
import { cameBack, EIdRefused, type EIdOrder } from '#use-cases/e-id/e-id.port.js';
import { aQuestion, startBankid, type BankidTown } from '../../../../test/support/bankid.js';
import { movingCode } from './moving-code.js';

let town: BankidTown;

beforeAll(async () => {
  town = await startBankid();
}, 60_000);

afterAll(() => town?.close());

const how = { start: 'same-device', used: false, answer: null } as const;
const [elias, sanna] = testPeople as [(typeof testPeople)[number], (typeof testPeople)[number]];

/** The person opens the app by the link. */
function open(order: EIdOrder): Order {
  const token = new URL(town.eId.startLink(order)).searchParams.get('autostarttoken') ?? '';
  const picked = town.service.orders.openByLink(token);
  if ('fault' in picked) throw new Error(`the app could not be opened: ${picked.fault}`);
  return picked.order;
}

const refusalOf = async (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'taken',
    (error: unknown) => (error instanceof EIdRefused ? error.why : `thrown: ${String(error)}`),
  );

describe('an order to sign', () => {
  it('goes from waiting over the app to verified evidence', async () => {
    const question = aQuestion({ expectedPersonalNumber: elias.personalNumber });
    const order = await town.eId.start(question);
    expect(await town.eId.collect(order, how)).toMatchObject({ status: 'pending', hintCode: 'outstandingTransaction' });
    const inApp = open(order);
    expect(await town.eId.collect(order, how)).toMatchObject({ hintCode: 'started', advice: { message: 'searching' } });
    expect(Buffer.from(inApp.request.userVisibleData ?? '', 'base64').toString()).toBe(question.visibleText);
    await town.service.orders.sign(inApp, elias);
    const collected = await town.eId.collect(order, how);
    expect(collected).toMatchObject({
      status: 'complete',
      signer: { personalNumber: elias.personalNumber, name: 'Elias Kvarnhed', familyName: 'Kvarnhed' },
    });
    if (collected.status !== 'complete') return;
    const { evidence } = collected;
    expect(evidence.verification).toMatchObject({ outcome: 'verified', issuer: expect.stringContaining('Testbanken') });
    expect(Buffer.from(evidence.userVisibleData, 'base64').toString()).toBe(question.visibleText);
    expect(Buffer.from(evidence.userNonVisibleData, 'base64').toString()).toContain(question.nonVisibleData);
    expect(JSON.parse(evidence.completionData)).toMatchObject({ orderRef: order.orderRef, status: 'complete' });
    expect(evidence.completionData).toContain(evidence.signature);
    expect(evidence).toMatchObject({ endUserIp: question.endUserIp, ocspResponse: expect.stringMatching(/^MII/) });
  });

  it('survives its row: an order that was JSON in between is collected all the same', async () => {
    const order = await town.eId.start(aQuestion());
    await town.service.orders.sign(open(order), elias);
    const kept = JSON.parse(JSON.stringify(order)) as EIdOrder;
    expect(await town.eId.collect(kept, how)).toMatchObject({ status: 'complete' });
  });

  it('shows a formatted text as one, and is signed as one', async () => {
    const order = await town.eId.start(
      aQuestion({ visibleText: '# Samtycke\n+ Skolan', visibleTextFormat: 'simpleMarkdownV1' }),
    );
    const inApp = open(order);
    expect(inApp.request.userVisibleDataFormat).toBe('simpleMarkdownV1');
    await town.service.orders.sign(inApp, elias);
    expect(await town.eId.collect(order, how)).toMatchObject({ status: 'complete' });
  });

  it('to identify is another act than to sign', async () => {
    const order = await town.eId.start(aQuestion({ purpose: 'identify' }));
    const inApp = open(order);
    expect(inApp.act).toBe('auth');
    await town.service.orders.sign(inApp, sanna);
    expect(await town.eId.collect(order, how)).toMatchObject({
      status: 'complete',
      signer: { personalNumber: sanna.personalNumber },
    });
  });

  it('refuses a text that hides something before anything is asked', async () => {
    await expect(town.eId.start(aQuestion({ visibleText: 'Jag säger \u202eja' }))).rejects.toThrow('hidden-characters');
  });
});

describe('the link', () => {
  it('opens the app by the token and holds nothing else', async () => {
    const order = await town.eId.start(aQuestion({ expectedPersonalNumber: elias.personalNumber }));
    expect(town.eId.startLink(order)).toMatch(/^bankid:\/\/\/\?autostarttoken=[0-9a-f-]{36}$/);
  });

  it('brings the browser back with a word that only this order knows', async () => {
    const [one, two] = [await town.eId.start(aQuestion()), await town.eId.start(aQuestion())];
    const { returnUrl = '' } = open(one).request;
    const brought = new URL(returnUrl).hash.replace('#e-id=', '');
    expect(new URL(returnUrl).search).toBe('');
    expect(cameBack(one, brought)).toBe(true);
    expect(cameBack(two, brought)).toBe(false);
    expect(cameBack(two, '')).toBe(false);
  });
});

describe('the moving code', () => {
  it('is what BankID documents: token, second, and the second sealed', () => {
    const parts = {
      qrStartToken: '67df3917-fa0d-44e5-b327-edcc928297f8',
      qrStartSecret: 'd28db9a7-4cde-429e-a983-359be676944c',
    };
    const seal = (second: number) => createHmac('sha256', parts.qrStartSecret).update(`${second}`).digest('hex');
    expect(movingCode(parts, 0)).toBe(
      'bankid.67df3917-fa0d-44e5-b327-edcc928297f8.0.dc69358e712458a66a7525beef148ae8526b1c71610eff2c16cdffb4cdac9bf8',
    );
    expect(movingCode(parts, 1)).toBe(`bankid.${parts.qrStartToken}.1.${seal(1)}`);
    expect(movingCode(parts, 1)).not.toBe(movingCode(parts, 2));
  });

  it('is read by the app while it is fresh', async () => {
    const order = await town.eId.start(aQuestion());
    const picked = town.service.orders.openByCode(town.eId.codeAt(order) ?? '');
    expect(picked).toHaveProperty('order.openedBy', 'code');
  });

  it('is worth nothing some seconds later, nor with another second written into it', async () => {
    const order = await town.eId.start(aQuestion());
    const code = town.eId.codeAt(order) ?? '';
    const forged = code.replace(/\.(\d+)\./, (_, second: string) => `.${Number(second) + 6}.`);
    town.pass(6 * SECOND);
    expect(town.service.orders.openByCode(code)).toEqual({ fault: 'too-old' });
    expect(town.service.orders.openByCode(forged)).toEqual({ fault: 'unknown' });
    expect(town.service.orders.openByCode('bankid.x.0.y')).toEqual({ fault: 'unknown' });
    town.pass(-6 * SECOND);
  });

  it('is no longer shown when the app can no longer open by it', async () => {
    const order = await town.eId.start(aQuestion());
    const after = (ms: number) => new Date(Date.parse(order.startedAt) + ms);
    expect(town.eId.codeAt(order, after(29 * SECOND))).toContain('.29.');
    expect(town.eId.codeAt(order, after(31 * SECOND))).toBeNull();
  });
});

describe('an order that waits', () => {
  it.each(Object.keys(PENDING_HINTS).filter((hint) => hint !== 'processing'))('tells %s', async (hintCode) => {
    const order = await town.eId.start(aQuestion());
    town.service.orders.hint(open(order), hintCode);
    expect(await town.eId.collect(order, how)).toMatchObject({ status: 'pending', hintCode, advice: { next: 'wait' } });
  });

  it('waits on a hint that nobody knows yet', async () => {
    const order = await town.eId.start(aQuestion());
    town.service.orders.hint(open(order), 'userDances');
    expect(await town.eId.collect(order, how)).toMatchObject({ status: 'pending', advice: { message: 'in-progress' } });
  });

  it('is processing while the service is slow, and complete after', async () => {
    const order = await town.eId.start(aQuestion());
    await town.service.orders.sign(open(order), elias, 10 * SECOND);
    expect(await town.eId.collect(order, how)).toMatchObject({ status: 'pending', hintCode: 'processing' });
    town.pass(11 * SECOND);
    expect(await town.eId.collect(order, how)).toMatchObject({ status: 'complete' });
    town.pass(-11 * SECOND);
  });
});

describe('an order that fails', () => {
  it.each([...Object.keys(FAILED_HINTS), 'somethingNew'])('tells %s', async (hintCode) => {
    const order = await town.eId.start(aQuestion());
    town.service.orders.fail(open(order), hintCode);
    const collected = await town.eId.collect(order, how);
    expect(collected).toMatchObject({ status: 'failed', hintCode });
    expect(collected.status === 'failed' && collected.advice.next).not.toBe('wait');
  });

  it('fails when the app does not open in half a minute', async () => {
    const order = await town.eId.start(aQuestion());
    town.pass(31 * SECOND);
    expect(await town.eId.collect(order, { ...how, start: 'other-device' })).toMatchObject({
      status: 'failed',
      hintCode: 'startFailed',
      advice: { next: 'renew-code' },
    });
    town.pass(-31 * SECOND);
  });

  it('fails when nobody signs within three minutes, and takes no signature after that', async () => {
    const order = await town.eId.start(aQuestion());
    const inApp = open(order);
    town.pass(3 * MINUTE + SECOND);
    expect(await town.eId.collect(order, how)).toMatchObject({ status: 'failed', hintCode: 'expiredTransaction' });
    expect(town.service.orders.inApp(inApp.autoStartToken)).toBeUndefined();
    await town.service.orders.sign(inApp, elias);
    expect(await town.eId.collect(order, how)).toMatchObject({ status: 'failed' });
    town.pass(-(3 * MINUTE + SECOND));
  });

  it('is unknown once it was cancelled, and cancelling twice is no fault', async () => {
    const order = await town.eId.start(aQuestion());
    await town.eId.cancel(order);
    await town.eId.cancel(order);
    expect(await refusalOf(town.eId.collect(order, how))).toBe('unknown-order');
  });

  it('gives way when the same person begins another, which is then begun anew', async () => {
    const question = aQuestion({ expectedPersonalNumber: sanna.personalNumber });
    const first = await town.eId.start(question);
    open(first);
    expect(await refusalOf(town.eId.start(question))).toBe('already-in-progress');
    expect(await town.eId.collect(first, how)).toMatchObject({ status: 'failed', hintCode: 'cancelled' });
    expect(await refusalOf(town.eId.start(question))).toBe('taken');
  });
});

describe('a service in trouble', () => {
  it.each([
    ['maintenance', 'maintenance'],
    ['internal-error', 'unavailable'],
    ['request-timeout', 'timed-out'],
    ['cut-off', 'unavailable'],
    ['nonsense', 'unavailable'],
  ] as const)('with %s is told as %s, and the order lives on', async (trouble, why) => {
    const order = await town.eId.start(aQuestion());
    town.service.troubles.push(trouble);
    expect(await refusalOf(town.eId.collect(order, how))).toBe(why);
    expect(await town.eId.collect(order, how)).toMatchObject({ status: 'pending' });
  });

  it('that says nothing is not waited for', async () => {
    const impatient = town.client({}, 200);
    town.service.troubles.push('silence');
    expect(await refusalOf(impatient.start(aQuestion()))).toBe('timed-out');
  });

  it('that is not there is unavailable', async () => {
    expect(await refusalOf(town.client({ url: 'https://localhost:1' }).start(aQuestion()))).toBe('unavailable');
  });
});

describe('the certificates', () => {
  const beside = (name: string): string => path.join(path.dirname(town.settings.rootFile), name);

  it('of somebody else open no door: a person’s own, or one of another house', async () => {
    const person = await town.service.authority.person(elias);
    const stranger = await issueCertificate({
      name: [[NAME.commonName, 'Samnav']],
      from: new Date(Date.now() - MINUTE),
      until: new Date(Date.now() + MINUTE),
    });
    for (const [name, one] of [
      ['person', person],
      ['stranger', stranger],
    ] as const) {
      writeFileSync(beside(`${name}-cert.pem`), pemOf(one.certificate));
      writeFileSync(beside(`${name}-key.pem`), await keyPemOf(one.keys));
    }
    const asPerson = town.client({ certificateFile: beside('person-cert.pem'), keyFile: beside('person-key.pem') });
    expect(await refusalOf(asPerson.start(aQuestion()))).toBe('misconfigured');
    const asStranger = town.client({
      certificateFile: beside('stranger-cert.pem'),
      keyFile: beside('stranger-key.pem'),
    });
    expect(['misconfigured', 'unavailable']).toContain(await refusalOf(asStranger.start(aQuestion())));
  });

  it('of the service must come from the pinned authority', async () => {
    const { rootFile } = town.settings;
    expect(await refusalOf(town.client({ serverAuthorityFile: rootFile }).start(aQuestion()))).toBe('misconfigured');
  });

  it('that cannot be read are our fault, and stop nothing before they are needed', async () => {
    const without = town.client({ keyFile: beside('nowhere.pem') });
    expect(await refusalOf(without.start(aQuestion()))).toBe('misconfigured');
  });
});

describe('the log', () => {
  it('has what failed and nothing of what was asked or by whom', async () => {
    const order = await town.eId.start(aQuestion({ expectedPersonalNumber: elias.personalNumber }));
    town.service.troubles.push('maintenance', 'nonsense');
    await refusalOf(town.eId.collect(order, how));
    await refusalOf(town.eId.start(aQuestion({ expectedPersonalNumber: elias.personalNumber })));
    const lines = town.told.join('\n');
    expect(lines).toContain('collect');
    for (const secret of [
      elias.personalNumber,
      'Elias',
      'Socialtjänsten',
      order.orderRef,
      order.kept['qrStartSecret'] ?? '–',
      order.kept['autoStartToken'] ?? '–',
      'PRIVATE',
    ])
      expect(lines).not.toContain(secret);
  });
});
