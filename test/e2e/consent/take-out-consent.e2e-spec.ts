/** A consent is taken out in the forms of others by who works with it, and the ledger says so; nobody else gets a word. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DraftConsent } from '#use-cases/consent/draft-consent.js';
import { startApi, type Api } from '../../support/api.js';
import { openGradedCase } from '../../support/case.js';
import { buildWorld, type World } from '../../support/world.js';

let world: World;
let api: Api;
let consentId: string;
let childId: string;
let people: readonly string[];

const PREVIEW = `query($id: ID!) { consentExport(id: $id) { outcome ground events people { personId outcome ground } } }`;

const linesOf = (form: string) =>
  world.behindTheLocks<{ action: string; ground: string; person_id: string }>(
    `select action, ground, person_id from ledger_entry where detail ->> 'consentId' = $1 and detail ->> 'form' = $2`,
    [consentId, form],
  );

beforeAll(async () => {
  world = await buildWorld();
  const { caseId } = await openGradedCase(world, { grade: 'orange' });
  const maria = world.caller('maria');
  const drafts = new DraftConsent(world.asCaller, world.seal);
  consentId = await drafts.draft(maria, caseId, {
    scope: {
      from: ['ekvalla-soc/individ-och-familj'],
      to: ['polisen/lpo-ekvalla'],
      categories: ['measures-and-plan'],
      purposes: ['support'],
    },
    situations: ['meeting'],
    form: 'sig',
    validFrom: null,
    validUntil: null,
    apart: false,
    why: '',
  });
  await drafts.offer(maria, { id: consentId, expectedVersion: 1 });
  const signers = await world.behindTheLocks<{ id: string; child: string }>(
    `select s.person_id as id, c.person_id as child from consent_signer s join consent c on c.id = s.consent_id where c.id = $1`,
    [consentId],
  );
  childId = signers[0]?.child ?? '';
  people = [...new Set([childId, ...signers.map(({ id }) => id)])];
  api = await startApi(world.database);
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

describe('taking a consent out', () => {
  it.each([
    ['receipt', 'application/ld+json', { '@type': 'ConsentRecord', state: 'requested' }],
    ['fhir', 'application/fhir+json', { resourceType: 'Consent', status: 'draft' }],
  ])('as %s', async (form, type, expected) => {
    const maria = await api.as({ id: world.town.staff.get('maria') ?? '' });
    const answer = await maria.fetch(`/documents/consent/${consentId}/${form}`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, `${type}; charset=utf-8`]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.json()).toMatchObject(expected);
    // One line for each who stands in it, with the ground on which it was given.
    const lines = await linesOf(form === 'fhir' ? 'fhir-r5' : 'iso-27560');
    expect(lines.map(({ person_id }) => person_id).sort()).toEqual([...people].sort());
    expect(new Set(lines.map(({ action, ground }) => `${action} ${ground}`))).toEqual(new Set(['export internal']));
  });

  it('is previewed: what it tells of whom and on which ground, as something read and not as something taken out', async () => {
    const maria = await api.as({ id: world.town.staff.get('maria') ?? '' });
    const { consentExport } = await maria.query(PREVIEW, { id: consentId });
    expect(consentExport).toMatchObject({ outcome: 'release', ground: 'internal', events: 2 });
    expect(consentExport.people.map((one: { personId: string }) => one.personId).sort()).toEqual([...people].sort());
    const lines = await linesOf('preview');
    expect(lines).toHaveLength(people.length);
    expect(new Set(lines.map(({ action, ground }) => `${action} ${ground}`))).toEqual(new Set(['read internal']));
  });

  it('is refused, in the preview and at the door, when someone in it is protected from the reader', async () => {
    const guardian = people.find((id) => id !== childId) ?? '';
    const maria = await api.as({ id: world.town.staff.get('maria') ?? '' });
    await world.behindTheLocks(`update person set protection = 'protected-registration' where id = $1`, [guardian]);
    try {
      const { consentExport } = await maria.query(PREVIEW, { id: consentId });
      expect(consentExport).toMatchObject({ outcome: 'refuse', ground: 'need-to-know' });
      for (const form of ['receipt', 'fhir']) {
        const answer = await maria.fetch(`/documents/consent/${consentId}/${form}`);
        expect(answer.status).toBe(403);
        const said = await answer.text();
        expect(JSON.parse(said)).toMatchObject({ code: 'EXPORT_IS_WITHHELD' });
        expect(said).not.toContain('polisen');
        expect(said).not.toContain(guardian);
      }
      const refused = await world.behindTheLocks(
        `select distinct ground from ledger_entry
          where action = 'refuse' and person_id = $1 and detail ->> 'consentId' = $2 and detail ->> 'form' is not null`,
        [guardian, consentId],
      );
      expect(refused).toEqual([{ ground: 'need-to-know' }]);
    } finally {
      await world.behindTheLocks(`update person set protection = 'none' where id = $1`, [guardian]);
    }
  });

  it.each(['sara', 'marcus'])('is nothing to %s, who does not work on the case', async (key) => {
    const other = await api.as({ id: world.town.staff.get(key) ?? '' });
    const answer = await other.fetch(`/documents/consent/${consentId}/fhir`);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('polisen');
    await expect(other.query(PREVIEW, { id: consentId })).rejects.toThrow();
  });
});
