/**
 * Nobody is forgotten: a nomination is answered in time by the one who was asked, a group that waits, rests or is placed is
 * looked at again, and a place that comes free is told to whoever leads one that waits for it ([S1]).
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Api, startApi } from '../../support/api.js';
import {
  ANSWER,
  clientsOf,
  formedGroup,
  MOVE,
  NOMINATE,
  preparatoryDecision,
  prepareGroup,
} from '../../support/group.js';
import { convenedMeeting, soon } from '../../support/group-meeting.js';
import { openMeasuresCase } from '../../support/joint.js';
import { secondCoordinator } from '../../support/second-coordinator.js';
import { buildWorld, type World } from '../../support/world.js';

const LOOK = `mutation($i: LookAtGroupInput!) { lookAtGroup(input: $i) { id acts { act word } } }`;
const LINES = `{ groups { lines { id standing standingReason since queuePlace } rooms { room taken queued } } }`;
const DUE = `{ myDeadlines(first: 50) { edges { node { kind aboutId ownerStaff } } } }`;

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

const clocks = async (aboutId: string, kind: string) =>
  (
    await world.behindTheLocks<{ state: string }>(
      `select state from deadline where about_id = $1 and kind = $2 order by starts_at, settled_at nulls last`,
      [aboutId, kind],
    )
  ).map(({ state }) => state);
const dueFor = async (key: string, aboutId: string) =>
  (await (await as(key)).query(DUE)).myDeadlines.edges
    .map(({ node }: { node: { kind: string; aboutId: string; ownerStaff: string } }) => node)
    .filter((node: { aboutId: string }) => node.aboutId === aboutId);
const told = (kind: string) =>
  world.behindTheLocks<{ n: number }>(`select count(*)::int as n from notice where kind = $1 and staff_id = $2`, [
    kind,
    world.caller('anna').staffId,
  ]);

async function inQueue(givenName: string): Promise<string> {
  const { nominate } = await (
    await as('marcus')
  ).query(NOMINATE, { i: { kind: 'sig', toStaffId: world.caller('anna').staffId } });
  const file = await openMeasuresCase(world, { givenName });
  const { answerNomination } = await (
    await as('anna')
  ).query(ANSWER, {
    i: {
      nominationId: nominate,
      caseId: file.caseId,
      knownBy: 'report',
      decision: 'queue',
      reason: 'no-room',
      words: 'Fullt.',
      preparatory: await preparatoryDecision(world, api),
    },
  });
  return answerNomination.groupId;
}

describe('a nomination from another house', () => {
  it('is owed an answer by the coordinator who was asked, and by nobody once it is answered or taken back', async () => {
    const nominate = async () =>
      (await (await as('marcus')).query(NOMINATE, { i: { kind: 'sig', toStaffId: world.caller('anna').staffId } }))
        .nominate as string;
    const [answered, taken] = [await nominate(), await nominate()];
    expect(await dueFor('anna', answered)).toMatchObject([
      { kind: 'nomination-answer', ownerStaff: expect.stringContaining('Anna') },
    ]);
    // Whoever nominates learns only that it was read: not by when it is answered either.
    expect(await dueFor('marcus', answered)).toEqual([]);
    const declined = { nominationId: answered, decision: 'decline', reason: 'other-help', words: '' };
    const preparatory = await preparatoryDecision(world, api);
    await (await as('anna')).query(ANSWER, { i: { ...declined, preparatory } });
    expect(await clocks(answered, 'nomination-answer')).toEqual(['met']);
    await (await as('marcus')).query(`mutation($id: ID!) { withdrawNomination(nominationId: $id) }`, { id: taken });
    expect(await clocks(taken, 'nomination-answer')).toEqual(['void']);
  });
});

describe('a group that waits', () => {
  it('is looked at again and again, and its wait is counted from when it began', async () => {
    const id = await inQueue('Vilja');
    expect(await dueFor('anna', id)).toMatchObject([{ kind: 'waiting-look' }]);
    const line = async () =>
      (await (await as('anna')).query(LINES)).groups.lines.find((one: { id: string }) => one.id === id);
    const before = await line();
    expect(before).toMatchObject({ standing: 'queued', standingReason: 'no-room' });
    const { group } = await (await as('anna')).query(`query($id: ID!) { group(id: $id) { version } }`, { id });
    const look = (found: string) => ({ i: { groupId: id, version: group.version, found, words: '' } });
    expect((await (await as('anna')).refusal(LOOK, look('goes-on'))).code).toBe('CHOOSE_ONE');
    const { lookAtGroup } = await (await as('anna')).query(LOOK, look('still-waits'));
    expect(lookAtGroup.acts.at(-1)).toEqual({ act: 'look', word: 'still-waits' });
    expect(await clocks(id, 'waiting-look')).toEqual(['met', 'open']);
    expect((await line()).since).toBe(before.since);
  });

  it('rests or is placed with the same clock, which ends as it goes on', async () => {
    const group = await formedGroup(world, api, { givenName: 'Sixten' });
    const move = async (word: string, reason: string) => {
      const { version } = await group.seenBy('anna');
      await (await as('anna')).query(MOVE, { i: { groupId: group.id, version, move: word, reason, words: '' } });
      return clocks(group.id, 'waiting-look');
    };
    expect(await move('pause', 'health')).toEqual(['open']);
    expect(await move('place', 'sis')).toEqual(['met', 'open']);
    expect(await move('resume', 'back-again')).toEqual(['met', 'met']);
  });

  it('leaves no meeting in anybody’s calendar: what is booked is called off as the group rests', async () => {
    const group = await formedGroup(world, api, { givenName: 'Alva' });
    await group.step('plan', { words: 'Skola varje dag.' });
    const { hubId } = await convenedMeeting(world, group, { startsAt: await soon(world, 3_000) });
    // As though the invitations had left.
    await world.behindTheLocks(
      `update invitation_mail set tries = 1 where invitation_id in (select id from invitation where hub_id = $1)`,
      [hubId],
    );
    const called = () =>
      world.behindTheLocks<{ invited: number; cancelled: number; mails: number; state: string }>(
        `select count(distinct i.id)::int as invited, count(distinct i.id) filter (where i.cancelled_at is not null)::int as cancelled,
           count(m.id)::int as mails, min(h.state) as state
         from hub h join invitation i on i.hub_id = h.id left join invitation_mail m on m.invitation_id = i.id and m.method = 'cancel'
         where h.id = $1`,
        [hubId],
      );
    const [before] = await called();
    expect(before).toMatchObject({ cancelled: 0, mails: 0, state: 'planned' });
    expect(before!.invited).toBeGreaterThan(1);
    const { version } = await group.seenBy('anna');
    await (
      await as('anna')
    ).query(MOVE, { i: { groupId: group.id, version, move: 'pause', reason: 'health', words: '' } });
    expect(await called()).toEqual([
      { invited: before!.invited, cancelled: before!.invited, mails: before!.invited, state: 'called-off' },
    ]);
  });

  it('is told of when another closes and leaves its place', async () => {
    await inQueue('Ture');
    const runs = await formedGroup(world, api, { givenName: 'Klara' });
    const prepared = await prepareGroup(world, api, { givenName: 'Otto' });
    const close = { words: 'Målen är nådda.', reason: 'goals-met' };
    await prepared.step('close', close);
    // What was not reached stands by the closing, on the one reason that was given.
    expect((await prepared.seenBy('anna')).acts.at(-1)).toMatchObject({
      word: 'close',
      reason: 'goals-met',
      passed: expect.arrayContaining([{ sv: 'Gruppen bildas' }]),
    });
    expect(await told('room-freed')).toEqual([{ n: 0 }]);
    await runs.step('close', close);
    expect(await told('room-freed')).toEqual([{ n: 1 }]);
  });

  it('is counted and stands in one queue with all of its house’s, whoever works on them', async () => {
    const ali = await secondCoordinator(world, api);
    const anna = await as('anna');
    const before = (await anna.query(LINES)).groups.rooms[0];
    const [his, hers] = [await inQueue('Rut'), await inQueue('Siv')];
    const { group } = await anna.query(`query($id: ID!) { group(id: $id) { caseId } }`, { id: his });
    await ali.takeOver(group.caseId);
    const [of, at] = await Promise.all([ali.client.query(LINES), anna.query(LINES)]);
    const placeIn = (seen: any, id: string) => seen.groups.lines.find((one: any) => one.id === id)?.queuePlace;
    // Each sees their own alone, in its place among all.
    expect([placeIn(of, his), placeIn(of, hers)]).toEqual([before.queued + 1, undefined]);
    expect([placeIn(at, his), placeIn(at, hers)]).toEqual([undefined, before.queued + 2]);
    expect(at.groups.rooms).toEqual([{ room: 6, taken: before.taken, queued: before.queued + 2 }]);
    expect(of.groups.rooms).toEqual(at.groups.rooms);
    // How much room there is is for whoever leads groups there.
    for (const key of ['elin', 'marcus', 'lena'])
      expect([key, (await (await as(key)).query(LINES)).groups.rooms]).toEqual([key, []]);
  });
});
