import { Injectable } from '@nestjs/common';
import type { Capability } from '#domain/organisation/capability.js';
import type { PenField } from '#domain/plan/plan-pen.js';
import { decideItem } from '../gate/open.js';
import { ShownSights } from '../gate/shown-sights.js';
import type { Sight } from '../gate/sight.js';
import { ReadRoom, type Seat } from '../live/read-room.js';
import { RoomStore } from '../live/room.port.js';
import { PlanPenStore } from './plan-pen.port.js';

/** A pen that has moved; `field` null where it has been put down. */
export interface MovedPen {
  readonly pen: string;
  readonly staffId: string;
  readonly entryId: string;
  readonly field: PenField | null;
}

/** As one reader is told of it. */
export interface ToldPen extends Omit<MovedPen, 'staffId'> {
  /** Null where the reader may not have it, or the pen is down. */
  readonly name: string | null;
}

export interface PensTold {
  /** By session. */
  readonly pens: ReadonlyMap<string, readonly ToldPen[]>;
  readonly ended: readonly string[];
}

const MOST_READINGS = 3;

/**
 * That somebody writes in an entry those may know to whom it is released now, each asked for by themselves: to the others neither
 * the entry nor the writer is there (OSL 26:1). Nothing is opened by it. The writer’s name is told to those who see them at the
 * table and to their own colleagues; to the others somebody writes.
 */
@Injectable()
export class TellPlanPens {
  constructor(
    private readonly room: ReadRoom,
    private readonly shown: ShownSights,
  ) {}

  async forRoom(
    seats: readonly Seat[],
    of: { readonly groupId: string; readonly requires: Capability; readonly pens: readonly MovedPen[] },
  ): Promise<PensTold> {
    for (let readings = 1; ; readings += 1) {
      const { requestId, told } = await this.readForRoom(seats, of);
      // What somebody took away while it was read is read again, and never sent.
      if (await this.shown.maySend(requestId)) return told;
      if (readings === MOST_READINGS) throw new Error('sight changed again and again while pens were read');
    }
  }

  private async readForRoom(
    seats: readonly Seat[],
    { groupId, requires, pens }: Parameters<TellPlanPens['forRoom']>[1],
  ): Promise<{ readonly requestId: string; readonly told: PensTold }> {
    const comparedAt = performance.now();
    const wanted = {
      groupId,
      entryIds: [...new Set(pens.map(({ entryId }) => entryId))],
      staffIds: [...new Set(pens.map(({ staffId }) => staffId))],
    };
    const { readers, ended, asOf, found } = await this.room.run(seats, requires, async (tx, everyone) => {
      const rooms = await tx.of(PlanPenStore).find(everyone, wanted);
      const items = new Set(rooms.flatMap(({ entries }) => entries.map(({ itemId }) => itemId)));
      const sealed = await tx.of(RoomStore).findSealed(everyone, [...items]);
      return everyone.map((caller, at) => ({ caller, room: rooms[at], sealed: sealed[at] ?? [] }));
    });
    const sights: Sight[] = [];
    const told = new Map<string, readonly ToldPen[]>();
    for (const { caller, room, sealed } of found) {
      const theirs = new Set<string>();
      for (const { id, itemId, purpose } of room?.entries ?? []) {
        const item = sealed.find((one) => one.itemId === itemId);
        if (!item || decideItem({ caller, asOf, purpose }, item).outcome !== 'release') continue;
        theirs.add(id);
        sights.push(item.sight);
      }
      const own = pens.filter(({ staffId, entryId }) => staffId !== caller.staffId && theirs.has(entryId));
      const shown = own.map(({ staffId, ...pen }) => ({
        ...pen,
        name: pen.field === null ? null : (room?.names.get(staffId) ?? null),
      }));
      if (shown.length > 0) told.set(caller.sessionId, shown);
    }
    const requestId = readers[0]?.requestId ?? '';
    this.shown.note(requestId, sights, comparedAt);
    return { requestId, told: { pens: told, ended } };
  }
}
