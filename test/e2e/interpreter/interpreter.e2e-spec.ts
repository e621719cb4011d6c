/** An interpreter of one meeting: booked for points with the family, bound to silence first, in the room at those alone ([S0]). */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Api, startApi } from '../../support/api.js';
import { formedGroup, type GroupUnderTest } from '../../support/group.js';
import { convenedMeeting, soon, type MeetingUnderTest } from '../../support/group-meeting.js';
import { buildWorld, type World } from '../../support/world.js';

const FIELDS = `{ id language words pointIds silenceAt where }`;
const OF = `query($id: ID!) { interpretersOf(hubId: $id) ${FIELDS} }`;
const BOOK = `mutation($i: BookInterpreterInput!) { bookInterpreter(input: $i) ${FIELDS} }`;
const act = (name: string) => `mutation($id: ID!) { ${name}(id: $id) ${FIELDS} }`;

let world: World;
let api: Api;
let group: GroupUnderTest;
let meeting: MeetingUnderTest;
let points: readonly { readonly id: string; readonly audience: string }[];
beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  group = await formedGroup(world, api, { givenName: 'Amina' });
  meeting = await convenedMeeting(world, group, { reason: 'agreed-by-all' });
  const page = `query($id: ID!) { groupMeeting(hubId: $id) { points { id audience } } }`;
  points = (await (await group.as('anna')).query(page, { id: meeting.hubId })).groupMeeting.points;
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

const seen = async (key: string) => (await (await group.as(key)).query(OF, { id: meeting.hubId })).interpretersOf;
const booking = (more: object = {}) => ({
  i: {
    hubId: meeting.hubId,
    language: 'so',
    words: 'Hodan, Språkbolaget, 019-174 06 33',
    pointIds: points
      .filter(({ audience }) => audience === 'everyone')
      .map(({ id }) => id)
      .slice(1, 2),
    ...more,
  },
});

describe('an interpreter', () => {
  it('is booked by the house that leads, for points at which the family is there', async () => {
    const anna = await group.as('anna');
    const alone = points.find(({ audience }) => audience === 'professionals')!.id;
    const refused = async (more: object) => {
      const { code, field } = await anna.refusal(BOOK, booking(more));
      return [code, field];
    };
    expect(await refused({ language: 'klingon' })).toEqual(['CHOOSE_ONE', 'language']);
    expect(await refused({ pointIds: [] })).toEqual(['INTERPRETER_NEEDS_POINTS', 'pointIds']);
    expect(await refused({ pointIds: [alone] })).toEqual(['INTERPRETER_NOT_THEIR_POINT', 'pointIds']);
    expect((await anna.refusal(BOOK, booking({ words: ' ' }))).faults).toMatchObject([{ field: 'words' }]);
    for (const key of ['marcus', 'lena'])
      expect([key, (await (await group.as(key)).refusal(BOOK, booking())).code]).toEqual([key, 'NOT_ALLOWED']);
    const { bookInterpreter } = await anna.query(BOOK, booking());
    expect(bookInterpreter).toMatchObject([{ language: 'so', where: 'booked', silenceAt: null }]);
    expect(await seen('anna')).toMatchObject([{ language: 'so', words: 'Hodan, Språkbolaget, 019-174 06 33' }]);
    // Another house is told that somebody comes, and not where the family is from.
    expect(await seen('marcus')).toMatchObject([{ where: 'booked', language: null }]);
    const ledger = await world.behindTheLocks<{ ground: string }>(
      `select ground from ledger_entry where detail->>'list' = 'interpreters' and actor_staff = $1`,
      [world.caller('marcus').staffId],
    );
    expect(ledger).toEqual([{ ground: 'consent' }]);
    // Whom it is about is read by the gate, also by those who see that somebody comes.
    expect((await (await group.as('hassan')).refusal(OF, { id: meeting.hubId })).code).toBe('NOT_FOUND');
  });

  it('is remembered before the meeting is moved or called off', async () => {
    const anna = await group.as('anna');
    const weighed = async (startsAt: Date | null) => {
      const ask = `query($id: ID!, $at: DateTime) { proposeMove(hubId: $id, startsAt: $at) { consequences { code } } }`;
      const { proposeMove } = await anna.query(ask, { id: meeting.hubId, at: startsAt });
      return proposeMove.consequences.map(({ code }: { code: string }) => code);
    };
    expect(await weighed(await soon(world, 300))).toContain('interpreter-booked');
    expect(await weighed(null)).toContain('interpreter-booked');
  });

  it('is let in bound to silence and at their own point alone, and is out when the meeting goes on', async () => {
    const anna = await group.as('anna');
    const [{ id, pointIds }] = await seen('anna');
    const refused = async (name: string) => (await anna.refusal(act(name), { id })).code;
    expect(await refused('admitInterpreter')).toBe('INTERPRETER_SILENCE_FIRST');
    await expect(
      world.behindTheLocks(`update interpreter_booking set admitted_at = clock.now() where id = $1`, [id]),
    ).rejects.toThrow(/let in/);
    await anna.query(act('confirmInterpreterSilence'), { id });
    expect(await refused('admitInterpreter')).toBe('MEETING_NOT_BEGUN');
    expect((await (await group.as('marcus')).refusal(act('admitInterpreter'), { id })).code).toBe('NOT_ALLOWED');
    await meeting.act('anna', 'moveMeeting', 'MoveMeetingInput', { step: 'start' });
    expect(await refused('admitInterpreter')).toBe('INTERPRETER_NOT_THEIR_POINT');
    expect((await anna.refusal(BOOK, booking())).code).toBe('INTERPRETER_BEFORE_MEETING');
    const enter = (point: string) => meeting.act('anna', 'enterPoint', 'EnterPointInput', { point });
    await enter(pointIds[0]);
    expect((await anna.query(act('admitInterpreter'), { id })).admitInterpreter).toMatchObject([{ where: 'in' }]);
    await enter(points.at(-1)!.id);
    expect(await seen('lena')).toMatchObject([{ where: 'out' }]);
    const lines = await world.behindTheLocks<{ what: string }>(
      `select detail ->> 'interpreter' as what from ledger_entry where case_id = $1 and detail ? 'interpreter' order by id`,
      [group.file.caseId],
    );
    expect(lines.map(({ what }) => what)).toEqual(['booked', 'silence-confirmed', 'admitted']);
    await anna.query(act('cancelInterpreter'), { id });
    expect(await seen('anna')).toMatchObject([{ where: 'cancelled' }]);
    // What is booked and what has happened is nobody's to write anew, also past the program.
    for (const set of [
      `point_ids = array[gen_random_uuid()]`,
      `language = 'ar'`,
      `item_id = gen_random_uuid()`,
      `hub_id = gen_random_uuid()`,
      `cancelled_at = null`,
      `admitted_at = null`,
      `silence_at = clock.now() + interval '1 day'`,
    ])
      await expect(world.behindTheLocks(`update interpreter_booking set ${set} where id = $1`, [id])).rejects.toThrow(
        /made anew|stands/,
      );
  });
});
