/**
 * What a meeting decided as a measure is told in the plan to just those to whom it was said: also when it is written anew, and
 * to nobody any longer when it was the wrong child’s and is taken out ([S1]; OSL 8:1, 26:1).
 */
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { PlanStore } from '#use-cases/plan/plan.port.js';
import { type Api, startApi } from '../../support/api.js';
import { ACT_ON_ENTRY as ACT } from '../../support/busy-plan.js';
import { convenedMeeting, type MeetingUnderTest } from '../../support/group-meeting.js';
import { formedGroup, type GroupUnderTest } from '../../support/group.js';
import { buildWorld, type World } from '../../support/world.js';

const PLAN = `query($id: ID!) { plan(groupId: $id) { entries { id said { itemId text version } needArea aim help ownerMemberId startsOn followUpOn
  state version mayDo acts { act said { text } } } } }`;
const MEETING = `query($id: ID!) { groupMeeting(hubId: $id) { points { id } seats { memberId houseKind } decisions { id said { text } state } } }`;
const VERSIONS = `query($id: ID!) { planVersions(groupId: $id) { takenOut } }`;
const CHANGE = `mutation($i: ChangePlanEntryInput!) { changePlanEntry(input: $i) }`;
const READERS = `query($id: ID!, $entry: ID, $of: ID, $opens: Boolean!, $owner: ID) {
  planReaders(groupId: $id, category: "measures-and-plan", entryId: $entry, ofEntryId: $of, opens: $opens, ownerMemberId: $owner) { kind sees ground } }`;
const DECIDE = `mutation($i: MakeMeetingDecisionInput!) { makeMeetingDecision(input: $i) }`;

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

interface Decided {
  readonly group: GroupUnderTest;
  readonly meeting: MeetingUnderTest;
  readonly seatOf: (kind: string) => string;
  /** As this person sees it now; undefined where they do not. */
  entry(key: string): Promise<any>;
  decisions(key: string): Promise<string[]>;
}

const WORDS = 'Möta upp vid torget.';

/** A measure decided in a meeting; `admit` lets the school take part in its second point alone, and it is said under the first. */
async function decided(givenName: string, ownerKind: string, admit = false): Promise<Decided> {
  const group = await formedGroup(world, api, { givenName });
  await group.step('plan', { words: 'Skola varje dag.' });
  const meeting = await convenedMeeting(world, group);
  const anna = await group.as('anna');
  const page = async (key: string) =>
    (await (await group.as(key)).query(MEETING, { id: meeting.hubId })).groupMeeting as Record<string, any>;
  const { points, seats } = await page('anna');
  if (admit)
    await anna.query(`mutation($i: AdmitPartyInput!) { admitParty(input: $i) }`, {
      i: { hubId: meeting.hubId, unitId: world.caller('lena').unitId, pointIds: [points[1].id] },
    });
  await meeting.act('anna', 'moveMeeting', 'MoveMeetingInput', { step: 'start' });
  const seatOf = (kind: string): string => seats.find((one: any) => one.houseKind === kind).memberId;
  await anna.query(DECIDE, {
    i: {
      ...{ hubId: meeting.hubId, pointId: points[0].id, text: WORDS, aim: 'Trygg väg hem.', needArea: 'relations' },
      ...{ ownerMemberId: seatOf(ownerKind), dueOn: '2099-01-01', seen: [] },
    },
  });
  return {
    ...{ group, meeting, seatOf },
    entry: async (key) => (await (await group.as(key)).query(PLAN, { id: group.id })).plan.entries[0],
    decisions: async (key) => (await page(key))['decisions'].map((one: any) => `${one.state} ${one.said.text}`),
  };
}

const takenOut = async (group: GroupUnderTest, key: string): Promise<number> =>
  (await (await group.as(key)).query(VERSIONS, { id: group.id })).planVersions.takenOut.length;

describe('a measure of the wrong child', () => {
  it('is taken out by the house that leads, with why, and is on nobody else’s screen from then on', async () => {
    const { group, entry, decisions } = await decided('Fel', 'police');
    const { id, version, said } = await entry('anna');
    for (const key of ['marcus', 'lena']) {
      expect([key, (await entry(key)).said.text]).toEqual([key, WORDS]);
      expect([key, await decisions(key)]).toEqual([key, [`in-plan ${WORDS}`]]);
    }
    const out = { entryId: id, version, act: 'remove', words: 'Fel person. Det var brodern.' };
    // Whoever is to do it in another house ends it, and takes nothing out; the tables say the same.
    expect((await entry('marcus')).mayDo).not.toContain('remove');
    expect((await (await group.as('marcus')).refusal(ACT, { i: out })).code).toBe('NOT_YOUR_ENTRY');
    await expect(
      world.asCaller.run(world.caller('marcus'), (tx) =>
        tx.of(PlanStore).changeEntry(id, version, { state: 'removed' }),
      ),
    ).rejects.toThrow('takes something out of a plan');
    await expect(
      world.asCaller.run(world.caller('marcus'), (tx) =>
        (tx.of(PlanStore) as unknown as Pick<DataSource, 'query'>).query(
          `update plan_entry set state = 'removed', by_branch = caller.branch() where id = $1`,
          [id],
        ),
      ),
    ).rejects.toThrow('permission denied');
    const anna = await group.as('anna');
    expect((await anna.refusal(ACT, { i: { ...out, words: ' ' } })).faults).toMatchObject([{ field: 'words' }]);
    await anna.query(ACT, { i: out });
    for (const key of ['marcus', 'lena']) {
      expect([key, await entry(key)]).toEqual([key, undefined]);
      expect([key, await decisions(key)]).toEqual([key, []]);
      // That something went, and not what.
      expect([key, await takenOut(group, key)]).toEqual([key, 1]);
    }
    // The house that wrote it keeps that it stood there and why it went; what was owed is owed no more.
    expect(await entry('anna')).toMatchObject({
      ...{ state: 'removed', said: { text: WORDS } },
      acts: [{ act: 'remove', said: { text: 'Fel person. Det var brodern.' } }],
    });
    expect(await decisions('anna')).toEqual([`withdrawn ${WORDS}`]);
    expect(await takenOut(group, 'anna')).toBe(0);
    expect(await world.behindTheLocks(`select state, void_reason from deadline where about_id = $1`, [id])).toEqual([
      { state: 'void', void_reason: 'taken-out' },
    ]);
    // Both what stood in the plan and what was said in the meeting end for each house, with a line for each.
    const open = await world.behindTheLocks<{ n: number }>(
      `select count(*)::int as n from share h where h.in_force @> clock.now() and h.to_branch_id is not null
         and (h.item_id = $1 or h.item_id in (select d.item_id from meeting_decision d where d.entry_id = $2))`,
      [said.itemId, id],
    );
    expect(open).toEqual([{ n: 0 }]);
    const lines = await world.behindTheLocks<{ n: number }>(
      `select count(*)::int as n from ledger_entry where detail ->> 'why' = 'off-the-plan' and detail ->> 'groupId' = $1`,
      [group.id],
    );
    expect(lines).toEqual([{ n: 4 }]);
    const deeds = await world.behindTheLocks<{ n: number }>(
      `select count(*)::int as n from ledger_entry where detail ->> 'planEntry' = $1 and detail ->> 'plan' = 'remove'`,
      [id],
    );
    expect(deeds).toEqual([{ n: 1 }]);
  });

  it('says nothing of having gone to a house that was never told of it', async () => {
    const { group, entry } = await decided('Okänd', 'police', true);
    expect(await entry('lena')).toBeUndefined();
    const { id, version } = await entry('anna');
    await (await group.as('anna')).query(ACT, { i: { entryId: id, version, act: 'remove', words: 'Fel beslut.' } });
    expect([await takenOut(group, 'lena'), await takenOut(group, 'marcus')]).toEqual([0, 1]);
    expect(await entry('marcus')).toBeUndefined();
  });

  it('nor to one that could not read it any more when it went', async () => {
    const { group, entry } = await decided('Tidigare', 'police');
    const { id, version, said } = await entry('anna');
    expect((await entry('lena')).said.text).toBe(WORDS);
    await world.behindTheLocks(
      `update share set in_force = '{}' where item_id = $1 and to_branch_id = $2 returning 1`,
      [said.itemId, world.caller('lena').branchId],
    );
    await (await group.as('anna')).query(ACT, { i: { entryId: id, version, act: 'remove', words: 'Fel beslut.' } });
    expect([await takenOut(group, 'lena'), await takenOut(group, 'marcus')]).toEqual([0, 1]);
  });
});

describe('a measure that was decided under a point where some were out', () => {
  const rewritten = (entry: any, more: object = {}) => ({
    ...{ entryId: entry.id, version: entry.version, itemVersion: entry.said.version, words: 'Möta upp vid skolan.' },
    ...{ needArea: entry.needArea, aim: entry.aim, help: entry.help ?? '', ownerMemberId: entry.ownerMemberId },
    ...{ startsOn: entry.startsOn, followUpOn: entry.followUpOn, ...more },
  });
  /** By the first lock what this house reads, by the second what stands in force for it. */
  const bothLocks = async ({ group, entry }: Decided, key: string) => {
    const shown = (await entry(key))?.said.text ?? null;
    const [open] = await world.behindTheLocks<{ n: number }>(
      `select count(*)::int as n from share h join plan_entry e on e.item_id = h.item_id
       where e.group_id = $1 and h.to_branch_id = $2 and h.in_force @> clock.now()`,
      [group.id, world.caller(key).branchId],
    );
    return [shown, open?.n];
  };
  const readers = async ({ group }: Decided, of: { entry?: string; of?: string; opens?: boolean; owner?: string }) =>
    (
      await (
        await group.as('anna')
      ).query(READERS, { id: group.id, entry: null, of: null, opens: false, owner: null, ...of })
    ).planReaders
      .map((one: any) => `${one.kind} ${one.sees ? 'sees' : one.ground}`)
      .sort();

  it('is told anew to just those to whom it was said, unless its writer opens it', async () => {
    const held = await decided('Sluten', 'police', true);
    const anna = await held.group.as('anna');
    expect([await bothLocks(held, 'marcus'), await bothLocks(held, 'lena')]).toEqual([
      [WORDS, 1],
      [null, 0],
    ]);
    const before = await held.entry('anna');
    expect(await readers(held, { entry: before.id })).toEqual(['police sees', 'school not-said-to']);
    await anna.query(CHANGE, { i: rewritten(before) });
    const words = 'Möta upp vid skolan.';
    expect([await bothLocks(held, 'marcus'), await bothLocks(held, 'lena')]).toEqual([
      [words, 1],
      [null, 0],
    ]);
    // Nor by what is said of it.
    const { id, version } = await held.entry('anna');
    expect(await readers(held, { of: id })).toEqual(['police sees', 'school not-said-to']);
    await anna.query(ACT, { i: { entryId: id, version, act: 'start', words: 'Började i går.' } });
    const told = await world.behindTheLocks<{ n: number }>(
      `select count(*)::int as n from share h join plan_act a on a.item_id = h.item_id where a.entry_id = $1 and h.to_branch_id = $2`,
      [id, world.caller('lena').branchId],
    );
    expect(told).toEqual([{ n: 0 }]);
    expect((await held.entry('marcus')).acts).toMatchObject([{ said: { text: 'Började i går.' } }]);
    // What the strip says is what happens.
    expect(await readers(held, { entry: id, opens: true })).toEqual(['police sees', 'school sees']);
    await anna.query(CHANGE, { i: rewritten(await held.entry('anna'), { opens: true }) });
    expect([await bothLocks(held, 'marcus'), await bothLocks(held, 'lena')]).toEqual([
      [words, 1],
      [words, 1],
    ]);
  });

  it('is told to the house that is made to do it instead, as the strip says', async () => {
    const held = await decided('Bytt', 'police', true);
    const before = await held.entry('anna');
    const school = held.seatOf('school');
    expect(await readers(held, { entry: before.id, owner: school })).toEqual(['police sees', 'school sees']);
    await (await held.group.as('anna')).query(CHANGE, { i: rewritten(before, { ownerMemberId: school }) });
    expect(await bothLocks(held, 'lena')).toEqual(['Möta upp vid skolan.', 1]);
  });
});
