import { Injectable } from '@nestjs/common';
import type { Capability } from '#domain/organisation/capability.js';
import { ReadRoom, type RoomRead, type Seat } from './read-room.js';
import { RoomStore, type Watched } from './room.port.js';

/** Who of a room of screens reaches the rows that have changed, each by their own right. */
@Injectable()
export class WhoSees {
  constructor(private readonly room: ReadRoom) {}

  /** By row, the sessions that reach it. */
  run(
    seats: readonly Seat[],
    requires: Capability | 'signed-in',
    what: Watched,
    ids: readonly string[],
  ): Promise<RoomRead<ReadonlyMap<string, ReadonlySet<string>>>> {
    return this.room.run(seats, requires, async (tx, readers) => {
      const seeing = new Map<string, ReadonlySet<string>>();
      for (const id of ids) {
        const sees = await tx.of(RoomStore).findSeeing(readers, what, id);
        seeing.set(id, new Set(readers.filter((_, at) => sees[at]).map(({ sessionId }) => sessionId)));
      }
      return seeing;
    });
  }
}
