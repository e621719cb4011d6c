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

const isGroup = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

interface Part {
  readonly value: unknown;
  /** What of it stood as one has read it: nothing of what clashes is taken for read before somebody has chosen. */
  readonly read: unknown;
  readonly clashing: readonly string[];
}

function layPart(path: string, stood: unknown, own: unknown, now: unknown): Part {
  if (isSame(own, stood)) return { value: now, read: now, clashing: [] };
  if (isSame(now, stood) || isSame(now, own)) return { value: own, read: now, clashing: [] };
  if (isListOfWords(stood) && isListOfWords(own) && isListOfWords(now))
    return { value: laidLists(stood, own, now), read: now, clashing: [] };
  if (isGroup(stood) && isGroup(own) && isGroup(now)) return layGroups(path, stood, own, now);
  return { value: own, read: stood, clashing: [path] };
}

function layGroups(path: string, stood: Fields, own: Fields, now: Fields): Part {
  const parts = Object.keys(own).map((field): [string, Part] => {
    const at = path === '' ? field : `${path}.${field}`;
    return [field, field in now ? layPart(at, stood[field], own[field], now[field]) : keptAsIs(own[field])];
  });
  return {
    value: Object.fromEntries(parts.map(([field, { value }]) => [field, value])),
    read: Object.fromEntries(parts.map(([field, { read }]) => [field, read])),
    clashing: parts.flatMap(([, { clashing }]) => clashing),
  };
}

const keptAsIs = (value: unknown): Part => ({ value, read: value, clashing: [] });

/** Fields within fields are told by their path. */
export function layTogether<Values extends object>(
  { mine, base }: Written<Values>,
  stands: Standing<Values>,
): Laid<Values> {
  if (base.version === stands.version) return { value: mine, base, clashing: [] };
  const laid = layGroups('', base.values as Fields, mine as Fields, stands.values as Fields);
  const isSettled = laid.clashing.length === 0;
  return {
    value: laid.value as Values,
    base: isSettled ? stands : { version: base.version, values: laid.read as Values },
    clashing: laid.clashing as unknown as Laid<Values>['clashing'],
  };
}

/** A field by its path, `place.room`. */
const fieldAt = (values: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((part, field) => (isGroup(part) ? part[field] : undefined), values);

function withField(values: Fields, path: string, value: unknown): Fields {
  const [field = '', ...rest] = path.split('.');
  if (rest.length === 0) return { ...values, [field]: value };
  const part = values[field];
  return { ...values, [field]: withField(isGroup(part) ? part : {}, rest.join('.'), value) };
}

const withFields = <Values extends object>(
  values: Values,
  paths: readonly string[],
  valueAt: (path: string) => unknown,
): Values => paths.reduce<Fields>((all, path) => withField(all, path, valueAt(path)), values as Fields) as Values;

/** The fields that clash as somebody else has written them, and all else as it is laid together. */
export const withTheirs = <Values extends object>(laid: Laid<Values>, stands: Standing<Values>): Values =>
  withFields(laid.value, laid.clashing, (path) => fieldAt(stands.values, path));

/** Both texts one after the other in each field of words that clashes; of what can be but one thing one's own. */
export const withBoth = <Values extends object>(
  laid: Laid<Values>,
  stands: Standing<Values>,
  texts: readonly string[],
): Values =>
  withFields(
    laid.value,
    laid.clashing.filter((path) => texts.includes(path)),
    (path) =>
      [fieldAt(stands.values, path), fieldAt(laid.value, path)]
        .filter((text) => String(text).trim() !== '')
        .join('\n\n'),
  );
