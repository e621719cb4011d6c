/** A consent with its signers, as one statement reads it. */
import type { CollectionMethod, ConsentRecord, Situation } from '#domain/consent/consent.js';
import type { ConsentState } from '#domain/consent/consent-states.js';
import type { Category, Form, Purpose } from '#domain/disclosure/vocabulary.js';
import type { ConsentFacts } from '#use-cases/consent/consent.port.js';

interface SignerJson {
  person: string;
  standsAs: 'subject' | 'guardian';
  houses: string[];
  categories: Category[];
  signedAt: number | null;
  method: CollectionMethod | null;
  declinedAt: number | null;
  withdrawnAt: number | null;
  language: string | null;
  noticeVersion: string | null;
}

export interface ConsentRow {
  id: string;
  municipality_id: string;
  branch_id: string;
  case_id: string;
  person_id: string;
  form: Form;
  state: ConsentState;
  from_houses: string[];
  to_houses: string[];
  categories: Category[];
  purposes: Purpose[];
  situations: Situation[];
  valid_from: Date;
  valid_until: Date;
  withdrawn_at: Date | null;
  renews: string | null;
  apart: boolean;
  jurisdiction: string;
  notice_id: string;
  notice_version: string;
  notice_hash: Buffer;
  longer_reason: string | null;
  item_id: string | null;
  created_by: string | null;
  created_at: Date;
  offered_at: Date | null;
  ended_at: Date | null;
  recheck_at: Date | null;
  version: number;
  signers: SignerJson[];
}

export const MILLISECONDS = (column: string): string => `floor(extract(epoch from ${column}) * 1000)`;

export const SELECT_CONSENT = `
  select c.*, coalesce((select json_agg(json_build_object('person', s.person_id, 'standsAs', s.stands_as, 'houses', s.refused_houses,
      'categories', s.refused_categories, 'signedAt', ${MILLISECONDS('s.signed_at')}, 'method', s.method, 'language', s.language, 'noticeVersion', s.notice_version,
      'declinedAt', ${MILLISECONDS('s.declined_at')}, 'withdrawnAt', ${MILLISECONDS('s.withdrawn_at')}) order by s.stands_as desc, s.asked_at, s.person_id)
    from consent_signer s where s.consent_id = c.id), '[]') as signers
  from consent c`;

export function factsOf(row: ConsentRow): ConsentFacts {
  const record: ConsentRecord = {
    id: row.id,
    person: row.person_id,
    state: row.state,
    offered: { from: row.from_houses, to: row.to_houses, categories: row.categories, purposes: row.purposes },
    situations: row.situations,
    validFrom: row.valid_from.getTime(),
    validUntil: row.valid_until.getTime(),
    withdrawnAt: row.withdrawn_at?.getTime() ?? null,
    endedAt: row.ended_at?.getTime() ?? null,
    renews: row.renews,
    apart: row.apart,
    signers: row.signers.map(({ houses, categories, language: _, noticeVersion: __, ...signer }) => ({
      ...signer,
      refusals: { houses, categories },
    })),
  };
  return {
    record,
    municipalityId: row.municipality_id,
    branchId: row.branch_id,
    caseId: row.case_id,
    form: row.form,
    notice: { id: row.notice_id, version: row.notice_version, hash: row.notice_hash },
    longerReason: row.longer_reason,
    read: row.signers.flatMap(({ person, signedAt, noticeVersion: version, language }) =>
      signedAt === null || language === null ? [] : [{ personId: person, version, language }],
    ),
    jurisdiction: row.jurisdiction,
    itemId: row.item_id,
    createdBy: row.created_by,
    createdAt: row.created_at,
    offeredAt: row.offered_at,
    recheckAt: row.recheck_at,
    version: row.version,
  };
}
