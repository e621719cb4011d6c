/** Telling at the moment of telling: what may be told is shown before, told once, read there, taken back, and shut by a withdrawal. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Api, type ApiClient, startApi } from '../../support/api.js';
import { type GradedCase, openGradedCase } from '../../support/case.js';
import { offerConsent, signAll, withdrawAs, type OfferedConsent } from '../../support/consents.js';
import { until } from '../../support/hub.js';
import { buildWorld, type World } from '../../support/world.js';

const SHARING = `query($id: ID!) { sharing(caseId: $id) { caseName number grade person { name } from { kind name } mayAssess assessors { name }
  items { id category text } nameItemIds houses { branchId kind name people { staffId name isWorking } }
  given { id itemId toBranchId purpose ground byName until isInForce firstReadAt endedHow } } }`;
const PREVIEW = `query($i: PreviewShareInput!) { previewShare(input: $i) { pairs { thing toBranchId outcome ground candidates until openings { kind purpose grounds } } } }`;
const SHARE = `mutation($i: ShareItemsInput!) { shareItems(input: $i) { thing itemId toBranchId outcome ground shareId until } }`;
const UNDO = `mutation($i: UndoSharesInput!) { undoShares(input: $i) { taken stayed } }`;
const END = `mutation($id: ID!) { endShare(id: $id) { taken stayed } }`;
const ASSESS = `mutation($i: AssessGroundInput!) { assessGround(input: $i) { opens until confirm } }`;
const DANGER = `mutation($i: DecideInDangerInput!) { decideInDanger(input: $i) { opens until confirm } }`;
const LIST = `{ sharedWithUs { caseId caseName name inForce left } }`;
const PAGE = `query($id: ID!) { sharedCase(caseId: $id) { caseName name { text ground } things { part { id category text ground until } from { kind name } } left { id fromName at } } }`;

let world: World;
let api: Api;
const people = new Map<string, ApiClient>();
const as = async (key: string): Promise<ApiClient> => {
  const known = people.get(key) ?? (await api.as({ id: world.town.staff.get(key)! }));
  people.set(key, known);
  return known;
};
const branch = (written: string): string => world.town.branches.get(written)!;
const staff = (key: string): string => world.town.staff.get(key)!;
const police = () => branch('polisen/lpo-ekvalla');
const school = () => branch('ekvalla-skola/grundskola');

interface Shareable extends GradedCase {
  readonly itemId: string;
}

/** A case with something written down that its house may want to tell. */
async function aCase(over: { category?: string; text?: string } = {}): Promise<Shareable> {
  const opened = await openGradedCase(world, { grade: 'orange' });
  const itemId = await world.asCaller.run(world.caller('maria'), (tx) =>
    world.seal.item(tx, {
      caseId: opened.caseId,
      category: (over.category ?? 'measures-and-plan') as 'measures-and-plan',
      form: 'none',
      phase: 'measures',
      subjectIds: [opened.personId],
      content: { text: over.text ?? 'Hemma klockan nio på vardagar.' },
    }),
  );
  return { ...opened, itemId };
}

async function consented(): Promise<Shareable & { readonly consent: OfferedConsent }> {
  const opened = await aCase();
  const consent = await offerConsent(world, opened);
  await signAll(world, consent);
  return { ...opened, consent };
}

const share = async (key: string, of: Shareable, input: object = {}) =>
  (
    await (
      await as(key)
    ).query(SHARE, {
      i: {
        caseId: of.caseId,
        pairs: [{ thing: of.itemId, toBranchId: police() }],
        purpose: 'support',
        receivers: [{ branchId: police(), staffIds: [staff('marcus')] }],
        ...input,
      },
    })
  ).shareItems;
const page = async (key: string, caseId: string) => (await (await as(key)).query(PAGE, { id: caseId })).sharedCase;
const lines = (caseId: string, action: string) =>
  world.behindTheLocks<{ ground: string; outcome: string; detail: Record<string, unknown> }>(
    `select ground, outcome, detail from ledger_entry where case_id = $1 and action = $2 order by id`,
    [caseId, action],
  );

beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

describe('before telling', () => {
  it('shows for each house what may be told, why not, and what would open it', async () => {
    const of = await aCase();
    const maria = await as('maria');
    const { previewShare } = await maria.query(PREVIEW, {
      i: { caseId: of.caseId, itemIds: [of.itemId], toBranchIds: [police(), school()], purpose: 'support' },
    });
    expect(previewShare.pairs).toEqual(
      [police(), school()].map((toBranchId) => ({
        thing: of.itemId,
        toBranchId,
        outcome: 'refuse',
        ground: 'no-ground',
        candidates: [],
        until: null,
        openings: [
          { kind: 'consent', purpose: null, grounds: [] },
          { kind: 'danger', purpose: null, grounds: [] },
        ],
      })),
    );
    const { previewShare: crime } = await maria.query(PREVIEW, {
      i: { caseId: of.caseId, itemIds: [of.itemId], toBranchIds: [police()], purpose: 'prevent-crime' },
    });
    expect(crime.pairs[0]).toMatchObject({
      outcome: 'refer',
      ground: 'OSL 10:18a',
      candidates: ['OSL 10:18a', 'OSL 10:18c', 'OSL 10:15a'],
    });
    expect(crime.pairs[0].openings[0]).toEqual({
      kind: 'assess',
      purpose: null,
      grounds: ['OSL 10:18a', 'OSL 10:18c', 'OSL 10:15a'],
    });
  });

  it('offers a duty first: a report of concern needs no leave', async () => {
    const of = await aCase();
    await world.behindTheLocks(
      `insert into assignment (id, case_id, branch_id, staff_id, reason) values (gen_random_uuid(), $1, $2, $3, 'reporter')`,
      [of.caseId, police(), staff('marcus')],
    );
    const { previewShare } = await (
      await as('marcus')
    ).query(PREVIEW, {
      i: {
        caseId: of.caseId,
        draft: { category: 'associates-and-network', revealsPlace: false },
        toBranchIds: [branch('ekvalla-soc/individ-och-familj')],
        purpose: 'prevent-crime',
      },
    });
    expect(previewShare.pairs[0].outcome).toBe('refer');
    expect(previewShare.pairs[0].openings[0]).toEqual({
      kind: 'duty',
      purpose: 'report-concern',
      grounds: ['SoL 19:1'],
    });
  });

  it('is for those who work on the case', async () => {
    const of = await aCase();
    for (const key of ['marcus', 'sara'])
      expect((await (await as(key)).refusal(SHARING, { id: of.caseId })).code).toBe('NOT_FOUND');
    // What another house said cannot be told on by this one.
    const other = await aCase();
    const refusal = await (
      await as('maria')
    ).refusal(PREVIEW, {
      i: {
        caseId: of.caseId,
        itemIds: ['00000000-0000-4000-8000-000000000009'],
        toBranchIds: [police()],
        purpose: 'support',
      },
    });
    expect(refusal.code).toBe('NOT_FOUND');
    expect(other.caseId).not.toBe(of.caseId);
  });
});

describe('by consent', () => {
  it('is told to named people there, by its ground and until its end, and leaves when it is taken back', async () => {
    const of = await consented();
    const socket = await (await as('marcus')).socket();
    expect(await socket.timeout(4_000).emitWithAck('watch', `sight:${police()}`)).toEqual({ ok: true });
    const heard: any[] = [];
    socket.on('change', (news: any) => heard.push(news.change));
    const [outcome] = await share('maria', of);
    expect(outcome).toMatchObject({ outcome: 'release', ground: 'consent' });
    expect(Date.parse(outcome.until)).toBeGreaterThan(Date.now() + 150 * 86_400_000);
    await until(() => heard.length > 0);
    expect(heard[0]).toEqual({ caseId: of.caseId });
    const seen = await page('marcus', of.caseId);
    expect(seen).toMatchObject({
      name: null,
      things: [
        { part: { text: 'Hemma klockan nio på vardagar.', ground: 'consent' }, from: { kind: 'social-services' } },
      ],
      left: [],
    });
    expect(seen.things[0].part.until).toBe(outcome.until);
    // A colleague at the police who was not named reads nothing, nor does the school.
    expect((await (await as('lena')).refusal(PAGE, { id: of.caseId })).code).toBe('NOT_FOUND');

    heard.length = 0;
    const first = await withdrawAs(world, of.consent, of.guardianId);
    await until(() => heard.length > 0, 1_000);
    const after = await page('marcus', of.caseId);
    expect(after.things).toEqual([]);
    expect(after.left).toEqual([{ id: of.itemId, fromName: expect.any(String), at: first.at.toISOString() }]);
    expect(JSON.stringify(after)).not.toMatch(/samtycke|consent|klockan nio/);
    // Twice is once: the second answer tells of the first.
    const second = await withdrawAs(world, of.consent, of.guardianId);
    expect(second).toEqual({ state: 'withdrawn', at: first.at, already: true });
    expect(
      (await (await as('marcus')).query(LIST)).sharedWithUs.find((c: any) => c.caseId === of.caseId),
    ).toMatchObject({
      inForce: 0,
      left: 1,
    });
    // And now it is refused before it is told.
    expect((await share('maria', of))[0]).toMatchObject({ outcome: 'refuse', ground: 'no-ground', shareId: null });
  });

  it('tells the name as a thing of its own, once', async () => {
    const of = await consented();
    const pairs = [
      { thing: 'name', toBranchId: police() },
      { thing: of.itemId, toBranchId: police() },
    ];
    const [name] = await share('maria', of, { pairs });
    expect(name).toMatchObject({ thing: 'name', outcome: 'release', ground: 'consent' });
    expect((await page('marcus', of.caseId)).name.text).toMatch(/^Elliot Provberg, född 2011$/);
    const [again] = await share('maria', of, {
      pairs: [{ thing: 'name', toBranchId: school() }],
      receivers: [{ branchId: school(), staffIds: [staff('lena')] }],
    });
    expect(again.itemId).toBe(name.itemId);
    const list = (await (await as('lena')).query(LIST)).sharedWithUs;
    expect(list.find((c: any) => c.caseId === of.caseId)).toMatchObject({
      name: 'Elliot Provberg, född 2011',
      inForce: 1,
    });
  });

  it('writes down and tells in one act, and refuses pair by pair what the consent does not cover', async () => {
    const of = await consented();
    const outcomes = await share('maria', of, {
      pairs: [
        { thing: 'draft', toBranchId: police() },
        { thing: of.itemId, toBranchId: police() },
      ],
      draft: { category: 'addiction', text: 'Har varit på behandling.', revealsPlace: false },
    });
    expect(outcomes.map(({ thing, outcome }: any) => [thing, outcome])).toEqual([
      ['draft', 'refuse'],
      [of.itemId, 'release'],
    ]);
    expect((await page('marcus', of.caseId)).things.map((t: any) => t.part.text)).toEqual([
      'Hemma klockan nio på vardagar.',
    ]);
    expect((await lines(of.caseId, 'disclose')).map(({ ground }) => ground)).toEqual(['consent']);
    expect((await lines(of.caseId, 'refuse')).map(({ ground }) => ground)).toEqual(['no-ground']);
  });

  it('asks who is to read it there, and takes nobody who does not work there', async () => {
    const of = await consented();
    const maria = await as('maria');
    const input = (staffIds: string[]) => ({
      i: {
        caseId: of.caseId,
        pairs: [{ thing: of.itemId, toBranchId: police() }],
        purpose: 'support',
        receivers: staffIds.length > 0 ? [{ branchId: police(), staffIds }] : [],
      },
    });
    expect((await maria.refusal(SHARE, input([]))).faults.map(({ code }) => code)).toEqual(['RECEIVER_MISSING']);
    expect((await maria.refusal(SHARE, input([staff('lena')]))).faults.map(({ code }) => code)).toEqual([
      'RECEIVER_NOT_THERE',
    ]);
    expect(await lines(of.caseId, 'disclose')).toEqual([]);
  });
});

describe('taking back', () => {
  it('is undone until somebody there has read it, and then as if it had never come', async () => {
    const of = await consented();
    const [{ shareId }] = await share('maria', of);
    const { undoShares } = await (await as('maria')).query(UNDO, { i: { ids: [shareId] } });
    expect(undoShares).toEqual({ taken: 1, stayed: 0 });
    expect((await (await as('marcus')).refusal(PAGE, { id: of.caseId })).code).toBe('NOT_FOUND');
    expect((await (await as('marcus')).query(LIST)).sharedWithUs.some((c: any) => c.caseId === of.caseId)).toBe(false);
    expect((await (await as('maria')).refusal(UNDO, { i: { ids: [shareId] } })).code).toBe('SHARE_ENDED_ALREADY');
  });

  it('is ended once it has been read: it leaves, and stays in the record', async () => {
    const of = await consented();
    const [{ shareId }] = await share('maria', of);
    await page('marcus', of.caseId);
    const maria = await as('maria');
    expect((await maria.refusal(UNDO, { i: { ids: [shareId] } })).code).toBe('SHARE_READ_ALREADY');
    const given = (await maria.query(SHARING, { id: of.caseId })).sharing.given[0];
    expect(given).toMatchObject({ isInForce: true, byName: 'Maria Lindgren', firstReadAt: expect.any(String) });
    expect((await maria.query(END, { id: shareId })).endShare).toEqual({ taken: 1, stayed: 0 });
    const after = await page('marcus', of.caseId);
    expect([after.things, after.left.length]).toEqual([[], 1]);
    expect(
      (await lines(of.caseId, 'change')).map(({ detail }) => detail['deed']).filter((deed) => deed === 'share-ended'),
    ).toHaveLength(1);
    // Nobody takes back what another house gave, nor what is not there.
    expect((await (await as('marcus')).refusal(END, { id: shareId })).code).toBe('NOT_FOUND');
  });
});

describe('by assessment', () => {
  const answers = (met: boolean) => [
    { criterion: 'concreteCircumstances', met },
    { criterion: 'notUnsuitable', met: true },
  ];
  const until30Days = () => new Date(Date.now() + 30 * 86_400_000).toISOString();
  const assessed = (of: Shareable, over: object = {}) => ({
    i: {
      caseId: of.caseId,
      itemIds: [of.itemId],
      purpose: 'prevent-crime',
      toBranchId: police(),
      ground: 'OSL 10:18a',
      criteria: answers(true),
      reasons: 'Sedd med vapenattrapp tre gånger på en vecka.',
      until: until30Days(),
      ...over,
    },
  });
  const withElin = async (): Promise<Shareable> => {
    const of = await aCase({ category: 'associates-and-network' });
    await world.behindTheLocks(
      `insert into assignment (id, case_id, branch_id, staff_id, reason) values (gen_random_uuid(), $1, $2, $3, 'investigation')`,
      [of.caseId, branch('ekvalla-soc/individ-och-familj'), staff('elin')],
    );
    return of;
  };

  it('opens exactly what was assessed, for its time, by whoever has the authority', async () => {
    const of = await withElin();
    expect((await (await as('maria')).refusal(ASSESS, assessed(of))).code).toBe('NOT_ALLOWED');
    const elin = await as('elin');
    const faults = await elin.refusal(ASSESS, assessed(of, { criteria: answers(true).slice(1), reasons: ' ' }));
    expect(faults.faults.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'criteria.concreteCircumstances CHOOSE_ONE',
      'reasons REASONS_MISSING',
    ]);
    expect(
      (await elin.refusal(ASSESS, assessed(of, { until: new Date(Date.now() + 400 * 86_400_000).toISOString() })))
        .faults[0],
    ).toMatchObject({ field: 'until', code: 'ASSESSMENT_TOO_LONG' });
    // A ground that the rule does not ask of this thing opens nothing in advance.
    expect(
      (
        await elin.refusal(
          ASSESS,
          assessed(of, { ground: 'OSL 10:23', criteria: [{ criterion: 'suspectedSeriousCrime', met: true }] }),
        )
      ).code,
    ).toBe('GROUND_NOT_ASKED');
    expect((await elin.query(ASSESS, assessed(of))).assessGround).toMatchObject({ opens: true, confirm: null });
    const [outcome] = await share('elin', of, { purpose: 'prevent-crime' });
    expect(outcome).toMatchObject({ outcome: 'release', ground: 'OSL 10:18a' });
    expect(Date.parse(outcome.until)).toBeLessThan(Date.now() + 31 * 86_400_000);
    expect((await page('marcus', of.caseId)).things[0].part.ground).toBe('OSL 10:18a');
    // The reasons are kept in the house and are nothing to tell on.
    const { sharing } = await elin.query(SHARING, { id: of.caseId });
    expect(sharing.items.map((item: any) => item.text)).not.toContain('Sedd med vapenattrapp tre gånger på en vecka.');
  });

  it('keeps a no as the record of why nothing was told', async () => {
    const of = await withElin();
    const elin = await as('elin');
    expect((await elin.query(ASSESS, assessed(of, { criteria: answers(false) }))).assessGround.opens).toBe(false);
    expect((await share('elin', of, { purpose: 'prevent-crime' }))[0]).toMatchObject({
      outcome: 'refer',
      shareId: null,
    });
    expect(await world.behindTheLocks(`select criteria from assessment where case_id = $1`, [of.caseId])).toEqual([
      { criteria: { concreteCircumstances: false, notUnsuitable: true } },
    ]);
  });
});

describe('in immediate danger', () => {
  const danger = (of: Shareable, over: object = {}) => ({
    i: {
      caseId: of.caseId,
      itemIds: [of.itemId],
      purpose: 'immediate-danger',
      toBranchId: school(),
      ground: 'BrB 24:4',
      criteria: [
        { criterion: 'dangerNow', met: true },
        { criterion: 'tellingIsNeeded', met: true },
      ],
      reasons: 'Hotad till livet på väg till skolan.',
      until: new Date(Date.now() + 4 * 3_600_000).toISOString(),
      ...over,
    },
  });
  const toSchool = { purpose: 'immediate-danger' };

  it('is decided in two steps by whoever is there, for hours, and is written down as an override', async () => {
    const of = await aCase();
    const maria = await as('maria');
    const pairs = [{ thing: of.itemId, toBranchId: school() }];
    const receivers = [{ branchId: school(), staffIds: [staff('lena')] }];
    expect((await share('maria', of, { ...toSchool, pairs, receivers }))[0]).toMatchObject({
      outcome: 'refer',
      ground: 'BrB 24:4',
    });
    const input = danger(of);
    expect(
      (await maria.refusal(DANGER, danger(of, { until: new Date(Date.now() + 20 * 3_600_000).toISOString() })))
        .faults[0],
    ).toMatchObject({ field: 'until', code: 'ASSESSMENT_TOO_LONG' });
    const { decideInDanger: first } = await maria.query(DANGER, input);
    expect(first).toMatchObject({ opens: false, confirm: expect.stringContaining('BrB 24:4') });
    expect(await lines(of.caseId, 'override')).toEqual([]);
    // Other hours than those that were shown are asked about anew.
    const longer = new Date(Date.now() + 6 * 3_600_000).toISOString();
    const { decideInDanger: changed } = await maria.query(DANGER, {
      i: { ...input.i, until: longer, confirmation: first.confirm },
    });
    expect(changed.opens).toBe(false);
    const { decideInDanger: second } = await maria.query(DANGER, { i: { ...input.i, confirmation: first.confirm } });
    expect(second).toMatchObject({ opens: true, confirm: null });
    const [outcome] = await share('maria', of, { ...toSchool, pairs, receivers });
    expect(outcome).toMatchObject({ outcome: 'release', ground: 'BrB 24:4', until: input.i.until });
    expect((await page('lena', of.caseId)).things[0].part).toMatchObject({ ground: 'BrB 24:4', until: input.i.until });
    expect(await lines(of.caseId, 'override')).toMatchObject([
      { ground: 'BrB 24:4', outcome: 'done', detail: { deed: 'ground-assessed', met: true, danger: true } },
    ]);
    // Its hours over, it has left by itself.
    await world.database.moveClock('5 hours');
    try {
      const later = await api.as({ id: staff('lena') });
      const { sharedCase } = await later.query(PAGE, { id: of.caseId });
      expect(sharedCase).toMatchObject({ things: [], left: [{ id: of.itemId, at: input.i.until }] });
    } finally {
      await world.database.moveClock('0 hours');
    }
  });

  it('asks for the ground that the law has for it, also of those who may not assess otherwise', async () => {
    const of = await aCase();
    const maria = await as('maria');
    const { i } = danger(of, {
      toBranchId: police(),
      ground: 'OSL 10:20',
      criteria: [{ criterion: 'acuteSeriousRisk', met: true }],
    });
    const { decideInDanger: first } = await maria.query(DANGER, { i });
    await maria.query(DANGER, { i: { ...i, confirmation: first.confirm } });
    expect((await share('maria', of, toSchool))[0]).toMatchObject({ outcome: 'release', ground: 'OSL 10:20' });
    expect(await lines(of.caseId, 'override')).toEqual([]);
    expect((await maria.refusal(DANGER, { i: { ...i, purpose: 'prevent-crime' } })).code).toBe('BAD_REQUEST');
  });

  it('opens nothing beyond its house, its kind of information and its purpose', async () => {
    const of = await aCase();
    const maria = await as('maria');
    const input = danger(of);
    const { decideInDanger } = await maria.query(DANGER, input);
    await maria.query(DANGER, { i: { ...input.i, confirmation: decideInDanger.confirm } });
    const { previewShare } = await maria.query(PREVIEW, {
      i: {
        caseId: of.caseId,
        itemIds: [of.itemId],
        draft: { category: 'addiction', revealsPlace: false },
        toBranchIds: [school(), police()],
        purpose: 'immediate-danger',
      },
    });
    expect(
      previewShare.pairs.map((p: any) => [p.thing === 'draft', p.toBranchId === school(), p.outcome, p.ground]),
    ).toEqual([
      [false, true, 'release', 'BrB 24:4'],
      [false, false, 'refer', 'OSL 10:20'],
      [true, true, 'refer', 'BrB 24:4'],
      [true, false, 'refer', 'OSL 10:20'],
    ]);
  });
});
