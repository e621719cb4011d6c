/** The two standard forms of a consent, held to the schemas that others hold us to, by programs that are not ours. */
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import jsonld from 'jsonld';
import { readFileSync } from 'node:fs';
import { NO_REFUSALS, type ConsentSigner } from '#domain/consent/consent.js';
import { CONSENT_STATES } from '#domain/consent/consent-states.js';
import type { ConsentExport } from '#use-cases/consent/consent-export.js';
import { consentAsFhir } from './consent-fhir.js';
import { consentReceipt } from './consent-receipt.js';

const AT = Date.UTC(2026, 10, 27, 9);
const CHILD = '11111111-1111-4111-8111-111111111111';
const MOTHER = '22222222-2222-4222-8222-222222222222';
const house = (written: string, name: string) => ({
  house: written,
  branchId: written,
  kind: 'police',
  name,
  ended: false,
});
const SOC = house('ekvalla-soc/individ-och-familj', 'Socialtjänsten');
const POLICE = house('polisen/lpo-ekvalla', 'Polisen');
const SCHOOL = house('ekvalla-skola/grundskola', 'Skolan');

const signer = (person: string, over: Partial<ConsentSigner> = {}): ConsentSigner => ({
  person,
  standsAs: person === CHILD ? 'subject' : 'guardian',
  refusals: NO_REFUSALS,
  signedAt: AT,
  method: 'e-id',
  declinedAt: null,
  withdrawnAt: null,
  ...over,
});

const consent = (over: Partial<ConsentExport['record']> = {}): ConsentExport => ({
  record: {
    id: '33333333-3333-4333-8333-333333333333',
    person: CHILD,
    state: 'active',
    offered: {
      from: [SOC.house, POLICE.house, SCHOOL.house],
      to: [SOC.house, POLICE.house, SCHOOL.house],
      categories: ['measures-and-plan', 'addiction'],
      purposes: ['support', 'prevent-crime'],
    },
    situations: ['meeting'],
    validFrom: AT,
    validUntil: AT + 180 * 86_400_000,
    withdrawnAt: null,
    endedAt: null,
    renews: null,
    apart: false,
    signers: [signer(CHILD), signer(MOTHER, { refusals: { houses: [SCHOOL.house], categories: ['addiction'] } })],
    ...over,
  },
  notice: { id: 'samtycke-samverkan', version: '2026-11', hash: Buffer.alloc(32, 7) },
  read: [
    { personId: CHILD, language: 'sv-simple', version: '2026-11-2', hash: Buffer.alloc(32, 8) },
    { personId: MOTHER, language: 'so', version: '2026-11', hash: Buffer.alloc(32, 9) },
  ],
  jurisdiction: 'SE',
  asker: SOC,
  houses: [SOC, POLICE, SCHOOL],
  events: [{ seq: 1, kind: 'offered', state: 'offered', at: new Date(AT), byStaff: null, byPerson: null }],
  retentionYears: 5,
  madeAt: new Date(AT),
});

const schema = (file: string): object => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as object;
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats.default(ajv);
const fhir = ajv.compile({
  ...schema('../../../test/support/standards/fhir-r5.schema.json'),
  $ref: '#/definitions/Consent',
});
const receipt = ajv.compile(schema('../../../config/schemas/consent-receipt.schema.json'));
const faults = (validate: typeof fhir, value: unknown): unknown => (validate(value) ? [] : validate.errors);

describe('a consent in the forms of others', () => {
  it.each([...CONSENT_STATES])('is a valid FHIR R5 Consent and a valid receipt when %s', (state) => {
    expect(faults(fhir, consentAsFhir(consent({ state })))).toEqual([]);
    expect(faults(receipt, consentReceipt(consent({ state })))).toEqual([]);
  });

  it('is held to schemas that can say no', () => {
    expect(faults(fhir, { ...consentAsFhir(consent()), period: { start: 'i morgon' } })).not.toEqual([]);
    expect(faults(fhir, { ...consentAsFhir(consent()), patient: 'x' })).not.toEqual([]);
    expect(faults(receipt, { ...consentReceipt(consent()), record_id: 'nummer 7' })).not.toEqual([]);
  });

  it('says only what still holds: what a signer took away is in neither', () => {
    for (const written of [JSON.stringify(consentAsFhir(consent())), JSON.stringify(consentReceipt(consent()))]) {
      expect(written).not.toContain(SCHOOL.house);
      expect(written).not.toContain('addiction');
      expect(written).toContain(POLICE.house);
    }
  });

  it('says in which language each has read the text, and which text that was', () => {
    const both = consentReceipt(consent());
    expect(both['notice']).toMatchObject({ language: 'sv', sha256: '07'.repeat(32) });
    expect(both['events']).toContainEqual(
      expect.objectContaining({ notice_version: '2026-11', notice_language: 'so', notice_sha256: '09'.repeat(32) }),
    );
    const alone = {
      ...consent(),
      read: [{ personId: CHILD, language: 'sv-simple', version: '2026-11-2', hash: Buffer.alloc(32, 8) }],
    };
    expect(consentReceipt(alone)['notice']).toMatchObject({
      version: '2026-11-2',
      language: 'sv-x-simple',
      sha256: '08'.repeat(32),
    });
  });

  it('permits by exception, never by default', () => {
    expect(consentAsFhir(consent())).toMatchObject({ decision: 'deny', status: 'active', provision: [{}] });
    expect(consentAsFhir(consent({ state: 'withdrawn' }))).toMatchObject({ status: 'inactive' });
  });

  it('is understood as linked data without fetching anything', async () => {
    const [read] = await jsonld.expand(consentReceipt(consent()) as never, {
      documentLoader: () => Promise.reject(new Error('nothing may be fetched')),
    });
    expect(read).toMatchObject({
      '@id': 'urn:uuid:33333333-3333-4333-8333-333333333333',
      'https://w3id.org/dpv#hasJurisdiction': [{ '@value': 'SE' }],
    });
    expect(JSON.stringify(read)).toContain('https://w3id.org/dpv#hasRecipient');
  });
});
