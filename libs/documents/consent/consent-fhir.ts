/**
 * A consent as an HL7 FHIR R5 Consent for the neighbours who read that: what fits is said, and nothing is bent to fit. The
 * consent permits; what it does not name stays refused, so the base decision is deny (FHIR R5 Consent).
 */
import { scopeNow } from '#domain/consent/consent.js';
import type { ConsentState } from '#domain/consent/consent-states.js';
import type { ConsentExport } from '#use-cases/consent/consent-export.js';

const SYSTEM = 'urn:samnav';

/** FHIR knows no half-signed consent: a draft is what is not yet valid. */
const STATUS: Readonly<Record<ConsentState, 'draft' | 'active' | 'inactive' | 'not-done'>> = {
  draft: 'draft',
  offered: 'draft',
  'partly-signed': 'draft',
  active: 'active',
  narrowed: 'active',
  renewed: 'inactive',
  withdrawn: 'inactive',
  declined: 'not-done',
  expired: 'inactive',
  ended: 'inactive',
  'called-off': 'not-done',
};

/** People stand as ids of this register, houses by their name and `authority/branch`. */
export function consentAsFhir(consent: ConsentExport): Readonly<Record<string, unknown>> {
  const { record, notice } = consent;
  const scope = scopeNow(record);
  const period = { start: iso(record.validFrom), end: iso(record.validUntil) };
  const houseRef = (house: string) => ({
    identifier: { system: `${SYSTEM}:house`, value: house },
    display: consent.houses.find((one) => one.house === house)?.name ?? house,
  });
  const actor = (house: string, role: string) => ({
    role: { coding: [{ system: `${SYSTEM}:party`, code: role }] },
    reference: houseRef(house),
  });
  const signed = record.signers.filter(({ signedAt }) => signedAt !== null);
  const last = signed.map(({ signedAt }) => signedAt ?? 0).sort((a, b) => b - a)[0];
  return {
    resourceType: 'Consent',
    id: record.id,
    meta: { lastUpdated: consent.madeAt.toISOString() },
    identifier: [{ system: `${SYSTEM}:consent`, value: record.id }],
    status: STATUS[record.state],
    category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'IDSCL' }] }],
    subject: personRef(record.person),
    ...(last === undefined ? {} : { date: iso(last).slice(0, 10) }),
    period,
    grantor: record.signers.map(({ person }) => personRef(person)),
    grantee: scope.to.map(houseRef),
    controller: scope.from.map(houseRef),
    manager: [{ identifier: { system: `${SYSTEM}:house`, value: consent.asker.house }, display: consent.asker.name }],
    policyText: [{ identifier: { system: `${SYSTEM}:notice:${notice.id}`, value: notice.version } }],
    decision: 'deny',
    ...(scope.from.length === 0 || scope.to.length === 0
      ? {}
      : {
          provision: [
            {
              period,
              actor: [
                ...scope.from.map((house) => actor(house, 'gives')),
                ...scope.to.map((house) => actor(house, 'receives')),
              ],
              purpose: scope.purposes.map((code) => ({ system: `${SYSTEM}:purpose`, code })),
              code: scope.categories.map((code) => ({ coding: [{ system: `${SYSTEM}:category`, code }] })),
            },
          ],
        }),
  };
}

const iso = (instant: number): string => new Date(instant).toISOString();

const personRef = (person: string) => ({ identifier: { system: `${SYSTEM}:person`, value: person } });
