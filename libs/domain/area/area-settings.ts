/**
 * What a municipality's administrators settle for groups about places: its own words for what is seen, and its places on the
 * sketch that the town's file draws. What has been used is never taken away, only retired: weeks that hold it stay readable.
 */
import type { Phenomenon } from './area-terms.js';
import type { Sketch, SketchPlace } from './sketch.js';

export interface PhenomenonWritten {
  /** Null for a new one. */
  readonly id: string | null;
  readonly sv: string;
  readonly en: string;
  readonly retired: boolean;
}

export interface PlaceWritten {
  /** Null for a new one. */
  readonly slug: string | null;
  readonly name: string;
  readonly district: string;
  readonly x: number;
  readonly y: number;
  readonly retired: boolean;
}

export interface AreaSettingsWritten {
  readonly phenomena: readonly PhenomenonWritten[];
  readonly places: readonly PlaceWritten[];
}

export interface AreaSettingsFault {
  readonly field: string;
  readonly code:
    'REQUIRED' | 'TOO_LONG' | 'NAMED_TWICE' | 'CHOOSE_ONE' | 'OUTSIDE_SKETCH' | 'TOO_MANY' | 'PHENOMENON_MISSING';
  readonly values?: Readonly<Record<string, number>>;
}

export type AreaSettingsDecision =
  | {
      readonly outcome: 'settled';
      readonly phenomena: readonly Phenomenon[];
      readonly places: readonly SketchPlace[];
    }
  | { readonly outcome: 'refused'; readonly faults: readonly AreaSettingsFault[] };

export const LONGEST_NAME = 40;
const MOST_PHENOMENA = 60;
const MOST_PLACES = 160;

/** `sketch` null: the town has no drawing to put places on, and none are settled. */
export function decideAreaSettings(
  written: AreaSettingsWritten,
  now: { readonly phenomena: readonly Phenomenon[]; readonly sketch: Sketch | null },
): AreaSettingsDecision {
  const faults = [
    ...phenomenonFaults(written.phenomena, now.phenomena),
    ...(now.sketch === null ? [] : placeFaults(written.places, now.sketch)),
  ];
  if (faults.length > 0) return { outcome: 'refused', faults };
  return {
    outcome: 'settled',
    phenomena: settlePhenomena(written.phenomena, now.phenomena),
    places: now.sketch === null ? [] : settlePlaces(written.places, now.sketch.places),
  };
}

function phenomenonFaults(written: readonly PhenomenonWritten[], known: readonly Phenomenon[]): AreaSettingsFault[] {
  const active = written.filter(({ retired }) => !retired);
  return [
    ...(active.length === 0 ? [{ field: 'phenomena', code: 'PHENOMENON_MISSING' } as const] : []),
    ...(written.length > MOST_PHENOMENA
      ? [{ field: 'phenomena', code: 'TOO_MANY', values: { most: MOST_PHENOMENA } } as const]
      : []),
    ...written.flatMap(({ id, sv, en, retired }, at) => [
      ...(id === null || known.some((one) => one.id === id)
        ? []
        : [{ field: `phenomena.${at}.sv`, code: 'CHOOSE_ONE' } as const]),
      ...nameFaults(`phenomena.${at}.sv`, sv),
      ...(en.trim().length > LONGEST_NAME
        ? [{ field: `phenomena.${at}.en`, code: 'TOO_LONG', values: { most: LONGEST_NAME } } as const]
        : []),
      ...(!retired && isTwice(written, at, ({ sv: name }) => name) ? [twice(`phenomena.${at}.sv`)] : []),
    ]),
  ];
}

function placeFaults(written: readonly PlaceWritten[], sketch: Sketch): AreaSettingsFault[] {
  const { width, height } = sketch;
  const isOn = (at: number, most: number): boolean => Number.isInteger(at) && at >= 0 && at <= most;
  return [
    ...(written.length > MOST_PLACES
      ? [{ field: 'places', code: 'TOO_MANY', values: { most: MOST_PLACES } } as const]
      : []),
    ...written.flatMap(({ slug, name, district, x, y, retired }, at) => [
      ...(slug === null || sketch.places.some((one) => one.slug === slug)
        ? []
        : [{ field: `places.${at}.name`, code: 'CHOOSE_ONE' } as const]),
      ...nameFaults(`places.${at}.name`, name),
      ...(!retired && isTwice(written, at, (one) => one.name) ? [twice(`places.${at}.name`)] : []),
      ...(sketch.districts.some((one) => one.slug === district)
        ? []
        : [{ field: `places.${at}.district`, code: 'CHOOSE_ONE' } as const]),
      ...(isOn(x, width)
        ? []
        : [{ field: `places.${at}.x`, code: 'OUTSIDE_SKETCH', values: { most: width } } as const]),
      ...(isOn(y, height)
        ? []
        : [{ field: `places.${at}.y`, code: 'OUTSIDE_SKETCH', values: { most: height } } as const]),
    ]),
  ];
}

function nameFaults(field: string, name: string): AreaSettingsFault[] {
  if (name.trim() === '') return [{ field, code: 'REQUIRED' }];
  return name.trim().length > LONGEST_NAME ? [{ field, code: 'TOO_LONG', values: { most: LONGEST_NAME } }] : [];
}

const twice = (field: string): AreaSettingsFault => ({ field, code: 'NAMED_TWICE' });

const sameName = (one: string, other: string): boolean =>
  one.trim().toLocaleLowerCase('sv') === other.trim().toLocaleLowerCase('sv');

/** The later of two that are in use says that it is named as another one. */
const isTwice = <One extends { readonly retired: boolean }>(
  all: readonly One[],
  at: number,
  nameOf: (one: One) => string,
): boolean => all.slice(0, at).some((one) => !one.retired && sameName(nameOf(one), nameOf(all[at]!)));

/** What the page did not send stays, retired. */
function settlePhenomena(written: readonly PhenomenonWritten[], known: readonly Phenomenon[]): Phenomenon[] {
  const taken = new Set(known.map(({ id }) => id));
  const settled = written.map(({ id, sv, en, retired }): Phenomenon => {
    const own = id ?? wordOf(sv, taken);
    taken.add(own);
    return { id: own, name: { sv: sv.trim(), en: en.trim() || sv.trim() }, ...(retired ? { retired } : {}) };
  });
  const gone = known.filter(({ id }) => !settled.some((one) => one.id === id));
  return [...settled, ...gone.map((one) => ({ ...one, retired: true }))];
}

function settlePlaces(written: readonly PlaceWritten[], known: readonly SketchPlace[]): SketchPlace[] {
  const taken = new Set(known.map(({ slug }) => slug));
  const settled = written.map(({ slug, name, district, x, y, retired }): SketchPlace => {
    const own = slug ?? wordOf(name, taken);
    taken.add(own);
    const also = known.find((one) => one.slug === slug)?.also;
    return { slug: own, name: name.trim(), district, x, y, ...(also ? { also } : {}), ...(retired ? { retired } : {}) };
  });
  const gone = known.filter(({ slug }) => !settled.some((one) => one.slug === slug));
  return [...settled, ...gone.map((one) => ({ ...one, retired: true }))];
}

/** A closed word of a name: lower case, without accents, and not one that is taken. */
export function wordOf(name: string, taken: ReadonlySet<string>): string {
  const plain =
    name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'x';
  let word = plain;
  for (let next = 2; taken.has(word); next += 1) word = `${plain}-${next}`;
  return word;
}
