/** Queries and changes as the web client sends them, at 32 connections, beside a floor that does the same work bare. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { step } from '../../scripts/say.mjs';
import { documentOf } from '../instruments/documents.mjs';
import { load, postRequest } from '../instruments/load.mjs';
import { processorTime, processorTimeOfTree } from '../instruments/processor-time.mjs';
import { ask, startApi, startFloor, startPeer } from '../instruments/programs.mjs';
import { median, percentile, ratios } from '../instruments/statistics.mjs';
import { rowsWrittenBy } from '../instruments/written-rows.mjs';

const CONNECTIONS = 32;
const WAITING_REPORTS = 60;

/** A report by phone about a child without a number, as an intake would write it down. */
export const reportByPhone = (number) => ({
  clientKey: randomUUID(),
  channel: 'phone',
  reporterKind: 'private-person',
  feedbackWish: 'declined',
  familyKnows: 'unknown',
  familyKnowsWhat: '',
  immediateDanger: false,
  reporterName: 'Gunnel Mätsson',
  reporterOrganisation: '',
  reporterContact: '070-1740610',
  children: [
    {
      givenName: ['Alva', 'Elias', 'Amina', 'Noah', 'Saga', 'Yusuf'][number % 6],
      familyName: ['Askfelt', 'Bergsäter', 'Cedervik', 'Dalhem'][number % 4],
      number: '',
      noNumberReason: 'unknown',
      bornYear: 2010 + (number % 5),
      content: 'Har setts vid torget sent på kvällen med äldre som grannen inte känner igen, och var rädd. '.repeat(4),
      whereabouts: '',
      factors: [],
    },
  ],
});

/** Whom `reportByPhone` tells of is searched for first, as the intake does: without it a namesake would be refused. */
export async function searchForReported(api, cookie) {
  for (let number = 0; number < 12; number += 1) {
    const [{ givenName, familyName }] = reportByPhone(number).children;
    await ask(api, cookie, documentOf('SearchPeople'), { input: { asked: `${givenName} ${familyName}` } });
  }
}

/** As many as a reader of another house is shown at once. */
const TOLD = 50;
const TOLD_WORDS =
  'Kom i tid fyra dagar av fem och stannade kvar på läxhjälpen. Mentorn ringer hem på onsdag, och fritidsledaren möter upp vid porten. ';
const peerDocument = (name) => () => readFileSync(new URL(`../peers/${name}.graphql`, import.meta.url), 'utf8');

/** What is asked, by the name of the web client’s own operation; `others`: who else is asked for the same. */
const QUERIES = [
  { operation: 'WhoAmI', variables: () => ({}) },
  { operation: 'IntakeQueue', variables: () => ({ first: 25, after: null, stage: 'all', grade: null }) },
  {
    operation: 'Case',
    variables: (number, cases) => ({ id: cases[number % cases.length] }),
    others: [
      {
        name: 'Case, PostGraphile 5 (nothing decided)',
        document: peerDocument('postgraphile'),
      },
    ],
  },
];
/** The same for what a consent has opened to another house. */
const TOLD_QUERY = {
  operation: 'SharedCase',
  others: [{ name: 'SharedCase, PostGraphile 5 (nothing decided)', document: peerDocument('postgraphile-told') }],
};
const CHANGES = [
  { operation: 'RegisterReport', variables: (number) => ({ input: reportByPhone(number) }) },
  {
    operation: 'AssessProtection',
    variables: (number, cases) => ({
      input: {
        caseId: cases[number % cases.length],
        needsProtection: false,
        reasons: 'Tryggt hemma i kväll, mormor är där.',
        measures: '',
      },
    }),
  },
];
/** A person may search so often and no oftener, so this is asked one after another by several. */
const SEARCHERS = ['maria', 'jonas', 'elin', 'anna'];
const SEARCHES_EACH = 40;

export async function measure({ cluster, years, rounds, seconds }) {
  const town = await cluster.town(years);
  const postmaster = await cluster.pid();
  const run = { rounds, seconds, postmaster };
  const rows = [];
  const cookies = await Promise.all(
    Array.from({ length: CONNECTIONS }, (_, index) => town.signIn(index % 2 ? 'maria' : 'jonas', 'intake')),
  );
  const { withClient } = await import('../../scripts/roles.mjs');
  await withClient(town.superuserUrl, (client) =>
    client.query(readFileSync(new URL('../floor/pages.sql', import.meta.url), 'utf8')),
  );
  const api = await startApi(town);
  try {
    const cases = [];
    for (const cookie of cookies.slice(0, 2)) await searchForReported(api, cookie);
    for (let number = 0; number < WAITING_REPORTS; number += 1) {
      const { registerReport } = await ask(api, cookies[0], documentOf('RegisterReport'), {
        input: reportByPhone(number),
      });
      cases.push(...registerReport.caseIds);
    }
    await withClient(town.superuserUrl, (client) => client.query('vacuum analyze'));
    const floor = await startFloor('pages', town);
    const postgraphile = await startPeer('postgraphile', town);
    try {
      const askAs = async ({ operation, variables, others = [] }, askers) => {
        const of = (query) => requestsOf(operation, query, askers, variables);
        const request = of(documentOf(operation));
        await requireSameAnswer(operation, request, [api, floor], askers[0]);
        const beside = others.map(({ name, document }) => ({ name, server: postgraphile, request: of(document()) }));
        rows.push(
          ...(await step(`Asking ${operation}`, () => compare({ ...run, operation, request, api, floor, beside }))),
        );
      };
      for (const query of QUERIES)
        await askAs({ ...query, variables: (number) => query.variables(number, cases) }, cookies);
      const caseId = await step('Telling by consent', () => tellByConsent(town, api));
      const readers = await Promise.all(Array.from({ length: CONNECTIONS }, () => town.signIn('marcus')));
      await askAs({ ...TOLD_QUERY, variables: () => ({ caseId }) }, readers);
    } finally {
      await Promise.all([floor.stop(), postgraphile.stop()]);
    }
    for (const { operation, variables } of CHANGES) {
      const made = (number) => variables(number, cases);
      rows.push(
        ...(await step(`Sending ${operation}`, () =>
          change({ ...run, town, api, cookies, operation, variables: made }),
        )),
      );
    }
    rows.push(await step('Asking SearchPeople', () => search(town, api)));
  } finally {
    await api.stop();
    await town.close();
  }
  return { tables: [table(rows, years)] };
}

/** A family has said yes, and the police are told one thing after the other by it; answers the case. */
async function tellByConsent(town, api) {
  const [given] = await town.look(
    `select h.case_id as "caseId", h.to_branch_id as "toBranchId" from share h join membership m on true
     join unit u on u.id = m.unit_id and u.branch_id = h.to_branch_id join staff_member s on s.id = m.staff_id
     where s.subject = 'marcus' and h.ground = 'consent' limit 1`,
  );
  if (!given) throw new Error('nothing has been told to marcus by consent');
  const { caseId, toBranchId } = given;
  const maria = await town.signIn('maria', 'intake');
  const told = async () =>
    (
      await town.look('select count(*)::int as n from share where case_id = $1 and to_branch_id = $2', [
        caseId,
        toBranchId,
      ])
    )[0].n;
  // Who it is about is one of them, and has a place of its own on the page.
  while ((await told()) < TOLD + 1) {
    const { shareItems } = await ask(api, maria, documentOf('ShareItems'), {
      input: {
        ...{ caseId, purpose: 'support', pairs: [{ thing: 'draft', toBranchId }] },
        draft: { category: 'measures-and-plan', text: TOLD_WORDS.repeat(3), about: [], revealsPlace: false },
      },
    });
    if (shareItems[0].outcome !== 'release')
      throw new Error(`the consent does not open: ${JSON.stringify(shareItems)}`);
  }
  await town.look('vacuum analyze');
  return caseId;
}

function requestsOf(operation, query, cookies, variables) {
  if (!query) throw new Error(`the web client has no operation ${operation}`);
  let count = 0;
  return (server, index) => {
    count += 1;
    return postRequest({
      port: server.port,
      path: '/graphql',
      cookie: cookies[index],
      body: { operationName: operation, query, variables: variables(count) },
    });
  };
}

/** A floor that answers something else would be a floor of nothing. */
async function requireSameAnswer(operation, request, servers, cookie) {
  const [, json] = request(servers[0], 0).toString('utf8').split('\r\n\r\n');
  const answers = await Promise.all(
    servers.map(async (server) => {
      const response = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: server.url, cookie },
        body: json,
      });
      return response.json();
    }),
  );
  if (!isDeepStrictEqual(answers[0], answers[1]))
    throw new Error(
      `${operation}: product and floor differ\n${JSON.stringify(answers[0])}\n${JSON.stringify(answers[1])}`,
    );
}

async function once(server, { request, seconds, postmaster }) {
  const before = [processorTime(server.pid), processorTimeOfTree(postmaster)];
  const said = await load({
    port: server.port,
    connections: CONNECTIONS,
    seconds,
    next: (index) => request(server, index),
  });
  const per = (after, at) => (before[at] === undefined ? null : (after - before[at]) / said.requests);
  return { ...said, node: per(processorTime(server.pid), 0), database: per(processorTimeOfTree(postmaster), 1) };
}

/** A row for the product and one for each that is asked beside it, all held against the floor of the same rounds. */
async function compare({ operation, rounds, seconds, postmaster, request, api, floor, beside = [] }) {
  const floorSide = { server: floor, request, said: [] };
  const held = [{ name: operation, server: api, request }, ...beside].map((side) => ({ ...side, said: [] }));
  const sides = [floorSide, ...held];
  for (let round = -1; round < rounds; round += 1)
    // In turns, and each goes first every other time; the round before the first only warms up.
    for (const side of round % 2 ? sides.toReversed() : sides) {
      const said = await once(side.server, {
        request: side.request,
        postmaster,
        seconds: round < 0 ? Math.min(1, seconds) : seconds,
      });
      if (round >= 0) side.said.push(said);
    }
  const mid = ({ said }, key) => median(said.map((one) => one[key]));
  const speeds = ({ said }) => said.map(({ perSecond }) => perSecond);
  return held.map((side) => ({
    operation: side.name,
    bytes: side.said[0].bytes,
    ratio: ratios(speeds(side), speeds(floorSide)),
    perSecond: mid(side, 'perSecond'),
    p50: mid(side, 'p50'),
    p95: mid(side, 'p95'),
    node: mid(side, 'node'),
    database: mid(side, 'database'),
    floorPerSecond: mid(floorSide, 'perSecond'),
    floorP95: mid(floorSide, 'p95'),
    floorNode: mid(floorSide, 'node'),
    floorDatabase: mid(floorSide, 'database'),
  }));
}

async function change({ town, api, cookies, operation, variables, ...run }) {
  // The first deed on a case may settle what waited for it; all that follow do not.
  await ask(api, cookies[0], documentOf(operation), variables(0));
  const written = await rowsWrittenBy(town, () => ask(api, cookies[0], documentOf(operation), variables(0)));
  const folder = mkdtempSync(path.join(tmpdir(), 'samnav-bench-'));
  const file = path.join(folder, 'written.json');
  writeFileSync(file, JSON.stringify(written));
  const bare = { ...town, env: { ...town.env, FLOOR_DATABASE_URL: town.superuserUrl } };
  const floor = await startFloor('writes', bare, [file]);
  try {
    const request = requestsOf(operation, documentOf(operation), cookies, variables);
    return await compare({ ...run, operation, request, api, floor });
  } finally {
    await floor.stop();
    rmSync(folder, { recursive: true });
  }
}

async function search(town, api) {
  const latencies = [];
  const before = processorTime(api.pid);
  for (const key of SEARCHERS) {
    const cookie = await town.signIn(key);
    for (let number = 0; number < SEARCHES_EACH; number += 1) {
      const asked = ['Mohamed Ekudden', 'Alva Bergsater', 'Leila Granmo', 'Elias Askfeldt'][number % 4];
      const began = performance.now();
      const { searchPeople } = await ask(api, cookie, documentOf('SearchPeople'), { input: { asked } });
      latencies.push(performance.now() - began);
      if (searchPeople.hits.length === 0) throw new Error(`nobody who sounds like ${asked} was found`);
    }
  }
  return {
    operation: 'SearchPeople, one at a time',
    p50: percentile(latencies, 0.5),
    p95: percentile(latencies, 0.95),
    node: before === undefined ? null : (processorTime(api.pid) - before) / latencies.length,
  };
}

const table = (rows, years) => ({
  caption: `Requests at ${CONNECTIONS} connections, a town with ${years} ${years === 1 ? 'year' : 'years'} of work`,
  columns: [
    { key: 'operation', heading: 'operation' },
    { key: 'ratio', heading: '× floor', digits: 2 },
    { key: 'perSecond', heading: 'req/s', digits: 0 },
    { key: 'p50', heading: 'p50 ms', digits: 1 },
    { key: 'p95', heading: 'p95 ms', digits: 1 },
    { key: 'node', heading: 'CPU ms api', digits: 2 },
    { key: 'database', heading: 'CPU ms database', digits: 2 },
    { key: 'floorPerSecond', heading: 'floor req/s', digits: 0 },
    { key: 'floorP95', heading: 'floor p95 ms', digits: 1 },
    { key: 'floorNode', heading: 'floor CPU ms Node', digits: 2 },
    { key: 'floorDatabase', heading: 'floor CPU ms database', digits: 2 },
    { key: 'bytes', heading: 'bytes', digits: 0 },
  ],
  rows,
});
