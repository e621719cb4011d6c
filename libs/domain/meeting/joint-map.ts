/**
 * The joint map: what the units together know, each line with its giver, and where their pictures differ the difference
 * shows; the program never says who is right [S0].
 */
import type { Category } from '../disclosure/vocabulary.js';

export const MAP_KINDS = ['fact', 'risk', 'protective', 'place', 'contact', 'difference'] as const;

export type MapKind = (typeof MAP_KINDS)[number];

/** A place gives away where someone is, a contact who is near: each has its own secrecy (OSL 21:3, 26:1). */
export const MAP_CATEGORIES: Readonly<Record<MapKind, Category>> = {
  fact: 'assessment-results',
  risk: 'assessment-results',
  protective: 'assessment-results',
  place: 'whereabouts',
  contact: 'associates-and-network',
  difference: 'assessment-results',
};

/** `unsure` takes no side. */
export const STANCES = ['present', 'absent', 'unsure'] as const;

export type Stance = (typeof STANCES)[number];

export interface MapEntry {
  readonly id: string;
  readonly kind: MapKind;
  /** The unit whose picture it is. */
  readonly unit: string;
  /** The item that holds the text; the map itself holds none. */
  readonly item: string;
  readonly version: number;
  /** What it speaks of, such as a factor's id, so that units' lines can be laid side by side; null = only itself. */
  readonly topic: string | null;
  readonly stance: Stance;
}

export interface Difference {
  readonly topic: string;
  /** Entry ids by side, in the map's order. */
  readonly present: readonly string[];
  readonly absent: readonly string[];
}

/** A unit that changes its mind is not two units that differ: only its last line about a topic counts. */
export const findDifferences = (entries: readonly MapEntry[]): readonly Difference[] => {
  const topics = new Map<string, Map<string, MapEntry>>();
  for (const entry of entries) {
    if (entry.topic === null || entry.kind === 'difference') continue;
    const byUnit = topics.get(entry.topic) ?? new Map<string, MapEntry>();
    byUnit.delete(entry.unit);
    topics.set(entry.topic, byUnit.set(entry.unit, entry));
  }
  return [...topics].flatMap(([topic, byUnit]) => {
    const side = (stance: Stance): readonly string[] =>
      [...byUnit.values()].filter((entry) => entry.stance === stance).map(({ id }) => id);
    const [present, absent] = [side('present'), side('absent')];
    return present.length > 0 && absent.length > 0 ? [{ topic, present, absent }] : [];
  });
};
