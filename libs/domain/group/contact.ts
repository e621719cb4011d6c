/**
 * The one in the group whom the family meets; the others step back ([S1]). When whoever was named has left, somebody else there
 * is named: a group is never without one unseen.
 */
import { hasEnded, type GroupStanding } from './group-states.js';

interface Seat {
  readonly staffId: string;
  readonly endsAt: Date | null;
  /** The post that they sit there in has ended. */
  readonly hasLeft: boolean;
}

interface Group {
  readonly standing: GroupStanding;
  readonly formedAt: Date | null;
  readonly contactId: string | null;
}

export type ContactDecision =
  | { readonly outcome: 'named' }
  | { readonly outcome: 'refused'; readonly code: 'over' | 'not-formed' | 'not-seated' | 'contact-already' };

const refused = (code: Extract<ContactDecision, { outcome: 'refused' }>['code']): ContactDecision => ({
  outcome: 'refused',
  code,
});

const sits = ({ endsAt, hasLeft }: Seat): boolean => endsAt === null && !hasLeft;

/** `seat`: whoever is to be the contact; absent where there is no such seat in the group. */
export function decideContact(group: Group, seat: Seat | undefined): ContactDecision {
  if (hasEnded(group.standing)) return refused('over');
  if (group.formedAt === null) return refused('not-formed');
  if (seat === undefined || !sits(seat)) return refused('not-seated');
  return seat.staffId === group.contactId ? refused('contact-already') : { outcome: 'named' };
}

/** Formed, still going on, and whoever was named does not sit there any more. */
export const lacksContact = (group: Group, seats: readonly Seat[]): boolean =>
  group.formedAt !== null &&
  !hasEnded(group.standing) &&
  !seats.some((seat) => sits(seat) && seat.staffId === group.contactId);
