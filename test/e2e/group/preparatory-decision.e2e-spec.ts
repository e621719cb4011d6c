/** What becomes of a nomination is the preparatory group's to decide, and nothing of it reaches that group's own meetings ([S0], [S1]). */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PreparatoryStore } from '#use-cases/group/preparatory.port.js';
import { type Api, startApi } from '../../support/api.js';
import { ANSWER, clientsOf, FORM, GROUP, NOMINATE, seat, START } from '../../support/group.js';
import { openMeasuresCase, type JointCase } from '../../support/joint.js';
import { buildWorld, type World } from '../../support/world.js';

const BOARDS = `{ preparatoryGroups { id name members { memberId name branchName mandate } meetings { meetingId present } } }`;
const DECIDED = `query($id: ID!) { group(id: $id) { acts { word words decided { metAt deciderName present { name } } } } }`;
const CONVENE = `mutation($i: ConveneAreaMeetingInput!) { conveneAreaMeeting(input: $i) { meetings { id } } }`;

let world: World;
let api: Api;
let as: ReturnType<typeof clientsOf>;
let file: JointCase;
let nominationId: string;
beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  as = clientsOf(world, api);
  file = await openMeasuresCase(world, { givenName: 'Sixten' });
  nominationId = await nominated();
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

const toAnna = () => ({ kind: 'sig', toStaffId: world.caller('anna').staffId });
const nominated = async (): Promise<string> =>
  (await (await as('elin')).query(NOMINATE, { i: { ...toAnna(), caseId: file.caseId, why: 'Vill sluta.' } })).nominate;
const answer = (more: object = {}) => ({
  i: { nominationId, decision: 'prepare', words: 'Familjen vill.', ...more },
});
const faults = async (more: object = {}) =>
  (await (await as('anna')).refusal(ANSWER, answer(more))).faults.map(({ field, code }: any) => `${field} ${code}`);

describe('an answer to a nomination in a form that has it decided by the preparatory group', () => {
  let boardId: string;
  let meetingId: string;
  let seats: Record<string, string>;

  it('is refused while no such group runs', async () => {
    expect(await faults()).toEqual(['boardId NO_PREPARATORY_GROUP']);
    expect((await (await as('anna')).query(BOARDS)).preparatoryGroups).toEqual([]);
  });

  it('is refused as one coordinator’s click, and says at which field who is missing', async () => {
    const anna = await as('anna');
    boardId = (await anna.query(START, { i: { kind: 'preparatory', area: 'Beredning' } })).startGroup;
    const members = [
      seat(world, 'anna', { mandate: 'speaks' }),
      seat(world, 'marcus', { mandate: 'decides' }),
      seat(world, 'lena', { mandate: 'listens' }),
    ];
    const contactStaffId = world.caller('anna').staffId;
    await anna.query(FORM, { i: { groupId: boardId, version: 1, contactStaffId, members } });
    const { meetings } = (
      await anna.query(CONVENE, { i: { groupId: boardId, startsAt: new Date(Date.now() + 3_600_000).toISOString() } })
    ).conveneAreaMeeting;
    meetingId = meetings[0].id;
    const [board] = (await anna.query(BOARDS)).preparatoryGroups;
    expect(board).toMatchObject({ id: boardId, name: 'Beredning', meetings: [] });
    seats = Object.fromEntries(board.members.map(({ memberId, name }: any) => [name.split(' ')[0], memberId]));
    const given = {
      boardId,
      meetingId: null,
      betweenMeetings: true,
      present: [seats['Anna']],
      deciderId: seats['Anna'],
    };
    expect(await faults()).toEqual(['present NOBODY_FROM_PREPARATORY_GROUP']);
    expect(await faults({ words: ' ' })).toEqual(['present NOBODY_FROM_PREPARATORY_GROUP', 'words REASONS_MISSING']);
    for (const [change, expected] of [
      [{ present: [] }, 'present NOBODY_FROM_PREPARATORY_GROUP'],
      [{ present: [world.caller('elin').staffId] }, 'present CHOOSE_ONE'],
      [{ deciderId: seats['Marcus'] }, 'deciderId DECIDER_WAS_NOT_THERE'],
      [{ present: [seats['Lena']], deciderId: seats['Lena'] }, 'deciderId DECIDER_ONLY_LISTENS'],
      [{ betweenMeetings: false }, 'meetingId CHOOSE_ONE'],
      // It is an hour ahead.
      [{ meetingId, betweenMeetings: false }, 'meetingId CHOOSE_ONE'],
    ] as const)
      expect(await faults({ preparatory: { ...given, ...change } })).toEqual([expected]);
    const other = { ...given, boardId: nominationId };
    expect(await faults({ preparatory: other, decision: 'decline', reason: 'other-help' })).toEqual([
      'boardId CHOOSE_ONE',
    ]);
  });

  it('is written down with who took part, who decided and when, for those who work on the case', async () => {
    await world.behindTheLocks(`update area_meeting set starts_at = clock.now() - interval '1 hour' where id = $1`, [
      meetingId,
    ]);
    const preparatory = {
      boardId,
      meetingId,
      betweenMeetings: false,
      present: [seats['Anna'], seats['Marcus']],
      deciderId: seats['Marcus'],
    };
    const { answerNomination } = await (await as('anna')).query(ANSWER, answer({ preparatory }));
    const id = answerNomination.groupId;
    for (const key of ['anna', 'elin']) {
      const { acts } = (await (await as(key)).query(DECIDED, { id })).group;
      expect([key, acts.at(-1)]).toMatchObject([
        key,
        {
          word: 'decide',
          words: 'Familjen vill.',
          decided: { metAt: expect.any(String), deciderName: expect.stringContaining('Marcus') },
        },
      ]);
      expect(acts.at(-1).decided.present).toHaveLength(2);
    }
    // Whoever decided on a child whose case is another house's is told nothing of it by having sat there.
    expect((await (await as('marcus')).refusal(GROUP, { id })).code).toBe('NOT_FOUND');
    const seen = await world.asCaller.run(world.caller('marcus'), (tx) => tx.of(PreparatoryStore).findOfGroup(id));
    expect(seen).toEqual([]);
  });

  it('needs nobody where the young person or the family has said no', async () => {
    const { nominate } = await (await as('marcus')).query(NOMINATE, { i: toAnna() });
    await (
      await as('anna')
    ).query(ANSWER, { i: { nominationId: nominate, decision: 'decline', reason: 'own-wish', words: '' } });
    const [row] = await world.behindTheLocks<{ n: number }>(
      `select count(*)::int as n from preparatory_decision where nomination_id = $1`,
      [nominate],
    );
    expect(row?.n).toBe(0);
  });
});
