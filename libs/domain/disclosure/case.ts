/**
 * The facts of one disclosure: who tells whom what about whom, when and why. The gate fills them from the database, the
 * command line from a line of JSON (`parse-case.ts`). Instants are epoch milliseconds; nothing here reads a clock.
 */
import type { CalendarDate } from '../kernel/civil-day.js';
import type { Instant } from '../kernel/instant.js';
import type { RecordedGround } from './grounds.js';
import type { Category, Form, HouseKind, Maturity, PersonKind, Phase, Protection, Purpose } from './vocabulary.js';

/** A secrecy house: the same authority and the same independent branch of activity (OSL 8:1–2), never a unit. */
export interface HouseParty {
  readonly kind: HouseKind;
  readonly authority: string;
  readonly branch: string;
}

/** Someone who stands in nobody's house. */
export interface PersonParty {
  readonly kind: PersonKind;
  readonly person: string;
}

export type Party = HouseParty | PersonParty;

/** A person about whom the item says something. */
export interface Subject {
  readonly id: string;
  readonly born: CalendarDate;
  readonly protection: Protection;
  /** Person ids of those who have custody. */
  readonly guardians: readonly string[];
  /** An official's recorded assessment; null leaves it to the age (`childSignsFrom`). */
  readonly maturity: Maturity | null;
}

export interface Signature {
  /** A person id. */
  readonly signer: string;
  readonly at: Instant;
}

/** Leave to tell, given by those who must sign (OSL 10:1, 12:2). Houses are written `authority/branch` or `person:ID`. */
export interface Consent {
  readonly id: string;
  /** The subject whom it is about. */
  readonly person: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly categories: readonly Category[];
  readonly purposes: readonly Purpose[];
  readonly validFrom: Instant;
  /** The first instant at which it no longer holds. */
  readonly validUntil: Instant;
  readonly withdrawnAt: Instant | null;
  readonly signatures: readonly Signature[];
}

/** A named official's recorded assessment that a ground's criteria are met, for one giver, receiver and person. */
export interface Assessment {
  readonly ground: RecordedGround;
  /** The subject whom it is about. */
  readonly person: string;
  readonly from: string;
  readonly to: string;
  readonly categories: readonly Category[];
  /** Criterion → JSON value; only the value `true` meets it. */
  readonly criteria: Readonly<Record<string, unknown>>;
  readonly by: { readonly name: string; readonly role: string };
  readonly at: Instant;
  /** The first instant at which it no longer holds. */
  readonly until: Instant;
}

export interface DisclosureCase {
  readonly asOf: Instant;
  readonly from: Party;
  readonly to: Party;
  /** The case's person first; empty only when `personData` is false. */
  readonly subjects: readonly Subject[];
  readonly category: Category;
  /** False only for what points at nobody. */
  readonly personData: boolean;
  readonly form: Form;
  readonly phase: Phase;
  readonly purpose: Purpose;
  /** The receiver works on this case. */
  readonly recipientAssigned: boolean;
  /** The receiver is on the short list of named staff for a protected person. */
  readonly recipientNamed: boolean;
  /** Whatever its category, it gives away where a person lives or is. */
  readonly revealsPlace: boolean;
  /** The house that made the report, written `authority/branch`, or null. */
  readonly reportedBy: string | null;
  /** The age from which a child signs beside the guardians; 12 unless the municipality has another. */
  readonly childSignsFrom?: number;
  readonly consents: readonly Consent[];
  readonly assessments: readonly Assessment[];
}
