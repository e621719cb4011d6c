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
const LIFT = `mutation($i: LiftAssessmentInput!) { liftAssessment(input: $i) }`;
const ASSESSED = `query($id: ID!) { sharing(caseId: $id) { assessments { id ground to { kind name } opens holds mayLift decidedByName until reasons
  liftedAt liftedByName liftReasons } } }`;
const LIST = `{ sharedWithUs(first: 100) { edges { node { caseId caseName name inForce left } } } }`;
const sharedCases = (answer: any): any[] => answer.sharedWithUs.edges.map(({ node }: any) => node);
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
    expect(sharedCases(await (await as('marcus')).query(LIST)).find((c: any) => c.caseId === of.caseId)).toMatchObject({
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
    const list = sharedCases(await (await as('lena')).query(LIST));
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

describe('the list of what has been told', () => {
  const PAGED = `query($first: Int!, $after: String) { sharedWithUs(first: $first, after: $after) {
    edges { node { caseId newestAt } } pageInfo { hasNextPage endCursor } } }`;
  const paged = async (first: number, after: string | null = null) =>
    (await (await as('marcus')).query(PAGED, { first, after })).sharedWithUs;

  it('is read on page by page: each case once, what came last first', async () => {
    for (let made = 0; made < 3; made += 1) await share('maria', await consented());
    const whole: any[] = (await paged(100)).edges.map(({ node }: any) => node);
    expect(whole.length).toBeGreaterThan(3);
    expect(whole).toEqual(whole.toSorted((one, other) => Date.parse(other.newestAt) - Date.parse(one.newestAt)));
    const read: any[] = [];
    let after: string | null = null;
    do {
      const { edges, pageInfo }: any = await paged(2, after);
      read.push(...edges.map(({ node }: any) => node));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(read).toEqual(whole);
  });

  it('is not read on from a place that no page ended at', async () => {
    for (const place of [
      '',
      'x',
      ...[
        ['idag', 'x'],
        ['2026-11-29T00:00:00Z', 'x'],
      ].map((parts) => Buffer.from(JSON.stringify(parts)).toString('base64url')),
    ])
      expect((await (await as('marcus')).refusal(PAGED, { first: 2, after: place })).code).toBe('BAD_REQUEST');
  });
});

describe('taking back', () => {
  it('is undone until somebody there has read it, and then as if it had never come', async () => {
    const of = await consented();
    const [{ shareId }] = await share('maria', of);
    const { undoShares } = await (await as('maria')).query(UNDO, { i: { ids: [shareId] } });
    expect(undoShares).toEqual({ taken: 1, stayed: 0 });
    expect((await (await as('marcus')).refusal(PAGE, { id: of.caseId })).code).toBe('NOT_FOUND');
    expect(sharedCases(await (await as('marcus')).query(LIST)).some((c: any) => c.caseId === of.caseId)).toBe(false);
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

describe('an assessment that holds no longer', () => {
  const REASONS = 'Attrappen visade sig vara en leksak.';
  const opened = async (): Promise<{ of: Shareable; id: string }> => {
    const of = await aCase({ category: 'associates-and-network', text: 'Sedd vid torget.' });
    for (const key of ['elin', 'birgitta'])
      await world.behindTheLocks(
        `insert into assignment (id, case_id, branch_id, staff_id, reason) values (gen_random_uuid(), $1, $2, $3, 'investigation')`,
        [of.caseId, branch('ekvalla-soc/individ-och-familj'), staff(key)],
      );
    await (await as('elin')).query(ASSESS, assessed(of));
    const [{ id }] = await assessments('elin', of);
    return { of, id };
  };
  const assessed = (of: Shareable, met = true) => ({
    i: {
      caseId: of.caseId,
      itemIds: [of.itemId],
      purpose: 'prevent-crime',
      toBranchId: police(),
      ground: 'OSL 10:18a',
      criteria: [
        { criterion: 'concreteCircumstances', met },
        { criterion: 'notUnsuitable', met: true },
      ],
      reasons: 'Sedd med vapenattrapp tre gånger på en vecka.',
      until: new Date(Date.now() + 30 * 86_400_000).toISOString(),
    },
  });
  const lift = (id: string, reasons = REASONS) => ({ i: { id, reasons } });
  const assessments = async (key: string, of: Shareable) =>
    (await (await as(key)).query(ASSESSED, { id: of.caseId })).sharing.assessments;
  const notices = async (of: Shareable, key: string) =>
    (
      await world.behindTheLocks<{ kind: string }>(
        `select kind from notice where case_id = $1 and staff_id = $2 and kind <> 'item-shared' order by created_at`,
        [of.caseId, staff(key)],
      )
    ).map(({ kind }) => kind);

  it('is shown to the whole house on the case, and lifted by whoever may make such a one, with reasons', async () => {
    const { of, id } = await opened();
    expect(await assessments('maria', of)).toMatchObject([
      {
        id,
        ground: 'OSL 10:18a',
        opens: true,
        holds: true,
        mayLift: false,
        decidedByName: 'Elin Forsbäck',
        liftedAt: null,
      },
    ]);
    expect((await assessments('birgitta', of))[0]).toMatchObject({ mayLift: true, to: { kind: 'police' } });
    expect((await (await as('maria')).refusal(LIFT, lift(id))).code).toBe('NOT_ALLOWED');
    expect((await (await as('elin')).refusal(LIFT, lift(id, ' '))).faults).toMatchObject([
      { field: 'reasons', code: 'REASONS_MISSING' },
    ]);
    // Neither by whom it opened something for, nor by a colleague who does not work on the case, nor if it is not there.
    await share('elin', of, { purpose: 'prevent-crime' });
    for (const [key, wanted] of [
      ['marcus', id],
      ['gunvor', id],
      ['karin', id],
      ['elin', '00000000-0000-4000-8000-000000000009'],
    ] as const)
      expect([key, (await (await as(key)).refusal(LIFT, lift(wanted))).code]).toEqual([key, 'NOT_FOUND']);
    expect((await assessments('elin', of))[0].holds).toBe(true);
  });

  it('is no ground from that instant, for whoever follows the one who made it; what was told leaves within a second', async () => {
    const { of, id } = await opened();
    const [outcome] = await share('elin', of, { purpose: 'prevent-crime' });
    expect((await page('marcus', of.caseId)).things).toHaveLength(1);
    const socket = await (await as('marcus')).socket();
    expect(await socket.timeout(4_000).emitWithAck('watch', `sight:${police()}`)).toEqual({ ok: true });
    const heard: any[] = [];
    socket.on('change', (news: any) => heard.push(news.change));
    await (await as('birgitta')).query(LIFT, lift(id));
    await until(() => heard.some(({ caseId }) => caseId === of.caseId), 1_000);
    const after = await page('marcus', of.caseId);
    expect([after.things, after.left.length]).toEqual([[], 1]);
    expect(JSON.stringify(after)).not.toContain(REASONS);
    expect(
      await world.behindTheLocks(
        `select upper(in_force) = left_at as at_once, given @> clock.now() as given from share where id = $1`,
        [outcome.shareId],
      ),
    ).toEqual([{ at_once: true, given: true }]);
    expect((await share('elin', of, { purpose: 'prevent-crime' }))[0]).toMatchObject({
      outcome: 'refer',
      shareId: null,
    });
    // Told once to whoever had it, and to nobody else.
    expect(await notices(of, 'marcus')).toEqual(['item-left']);
    for (const key of ['elin', 'lena']) expect(await notices(of, key)).not.toContain('item-left');
    expect(await assessments('elin', of)).toMatchObject([
      {
        id,
        holds: false,
        mayLift: false,
        reasons: 'Sedd med vapenattrapp tre gånger på en vecka.',
        liftedByName: 'Birgitta Nordling',
        liftReasons: REASONS,
      },
    ]);
    const made = (await lines(of.caseId, 'change')).filter(({ detail }) => detail['deed'] === 'assessment-lifted');
    expect(made).toMatchObject([
      { ground: 'OSL 10:18a', outcome: 'done', detail: { toBranch: police(), wasUntil: expect.any(String) } },
    ]);
    // The reasons are nothing to tell on, and it is over once.
    const { sharing } = await (await as('elin')).query(SHARING, { id: of.caseId });
    expect(sharing.items.map((item: any) => item.text)).not.toContain(REASONS);
    expect((await (await as('elin')).refusal(LIFT, lift(id))).code).toBe('ASSESSMENT_OVER_ALREADY');
    // Found anew it opens again.
    await (await as('elin')).query(ASSESS, assessed(of));
    expect((await page('marcus', of.caseId)).things).toHaveLength(1);
  });

  it('leaves what stands on another ground, and a no is nothing to lift', async () => {
    const of = await consented();
    await world.behindTheLocks(
      `insert into assignment (id, case_id, branch_id, staff_id, reason) values (gen_random_uuid(), $1, $2, $3, 'investigation')`,
      [of.caseId, branch('ekvalla-soc/individ-och-familj'), staff('elin')],
    );
    const elin = await as('elin');
    await share('elin', of);
    const [more] = await share('elin', of, {
      pairs: [{ thing: 'draft', toBranchId: police() }],
      draft: { category: 'addiction', text: 'Har varit på behandling.', revealsPlace: false },
      purpose: 'prevent-crime',
    });
    expect(more.outcome).toBe('refer');
    const asked = { ...assessed(of).i, itemIds: [more.itemId], draft: null };
    await elin.query(ASSESS, { i: asked });
    await share('elin', of, { pairs: [{ thing: more.itemId, toBranchId: police() }], purpose: 'prevent-crime' });
    expect((await page('marcus', of.caseId)).things).toHaveLength(2);
    const [{ id }] = await assessments('elin', of);
    await elin.query(LIFT, lift(id));
    expect((await page('marcus', of.caseId)).things.map((t: any) => t.part.text)).toEqual([
      'Hemma klockan nio på vardagar.',
    ]);
    await elin.query(ASSESS, { i: { ...asked, criteria: assessed(of, false).i.criteria } });
    const [no] = await assessments('elin', of);
    expect(no).toMatchObject({ opens: false, mayLift: false });
    expect((await elin.refusal(LIFT, lift(no.id))).code).toBe('ASSESSMENT_OPENED_NOTHING');
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
    // And whoever is there takes it back when the danger is over.
    const { sharing } = await maria.query(ASSESSED, { id: of.caseId });
    expect(sharing.assessments).toMatchObject([{ ground: 'OSL 10:20', mayLift: true }]);
    await maria.query(LIFT, { i: { id: sharing.assessments[0].id, reasons: 'Hen är i säkerhet.' } });
    expect((await page('marcus', of.caseId)).things).toEqual([]);
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
