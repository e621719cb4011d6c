import type { StaffCaller } from '#use-cases/gate/caller.js';
import type { ReadRoom, Seat } from '#use-cases/live/read-room.js';
import { type ChangePayload, LiveTopic, type Told } from './live-topic.js';

/** A topic that asks for one reader at a time: for rooms of one's own screens, and for what asks the database nothing. */
export abstract class PlainTopic extends LiveTopic {
  constructor(private readonly room: ReadRoom) {
    super();
  }

  /** What this caller is sent of a change; null sends nothing. */
  protected abstract changeFor(caller: StaffCaller, id: string, payload: ChangePayload): Promise<object | null>;

  async tell(seats: readonly Seat[], id: string, payloads: readonly ChangePayload[]): Promise<Told> {
    const { readers, ended } = await this.room.run(seats, this.requires, () => Promise.resolve());
    const changes = new Map<string, object[]>();
    for (const payload of distinct(payloads))
      for (const caller of readers) {
        const change = await this.changeFor(caller, id, payload);
        if (change) changes.set(caller.sessionId, [...(changes.get(caller.sessionId) ?? []), change]);
      }
    return { changes, ended };
  }
}

/** A screen that is told the same twice in one breath reads afresh once. */
export function distinct(payloads: readonly ChangePayload[]): ChangePayload[] {
  return [...new Map(payloads.map((payload) => [JSON.stringify(payload), payload])).values()];
}
