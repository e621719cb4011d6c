import { Injectable } from '@nestjs/common';
import type { Capability } from '#domain/organisation/capability.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import type { Seat } from '#use-cases/live/read-room.js';

/** What an outbox row of the topic carried: ids and versions. */
export type ChangePayload = Readonly<Record<string, string | number | boolean | null>>;

/** What came of telling a room. */
export interface Told {
  /** By session, in order; who is not in it is sent nothing. The same object for several is written once for all of them. */
  readonly changes: ReadonlyMap<string, readonly object[]>;
  /** Sessions that are over. */
  readonly ended: readonly string[];
}

/** One screen's pen, and where it is, in the words of the topic: ids and closed words, never content. */
export interface Pen {
  readonly pen: string;
  readonly at: unknown;
}

/** Of a topic that shows who has what open to write in. */
export interface ShowsPens {
  /** Said anew every few seconds while it is up. False where the caller may not write there now: then nobody is told. */
  raisePen(caller: StaffCaller, id: string, pen: Pen): Promise<boolean>;
  dropPen(staffId: string, id: string, pen: Pen): Promise<void>;
}

/**
 * A kind of screen that is kept living, e.g. `hub:<id>`. Before a socket may watch, and again before every emission, the
 * topic decides for each caller by themselves; it answers only what the gate has released to them.
 */
export abstract class LiveTopic {
  /** The word before the colon. */
  abstract readonly name: string;
  abstract readonly requires: Capability | 'signed-in';
  /** What it tells is all that its screens need: whoever was away is told the rest of it, and reads nothing afresh. */
  readonly tellsAll: boolean = false;
  /** `ended`: it was the caller’s, and a page of theirs may stand open; it is closed to them, and nobody is accused of having asked. */
  abstract mayWatch(caller: StaffCaller, id: string): Promise<boolean | 'ended'>;
  /** What each of the room is sent of these changes, by their own session, assignment and ground at this moment. */
  abstract tell(seats: readonly Seat[], id: string, payloads: readonly ChangePayload[]): Promise<Told>;
  /** Absent where nobody's pen is shown. */
  readonly pens?: ShowsPens;
  /** Called when who is watching has changed; topics with presence use it. */
  presenceChanged?(id: string, watching: readonly StaffCaller[]): Promise<void>;
}

/** The topics that this api serves; each concept's module adds its own at boot. */
@Injectable()
export class LiveTopics {
  private readonly topics = new Map<string, LiveTopic>();

  add(topic: LiveTopic): void {
    this.topics.set(topic.name, topic);
  }

  find(address: string): { readonly topic: LiveTopic; readonly id: string } | undefined {
    const at = address.indexOf(':');
    const topic = at > 0 ? this.topics.get(address.slice(0, at)) : undefined;
    const id = address.slice(at + 1);
    return topic && /^[\w-]{1,64}$/.test(id) ? { topic, id } : undefined;
  }
}
