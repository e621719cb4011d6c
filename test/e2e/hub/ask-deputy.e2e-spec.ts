/** A representative is silent at half the time: the real worker asks the deputy, who can then answer; nobody else is asked. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Api, type ApiClient, startApi } from '../../support/api.js';
import { openGradedCase } from '../../support/case.js';
import { until } from '../../support/deadlines.js';
import { hostWorker, type HostedWorker } from '../../support/hosted.js';
import { buildWorld, type World } from '../../support/world.js';

const DEMONSTRATION = { SAMNAV_DEMONSTRATION: '1' };
let world: World;
let api: Api;
let worker: HostedWorker;

beforeAll(async () => {
  world = await buildWorld();
  [api, worker] = await Promise.all([
    startApi(world.database, DEMONSTRATION),
    hostWorker(world.database, DEMONSTRATION),
  ]);
}, 120_000);
afterAll(async () => {
  await worker?.stop();
  await api?.close();
  await world?.close();
}, 30_000);

interface Asked {
  readonly id: string;
  readonly representative: string | null;
  readonly deputy: string | null;
  readonly deputyId: string | null;
  readonly asked: boolean;
}

const questions = () =>
  world.behindTheLocks<Asked>(
    `select q.id, r.subject as representative, d.subject as deputy, d.id as "deputyId", q.deputy_asked_at is not null as asked
     from hub_question q left join staff_member r on r.id = q.representative_id left join staff_member d on d.id = q.deputy_id
     order by q.id`,
  );

it('asks the deputy of each silent unit once, gives a notice, and lets the deputy answer', async () => {
  const { caseId } = await openGradedCase(world, { grade: 'red' });
  const as = (key: string) => api.as({ id: world.town.staff.get(key) ?? '' });
  const maria = await as('maria');
  const { proposeHub } = await maria.query(`query($id: ID!) { proposeHub(caseId: $id) { units { unitId } } }`, {
    id: caseId,
  });
  const { conveneHub } = await maria.query(`mutation($i: ConveneHubInput!) { conveneHub(input: $i) { id } }`, {
    i: { caseId, unitIds: proposeHub.units.map((unit: { unitId: string }) => unit.unitId) },
  });
  const hubId = conveneHub.id as string;
  const withDeputy = (await questions()).filter(({ representative, deputy }) => representative && deputy);
  const [answering, silent] = withDeputy;
  if (!answering?.representative || !silent?.deputy) throw new Error('the town has no two units with a deputy');
  expect(withDeputy.every(({ asked }) => !asked)).toBe(true);

  const answer = `mutation($i: AnswerHubQuestionInput!) { answerHubQuestion(input: $i) { late } }`;
  const unknown = { version: 1, knowledge: 'does-not-know', parts: [] };
  await (await as(answering.representative)).query(answer, { i: { questionId: answering.id, ...unknown } });
  const deputy = await as(silent.deputy);
  expect((await deputy.refusal(answer, { i: { questionId: silent.id, ...unknown } })).code).toBe('NOT_FOUND');

  await maria.query(`mutation { moveClock(minutes: 61) { aheadMinutes } }`);
  const silentOnes = withDeputy.filter(({ id }) => id !== answering.id);
  await until(questions, (now) => now.filter(({ asked }) => asked).length === silentOnes.length);
  expect((await questions()).find(({ id }) => id === answering.id)?.asked).toBe(false);

  const told = await world.behindTheLocks<{ who: string; count: number }>(
    `select s.subject as who, count(*)::int as count from notice n join staff_member s on s.id = n.staff_id
     where n.kind = 'question-asked' and n.effect_key = $1 group by 1 order by 1`,
    [`question:${silent.id}:asked`],
  );
  expect(told).toEqual([silent.deputy, silent.representative].sort().map((who) => ({ who, count: 1 })));
  const lines = await world.behindTheLocks<{ municipality_id: string; actor_service: string }>(
    `select municipality_id, actor_service from ledger_entry where action = 'assign' and detail->>'questionId' = $1`,
    [silent.id],
  );
  expect(lines).toEqual([{ municipality_id: world.town.municipalityId, actor_service: 'deadlines' }]);
  // The notice leads each of them to the question that is theirs, and whoever is called to the hub.
  const noticesOf = async (who: ApiClient) =>
    (
      await who.query(`{ myNotices(first: 10) { edges { node { kind caseId hubId questionId } } } }`)
    ).myNotices.edges.map((edge: { node: object }) => edge.node);
  const asked = { kind: 'question-asked', caseId, hubId, questionId: silent.id };
  expect(await noticesOf(deputy)).toContainEqual(asked);
  expect(await noticesOf(await as(silent.representative ?? ''))).toContainEqual(asked);
  expect(await noticesOf(await as('birgitta'))).toContainEqual({ ...asked, kind: 'hub-convened', questionId: null });

  const { answerHubQuestion } = await deputy.query(answer, { i: { questionId: silent.id, ...unknown } });
  expect(answerHubQuestion).toEqual({ late: false });
}, 60_000);
