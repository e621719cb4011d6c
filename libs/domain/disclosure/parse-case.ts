/**
 * Reads one line from outside into the facts of a disclosure, or says in one sentence what is wrong with it: a case that
 * is half understood must not be decided at all. Further fields are ignored.
 */
import { failed, ok } from '../kernel/result.js';
import type { Result } from '../kernel/result.js';
import type { Assessment, Consent, DisclosureCase, Party, Signature, Subject } from './case.js';
import { ASSESSABLE_GROUNDS } from './grounds.js';
import {
  anObject,
  count,
  day,
  field,
  flag,
  instant,
  listOf,
  NotWellFormed,
  oneOf,
  orNull,
  text,
} from './read-fields.js';
import type { Reader } from './read-fields.js';
import {
  CATEGORIES,
  FORMS,
  HOUSE_KINDS,
  MATURITIES,
  PARTY_KINDS,
  PERSON_KINDS,
  PHASES,
  PROTECTIONS,
  PURPOSES,
} from './vocabulary.js';
import type { PartyKind, PersonKind } from './vocabulary.js';

export interface WrittenCase {
  readonly id: string;
  readonly facts: DisclosureCase;
}

const partyKind = oneOf(PARTY_KINDS);
const houseKind = oneOf(HOUSE_KINDS);
const category = oneOf(CATEGORIES);
const purpose = oneOf(PURPOSES);
const form = oneOf(FORMS);
const phase = oneOf(PHASES);
const protection = oneOf(PROTECTIONS);
const maturity = orNull(oneOf(MATURITIES));
const ground = oneOf(ASSESSABLE_GROUNDS);
const texts = listOf(text);
const categories = listOf(category);
const purposes = listOf(purpose);
const personKinds: ReadonlySet<PartyKind> = new Set(PERSON_KINDS);

const party: Reader<Party> = (value, path) => {
  const written = anObject(value, path);
  const kind = field(written, 'kind', path, partyKind);
  if (personKinds.has(kind)) return { kind: kind as PersonKind, person: field(written, 'person', path, text) };
  return {
    kind: field(written, 'kind', path, houseKind),
    authority: field(written, 'authority', path, text),
    branch: field(written, 'branch', path, text),
  };
};

const subject: Reader<Subject> = (value, path) => {
  const written = anObject(value, path);
  return {
    id: field(written, 'id', path, text),
    born: field(written, 'born', path, day),
    protection: field(written, 'protection', path, protection),
    guardians: field(written, 'guardians', path, texts),
    maturity: field(written, 'maturity', path, maturity),
  };
};

const signature: Reader<Signature> = (value, path) => {
  const written = anObject(value, path);
  // How it was signed decides nothing here, yet a signature of which nobody says how is none.
  field(written, 'method', path, text);
  return { signer: field(written, 'signer', path, text), at: field(written, 'at', path, instant) };
};
const signatures = listOf(signature);

const consent: Reader<Consent> = (value, path) => {
  const written = anObject(value, path);
  return {
    id: field(written, 'id', path, text),
    person: field(written, 'person', path, text),
    from: field(written, 'from', path, texts),
    to: field(written, 'to', path, texts),
    categories: field(written, 'categories', path, categories),
    purposes: field(written, 'purposes', path, purposes),
    validFrom: field(written, 'validFrom', path, instant),
    validUntil: field(written, 'validUntil', path, instant),
    withdrawnAt: field(written, 'withdrawnAt', path, orNull(instant)),
    signatures: field(written, 'signatures', path, signatures),
  };
};

const decidedBy: Reader<Assessment['by']> = (value, path) => {
  const written = anObject(value, path);
  return { name: field(written, 'name', path, text), role: field(written, 'role', path, text) };
};

const assessment: Reader<Assessment> = (value, path) => {
  const written = anObject(value, path);
  return {
    ground: field(written, 'ground', path, ground),
    person: field(written, 'person', path, text),
    from: field(written, 'from', path, text),
    to: field(written, 'to', path, text),
    categories: field(written, 'categories', path, categories),
    criteria: field(written, 'criteria', path, anObject),
    by: field(written, 'by', path, decidedBy),
    at: field(written, 'at', path, instant),
    until: field(written, 'until', path, instant),
  };
};

const subjects = listOf(subject);
const consents = listOf(consent);
const assessments = listOf(assessment);

const wholeCase: Reader<WrittenCase> = (value) => {
  const written = anObject(value, '');
  const read = <T>(name: string, reader: Reader<T>): T => field(written, name, '', reader);
  const facts: DisclosureCase = {
    asOf: read('asOf', instant),
    from: read('from', party),
    to: read('to', party),
    subjects: read('subjects', subjects),
    category: read('category', category),
    personData: read('personData', flag),
    form: read('form', form),
    phase: read('phase', phase),
    purpose: read('purpose', purpose),
    recipientAssigned: read('recipientAssigned', flag),
    recipientNamed: read('recipientNamed', flag),
    revealsPlace: read('revealsPlace', flag),
    reportedBy: read('reportedBy', orNull(text)),
    ...(Object.hasOwn(written, 'childSignsFrom') ? { childSignsFrom: read('childSignsFrom', count) } : {}),
    consents: read('consents', consents),
    assessments: read('assessments', assessments),
  };
  return { id: read('id', text), facts: withSoundSubjects(facts) };
};

function withSoundSubjects(facts: DisclosureCase): DisclosureCase {
  if (facts.personData && facts.subjects.length === 0) {
    throw new NotWellFormed('subjects', 'no-subject', 'subjects must name someone, since personData is true');
  }
  const ids = new Set<string>();
  for (const { id } of facts.subjects) {
    if (ids.has(id)) throw new NotWellFormed('subjects', 'twice', `subjects names ${JSON.stringify(id)} twice`);
    ids.add(id);
  }
  return facts;
}

export function parseCase(value: unknown): Result<WrittenCase> {
  try {
    return ok(wholeCase(value, ''));
  } catch (error) {
    if (error instanceof NotWellFormed) return failed(error.fault);
    throw error;
  }
}
