import type { CustodySource } from '#domain/person/custody.js';
import type { RelationKind } from '#domain/person/relation.js';
import type { SealedReasons } from '../gate/sealed.js';

/** Custody as a row; days are `YYYY-MM-DD`, and `endsOn` is the first day without it. */
export interface CustodyRow {
  readonly id: string;
  readonly childId: string;
  readonly guardianId: string;
  readonly kind: 'parent' | 'appointed';
  readonly source: CustodySource;
  readonly sourceOn: string | null;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly recordedAt: Date;
  readonly version: number;
}

export interface RelationRow {
  readonly id: string;
  readonly personId: string;
  readonly closeId: string;
  readonly kind: RelationKind;
  readonly recordedAt: Date;
}

export interface ColleagueRow {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly unit: string;
}

export interface CaseOfPerson {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly grade: string | null;
  readonly openedAt: Date;
}

export type DecisionKind = 'protection' | 'named-staff' | 'maturity';

export interface NewDecision {
  readonly id: string;
  readonly personId: string;
  readonly kind: DecisionKind;
  readonly from: string | null;
  readonly to: string | null;
  readonly staffId: string | null;
  readonly ciphertext: Buffer;
  readonly keyVersion: number;
  readonly state: 'waiting' | 'in-force';
}

export interface DecisionRow {
  readonly id: string;
  readonly personId: string;
  readonly kind: DecisionKind;
  readonly from: string | null;
  readonly to: string | null;
  readonly staffId: string | null;
  readonly staffName: string | null;
  readonly askedBy: string;
  readonly askedByName: string;
  readonly askedAt: Date;
  /** `ended`: named for a protection, or on a list, that is no more; `lapsed`: so before a second person had agreed. */
  readonly state: 'waiting' | 'in-force' | 'declined' | 'ended' | 'lapsed';
  readonly settledByName: string | null;
  readonly settledAt: Date | null;
  readonly reasons: SealedReasons;
}

/** Everyone around a person: guardians, others close, the staff who are named for them, and what was decided. */
export abstract class PersonCircle {
  abstract addCustody(row: Omit<CustodyRow, 'recordedAt' | 'version'>): Promise<void>;
  /** False when someone has changed it since `expectedVersion`. */
  abstract endCustody(id: string, expectedVersion: number, endsOn: string): Promise<boolean>;
  abstract findCustody(id: string): Promise<CustodyRow | undefined>;
  /** All rows in which the person is the child or the guardian, the newest first. */
  abstract findCustodyOf(personId: string): Promise<CustodyRow[]>;
  abstract addRelation(row: Omit<RelationRow, 'recordedAt'>): Promise<void>;
  abstract endRelation(id: string): Promise<string | undefined>;
  /** Relations in force, from either side. */
  abstract findRelationsOf(personId: string): Promise<RelationRow[]>;
  abstract findCasesOf(personId: string): Promise<CaseOfPerson[]>;
  abstract findNamed(personId: string): Promise<ColleagueRow[]>;
  abstract name(personId: string, staffIds: readonly string[]): Promise<void>;
  abstract unname(personId: string, staffId: string): Promise<boolean>;
  /** Staff with a post in force in the caller's house. */
  abstract findColleagues(): Promise<ColleagueRow[]>;
  abstract addDecision(decision: NewDecision): Promise<void>;
  abstract findDecisionsOf(personId: string): Promise<DecisionRow[]>;
  abstract findDecision(id: string): Promise<DecisionRow | undefined>;
  /** False when it was settled meanwhile. */
  abstract settleDecision(id: string, state: 'in-force' | 'declined'): Promise<boolean>;
}
