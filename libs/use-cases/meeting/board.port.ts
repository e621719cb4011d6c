import type { MeetingEvent } from '#domain/meeting/meeting-event.js';
import type { SealedItem } from '../gate/sealed.js';

/** The board's events: ids, kinds and numbers, in an order without gaps. */
export abstract class BoardStore {
  /** One writer at a time on this board until the transaction ends. */
  abstract lock(hubId: string): Promise<void>;
  /** The event that this key has already become. */
  abstract findByKey(hubId: string, clientKey: string): Promise<MeetingEvent | undefined>;
  /** Without gaps: what this caller may not see stands as `NotForYou`. */
  abstract findEvents(hubId: string, afterSeq: number, most?: number): Promise<MeetingEvent[]>;
  abstract append(
    hubId: string,
    event: MeetingEvent,
    bound: { readonly itemId: string | null; readonly clientKey: string },
  ): Promise<void>;
  abstract putDecision(decision: {
    readonly id: string;
    readonly hubId: string;
    readonly kind: string;
    readonly itemId: string;
    readonly decidedBy: string;
  }): Promise<void>;
  /** An earlier version of an item, sealed as it was; undefined when there is none or it may not be seen. */
  abstract findSealedVersion(itemId: string, version: number): Promise<SealedItem | undefined>;
}
