/** However many cases one works on, each can be chosen: page by page, and the one that one came from first. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startApi, type Api, type ApiClient } from '../../support/api.js';
import { makeReport, reportedChild } from '../../support/reports.js';
import { buildWorld, type World } from '../../support/world.js';

const OWN = `query($first: Int!, $after: String, $including: ID) { ownCases(first: $first, after: $after, including: $including) {
  edges { node { caseId person { name } } } pageInfo { hasNextPage endCursor } } }`;
const numbers = ['201203152382', '201306062389', '200907012389', '201012242382', '201109722387'];

let world: World;
let api: Api;
let maria: ApiClient;
const opened: string[] = [];

beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  const marcus = await api.as({ id: world.town.staff.get('marcus')! });
  maria = await api.as({ id: world.town.staff.get('maria')! });
  for (const number of numbers) await makeReport(marcus, { children: [reportedChild({ number })] });
  // Some in the same instant, as an import would open them.
  await world.behindTheLocks(
    `update case_file set opened_at = date_trunc('day', opened_at) where number <> (select min(number) from case_file)`,
  );
  const rows = await world.behindTheLocks<{ id: string }>('select id from case_file order by opened_at desc, id desc');
  opened.push(...rows.map(({ id }) => id));
}, 60_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

const pages = async (first: number, including: string | null = null): Promise<string[][]> => {
  const read: string[][] = [];
  for (let after: string | null = null, more = true; more;) {
    const { ownCases }: Record<string, any> = await maria.query(OWN, { first, after, including });
    read.push(ownCases.edges.map(({ node }: any) => node.caseId));
    after = ownCases.pageInfo.endCursor;
    more = ownCases.pageInfo.hasNextPage;
  }
  return read;
};

it('gives every case once, in order, however small the pages', async () => {
  for (const first of [1, 2, 100]) expect((await pages(first)).flat()).toEqual(opened);
  expect((await pages(2)).map(({ length }) => length)).toEqual([2, 2, 1]);
});

it('puts the one that is asked for first, and gives it once', async () => {
  const last = opened.at(-1)!;
  const read = await pages(2, last);
  expect(read.flat()).toEqual([last, ...opened.slice(0, -1)]);
  expect(read[0]).toHaveLength(3);
});

it('puts nothing first that is closed or not one’s own', async () => {
  const [closed] = opened;
  await world.behindTheLocks('update case_file set closed_at = clock.now() where id = $1', [closed]);
  expect((await pages(100, closed)).flat()).toEqual(opened.slice(1));
  expect((await pages(100, world.town.staff.get('maria')!)).flat()).toEqual(opened.slice(1));
  const sara = await api.as({ id: world.town.staff.get('sara')! });
  const { ownCases } = await sara.query<any>(OWN, { first: 100, including: opened[1] });
  expect(ownCases.edges).toEqual([]);
});
