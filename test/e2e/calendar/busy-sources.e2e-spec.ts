/** People's own calendars: read for when they are busy and nothing else, seen by nobody else, and forgotten whole. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SourceFault } from '#domain/calendar/busy-source.js';
import { DAY, HOUR, MINUTE } from '#domain/kernel/instant.js';
import { IcalBusyReader } from '#platform/calendar/ical-busy-reader.js';
import { HmacSessionTokens } from '#platform/crypto/hmac-session-tokens.js';
import { CalendarFetcher, type Fetched } from '#use-cases/calendar/calendar-reading.port.js';
import { ReadBusySource, ReconcileBusySources } from '#use-cases/calendar/read-busy-source.js';
import { JobQueue, type JobToHand } from '#use-cases/outbox/job-queue.port.js';
import { type Api, startApi } from '../../support/api.js';
import { buildWorld, type World } from '../../support/world.js';

const MINE = `{ myBusySources { id kind host addedAt readAt coversUntil fault } }`;
const FILE = `mutation($text: String!) { addBusyFile(input: { text: $text }) }`;
const ADDRESS = `mutation($address: String!) { addBusyAddress(input: { address: $address }) }`;
const REMOVE = `mutation($id: ID!) { removeBusySource(id: $id) }`;
const SECRET = 'https://calendar.example/hemlig-nyckel-4711/anna.ics';
const SERVICE = { kind: 'service', name: 'calendars', requestId: 'test' } as const;

interface Source {
  id: string;
  kind: string;
  host: string | null;
  readAt: string | null;
  fault: string | null;
}

/** What the internet would answer. */
class Internet extends CalendarFetcher {
  asked: string[] = [];
  answer: Fetched = { outcome: 'fault', fault: 'unreachable' };

  override fetch(url: string): Promise<Fetched> {
    this.asked.push(url);
    return Promise.resolve(this.answer);
  }
}

class KeptQueue extends JobQueue {
  readonly names = ['read-calendar'];
  readonly kept: JobToHand[] = [];

  hand(jobs: readonly JobToHand[]): Promise<void> {
    this.kept.push(...jobs);
    return Promise.resolve();
  }
}

let world: World;
let api: Api;
let reading: ReadBusySource;
const internet = new Internet();
beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  const tokens = new HmacSessionTokens(world.settings.keys.session);
  reading = new ReadBusySource(world.asCaller, internet, new IcalBusyReader(), tokens);
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

const as = (key: string) => api.as({ id: world.caller(key).staffId });
const sources = async (key: string): Promise<Source[]> => (await (await as(key)).query(MINE)).myBusySources;
const stamp = (ahead: number): string =>
  new Date(Date.now() + ahead).toISOString().replace(/[-:]/g, '').slice(0, 13) + '0000Z';
const event = (ahead: number, ...lines: string[]): string[] => [
  'BEGIN:VEVENT',
  `UID:${ahead}`,
  'SUMMARY:Läkarbesök Elliot',
  'LOCATION:Vårdcentralen',
  `DTSTART:${stamp(ahead)}`,
  `DTEND:${stamp(ahead + HOUR)}`,
  ...lines,
  'END:VEVENT',
];
const calendar = (...lines: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const kept = (id: string) =>
  world.behindTheLocks<{ ranges: number; row: string; next: Date | null }>(
    `select (select count(*)::int from unnest(busy)) as ranges, row_to_json(s)::text as row, next_read_at as next from busy_source s where id = $1`,
    [id],
  );

describe('a calendar that was saved as a file', () => {
  it('leaves when its owner is busy, and no word of what it said', async () => {
    const olof = await as('olof');
    await olof.query(FILE, {
      text: calendar(...event(DAY), ...event(2 * DAY), ...event(3 * DAY, 'TRANSP:TRANSPARENT')),
    });
    const [source] = await sources('olof');
    expect(source).toMatchObject({ kind: 'file', host: null, fault: null, readAt: expect.any(String) });
    const [row] = await kept(source!.id);
    expect(row?.ranges).toBe(2);
    for (const word of ['Läkarbesök', 'Elliot', 'Vårdcentralen']) expect(row?.row).not.toContain(word);
    const [line] = await world.behindTheLocks<{ detail: object }>(
      `select detail from ledger_entry where detail->>'sourceId' = $1`,
      [source!.id],
    );
    expect(line?.detail).toMatchObject({ deed: 'busy-source-added' });
  });

  it('says by the field what is wrong with it', async () => {
    const refused = await (await as('olof')).refusal(FILE, { text: '<html>Logga in</html>' });
    expect(refused.faults.map(({ field, code }) => [field, code])).toEqual([['text', 'NOT_A_CALENDAR']]);
  });
});

describe('a calendar that is followed', () => {
  let id = '';

  it('is taken by a secure address, which nobody reads again', async () => {
    const anna = await as('anna');
    expect((await anna.refusal(ADDRESS, { address: 'http://calendar.example/a.ics' })).faults).toMatchObject([
      { field: 'address', code: 'ADDRESS_NOT_HTTPS' },
    ]);
    await anna.query(ADDRESS, { address: SECRET });
    const [source] = await sources('anna');
    expect(source).toMatchObject({ kind: 'address', host: 'calendar.example', readAt: null, fault: null });
    id = source!.id;
    const rows = [
      ...(await world.behindTheLocks<{ t: string }>(`select row_to_json(s)::text as t from busy_source s`)),
      ...(await world.behindTheLocks<{ t: string }>(`select row_to_json(o)::text as t from outbox o`)),
      ...(await world.behindTheLocks<{ t: string }>(`select row_to_json(l)::text as t from ledger_entry l`)),
    ];
    // With letters that no id has.
    expect(rows.filter(({ t }) => t.includes('nyckel-4711'))).toEqual([]);
    const [job] = await world.behindTheLocks<{ payload: { sourceId: string } }>(
      `select payload from outbox where topic = 'job:read-calendar'`,
    );
    expect(job?.payload.sourceId).toBe(id);
  });

  it('is read by the worker, and then again after half an hour', async () => {
    internet.answer = { outcome: 'text', text: calendar(...event(DAY), ...event(DAY + HOUR), ...event(2 * DAY)) };
    expect(await reading.run(SERVICE, id)).toBe('read');
    expect(internet.asked).toEqual([SECRET]);
    const [row] = await kept(id);
    // Two that follow each other are one.
    expect(row?.ranges).toBe(2);
    expect(Math.round((Number(row?.next) - Date.now()) / MINUTE)).toBe(30);
    expect(await reading.run(SERVICE, id)).toBe('nothing');
    expect((await sources('anna'))[0]).toMatchObject({ readAt: expect.any(String), fault: null });
  });

  const makeDue = () => world.behindTheLocks(`update busy_source set next_read_at = clock.now() where id = $1`, [id]);

  it.each<[SourceFault, number]>([
    ['unreachable', 60],
    ['refused', 120],
  ])('keeps what it said when it is %s, tells its owner, and is asked again later', async (fault, minutes) => {
    await makeDue();
    internet.answer = { outcome: 'fault', fault };
    expect(await reading.run(SERVICE, id)).toBe('not-read');
    const [row] = await kept(id);
    expect(row?.ranges).toBe(2);
    expect(Math.round((Number(row?.next) - Date.now()) / MINUTE)).toBe(minutes);
    expect((await sources('anna'))[0]).toMatchObject({ fault });
  });

  it('is handed to the queue when its time has come, once for each time', async () => {
    await makeDue();
    const queue = new KeptQueue();
    const due = new ReconcileBusySources(world.asCaller, queue);
    expect(await due.reconcile(SERVICE)).toBe(1);
    await due.reconcile(SERVICE);
    expect(queue.kept.map(({ payload }) => payload)).toEqual([{ sourceId: id }, { sourceId: id }]);
    expect(new Set(queue.kept.map(({ jobId }) => jobId)).size).toBe(1);
  });

  it('is not read for somebody who has left', async () => {
    const { staffId } = world.caller('anna');
    await world.behindTheLocks(`update staff_member set disabled_at = now() where id = $1`, [staffId]);
    expect(await reading.run(SERVICE, id)).toBe('nothing');
    await world.behindTheLocks(`update staff_member set disabled_at = null where id = $1`, [staffId]);
  });

  it('is seen and removed by its owner alone, with all that was read from it', async () => {
    for (const key of ['marcus', 'elin', 'birgitta']) {
      expect([key, await sources(key)]).toEqual([key, []]);
      expect([key, (await (await as(key)).refusal(REMOVE, { id })).code]).toEqual([key, 'NOT_FOUND']);
    }
    await (await as('anna')).query(REMOVE, { id });
    expect(await sources('anna')).toEqual([]);
    expect(await kept(id)).toEqual([]);
    expect(await reading.run(SERVICE, id)).toBe('nothing');
  });
});

it('are five at most', async () => {
  const lena = await as('lena');
  for (let count = 0; count < 5; count += 1) await lena.query(FILE, { text: calendar(...event(DAY)) });
  expect((await lena.refusal(FILE, { text: calendar(...event(DAY)) })).code).toBe('TOO_MANY_SOURCES');
});
