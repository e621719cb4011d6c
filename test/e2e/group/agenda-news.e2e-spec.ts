/**
 * The agenda of a group's board while the meeting is held: what was told since the group last met and what was brought to it,
 * the good first, each house its own part, and on a screen for the whole room what everyone there may see ([S1]; OSL 26:1).
 */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Api, startApi } from '../../support/api.js';
import { WRITE_ENTRY, WRITE_NEWS } from '../../support/busy-plan.js';
import { formedGroup, type GroupUnderTest } from '../../support/group.js';
import { convenedMeeting, type MeetingUnderTest } from '../../support/group-meeting.js';
import { until } from '../../support/hub.js';
import { buildWorld, type World } from '../../support/world.js';

const AGENDA = `query($id: ID!) { agendaNews(hubId: $id) { kind said { itemId text giverKind ground } } }`;
const BRING = `mutation($i: AddMeetingPointInput!) { addMeetingPoint(input: $i) }`;
const TAKE_OUT = `mutation($i: TakeOutPlanNewsInput!) { takeOutPlanNews(input: $i) }`;
const SHARED = `query($id: ID!) { sharedScreen(hubId: $id) { present items } }`;

jest.setTimeout(60_000);

let world: World;
let api: Api;
let group: GroupUnderTest;
let meeting: MeetingUnderTest;
beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  group = await formedGroup(world, api, { givenName: 'Alva' });
  const i = { groupId: group.id, kind: 'future', words: 'Om tio år har jag en egen verkstad.' };
  await (await group.as('anna')).query(WRITE_ENTRY, { i });
  await group.step('plan', { words: 'Skola varje dag.' });
  meeting = await convenedMeeting(world, group);
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

const tell = async (key: string, kind: string, words: string, more: object = {}): Promise<string> =>
  (await (await group.as(key)).query(WRITE_NEWS, { i: { groupId: group.id, kind, words, ...more } })).writePlanNews;
const agenda = async (key: string, hubId = meeting.hubId): Promise<any[]> =>
  (await (await group.as(key)).query(AGENDA, { id: hubId })).agendaNews;
const words = async (key: string, hubId?: string): Promise<string[]> =>
  (await agenda(key, hubId)).map(({ kind, said }) => `${kind}: ${said.text}`);

describe('news in the agenda of a board', () => {
  it('stand there with the good first, and with what was brought to the meeting, each reader with their own part', async () => {
    await tell('marcus', 'news', 'Sedd vid torget på fredagen.');
    await tell('lena', 'good-news', 'Höll föredrag för hela klassen.');
    await tell('anna', 'news', 'Röker hasch på helgerna.', { category: 'addiction' });
    const brought = { hubId: meeting.hubId, kind: 'good-news', text: 'Har börjat på boxning.' };
    await (await group.as('anna')).query(BRING, { i: { ...brought, category: 'measures-and-plan' } });
    const both = [
      'good-news: Höll föredrag för hela klassen.',
      'good-news: Har börjat på boxning.',
      'news: Sedd vid torget på fredagen.',
    ];
    expect(await words('marcus')).toEqual(both);
    expect(await words('anna')).toEqual([...both, 'news: Röker hasch på helgerna.']);
    expect(JSON.stringify(await agenda('marcus'))).not.toContain('hasch');
    expect((await (await group.as('hassan')).refusal(AGENDA, { id: meeting.hubId })).code).toBe('NOT_FOUND');
    const looks = await world.behindTheLocks<{ n: number }>(
      `select count(*)::int as n from ledger_entry where actor_staff = $1 and detail->>'list' = 'agenda-news'`,
      [world.caller('marcus').staffId],
    );
    expect(looks[0]?.n).toBe(2);
  });

  it('stand on a screen for the whole room only where everyone there may see them', async () => {
    const shared = async () => (await (await group.as('anna')).query(SHARED, { id: meeting.hubId })).sharedScreen;
    const shown = async () => {
      const { items } = await shared();
      return (await agenda('anna')).filter(({ said }) => items.includes(said.itemId)).map(({ said }) => said.text);
    };
    expect(await shown()).toContain('Röker hasch på helgerna.');
    const socket = await (await group.as('marcus')).socket();
    expect(await socket.timeout(4_000).emitWithAck('watch', `board:${meeting.hubId}`)).toMatchObject({ ok: true });
    await until(async () => (await shared()).present.includes(world.caller('marcus').staffId));
    expect(await shown()).toEqual([
      'Höll föredrag för hela klassen.',
      'Har börjat på boxning.',
      'Sedd vid torget på fredagen.',
    ]);
    socket.close();
  });

  it('leave it as they are taken out, and are those of the next meeting once this one is over', async () => {
    const gone = await tell('lena', 'news', 'Fel barn.');
    expect(await words('anna')).toContain('news: Fel barn.');
    await (await group.as('lena')).query(TAKE_OUT, { i: { newsId: gone, why: 'Det gällde någon annan.' } });
    expect(await words('anna')).not.toContain('news: Fel barn.');
    await meeting.hold();
    await tell('lena', 'good-news', 'Ny vän i klassen.');
    expect(await words('anna')).not.toContain('good-news: Ny vän i klassen.');
    const next = await convenedMeeting(world, group);
    expect(await words('marcus', next.hubId)).toEqual(['good-news: Ny vän i klassen.']);
  });
});
