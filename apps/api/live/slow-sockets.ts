/**
 * A line that takes less than it is sent is fed no further: what would wait for it in this process is dropped, and when it has
 * taken what was on its way it is told to read afresh.
 */
import { Injectable } from '@nestjs/common';
import type { Socket } from 'socket.io';

/** Messages that wait for one line. */
const MOST_UNSENT = 100;

/** What of the line below socket.io is looked at; its types keep the buffer to themselves. */
interface Line {
  readonly writeBuffer: readonly unknown[];
  once(event: 'drain', listener: () => void): void;
}

const lineOf = (socket: Socket): Line => socket.conn as unknown as Line;

@Injectable()
export class SlowSockets {
  /** With the addresses of which each has not been told. */
  private readonly behind = new WeakMap<Socket, Set<string>>();

  /** Whether it may be sent more of this address; where not, it is told later that the address is stale. */
  mayFeed(socket: Socket, address: string): boolean {
    const missed = this.behind.get(socket);
    if (missed) {
      missed.add(address);
      return false;
    }
    if (lineOf(socket).writeBuffer.length < MOST_UNSENT) return true;
    this.behind.set(socket, new Set([address]));
    lineOf(socket).once('drain', () => this.catchUp(socket));
    return false;
  }

  private catchUp(socket: Socket): void {
    const missed = this.behind.get(socket) ?? [];
    this.behind.delete(socket);
    for (const address of missed) socket.emit('stale', { address });
  }
}
