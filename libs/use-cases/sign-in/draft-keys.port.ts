import type { CivilDay } from '#domain/kernel/civil-day.js';

/** Keys for what a member of staff has begun to write on a device: one for each post and day, and the same whenever it is asked for. */
export abstract class DraftKeys {
  /** 32 bytes for AES-256-GCM. */
  abstract of(membershipId: string, day: CivilDay): Buffer;
  /** For what one of a family has begun to write, for as long as their session lasts. */
  abstract ofFamily(sessionId: string): Buffer;
}
