/** From the commit of a change on live boards to the last screen, beside socket.io broadcasting the same bytes. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { withClient } from '../../scripts/roles.mjs';
import { step } from '../../scripts/say.mjs';
import { documentOf } from '../instruments/documents.mjs';
import { processorTime } from '../instruments/processor-time.mjs';
import { ask, startApi, startFloor } from '../instruments/programs.mjs';
import { connect, once } from '../instruments/screens.mjs';
import { median, percentile, spread } from '../instruments/statistics.mjs';
import { reportByPhone, searchForReported } from './requests.mjs';

const SCREENS_A_BOARD = 10;
const CHANGES_A_ROUND = 20;
const READERS = ['maria', 'jonas', 'sara', 'ali', 'karin', 'per', 'fatima'];

/** A red report taken through triage to a hub that has begun, with one line on its map. Answers the hub's id. */
async function openBoard(town, api, cookies, number) {
  const deed = async (cookie, operation, input) => ask(api, cookie, documentOf(operation), { input });
  const { registerReport } = await deed(cookies.maria, 'RegisterReport', reportByPhone(number));
  const caseId = registerReport.caseIds[0];
  await deed(cookies.maria, 'AssessProtection', {
    caseId,
    needsProtection: false,
    reasons: 'Tryggt hemma i kväll.',
    measures: '',
  });
  const [{ version }] = await town.look('select version from case_file where id = $1', [caseId]);
  await deed(cookies.maria, 'GradeCase', {
    caseId,
    expectedVersion: version,
    grade: 'red',
    reasons: 'Nya kontakter, hot och en plan för i kväll.',
    instrument: 'check-irk',
    factors: [],
  });
  const { proposeHub } = await ask(api, cookies.maria, documentOf('ProposeHub'), { caseId });
  const leader = proposeHub.leaders[0].staffId;
  const { conveneHub } = await deed(cookies.maria, 'ConveneHub', {
    caseId,
    unitIds: proposeHub.units.map(({ unitId }) => unitId),
    startsAt: new Date(Date.now() + 1_000).toISOString(),
    leaderId: leader,
    deciderId: proposeHub.deciders[0].staffId,
  });
  const hubId = conveneHub.id;
  const [{ subject }] = await town.look('select subject from staff_member where id = $1', [leader]);
  cookies[subject] ??= await town.signIn(subject);
  await deed(cookies[subject], 'MoveMeeting', { hubId, clientKey: randomUUID(), step: 'start' });
  await deed(cookies[subject], 'PutMapEntry', {
    hubId,
    clientKey: randomUUID(),
    entryId: randomUUID(),
    kind: 'fact',
    text: 'Sågs vid torget i går kväll med två äldre som polisen känner till; ville hem men vågade inte gå. '.repeat(3),
    topic: null,
    stance: 'unsure',
  });
  return hubId;
}

/** A line put on the map once more, on these boards, in one commit: the clock starts as the commit is sent. */
const putAgain = (client, hubIds) => async () => {
  await client.query('begin');
  await client.query(
    `with last as (
       select distinct on (e.hub_id) e.*, (select max(m.seq) from board_event m where m.hub_id = e.hub_id) + 1 as next
       from board_event e where e.hub_id = any($1::uuid[]) and e.item_id is not null order by e.hub_id, e.seq desc
     ), put as (
       insert into board_event (hub_id, seq, kind, payload, item_id, by_staff, client_key)
       select hub_id, next, kind, payload, item_id, by_staff, 'bench/' || next from last returning hub_id, seq
     )
     insert into outbox (topic, payload) select 'live:board:' || hub_id, jsonb_build_object('seq', seq) from put`,
    [hubIds],
  );
  const began = performance.now();
  await client.query('commit');
  return began;
};

const isMapLine = ({ change }) => change?.kind === 'board' && change.items.length > 0;

export async function measure({ cluster, clients, rounds }) {
  const town = await cluster.town(0);
  const boards = Math.max(1, Math.round(clients / SCREENS_A_BOARD));
  const api = await startApi(town);
  const floor = await startFloor('broadcast', town);
  const open = [];
  try {
    const cookies = Object.fromEntries(await Promise.all(READERS.map(async (key) => [key, await town.signIn(key)])));
    const hubIds = [];
    await step(`Opening ${boards} boards`, async () => {
      await searchForReported(api, cookies.maria);
      for (let number = 0; number < boards; number += 1) hubIds.push(await openBoard(town, api, cookies, number));
    });
    const screens = [];
    for (let at = 0; at < clients; at += 1)
      screens.push({
        hubId: hubIds[at % boards],
        cookie: await town.signIn(READERS[Math.floor(at / boards) % READERS.length]),
      });
    const ours = await step(`Showing them on ${clients} screens`, () =>
      connect(api, screens, {
        ready: 'hello',
        begin: (socket, { hubId }, done) => socket.emit('watch', `board:${hubId}`, done),
      }),
    );
    const theirs = await connect(floor, screens, {
      ready: 'connect',
      begin: (socket, { hubId }, done) => socket.emit('join', hubId, () => done()),
    });
    open.push(...ours, ...theirs);
    // Who has arrived is itself told to everyone; it must have been said before anything is measured.
    await sleep(3_000);
    const rows = await withClient(town.superuserUrl, async (client) => [
      await compare({
        client,
        ours,
        theirs,
        api,
        floor,
        rounds,
        hubIds: [hubIds[0]],
        room: hubIds[0],
        name: 'one board',
      }),
      await compare({ client, ours, theirs, api, floor, rounds, hubIds, room: undefined, name: 'every board at once' }),
    ]);
    return { tables: [table(rows, clients, boards)] };
  } finally {
    for (const { socket } of open) socket.close();
    await Promise.all([api.stop(), floor.stop()]);
    await town.close();
  }
}

async function compare({ client, ours, theirs, api, floor, rounds, hubIds, room, name }) {
  const inRoom = (sockets) => sockets.filter(({ hubId }) => room === undefined || hubId === room);
  const [mine, others] = [inRoom(ours), inRoom(theirs)];
  const screens = mine.length;
  const said = { ours: [], floor: [] };
  const cpu = { ours: [], floor: [] };
  // The very bytes that a screen of ours is sent.
  const { samples } = await once(mine, isMapLine, putAgain(client, hubIds));
  const [sample] = samples.values();
  const broadcast = async () => {
    const began = performance.now();
    floor.tell({ room, change: sample });
    return began;
  };
  await once(others, isMapLine, broadcast);
  for (let round = 0; round < rounds; round += 1)
    for (const side of round % 2 ? ['ours', 'floor'] : ['floor', 'ours']) {
      const pid = side === 'ours' ? api.pid : floor.pid;
      const before = processorTime(pid);
      const took = [];
      for (let change = 0; change < CHANGES_A_ROUND; change += 1) {
        const send = side === 'ours' ? putAgain(client, hubIds) : broadcast;
        took.push((await once(side === 'ours' ? mine : others, isMapLine, send)).took);
        await sleep(20);
      }
      said[side].push(took);
      if (before !== undefined) cpu[side].push((processorTime(pid) - before) / (CHANGES_A_ROUND * screens));
    }
  const of = (side, share) => spread(said[side].map((took) => percentile(took, share)));
  const middle = said.ours.map((took, round) => median(took) / median(said.floor[round]));
  return {
    name: `${name}, ${screens} screens`,
    ratio: spread(middle),
    p50: of('ours', 0.5),
    p99: of('ours', 0.99),
    cpu: cpu.ours.length > 0 ? median(cpu.ours) * 1000 : null,
    floorP50: of('floor', 0.5),
    floorP99: of('floor', 0.99),
    floorCpu: cpu.floor.length > 0 ? median(cpu.floor) * 1000 : null,
    bytes: JSON.stringify(sample).length,
  };
}

const table = (rows, clients, boards) => ({
  caption: `${clients.toLocaleString('en-GB')} screens on ${boards} boards: from commit to the last screen`,
  columns: [
    { key: 'name', heading: 'a change on' },
    { key: 'ratio', heading: 'time × one broadcast', digits: 1 },
    { key: 'p50', heading: 'p50 ms', digits: 1 },
    { key: 'p99', heading: 'p99 ms', digits: 1 },
    { key: 'cpu', heading: 'CPU µs a screen', digits: 0 },
    { key: 'floorP50', heading: 'broadcast p50 ms', digits: 1 },
    { key: 'floorP99', heading: 'broadcast p99 ms', digits: 1 },
    { key: 'floorCpu', heading: 'broadcast CPU µs a screen', digits: 0 },
    { key: 'bytes', heading: 'bytes', digits: 0 },
  ],
  rows,
});
