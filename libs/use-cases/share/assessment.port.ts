import type { Category } from '#domain/disclosure/vocabulary.js';

/** What an official has found of a ground in one act, about everyone concerned, for one house; in ids and facts. */
export interface AssessedGround {
  /** Any of its rows: there is one for each person whom it is about. */
  readonly id: string;
  readonly caseId: string;
  readonly personIds: readonly [string, ...string[]];
  readonly ground: string;
  readonly categories: readonly Category[];
  readonly criteria: Readonly<Record<string, unknown>>;
  readonly toBranchId: string;
  readonly toName: string;
  readonly toKind: string;
  readonly decidedAt: Date;
  readonly decidedByName: string;
  /** The first instant at which it holds no longer; the moment it was lifted, if it was. */
  readonly until: Date;
  /** The reasons, an item of the own house. */
  readonly itemId: string | null;
  readonly liftedAt: Date | null;
  readonly liftedByName: string | null;
  readonly liftItemId: string | null;
}

/** Assessments of what the caller's house may tell another, on cases that the caller works on. */
export abstract class AssessedGrounds {
  /** The newest first; with those of the cases that were joined into it. */
  abstract findOfCase(caseId: string): Promise<AssessedGround[]>;
  /** The whole act that a row is of, kept from others until the transaction ends. */
  abstract findForChange(id: string): Promise<AssessedGround | undefined>;
  /** The whole act ends now, in the caller's name. */
  abstract lift(id: string, itemId: string): Promise<void>;
}
