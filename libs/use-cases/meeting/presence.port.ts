/** Somebody in the room of a hub. */
export interface Stay {
  readonly hubId: string;
  readonly staffId: string;
}

/** The same as one process has them: by the lines that it holds itself. */
export interface HeldStay extends Stay {
  readonly node: string;
}

/**
 * Who is in a room, each vouched for by a process for some seconds at a time, by the database machine's own clock: the clock
 * that is moved says nothing of whether a process lives. Written by the platform alone.
 */
export abstract class PresenceStore {
  /** Vouches for somebody who has come. */
  abstract hold(stay: HeldStay, seconds: number): Promise<void>;
  /** Vouches no longer. */
  abstract release(stay: HeldStay): Promise<void>;
  /** Vouches on for everyone that this process has; answers for whom, so that it learns who was taken for gone. */
  abstract renew(node: string, seconds: number): Promise<Stay[]>;
  /** Whether any process vouches for them now. */
  abstract isHeld(stay: Stay): Promise<boolean>;
  /** For whom somebody has ceased to vouch without saying so. */
  abstract findLapsed(): Promise<Stay[]>;
  /** Takes away what has run out; false when somebody else has done so. */
  abstract dropLapsed(stay: Stay): Promise<boolean>;
}
