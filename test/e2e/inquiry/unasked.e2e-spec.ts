/** Step 2 begins as an investigation opens: whoever has got it sees that nobody is asked yet, for as long as there is something to do about it [S0]. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Api, type ApiClient, startApi } from '../../support/api.js';
import type { GradedCase } from '../../support/case.js';
import { askAs, openInvestigation } from '../../support/inquiry.js';
import { buildWorld, type World } from '../../support/world.js';

let world: World;
let api: Api;
let file: GradedCase;
const as = (key: string): Promise<ApiClient> => api.as({ id: world.town.staff.get(key) ?? '' });

beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  file = await openInvestigation(world);
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

it('stands on the investigator’s first page until somebody is asked, the week is over, or nobody can be', async () => {
  const UNASKED = `{ unaskedInvestigations { caseId number } }`;
  const unasked = async (): Promise<string[]> =>
    (await (await as('elin')).query(UNASKED)).unaskedInvestigations.map((one: { caseId: string }) => one.caseId);
  const other = await openInvestigation(world, { givenName: 'Nils' });
  expect((await unasked()).sort()).toEqual([file.caseId, other.caseId].sort());
  const lines = await world.behindTheLocks(
    `select 1 from ledger_entry where action = 'read' and case_id = $1 and detail->>'list' = 'unasked-investigations'`,
    [other.caseId],
  );
  expect(lines).toHaveLength(1);
  await askAs(world, await as('elin'), { caseId: other.caseId, keys: ['lena'] });
  expect(await unasked()).toEqual([file.caseId]);
  const turned = async (sql: string, back: string): Promise<string[]> => {
    await world.behindTheLocks(sql, [file.caseId]);
    const seen = await unasked();
    await world.behindTheLocks(back, [file.caseId]);
    return seen;
  };
  const person = (grade: string) =>
    `update person set protection = '${grade}' where id = (select person_id from case_file where id = $1)`;
  expect(await turned(person('protected-registration'), person('none'))).toEqual([]);
  const days = (sign: string) =>
    `update assignment set starts_at = starts_at ${sign} interval '8 days' where case_id = $1 and reason = 'investigation'`;
  expect(await turned(days('-'), days('+'))).toEqual([]);
  expect(await unasked()).toEqual([file.caseId]);
  for (const key of ['sara', 'marcus', 'lena', 'anna'])
    expect([key, (await (await as(key)).refusal(UNASKED)).code]).toEqual([key, 'NOT_ALLOWED']);
  expect((await (await as('birgitta')).query(UNASKED)).unaskedInvestigations).toEqual([]);
});
