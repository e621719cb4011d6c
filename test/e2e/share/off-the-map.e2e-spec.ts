/** A line that was taken off a hub's joint map is not among what can be told, and cannot be told by its id, nor past the program. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { startApi, type Api } from '../../support/api.js';
import type { HubUnderTest } from '../../support/hub.js';
import { conveneJoint, openMeasuresCase, POLICE, signedConsent, type JointCase } from '../../support/joint.js';
import { buildWorld, type World } from '../../support/world.js';

const SHARING = `query($id: ID!) { sharing(caseId: $id) { items { id text } } }`;
const PREVIEW = `query($i: PreviewShareInput!) { previewShare(input: $i) { pairs { thing outcome } } }`;
const SHARE = `mutation($i: ShareItemsInput!) { shareItems(input: $i) { outcome shareId } }`;
const [GONE, KEPT] = ['Skuld till en äldre kille.', 'Mamma ringer varje kväll.'];

let world: World;
let api: Api;
let file: JointCase;
let hub: HubUnderTest;
const items = new Map<string, string>();
const police = (): string => world.town.branches.get(POLICE) ?? '';

beforeAll(async () => {
  world = await buildWorld();
  file = await openMeasuresCase(world);
  await signedConsent(world, file);
  api = await startApi(world.database);
  hub = await conveneJoint(world, () => api, file, { anna: null, lena: null });
  await hub.act('anna', 'moveMeeting', 'MoveMeetingInput', { step: 'start' });
  for (const text of [GONE, KEPT]) {
    const entryId = randomUUID();
    await hub.act('anna', 'putMapEntry', 'PutMapEntryInput', { entryId, kind: 'risk', text });
    const { events } = await hub.board('anna');
    items.set(text, events.find(({ entry }) => entry?.id === entryId).entry.item as string);
    items.set(`entry ${text}`, entryId);
  }
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

const offered = async (): Promise<string[]> => {
  const { sharing } = await (await hub.as('anna')).query(SHARING, { id: file.caseId });
  return sharing.items.map(({ text }: { text: string }) => text);
};
const toPolice = (text: string) => ({
  caseId: file.caseId,
  pairs: [{ thing: items.get(text), toBranchId: police() }],
  purpose: 'support',
  receivers: [{ branchId: police(), staffIds: [world.town.staff.get('marcus')] }],
});

describe('a line of the joint map', () => {
  it('can be told while it stands there', async () => {
    expect(await offered()).toEqual(expect.arrayContaining([GONE, KEPT]));
  });

  it('cannot once its unit has taken it off, while what still stands can', async () => {
    await hub.act('anna', 'withdrawMapEntry', 'WithdrawMapEntryInput', { entryId: items.get(`entry ${GONE}`) });
    expect(await offered()).not.toContain(GONE);
    expect(await offered()).toContain(KEPT);
    const anna = await hub.as('anna');
    const { purpose, pairs: _, receivers: __, caseId } = toPolice(GONE);
    const preview = { caseId, itemIds: [items.get(GONE)], toBranchIds: [police()], purpose };
    expect((await anna.refusal(PREVIEW, { i: preview })).code).toBe('TAKEN_AWAY');
    const refused = await anna.refusal(SHARE, { i: toPolice(GONE) });
    expect([refused.code, refused.message]).toEqual(['TAKEN_AWAY', expect.stringContaining('hubbens karta')]);
    const { shareItems } = await anna.query(SHARE, { i: toPolice(KEPT) });
    expect(shareItems).toMatchObject([{ outcome: 'release' }]);
  });

  it('is refused by the second lock too', async () => {
    const { staffId, branchId, unitId, municipalityId, role } = world.caller('anna');
    const app = new Client({ connectionString: world.database.urls.app });
    await app.connect();
    try {
      const insert = async (text: string): Promise<void> => {
        await app.query('begin');
        const identity = { staff: staffId, branch: branchId, unit: unitId, municipality: municipalityId, role };
        for (const [key, value] of Object.entries(identity))
          await app.query(`select set_config($1, $2, true)`, [`samnav.${key}`, value]);
        try {
          await app.query(
            `insert into share (id, item_id, from_branch_id, to_branch_id, purpose, ground, decided_by, given)
             values ($1, $2, $3, $4, 'support', 'consent', $5, tstzrange(clock.now(), null))`,
            [randomUUID(), items.get(text), branchId, police(), staffId],
          );
        } finally {
          await app.query('rollback');
        }
      };
      await expect(insert(GONE)).rejects.toThrow('row-level security');
      await insert(KEPT);
    } finally {
      await app.end();
    }
  });
});
