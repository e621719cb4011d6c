/** Which of two times is the better one, and how that is said: a short list of reasons that one can read aloud. */
import type { Instant } from '../kernel/instant.js';
import type { SeatToFill, SlotReason } from './slot-question.js';

/** How a seat is filled at one time. */
export const FILLINGS = ['nobody', 'deputy', 'holder'] as const;
export type Filling = (typeof FILLINGS)[number];

export interface SlotStanding {
  readonly starts: Instant;
  readonly keepsLimit: boolean;
  readonly isFixed: boolean;
  readonly inSchoolBreak: boolean;
  /** Twice the weight of each seat that its holder fills, and once that of each that a deputy does. */
  readonly attendance: number;
}

/** The standing time is kept free by habit: it goes before another that gathers one listener more. */
export const FIXED_WORTH = 3;

export const attendanceOf = ({ weight }: Pick<SeatToFill, 'weight'>, filling: Filling): number =>
  filling === 'holder' ? 2 * weight : filling === 'deputy' ? weight : 0;

const worthOf = ({ attendance, isFixed }: SlotStanding): number => attendance + (isFixed ? FIXED_WORTH : 0);

/** Below nought when `a` is better: the limit first, then who comes, then term before break, then the earlier. */
export const compareSlots = (a: SlotStanding, b: SlotStanding): number =>
  Number(b.keepsLimit) - Number(a.keepsLimit) ||
  worthOf(b) - worthOf(a) ||
  Number(a.inSchoolBreak) - Number(b.inSchoolBreak) ||
  a.starts - b.starts;

export function slotReasons(
  standing: SlotStanding,
  hasLimit: boolean,
  fillings: readonly { readonly seat: SeatToFill; readonly filling: Filling }[],
): readonly SlotReason[] {
  const filled = (how: Filling): string[] =>
    fillings.filter(({ filling }) => filling === how).map(({ seat }) => seat.id);
  const [deputies, nobody] = [filled('deputy'), filled('nobody')];
  return [
    ...(deputies.length + nobody.length === 0 ? [{ code: 'everyone', seats: [] } as const] : []),
    ...(deputies.length > 0 ? [{ code: 'deputy', seats: deputies } as const] : []),
    ...(nobody.length > 0 ? [{ code: 'without', seats: nobody } as const] : []),
    ...(standing.isFixed ? [{ code: 'fixed-slot', seats: [] } as const] : []),
    ...(hasLimit ? [{ code: standing.keepsLimit ? 'keeps-limit' : 'after-limit', seats: [] } as const] : []),
    ...(standing.inSchoolBreak ? [{ code: 'school-break', seats: [] } as const] : []),
  ];
}
