import type { SealedReasons } from '#use-cases/gate/sealed.js';
import { epochOf } from '../gate/sight.repository.js';
import { houseOf, SUBJECT_JSON, subjectOf, type SubjectJson } from '../gate/subject-facts.js';

/** What a decision to read reasons asks for; the row itself brings its ciphertext. */
export interface ReasonsRow {
  person_id: string;
  house_kind: string;
  authority: string;
  branch: string;
  subject: SubjectJson;
  sees: boolean;
  named: boolean;
  epoch: number;
  key_person: string;
  ciphertext: Buffer;
  key_version: number;
  wrapped: Buffer;
  kek_version: number;
}

/** Needs the person as `p`, their branch as `b`, its authority as `u` and the key as `k`. */
export const SELECT_REASONS = `p.id as person_id, u.kind as house_kind, u.slug as authority, b.slug as branch, ${SUBJECT_JSON} as subject,
    caller.sees_person(p.id) as sees, caller.is_named_for(p.id) as named, ${epochOf('p.id')} as epoch, k.person_id as key_person, k.wrapped, k.kek_version`;

export function sealedReasonsOf(table: SealedReasons['table'], id: string, row: ReasonsRow): SealedReasons {
  return {
    table,
    row: id,
    personId: row.person_id,
    house: houseOf({ kind: row.house_kind, authority: row.authority, branch: row.branch }),
    subject: subjectOf(row.subject),
    recipientAssigned: row.sees,
    recipientNamed: row.named,
    content: {
      keyPersonId: row.key_person,
      ciphertext: row.ciphertext,
      keyVersion: row.key_version,
      wrappedKey: row.wrapped,
      kekVersion: row.kek_version,
    },
    sight: { about: row.person_id, epoch: row.epoch },
  };
}
