/** Everybody's picture is heard: a unit asks once, stands in line once, and is given the floor in turn [S0]. */
export interface SpeakingOrder {
  readonly floor: string | null;
  readonly waiting: readonly string[];
}

export const EMPTY_ORDER: SpeakingOrder = { floor: null, waiting: [] };

/** Asking again, or while one has the floor, changes nothing. */
export const askForFloor = (order: SpeakingOrder, member: string): SpeakingOrder =>
  order.floor === member || order.waiting.includes(member) ? order : { ...order, waiting: [...order.waiting, member] };

/** Steps out of the line, or leaves the floor empty. */
export const stepBack = (order: SpeakingOrder, member: string): SpeakingOrder => ({
  floor: order.floor === member ? null : order.floor,
  waiting: order.waiting.filter((one) => one !== member),
});

/** The leader may give the floor to anyone, in the line or not; whoever had it is done. */
export const giveFloor = (order: SpeakingOrder, member: string): SpeakingOrder => ({
  floor: member,
  waiting: order.waiting.filter((one) => one !== member),
});

/** Nobody waits: the floor is empty. */
export const giveFloorToNext = (order: SpeakingOrder): SpeakingOrder => {
  const [next, ...waiting] = order.waiting;
  return { floor: next ?? null, waiting };
};
