/** What a sentence is marked with by whoever writes it. */
export interface Marks {
  /** Whom it is about beside the case's own person, by their ids. */
  readonly about: readonly string[];
  /** It shows where one of them is. */
  readonly revealsPlace: boolean;
}

export const NO_MARKS: Marks = { about: [], revealsPlace: false };
