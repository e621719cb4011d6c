/**
 * Something the user can mend. The code is stable and is translated at the edge (`apps/api/texts/failures.*.json`); the
 * field says where in the form, written as a path (`children.0.personalNumber`). Values fill the sentence.
 */
export class Failure extends Error {
  constructor(
    readonly code: string,
    readonly field: string | null = null,
    readonly values: Readonly<Record<string, string | number>> = {},
  ) {
    super(code);
  }
}

export interface FieldFault {
  readonly field: string;
  readonly code: string;
  readonly values?: Readonly<Record<string, string | number>>;
  /** Where in the field's text the fault lies, for a page that marks it. */
  readonly spans?: readonly Span[];
}

/** Offsets as a text field counts them, with closed words for what is there. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly kind: string;
  readonly why: string;
  readonly severity: string;
}

/** Several faults of one form at once, so that nobody has to send it five times. */
export class InvalidInput extends Error {
  constructor(readonly faults: readonly FieldFault[]) {
    super('INVALID_INPUT');
  }
}

export const notFound = (): Failure => new Failure('NOT_FOUND');
export const notAllowed = (): Failure => new Failure('NOT_ALLOWED');
