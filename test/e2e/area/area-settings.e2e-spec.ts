/** A municipality's own words and places for its groups about places: shown before they are kept, at fault by the field, never taken away. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Api, startApi } from '../../support/api.js';
import { clientsOf, seat } from '../../support/group.js';
import { buildWorld, type World } from '../../support/world.js';

const KEPT = `version phenomena { id name { sv en } retired } hasSketch width districts { slug } places { slug name district x y retired }`;
const READ = `{ areaSettings { ${KEPT} } }`;
const PREVIEW = `query($i: AreaSettingsInput!) { areaSettingsPreview(input: $i) { ${KEPT} } }`;
const SAVE = `mutation($i: AreaSettingsInput!) { setAreaSettings(input: $i) { ${KEPT} } }`;
const WEEK = `query($id: ID!) { areaWeek(groupId: $id) { phenomena { id retired } sketch { places { slug name retired } } sightings { phenomenon } } }`;
const TELL = `mutation($i: TellSightingInput!) { tellSighting(input: $i) { groupId } }`;

let world: World;
let api: Api;
let as: ReturnType<typeof clientsOf>;
let groupId: string;
const read = async () => (await (await as('tove')).query(READ)).areaSettings;
const inputOf = (kept: any, more: object = {}) => ({
  version: kept.version,
  phenomena: kept.phenomena.map(({ id, name, retired }: any) => ({ id, ...name, retired })),
  places: kept.places,
  ...more,
});
const seen = (more: object) => ({
  i: { groupId, place: 'stationen', band: 'evening', phenomenon: 'threat', times: 2, words: '', noPerson: [], ...more },
});

beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  as = clientsOf(world, api);
  const anna = await as('anna');
  groupId = (
    await anna.query(`mutation($i: StartGroupInput!) { startGroup(input: $i) }`, {
      i: { kind: 'est', area: 'Stationen' },
    })
  ).startGroup;
  const members = ['anna', 'marcus', 'hassan'].map((key) => seat(world, key));
  await anna.query(`mutation($i: FormGroupInput!) { formGroup(input: $i) { id } }`, {
    i: { groupId, version: 1, contactStaffId: world.caller('hassan').staffId, members },
  });
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

describe('words and places', () => {
  it('are as the town’s file has them until somebody sets them, and the administrators’ alone', async () => {
    const kept = await read();
    expect(kept).toMatchObject({ version: 0, hasSketch: true, width: 1000 });
    expect(kept.phenomena.length).toBeGreaterThan(5);
    for (const key of ['anna', 'marcus', 'elin'])
      expect([key, (await (await as(key)).refusal(READ)).code]).toEqual([key, 'NOT_ALLOWED']);
  });

  it('are at fault at their fields, and nothing is kept', async () => {
    const kept = await read();
    const input = inputOf(kept, {
      phenomena: [{ id: null, sv: ' ', en: '', retired: false }],
      places: [{ ...kept.places[0], slug: null, name: 'Hos Sara Lindgren', x: 1001 }],
    });
    for (const document of [PREVIEW, SAVE])
      expect(
        (await (await as('tove')).refusal(document, { i: input })).faults.map(({ field, code }) => `${field} ${code}`),
      ).toEqual(['phenomena.0.sv REQUIRED', 'places.0.x OUTSIDE_SKETCH']);
    const named = inputOf(kept, { places: [{ ...kept.places[0], slug: null, name: 'Hos Sara Lindgren' }] });
    expect((await (await as('tove')).refusal(PREVIEW, { i: named })).faults).toMatchObject([
      { field: 'places.0.name', code: 'POINTS_AT_A_PERSON' },
    ]);
    expect(await read()).toEqual(kept);
  });

  it('are shown before they are kept, and kept once', async () => {
    await (await as('marcus')).query(TELL, seen({}));
    const kept = await read();
    const phenomena = kept.phenomena.map(({ id, name, retired }: any) => ({
      id,
      ...name,
      retired: retired || id === 'threat',
    }));
    const input = inputOf(kept, {
      phenomena: [...phenomena, { id: null, sv: 'Elsparkcyklar i klunga', en: '', retired: false }],
      places: [...kept.places, { slug: null, name: 'Nya bron', district: 'centrum', x: 500, y: 390, retired: false }],
    });
    const tove = await as('tove');
    const { areaSettingsPreview: shown } = await tove.query(PREVIEW, { i: input });
    expect(shown.places.at(-1)).toMatchObject({ slug: 'nya-bron', name: 'Nya bron' });
    expect((await read()).version).toBe(0);
    const { setAreaSettings: saved } = await tove.query(SAVE, { i: input });
    expect(saved).toEqual({ ...shown, version: 1 });
    expect((await tove.refusal(SAVE, { i: input })).code).toBe('CHANGED_MEANWHILE');
  });

  it('stand in the week at once: the new ones to choose, the retired ones still readable and told no more', async () => {
    const { areaWeek } = await (await as('marcus')).query(WEEK, { id: groupId });
    expect(areaWeek.sketch.places).toContainEqual({ slug: 'nya-bron', name: 'Nya bron', retired: false });
    expect(areaWeek.phenomena).toContainEqual({ id: 'threat', retired: true });
    expect(areaWeek.sightings).toMatchObject([{ phenomenon: 'threat' }]);
    const marcus = await as('marcus');
    expect((await marcus.refusal(TELL, seen({}))).faults).toMatchObject([{ field: 'phenomenon', code: 'CHOOSE_ONE' }]);
    await marcus.query(TELL, seen({ place: 'nya-bron', phenomenon: 'elsparkcyklar-i-klunga' }));
  });

  it('leave a line in the ledger', async () => {
    const lines = await world.behindTheLocks(`select 1 from ledger_entry where detail ->> 'setting' = 'area'`);
    expect(lines).toHaveLength(1);
  });
});
