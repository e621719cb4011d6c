/**
 * What is taken away where it stood (a line of minutes, a point of an agenda) leaves those who were told of it in the same
 * instant, is told to nobody anew, and stays in the record of what was given (OSL 8:1, 26:1).
 */
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Client } from 'pg';
import { type Api, startApi } from '../../support/api.js';
import { formedGroup, type GroupUnderTest } from '../../support/group.js';
import { convenedMeeting, type MeetingUnderTest } from '../../support/group-meeting.js';
import { POLICE } from '../../support/joint.js';
import { buildWorld, type World } from '../../support/world.js';

const PAGE = `query($id: ID!, $version: Int) { groupMeeting(hubId: $id, version: $version) { points { id said { text } }
  lines { id itemVersion said { itemId text } } } }`;
const SHARED = `query($id: ID!) { sharedCase(caseId: $id) { things { part { text } } left { id } } }`;
const SHARING = `query($id: ID!) { sharing(caseId: $id) { items { id } } }`;
const SHARE = `mutation($i: ShareItemsInput!) { shareItems(input: $i) { outcome } }`;
const REMARK = 'Äter medicin mot ångest.';

jest.setTimeout(60_000);

let world: World;
let api: Api;
beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
}, 120_000);
// There is room for six groups at once.
afterEach(() =>
  world.behindTheLocks(
    `update collaboration_group set standing = 'closed', closed_at = clock.now() where closed_at is null`,
  ),
);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

interface Told {
  readonly group: GroupUnderTest;
  readonly meeting: MeetingUnderTest;
  page(key: string, version?: number): Promise<Record<string, any>>;
  does(name: string, input: string, fields: object): Promise<any>;
  /** What the police find among what they have been told in the case. */
  shared(): Promise<{ texts: string[]; left: string[] }>;
}

async function meetingOf(givenName: string, step: 'planned' | 'start' = 'start'): Promise<Told> {
  const group = await formedGroup(world, api, { givenName });
  await group.step('plan', { words: 'Skola varje dag.' });
  const meeting = await convenedMeeting(world, group);
  if (step === 'start') await meeting.act('anna', 'moveMeeting', 'MoveMeetingInput', { step: 'start' });
  return {
    group,
    meeting,
    page: async (key, version) =>
      (await (await group.as(key)).query(PAGE, { id: meeting.hubId, version: version ?? null })).groupMeeting,
    does: async (name, input, fields) =>
      (
        await (
          await group.as('anna')
        ).query(`mutation($i: ${input}!) { ${name}(input: $i) }`, {
          i: { hubId: meeting.hubId, ...fields },
        })
      )[name],
    shared: async () => {
      const { sharedCase } = await (await group.as('marcus')).query(SHARED, { id: group.file.caseId });
      return {
        texts: sharedCase.things.map(({ part }: any) => part.text),
        left: sharedCase.left.map(({ id }: any) => id),
      };
    },
  };
}

async function written(told: Told): Promise<{ readonly line: Record<string, any>; readonly itemId: string }> {
  const pointId = (await told.page('anna'))['points'][1].id;
  const line = { pointId, category: 'home-and-family', text: REMARK };
  await told.does('writeMinutes', 'WriteMinutesInput', { lines: [line] });
  const [shown] = (await told.page('anna'))['lines'];
  expect((await told.shared()).texts).toContain(REMARK);
  return { line: { ...line, lineId: shown.id, expectedVersion: shown.itemVersion }, itemId: shown.said.itemId };
}

const textsOf = (page: Record<string, any>): string[] => page['lines'].map(({ said }: any) => said.text);
const sharesOf = (itemId: string) =>
  world.behindTheLocks<{ open: boolean; how: string | null; by: string | null; told: boolean }>(
    `select in_force @> clock.now() as open, ended_how as how, ended_by as by, not isempty(in_force) as told from share where item_id = $1`,
    [itemId],
  );
const endsOf = (itemId: string) =>
  world.behindTheLocks<{ why: string; to: string; ground: string }>(
    `select detail ->> 'why' as why, detail ->> 'toBranch' as to, ground from ledger_entry
     where item_id = $1 and detail ->> 'deed' = 'share-ended' order by detail ->> 'toBranch'`,
    [itemId],
  );
const otherHouses = (): string[] => ['marcus', 'lena'].map((key) => world.caller(key).branchId).sort();

/** Nobody has it any longer but the house that said it, and the record of what was given stands. */
async function expectEnded(told: Told, itemId: string, why: string): Promise<void> {
  const shared = await told.shared();
  expect([shared.texts.includes(REMARK), shared.left.includes(itemId)]).toEqual([false, true]);
  const ended = { open: false, how: 'ended', by: world.caller('anna').staffId, told: true };
  expect(await sharesOf(itemId)).toEqual([ended, ended]);
  expect(await endsOf(itemId)).toEqual(otherHouses().map((to) => ({ why, to, ground: 'consent' })));
  const words = await world.behindTheLocks<{ topic: string }>(
    `select distinct topic from outbox where payload ->> 'caseId' = $1 and topic like 'live:sight:%'`,
    [told.group.file.caseId],
  );
  expect(words.map(({ topic }) => topic)).toEqual(
    expect.arrayContaining([...otherHouses(), world.caller('anna').branchId].map((id) => `live:sight:${id}`)),
  );
  await expectNotTold(told, itemId);
}

async function expectNotTold({ group }: Told, itemId: string): Promise<void> {
  const anna = await group.as('anna');
  const { sharing } = await anna.query(SHARING, { id: group.file.caseId });
  expect(sharing.items.map(({ id }: { id: string }) => id)).not.toContain(itemId);
  const toBranchId = world.town.branches.get(POLICE) ?? '';
  const refused = await anna.refusal(SHARE, {
    i: {
      caseId: group.file.caseId,
      pairs: [{ thing: itemId, toBranchId }],
      purpose: 'support',
      receivers: [{ branchId: toBranchId, staffIds: [world.town.staff.get('marcus')] }],
    },
  });
  expect(refused.code).toBe('TAKEN_AWAY');
  await expect(
    pastTheProgram(
      `insert into share (id, item_id, from_branch_id, to_branch_id, purpose, ground, decided_by, given)
       values ($1, $2, caller.branch(), $3, 'support', 'consent', caller.staff(), tstzrange(clock.now(), null))`,
      [randomUUID(), itemId, toBranchId],
    ),
  ).rejects.toThrow('row-level security');
}

/** As the program’s own role, in Anna’s name. */
async function pastTheProgram(sql: string, values: readonly unknown[]): Promise<void> {
  const { staffId, branchId, unitId, municipalityId, role } = world.caller('anna');
  const app = new Client({ connectionString: world.database.urls.app });
  await app.connect();
  try {
    await app.query('begin');
    const identity = { staff: staffId, branch: branchId, unit: unitId, municipality: municipalityId, role };
    for (const [key, value] of Object.entries(identity))
      await app.query(`select set_config($1, $2, true)`, [`samnav.${key}`, value]);
    await app.query(sql, [...values]);
    await app.query('commit');
  } finally {
    await app.end();
  }
}

describe('a line of minutes', () => {
  it('leaves those who were told of it when its kind is put right, and they get it by its own kind alone', async () => {
    const told = await meetingOf('Alva');
    const { line, itemId } = await written(told);
    await told.does('writeMinutes', 'WriteMinutesInput', { lines: [{ ...line, category: 'health-and-psychiatry' }] });
    expect(textsOf(await told.page('anna'))).toEqual([REMARK]);
    for (const key of ['marcus', 'lena']) expect([key, textsOf(await told.page(key))]).toEqual([key, []]);
    await expectEnded(told, itemId, 'off-the-minutes');
  });

  it('leaves them when it is taken away after the minutes were fixed, and its own house keeps the old version', async () => {
    const told = await meetingOf('Bea');
    const { line, itemId } = await written(told);
    const { hubId } = told.meeting;
    const text = { text: 'next-steps', value: 'Ses igen.', baseVersion: null };
    await told.meeting.act('anna', 'saveBoardText', 'SaveBoardTextInput', text);
    for (const step of ['begin-closing', 'close'])
      await told.meeting.act('anna', 'moveMeeting', 'MoveMeetingInput', { step });
    await (await told.group.as('anna')).query(`mutation($id: ID!) { fixMinutes(hubId: $id) }`, { id: hubId });
    const removed = { ...line, remove: true };
    await told.does('writeMinutes', 'WriteMinutesInput', { lines: [removed], reason: 'Hör inte hit.' });
    expect(textsOf(await told.page('anna', 1))).toEqual([REMARK]);
    for (const version of [1, 2]) expect(textsOf(await told.page('marcus', version))).toEqual([]);
    await expectEnded(told, itemId, 'off-the-minutes');
  });

  it('leaves them by the database alone too', async () => {
    const told = await meetingOf('Cleo');
    const { line, itemId } = await written(told);
    await pastTheProgram(`update minute_line set until_version = 0 where id = $1`, [line['lineId']]);
    expect((await told.shared()).texts).not.toContain(REMARK);
    expect((await sharesOf(itemId)).map(({ open }) => open)).toEqual([false, false]);
  });
});

describe('a point of an agenda', () => {
  it('takes what it said along when it is taken away', async () => {
    const told = await meetingOf('Dina', 'planned');
    const point = { kind: 'own', text: REMARK, category: 'home-and-family', minutes: 10 };
    const pointId = await told.does('addMeetingPoint', 'AddMeetingPointInput', point);
    const [row] = await world.behindTheLocks<{ id: string }>(`select item_id as id from meeting_point where id = $1`, [
      pointId,
    ]);
    expect((await told.shared()).texts).toContain(REMARK);
    await told.does('removeMeetingPoint', 'RemoveMeetingPointInput', { pointId });
    await expectEnded(told, row!.id, 'off-the-agenda');
  });
});
