/**
 * Every operation that takes an id, with the ids of a case, a person, a hub and a question that the asker has nothing to do
 * with: the answer is word for word that for an id nobody has ever given (ASVS 8.2.2, 8.4.1; OSL 26:1).
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { ApiClient } from '../support/api.js';
import { callOf, callsWithIds, fewAtATime, schemaOf, type Call } from './calls.js';
import { layOthers } from './others-objects.js';
import { buildQuarry, isLong, type Quarry } from './quarry.js';

let quarry: Quarry;
let calls: readonly Call[];
let targets: readonly (readonly [kind: string, id: string])[];

beforeAll(async () => {
  quarry = await buildQuarry();
  const { red, questions } = quarry.busy;
  const [row] = await quarry.world.behindTheLocks<{ item: string; deadline: string; report: string; notice: string }>(
    `select (select id from item where case_id = $1 and branch_id = $2 limit 1) as item,
       (select id from deadline where case_id = $1 limit 1) as deadline, (select id from notice where case_id = $1 limit 1) as notice,
       (select report_id from report_child where case_id = $1 limit 1) as report`,
    [red.caseId, quarry.world.caller('maria').branchId],
  );
  targets = [
    ['case', red.caseId],
    ['person', red.personId],
    ['hub', red.hubId],
    ['question', questions.get('Barnenheten') ?? ''],
    ['item', row?.item ?? ''],
    ['report', row?.report ?? ''],
    ['notice', row?.notice ?? ''],
    ...(isLong ? await layOthers(quarry) : []),
    ['group', quarry.busy.groups.preparedId],
  ];
  calls = callsWithIds(schemaOf(quarry.api));
}, 120_000);
afterAll(() => quarry?.close());

/** The whole answer, without what tells one request from another. */
async function answerTo(client: ApiClient, call: Call, id: string): Promise<string> {
  const response = await client.fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: quarry.api.url },
    body: JSON.stringify({ query: call.document, variables: call.variables(id) }),
  });
  return `${response.status} ${(await response.text()).replaceAll(id, '<id>')}`;
}

/** A police officer reported the red case: what his own house told there is his to see and to tell on. */
const OWN_REPORT: Readonly<Record<string, readonly string[]>> = {
  marcus: ['caseCircle', 'houseReadings', 'sharedCase', 'sharing'],
};

const OUTSIDERS = isLong ? ['sven', 'lena', 'hassan', 'marcus', 'olof', 'tove'] : ['sven', 'marcus'];

describe('the id of another’s object', () => {
  it('is asked for by most operations of the schema', () => {
    expect(calls.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'case',
        'hub',
        'person',
        'hubBoard',
        'hubQuestion',
        'handOver',
        'gradeCase',
        'mergePeople',
      ]),
    );
    expect(calls.length).toBeGreaterThan(45);
    expect(targets.filter(([, id]) => !id)).toEqual([]);
  });

  it('is answered where it is lawful', async () => {
    const maria = await quarry.as('maria');
    for (const [name, kind] of [
      ['case', 'case'],
      ['hub', 'hub'],
      ['person', 'person'],
    ] as const) {
      const call = calls.find((one) => one.name === name);
      const id = targets.find(([of]) => of === kind)?.[1] ?? '';
      expect(await answerTo(maria, call!, id)).toContain('"__typename"');
    }
  });

  it.each([...OUTSIDERS, 'a manager of another municipality'])(
    'is to %s as if it did not exist',
    async (who) => {
      const client = who === 'a manager of another municipality' ? quarry.stranger.client : await quarry.as(who);
      const told: string[] = [];
      let reached = 0;
      await fewAtATime(calls, async (call) => {
        const nobody = randomUUID();
        const empty = await answerTo(client, call, nobody);
        if (empty.includes('NOT_FOUND')) reached += 1;
        // Who may not ask at all is told so before any id is looked at: one of them shows it.
        const asked = isLong ? targets : [...targets.slice(0, 4), ...targets.slice(-1)];
        for (const [kind, id] of empty.includes('NOT_ALLOWED') && !isLong ? asked.slice(0, 1) : asked) {
          const answer = await answerTo(client, call, id);
          if (kind === 'case' && OWN_REPORT[who]?.includes(call.name)) continue;
          if (answer !== empty) told.push(`${call.name}(${kind}): ${answer.slice(0, 160)} | ${empty.slice(0, 120)}`);
        }
      });
      expect(told).toEqual([]);
      if (who === 'a manager of another municipality') expect(reached).toBeGreaterThan(20);
    },
    180_000,
  );

  it('shows the reporter of it his own report, and where that went, alone', async () => {
    const { marcus, soc } = { marcus: await quarry.as('marcus'), soc: quarry.world.caller('maria').branchId };
    const { caseCircle, sharing, houseReadings, sharedCase } = await marcus.query(
      `query ($id: ID!) { caseCircle(caseId: $id) { kind } sharing(caseId: $id) { person { name } items { id } given { toBranchId } }
         houseReadings(caseId: $id) { branchId sees } sharedCase(caseId: $id) { things { sharedAt } left { id } } }`,
      { id: quarry.busy.red.caseId },
    );
    const police = quarry.world.caller('marcus').branchId;
    const own = await quarry.world.behindTheLocks<{ id: string }>(
      // Where the child is was said by his report too: whoever is not named for a child of another's register is not shown it again.
      `select id from item where case_id = $1 and branch_id = $2 and category not in ('whereabouts', 'contact-details')`,
      [quarry.busy.red.caseId, police],
    );
    expect(own.length).toBeGreaterThan(0);
    expect(caseCircle).toEqual([]);
    expect(sharing.items.map(({ id }: { id: string }) => id).sort()).toEqual(own.map(({ id }) => id).sort());
    expect(new Set(sharing.given.map((one: { toBranchId: string }) => one.toBranchId))).toEqual(new Set([soc]));
    expect(houseReadings).toEqual([
      { branchId: police, sees: true },
      { branchId: soc, sees: false },
    ]);
    expect(sharedCase).toEqual({ things: [], left: [] });
  });

  it('opens no address of a document', async () => {
    for (const who of OUTSIDERS) {
      const client = await quarry.as(who);
      const real = await client.fetch(`/documents/hand-over/${quarry.busy.red.caseId}`);
      const none = await client.fetch(`/documents/hand-over/${randomUUID()}`);
      expect([who, real.status, await real.text()]).toEqual([who, none.status, await none.text()]);
      expect(real.status).toBeGreaterThanOrEqual(400);
    }
  });

  it('opens no screen, and says the same of one that does not exist', async () => {
    for (const who of OUTSIDERS) {
      const socket = await (await quarry.as(who)).socket();
      for (const topic of ['hub', 'board', 'person', 'deadlines', 'case', 'intake-queue', 'notices', 'plan']) {
        for (const [, id] of targets) {
          const real = (await socket.emitWithAck('watch', `${topic}:${id}`)) as { ok: boolean };
          const none = (await socket.emitWithAck('watch', `${topic}:${randomUUID()}`)) as { ok: boolean };
          expect([who, topic, real]).toEqual([who, topic, none]);
          expect(real.ok).toBe(false);
        }
      }
      const maria = quarry.world.town.staff.get('maria') ?? '';
      expect(await socket.emitWithAck('watch', `notices:${maria}`)).toMatchObject({ ok: false });
      socket.close();
    }
  }, 180_000);
});

/** Answers about the form of what was sent: nothing was asked of anybody’s object. */
const OF_FORM = /INVALID_INPUT|BAD_REQUEST|BAD_USER_INPUT/;

const newest = async (): Promise<string> => {
  const [row] = await quarry.world.behindTheLocks<{ id: string }>(`select max(id)::text as id from ledger_entry`);
  return row?.id ?? '0';
};

describe('an attempt at another’s object', () => {
  const linesSince = (id: string, staffId: string) =>
    quarry.world.behindTheLocks<{ ground: string; case_id: string | null; person_id: string | null; outcome: string }>(
      `select ground, case_id, person_id, outcome from ledger_entry where id > $1 and actor_staff = $2 and action = 'refuse' order by id`,
      [id, staffId],
    );

  // Lines are told apart by who tried: each tries one thing after the other, and all of them at the same time.
  it('leaves a line that says about whom, and one at nothing as many, whoever tries', async () => {
    const tries = async (who: string): Promise<void> => {
      const client = await quarry.as(who);
      const staffId = quarry.world.town.staff.get(who) ?? '';
      const silent: string[] = [];
      let told = 0;
      for (const call of calls) {
        const start = await newest();
        await answerTo(client, call, randomUUID());
        const atNothing = await linesSince(start, staffId);
        for (const [kind, id] of targets.slice(0, isLong ? 5 : 2)) {
          const before = await newest();
          const answer = await answerTo(client, call, id);
          const lines = await linesSince(before, staffId);
          const code = /"code":"([A-Z_]+)"/.exec(answer)?.[1] ?? 'answered';
          if (OF_FORM.test(code)) continue;
          if (lines.length !== atNothing.length)
            silent.push(`${call.name}(${kind}): ${lines.length} lines, ${atNothing.length} at nothing`);
          const named = lines.some(
            (line) => line.case_id === quarry.busy.red.caseId || line.person_id === quarry.busy.red.personId,
          );
          if (named) told += 1;
          else silent.push(`${call.name}(${kind}): ${code} ${JSON.stringify(lines)}`);
        }
      }
      expect([who, silent]).toEqual([who, []]);
      expect(told).toBeGreaterThan(isLong ? 250 : 100);
    };
    await Promise.all((isLong ? ['sven', 'lena', 'marcus', 'olof'] : ['sven', 'olof']).map(tries));
  }, 400_000);
});

/** What tells nothing about a person or a case: only of the asker, the staff, the organisation, or where a screen is. */
const TELLS_NOBODY = [
  'calledToMeeting',
  'areaPlaces',
  'areaSettings',
  'areaSettingsPreview',
  'collaborationForms',
  'colleagues',
  'coordinators',
  'deadlineSettings',
  'demonstration',
  'demonstrationClock',
  'dutyRoster',
  'familyPage',
  'formPreview',
  'hubOfQuestion',
  'instruments',
  'keptAgreements',
  'keptForms',
  'leaderlessGroups',
  'ledgerSeal',
  'ledgerStaff',
  'me',
  'myBusySources',
  'myCalendarFeeds',
  'myDraftKeys',
  'myInvitations',
  'myNotices',
  'mySessions',
  'preparatoryGroups',
  'organisation',
  'proposeMove',
  'staff',
  'staffMember',
  'staffTraces',
  'standingHubSlots',
  'townImportPreview',
  'webhookPage',
  'townLimits',
];

/** Asked by families alone, by sessions of their own; the attacks on families see to their lines. */
const FOR_FAMILIES = [
  'familyAccess',
  'familyConsent',
  'familyDoor',
  'familyDraftKey',
  'familyHome',
  'familyMark',
  'familyPlanChanges',
  'familyPlans',
  'familyReceipt',
  'signingText',
];

/** Ask for more than an id and a word; their own tests see to their lines. */
const NEEDS_MORE = [
  'boardReaders',
  'groupTurn',
  'incomingRelocation',
  'jointMeetingOf',
  'meetingRooms',
  'mergePreview',
  'myCalendar',
  'noticeRead',
  'planCategoryReaders',
  'planComparison',
  'planReaders',
  'previewShare',
  'searchPeople',
  'unattachedPeople',
  'weighGroupMeetingTime',
];

describe('a lawful look', () => {
  it('leaves a line for everything that tells of a person or a case', async () => {
    const queries = Object.values(schemaOf(quarry.api).getQueryType()?.getFields() ?? {}).map((field) =>
      callOf('Query', field),
    );
    const names = queries.map(({ name }) => name);
    const exempt = [...TELLS_NOBODY, ...FOR_FAMILIES, ...NEEDS_MORE];
    expect(exempt.filter((name) => !names.includes(name))).toEqual([]);
    const { decided, shared, groups } = quarry.busy;
    const ids = [...targets.map(([, id]) => id), decided.caseId, shared.caseId, shared.consentId];
    ids.push(groups.activeId, groups.activeCaseId, groups.placeId, groups.heldId);
    ids.push(quarry.busy.plain.asked['hassan'] ?? '');
    const silent = new Set(names.filter((name) => !exempt.includes(name)));
    const lookers = ['maria', 'sara', 'karin', 'lena', 'elin', 'anna', 'olof', 'hassan'];
    const looks = async (who: string, place: number): Promise<void> => {
      const client = await quarry.as(who);
      const staffId = quarry.world.town.staff.get(who) ?? '';
      // Each begins at a place of their own, so that they do not all ask the same at the same time.
      const begin = Math.floor((place * queries.length) / lookers.length);
      for (const call of [...queries.slice(begin), ...queries.slice(0, begin)])
        for (const id of ids) {
          if (!silent.has(call.name)) break;
          const from = await newest();
          const answer = await answerTo(client, call, id);
          if (answer.includes('NOT_ALLOWED')) break;
          if (answer.includes('"errors"')) continue;
          const lines = await quarry.world.behindTheLocks(
            `select 1 from ledger_entry where id > $1 and actor_staff = $2 and action <> 'refuse' limit 1`,
            [from, staffId],
          );
          if (lines.length > 0) {
            silent.delete(call.name);
            break;
          }
          if (!JSON.stringify(call.variables('ID')).includes('"ID"')) break;
        }
    };
    await Promise.all(lookers.map(looks));
    expect([...silent]).toEqual([]);
  }, 600_000);
});
