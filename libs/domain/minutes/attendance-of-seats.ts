/** Who stood for whom at a meeting: a seat by itself, or by a deputy with a seat of their own; and whose mandate was missing ([S1]). */
import type { HouseKind } from '../disclosure/vocabulary.js';
import { missingParties } from '../group/missing-parties.js';
import type { FormParties } from '../form/form.js';

export const ATTENDANCE_STATES = ['present', 'deputy', 'absent'] as const;
export type AttendanceState = (typeof ATTENDANCE_STATES)[number];

export interface SeatAtMeeting {
  readonly id: string;
  readonly kind: HouseKind;
  readonly mandate: 'decides' | 'speaks' | 'listens';
  /** The seat that they stand in for. */
  readonly deputyFor: string | null;
}

export type AttendanceDecision =
  | { readonly outcome: 'noted' }
  | { readonly outcome: 'refused'; readonly code: 'no-such-seat' | 'deputy-missing' | 'not-their-deputy' };

export function decideAttendance(
  seats: readonly SeatAtMeeting[],
  noted: { readonly seat: string; readonly state: AttendanceState; readonly deputy: string | null },
): AttendanceDecision {
  if (!seats.some(({ id }) => id === noted.seat)) return { outcome: 'refused', code: 'no-such-seat' };
  if (noted.state !== 'deputy') return { outcome: 'noted' };
  if (noted.deputy === null) return { outcome: 'refused', code: 'deputy-missing' };
  const deputy = seats.find(({ id }) => id === noted.deputy);
  return deputy?.deputyFor === noted.seat ? { outcome: 'noted' } : { outcome: 'refused', code: 'not-their-deputy' };
}

interface Noted {
  readonly seat: string;
  readonly state: AttendanceState;
  readonly deputy: string | null;
}

/** Parties that the form asks for and for whom nobody who may speak was there. */
export function mandatesMissing(
  parties: Pick<FormParties, 'must'>,
  seats: readonly SeatAtMeeting[],
  noted: readonly Noted[],
): readonly (readonly HouseKind[])[] {
  const there = seats.filter(
    ({ id, mandate }) =>
      mandate !== 'listens' &&
      noted.some(
        ({ seat, state, deputy }) => (seat === id && state === 'present') || (state === 'deputy' && deputy === id),
      ),
  );
  return missingParties(
    parties,
    there.map(({ kind }) => kind),
  );
}
