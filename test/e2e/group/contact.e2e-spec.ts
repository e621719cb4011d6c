/** The one whom the family meets leaves, and another in the group is named: seen in the list, in one act with the seat that ends ([S1]). */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Api, startApi } from '../../support/api.js';
import { FORM, prepareGroup, seat, type GroupUnderTest } from '../../support/group.js';
import { buildWorld, type World } from '../../support/world.js';

const NAME = `mutation($i: NameContactInput!) { nameGroupContact(input: $i) }`;
const END = `mutation($i: EndMemberInput!) { endGroupMember(input: $i) { id version } }`;
const SEEN = `query($id: ID!) { group(id: $id) { version lacksContact members { id staffId isContact endsAt } acts { act word } steps { step { step } lacks } }
  groups { lines { id lacksContact } } }`;

let world: World;
let api: Api;
let group: GroupUnderTest;
const id = (key: string): string => world.caller(key).staffId;
const seen = async (key: string) => (await (await group.as(key)).query(SEEN, { id: group.id })) as Record<string, any>;
const contact = async (): Promise<string | undefined> =>
  (await seen('anna'))['group'].members.find((one: any) => one.isContact)?.staffId;
const seatOf = async (key: string): Promise<{ groupId: string; version: number; memberId: string }> => {
  const { version, members } = (await seen('anna'))['group'];
  const member = members.find((one: any) => one.staffId === id(key) && one.endsAt === null);
  return { groupId: group.id, version, memberId: member?.id };
};

beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  group = await prepareGroup(world, api, { givenName: 'Sally' });
  await group.step('consent');
  const { version } = await group.seenBy('anna');
  const members = [seat(world, 'anna', { mandate: 'decides' }), seat(world, 'marcus'), seat(world, 'lena')];
  const i = { groupId: group.id, version, contactStaffId: id('lena'), members };
  await (await group.as('anna')).query(FORM, { i });
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

describe('a group’s contact person', () => {
  it('is missed where their post has ended: in the group, in the list, and for the next step', async () => {
    expect([await contact(), (await seen('anna'))['group'].lacksContact]).toEqual([id('lena'), false]);
    await world.behindTheLocks(`update membership set ends_at = clock.now() where staff_id = $1 and ends_at is null`, [
      id('lena'),
    ]);
    const at = await seen('anna');
    expect(at['group'].lacksContact).toBe(true);
    expect(at['groups'].lines.find((one: any) => one.id === group.id).lacksContact).toBe(true);
    // Another house sees who sits there, and is not told what is missed.
    expect((await seen('marcus'))['group'].lacksContact).toBe(false);
  });

  it('is named among those who sit there, by whoever leads, and told to nobody outside', async () => {
    const anna = await group.as('anna');
    expect(await anna.refusal(NAME, { i: await seatOf('lena') })).toMatchObject({
      code: 'CHOOSE_ONE',
      field: 'memberId',
    });
    const marcus = await seatOf('marcus');
    expect((await (await group.as('marcus')).refusal(NAME, { i: marcus })).code).toBe('NOT_ALLOWED');
    expect((await anna.refusal(NAME, { i: { ...marcus, version: marcus.version + 1 } })).code).toBe('CONFLICT');
    await anna.query(NAME, { i: marcus });
    expect(await contact()).toBe(id('marcus'));
    const after = await seen('anna');
    expect(after['group']).toMatchObject({ lacksContact: false, version: marcus.version + 1 });
    expect(after['group'].acts.at(-1)).toEqual({ act: 'contact', word: 'named' });
    const told = await world.behindTheLocks<{ staff: string }>(
      `select staff_id as staff from notice where kind = 'group-contact'`,
    );
    expect(told).toEqual([{ staff: id('marcus') }]);
    const [line] = await world.behindTheLocks<{ detail: object }>(
      `select detail from ledger_entry where detail->>'contact' = 'named'`,
    );
    expect(line?.detail).toMatchObject({ groupId: group.id, from: id('lena'), to: id('marcus') });
  });

  it('goes to another in the act that ends their seat, or is missed until somebody is named', async () => {
    const anna = await group.as('anna');
    const marcus = await seatOf('marcus');
    const itself = { ...marcus, reason: 'not-needed', contactMemberId: marcus.memberId };
    expect(await anna.refusal(END, { i: itself })).toMatchObject({ code: 'CHOOSE_ONE', field: 'contactMemberId' });
    expect(await contact()).toBe(id('marcus'));
    const to = (await seatOf('anna')).memberId;
    await anna.query(END, { i: { ...marcus, reason: 'not-needed', contactMemberId: to } });
    expect(await contact()).toBe(id('anna'));
    expect((await seatOf('marcus')).memberId).toBeUndefined();
    await anna.query(END, { i: { ...(await seatOf('anna')), reason: 'replaced' } });
    expect((await seen('anna'))['group'].lacksContact).toBe(true);
  });

  it('is nobody without a seat, whatever a program would write', async () => {
    const write = world.behindTheLocks(`update collaboration_group set contact_id = $2 where id = $1`, [
      group.id,
      id('hassan'),
    ]);
    await expect(write).rejects.toThrow('whoever is the contact person of a group has a seat in it');
  });
});
