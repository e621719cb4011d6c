/** The app's pages over HTTP: what a person sees before they sign, and what they never see. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aQuestion, startBankid, type BankidTown } from '../../../test/support/bankid.js';
import { testPeople } from './test-people.js';

const [elias, sanna] = testPeople as [(typeof testPeople)[number], (typeof testPeople)[number]];
const how = { start: 'same-device', used: false, answer: null } as const;
let town: BankidTown;
let server: Server;
let base: string;

beforeAll(async () => {
  town = await startBankid();
  const site = express().use('/bankid', town.service.pages);
  server = await new Promise<Server>((resolve) => {
    const listening = site.listen(0, '127.0.0.1', () => resolve(listening));
  });
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}, 60_000);

afterAll(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => server?.close(resolve) ?? resolve(undefined));
  await town?.close();
});

const post = (path: string, fields: Record<string, string>): Promise<Response> =>
  fetch(`${base}${path}`, { method: 'POST', body: new URLSearchParams(fields) });

const text = async (response: Promise<Response>): Promise<string> => (await response).text();

async function begin(more: Parameters<typeof aQuestion>[0] = {}) {
  const order = await town.eId.start(aQuestion(more));
  const token = new URL(town.eId.startLink(order)).searchParams.get('autostarttoken') ?? '';
  return { order, token, app: `/bankid/app/${token}` };
}

describe('the app', () => {
  it('is opened by the link, asks who one is, shows the text letter by letter and signs it', async () => {
    const visibleText = 'Jag säger ja till <b>allt</b> & mer.\nRad två.';
    const { order, token, app } = await begin({ visibleText });
    expect(await text(fetch(`${base}/bankid?autostarttoken=${token}`))).toContain('Vem är du?');
    const shown = await text(post(`${app}/person`, { person: elias.personalNumber }));
    expect(shown).toContain('Jag säger ja till &lt;b&gt;allt&lt;/b&gt; &amp; mer.\nRad två.');
    expect(shown).toContain('demonstration');
    expect(await town.eId.collect(order, how)).toMatchObject({ hintCode: 'userSign' });
    const done = await text(post(`${app}/answer`, { person: elias.personalNumber, answer: 'sign' }));
    expect(done).toContain('Du har skrivit under');
    expect(done).toContain('https://samnav.example/f/samtycke#e-id=');
    expect(await town.eId.collect(order, how)).toMatchObject({ status: 'complete' });
    expect((await post(`${app}/answer`, { person: elias.personalNumber, answer: 'sign' })).status).toBe(410);
  });

  it('is opened by the code that is shown now, and by no other', async () => {
    const { order } = await begin();
    const code = town.eId.codeAt(order) ?? '';
    expect((await post('/bankid/code', { code: code.replace(/.$/, 'x') })).status).toBe(400);
    expect(await text(post('/bankid/code', { code }))).toContain('Vem är du?');
    town.pass(5_000);
    expect(await text(post('/bankid/code', { code }))).toContain('Koden har hunnit bytas');
    town.pass(-5_000);
  });

  it('shows nobody what another person is asked to sign, and signs it for nobody else', async () => {
    const { order, token, app } = await begin({ expectedPersonalNumber: sanna.personalNumber });
    await fetch(`${base}/bankid?autostarttoken=${token}`);
    const shown = await text(post(`${app}/person`, { person: elias.personalNumber }));
    expect(shown).toContain('till någon annan än dig');
    expect(shown).not.toContain(order.visibleText);
    expect(shown).not.toContain(sanna.personalNumber);
    await post(`${app}/answer`, { person: elias.personalNumber, answer: 'sign' });
    expect(await town.eId.collect(order, how)).toMatchObject({ status: 'failed', hintCode: 'userCancel' });
  });

  it.each([
    ['Avbryt', 'userCancel', { status: 'failed', hintCode: 'userCancel' }],
    ['a failure', 'fail.transactionRiskBlocked', { status: 'failed', hintCode: 'transactionRiskBlocked' }],
    ['a wait', 'wait.userMrtd', { status: 'pending', hintCode: 'userMrtd' }],
    ['slowness', 'slow', { status: 'pending', hintCode: 'processing' }],
    ['nothing that it knows', 'fail.__proto__', { status: 'failed', hintCode: 'userCancel' }],
  ])('takes %s', async (_, answer, expected) => {
    const { order, token, app } = await begin();
    await fetch(`${base}/bankid?autostarttoken=${token}`);
    await post(`${app}/answer`, { person: elias.personalNumber, answer });
    expect(await town.eId.collect(order, how)).toMatchObject(expected);
  });

  it('can be told that the service is in trouble, once', async () => {
    const { order } = await begin();
    expect(await text(post('/bankid/trouble', { trouble: 'maintenance' }))).toContain('stängd för underhåll');
    expect((await post('/bankid/trouble', { trouble: 'toString' })).status).toBe(400);
    await expect(town.eId.collect(order, how)).rejects.toThrow('maintenance');
    expect(await town.eId.collect(order, how)).toMatchObject({ status: 'pending' });
  });

  it('that was never opened answers nothing', async () => {
    const { app } = await begin();
    expect((await fetch(`${base}${app}`)).status).toBe(410);
    expect((await post(`${app}/answer`, { person: elias.personalNumber, answer: 'sign' })).status).toBe(410);
  });
});
