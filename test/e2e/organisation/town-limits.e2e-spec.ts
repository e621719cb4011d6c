/**
 * What a municipality's lawyer switches off, narrows or settles, by the town's file as its administrator imports it: told before
 * it is done, done for everything that is shared in that transaction, told to every open screen, and shown with why and since
 * when (issue: switchable per municipality; OSL 8:1).
 */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseTown } from '#platform/towns/read-town.js';
import { ConsentStore } from '#use-cases/consent/consent.port.js';
import { DraftConsent } from '#use-cases/consent/draft-consent.js';
import { RecheckConsents } from '#use-cases/consent/recheck-consents.js';
import { AsCaller, type CallerTransaction } from '#use-cases/gate/as-caller.js';
import type { Caller, StaffCaller } from '#use-cases/gate/caller.js';
import { ItemStore } from '#use-cases/gate/items.port.js';
import { UpdateTown } from '#use-cases/organisation/update-town.js';
import { giveTold } from '#use-cases/share/give-told.js';
import { ShareStore } from '#use-cases/share/share.port.js';
import { toldItem } from '#use-cases/share/tellables.js';
import { startApi, type Api, type ApiClient } from '../../support/api.js';
import { until } from '../../support/hub.js';
import { openMeasuresCase, POLICE, signedConsent, SOC, type JointCase } from '../../support/joint.js';
import { untilSomebodyWaits } from '../../support/waiting.js';
import { buildWorld, type World } from '../../support/world.js';

const PREVIEW =
  'query ($input: TownFileInput!) { townImportPreview(input: $input) { made faults { path fault } changes { change part path before after } } }';
const IMPORT = 'mutation ($input: TownFileInput!) { importTown(input: $input) { made faults { path } } }';
const LIMITS = `{ townLimits { grounds { ground how categories purposes receivers reason decidedBy since }
  childSigns { age reason decidedBy since } consents { form months reason decidedBy } } }`;
const CONSENT = 'query ($id: ID!) { consent(id: $id) { validUntil longerReason longest { form reason } } }';

const WHY = { reason: 'Tills nämnden har beslutat om rutinen.', decidedBy: 'Ada Berg, kommunjurist' };
const SAID = `${WHY.reason} (${WHY.decidedBy})`;

let world: World;
let api: Api;
let tove: ApiClient;
let file: JointCase;
let officer: StaffCaller;
let itemId: string;

const asFile = (limits: object) => ({
  input: {
    file: 'ekvalla.json',
    text: JSON.stringify({ ...JSON.parse(readFileSync('config/towns/ekvalla.json', 'utf8')), ...limits }),
  },
});
const isReadable = async (): Promise<boolean> => {
  const { sealed, now } = await world.asCaller.run(officer, async (tx) => ({
    sealed: await tx.of(ItemStore).findSealed([itemId]),
    now: tx.now,
  }));
  const { released } = await world.gate.openItems({ caller: officer, asOf: now, purpose: 'support' }, sealed);
  return released.length === 1;
};
const isInForce = async (): Promise<boolean | undefined> =>
  (
    await world.behindTheLocks<{ now: boolean }>(
      `select in_force @> clock.now() as now from share where item_id = $1 and to_branch_id = $2`,
      [itemId, officer.branchId],
    )
  )[0]?.now;
const linesOf = (setting: string) =>
  world.behindTheLocks<{ detail: object; staff: string }>(
    `select detail, actor_staff as staff from ledger_entry where action = 'change' and detail ->> 'setting' = $1 order by id`,
    [setting],
  );

beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  tove = await api.as({ id: world.town.staff.get('tove') ?? '' });
  officer = world.caller('marcus');
  file = await openMeasuresCase(world, { familyName: 'Gränslund' });
  await signedConsent(world, file);
  itemId = await world.asCaller.run(world.caller('anna'), async (tx) => {
    const id = await world.seal.item(tx, {
      caseId: file.caseId,
      category: 'home-and-family',
      form: 'sig',
      phase: 'measures',
      subjectIds: [file.personId],
      content: { text: 'Lugnare hemma.' },
    });
    const [item] = await tx.of(ItemStore).findSealed([id]);
    const houses = (await tx.of(ShareStore).findHouses()).filter(({ branchId }) => branchId === officer.branchId);
    if (item) await giveTold(tx, { told: [toldItem(item)], houses, purpose: 'support' });
    return id;
  });
  await world.behindTheLocks(
    `insert into assignment (id, case_id, branch_id, staff_id, reason) values (gen_random_uuid(), $1, $2, $3, 'joint')`,
    [file.caseId, officer.branchId, officer.staffId],
  );
  // What else differs between the file and the demonstration's town is taken in first.
  await tove.query(IMPORT, asFile({}));
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

describe('a ground that the lawyer switches off', () => {
  it('is told before anything is done', async () => {
    expect(await isReadable()).toBe(true);
    const { townImportPreview } = await tove.query(PREVIEW, asFile({ disclosure: { switchedOff: { consent: WHY } } }));
    expect(townImportPreview).toMatchObject({
      made: 1,
      changes: expect.arrayContaining([
        { change: 'add', part: 'ground', path: 'consent', before: null, after: `off – ${SAID}` },
      ]),
    });
    expect([await isReadable(), await linesOf('ground')]).toEqual([true, []]);
  });

  it('opens nothing from that instant on: in both locks, on every open screen, with a line in the ledger', async () => {
    const socket = await (await api.as({ id: officer.staffId })).socket();
    const heard: object[] = [];
    const watched = await socket.timeout(4_000).emitWithAck('watch', `sight:${officer.branchId}`);
    expect(watched).toMatchObject({ ok: true });
    socket.on('change', ({ change }: { change: object }) => heard.push(change));
    const facts = await world.asCaller.run(officer, async (tx) => ({
      asOf: tx.now,
      sealed: await tx.of(ItemStore).findSealed([itemId]),
    }));
    expect(facts.sealed).toHaveLength(1);
    expect((await tove.query(IMPORT, asFile({ disclosure: { switchedOff: { consent: WHY } } }))).importTown).toEqual({
      made: 1,
      faults: [],
    });
    expect(await isInForce()).toBe(false);
    expect(await isReadable()).toBe(false);
    // Whoever had read the facts already is decided anew before anything is shown.
    const opened = await world.gate.openItems({ caller: officer, purpose: 'support', ...facts }, facts.sealed);
    expect(opened.released).toEqual([]);
    await until(() => heard.some((one) => (one as { caseId?: string }).caseId === file.caseId));
    expect(await linesOf('ground')).toEqual([
      {
        detail: { setting: 'ground', ground: 'consent', before: null, after: 'off' },
        staff: world.town.staff.get('tove'),
      },
    ]);
  });

  it('is shown to the administrator with why, by whom and since when, and to nobody else', async () => {
    const { townLimits } = await tove.query(LIMITS);
    expect(townLimits.grounds).toEqual([
      {
        ...{ ground: 'consent', how: 'off', categories: null, purposes: null, receivers: null, ...WHY },
        since: expect.stringMatching(/^\d{4}-/),
      },
    ]);
    for (const key of ['maria', 'marcus', 'birgitta'])
      expect((await (await api.as({ id: world.town.staff.get(key) ?? '' })).refusal(LIMITS)).code).toBe('NOT_ALLOWED');
  });

  it('stays off while the file says nothing of it, and what is narrowed opens for what it is narrowed to', async () => {
    expect((await tove.query(IMPORT, asFile({}))).importTown.made).toBe(0);
    expect(await isReadable()).toBe(false);
    const narrowed = { consent: { categories: ['home-and-family'], receivers: ['police'], ...WHY } };
    await tove.query(IMPORT, asFile({ disclosure: { narrowed } }));
    expect([await isInForce(), await isReadable()]).toEqual([true, true]);
    await tove.query(
      IMPORT,
      asFile({ disclosure: { narrowed: { consent: { ...narrowed.consent, receivers: ['school'] } } } }),
    );
    expect([await isInForce(), await isReadable()]).toEqual([false, false]);
    expect((await tove.query(LIMITS)).townLimits.grounds).toMatchObject([
      { ground: 'consent', how: 'narrowed', categories: ['home-and-family'], receivers: ['school'], purposes: null },
    ]);
  });

  it('is told as open again before it is, and then opens what is still shared', async () => {
    const { townImportPreview } = await tove.query(PREVIEW, asFile({ disclosure: {} }));
    expect(townImportPreview.changes).toEqual(
      expect.arrayContaining([
        {
          ...{ change: 'change', part: 'ground', path: 'consent', after: 'open' },
          before: `categories home-and-family; receivers school – ${SAID}`,
        },
      ]),
    );
    await tove.query(IMPORT, asFile({ disclosure: {} }));
    expect([await isInForce(), await isReadable()]).toEqual([true, true]);
    expect((await tove.query(LIMITS)).townLimits.grounds).toEqual([]);
    expect(await linesOf('ground')).toHaveLength(4);
  });

  it('is refused with its place in the file where it is none, or nobody has decided', async () => {
    const faults = async (disclosure: object): Promise<string[]> =>
      (await tove.query(PREVIEW, asFile({ disclosure }))).townImportPreview.faults.map(
        ({ path }: { path: string }) => path,
      );
    expect(await faults({ switchedOff: { consent: { reason: 'x' } } })).toEqual([
      'disclosure.switchedOff.consent.decidedBy',
    ]);
    expect(await faults({ switchedOff: { internal: WHY } })).toHaveLength(1);
    expect(await faults({ narrowed: { consent: WHY } })).toEqual(['disclosure.narrowed.consent']);
  });
});

describe('what else the lawyer settles', () => {
  it('is from what age a child signs: each open consent is looked at again for whose name it lacks', async () => {
    const consent = await signedConsent(world, file, { unsignedBy: [file.personId] });
    const stateOf = async () =>
      (await world.asCaller.run(world.caller('anna'), (tx) => tx.of(ConsentStore).find(consent.id)))?.record.state;
    expect(await stateOf()).toBe('partly-signed');
    await tove.query(IMPORT, asFile({ childSignsFrom: { age: 17, ...WHY } }));
    await new RecheckConsents(world.asCaller).reconcile({ kind: 'service', name: 'consents', requestId: 'test' });
    expect(await stateOf()).toBe('active');
    expect((await tove.query(LIMITS)).townLimits.childSigns).toMatchObject({ age: 17, ...WHY });
    expect(await linesOf('childSignsFrom')).toMatchObject([{ detail: { before: '12', after: '17' } }]);
    await tove.query(IMPORT, asFile({ childSignsFrom: { age: 12, ...WHY } }));
    await new RecheckConsents(world.asCaller).reconcile({ kind: 'service', name: 'consents', requestId: 'test' });
    expect(await stateOf()).toBe('partly-signed');
  });

  it('is how long a consent may last: longer than half a year with its reason, for who asks and who signs', async () => {
    const drafts = new DraftConsent(world.asCaller, world.seal);
    const anna = world.caller('anna');
    const draft = (validUntil: Date | null): Promise<string> =>
      drafts.draft(anna, file.caseId, {
        scope: { from: [SOC, POLICE], to: [SOC, POLICE], categories: ['leisure'], purposes: ['support'] },
        ...{ situations: ['meeting'], form: 'sig', validFrom: null, validUntil, apart: false, why: '' },
      });
    const months = (n: number): Date => new Date(Date.now() + n * 30 * 86_400_000);
    await expect(draft(months(8))).rejects.toMatchObject({
      faults: [{ field: 'validUntil', code: 'CONSENT_TOO_LONG' }],
    });
    const { townImportPreview } = await tove.query(PREVIEW, asFile({ consentMonths: 9 }));
    expect(townImportPreview.faults.map(({ path }: { path: string }) => path)).toEqual(['consentMonths']);
    const before = await draft(null);
    const forms = JSON.parse(asFile({}).input.text).forms.map((line: object) => ({
      ...line,
      consentMonths: undefined,
    }));
    await tove.query(IMPORT, asFile({ forms, consentMonths: { months: 9, ...WHY } }));
    const id = await draft(months(8));
    const client = await api.as({ id: anna.staffId });
    expect((await client.query(CONSENT, { id })).consent).toMatchObject({
      longerReason: WHY.reason,
      longest: expect.arrayContaining([{ form: 'sig', reason: WHY.reason }]),
    });
    // Half a year stays what it was, without a word.
    expect((await client.query(CONSENT, { id: before })).consent.longerReason).toBeNull();
    expect((await tove.query(LIMITS)).townLimits.consents).toEqual([{ form: null, months: 9, ...WHY }]);
    await drafts.offer(anna, { id, expectedVersion: 1 });
    // What was put before the family stands as it was put, whatever the municipality settles then.
    await tove.query(IMPORT, asFile({ forms, consentMonths: 6 }));
    expect((await client.query(CONSENT, { id })).consent.longerReason).toBe(WHY.reason);
    await expect(draft(months(8))).rejects.toMatchObject({
      faults: [{ field: 'validUntil', code: 'CONSENT_TOO_LONG' }],
    });
  });
});

/** Does all that it is asked for, and commits when it is let go. */
class Holding extends AsCaller {
  /** Called when all is done but the commit. */
  reached = (): void => {};
  letGo = (): void => {};
  private readonly held = new Promise<void>((go) => {
    this.letGo = go;
  });

  run<T>(caller: Caller, work: (tx: CallerTransaction) => Promise<T>): Promise<T> {
    return world.asCaller.run(caller, async (tx) => {
      const done = await work(tx);
      this.reached();
      await this.held;
      return done;
    });
  }

  read<T>(caller: Caller, work: (tx: CallerTransaction) => Promise<T>): Promise<T> {
    return world.asCaller.read(caller, work);
  }
}

describe('two who import at once', () => {
  it('lose nothing of each other’s: what the first has switched off stays off, as the ledger says', async () => {
    const holding = new Holding();
    const { file: name, text } = asFile({ disclosure: { switchedOff: { consent: WHY } } }).input;
    const done = new Promise<void>((reached) => {
      holding.reached = reached;
    });
    const first = new UpdateTown(holding).run(world.caller('tove'), parseTown(text, name));
    await done;
    const second = tove.query(IMPORT, asFile({ childSignsFrom: { age: 15, ...WHY } }));
    await untilSomebodyWaits(world);
    holding.letGo();
    await Promise.all([first, second]);
    const { townLimits } = await tove.query(LIMITS);
    expect(townLimits).toMatchObject({ grounds: [{ ground: 'consent', how: 'off' }], childSigns: { age: 15 } });
    expect((await linesOf('ground')).at(-1)).toMatchObject({ detail: { ground: 'consent', after: 'off' } });
    expect(await isReadable()).toBe(false);
  });
});
