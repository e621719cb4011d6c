/** A group's meeting over the api, from convening to the last word: what tests of group meetings begin from. */
import { randomUUID } from 'node:crypto';
import type { GroupUnderTest } from './group.js';
import type { World } from './world.js';

export const PROPOSE = `query($id: ID!) { proposeGroupMeeting(groupId: $id) { groupId version hindrance passed { sv } proposed by
  skipped { startsAt hindrances { what kinds } }
  kinds { meeting minutes familyAfter agenda { name { sv } minutes audience } } called { staffId houseKind mandate isCalled terms } } }`;
export const WEIGH = `query($groupId: ID!, $startsAt: DateTime!) { weighGroupMeetingTime(groupId: $groupId, startsAt: $startsAt) {
  hindrances { what kinds } reasons { code members { name houseKind } } } }`;
export const CONVENE = `mutation($i: ConveneGroupMeetingInput!) { conveneGroupMeeting(input: $i) }`;
export const MEETINGS = `query($id: ID!) { group(id: $id) { version standing lastMetAt meetings { hubId startsAt minutes state name { sv } }
  members { staffId endsAt endReason } steps { step { does } times } acts { word reason passed { sv } } } }`;
export const HUB = `query($id: ID!) { hub(id: $id) { id kind groupId state minutes rows { questionId unitId } parties { unitId kind terms ended }
  points { id kind name { sv } text minutes audience } } }`;

/** In twenty minutes by the database's clock. */
export async function soon(world: World, minutes = 20): Promise<Date> {
  const [row] = await world.behindTheLocks<{ at: Date }>(`select clock.now() + make_interval(mins => $1) as at`, [
    minutes,
  ]);
  return row!.at;
}

export interface MeetingUnderTest {
  readonly hubId: string;
  /** An act on the board by one of those at the table. */
  act(key: string, name: string, input: string, more: object): Promise<unknown>;
  /** The hub as this person sees it. */
  seenBy(key: string): Promise<Record<string, any>>;
  /** Starts, writes what is done until next time, and closes. */
  hold(): Promise<void>;
}

/** Convened by Anna. */
export async function convenedMeeting(
  world: World,
  group: GroupUnderTest,
  more: { readonly startsAt?: Date; readonly reason?: string } = {},
): Promise<MeetingUnderTest> {
  const anna = await group.as('anna');
  const { version } = await group.seenBy('anna');
  const { conveneGroupMeeting: hubId } = await anna.query(CONVENE, {
    i: { groupId: group.id, version, startsAt: more.startsAt ?? (await soon(world)), reason: more.reason ?? null },
  });
  const act: MeetingUnderTest['act'] = async (key, name, input, fields) =>
    (await group.as(key)).query(
      `mutation($i: ${input}!) { ${name}(input: $i) { ${name === 'saveBoardText' ? '__typename' : 'seq'} } }`,
      { i: { hubId, clientKey: randomUUID(), ...fields } },
    );
  return {
    hubId,
    act,
    seenBy: async (key) => (await (await group.as(key)).query(HUB, { id: hubId })).hub,
    hold: async () => {
      await act('anna', 'moveMeeting', 'MoveMeetingInput', { step: 'start' });
      await act('anna', 'saveBoardText', 'SaveBoardTextInput', {
        text: 'next-steps',
        value: 'Skolan ringer mamma på fredag.',
        baseVersion: null,
      });
      await act('anna', 'moveMeeting', 'MoveMeetingInput', { step: 'begin-closing' });
      await act('anna', 'moveMeeting', 'MoveMeetingInput', { step: 'close' });
    },
  };
}
