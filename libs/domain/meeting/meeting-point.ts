/** What a group's meeting goes through: the form's own points, those that somebody adds, and what each has to tell ([S1]). */
import type { MeetingKind, Named } from '../form/form.js';

export const POINT_KINDS = ['form', 'own', 'news', 'good-news'] as const;
export type PointKind = (typeof POINT_KINDS)[number];

export interface FormPoint {
  readonly place: number;
  readonly name: Named;
  readonly minutes: number;
  readonly audience: 'professionals' | 'everyone';
}

/** Places stand ten apart, so that a point can be put between two. */
const STEP = 10;

/** The form's agenda as points of a meeting: professionals first and alone, then the family's part. */
export const pointsOf = (meeting: Pick<MeetingKind, 'agenda'>): readonly FormPoint[] =>
  meeting.agenda.map((part, at) => ({
    place: (at + 1) * STEP,
    name: part.point,
    minutes: part.minutes,
    audience: part.with,
  }));

export const minutesOf = (meeting: Pick<MeetingKind, 'agenda'>): number =>
  meeting.agenda.reduce((sum, { minutes }) => sum + minutes, 0);

/** When the family comes: minutes after the start; null where they come from the start or not at all. */
export function familyComesAfter(
  points: readonly { readonly minutes: number; readonly audience: 'professionals' | 'everyone' }[],
): number | null {
  const first = points.findIndex(({ audience }) => audience === 'everyone');
  if (first <= 0) return null;
  return points.slice(0, first).reduce((sum, { minutes }) => sum + minutes, 0);
}

/** Whether a party's part of a meeting holds what is said under these points; what is said to the whole (null) is for who is at all of it. */
export const isAdmitted = (part: readonly string[] | null, under: readonly string[] | null): boolean =>
  part === null || (under !== null && under.every((id) => part.includes(id)));

/** The span of some of a meeting's points, from the first of them to the last; undefined where none is named, or one is not there. */
export function partOfPoints(
  steps: readonly { readonly id: string; readonly minutes: number }[],
  wanted: readonly string[],
): { readonly from: number; readonly minutes: number } | undefined {
  const places = wanted.map((id) => steps.findIndex((step) => step.id === id));
  if (places.length === 0 || places.includes(-1)) return undefined;
  const sum = (some: readonly { readonly minutes: number }[]): number =>
    some.reduce((total, { minutes }) => total + minutes, 0);
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const minutes = sum(steps.slice(first, last + 1));
  return minutes === 0 ? undefined : { from: sum(steps.slice(0, first)), minutes };
}
