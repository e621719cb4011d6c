/** Who does not answer an invitation is reminded once by its time, and whoever called is told once at its end: never of what is answered, moved or called off. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { ServiceCaller } from '#use-cases/gate/caller.js';
import { DeadlineActs } from '#use-cases/deadline/deadline-acts.js';
import { CarryOutWake } from '#use-cases/deadline/carry-out-wake.js';
import { InvitationStore } from '#use-cases/invitation/invitation.port.js';
import { settleMeeting } from '#use-cases/invitation/settle-meeting.js';
import { remindUnanswered, tellUnanswered } from '#use-cases/invitation/await-answers.js';
import { type Api, type ApiClient, startApi } from '../../support/api.js';
import { openMeasuresCase, signedConsent, type JointCase } from '../../support/joint.js';
import { buildWorld, type World } from '../../support/world.js';

const MINE = `{ myInvitations { id hubId sequence } }`;
const SAY = `mutation($i: AnswerInvitationInput!) { answerInvitation(input: $i) { answer } }`;
const DUE = `{ myDeadlines(first: 50) { edges { node { kind hubId dueAt state ownerStaff } } } }`;
const SERVICE: ServiceCaller = { kind: 'service', name: 'deadlines', requestId: 'by-time' };

let world: World;
let api: Api;
let file: JointCase;
let wake: CarryOutWake;
const as = (key: string): Promise<ApiClient> => api.as({ id: world.town.staff.get(key) ?? '' });

/** Called by Anna in so many hours; a case has one meeting ahead at a time. */
async function convene(hours: number): Promise<{ id: string }> {
  await world.behindTheLocks(`update hub set state = 'closed' where case_id = $1 and state <> 'called-off'`, [
    file.caseId,
  ]);
  const [clock] = await world.behindTheLocks<{ at: Date }>(
    `select date_trunc('minute', clock.now()) + make_interval(hours => $1) as at`,
    [hours],
  );
  const unitIds = ['marcus', 'lena'].map((key) => world.caller(key).unitId);
  const anna = await as('anna');
  const i = { caseId: file.caseId, unitIds, startsAt: clock?.at };
  return (await anna.query(`mutation($i: ConveneJointInput!) { conveneJoint(input: $i) { id } }`, { i })).conveneJoint;
}
async function answer(key: string, hubId: string): Promise<void> {
  const client = await as(key);
  const mine = (await client.query(MINE)).myInvitations.find((one: any) => one.hubId === hubId);
  await client.query(SAY, { i: { id: mine.id, sequence: mine.sequence, answer: 'accepted' } });
}
const timesOf = (hubId: string) =>
  world.behindTheLocks<{ state: string; due: string; void_reason: string | null }>(
    `select state, to_char(due_at, 'YYYY-MM-DD HH24:MI') as due, void_reason from deadline
     where kind = 'invitation-answer' and about_id = $1 order by starts_at, id`,
    [hubId],
  );
const statesOf = async (hubId: string) => (await timesOf(hubId)).map(({ state }) => state);
/** Of this meeting: `marcus invitation-waits`. */
async function told(hubId: string): Promise<string[]> {
  const rows = await world.behindTheLocks<{ line: string }>(
    `select s.subject || ' ' || n.kind as line from notice n join staff_member s on s.id = n.staff_id
     where n.kind = 'invitation-unanswered' and n.hub_id = $1
       or n.kind = 'invitation-waits' and exists (select 1 from invitation i where i.hub_id = $1 and n.effect_key like 'invitation:' || i.id || ':%')
     order by 1`,
    [hubId],
  );
  return rows.map(({ line }) => line);
}
/** Of the clock that all go by; whatever is due is delivered twice, as a queue may. */
let ahead = 0;
async function pass(hours: number): Promise<void> {
  await world.database.moveClock(`${(ahead += hours)} hours`);
  await wake.runDue(SERVICE);
  await wake.runDue(SERVICE);
}

beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  const acts = new DeadlineActs();
  acts.add('remind-unanswered', remindUnanswered);
  acts.add('tell-unanswered', tellUnanswered);
  wake = new CarryOutWake(world.asCaller, acts);
  file = await openMeasuresCase(world);
  await signedConsent(world, file);
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

describe('an invitation that nobody answers', () => {
  it('is reminded once at half of its time and told once at its end, and stays with whoever called', async () => {
    const { id } = await convene(20);
    const [time] = await timesOf(id);
    const [begins] = await world.behindTheLocks<{ at: string }>(
      `select to_char(starts_at, 'YYYY-MM-DD HH24:MI') as at from hub where id = $1`,
      [id],
    );
    // Less than the seven days of the rule: nobody is waited for longer than until the meeting begins.
    expect(time).toMatchObject({ state: 'open', due: begins?.at });
    await answer('lena', id);
    const ofHub = async (key: string) =>
      (await (await as(key)).query(DUE)).myDeadlines.edges
        .map(({ node }: any) => node)
        .filter((one: any) => one.kind === 'invitation-answer' && one.hubId === id);
    expect((await ofHub('anna')).map(({ state }: any) => state)).toEqual(['open']);
    for (const key of ['elin', 'marcus', 'lena']) expect([key, await ofHub(key)]).toEqual([key, []]);
    await pass(9);
    expect(await told(id)).toEqual([]);
    await pass(2);
    expect(await told(id)).toEqual(['marcus invitation-waits']);
    const { silences } = await (await as('anna')).query(`{ silences { kind hubId who remindedAt } }`);
    expect(silences.filter((one: any) => one.kind === 'invitation' && one.hubId === id)).toMatchObject([
      { who: 'Marcus Dahlin', remindedAt: expect.any(String) },
    ]);
    await pass(10);
    expect(await told(id)).toEqual(['anna invitation-unanswered', 'marcus invitation-waits']);
    expect(await statesOf(id)).toEqual(['missed']);
    // Nothing of the case is in what Marcus was told.
    expect(
      await world.behindTheLocks(
        `select case_id, hub_id from notice where kind = 'invitation-waits' and staff_id = $1`,
        [world.town.staff.get('marcus')],
      ),
    ).toEqual([{ case_id: null, hub_id: null }]);
  });

  it('is not reminded by its time where somebody has just done so by hand', async () => {
    const { id } = await convene(20);
    await answer('lena', id);
    await pass(9);
    const anna = await as('anna');
    const [line] = (await anna.query(`{ silences { kind hubId aboutId } }`)).silences.filter(
      (one: any) => one.kind === 'invitation' && one.hubId === id,
    );
    await anna.query(`mutation($i: RemindInput!) { remind(input: $i) { told } }`, {
      i: { kind: 'invitation', id: line.aboutId },
    });
    await pass(2);
    expect(await told(id)).toEqual(['marcus invitation-waits']);
  });
});

describe('a time for answers', () => {
  it('is not given for a meeting that begins within four hours, and nobody who brings meetings in step misses it', async () => {
    const { id } = await convene(3);
    expect(await timesOf(id)).toEqual([]);
    const lacking = await world.asCaller.run(SERVICE, (tx) => tx.of(InvitationStore).findOutOfStep(50));
    expect(lacking).not.toContain(id);
  });

  it('is met by the last answer, and then rings for nobody', async () => {
    const { id } = await convene(20);
    await answer('lena', id);
    expect(await statesOf(id)).toEqual(['open']);
    await answer('marcus', id);
    expect(await statesOf(id)).toEqual(['met']);
    await pass(21);
    expect(await told(id)).toEqual([]);
  });

  it('begins anew with another time of the meeting, and ends with the meeting called off', async () => {
    const { id } = await convene(20);
    await answer('lena', id);
    await pass(6);
    const [then] = await world.behindTheLocks<{ at: Date; version: number }>(
      `select version, starts_at + interval '20 hours' as at from hub where id = $1`,
      [id],
    );
    await (
      await as('anna')
    ).query(`mutation($i: MoveMeetingTimeInput!) { moveMeetingTime(input: $i) { version } }`, {
      i: { hubId: id, version: then?.version, startsAt: then?.at },
    });
    expect((await timesOf(id)).map(({ state, void_reason }) => [state, void_reason])).toEqual([
      ['void', 'asked-anew'],
      ['open', null],
    ]);
    await pass(5);
    expect(await told(id)).toEqual([]);
    await (
      await as('anna')
    ).query(`mutation($i: MoveMeetingInput!) { moveMeeting(input: $i) { __typename } }`, {
      i: { hubId: id, step: 'call-off', clientKey: randomUUID() },
    });
    expect(await statesOf(id)).toEqual(['void', 'void']);
    await pass(40);
    expect(await told(id)).toEqual([]);
  });

  it('ends as the meeting begins: who is there needs no answer', async () => {
    const { id } = await convene(20);
    await pass(11);
    expect(await told(id)).toHaveLength(2);
    await (
      await as('anna')
    ).query(`mutation($i: MoveMeetingInput!) { moveMeeting(input: $i) { __typename } }`, {
      i: { hubId: id, step: 'start', clientKey: randomUUID() },
    });
    expect(await statesOf(id)).toEqual(['void']);
    await pass(10);
    expect(await told(id)).toHaveLength(2);
  });

  it('is begun again from the tables where it is missing, and ended where nobody is waited for', async () => {
    const { id } = await convene(20);
    const outOfStep = () =>
      world.asCaller.run(SERVICE, async (tx) => (await tx.of(InvitationStore).findOutOfStep(50)).includes(id));
    expect(await outOfStep()).toBe(false);
    await world.behindTheLocks(`delete from deadline where kind = 'invitation-answer' and about_id = $1`, [id]);
    expect(await outOfStep()).toBe(true);
    await world.asCaller.run(SERVICE, (tx) => settleMeeting(tx, id));
    expect([await outOfStep(), await statesOf(id)]).toEqual([false, ['open']]);
    await world.behindTheLocks(`update hub set state = 'running' where id = $1`, [id]);
    expect(await outOfStep()).toBe(true);
    await world.asCaller.run(SERVICE, (tx) => settleMeeting(tx, id));
    expect([await outOfStep(), await statesOf(id)]).toEqual([false, ['void']]);
  });
});

describe('the question of who has not answered', () => {
  const ownerOf = async (hubId: string) =>
    (
      await world.behindTheLocks<{ owner: string }>(
        `select s.subject as owner from deadline d join staff_member s on s.id = d.owner_staff_id
         where d.kind = 'invitation-answer' and d.about_id = $1 and d.state in ('open','missed')`,
        [hubId],
      )
    ).map(({ owner }) => owner);
  const post = (key: string, ends: string) =>
    world.behindTheLocks(`update membership set ends_at = ${ends} where staff_id = $1`, [world.caller(key).staffId]);

  it('goes on to whoever called the meeting where its leader has left, and to the manager where nobody is there', async () => {
    for (const [gone, to] of [
      [['elin'], 'anna'],
      [['elin', 'anna'], 'birgitta'],
    ] as const) {
      const { id } = await convene(20);
      await world.behindTheLocks(`update hub set leader_staff_id = $2 where id = $1`, [
        id,
        world.caller('elin').staffId,
      ]);
      await world.asCaller.run(SERVICE, (tx) => settleMeeting(tx, id));
      expect(await ownerOf(id)).toEqual(['elin']);
      for (const key of gone) await post(key, 'clock.now()');
      // Also before anybody has brought the meeting in step.
      await pass(21);
      expect([to, await told(id)]).toEqual([to, expect.arrayContaining([`${to} invitation-unanswered`])]);
      for (const key of gone) await post(key, 'null');
    }
  });

  it('has a new owner as soon as meetings are brought in step, who is found from the tables', async () => {
    const { id } = await convene(20);
    const outOfStep = () =>
      world.asCaller.run(SERVICE, async (tx) => (await tx.of(InvitationStore).findOutOfStep(50)).includes(id));
    expect([await ownerOf(id), await outOfStep()]).toEqual([['anna'], false]);
    await post('anna', 'clock.now()');
    expect(await outOfStep()).toBe(true);
    await world.asCaller.run(SERVICE, (tx) => settleMeeting(tx, id));
    expect([await ownerOf(id), await outOfStep()]).toEqual([['birgitta'], false]);
    expect((await (await as('birgitta')).query(DUE)).myDeadlines.edges.map(({ node }: any) => node.kind)).toContain(
      'invitation-answer',
    );
    await pass(21);
    expect((await told(id)).filter((line) => line.endsWith('unanswered'))).toEqual(['birgitta invitation-unanswered']);
    await post('anna', 'null');
  });

  it('goes on to nobody for their post alone: where no manager is left, to who works on the case', async () => {
    const { id } = await convene(20);
    const gone = ['elin', 'anna', 'birgitta'];
    for (const key of gone) await post(key, 'clock.now()');
    await world.behindTheLocks(`update membership set role = 'coordinator' where staff_id = $1`, [
      world.caller('sara').staffId,
    ]);
    await world.asCaller.run(SERVICE, (tx) => settleMeeting(tx, id));
    expect(['maria', 'jonas']).toContain((await ownerOf(id))[0]);
    for (const key of gone) await post(key, 'null');
  });

  it('names neither case nor meeting to whoever called it and has left the case', async () => {
    const { id } = await convene(20);
    await world.behindTheLocks(
      `update assignment set ends_at = clock.now() where case_id = $1 and branch_id = $2 and ends_at is null`,
      [file.caseId, world.caller('anna').branchId],
    );
    await pass(21);
    expect(
      await world.behindTheLocks(
        `select n.case_id, n.hub_id from notice n join deadline d on d.id = n.deadline_id
         where n.kind = 'invitation-unanswered' and n.staff_id = $1 and d.about_id = $2`,
        [world.caller('anna').staffId, id],
      ),
    ).toEqual([{ case_id: null, hub_id: null }]);
  });
});
