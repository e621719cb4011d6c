/**
 * What has left somebody is told by its id to whoever has a page of it open, so that the page asks for nothing that would be
 * refused against them; to their colleagues, and of what is still theirs, nothing is said (OSL 12:2, 26:1).
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Api, startApi } from '../../support/api.js';
import { openGradedCase } from '../../support/case.js';
import { formedGroup, type GroupUnderTest } from '../../support/group.js';
import { convenedMeeting } from '../../support/group-meeting.js';
import { conveneHub, until } from '../../support/hub.js';
import { buildWorld, type World } from '../../support/world.js';

interface Told {
  readonly caseId?: string;
  readonly changed?: boolean;
  readonly left?: readonly string[];
}

let world: World;
let api: Api;
beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

/** What a screen of theirs hears at `sight` and `hubs` of their own house from now on. */
async function screenOf(key: string): Promise<{ readonly sight: Told[]; readonly hubs: Told[] }> {
  const socket = await (await api.as({ id: world.town.staff.get(key) ?? '' })).socket();
  const heard = { sight: [] as Told[], hubs: [] as Told[] };
  const { branchId } = world.caller(key);
  for (const topic of ['sight', 'hubs'])
    expect(await socket.timeout(4_000).emitWithAck('watch', `${topic}:${branchId}`)).toMatchObject({ ok: true });
  socket.on('change', ({ address, change }: { address: string; change: Told }) =>
    heard[address.startsWith('sight') ? 'sight' : 'hubs'].push(change),
  );
  return heard;
}

const leftIn = (told: readonly Told[]): string[] => [...new Set(told.flatMap(({ left }) => left ?? []))].sort();
const refusals = async (key: string): Promise<number> =>
  (
    await world.behindTheLocks(`select 1 from ledger_entry where action = 'refuse' and actor_staff = $1`, [
      world.caller(key).staffId,
    ])
  ).length;

describe('a family that takes back its yes', () => {
  let group: GroupUnderTest;
  let hubId: string;
  beforeAll(async () => {
    group = await formedGroup(world, api, { givenName: 'Tindra' });
    await group.step('plan', { words: 'Skola varje dag.' });
    ({ hubId } = await convenedMeeting(world, group));
    // Lena works on the case for another reason too.
    await world.behindTheLocks(
      `insert into assignment (id, case_id, branch_id, staff_id, reason) values (gen_random_uuid(), $1, $2, $3, 'share')`,
      [group.file.caseId, world.caller('lena').branchId, world.caller('lena').staffId],
    );
  }, 60_000);

  it('closes to each guest exactly what was theirs and is no longer, before any of it is asked for', async () => {
    const [marcus, lena, anna] = [await screenOf('marcus'), await screenOf('lena'), await screenOf('anna')];
    await group.consent.withdraw(group.file.guardianId);
    await until(() => [marcus, lena].every(({ sight, hubs }) => sight.length > 0 && hubs.length > 0));
    await until(() => anna.sight.length > 0);
    // The news of a meeting comes by itself, and must not send a page to ask either.
    for (const { sight, hubs } of [marcus])
      for (const told of [sight, hubs]) expect(leftIn(told)).toEqual([group.file.caseId, group.id, hubId].sort());
    for (const told of [lena.sight, lena.hubs]) expect(leftIn(told)).toEqual([group.id, hubId].sort());
    // The house that leads goes on.
    expect([leftIn(anna.sight), leftIn(anna.hubs)]).toEqual([[], []]);
    expect(anna.sight.some(({ caseId }) => caseId === group.file.caseId)).toBe(true);
    // It is so: each of these would have been refused.
    for (const [document, id] of [
      [`query($id: ID!) { group(id: $id) { id } }`, group.id],
      [`query($id: ID!) { plan(groupId: $id) { groupId } }`, group.id],
      [`query($id: ID!) { groupMeeting(hubId: $id) { hubId } }`, hubId],
    ] as const)
      expect((await (await group.as('marcus')).refusal(document, { id })).code).toBe('NOT_FOUND');
  }, 60_000);
});

describe('whoever has left a case of the own house', () => {
  it('hears at once that it has left, and a colleague who never had it hears nothing', async () => {
    const file = await openGradedCase(world, { grade: 'red' });
    const hub = await conveneHub(world, api, file);
    const [sara, sven] = [await screenOf('sara'), await screenOf('sven')];
    const before = await refusals('sara');
    await hub.act('maria', 'moveMeeting', 'MoveMeetingInput', { step: 'call-off', reasons: 'Redan omhändertagen.' });
    await until(() => leftIn(sara.sight).length > 0);
    expect(leftIn(sara.sight)).toEqual([file.caseId, hub.hubId].sort());
    expect(sven.sight).toEqual([]);
    expect(leftIn(sven.hubs)).toEqual([]);
    expect(await refusals('sara')).toBe(before);
  }, 60_000);
});
