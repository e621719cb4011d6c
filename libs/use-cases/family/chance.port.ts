/** Chance that nobody can foresee, for codes. */
export abstract class Chance {
  /** A whole number from 0, less than the bound, each as likely. */
  abstract below(bound: number): number;
  /** Whether two secrets are the same, in a time that does not tell how much of them is. */
  abstract isSame(one: Buffer, other: Buffer): boolean;
}
