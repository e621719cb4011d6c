/** A consent is taken out in the forms of others by who works with it, and the ledger says so; nobody else gets a word. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DraftConsent } from '#use-cases/consent/draft-consent.js';
import { startApi, type Api } from '../../support/api.js';
import { openGradedCase } from '../../support/case.js';
import { buildWorld, type World } from '../../support/world.js';

let world: World;
let api: Api;
let consentId: string;

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
    const lines = await world.behindTheLocks(
      `select 1 from ledger_entry where action = 'export' and detail ->> 'consentId' = $1 and detail ->> 'form' = $2`,
      [consentId, form === 'fhir' ? 'fhir-r5' : 'iso-27560'],
    );
    expect(lines).toHaveLength(1);
  });

  it.each(['sara', 'marcus'])('is nothing to %s, who does not work on the case', async (key) => {
    const other = await api.as({ id: world.town.staff.get(key) ?? '' });
    const answer = await other.fetch(`/documents/consent/${consentId}/fhir`);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('polisen');
  });
});
