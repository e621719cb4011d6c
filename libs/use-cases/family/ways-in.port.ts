/** What was removed of one municipality's families. */
export interface RemovedWaysIn {
  readonly municipalityId: string;
  readonly orders: number;
  readonly sessions: number;
  readonly links: number;
}

/** Links, browsers and orders of families that are over. Asked as the service `family`. */
export abstract class WaysInStore {
  /**
   * Removes what ended before an instant, at most so many of each: orders with the browsers they were made in, then links.
   * A link stays for as long as its consent is open and no later one was sent to the same person: whoever keeps the message
   * asks for the next one by it.
   */
  abstract removeEnded(before: Date, most: number): Promise<RemovedWaysIn[]>;
  /** Whether anything has ended before an instant. */
  abstract hasEnded(before: Date): Promise<boolean>;
}
