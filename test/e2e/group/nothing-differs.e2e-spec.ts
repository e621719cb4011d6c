/**
 * A house at the table that may not know of a protection, a violent relative's friend among them, is told of it by nothing:
 * field by field its pages, the strips under what it writes, its noes and its own shares are those of a child about whom nobody
 * is protected: before it asks, as it asks, in danger, and when the protection comes after the telling (OSL 21:3, 22:1).
 */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { print, type DocumentNode } from 'graphql';
import { type Api, startApi } from '../../support/api.js';
import { ACT_ON_ENTRY, WRITE_ENTRY } from '../../support/busy-plan.js';
import { formedGroup, type GroupUnderTest } from '../../support/group.js';
import { convenedMeeting } from '../../support/group-meeting.js';
import { openMeasuresCase, signedConsent, TOLD } from '../../support/joint.js';
import { buildWorld, type World } from '../../support/world.js';
import { PROTECTIONS, PURPOSES } from '#domain/disclosure/vocabulary.js';
import { GroupDocument } from '../../../apps/web/src/graphql/generated/group/graphql.js';
import { BoardReadersDocument, HubLobbyDocument } from '../../../apps/web/src/graphql/generated/hub/graphql.js';
import { HubBoardDocument } from '../../../apps/web/src/graphql/generated/meeting/graphql.js';
import {
  GroupMeetingDocument,
  MeetingCircleDocument,
} from '../../../apps/web/src/graphql/generated/minutes/graphql.js';
import {
  GroupCircleDocument,
  PlanDocument,
  PlanReadersDocument,
  PlanVersionsDocument,
} from '../../../apps/web/src/graphql/generated/plan/graphql.js';
import { PreviewShareDocument, SharingDocument } from '../../../apps/web/src/graphql/generated/share/graphql.js';

jest.setTimeout(180_000);

/** Whoever may know it is Anna, in the house that leads. */
const GUESTS = ['marcus', 'lena'] as const;

interface Table {
  readonly group: GroupUnderTest;
  readonly hubId: string;
  readonly pointId: string;
  readonly entryId: string;
}

let world: World;
let api: Api;
let shielded: Table;
let other: Table;
beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  shielded = await table();
  other = await table();
  await world.behindTheLocks(`update person set protection = 'marking' where id = $1`, [shielded.group.file.personId]);
  await world.behindTheLocks(`insert into named_staff (person_id, staff_id) values ($1, $2)`, [
    shielded.group.file.personId,
    world.caller('anna').staffId,
  ]);
}, 180_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

/** A group about a young person with a plan that waits for its answers, and its meeting with minutes. */
async function table(of: Parameters<typeof formedGroup>[2] = {}): Promise<Table> {
  const group = await formedGroup(world, api, of);
  await group.step('plan', { words: 'Skola varje dag.' });
  const anna = await group.as('anna');
  const write = async (key: string, i: object): Promise<string> =>
    (await (await group.as(key)).query(WRITE_ENTRY, { i: { groupId: group.id, ...i } })).writePlanEntry;
  await write('anna', { kind: 'future', words: 'Elektriker.' });
  const entryId = await write('anna', { kind: 'frame', words: 'Hemma klockan nio.', watch: 'Anna.' });
  for (const key of GUESTS) await write(key, { kind: 'strength', words: `Envis, säger ${key}.` });
  await anna.query(`mutation($id: ID!) { putPlanForward(groupId: $id) }`, { id: group.id });
  const meeting = await convenedMeeting(world, group);
  const news = { hubId: meeting.hubId, kind: 'news', text: 'Ny mentor.', minutes: 0 };
  await (await group.as('lena')).query(ADD_POINT, { i: news });
  await meeting.act('anna', 'moveMeeting', 'MoveMeetingInput', { step: 'start' });
  const page = await anna.query(`query($id: ID!) { groupMeeting(hubId: $id) { points { id } } }`, {
    id: meeting.hubId,
  });
  const pointId = page.groupMeeting.points[1].id;
  await anna.query(WRITE_MINUTES, {
    i: { hubId: meeting.hubId, lines: [{ pointId, text: 'Skolan ringer.', category: 'measures-and-plan' }] },
  });
  return { group, hubId: meeting.hubId, pointId, entryId };
}

const ADD_POINT = `mutation($i: AddMeetingPointInput!) { addMeetingPoint(input: $i) }`;
const WRITE_MINUTES = `mutation($i: WriteMinutesInput!) { writeMinutes(input: $i) }`;
const ANSWER_PLAN = `mutation($i: AnswerPlanInput!) { answerPlan(input: $i) }`;

/** What was given in one instant comes in any order: by house here, which is the same at both tables. */
const inOrder = (field: string, value: unknown): unknown =>
  field === 'given' && Array.isArray(value)
    ? [...(value as { toBranchId: string; madeAt: string }[])].sort((a, b) =>
        `${a.toBranchId} ${a.madeAt}` < `${b.toBranchId} ${b.madeAt}` ? -1 : 1,
      )
    : value;

/** What a page or an act answers, with the ids, numbers and times of this table alone put by the order in which they come. */
function alike(answer: unknown): unknown {
  const met = new Map<string, string>();
  const standIn = (kind: string) => (found: string) => {
    const known = met.get(found) ?? `${kind} ${met.size}`;
    met.set(found, known);
    return known;
  };
  const text = JSON.stringify(answer, inOrder)
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, standIn('id'))
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'time')
    .replace(/"at":\d{13}/g, '"at":0')
    .replace(/\b[A-Z]{4}-\d\d\b/g, 'case')
    .replace(/\b\d{4}-\d{5}\b/g, 'number');
  return JSON.parse(text);
}

async function answerTo(of: Table, key: string, document: DocumentNode | string, variables: object): Promise<unknown> {
  const client = await of.group.as(key);
  const answer = await client
    .query(typeof document === 'string' ? document : print(document), variables)
    .catch((error: Error) => ({ refused: error.message }));
  return alike(answer);
}

/** The same question at both tables, by one guest. */
const both = async (key: string, document: DocumentNode | string, variables: (at: Table) => object) => ({
  shielded: await answerTo(shielded, key, document, variables(shielded)),
  other: await answerTo(other, key, document, variables(other)),
});

const SHARE = `mutation($i: ShareItemsInput!) { shareItems(input: $i) { thing outcome ground shareId until } }`;
const DANGER = `mutation($i: DecideInDangerInput!) { decideInDanger(input: $i) { opens until confirm } }`;

const setProtection = (at: Table, protection: string): Promise<unknown> =>
  world.behindTheLocks(`update person set protection = $2 where id = $1`, [at.group.file.personId, protection]);

/** Where a house at the table can tell something, the one whose register keeps the child among them. */
async function housesFor(key: string): Promise<string[]> {
  const { sharing } = await (
    await shielded.group.as(key)
  ).query(print(SharingDocument), { caseId: shielded.group.file.caseId });
  return sharing.houses.map(({ branchId }: { branchId: string }) => branchId);
}

const dangerAt = (at: Table, key: string, until: string) => ({
  ...{ caseId: at.group.file.caseId, itemIds: [], withName: false, purpose: 'immediate-danger', confirmation: null },
  toBranchId: world.caller(key === 'lena' ? 'marcus' : 'lena').branchId,
  draft: { category: 'leisure', revealsPlace: true, about: [] },
  criteria: ['dangerNow', 'tellingIsNeeded', 'interestClearlyOutweighs', 'safeForThePerson'].map((criterion) => ({
    ...{ criterion, met: true },
  })),
  ...{ reasons: 'Någon väntar på hen vid hallen.', until },
});

const PLACES = [
  { category: 'measures-and-plan', revealsPlace: false },
  { category: 'measures-and-plan', revealsPlace: true },
  { category: 'school-attendance-and-results', revealsPlace: true },
  { category: 'whereabouts', revealsPlace: false },
  { category: 'whereabouts', revealsPlace: true },
  { category: 'contact-details', revealsPlace: false },
  { category: 'leisure', revealsPlace: true },
] as const;
const TOLD_PLACES = PLACES.slice(1);

/** With the name and for every purpose. */
async function expectSamePreview(key: string, draft: object): Promise<void> {
  const toBranchIds = await housesFor(key);
  for (const purpose of PURPOSES) {
    const preview = await both(key, PreviewShareDocument, (at) => ({
      input: {
        ...{ caseId: at.group.file.caseId, itemIds: [], withName: true, purpose, draft, until: null },
        toBranchIds,
      },
    }));
    expect([purpose, preview.shielded]).toEqual([purpose, preview.other]);
    expect(preview.other).toHaveProperty('previewShare');
  }
}

/** Also where what was sent is wrong in another way, and for the name alone. */
async function expectSameNo(key: string, kind: object): Promise<void> {
  const toBranchIds = await housesFor(key);
  for (const [purpose, thing, to] of [
    ['report-concern', 'draft', toBranchIds],
    ['immediate-danger', 'draft', toBranchIds],
    ['report-concern', 'draft', [world.caller('anna').staffId]],
    ['support', 'name', toBranchIds],
  ] as const) {
    const no = await both(key, SHARE, (at) => ({
      i: {
        ...{ caseId: at.group.file.caseId, purpose, draft: { ...kind, text: 'Bor i norr.' } },
        pairs: to.map((toBranchId) => ({ thing, toBranchId })),
      },
    }));
    expect([purpose, no.shielded]).toEqual([purpose, no.other]);
    const code = thing === 'name' ? 'NAME_IS_WITHHELD' : to === toBranchIds ? 'PLACE_REACHES_NOBODY' : 'INVALID_INPUT';
    expect([purpose, no.other]).toEqual([purpose, { refused: expect.stringContaining(code) }]);
  }
}

describe.each(GUESTS)('to %s nothing differs', (key) => {
  it.each<[string, DocumentNode, (at: Table) => object]>([
    ['the group', GroupDocument, ({ group }) => ({ id: group.id })],
    ['the plan', PlanDocument, ({ group }) => ({ groupId: group.id })],
    ['the plan’s versions', PlanVersionsDocument, ({ group }) => ({ groupId: group.id })],
    ['who is close in the group', GroupCircleDocument, ({ group }) => ({ groupId: group.id })],
    ['the meeting', GroupMeetingDocument, ({ hubId }) => ({ hubId })],
    ['who is close at the meeting', MeetingCircleDocument, ({ hubId }) => ({ hubId })],
    ['the board', HubBoardDocument, ({ hubId }) => ({ id: hubId, afterSeq: 0 })],
    ['the lobby', HubLobbyDocument, ({ hubId }) => ({ id: hubId })],
    ['what it can tell on', SharingDocument, ({ group }) => ({ caseId: group.file.caseId })],
  ])('on the page of %s', async (_, document, variables) => {
    const seen = await both(key, document, variables);
    expect(seen.shielded).toEqual(seen.other);
    expect(seen.other).not.toMatchObject({ refused: expect.stringContaining('BAD_REQUEST') });
  });

  it.each(PLACES)('in who would get what it writes: $category, marked $revealsPlace', async (kind) => {
    const about = (at: Table) => [[], [at.group.file.guardianId]];
    for (const whom of [0, 1]) {
      const plan = await both(key, PlanReadersDocument, (at) => ({
        ...{ groupId: at.group.id, entryId: null, ofEntryId: null, about: about(at)[whom], opens: false },
        ...{ ownerMemberId: null, forFamily: true, ...kind },
      }));
      expect(plan.shielded).toEqual(plan.other);
      expect(plan.other).toHaveProperty('planReaders');
      const board = await both(key, BoardReadersDocument, (at) => ({
        ...{ hubId: at.hubId, about: about(at)[whom], pointId: null, ownerMemberId: null, itemId: null, ...kind },
      }));
      expect(board.shielded).toEqual(board.other);
      expect(board.other).toHaveProperty('boardReaders');
    }
  });

  it.each(PLACES)('in what would come of telling it on: $category, marked $revealsPlace', (draft) =>
    expectSamePreview(key, draft),
  );

  it.each(TOLD_PLACES)('in the no to telling it: $category, marked $revealsPlace', (kind) => expectSameNo(key, kind));

  it('in danger to life before somebody has decided by name, and what they decided is on record', async () => {
    const until = new Date(Date.now() + 2 * 3_600_000).toISOString();
    for (const ground of ['BrB 24:4', 'OSL 10:27', 'OSL 21:3']) {
      const asked = await both(key, DANGER, (at) => ({ i: { ...dangerAt(at, key, until), ground } }));
      expect([ground, asked.shielded]).toEqual([ground, asked.other]);
      expect([ground, Object.keys(asked.other as object)]).toEqual([
        ground,
        [ground === 'BrB 24:4' ? 'decideInDanger' : 'refused'],
      ]);
    }
    const lines = await world.behindTheLocks(
      `select 1 from ledger_entry where action = 'override' and case_id = any($1)`,
      [[shielded, other].map(({ group }) => group.file.caseId)],
    );
    expect(lines).toEqual([]);
  });

  it.each(TOLD_PLACES)('in the no to what it writes: $category, marked $revealsPlace', async (kind) => {
    const acts: Record<string, [string, (at: Table) => object]> = {
      entry: [WRITE_ENTRY, (at) => ({ groupId: at.group.id, kind: 'strength', words: 'Bor i norr.', ...kind })],
      line: [WRITE_MINUTES, (at) => ({ hubId: at.hubId, lines: [{ pointId: at.pointId, text: 'I norr.', ...kind }] })],
      ...(kind.category === 'measures-and-plan'
        ? {
            answer: [
              ANSWER_PLAN,
              (at) => ({ answerId: answerOf(key, at), answer: 'no', words: 'Bor i norr.', revealsPlace: true }),
            ] satisfies [string, (at: Table) => object],
          }
        : {}),
    };
    const answers = new Map<Table, string>();
    for (const at of [shielded, other]) answers.set(at, await findAnswer(key, at));
    const answerOf = (_: string, at: Table) => answers.get(at);
    for (const [act, [document, input]] of Object.entries(acts)) {
      const no = await both(key, document, (at) => ({ i: input(at) }));
      expect([act, no.shielded]).toEqual([act, no.other]);
      expect([act, no.other]).toEqual([act, { refused: expect.stringContaining('PLACE_REACHES_NOBODY') }]);
    }
  });

  it('in the no to marking what it has written already', async () => {
    const CHANGE = `mutation($i: ChangePlanEntryInput!) { changePlanEntry(input: $i) }`;
    const entries = new Map<Table, Record<string, any>>();
    for (const at of [shielded, other]) {
      const { plan } = await (
        await at.group.as(key)
      ).query(`query($id: ID!) { plan(groupId: $id) { entries { id version said { text version } } } }`, {
        id: at.group.id,
      });
      entries.set(
        at,
        plan.entries.find(({ said }: { said: { text: string } }) => said.text.endsWith(`${key}.`)),
      );
    }
    const no = await both(key, CHANGE, (at) => {
      const { id: entryId, version, said } = entries.get(at)!;
      return { i: { entryId, version, itemVersion: said.version, words: 'Tränar i norr.', revealsPlace: true } };
    });
    expect(no.shielded).toEqual(no.other);
    expect(no.other).toEqual({ refused: expect.stringContaining('PLACE_REACHES_NOBODY') });
    const seen = await both(key, PlanDocument, ({ group }) => ({ groupId: group.id }));
    expect(seen.shielded).toEqual(seen.other);
  });
});

/** The answer that the guest's own house is asked for. */
async function findAnswer(key: string, { group }: Table): Promise<string> {
  const { planVersions } = await (
    await group.as(key)
  ).query(`query($id: ID!) { planVersions(groupId: $id) { versions { answers { id mayAnswer } } } }`, { id: group.id });
  return planVersions.versions[0].answers.find(({ mayAnswer }: { mayAnswer: boolean }) => mayAnswer).id;
}

describe('where the family lets it be told', () => {
  it('a guest says no place by it, alike about everybody, while the house that keeps the child does', async () => {
    const file = await openMeasuresCase(world);
    const consent = await signedConsent(world, file, { categories: [...TOLD, 'whereabouts'] });
    const open = await table({ file, consent });
    const readers = async (key: string) =>
      (
        await (
          await open.group.as(key)
        ).query(print(PlanReadersDocument), {
          ...{ groupId: open.group.id, category: 'measures-and-plan', revealsPlace: true, about: [], opens: false },
          ...{ entryId: null, ofEntryId: null, ownerMemberId: null, forFamily: false },
        })
      ).planReaders.map(({ sees }: { sees: boolean }) => sees);
    expect([await readers('lena'), await readers('anna')]).toEqual([
      [false, false],
      [true, true],
    ]);
    const write = (words: string) => ({
      i: { groupId: open.group.id, kind: 'strength', words, revealsPlace: true },
    });
    expect(await (await open.group.as('lena')).refusal(WRITE_ENTRY, write('Bor i norr.'))).toMatchObject({
      code: 'PLACE_REACHES_NOBODY',
    });
    await (await open.group.as('anna')).query(WRITE_ENTRY, write('Tränar i hallen i norr.'));
    const seen = await (await open.group.as('marcus')).query(print(PlanDocument), { groupId: open.group.id });
    expect(JSON.stringify(seen)).toContain('Tränar i hallen i norr.');
    // And speaking of what one has been told of goes on as before.
    const entry = seen.plan.entries.find(({ said }: { said: { text: string } }) =>
      said.text.startsWith('Envis, säger marcus'),
    );
    await (
      await open.group.as('marcus')
    ).query(ACT_ON_ENTRY, { i: { entryId: entry.id, version: entry.version, act: 'remove', words: 'Fel ord.' } });
  });
});

describe('a protection that comes after the telling', () => {
  const later: Table[] = [];
  const shares = new Map<Table, string[]>();
  let wasOpen: boolean[] = [];
  const isOpen = async (at: Table): Promise<boolean> =>
    (
      await world.behindTheLocks(`select 1 from share where id = any($1::uuid[]) and in_force @> clock.now()`, [
        shares.get(at),
      ])
    ).length > 0;
  beforeAll(async () => {
    for (const at of [await table(), await table()]) {
      later.push(at);
      // Told when a guest could still tell a place.
      const told = await world.behindTheLocks<{ id: string }>(
        `with said as (update item set reveals_place = true where id in (select e.item_id from plan_entry e
           join item i on i.id = e.item_id where e.group_id = $1 and i.branch_id = $2) returning id)
         select h.id from share h join said on said.id = h.item_id order by h.id`,
        [at.group.id, world.caller('lena').branchId],
      );
      shares.set(
        at,
        told.map(({ id }) => id),
      );
    }
    wasOpen = [await isOpen(later[0]!), await isOpen(later[1]!)];
    await setProtection(later[0]!, 'marking');
  }, 180_000);

  it('closes what was told', async () => {
    expect(wasOpen).toEqual([true, true]);
    expect([await isOpen(later[0]!), await isOpen(later[1]!)]).toEqual([false, true]);
  });

  it.each<[string, DocumentNode, (at: Table) => object]>([
    ['the plan', PlanDocument, ({ group }) => ({ groupId: group.id })],
    ['what it has told', SharingDocument, ({ group }) => ({ caseId: group.file.caseId })],
  ])('shows itself to its giver by nothing on the page of %s', async (_, document, variables) => {
    const seen = await Promise.all(later.map((at) => answerTo(at, 'lena', document, variables(at))));
    expect(seen[0]).toEqual(seen[1]);
    expect(seen[1]).not.toHaveProperty('refused');
    expect(JSON.stringify(seen)).not.toContain('Envis, säger lena.');
  });

  it('nor by what comes of telling it on or of ending it', async () => {
    const ITEM = `select item_id as id from share where id = $1`;
    const END = `mutation($id: ID!) { endShare(id: $id) { taken stayed } }`;
    const answers = [];
    for (const at of later) {
      const [share] = shares.get(at)!;
      const [item] = await world.behindTheLocks<{ id: string }>(ITEM, [share]);
      const { sharing } = await (
        await at.group.as('lena')
      ).query(print(SharingDocument), {
        caseId: at.group.file.caseId,
      });
      expect(sharing.given.find(({ id }: { id: string }) => id === share)).toMatchObject({ isInForce: true });
      const preview = await answerTo(at, 'lena', PreviewShareDocument, {
        input: {
          ...{ caseId: at.group.file.caseId, itemIds: [item!.id], withName: false, purpose: 'support', draft: null },
          ...{ until: null, toBranchIds: await housesFor('lena') },
        },
      });
      answers.push([preview, await answerTo(at, 'lena', END, { id: share })]);
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[1]).toEqual([
      { refused: expect.stringContaining('NOT_FOUND') },
      { endShare: { taken: 1, stayed: 0 } },
    ]);
  });
});

// The hard grades take the name itself from whoever has it, and for good: they come last.
describe.each(PROTECTIONS.slice(2))('under %s', (protection) => {
  it('nothing differs in what would come of telling a place on, and in the no to it', async () => {
    await setProtection(shielded, protection);
    for (const kind of [
      { category: 'leisure', revealsPlace: true },
      { category: 'whereabouts', revealsPlace: false },
    ]) {
      await expectSamePreview('lena', kind);
      await expectSameNo('lena', kind);
    }
  });
});
