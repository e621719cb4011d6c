/** A nomination is answered or taken back, and never both, also where whoever made it does not see the answer ([S1 Trollhättan]). */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Api, startApi } from '../../support/api.js';
import { ANSWER, clientsOf, NOMINATE, preparatoryDecision } from '../../support/group.js';
import { openMeasuresCase } from '../../support/joint.js';
import { buildWorld, type World } from '../../support/world.js';

const BACK = `mutation($id: ID!) { withdrawNomination(nominationId: $id) }`;
const MADE = `{ nominations { id decision withdrawnAt } }`;

let world: World;
let api: Api;
let as: ReturnType<typeof clientsOf>;
beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  as = clientsOf(world, api);
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

const byMarcus = async (): Promise<string> =>
  (await (await as('marcus')).query(NOMINATE, { i: { kind: 'sig', toStaffId: world.caller('anna').staffId } }))
    .nominate;
const answer = async (nominationId: string) => ({
  i: {
    nominationId,
    caseId: (await openMeasuresCase(world)).caseId,
    knownBy: 'family-yes',
    decision: 'prepare',
    words: 'Familjen vill.',
    preparatory: await preparatoryDecision(world, api),
  },
});

it('stands when it has been answered, and tells whoever made it no more than that', async () => {
  const id = await byMarcus();
  await (await as('anna')).query(ANSWER, await answer(id));
  const marcus = await as('marcus');
  const refusal = await marcus.refusal(BACK, { id });
  expect(refusal).toMatchObject({ code: 'NOMINATION_STANDS' });
  expect(refusal.message).toContain('Anna Wikmark');
  const { nominations } = await marcus.query(MADE);
  expect(nominations).toContainEqual({ id, decision: null, withdrawnAt: null });
  const lines = await world.behindTheLocks(`select 1 from ledger_entry where detail ->> 'nomination' = 'withdrawn'`);
  expect(lines).toEqual([]);
});

it('is not answered when it was taken back', async () => {
  const id = await byMarcus();
  await (await as('marcus')).query(BACK, { id });
  expect((await (await as('anna')).refusal(ANSWER, await answer(id))).code).toBe('NOMINATION_WITHDRAWN');
});

it('is one or the other when both are asked for in the same moment', async () => {
  const id = await byMarcus();
  const i = await answer(id);
  const [anna, marcus] = [await as('anna'), await as('marcus')];
  const both = await Promise.allSettled([anna.query(ANSWER, i), marcus.query(BACK, { id })]);
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const [row] = await world.behindTheLocks<{ both: boolean }>(
    `select n.withdrawn_at is not null and a.id is not null as both from nomination n left join nomination_answer a on a.nomination_id = n.id where n.id = $1`,
    [id],
  );
  expect(row?.both).toBe(false);
});

it('is held so by the database, whatever a program would write', async () => {
  const id = await byMarcus();
  await (await as('anna')).query(ANSWER, await answer(id));
  const write = world.behindTheLocks(`update nomination set withdrawn_at = clock.now() where id = $1`, [id]);
  await expect(write).rejects.toThrow('an answered nomination is not taken back');
  const other = await byMarcus();
  await (await as('marcus')).query(BACK, { id: other });
  const { branchId, staffId } = world.caller('anna');
  const answered = world.behindTheLocks(
    `insert into nomination_answer (id, nomination_id, branch_id, decision, reason, decided_by) values (gen_random_uuid(), $1, $2, 'declined', 'other-help', $3)`,
    [other, branchId, staffId],
  );
  await expect(answered).rejects.toThrow('a nomination that was taken back is not answered');
});
