/** Whom something is about, as it is told: the name, and the number or the year of birth that goes with it. */
export interface Whom {
  readonly name: string;
  /** Stands on a line of its own, so that nobody has to say it with the name. */
  readonly number: string | null;
}

/** Takes apart what the giver's house has said as one text, `Elliot Provberg, 20110412-2384`. */
export function whomOf(told: string): Whom {
  const at = told.lastIndexOf(', ');
  return at > 0 ? { name: told.slice(0, at), number: told.slice(at + 2) } : { name: told, number: null };
}
