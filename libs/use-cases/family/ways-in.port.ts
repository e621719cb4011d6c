/** What was removed of one municipality's families. */
export interface RemovedWaysIn {
  readonly municipalityId: string;
  readonly orders: number;
  readonly sessions: number;
  readonly links: number;
}

/** What is over, and whose errand is. */
export interface WaysInLimits {
  /** What ended before this instant goes. */
  readonly before: Date;
  /** A consent that ended before this instant is nobody's errand any more. */
  readonly endedBefore: Date;
}

/** Links, browsers and orders of families that are over. Asked as the service `family`. */
export abstract class WaysInStore {
  /**
   * Removes what ended before an instant, at most so many of each: orders with the browsers they were made in, then links.
   * A link stays for as long as its person signs a consent that goes on, or whose end is still told of, and no later one has
   * reached them: whoever keeps the message asks for the next one by it.
   */
  abstract removeEnded(limits: WaysInLimits, most: number): Promise<RemovedWaysIn[]>;
  /** Whether there is anything of that. */
  abstract hasEnded(limits: WaysInLimits): Promise<boolean>;
}
