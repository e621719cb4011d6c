/** A calendar is fetched from the internet and from nowhere inside a network, whichever way the address leads there. */
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { issueCertificate, keyPemOf, NAME, pemOf } from '#demo/bankid/issue-certificate.js';
import { isPublicAddress } from '../outside/guarded-lookup.js';
import { HttpsCalendarFetcher } from './https-calendar-fetcher.js';

let server: Server;
let port: number;
let ca: string;
const asked: string[] = [];

beforeAll(async () => {
  const [from, until] = [new Date(Date.now() - 60_000), new Date(Date.now() + 3_600_000)];
  const name = [[NAME.commonName, 'Provkalendern']] as const;
  const root = await issueCertificate({ name, from, until, authority: true });
  const own = await issueCertificate({
    ...{ name: [[NAME.commonName, 'localhost']], from, until, issuer: root },
    purpose: '1.3.6.1.5.5.7.3.1',
    hosts: ['localhost', '127.0.0.1'],
  });
  ca = pemOf(root.certificate);
  server = createServer({ key: await keyPemOf(own.keys), cert: pemOf(own.certificate) }, (request, response) => {
    asked.push(request.url ?? '');
    const to = (location: string) => response.writeHead(302, { Location: location }).end();
    if (request.url === '/calendar.ics') response.end('BEGIN:VCALENDAR');
    else if (request.url === '/moved') to('/calendar.ics');
    else if (request.url === '/plain') to('http://localhost/calendar.ics');
    else if (request.url === '/inside') to(`https://10.0.0.7:${port}/`);
    else if (request.url === '/round') to('/round');
    else if (request.url === '/private') response.writeHead(401).end();
    else if (request.url === '/large') response.end(Buffer.alloc(5_000_001, 'x'));
    else if (request.url === '/slow') response.write('BEGIN');
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
}, 30_000);
afterAll(() => {
  server?.closeAllConnections();
  server?.close();
});

/** This machine and nothing else of what is inside. */
const fetcher = (more: object = {}) =>
  new HttpsCalendarFetcher({
    isAllowed: (address) => address === '127.0.0.1' || address === '::1',
    port,
    milliseconds: 5_000,
    ca,
    ...more,
  });
const faultOf = async (url: string, by = fetcher()): Promise<string> => {
  const fetched = await by.fetch(url);
  return fetched.outcome === 'fault' ? fetched.fault : 'none';
};

describe('an address on the internet', () => {
  it('is read, also where it has moved', async () => {
    for (const path of ['/calendar.ics', '/moved'])
      expect(await fetcher().fetch(`https://localhost:${port}${path}`)).toEqual({
        outcome: 'text',
        text: 'BEGIN:VCALENDAR',
      });
  });

  it.each([
    ['/away', 'not-found'],
    ['/private', 'refused'],
    ['/large', 'too-large'],
    ['/round', 'unreachable'],
    ['/plain', 'not-allowed'],
    ['/inside', 'not-allowed'],
  ])('%s is told as %s', async (path, fault) => {
    expect(await faultOf(`https://localhost:${port}${path}`)).toBe(fault);
  });

  it('is given up when it is slow, and not believed without a certificate', async () => {
    expect(await faultOf(`https://localhost:${port}/slow`, fetcher({ milliseconds: 300 }))).toBe('unreachable');
    const stranger = new HttpsCalendarFetcher({ isAllowed: () => true, port, milliseconds: 5_000 });
    expect(await faultOf(`https://localhost:${port}/calendar.ics`, stranger)).toBe('not-secure');
  });
});

describe('an address inside a network', () => {
  it.each([
    'https://localhost/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://10.0.0.7/',
    'https://169.254.169.254/latest/meta-data/',
    'https://calendar.example:8443/',
    'https://anna:hemligt@calendar.example/',
    'http://calendar.example/',
    'file:///etc/passwd',
    'nonsense',
  ])('%s is never connected to', async (url) => {
    const before = asked.length;
    expect(await faultOf(url, new HttpsCalendarFetcher())).toBe('not-allowed');
    expect(asked).toHaveLength(before);
  });

  it('is not reached by a name that leads there either', async () => {
    const before = asked.length;
    const strict = fetcher({ isAllowed: isPublicAddress });
    expect(await faultOf(`https://localhost:${port}/calendar.ics`, strict)).toBe('not-allowed');
    expect(asked).toHaveLength(before);
  });

  it.each([
    ['93.184.215.14', true],
    ['2606:2800:21f:cb07:6820:80da:af6b:8b2c', true],
    ['100.64.0.1', false],
    ['192.168.1.1', false],
    ['172.16.0.1', false],
    ['0.0.0.0', false],
    ['198.51.100.4', false],
    ['fd00::1', false],
    ['fe80::1', false],
    ['64:ff9b::a00:7', false],
    ['2002:a00:7::', false],
    ['::ffff:10.0.0.7', false],
    ['', false],
  ])('%s is public: %s', (address, isPublic) => {
    expect(isPublicAddress(address)).toBe(isPublic);
  });
});
