import type { StaffCaller } from '#use-cases/gate/caller.js';
import type { Seat } from '#use-cases/live/read-room.js';
import type { Watched } from '#use-cases/live/room.port.js';
import type { WhoSees } from '#use-cases/live/who-sees.js';
import { type ChangePayload, LiveTopic, type Told } from './live-topic.js';

/** What a change is about: who reaches that row may know of it. */
export interface ChangedRow {
  readonly id: string;
  /** What those are sent who reach it. */
  readonly change: object;
}

/** A topic whose screens are told that a row has changed, by its id alone, and ask again: those who reach the row. */
export abstract class SeenTopic extends LiveTopic {
  protected abstract readonly watched: Watched;

  constructor(private readonly whoSees: WhoSees) {
    super();
  }

  /** The row that a payload speaks of; null when this topic says nothing of it. */
  protected abstract rowOf(id: string, payload: ChangePayload): ChangedRow | null;

  /** Whether the screen is this caller’s to have at all. */
  protected belongs(_caller: StaffCaller, _id: string): boolean {
    return true;
  }

  /** What those are sent who do not reach the row; null sends nothing. */
  protected unseen(): object | null {
    return null;
  }

  async tell(seats: readonly Seat[], id: string, payloads: readonly ChangePayload[]): Promise<Told> {
    const rows = new Map<string, ChangedRow>();
    for (const payload of payloads) {
      const row = this.rowOf(id, payload);
      if (row && !rows.has(row.id)) rows.set(row.id, row);
    }
    const { readers, ended, found } = await this.whoSees.run(seats, this.requires, this.watched, [...rows.keys()]);
    const changes = new Map<string, object[]>();
    const unseen = this.unseen();
    for (const caller of readers.filter((one) => this.belongs(one, id)))
      for (const row of rows.values()) {
        const change = found.get(row.id)?.has(caller.sessionId) ? row.change : unseen;
        if (change) changes.set(caller.sessionId, [...(changes.get(caller.sessionId) ?? []), change]);
      }
    return { changes, ended };
  }
}
