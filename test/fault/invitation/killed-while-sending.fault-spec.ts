/**
 * The worker is killed while it hands invitations to the mail server. None is lost; and where a mail was taken by the server as
 * the worker died, so that it is sent once more, it is the same word to a calendar: same UID, SEQUENCE and Message-ID (RFC 5546 2.1.5).
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CLAIM } from '#domain/notice/delivery-tries.js';
import { type Api, startApi } from '../../support/api.js';
import { openGradedCase } from '../../support/case.js';
import { until } from '../../support/deadlines.js';
import { conveneHub } from '../../support/hub.js';
import { type KeptMail, type Mailbox, openMailbox } from '../../support/mailbox.js';
import { startWorker, type WorkerProcess } from '../../support/worker.js';
import { buildWorld, type World } from '../../support/world.js';

const KILLS = process.env['SAMNAV_LONG'] === '1' ? 12 : 3;

let world: World;
let api: Api;
let box: Mailbox;
let worker: WorkerProcess | undefined;

beforeEach(async () => {
  box = await openMailbox();
  world = await buildWorld();
  api = await startApi(world.database, { SAMNAV_MAIL_URL: box.url });
}, 60_000);
afterEach(async () => {
  await worker?.kill();
  await api?.close();
  await world?.close();
  await box?.close();
}, 30_000);

const wordOf = ({ to, calendar = '', parsed }: KeptMail): string => {
  const field = (name: string): string => new RegExp(`^${name}[;:](.*)$`, 'm').exec(calendar)?.[1]?.trim() ?? '';
  return [to, field('UID'), field('SEQUENCE'), parsed.messageId].join(' ');
};

interface Row {
  readonly state: string;
  readonly n: number;
}

describe('a worker that is killed while it sends invitations', () => {
  it(`loses none in ${KILLS} kills, and says nothing twice that a calendar would take for two`, async () => {
    const red = await openGradedCase(world, { grade: 'red' });
    // The mail server takes its time, so that the kill comes while a mail is under way.
    box.delay = 120;
    await conveneHub(world, api, red);
    const [invited] = await world.behindTheLocks<{ n: number }>(`select count(*)::int as n from invitation_mail`);
    const all = invited?.n ?? 0;
    expect(all).toBeGreaterThan(5);
    for (let kill = 0; kill < KILLS; kill += 1) {
      worker = await startWorker(world.database, { SAMNAV_MAIL_URL: box.url });
      await sleep(60 + ((kill * 137) % 300));
      await worker.kill();
      // What the dead worker had claimed is free again when the claim is over.
      await world.database.moveClock(`${(kill + 1) * (CLAIM / 1000 + 1)} seconds`);
    }
    box.delay = 0;
    worker = await startWorker(world.database, { SAMNAV_MAIL_URL: box.url });
    const states = () =>
      world.behindTheLocks<Row>(`select state, count(*)::int as n from invitation_mail group by state order by state`);
    expect(await until(states, (rows) => rows.every(({ state }) => state !== 'waiting'), 30_000)).toEqual([
      { state: 'sent', n: all },
    ]);
    await sleep(1_000);
    const calendars = box.mails.filter(({ calendar }) => calendar !== undefined);
    const words = new Set(calendars.map(wordOf));
    expect(words.size).toBe(all);
    expect(new Set(calendars.map(({ to }) => to)).size).toBe(all);
    // Answers go to one address per invitation, whichever of two mails is answered.
    const addresses = await world.behindTheLocks<{ n: number }>(
      `select count(distinct reply_hash)::int as n from invitation where reply_hash is not null`,
    );
    expect(addresses).toEqual([{ n: all }]);
  }, 200_000);
});
