/** What a group's meeting goes through: the form's own points, those that somebody adds, and what each has to tell ([S1]). */
import type { MeetingKind, Named } from '../form/form.js';

export const POINT_KINDS = ['form', 'own', 'news', 'good-news'] as const;
export type PointKind = (typeof POINT_KINDS)[number];

/** What the meeting goes through in time; news are spoken of under the form's own point. */
export const isStep = (kind: PointKind): boolean => kind === 'form' || kind === 'own';

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

/**
 * Which points stand otherwise in a new order, for those who see them. The form's own are seen by all, and the others stand among
 * them: what is moved past one of them has moved, and what it is moved past has not, so that nobody hears of a point that is not
 * for them by the one beside it. Where two have changed places between the same of the form's own, both have.
 */
export function pointsMoved(
  before: readonly { readonly id: string; readonly kind: PointKind }[],
  after: readonly string[],
): readonly string[] {
  const place = new Map(after.map((id, at) => [id, at]));
  const swapped = before.flatMap((one, at) =>
    before
      .slice(at + 1)
      .flatMap((later) => ((place.get(one.id) ?? 0) > (place.get(later.id) ?? 0) ? [[one, later]] : [])),
  );
  const isForm = ({ kind }: { readonly kind: PointKind }): boolean => kind === 'form';
  const moved = new Set(
    swapped
      .filter((pair) => pair.some(isForm))
      .flatMap((pair) => (pair.every(isForm) ? pair : pair.filter((one) => !isForm(one)))),
  );
  const between = swapped.filter((pair) => !pair.some((one) => isForm(one) || moved.has(one))).flat();
  return before.flatMap((one) => (moved.has(one) || between.includes(one) ? [one.id] : []));
}
