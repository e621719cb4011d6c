/** The papers that a form names can each be had, by each reader as far as the gate goes for them, and no others (OSL 26:1). */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FORM_DOCUMENTS } from '#domain/form/form.js';
import { readForms } from '#platform/forms/read-forms.js';
import { type Api, startApi } from '../../support/api.js';
import { formPlaceGroup, layArea } from '../../support/busy-area.js';
import { clientsOf, formedGroup, prepareGroup, seat, FORM, MOVE, type GroupUnderTest } from '../../support/group.js';
import { poppler, readPaper } from '../../support/paper.js';
import { secondCoordinator } from '../../support/second-coordinator.js';
import { buildWorld, type World } from '../../support/world.js';

let world: World;
let api: Api;
let group: GroupUnderTest;
beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  group = await formedGroup(world, api, { givenName: 'Tilde' });
  await group.step('plan', { words: 'Hem före nio, och simningen igen.' });
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

const take = async (key: string, document: string, groupId = group.id) =>
  (await group.as(key)).fetch(`/documents/group/${groupId}/${document}`);
const read = async (key: string, document: string): Promise<string> => {
  const response = await take(key, document);
  expect([key, document, response.status, response.headers.get('content-type')]).toEqual([
    key,
    document,
    200,
    'application/pdf',
  ]);
  const { info, tree, text } = await readPaper(Buffer.from(await response.arrayBuffer()));
  expect(info).toMatch(/Tagged:\s+yes/);
  expect(tree).toMatch(/H1/);
  return text.replaceAll(/\s+/g, ' ');
};

describe('a form’s papers', () => {
  it('are of kinds that can be had, in every form', () => {
    for (const { kind, documents } of readForms())
      for (const { document } of documents)
        expect([kind, document, FORM_DOCUMENTS.includes(document)]).toEqual([kind, document, true]);
  });

  it('are none that the form does not name, and nobody’s who has no place in the group', async () => {
    for (const word of ['poem', 'picture', 'statistics'])
      expect([word, (await take('anna', word)).status]).toEqual([word, 404]);
    for (const key of ['hassan', 'tove']) {
      const real = await take(key, 'plan');
      const none = await take(key, 'plan', randomUUID());
      expect([key, real.status, await real.text()]).toEqual([key, none.status, await none.text()]);
      expect(real.status).toBeGreaterThanOrEqual(400);
    }
  });
});

(poppler ? describe : describe.skip)('a form’s papers, read back', () => {
  it('say what was decided, who takes part and how far it has come, to whoever leads', async () => {
    const plan = await read('anna', 'plan');
    expect(plan).toContain('Tilde Provberg');
    expect(plan).toContain('Hem före nio, och simningen igen.');
    for (const name of ['Anna Wikmark', 'Marcus Dahlin', 'Lena Åsbrink']) expect(plan).toContain(name);
    expect(plan).toMatch(/Utskriven av Anna Wikmark/);
    // As an authority files it: which paper, of which case, on what ground, and that it is secret.
    expect(plan).toMatch(
      /Registrering.*Handling: Plan.*Diarienummer: .*Ärende: \S+.*Ansvarig: Anna Wikmark.*Grund: OSL 10:1/,
    );
    expect(plan).toMatch(/Innehåller [^.]*sekretess\./);
    expect(await read('anna', 'minutes')).toContain('Inget är antecknat än.');
    const lines = await world.behindTheLocks<{ document: string }>(
      `select detail->>'document' as document from ledger_entry where action = 'export' and detail->>'groupId' = $1`,
      [group.id],
    );
    expect(lines.map(({ document }) => document).sort()).toEqual(['minutes', 'plan']);
  });

  it('tell another house no more than its page does', async () => {
    const plan = await read('marcus', 'plan');
    expect(plan).toContain('Tilde Provberg');
    expect(plan).toContain('skälen är stängda för den som skriver ut');
    expect(plan).not.toContain('simningen');
    await group.consent.withdraw(group.file.personId);
    expect((await take('marcus', 'plan')).status).toBe(404);
  });

  it('name nobody in a form without persons', async () => {
    const anna = await group.as('anna');
    const { startGroup: id } = await anna.query(`mutation($i: StartGroupInput!) { startGroup(input: $i) }`, {
      i: { kind: 'steering', area: 'Styrgruppen' },
    });
    const members = ['anna', 'gunvor', 'kerstin'].map((key) => seat(world, key));
    const { group: seen } = await anna.query(`query($id: ID!) { group(id: $id) { version } }`, { id });
    await anna.query(FORM, {
      i: { groupId: id, version: seen.version, contactStaffId: world.caller('anna').staffId, members },
    });
    const response = await take('anna', 'statistics', id);
    expect(response.status).toBe(200);
    const { text } = await readPaper(Buffer.from(await response.arrayBuffer()));
    expect(text).toContain('Styrgruppen');
    const flat = text.replaceAll(/\s+/g, ' ');
    // One group alone is no number that leaves the house.
    expect(flat).toMatch(/Grupper i verksamheten.*Social insatsgrupp: färre än tre.*pågår färre än tre/);
    expect(flat).toContain('Grund: inga personuppgifter.');
    expect(flat).not.toMatch(/Tilde|Provberg|Innehåller sekretess/);
    // Counted over the whole house, whoever takes it out; what is few is in no sum.
    const ali = await secondCoordinator(world, api);
    for (const givenName of ['Alva', 'Bo']) await formedGroup(world, api, { givenName });
    const paused = await formedGroup(world, api, { givenName: 'Cleo' });
    const { version } = await paused.seenBy('anna');
    await anna.query(MOVE, { i: { groupId: paused.id, version, move: 'pause', reason: 'health', words: '' } });
    for (const client of [anna, ali.client]) {
      const taken = await client.fetch(`/documents/group/${id}/statistics`);
      const whole = await readPaper(Buffer.from(await taken.arrayBuffer()));
      expect(whole.text.replaceAll(/\s+/g, ' ')).toMatch(
        /Social insatsgrupp: 3 och några till.*pågår 3.*vilar färre än tre/i,
      );
    }
    // An agreement has room for a name for each who takes part, and is read in its order.
    const agreement = await readPaper(Buffer.from(await (await take('anna', 'agreement', id)).arrayBuffer()));
    expect(agreement.tree.match(/Ort och datum/g)).toHaveLength(3);
    expect(agreement.tree).toMatch(/H1[\s\S]*H2[\s\S]*Registrering[\s\S]*Underskrifter[\s\S]*Gunvor/);
  });

  it('picture a place’s week with what may be told of it, its measures and who was silent', async () => {
    const as = clientsOf(world, api);
    const id = await formPlaceGroup(world, await as('anna'));
    await layArea(world, as, id);
    const paper = await readPaper(Buffer.from(await (await take('anna', 'picture', id)).arrayBuffer()));
    const flat = paper.text.replaceAll(/\s+/g, ' ');
    expect(flat).toMatch(/Lägesbild, vecka \d+ \d{4}/);
    expect(flat).toMatch(/Station\S*: \d+.*\(veckan före: 0\)/);
    expect(flat).toContain('Vuxenvandring runt Stationen fredag och lördag, två par.');
    // What another house has told fewer than three of is told as few, on paper too.
    expect(flat).toMatch(/färre än tre/);
    expect((await take('lena', 'picture', id)).status).toBe(404);
  });

  it('hold what an ordered assessment came to, for the house that ordered it alone', async () => {
    const rbm = { kind: 'sig-rbm', agesFrom: 13, agesTo: 18, version: 0 };
    await (await group.as('tove')).query(`mutation($i: AdjustFormInput!) { adjustForm(input: $i) }`, { i: rbm });
    const other = await prepareGroup(world, api, { kind: 'sig-rbm', givenName: 'Ove' });
    const anna = await other.as('anna');
    const { orderAssessment } = await anna.query(
      `mutation($i: OrderAssessmentInput!) { orderAssessment(input: $i) { assessments { id } } }`,
      { i: { groupId: other.id, instrument: 'savry', assessorId: world.caller('elin').staffId } },
    );
    const assessment = async () =>
      (await readPaper(Buffer.from(await (await take('anna', 'assessment', other.id)).arrayBuffer()))).text.replaceAll(
        /\s+/g,
        ' ',
      );
    expect(await assessment()).toMatch(/Bedömningar med instrument.*SAVRY: beställd/);
    await (
      await other.as('elin')
    ).query(`mutation($i: FinishAssessmentInput!) { finishAssessment(input: $i) { assessments { id } } }`, {
      i: { id: orderAssessment.assessments[0].id, level: 'medium', assessedOn: '2026-01-15', words: 'Skolan skyddar.' },
    });
    expect(await assessment()).toMatch(/SAVRY: Medelnivå\. Skolan skyddar\. bedömare Elin.*bedömd 2026-01-15/);
  });
});
