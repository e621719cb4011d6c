/** Whoever was on a case for its hub alone leaves when the pen may no longer be corrected, whoever led it too (OSL 26:1). */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Api, type ApiClient, startApi } from '../../support/api.js';
import { type GradedCase, openGradedCase } from '../../support/case.js';
import { onBoard } from '../../support/hub.js';
import { buildWorld, type World } from '../../support/world.js';

const CASE = `query($id: ID!) { case(id: $id) { state } }`;
const ANSWER = `mutation($i: AnswerHubQuestionInput!) { answerHubQuestion(input: $i) { late } }`;

let world: World;
let api: Api;
let red: GradedCase;
const people = new Map<string, ApiClient>();
const id = (key: string) => world.town.staff.get(key)!;
const as = async (key: string): Promise<ApiClient> => {
  const known = people.get(key) ?? (await api.as({ id: id(key) }));
  people.set(key, known);
  return known;
};
const reads = async (...keys: string[]): Promise<readonly boolean[]> =>
  Promise.all(
    keys.map(async (key) =>
      (await as(key)).query(CASE, { id: red.caseId }).then(
        () => true,
        () => false,
      ),
    ),
  );

beforeAll(async () => {
  world = await buildWorld();
  red = await openGradedCase(world, { grade: 'red' });
  api = await startApi(world.database);
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

it('keeps the decider, the receiver and intake, and nobody who was there for the meeting', async () => {
  const maria = await as('maria');
  const { proposeHub } = await maria.query(`query($id: ID!) { proposeHub(caseId: $id) { units { unitId kind } } }`, {
    id: red.caseId,
  });
  const { unitId } = proposeHub.units.find(({ kind }: { kind: string }) => kind === 'child');
  const { conveneHub } = await maria.query(`mutation($i: ConveneHubInput!) { conveneHub(input: $i) { id } }`, {
    i: { caseId: red.caseId, unitIds: [unitId], leaderId: id('anna'), deciderId: id('birgitta') },
  });
  expect(await reads('anna', 'sara', 'elin')).toEqual([true, true, false]);
  const { hub } = await (
    await as('sara')
  ).query(`query($id: ID!) { hub(id: $id) { rows { questionId } } }`, { id: conveneHub.id });
  const { questionId } = hub.rows[0];
  const parts = [{ category: 'home-and-family', text: 'Lugnt hemma.', about: [] }];
  await (await as('sara')).query(ANSWER, { i: { questionId, version: 1, knowledge: 'knows', parts } });
  const board = onBoard(conveneHub.id, {}, as);
  const step = (name: string) => board.act('anna', 'moveMeeting', 'MoveMeetingInput', { step: name });
  await step('start');
  await board.act('sara', 'givePicture', 'GivePictureInput', { questionId });
  const text = { text: 'joint-assessment', value: 'Utredning behövs.', baseVersion: null };
  await board.act('anna', 'saveBoardText', 'SaveBoardTextInput', text);
  const decision = { kind: 'open-investigation', reasons: 'Risken är hög.', handOverTo: id('elin') };
  await board.act('birgitta', 'decideHub', 'DecideHubInput', decision);
  await step('begin-closing');
  await step('close');
  // For a quarter of an hour the pen may be corrected.
  expect(await reads('anna', 'sara', 'maria', 'birgitta', 'elin')).toEqual([true, true, true, true, true]);
  await world.database.moveClock('16 minutes');
  expect(await reads('anna', 'sara', 'maria', 'birgitta', 'elin')).toEqual([false, false, true, true, true]);
  await expect(board.board('anna')).rejects.toThrow('NOT_FOUND');
});
