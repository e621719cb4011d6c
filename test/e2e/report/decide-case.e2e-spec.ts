/** A green case is decided without a hub: intake proposes, someone with the authority decides, and what follows follows. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type Api, type ApiClient } from '../../support/api.js';
import { FEEDBACK, GRADE, makeReport, MINE, PROTECT } from '../../support/reports.js';
import { buildWorld, type World } from '../../support/world.js';

const DECIDE = `mutation($input: DecideCaseInput!) { decideCase(input: $input) { caseId kind state } }`;
const PROPOSE = `mutation($input: ProposeDecisionInput!) { proposeDecision(input: $input) { caseId } }`;
const DECIDERS = `query($id: ID!) { caseDeciders(caseId: $id) { deciders { staffId name } investigators { staffId name } openHubId } }`;
const FILE = `query($id: ID!) { case(id: $id) { state phase version deadlines { kind state startsAt dueAt }
  decisions { kind byName investigatorName hubId reasons { kind text } } proposals { kind byName toName investigatorId reasons { text } } } }`;
const REASONS = 'Skolan och familjen har redan ett stöd som fungerar.';

let world: World;
let api: Api;
const people = new Map<string, ApiClient>();
const as = (key: string): ApiClient => people.get(key)!;
const NAMES: Readonly<Record<string, string>> = { maria: 'Maria Lindgren', elin: 'Elin Forsbäck' };
const nameOf = (key: string): string => NAMES[key]!;
const idOf = (key: string): string => world.town.staff.get(key)!;
const file = async (id: string, who = 'maria') => (await as(who).query(FILE, { id })).case;

beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  for (const key of ['marcus', 'maria', 'sara', 'elin', 'birgitta'])
    people.set(key, await api.as({ id: world.town.staff.get(key)! }));
}, 60_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

/** A report by the police, graded by intake; assessed for protection unless told otherwise. */
async function aCase(grade: string | null, protectionAssessed = true): Promise<{ caseId: string; reportId: string }> {
  const { id } = await makeReport(as('marcus'));
  const [row] = await world.behindTheLocks<{ case_id: string }>(
    'select case_id from report_child where report_id = $1',
    [id],
  );
  const caseId = row!.case_id;
  if (protectionAssessed)
    await as('maria').query(PROTECT, { input: { caseId, needsProtection: false, reasons: 'Tryggt hemma.' } });
  if (grade !== null)
    await as('maria').query(GRADE, {
      input: {
        caseId,
        expectedVersion: (await file(caseId)).version,
        grade,
        reasons: 'Enstaka händelse.',
        instrument: 'check-irk',
      },
    });
  return { caseId, reportId: id };
}

const decision = async (caseId: string, over: object = {}) => ({
  input: {
    caseId,
    expectedVersion: (await file(caseId, 'birgitta')).version,
    kind: 'no-investigation',
    reasons: REASONS,
    ...over,
  },
});
const faultsOf = (refusal: { faults: readonly { field: string; code: string }[] }) =>
  refusal.faults.map(({ field, code }) => `${field} ${code}`);

describe('a green case', () => {
  it('is proposed by intake, and closed by whom it was proposed to; the reporter can then be answered', async () => {
    const { caseId, reportId } = await aCase('green');
    const { caseDeciders } = await as('maria').query(DECIDERS, { id: caseId });
    expect(caseDeciders.deciders.map((d: any) => d.name)).toEqual(['Birgitta Nordling', 'Elin Forsbäck']);
    expect(caseDeciders.openHubId).toBeNull();
    expect((await as('elin').refusal(FILE, { id: caseId })).code).toBe('NOT_FOUND');
    await as('maria').query(PROPOSE, await decision(caseId, { decider: idOf('elin') }));
    const proposed = await file(caseId, 'elin');
    expect(proposed.state).toBe('graded');
    expect(proposed.proposals).toEqual([
      {
        kind: 'no-investigation',
        byName: nameOf('maria'),
        toName: nameOf('elin'),
        investigatorId: null,
        reasons: { text: REASONS },
      },
    ]);
    expect(
      await world.behindTheLocks(
        `select staff_id from notice where kind = 'decision-proposed' and case_id = $1 and staff_id = $2`,
        [caseId, idOf('elin')],
      ),
    ).toHaveLength(1);
    const { decideCase } = await as('elin').query(DECIDE, await decision(caseId));
    expect(decideCase).toEqual({ caseId, kind: 'no-investigation', state: 'closed' });
    const after = await file(caseId);
    expect(after.state).toBe('closed');
    expect(after.decisions).toEqual([
      {
        kind: 'no-investigation',
        byName: nameOf('elin'),
        investigatorName: null,
        hubId: null,
        reasons: { kind: 'decision', text: REASONS },
      },
    ]);
    const states = Object.fromEntries(after.deadlines.map((d: any) => [d.kind, d.state]));
    expect(states).toMatchObject({
      'grade-green-assessment': 'met',
      'protection-assessment': 'met',
      'report-feedback': 'open',
      retention: 'open',
    });
    const feedback = { content: 'no-investigation', notUnsuitable: true, reasons: 'Inget hinder.' };
    await as('maria').query(FEEDBACK, { input: { reportId, caseId, ...feedback } });
    const mine = (await as('marcus').query(MINE)).myReports.edges[0].node;
    expect(mine.parts.find((p: any) => p.feedback)).toMatchObject({ feedback: 'no-investigation' });
    const lines = await world.behindTheLocks<{ deed: string; actor_staff: string }>(
      `select detail->>'deed' as deed, actor_staff from ledger_entry where case_id = $1 and detail ? 'decision' order by at`,
      [caseId],
    );
    expect(lines).toEqual([
      { deed: 'decision-proposed', actor_staff: idOf('maria') },
      { deed: 'decided', actor_staff: idOf('elin') },
    ]);
  });

  it('becomes an investigation with its investigator and four months', async () => {
    const { caseId } = await aCase('green');
    await as('birgitta').query(
      DECIDE,
      await decision(caseId, { kind: 'open-investigation', investigator: idOf('elin') }),
    );
    const after = await file(caseId, 'elin');
    expect([after.state, after.phase]).toEqual(['investigation', 'investigation']);
    expect(after.decisions[0].investigatorName).toBe(nameOf('elin'));
    const [limit] = after.deadlines.filter((d: any) => d.kind === 'investigation');
    expect(limit.state).toBe('open');
    const months = new Date(limit.startsAt);
    months.setUTCMonth(months.getUTCMonth() + 4);
    expect(Math.abs(Date.parse(limit.dueAt) - months.getTime())).toBeLessThan(3 * 86_400_000);
    const assigned = await world.behindTheLocks<{ staff_id: string; reason: string }>(
      `select staff_id, reason from assignment where case_id = $1 and staff_id is not null and reason <> 'reporter' order by reason`,
      [caseId],
    );
    expect(assigned).toEqual([
      { staff_id: idOf('birgitta'), reason: 'decision' },
      { staff_id: idOf('elin'), reason: 'investigation' },
    ]);
    // Decided once: nothing is decided on it again.
    expect((await as('birgitta').refusal(DECIDE, await decision(caseId))).code).toBe('STEP_NOT_POSSIBLE');
  });

  it('can be given other support, and a stale page decides nothing', async () => {
    const { caseId } = await aCase('green');
    const stale = (await decision(caseId)).input.expectedVersion - 1;
    expect((await as('birgitta').refusal(DECIDE, await decision(caseId, { expectedVersion: stale }))).code).toBe(
      'CONFLICT',
    );
    // What was refused left nobody on the case.
    expect(
      await world.behindTheLocks(`select 1 from assignment where case_id = $1 and reason = 'decision'`, [caseId]),
    ).toEqual([]);
    const { decideCase } = await as('birgitta').query(DECIDE, await decision(caseId, { kind: 'other-support' }));
    expect(decideCase).toMatchObject({ kind: 'other-support', state: 'closed' });
  });
});

describe('who decides and when', () => {
  it('is not intake, not a representative, and never somebody who may not', async () => {
    const { caseId } = await aCase('green');
    for (const key of ['maria', 'sara'])
      expect((await as(key).refusal(DECIDE, await decision(caseId))).code).toBe('NOT_ALLOWED');
    const refusal = await as('maria').refusal(PROPOSE, await decision(caseId, { decider: idOf('sara') }));
    expect(faultsOf(refusal)).toEqual(['decider MAY_NOT_DECIDE']);
    const nobody = await as('maria').refusal(PROPOSE, await decision(caseId, { reasons: ' ', kind: '' }));
    expect(faultsOf(nobody).sort()).toEqual(['decider REQUIRED', 'kind REQUIRED', 'reasons REASONS_MISSING']);
    const wrong = await as('birgitta').refusal(
      DECIDE,
      await decision(caseId, { kind: 'open-investigation', investigator: idOf('sara') }),
    );
    expect(faultsOf(wrong)).toEqual(['investigator MAY_NOT_RECEIVE']);
    // An investigator who was not asked does not even learn that the case is there.
    expect((await as('elin').refusal(DECIDE, await decision(caseId))).code).toBe('NOT_FOUND');
  });

  it('closes nothing before the protection assessment, decides nothing before the grade', async () => {
    const { caseId } = await aCase('green', false);
    expect(faultsOf(await as('birgitta').refusal(DECIDE, await decision(caseId)))).toEqual(['kind PROTECTION_FIRST']);
    const ungraded = await aCase(null);
    expect((await as('birgitta').refusal(DECIDE, await decision(ungraded.caseId))).code).toBe('DECISION_NEEDS_GRADE');
  });

  it('leaves it to the hub once one is convened', async () => {
    const { caseId } = await aCase('orange');
    const { proposeHub } = await as('maria').query(`query($id: ID!) { proposeHub(caseId: $id) { units { unitId } } }`, {
      id: caseId,
    });
    await as('maria').query(`mutation($input: ConveneHubInput!) { conveneHub(input: $input) { id } }`, {
      input: { caseId, unitIds: [proposeHub.units[0].unitId] },
    });
    expect((await as('birgitta').refusal(DECIDE, await decision(caseId))).code).toBe('HUB_DECIDES');
    expect((await as('maria').refusal(PROPOSE, await decision(caseId, { decider: idOf('birgitta') }))).code).toBe(
      'HUB_DECIDES',
    );
  });
});

describe('who else sees it', () => {
  const SEEN = `query($id: ID!) { case(id: $id) { reports { parts { kind alsoSeenBy { kind name } } } gradings { reasons { alsoSeenBy { name } } } } }`;
  const OWN = `query { myReports { edges { node { parts { kind alsoSeenBy { kind name } } } } } }`;

  it('names the reporter’s house to intake, social services to the reporter, and nobody for one’s own reasons', async () => {
    const { caseId } = await aCase('green');
    const seen = (await as('maria').query(SEEN, { id: caseId })).case;
    const [said] = seen.reports[0].parts.filter((p: any) => p.kind === 'content');
    expect(said.alsoSeenBy).toEqual([{ kind: 'police', name: expect.any(String) }]);
    expect(seen.gradings[0].reasons.alsoSeenBy).toEqual([]);
    const [own] = (await as('marcus').query(OWN)).myReports.edges[0].node.parts;
    expect(own.alsoSeenBy).toEqual([{ kind: 'social-services', name: expect.any(String) }]);
  });
});
