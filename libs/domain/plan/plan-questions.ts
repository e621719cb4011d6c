/**
 * What RBM asks of a plan: does its intensity follow the recorded risk, do measures aim at the needs that drive, and is it
 * done in a way that reaches this person? Each gap is a question to people; nothing here decides or grades anything ([S1]
 * Örebro; a number never decides).
 */
import type { AssessmentLevel } from '../group-assessment/group-assessment.js';
import { isCurrent, isUnderWay, type EntryState } from './entry-states.js';
import type { EntryKind, NeedArea } from './plan-entry.js';

export interface PlanPicture {
  /** As somebody has recorded it; null where nobody has, or the reader may not have it. */
  readonly level: AssessmentLevel | null;
  /** Needs that somebody has recorded a risk in. */
  readonly risks: readonly { readonly needArea: NeedArea | null }[];
  /** Those under way. */
  readonly measures: readonly { readonly needArea: NeedArea | null; readonly house: string }[];
  readonly adaptations: number;
}

export type PlanQuestion =
  | { readonly asks: 'need-without-measure'; readonly needArea: NeedArea }
  | { readonly asks: 'measure-without-need'; readonly needArea: NeedArea }
  | { readonly asks: 'many-on-one-need'; readonly needArea: NeedArea; readonly houses: readonly string[] }
  | { readonly asks: 'much-for-low-risk'; readonly measures: number }
  | { readonly asks: 'little-for-high-risk'; readonly measures: number }
  | { readonly asks: 'no-adaptation' };

/** From so many agencies on one need it is asked whether all of them are needed. */
export const MANY_HOUSES = 3;
/** More than this for a low risk can do harm; fewer than that for a high one seldom help. */
export const MOST_FOR_LOW = 3;
export const FEWEST_FOR_HIGH = 2;

/** One of a plan's things, as far as the questions look at it. */
export interface EntryInPicture {
  readonly kind: EntryKind;
  readonly state: EntryState;
  readonly needArea: NeedArea | null;
  readonly house: string;
}

/** The questions that these things in a plan leave open, at this recorded level. */
export function questionsOf(
  level: AssessmentLevel | null,
  entries: readonly EntryInPicture[],
): readonly PlanQuestion[] {
  const standing = (kind: EntryKind) => entries.filter((entry) => entry.kind === kind && isCurrent(entry.state));
  return planQuestions({
    level,
    risks: standing('risk'),
    measures: standing('measure').filter(({ state }) => isUnderWay(state)),
    adaptations: standing('adaptation').length,
  });
}

export function planQuestions({ level, risks, measures, adaptations }: PlanPicture): readonly PlanQuestion[] {
  const needs = areasOf(risks);
  const met = areasOf(measures);
  const housesOn = (area: NeedArea) => [
    ...new Set(measures.filter(({ needArea }) => needArea === area).map(({ house }) => house)),
  ];
  return [
    ...needs
      .filter((area) => !met.includes(area))
      .map((needArea) => ({ asks: 'need-without-measure', needArea }) as const),
    // Where nobody has recorded any need yet, it says nothing that a measure meets none.
    ...(needs.length === 0 ? [] : met.filter((area) => !needs.includes(area))).map(
      (needArea) => ({ asks: 'measure-without-need', needArea }) as const,
    ),
    ...met
      .map((needArea) => ({ asks: 'many-on-one-need', needArea, houses: housesOn(needArea) }) as const)
      .filter(({ houses }) => houses.length >= MANY_HOUSES),
    ...(level === 'low' && measures.length > MOST_FOR_LOW
      ? [{ asks: 'much-for-low-risk', measures: measures.length } as const]
      : []),
    ...(level === 'high' && measures.length < FEWEST_FOR_HIGH
      ? [{ asks: 'little-for-high-risk', measures: measures.length } as const]
      : []),
    ...(measures.length > 0 && adaptations === 0 ? [{ asks: 'no-adaptation' } as const] : []),
  ];
}

const areasOf = (ones: readonly { readonly needArea: NeedArea | null }[]): readonly NeedArea[] => [
  ...new Set(ones.flatMap(({ needArea }) => needArea ?? [])),
];
