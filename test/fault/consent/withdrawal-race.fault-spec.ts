/**
 * A withdrawal in the middle of a thousand reads over two api processes on one database, by GraphQL and over sockets: once it
 * is acknowledged nothing that it reached is shown by a read that begins, sent to a screen, or sent by a read that was under
 * way (ASVS 8.3.2, 15.4.2; OSL 10:1, 12:2). SAMNAV_LONG=1 does it round after round.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import type { Socket } from 'socket.io-client';
import { ItemStore } from '#use-cases/gate/items.port.js';
import { giveTold } from '#use-cases/share/give-told.js';
import { ShareStore } from '#use-cases/share/share.port.js';
import { toldItem } from '#use-cases/share/tellables.js';
import { type ApiProcess, startApiProcess } from '../../support/api-process.js';
import type { ApiClient } from '../../support/api.js';
import { EVENT_FIELDS, type HubUnderTest } from '../../support/hub.js';
import {
  conveneJoint,
  openMeasuresCase,
  POLICE,
  signedConsent,
  SOC,
  type ConsentUnderTest,
  type JointCase,
} from '../../support/joint.js';
import { ASKED, askAs, openInvestigation } from '../../support/inquiry.js';
import { buildWorld, type World } from '../../support/world.js';

const LONG = process.env['SAMNAV_LONG'] === '1';
const ROUNDS = LONG ? 10 : 1;
const READS = 1_000;
const READERS = 20;
/** Stands in all that Anna's house has told. */
const TOLD = 'Trastsången';

const BOARD = `query($id: ID!) { hubBoard(id: $id, afterSeq: 0) { events { ${EVENT_FIELDS} } items { id version text ground } } }`;
const SHARED = `query($id: ID!) { sharedCase(caseId: $id) { things { part { text } } left { at } } }`;
const WITHDRAW = `mutation($i: RegisterToldInput!) { registerTold(input: $i) { state at } }`;
const PUT = `mutation($i: PutMapEntryInput!) { putMapEntry(input: $i) { seq } }`;

let world: World;
let nodes: readonly ApiProcess[];
let admin: Client;

beforeAll(async () => {
  world = await buildWorld();
  nodes = await Promise.all([startApiProcess(world), startApiProcess(world)]);
  admin = new Client({ connectionString: world.database.urls.admin });
  await admin.connect();
}, 120_000);
afterAll(async () => {
  await Promise.all((nodes ?? []).map((node) => node.stop()));
  await admin?.end();
  await world?.close();
});

interface Table {
  readonly file: JointCase;
  readonly consent: ConsentUnderTest;
  readonly hub: HubUnderTest;
  /** The officer and the teacher, each at both nodes. */
  readonly readers: readonly ApiClient[];
}

const staff = (key: string) => ({ id: world.town.staff.get(key) ?? '' });

/** A family that has said yes, a joint meeting going on, and something told to both houses beside it. */
async function layTable(familyName: string): Promise<Table> {
  const file = await openMeasuresCase(world, { familyName });
  const consent = await signedConsent(world, file);
  const hub = await conveneJoint(world, (key) => nodes[key === 'anna' ? 0 : 1]!, file, {
    anna: { category: 'home-and-family', text: `${TOLD} i köket.` },
    marcus: null,
    lena: null,
  });
  await hub.act('anna', 'moveMeeting', 'MoveMeetingInput', { step: 'start' });
  await hub.act('anna', 'givePicture', 'GivePictureInput', { questionId: hub.questions['anna'] });
  await world.asCaller.run(world.caller('anna'), async (tx) => {
    const id = await world.seal.item(tx, {
      caseId: file.caseId,
      category: 'home-and-family',
      form: 'sig',
      phase: 'measures',
      subjectIds: [file.personId],
      content: { text: `${TOLD} i trappan.` },
    });
    const [item] = await tx.of(ItemStore).findSealed([id]);
    const branches = ['marcus', 'lena'].map((key) => world.caller(key).branchId);
    const houses = (await tx.of(ShareStore).findHouses()).filter(({ branchId }) => branches.includes(branchId));
    if (item) await giveTold(tx, { told: [toldItem(item)], houses, purpose: 'support' });
  });
  const readers = await Promise.all(['marcus', 'lena'].flatMap((key) => nodes.map((node) => node.as(staff(key)))));
  return { file, consent, hub, readers };
}

interface Read {
  readonly begun: number;
  readonly ended: number;
  readonly text: string;
}

async function read(client: ApiClient, document: string, id: string): Promise<Read> {
  const begun = performance.now();
  const response = await client.fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: originOf(client) },
    body: JSON.stringify({ query: document, variables: { id } }),
  });
  const ended = performance.now();
  return { begun, ended, text: await response.text() };
}

const origins = new Map<ApiClient, string>();
function originOf(client: ApiClient): string {
  const known = origins.get(client);
  if (!known) throw new Error('nobody has said where this reader is');
  return known;
}

const tells = ({ text }: { readonly text: string }): boolean => text.includes(TOLD);
const ms = (n: number): string => `${Math.round(n)} ms`;

describe('a withdrawal', () => {
  it(`amid ${READS} reads over two processes, ${ROUNDS} times: nothing after the acknowledgement`, async () => {
    for (let round = 1; round <= ROUNDS; round += 1) {
      const table = await layTable(`Kappsson${round}`);
      table.readers.forEach((client, at) => origins.set(client, nodes[at % nodes.length]!.url));
      const heard: { readonly at: number; readonly text: string }[] = [];
      const sockets: Socket[] = [];
      for (const client of table.readers) {
        const socket = await client.socket();
        socket.onAny((...news: unknown[]) => heard.push({ at: performance.now(), text: JSON.stringify(news) }));
        const answer = await socket.timeout(4_000).emitWithAck('watch', `board:${table.hub.hubId}`);
        expect(answer).toMatchObject({ ok: true });
        sockets.push(socket);
      }
      const anna = await nodes[0]!.as(staff('anna'));
      const reads: Read[] = [];
      let begun = 0;
      let acknowledged = Number.POSITIVE_INFINITY;
      let took = 0;
      let over = false;
      const reader = async (): Promise<void> => {
        while (begun < READS) {
          const turn = begun;
          begun += 1;
          const client = table.readers[turn % table.readers.length]!;
          const [document, id] = turn % 8 < 4 ? [BOARD, table.hub.hubId] : [SHARED, table.file.caseId];
          reads.push(await read(client, document, id));
        }
      };
      // The meeting goes on all the while, so that every screen is sent something again and again.
      const writer = async (): Promise<void> => {
        for (let n = 0; !over; n += 1) {
          const entry = { entryId: randomUUID(), kind: 'fact', text: `${TOLD} ${n}.` };
          await anna.query(PUT, { i: { hubId: table.hub.hubId, clientKey: randomUUID(), ...entry } });
          await sleep(60);
        }
      };
      const withdrawal = async (): Promise<void> => {
        while (begun < READS / 2) await sleep(2);
        const asked = performance.now();
        await anna.query(WITHDRAW, { i: { consentId: table.consent.id, personId: table.file.guardianId } });
        acknowledged = performance.now();
        took = acknowledged - asked;
      };
      const writing = writer();
      await Promise.all([...Array.from({ length: READERS }, reader), withdrawal()]);
      over = true;
      await writing;
      await sleep(300);
      sockets.forEach((socket) => socket.close());

      const shown = reads.filter(tells);
      const late = reads.filter((one) => one.begun > acknowledged);
      const underWay = reads.filter((one) => one.begun <= acknowledged && one.ended > acknowledged);
      const sent = heard.filter(tells);
      const lastShown = Math.max(...shown.map(({ ended }) => ended), ...sent.map(({ at }) => at));
      process.stderr.write(
        `\n  round ${round}: ${reads.length} reads (${shown.length} showed), ${late.length} began after the acknowledgement and ` +
          `${underWay.length} were under way; ${heard.length} messages to screens (${sent.length} with content); withdrawn in ` +
          `${ms(took)}, the last content ${ms(acknowledged - lastShown)} before\n`,
      );
      expect(shown.length).toBeGreaterThan(100);
      expect(sent.length).toBeGreaterThan(4);
      expect(late.length).toBeGreaterThan(100);
      expect(late.filter(tells)).toEqual([]);
      expect(underWay.filter(tells)).toEqual([]);
      expect(sent.filter(({ at }) => at > acknowledged)).toEqual([]);
    }
  }, 600_000);

  it('stops what was decided before it and is still under way, whatever the wait: by the count, and by the last look', async () => {
    const table = await layTable('Väntsson');
    table.readers.forEach((client, at) => origins.set(client, nodes[at % nodes.length]!.url));
    await admin.query(`create function hold_readers() returns trigger language plpgsql as $$
      begin if session_user = 'samnav_ledger' then perform pg_advisory_xact_lock_shared(4711); end if; return null; end $$`);
    await admin.query(
      `create trigger hold before insert on ledger_entry for each statement execute function hold_readers()`,
    );
    await admin.query('select pg_advisory_lock(4711)');
    let acknowledged = 0;
    const reading = Array.from({ length: 48 }, (_, turn) => {
      const client = table.readers[turn % table.readers.length]!;
      return turn % 8 < 4 ? read(client, BOARD, table.hub.hubId) : read(client, SHARED, table.file.caseId);
    });
    try {
      await allWait();
      await table.consent.withdraw(table.file.guardianId);
      acknowledged = performance.now();
    } finally {
      await admin.query('select pg_advisory_unlock(4711)');
    }
    const reads = await Promise.all(reading);
    await admin.query('drop trigger hold on ledger_entry');
    await admin.query('drop function hold_readers');
    const stopped = reads.filter(({ text }) => text.includes('SIGHT_CHANGED'));
    process.stderr.write(
      `\n  ${reads.length} reads under way at the acknowledgement: ${stopped.length} stopped by the last look, ` +
        `${reads.length - stopped.length} decided anew, ${reads.filter(tells).length} showed\n`,
    );
    expect(reads.filter(({ ended }) => ended <= acknowledged)).toEqual([]);
    expect(reads.filter(tells)).toEqual([]);
    expect(stopped.length).toBeGreaterThan(0);
    expect(stopped.length).toBeLessThan(reads.length);
  }, 60_000);

  it('of a grown person, amid reads of a question about them: nothing after the acknowledgement', async () => {
    const file = await openInvestigation(world, { givenName: 'Rune', familyName: 'Vuxensson' });
    await world.behindTheLocks(`update person set born = '1996-03-02' where id = $1`, [file.personId]);
    await world.behindTheLocks(
      `insert into assignment (id, case_id, branch_id, staff_id, reason) values (gen_random_uuid(), $1, $2, $3, 'coordination')`,
      [file.caseId, world.caller('anna').branchId, world.caller('anna').staffId],
    );
    const yes = await signedConsent(
      world,
      { ...file, secondGuardianId: '', signers: [file.personId] },
      {
        form: 'mash',
        from: [POLICE],
        to: [SOC],
        categories: ['crime-and-suspicion', 'associates-and-network'],
        purposes: ['investigate-need'],
      },
    );
    const elin = await nodes[0]!.as(staff('elin'));
    const asked = await askAs(world, elin, { caseId: file.caseId, keys: ['marcus'], kind: 'mash-3' });
    const clients = await Promise.all(nodes.map((node) => node.as(staff('marcus'))));
    clients.forEach((client, at) => origins.set(client, nodes[at]!.url));
    const reads: Read[] = [];
    let begun = 0;
    let acknowledged = Number.POSITIVE_INFINITY;
    const reader = async (): Promise<void> => {
      while (begun < READS / 4) {
        const client = clients[begun % clients.length]!;
        begun += 1;
        reads.push(await read(client, ASKED, asked['marcus'] ?? ''));
      }
    };
    const withdrawal = async (): Promise<void> => {
      while (begun < READS / 8) await sleep(2);
      await yes.withdraw(file.personId);
      acknowledged = performance.now();
    };
    await Promise.all([...Array.from({ length: READERS }, reader), withdrawal()]);
    const names = ({ text }: Read): boolean => text.includes('Vuxensson');
    const after = reads.filter(({ ended }) => ended > acknowledged);
    expect(reads.filter(names).length).toBeGreaterThan(20);
    expect(after.length).toBeGreaterThan(20);
    expect(after.filter(names)).toEqual([]);
  }, 120_000);
});

/** Both nodes' ledgers hold a batch, and nothing else is asked of the database any more: what is read waits to be shown. */
async function allWait(): Promise<void> {
  for (let quiet = 0; quiet < 8;) {
    const { rows } = await admin.query<{ held: number; busy: number }>(
      `select count(*) filter (where usename = 'samnav_ledger' and wait_event_type = 'Lock')::int as held,
              count(*) filter (where usename = 'samnav_app' and state <> 'idle')::int as busy
       from pg_stat_activity where datname = $1`,
      [world.database.name],
    );
    quiet = (rows[0]?.held ?? 0) >= nodes.length && rows[0]?.busy === 0 ? quiet + 1 : 0;
    await sleep(25);
  }
}
