/** From the commit of a change in a plan to the last screen that may have it, and screens that come back after a lost node. */
import { setTimeout as sleep } from 'node:timers/promises';
import { withClient } from '../../scripts/roles.mjs';
import { Obstacle, step } from '../../scripts/say.mjs';
import { documentOf } from '../instruments/documents.mjs';
import { openPlans, READERS } from '../instruments/plans.mjs';
import { processorTime } from '../instruments/processor-time.mjs';
import { startApi, startFloor } from '../instruments/programs.mjs';
import { connect, once, openSocket } from '../instruments/screens.mjs';
import { median, percentile, spread } from '../instruments/statistics.mjs';

const CHANGES_A_ROUND = 20;
/** Screens that lose their node at once, where there are so many. */
const MOST_LOST = 500;
const PATIENCE = 60_000;

const houseOf = (key) => ({ marcus: 'police', lena: 'school' })[key.split('-')[0]] ?? 'social-services';

/** The entry of each plan once more, in one commit: the clock starts as the commit is sent. */
const change = (client, plans) => async () => {
  await client.query('begin');
  await client.query(
    `with put as (
       update plan_entry set version = version + 1 where id = any($1::uuid[]) returning id, group_id
     )
     insert into outbox (topic, payload) select 'live:plan:' || group_id, jsonb_build_object('entryId', id) from put`,
    [plans.map(({ entryId }) => entryId)],
  );
  const began = performance.now();
  await client.query('commit');
  return began;
};

const isEntry = ({ change: told }) => told?.kind === 'entry';

export async function measure({ cluster, clients, rounds }) {
  const town = await cluster.town(0);
  const count = Math.max(1, Math.round(clients / READERS.length));
  const [api, other, floor] = [await startApi(town), await startApi(town), await startFloor('broadcast', town)];
  const open = [];
  try {
    const cookies = Object.fromEntries(
      await Promise.all(['maria', 'elin', 'anna'].map(async (key) => [key, await town.signIn(key)])),
    );
    const plans = await step(`Beginning ${count} plans`, () => openPlans(town, api, cookies, count));
    const screens = [];
    for (let at = 0; at < clients; at += 1) {
      const key = READERS[Math.floor(at / count) % READERS.length];
      screens.push({ ...plans[at % count], house: houseOf(key), cookie: await town.signIn(key) });
    }
    const ours = await step(`Showing them on ${clients} screens`, () =>
      connect(api, screens, {
        ready: 'hello',
        begin: (socket, { groupId }, done) => socket.emit('watch', `plan:${groupId}`, done),
      }),
    );
    const theirs = await connect(floor, screens, {
      ready: 'connect',
      begin: (socket, { groupId }, done) => socket.emit('join', groupId, () => done()),
    });
    open.push(...ours, ...theirs);
    await sleep(2_000);
    return await withClient(town.superuserUrl, async (client) => {
      const one = plans.slice(0, 1);
      const all = { client, api, floor, rounds, ours, theirs };
      const told = [
        await compare({ ...all, plans: one, room: one[0].groupId, name: 'one plan' }),
        await compare({ ...all, plans, room: undefined, name: 'every plan at once' }),
      ];
      for (const { socket } of open.splice(0)) socket.close();
      const back = await step('Losing a node', () => lose({ client, town, api, other, plans, screens, rounds }));
      return { tables: [tableOfChanges(told, clients, count), tableOfReturns(back, Math.min(clients, MOST_LOST))] };
    });
  } finally {
    for (const { socket } of open) socket.close();
    await Promise.all([api, other, floor].map((program) => program.stop()));
    await town.close();
  }
}

async function compare({ client, ours, theirs, api, floor, rounds, plans, room, name }) {
  const inRoom = (sockets) => sockets.filter(({ groupId }) => room === undefined || groupId === room);
  const [mine, others] = [inRoom(ours), inRoom(theirs)];
  const said = { ours: [], floor: [] };
  const cpu = { ours: [], floor: [] };
  // The very bytes that a screen of ours is sent.
  const { samples } = await once(mine, isEntry, change(client, plans));
  const bytes = [...samples.values()].map((news) => JSON.stringify(news).length);
  const broadcast = async () => {
    const began = performance.now();
    floor.tell({ room, change: [...samples.values()][0] });
    return began;
  };
  await once(others, isEntry, broadcast);
  for (let round = 0; round < rounds; round += 1)
    for (const side of round % 2 ? ['ours', 'floor'] : ['floor', 'ours']) {
      const { pid } = side === 'ours' ? api : floor;
      const before = processorTime(pid);
      const took = [];
      for (let number = 0; number < CHANGES_A_ROUND; number += 1) {
        const send = side === 'ours' ? change(client, plans) : broadcast;
        took.push((await once(side === 'ours' ? mine : others, isEntry, send)).took);
        await sleep(20);
      }
      said[side].push(took);
      if (before !== undefined) cpu[side].push((processorTime(pid) - before) / (CHANGES_A_ROUND * mine.length));
    }
  const of = (side, share) => spread(said[side].map((took) => percentile(took, share)));
  return {
    name: `${name}, ${mine.length} screens`,
    payloads: samples.size,
    ratio: spread(said.ours.map((took, round) => median(took) / median(said.floor[round]))),
    p50: of('ours', 0.5),
    p99: of('ours', 0.99),
    rate: spread(said.ours.map((took) => (mine.length * 1000) / median(took))),
    cpu: cpu.ours.length > 0 ? median(cpu.ours) * 1000 : null,
    floorP50: of('floor', 0.5),
    floorP99: of('floor', 0.99),
    floorRate: spread(said.floor.map((took) => (mine.length * 1000) / median(took))),
    floorCpu: cpu.floor.length > 0 ? median(cpu.floor) * 1000 : null,
    bytes: Math.max(...bytes),
  };
}

/**
 * So many screens lose their node while something is written in every plan, and come to the other at once: told the rest from
 * where they were, or reading their page afresh. Each round kills a node of its own.
 */
async function lose({ client, town, other, plans, screens, rounds }) {
  const lost = screens.slice(0, MOST_LOST);
  const ways = { rest: [], page: [] };
  const cpu = { rest: [], page: [] };
  for (let round = 0; round < rounds; round += 1)
    for (const way of round % 2 ? ['rest', 'page'] : ['page', 'rest']) {
      const node = await startApi(town);
      const before = await connect(node, lost, {
        ready: 'hello',
        begin: (socket, { groupId }, done) => socket.emit('watch', `plan:${groupId}`, done),
      });
      // Each has heard something, so that it knows where it is.
      const cursors = new Map();
      const noted = before.map(
        ({ socket }, at) =>
          new Promise((resolve) => socket.once('change', ({ cursor }) => resolve(cursors.set(at, cursor)))),
      );
      await change(client, plans)();
      await Promise.all(noted);
      process.kill(node.pid, 'SIGKILL');
      for (const { socket } of before) socket.close();
      await change(client, plans)();
      const processor = processorTime(other.pid);
      const began = performance.now();
      const back = await Promise.all(
        lost.map(async (screen, at) => {
          const socket = openSocket(other, screen.cookie);
          await comeBack(socket, other, { ...screen, cursor: way === 'rest' ? cursors.get(at) : undefined });
          return { socket, at: performance.now() - began };
        }),
      );
      const took = back.map(({ at }) => at);
      ways[way].push({ p50: percentile(took, 0.5), last: Math.max(...took) });
      if (processor !== undefined) cpu[way].push((processorTime(other.pid) - processor) / lost.length);
      for (const { socket } of back) socket.close();
      await sleep(500);
    }
  const row = (way, name) => ({
    name,
    p50: spread(ways[way].map(({ p50 }) => p50)),
    last: spread(ways[way].map(({ last }) => last)),
    cpu: cpu[way].length > 0 ? median(cpu[way]) * 1000 : null,
  });
  return [row('rest', 'told the rest from their cursor'), row('page', 'reading their page afresh')];
}

/** Until it knows everything: it has been told the entry that was written meanwhile, or has the page. */
async function comeBack(socket, server, { groupId, cookie, cursor }) {
  const late = AbortSignal.timeout(PATIENCE);
  const done = new Promise((resolve, reject) => {
    late.onabort = () => reject(new Obstacle('a screen did not come back'));
    socket.once('connect_error', reject);
    const told = new Promise((heard) => socket.once('change', (news) => heard(news)));
    socket.once('hello', () => {
      const asked = cursor === undefined ? [`plan:${groupId}`] : [`plan:${groupId}`, cursor];
      socket.emit('watch', ...asked, async ({ ok, unchanged }) => {
        if (!ok || (cursor !== undefined && unchanged !== true)) reject(new Obstacle('a screen was not told the rest'));
        else if (cursor !== undefined) resolve(await told);
        else resolve(await readPage(server, cookie, groupId));
      });
    });
  });
  await done;
}

async function readPage(server, cookie, groupId) {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'apollo-require-preflight': 'true', origin: server.url, cookie },
    body: JSON.stringify({ query: documentOf('Plan'), variables: { groupId } }),
  });
  const { data } = await response.json();
  if (!data?.plan) throw new Obstacle('a page could not be read');
}

const tableOfChanges = (rows, clients, count) => ({
  caption: `${clients.toLocaleString('en-GB')} people on ${count} plans of three houses: from commit to the last screen that may have it`,
  columns: [
    { key: 'name', heading: 'a change in' },
    { key: 'payloads', heading: 'payloads', digits: 0 },
    { key: 'ratio', heading: 'time × one broadcast', digits: 1 },
    { key: 'p50', heading: 'p50 ms', digits: 1 },
    { key: 'p99', heading: 'p99 ms', digits: 1 },
    { key: 'rate', heading: 'messages/s', digits: 0 },
    { key: 'cpu', heading: 'CPU µs a screen', digits: 0 },
    { key: 'floorP50', heading: 'broadcast p50 ms', digits: 1 },
    { key: 'floorP99', heading: 'broadcast p99 ms', digits: 1 },
    { key: 'floorRate', heading: 'broadcast messages/s', digits: 0 },
    { key: 'floorCpu', heading: 'broadcast CPU µs a screen', digits: 0 },
    { key: 'bytes', heading: 'bytes', digits: 0 },
  ],
  rows,
});

const tableOfReturns = (rows, lost) => ({
  caption: `${lost} screens whose node is killed, at another node at once`,
  columns: [
    { key: 'name', heading: 'come back' },
    { key: 'p50', heading: 'p50 ms', digits: 0 },
    { key: 'last', heading: 'the last ms', digits: 0 },
    { key: 'cpu', heading: 'CPU µs a screen', digits: 0 },
  ],
  rows,
});
