import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Socket } from 'socket.io';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { faultFacts } from '#platform/log/fault-facts.js';
import { Log } from '#platform/log/log.js';
import type { ShowsPens } from './live-topic.js';
import { Watchers } from './watchers.js';

interface Held {
  readonly pen: string;
  readonly topic: ShowsPens;
  readonly id: string;
  readonly staffId: string;
  readonly at: unknown;
}

/** The pens that screens of this node have up. A pen hangs on its line: with the line it is put down, whoever held it. */
@Injectable()
export class HeldPens {
  private readonly held = new Map<Socket, Map<string, Held>>();
  private readonly turns = new Map<Socket, Promise<unknown>>();

  constructor(
    private readonly watchers: Watchers,
    private readonly log: Log,
  ) {
    watchers.onUnwatch((socket, address) => {
      if (this.turns.has(socket) || this.held.has(socket))
        void this.inTurn(socket, () => this.putDown(socket, address));
    });
  }

  /** Whether the pen may be there; null puts it down. What one screen says is done in the order in which it is said. */
  move(
    socket: Socket,
    address: string,
    of: { readonly topic: ShowsPens; readonly id: string; readonly caller: StaffCaller; readonly at: unknown },
  ): Promise<boolean> {
    return this.inTurn(socket, async () => {
      const before = this.held.get(socket)?.get(address);
      if (before && !isSame(before.at, of.at)) await this.putDown(socket, address);
      // The line broke while it waited for its turn.
      if (of.at === null || !this.watchers.isWatching(socket, address)) return of.at === null;
      const { topic, id, caller, at } = of;
      const pen = before?.pen ?? randomUUID();
      if (!(await topic.raisePen(caller, id, { pen, at }))) {
        await this.putDown(socket, address);
        return false;
      }
      const own = this.held.get(socket) ?? new Map<string, Held>();
      this.held.set(socket, own.set(address, { pen, topic, id, staffId: caller.staffId, at }));
      return true;
    });
  }

  private async putDown(socket: Socket, address: string): Promise<void> {
    const own = this.held.get(socket);
    const pen = own?.get(address);
    if (!own || !pen) return;
    own.delete(address);
    if (own.size === 0) this.held.delete(socket);
    // Where it cannot be told the mark fades by itself.
    await pen.topic
      .dropPen(pen.staffId, pen.id, pen)
      .catch((error: unknown) => this.log.warn('a pen could not be put down', faultFacts(error)));
  }

  private inTurn<T>(socket: Socket, work: () => Promise<T>): Promise<T> {
    const turn = (this.turns.get(socket) ?? Promise.resolve()).catch(() => undefined).then(work);
    this.turns.set(socket, turn);
    void turn
      .catch(() => undefined)
      .finally(() => {
        if (this.turns.get(socket) === turn) this.turns.delete(socket);
      });
    return turn;
  }
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
