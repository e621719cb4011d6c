import type { AreaTerms, Phenomenon } from '#domain/area/area-terms.js';
import type { MeasureState } from '#domain/area/measure-states.js';
import type { Sketch, SketchPlace } from '#domain/area/sketch.js';
import type { HouseKind } from '#domain/disclosure/vocabulary.js';

export interface AreaSettings {
  /** Null where the municipality has set none of its own. */
  readonly terms: Partial<AreaTerms> | null;
  readonly sketch: Sketch | null;
  /** Of what the administrators have set; 0 where they have set nothing. */
  readonly version: number;
}

/** What administrators have set beside the town's file; it goes before the file. */
export interface OwnAreaSettings {
  readonly phenomena: readonly Phenomenon[];
  readonly places: readonly SketchPlace[];
  readonly version: number;
}

/** Days are written `2026-11-23`, a Monday where a week is meant. */
export interface SightingRow {
  readonly id: string;
  readonly monday: string;
  readonly branchId: string;
  readonly branchName: string;
  readonly houseKind: HouseKind;
  readonly place: string;
  readonly band: string;
  readonly phenomenon: string;
  /** Null where another house has told fewer than may be told. */
  readonly times: number | null;
  readonly words: string | null;
  readonly toldAt: Date;
  readonly struck: boolean;
}

/** How often one phenomenon was seen at one place in one week, as far as the reader's house may be told. */
export interface CountRow {
  readonly monday: string;
  readonly place: string;
  readonly phenomenon: string;
  readonly own: number;
  readonly others: number;
  /** The others saw more, too little to be told. */
  readonly few: boolean;
}

export interface NewSighting {
  readonly id: string;
  readonly groupId: string;
  readonly monday: string;
  readonly place: string;
  readonly band: string;
  readonly phenomenon: string;
  readonly times: number;
  readonly words: string | null;
}

export interface MeasureRow {
  readonly id: string;
  readonly groupId: string;
  readonly place: string;
  readonly phenomenon: string | null;
  /** Null when the words were taken away. */
  readonly what: string | null;
  readonly ownerBranch: string;
  readonly ownerBranchName: string;
  readonly ownerKind: HouseKind;
  readonly ownerName: string;
  readonly dueOn: string;
  readonly since: string;
  readonly state: MeasureState;
  readonly result: string | null;
  readonly endedWeek: string | null;
  readonly version: number;
}

export interface NewMeasure {
  readonly id: string;
  readonly groupId: string;
  readonly place: string;
  readonly phenomenon: string | null;
  readonly what: string;
  readonly ownerBranch: string;
  readonly ownerStaff: string;
  readonly dueOn: string;
  readonly since: string;
}

export interface ClosedWeek {
  readonly monday: string;
  readonly byName: string;
  readonly at: Date;
}

/** Two names side by side, each as the keyed hashes of how it sounds. */
export type NamePair = readonly [readonly Buffer[], readonly Buffer[]];

/** The picture of an area: rows that hold closed words, counts and short texts, and no person. */
export abstract class AreaStore {
  abstract getSettings(municipalityId: string): Promise<AreaSettings>;
  /** Of the caller's municipality; false when it is not at that version any more. */
  abstract putOwn(own: OwnAreaSettings, expectedVersion: number): Promise<boolean>;
  abstract addSighting(sighting: NewSighting): Promise<void>;
  /** From a Monday to a Monday, both with; what was taken back is not there. */
  abstract findSightings(groupId: string, from: string, to: string): Promise<SightingRow[]>;
  /** Likewise, summed. */
  abstract findCounts(groupId: string, from: string, to: string): Promise<CountRow[]>;
  /** Of the own house. Answers its group, undefined where there is none to take back. */
  abstract withdrawSighting(id: string): Promise<string | undefined>;
  /** Takes the words of a sighting or a measure away. Answers its group, undefined where there are none. */
  abstract strikeWords(id: string): Promise<string | undefined>;
  abstract addMeasure(measure: NewMeasure): Promise<void>;
  abstract findMeasures(groupId: string): Promise<MeasureRow[]>;
  abstract findMeasure(id: string): Promise<MeasureRow | undefined>;
  /** Answers false when somebody was there before. */
  abstract endMeasure(
    id: string,
    version: number,
    to: { readonly state: MeasureState; readonly result: string; readonly endedWeek: string },
  ): Promise<boolean>;
  abstract closeWeek(id: string, groupId: string, monday: string): Promise<void>;
  abstract findClosed(groupId: string): Promise<ClosedWeek[]>;
  /** Which pairs are borne by somebody whom the own house keeps; never who. */
  abstract findKnown(pairs: readonly NamePair[]): Promise<number[]>;
}
