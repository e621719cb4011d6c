/**
 * What one has written over something, laid together with what somebody else has made of it since: each field that only one
 * of the two has changed is that one's; where both have, a person chooses, and until then both stand.
 */

/** What stood, or stands, at one version. */
export interface Standing<Values> {
  readonly version: string;
  readonly values: Values;
}

/** What one is writing, and what stood when one began or last chose. */
export interface Written<Values> {
  readonly mine: Values;
  readonly base: Standing<Values>;
}

export interface Laid<Values> {
  /** With one's own words in the fields that clash. */
  readonly value: Values;
  /** What `value` may be sent over. */
  readonly base: Standing<Values>;
  /** Fields that both have changed, each in their own way. */
  readonly clashing: readonly (keyof Values & string)[];
}

type Fields = Readonly<Record<string, unknown>>;

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const isListOfWords = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

/** Nobody is taken out by whoever did not know of them, and nobody comes back whom one of the two has taken out. */
const laidLists = (base: readonly string[], mine: readonly string[], theirs: readonly string[]): readonly string[] =>
  [...new Set([...base, ...theirs, ...mine])].filter((one) =>
    base.includes(one) ? mine.includes(one) && theirs.includes(one) : true,
  );

export function layTogether<Values extends object>(
  { mine, base }: Written<Values>,
  stands: Standing<Values>,
): Laid<Values> {
  if (base.version === stands.version) return { value: mine, base, clashing: [] };
  const [stood, now] = [base.values as Fields, stands.values as Fields];
  const clashing: string[] = [];
  const value = Object.fromEntries(
    Object.entries(mine as Fields).map(([field, own]) => {
      const [before, theirs] = [stood[field], now[field]];
      if (isSame(own, before)) return [field, field in now ? theirs : own];
      if (isSame(theirs, before) || isSame(theirs, own)) return [field, own];
      if (isListOfWords(before) && isListOfWords(own) && isListOfWords(theirs))
        return [field, laidLists(before, own, theirs)];
      clashing.push(field);
      return [field, own];
    }),
  ) as Values;
  // Nothing is sent over what its writer has not seen: what is chosen moves the base, and nothing else does.
  return {
    value,
    base: clashing.length > 0 ? base : stands,
    clashing: clashing as unknown as Laid<Values>['clashing'],
  };
}

/** The fields that clash as somebody else has written them, and all else as it is laid together. */
export const withTheirs = <Values extends object>(laid: Laid<Values>, stands: Standing<Values>): Values => ({
  ...laid.value,
  ...Object.fromEntries(laid.clashing.map((field) => [field, stands.values[field]])),
});

/** Both texts one after the other in each field of words that clashes; of what can be but one thing one's own. */
export const withBoth = <Values extends object>(
  laid: Laid<Values>,
  stands: Standing<Values>,
  texts: readonly string[],
): Values => ({
  ...laid.value,
  ...Object.fromEntries(
    laid.clashing
      .filter((field) => texts.includes(field))
      .map((field) => [
        field,
        [stands.values[field], laid.value[field]].filter((text) => String(text).trim() !== '').join('\n\n'),
      ]),
  ),
});
