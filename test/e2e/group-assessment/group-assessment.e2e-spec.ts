/** An assessment around a young person: ordered with its clock, its result behind the gate ([S1]: SAVRY up to six weeks). */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CarryOutWake } from '#use-cases/deadline/carry-out-wake.js';
import { DeadlineActs } from '#use-cases/deadline/deadline-acts.js';
import { GroupAssessmentModule } from '../../../apps/worker/group-assessment/group-assessment.module.js';
import { type Api, startApi } from '../../support/api.js';
import { formedGroup, type GroupUnderTest, prepareGroup } from '../../support/group.js';
import { buildWorld, type World } from '../../support/world.js';

const FIELDS = `{ assessments { id instrument assessorName dueAt doneAt level assessedOn words } assessors { staffId name } }`;
const OF = `query($id: ID!) { groupAssessments(groupId: $id) ${FIELDS} }`;
const ORDER = `mutation($i: OrderAssessmentInput!) { orderAssessment(input: $i) ${FIELDS} }`;
const FINISH = `mutation($i: FinishAssessmentInput!) { finishAssessment(input: $i) ${FIELDS} }`;
const BACK = `mutation($id: ID!) { withdrawAssessment(id: $id) ${FIELDS} }`;

let world: World;
let api: Api;
let group: GroupUnderTest;
beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  group = await formedGroup(world, api, { givenName: 'Nova' });
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

const of = async (key: string) => (await (await group.as(key)).query(OF, { id: group.id })).groupAssessments;
const clock = (id: string) =>
  world.behindTheLocks<{ state: string; owner: string; weeks: number }>(
    `select state, owner_staff_id as owner, floor(extract(epoch from due_at - starts_at) / 604800)::int as weeks
     from deadline where kind = 'ordered-assessment' and about_id = $1`,
    [id],
  );

describe('an assessment', () => {
  it('is ordered of somebody who works on the case, who then has six weeks', async () => {
    const anna = await group.as('anna');
    const elin = world.caller('elin').staffId;
    const i = { groupId: group.id, instrument: 'savry', assessorId: elin };
    const refused = async (more: object) => {
      const { code, field } = await anna.refusal(ORDER, { i: { ...i, ...more } });
      return `${code} ${field}`;
    };
    expect(await refused({ instrument: 'tarot' })).toBe('CHOOSE_ONE instrument');
    expect(await refused({ assessorId: world.caller('marcus').staffId })).toBe('CHOOSE_ONE assessorId');
    expect((await (await group.as('elin')).refusal(ORDER, { i })).code).toBe('NOT_ALLOWED');
    const { orderAssessment } = await anna.query(ORDER, { i });
    const [{ id, assessorName }] = orderAssessment.assessments;
    expect(assessorName).toBe('Elin Forsbäck');
    expect(await clock(id)).toEqual([{ state: 'open', owner: elin, weeks: 6 }]);
    expect(await refused({})).toBe('ASSESSMENT_ORDERED instrument');
    // That somebody is assessed is the own house's alone.
    for (const key of ['marcus', 'lena'])
      expect([key, (await (await group.as(key)).refusal(OF, { id: group.id })).code]).toEqual([key, 'NOT_FOUND']);
  });

  it('has a result with level, day and profile, an item of its own kind behind the gate', async () => {
    const elin = await group.as('elin');
    const [{ id }] = (await of('elin')).assessments;
    const i = { id, level: '7', assessedOn: '2099-01-01', words: ' ' };
    expect((await elin.refusal(FINISH, { i })).faults.map(({ field, code }: any) => `${field} ${code}`)).toEqual([
      'level CHOOSE_ONE',
      'assessedOn ASSESSED_IN_FUTURE',
      'words REQUIRED',
    ]);
    const good = { id, level: 'high', assessedOn: '2026-01-15', words: 'Behoven ligger i skolan och kamraterna.' };
    expect((await (await group.as('marcus')).refusal(FINISH, { i: good })).code).toBe('NOT_FOUND');
    const { finishAssessment } = await elin.query(FINISH, { i: good });
    expect(finishAssessment.assessments).toMatchObject([
      { id, level: 'high', assessedOn: '2026-01-15', words: good.words, doneAt: expect.any(String) },
    ]);
    expect(await clock(id)).toMatchObject([{ state: 'met' }]);
    expect((await elin.refusal(FINISH, { i: good })).code).toBe('ASSESSMENT_SETTLED');
    const items = await world.behindTheLocks<{ category: string; shares: number }>(
      `select i.category, (select count(*)::int from share h where h.item_id = i.id) as shares from item i
       join group_assessment x on x.item_id = i.id where x.id = $1`,
      [id],
    );
    expect(items).toEqual([{ category: 'assessment-results', shares: 0 }]);
    const [read] = await world.behindTheLocks<{ n: number }>(
      `select count(*)::int as n from ledger_entry e join group_assessment x on x.item_id = e.item_id where x.id = $1 and e.action = 'read'`,
      [id],
    );
    expect(read?.n).toBeGreaterThan(0);
  });

  it('is taken back before it is done, and its clock stops', async () => {
    const anna = await group.as('anna');
    const i = { groupId: group.id, instrument: 'ester', assessorId: world.caller('anna').staffId };
    const { orderAssessment } = await anna.query(ORDER, { i });
    const { id } = orderAssessment.assessments.find((one: any) => one.instrument === 'ester');
    const { withdrawAssessment } = await anna.query(BACK, { id });
    expect(withdrawAssessment.assessments.map(({ instrument }: any) => instrument)).toEqual(['savry']);
    expect(await clock(id)).toMatchObject([{ state: 'void' }]);
    expect((await anna.refusal(BACK, { id })).code).toBe('ASSESSMENT_SETTLED');
  });
});

describe('an assessment in a form that has a step for it', () => {
  let rbm: GroupUnderTest;
  const order = async (instrument: string, assessor: string) => {
    const i = { groupId: rbm.id, instrument, assessorId: world.caller(assessor).staffId };
    const { orderAssessment } = await (await rbm.as('anna')).query(ORDER, { i });
    return orderAssessment.assessments.find((one: any) => one.instrument === instrument && !one.doneAt).id as string;
  };
  const finish = async (key: string, id: string, words: string) =>
    (await rbm.as(key)).query(FINISH, { i: { id, level: 'medium', assessedOn: '2026-01-15', words } });
  const steps = async () => (await rbm.seenBy('anna')).acts.filter(({ act }: any) => act === 'step');
  const stepClock = () =>
    world.behindTheLocks<{ state: string }>(
      `select state from deadline where about_id = $1 and kind = 'group-step' order by starts_at`,
      [rbm.id],
    );
  const told = async (id: string) =>
    (
      await world.behindTheLocks<{ key: string; kind: string }>(
        `select s.id as key, n.kind from notice n join staff_member s on s.id = n.staff_id
         where n.effect_key like 'assessment:' || $1 || ':%' order by n.created_at, n.kind`,
        [id],
      )
    ).map(({ key, kind }) => `${['anna', 'elin'].find((one) => world.caller(one).staffId === key)} ${kind}`);

  beforeAll(async () => {
    rbm = await prepareGroup(world, api, { kind: 'sig-rbm', givenName: 'Iris' });
  }, 60_000);

  it('tells its assessor that it is ordered, leads there from their list, and tells whoever leads when it is late', async () => {
    const id = await order('savry', 'elin');
    expect(await told(id)).toEqual(['elin assessment-ordered']);
    const { myDeadlines } = await (
      await rbm.as('elin')
    ).query(`{ myDeadlines(first: 50) { edges { node { kind aboutId groupId mine } } } }`);
    expect(myDeadlines.edges.map(({ node }: any) => node)).toContainEqual({
      kind: 'ordered-assessment',
      aboutId: id,
      groupId: rbm.id,
      mine: true,
    });
    const [row] = await world.behindTheLocks<{ id: string }>(
      `update deadline set starts_at = clock.now() - interval '43 days', due_at = clock.now() - interval '1 minute'
       where about_id = $1 returning id`,
      [id],
    );
    const acts = new DeadlineActs();
    void new GroupAssessmentModule(acts);
    const wake = new CarryOutWake(world.asCaller, acts);
    for (let times = 0; times < 2; times++)
      await wake.run({ kind: 'service', name: 'deadlines', requestId: 'late' }, row?.id ?? '');
    expect(await told(id)).toEqual(['elin assessment-ordered', 'anna assessment-late']);
    const said = await world.behindTheLocks<{ line: string }>(
      `select n::text as line from notice n where n.effect_key like 'assessment:' || $1 || ':%'`,
      [id],
    );
    expect(said.map(({ line }) => line).join()).not.toMatch(/savry|Iris/i);
  });

  it('takes the step when the last one is done, with the result as its reasons, whoever wrote it', async () => {
    const [savry] = (await (await rbm.as('elin')).query(OF, { id: rbm.id })).groupAssessments.assessments;
    const ester = await order('ester', 'elin');
    expect((await steps()).map(({ word }: any) => word)).toEqual(['identify', 'initial-decision']);
    await finish('elin', savry.id, 'Det som driver är kamraterna.');
    // Another one is still waited for.
    expect((await steps()).map(({ word }: any) => word)).toEqual(['identify', 'initial-decision']);
    await finish('elin', ester, 'Skolan skyddar.');
    expect((await steps()).at(-1)).toMatchObject({ word: 'assess', words: 'Skolan skyddar.', passed: [] });
    expect(await stepClock()).toMatchObject([{ state: 'met' }]);
    expect(await told(ester)).toEqual(['elin assessment-ordered', 'anna assessment-done']);
    // One who does not lead takes that step and no other.
    const { version } = await rbm.seenBy('anna');
    const byHand = { groupId: rbm.id, version, step: 'decide', words: 'Ja.' };
    const decide = `mutation($i: TakeStepInput!) { takeGroupStep(input: $i) { id } }`;
    expect((await (await rbm.as('elin')).refusal(decide, { i: byHand })).code).toBe('NOT_ALLOWED');
    expect((await steps()).filter(({ word }: any) => word === 'assess')).toHaveLength(1);
  });

  it('is taken back as the group ends, and its assessor is told that it is not needed', async () => {
    const id = await order('asi', 'elin');
    await rbm.step('close', { words: 'Familjen vill inte.', reason: 'own-wish' });
    expect(await clock(id)).toMatchObject([{ state: 'void' }]);
    expect(await told(id)).toEqual(['elin assessment-ordered', 'elin assessment-withdrawn']);
    expect((await (await rbm.as('elin')).query(OF, { id: rbm.id })).groupAssessments.assessments).toHaveLength(2);
  });
});
