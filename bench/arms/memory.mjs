/** Resident memory of api and worker, idle and under load, and how long each takes to be ready. */
import { setTimeout as sleep } from 'node:timers/promises';
import { documentOf } from '../instruments/documents.mjs';
import { load, postRequest } from '../instruments/load.mjs';
import { processorTime, residentMemory } from '../instruments/processor-time.mjs';
import { startApi, startWorker } from '../instruments/programs.mjs';
import { spread } from '../instruments/statistics.mjs';
import { openDeadlines } from './lateness.mjs';
import { reportByPhone, searchForReported } from './requests.mjs';

const CONNECTIONS = 32;
const REST = 2_000;

/** The most that `pid` holds while the work goes on. */
async function mostWhile(pid, work) {
  let most = residentMemory(pid) ?? 0;
  const look = setInterval(() => {
    most = Math.max(most, residentMemory(pid) ?? 0);
  }, 100);
  try {
    await work();
  } finally {
    clearInterval(look);
  }
  return most;
}

async function requests(town, api, seconds) {
  const cookies = await Promise.all(Array.from({ length: CONNECTIONS }, () => town.signIn('maria', 'intake')));
  const query = documentOf('IntakeQueue');
  const write = documentOf('RegisterReport');
  await searchForReported(api, cookies[0]);
  let count = 0;
  await load({
    port: api.port,
    connections: CONNECTIONS,
    seconds: seconds * 2,
    next: (index) => {
      count += 1;
      const body =
        count % 10 === 0
          ? { operationName: 'RegisterReport', query: write, variables: { input: reportByPhone(count) } }
          : { operationName: 'IntakeQueue', query, variables: { first: 25, after: null, stage: 'all', grade: null } };
      return postRequest({ port: api.port, path: '/graphql', cookie: cookies[index], body });
    },
  });
}

export async function measure({ cluster, years, rounds, seconds }) {
  const said = { api: [], worker: [] };
  for (let round = 0; round < Math.min(3, rounds); round += 1) {
    const town = await cluster.town(years);
    const api = await startApi(town);
    const worker = await startWorker(town);
    try {
      await sleep(REST);
      const idle = { api: residentMemory(api.pid), worker: residentMemory(worker.pid) };
      const before = { api: processorTime(api.pid), worker: processorTime(worker.pid) };
      await sleep(REST);
      const rest = (name, pid) =>
        before[name] === undefined ? null : (processorTime(pid) - before[name]) / (REST / 1000);
      const resting = { api: rest('api', api.pid), worker: rest('worker', worker.pid) };
      const loaded = {
        api: await mostWhile(api.pid, () => requests(town, api, seconds)),
        worker: await mostWhile(worker.pid, async () => {
          await openDeadlines(town, { count: 1000, within: 3_000, from: 1_000 });
          await sleep(6_000);
        }),
      };
      for (const [name, program] of Object.entries({ api, worker }))
        said[name].push({
          ready: program.readyAfter / 1000,
          idle: idle[name],
          resting: resting[name],
          loaded: loaded[name],
        });
    } finally {
      await Promise.all([api.stop(), worker.stop()]);
      await town.close();
    }
  }
  const row = (name, load) => {
    const of = (key) =>
      said[name][0][key] === undefined || said[name][0][key] === null
        ? null
        : spread(said[name].map((one) => one[key]));
    return { name, ready: of('ready'), idle: of('idle'), loaded: of('loaded'), resting: of('resting'), load };
  };
  return {
    tables: [
      {
        caption: `A town with ${years} ${years === 1 ? 'year' : 'years'} of work`,
        columns: [
          { key: 'name', heading: 'process' },
          { key: 'ready', heading: 'ready after s', digits: 1 },
          { key: 'idle', heading: 'idle MB', digits: 0 },
          { key: 'loaded', heading: 'under load MB', digits: 0 },
          { key: 'resting', heading: 'idle CPU ms a second', digits: 1 },
          { key: 'load', heading: 'the load' },
        ],
        rows: [
          row('api', `${CONNECTIONS} connections, nine pages to one report`),
          row('worker', '1 000 deadlines within three seconds'),
        ],
      },
    ],
  };
}
