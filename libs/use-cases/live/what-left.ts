import { Injectable } from '@nestjs/common';
import type { Capability } from '#domain/organisation/capability.js';
import { ReadRoom, type RoomRead, type Seat } from './read-room.js';
import { RoomStore } from './room.port.js';

/** What a room of screens is told of one case: by session, in the order in which they came. */
export interface Leaving {
  /** Who works on the case, or did. */
  readonly concerned: ReadonlySet<string>;
  /** What of it was theirs and is no longer; whom it has taken nothing from is not in it. */
  readonly left: ReadonlyMap<string, readonly string[]>;
}

/** What has left those of a room of screens, each by their own right, so that no page asks for what it would be refused. */
@Injectable()
export class WhatLeft {
  constructor(private readonly room: ReadRoom) {}

  /** `abouts`: cases, or meetings and groups of them. */
  run(
    seats: readonly Seat[],
    requires: Capability | 'signed-in',
    abouts: readonly string[],
  ): Promise<RoomRead<ReadonlyMap<string, Leaving>>> {
    return this.room.run(seats, requires, async (tx, readers) => {
      const found = new Map<string, Leaving>();
      for (const about of new Set(abouts)) {
        const concerned = await tx.of(RoomStore).findSeeing(readers, 'work-on-case', about);
        const left = await tx.of(RoomStore).findLeft(readers, about);
        found.set(about, {
          concerned: new Set(readers.filter((_, at) => concerned[at]).map(({ sessionId }) => sessionId)),
          left: new Map(readers.flatMap(({ sessionId }, at) => (left[at]?.length ? [[sessionId, left[at]]] : []))),
        });
      }
      return found;
    });
  }
}
