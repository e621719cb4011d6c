/**
 * Whom a group's meeting needs: its leader and one for each party of its form, or there is no meeting ([S1]: always social
 * services, police, school); and everyone else as far as they can, the wished for and the contact person before others.
 */
import type { HouseKind } from '../disclosure/vocabulary.js';
import type { AgendaPart, FormParties } from '../form/form.js';
import type { SeatToFill } from './slot-question.js';

export interface MemberToMeet {
  readonly id: string;
  readonly staffId: string;
  readonly kind: HouseKind;
  readonly mandate: 'decides' | 'speaks' | 'listens';
  /** The member whom they stand in for. */
  readonly deputyFor: string | null;
  readonly wished: boolean;
  readonly isContact: boolean;
}

export interface GroupToMeet {
  readonly parties: Pick<FormParties, 'must'>;
  readonly coordinatorId: string;
  readonly members: readonly MemberToMeet[];
}

export const LEADER_SEAT = 'leader';
/** Of the form's line of parties with this place in its list. */
export const partySeat = (place: number): string => `party-${place}`;

const WORTH = { decides: 3, speaks: 2, listens: 1 } as const;

/** Holders and deputies are members of staff; a seat of somebody's own is called by the member's id. */
export function seatsOfGroup({ parties, coordinatorId, members }: GroupToMeet): readonly SeatToFill[] {
  const ordinary = members.filter(({ deputyFor }) => deputyFor === null);
  const deputiesOf = (ids: readonly string[]): string[] =>
    members.filter(({ deputyFor }) => deputyFor !== null && ids.includes(deputyFor)).map(({ staffId }) => staffId);
  const leading = ordinary.filter(({ staffId }) => staffId === coordinatorId).map(({ id }) => id);
  return [
    { id: LEADER_SEAT, must: true, weight: 0, holders: [coordinatorId], deputies: deputiesOf(leading) },
    ...parties.must.map((kinds, place) => {
      // Who only listens does not speak for a house.
      const speaking = ordinary.filter(({ kind, mandate }) => kinds.includes(kind) && mandate !== 'listens');
      return {
        id: partySeat(place),
        must: true,
        weight: 0,
        holders: speaking.map(({ staffId }) => staffId),
        deputies: deputiesOf(speaking.map(({ id }) => id)),
      };
    }),
    ...ordinary.map(({ id, staffId, mandate, wished, isContact }) => ({
      id,
      must: false,
      weight: WORTH[mandate] + (wished ? 2 : 0) + (isContact ? 2 : 0),
      holders: [staffId],
      deputies: deputiesOf([id]),
    })),
  ];
}

export interface MeetingLength {
  /** Minutes of the professionals alone at the beginning. */
  readonly preMinutes: number;
  readonly minutes: number;
}

const USUAL_MINUTES = 60;

export function lengthOfMeeting(agenda: readonly AgendaPart[]): MeetingLength {
  const sum = (parts: readonly AgendaPart[]): number => parts.reduce((total, { minutes }) => total + minutes, 0);
  const firstTogether = agenda.findIndex((part) => part.with === 'everyone');
  if (agenda.length === 0) return { preMinutes: 0, minutes: USUAL_MINUTES };
  // Where the family never comes there is nothing to be before.
  const pre = firstTogether < 0 ? [] : agenda.slice(0, firstTogether);
  return { preMinutes: sum(pre), minutes: sum(agenda) - sum(pre) };
}
