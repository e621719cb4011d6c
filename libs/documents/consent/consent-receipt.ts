/**
 * A consent as a receipt by the fields of ISO/IEC TS 27560, written as JSON-LD on the W3C Data Privacy Vocabulary, so that a
 * family and another system can read what was agreed without this program. The context stands in the receipt itself:
 * nothing is fetched to understand it.
 */
import { scopeNow } from '#domain/consent/consent.js';
import type { ConsentState } from '#domain/consent/consent-states.js';
import type { ConsentExport } from '#use-cases/consent/consent-export.js';

const CONTEXT = {
  '@vocab': 'https://w3id.org/dpv#',
  dct: 'http://purl.org/dc/terms/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  record_id: '@id',
  schema_version: 'dct:conformsTo',
  pii_principal_id: 'hasDataSubject',
  notice: 'hasNotice',
  purposes: 'hasPurpose',
  pii_information: 'hasPersonalData',
  pii_controllers: 'hasDataController',
  recipient_third_parties: 'hasRecipient',
  jurisdiction: 'hasJurisdiction',
  language: 'dct:language',
  notice_language: 'dct:language',
  collection_method: 'hasMethod',
  withdrawal_method: 'isExercisedAt',
  retention_period: 'hasStorageCondition',
  events: 'hasConsentStatus',
  event_time: { '@id': 'dct:date', '@type': 'xsd:dateTime' },
  valid_from: { '@id': 'dct:valid', '@type': 'xsd:dateTime' },
  valid_until: { '@id': 'hasExpiryTime', '@type': 'xsd:dateTime' },
} as const;

/** 27560's words for the state of a consent. */
const EVENT_STATES: Readonly<Record<ConsentState, string>> = {
  draft: 'unknown',
  offered: 'requested',
  'partly-signed': 'requested',
  active: 'given',
  narrowed: 'given',
  renewed: 'renewed',
  withdrawn: 'withdrawn',
  declined: 'refused',
  expired: 'expired',
  ended: 'invalidated',
  'called-off': 'invalidated',
};

/** Instants in ISO 8601; houses are written `authority/branch`; a person is an id of this register, never a name or number. */
export function consentReceipt(consent: ConsentExport): Readonly<Record<string, unknown>> {
  const { record, notice, asker } = consent;
  const scope = scopeNow(record);
  const nameOf = (house: string): string => consent.houses.find((one) => one.house === house)?.name ?? house;
  const party = (house: string, type: string) => ({ party_id: house, party_name: nameOf(house), party_type: type });
  const lasts = { valid_from: iso(record.validFrom), valid_until: iso(record.validUntil) };
  return {
    '@context': CONTEXT,
    '@type': 'ConsentRecord',
    schema_version: 'ISO/IEC TS 27560:2023',
    record_id: `urn:uuid:${record.id}`,
    pii_principal_id: `urn:uuid:${record.person}`,
    jurisdiction: consent.jurisdiction,
    notice: { notice_id: notice.id, ...textOf(consent) },
    purposes: scope.purposes.map((purpose) => ({
      purpose,
      lawful_basis: 'OSL 10:1, 12:2',
      pii_information: scope.categories.map((category) => ({ pii_type: category, sensitive_pii_category: true })),
      pii_controllers: scope.from.map((house) => party(house, 'pii_controller')),
      recipient_third_parties: scope.to.map((house) => party(house, 'recipient')),
      situations: record.situations,
      collection_method: [...new Set(record.signers.flatMap(({ method }) => method ?? []))],
      withdrawal_method: 'e-id, phone or visit, at any time',
      retention_period: `P${consent.retentionYears}Y`,
      ...lasts,
    })),
    parties: [{ party_id: asker.house, party_name: asker.name, party_type: 'pii_controller' }],
    events: [
      ...consent.events.map(({ kind, state, at }) => ({
        event_type: kind,
        event_state: EVENT_STATES[state],
        event_time: at.toISOString(),
      })),
      ...record.signers.flatMap(({ person, signedAt, withdrawnAt }) => [
        ...(signedAt === null ? [] : [{ ...signerEvent(person, 'given', signedAt), ...readBy(person, consent) }]),
        ...(withdrawnAt === null ? [] : [signerEvent(person, 'withdrawn', withdrawnAt)]),
      ]),
    ],
    state: EVENT_STATES[record.state],
    issued: consent.madeAt.toISOString(),
  };
}

/** The text that all have read, or the one of the offer in Swedish, which decides, where they have read different ones. */
function textOf({ read, notice }: ConsentExport): Readonly<Record<'version' | 'language' | 'sha256', string>> {
  const [first, ...rest] = read;
  const same = first && rest.every(({ hash }) => hash.equals(first.hash)) ? first : { language: 'sv', ...notice };
  return { version: same.version, language: tagOf(same.language), sha256: same.hash.toString('hex') };
}

function readBy(person: string, { read }: ConsentExport): Readonly<Record<string, string>> {
  const mine = read.find(({ personId }) => personId === person);
  if (!mine) return {};
  return {
    notice_version: mine.version,
    notice_language: tagOf(mine.language),
    notice_sha256: mine.hash.toString('hex'),
  };
}

/** BCP 47: easy-read Swedish is Swedish. */
const tagOf = (language: string): string => (language === 'sv-simple' ? 'sv-x-simple' : language);

const iso = (instant: number): string => new Date(instant).toISOString();

const signerEvent = (person: string, state: string, at: number) => ({
  event_type: 'explicit',
  event_state: state,
  event_time: iso(at),
  entity_id: `urn:uuid:${person}`,
});
