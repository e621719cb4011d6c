import { Injectable } from '@nestjs/common';
import type { Capability } from '#domain/organisation/capability.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';

/** What an outbox row of the topic carried: ids and versions. */
export type ChangePayload = Readonly<Record<string, string | number | boolean | null>>;

/**
 * A kind of screen that is kept living, e.g. `hub:<id>`. Before a socket may watch, and again before every emission, the
 * topic decides for that very caller; it answers only what the gate has released to them.
 */
export abstract class LiveTopic {
  /** The word before the colon. */
  abstract readonly name: string;
  abstract readonly requires: Capability | 'signed-in';
  abstract mayWatch(caller: StaffCaller, id: string): Promise<boolean>;
  /** What this caller is sent of a change; null sends nothing. */
  abstract changeFor(caller: StaffCaller, id: string, payload: ChangePayload): Promise<object | null>;
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
