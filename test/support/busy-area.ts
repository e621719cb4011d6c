/** EST groups about the station and the square, and a week of the busy town's: three houses' sightings, and an open measure. */
import type { ApiClient } from './api.js';
import { seat } from './group.js';
import type { World } from './world.js';

const TELL = `mutation($i: TellSightingInput!) { tellSighting(input: $i) { groupId } }`;
const MEASURE = `mutation($i: AreaMeasureInput!) { addAreaMeasure(input: $i) { groupId } }`;

/** Anna starts the group and forms it with Marcus and Hassan, its contact; answers the group's id. */
export async function formPlaceGroup(world: World, anna: ApiClient): Promise<string> {
  const { startGroup: groupId } = await anna.query(`mutation($i: StartGroupInput!) { startGroup(input: $i) }`, {
    i: { kind: 'est', area: 'Stationen och torget' },
  });
  await anna.query(`mutation($i: FormGroupInput!) { formGroup(input: $i) { id } }`, {
    i: {
      groupId,
      version: 1,
      contactStaffId: world.caller('hassan').staffId,
      members: ['anna', 'marcus', 'hassan'].map((key) => seat(world, key)),
    },
  });
  return groupId as string;
}

const SEEN = [
  ['marcus', 'stationen', 'weekend-night', 'threat', 6, 'Två grupper möttes efter sista bussen.'],
  ['marcus', 'torget', 'evening', 'traffic', 4, ''],
  ['hassan', 'torget', 'evening', 'gathering', 9, 'Mest stoj, men de yngre dras dit.'],
  ['hassan', 'kvarnparken', 'afternoon', 'drugs', 2, ''],
  ['anna', 'stationen', 'afternoon', 'unease', 3, 'Föräldrar hör av sig om ljuset i tunneln.'],
] as const;

export async function layArea(world: World, as: (key: string) => Promise<ApiClient>, groupId: string): Promise<void> {
  for (const [key, place, band, phenomenon, times, words] of SEEN)
    await (await as(key)).query(TELL, { i: { groupId, place, band, phenomenon, times, words } });
  const [row] = await world.behindTheLocks<{ day: string }>(`select (clock.now()::date + 3)::text as day`);
  await (
    await as('anna')
  ).query(MEASURE, {
    i: {
      groupId,
      place: 'stationen',
      phenomenon: 'threat',
      what: 'Vuxenvandring runt Stationen fredag och lördag, två par.',
      ownerStaffId: world.caller('hassan').staffId,
      dueOn: row?.day,
    },
  });
}
