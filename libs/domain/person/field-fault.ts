/** What is wrong, at the field where it is wrong, so that the form can say it there and keep all that was typed. */
export interface FieldFault<Code extends string = string> {
  /** As in the form: `children.0.name`. */
  readonly field: string;
  readonly code: Code;
}
