/** From investigation to measures: by who has the authority, with reasons, once, and seen on the case. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Api, type ApiClient, startApi } from '../../support/api.js';
import { openMeasuresCase, type JointCase } from '../../support/joint.js';
import { buildWorld, type World } from '../../support/world.js';

const BEGIN = `mutation($i: BeginMeasuresInput!) { beginMeasures(input: $i) { caseId } }`;
const CASE = `query($id: ID!) { case(id: $id) { phase version decisions { kind byName reasons { text } } deadlines { kind state } } }`;

let world: World;
let api: Api;
let file: JointCase;
let elin: ApiClient;
const as = (key: string): Promise<ApiClient> => api.as({ id: world.town.staff.get(key) ?? '' });

beforeAll(async () => {
  world = await buildWorld();
  file = await openMeasuresCase(world);
  await world.behindTheLocks(`delete from phase_decision where case_id = $1`, [file.caseId]);
  await world.behindTheLocks(`update case_file set phase = 'investigation' where id = $1`, [file.caseId]);
  api = await startApi(world.database);
  elin = await as('elin');
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

const input = async (reasons: string) => {
  const { case: seen } = await elin.query(CASE, { id: file.caseId });
  return { i: { caseId: file.caseId, expectedVersion: seen.version, reasons } };
};

describe('beginning measures', () => {
  it('is refused to who has not the authority, to who does not work on the case, and without reasons', async () => {
    expect((await (await as('anna')).refusal(BEGIN, await input('Skäl.'))).code).toBe('NOT_ALLOWED');
    // A manager sees that every case of the house is there; working on it is another thing.
    const [post] = await world.behindTheLocks<{ id: string }>(
      `select m.id from membership m join unit u on u.id = m.unit_id where m.staff_id = $1 and u.slug = 'ledning'`,
      [world.town.staff.get('birgitta')],
    );
    const manager = await api.as({ id: world.town.staff.get('birgitta') ?? '' }, post?.id);
    expect((await manager.refusal(BEGIN, await input('Skäl.'))).code).toBe('NOT_FOUND');
    const empty = await elin.refusal(BEGIN, await input('  '));
    expect(empty.faults).toMatchObject([{ field: 'reasons', code: 'REQUIRED' }]);
  });

  it('moves the case on, in the investigator’s name and with the reasons', async () => {
    await elin.query(BEGIN, await input('Utredningen är klar.'));
    const { case: seen } = await elin.query(CASE, { id: file.caseId });
    expect(seen.phase).toBe('measures');
    expect(seen.decisions).toContainEqual({
      kind: 'begin-measures',
      byName: 'Elin Forsbäck',
      reasons: { text: 'Utredningen är klar.' },
    });
    const [line] = await world.behindTheLocks<{ detail: object }>(
      `select detail from ledger_entry where case_id = $1 and detail->>'deed' = 'measures-begun' order by id desc limit 1`,
      [file.caseId],
    );
    expect(line?.detail).toMatchObject({ from: 'investigation' });
    // What comes of it is kept until the child is thirty.
    expect(seen.deadlines).toContainEqual({ kind: 'retention-child-protection', state: 'open' });
  });

  it('is done once', async () => {
    expect((await elin.refusal(BEGIN, await input('Igen.'))).code).toBe('MEASURES_BEGUN');
  });
});
