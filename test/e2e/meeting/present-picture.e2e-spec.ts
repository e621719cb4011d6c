/** A unit that has answered and cannot come is heard all the same: whoever leads puts up its picture, and nobody else. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Api, startApi } from '../../support/api.js';
import { openGradedCase } from '../../support/case.js';
import { conveneHub, type HubUnderTest, type Screen, until, watch } from '../../support/hub.js';
import { buildWorld, type World } from '../../support/world.js';

let world: World;
let api: Api;
let hub: HubUnderTest;
let ali: Screen;
const present = (key: string, unit: string) =>
  hub.act(key, 'presentPicture', 'GivePictureInput', { questionId: hub.questions[unit] });
const refused = async (key: string, unit: string) =>
  (await hub.refusal(key, 'presentPicture', 'GivePictureInput', { questionId: hub.questions[unit] })).code;

beforeAll(async () => {
  world = await buildWorld();
  const red = await openGradedCase(world, { grade: 'red' });
  api = await startApi(world.database);
  hub = await conveneHub(world, api, red, { isAnswered: false });
  for (const key of ['nils', 'karin']) {
    await (
      await hub.as(key)
    ).query(`mutation($i: AnswerHubQuestionInput!) { answerHubQuestion(input: $i) { late } }`, {
      i: {
        questionId: hub.questions[key],
        version: 1,
        knowledge: 'knows',
        parts: [{ category: 'home-and-family', text: `I natt såg ${key} honom.`, about: [] }],
      },
    });
  }
  ali = await watch(hub, 'ali');
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

it('is put up by whoever leads once the meeting runs, and read by all who are there', async () => {
  expect(await refused('maria', 'nils')).toBe('NOT_YOUR_QUESTION');
  await hub.act('maria', 'moveMeeting', 'MoveMeetingInput', { step: 'start' });
  expect([await refused('ali', 'nils'), await refused('birgitta', 'nils')]).toEqual([
    'NOT_ALLOWED',
    'NOT_YOUR_QUESTION',
  ]);
  expect(await refused('maria', 'per')).toBe('NOT_ANSWERED_YET');
  expect(ali.texts).toEqual([]);
  await present('maria', 'nils');
  await until(() => ali.texts.includes('I natt såg nils honom.'));
  const [unit] = await world.behindTheLocks<{ unit_id: string; given_at: Date | null }>(
    'select unit_id, given_at from hub_question where id = $1',
    [hub.questions['nils']],
  );
  expect(unit!.given_at).not.toBeNull();
  expect(ali.board.pictures[unit!.unit_id]).toMatchObject({ knowledge: 'knows', presented: true });
});

it('is the unit’s own to give while somebody of it is there, and whoever takes the lead may put it up after', async () => {
  const karin = await watch(hub, 'karin');
  const here = world.town.staff.get('karin')!;
  await until(() => ali.board.present[here] !== undefined);
  expect(await refused('maria', 'karin')).toBe('UNIT_IS_HERE');
  karin.socket!.disconnect();
  await until(() => ali.board.present[here] === undefined, 20_000);
  await hub.act('birgitta', 'takeLead', 'ActOnBoardInput', {});
  expect(await refused('maria', 'karin')).toBe('NOT_YOUR_QUESTION');
  await present('birgitta', 'karin');
  await until(() => ali.texts.includes('I natt såg karin honom.'));
});
