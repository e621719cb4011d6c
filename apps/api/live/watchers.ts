import { Injectable } from '@nestjs/common';
import type { Socket } from 'socket.io';
import { laterOf, type Cursor } from '#domain/live/cursor.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';

interface Seat {
  readonly caller: StaffCaller;
  /** With the moment up to which each has been told already. */
  readonly addresses: Map<string, Cursor | undefined>;
}

/** A screen that shows an address. */
export interface Watcher {
  readonly socket: Socket;
  readonly caller: StaffCaller;
  /** What was committed by then it knows; undefined for whoever is to read afresh. */
  readonly upTo: Cursor | undefined;
}

/** Who watches what on this node. It knows callers and topics, never content. */
@Injectable()
export class Watchers {
  private readonly seats = new Map<Socket, Seat>();
  private readonly rooms = new Map<string, Set<Socket>>();
  private readonly leaving: ((socket: Socket, address: string) => void)[] = [];

  /** Hears of each screen that shows an address no longer, also because its line has ended. */
  onUnwatch(heard: (socket: Socket, address: string) => void): void {
    this.leaving.push(heard);
  }

  arrive(socket: Socket, caller: StaffCaller): void {
    this.seats.set(socket, { caller, addresses: new Map() });
  }

  /** Takes the socket away everywhere; returns the addresses that it watched. */
  leave(socket: Socket): string[] {
    const addresses = [...(this.seats.get(socket)?.addresses.keys() ?? [])];
    for (const address of addresses) this.unwatch(socket, address);
    this.seats.delete(socket);
    return addresses;
  }

  /** `upTo`: what was committed by then its screen knows, and is not told again. */
  watch(socket: Socket, address: string, upTo?: Cursor): void {
    const seat = this.seats.get(socket);
    if (!seat) return;
    seat.addresses.set(address, laterOf(seat.addresses.get(address), upTo));
    const room = this.rooms.get(address) ?? new Set();
    room.add(socket);
    this.rooms.set(address, room);
  }

  unwatch(socket: Socket, address: string): void {
    this.seats.get(socket)?.addresses.delete(address);
    const room = this.rooms.get(address);
    room?.delete(socket);
    if (room?.size === 0) this.rooms.delete(address);
    for (const heard of this.leaving) heard(socket, address);
  }

  callerOf(socket: Socket): StaffCaller | undefined {
    return this.seats.get(socket)?.caller;
  }

  count(socket: Socket): number {
    return this.seats.get(socket)?.addresses.size ?? 0;
  }

  /** The sockets of a room with the identity each arrived under. */
  inRoom(address: string): Watcher[] {
    return [...(this.rooms.get(address) ?? [])].flatMap((socket) => {
      const seat = this.seats.get(socket);
      return seat ? [{ socket, caller: seat.caller, upTo: seat.addresses.get(address) }] : [];
    });
  }

  isWatching(socket: Socket, address: string): boolean {
    return this.rooms.get(address)?.has(socket) ?? false;
  }

  isEmpty(address: string): boolean {
    return !this.rooms.has(address);
  }

  callersOf(address: string): StaffCaller[] {
    const byStaff = new Map(this.inRoom(address).map(({ caller }) => [caller.staffId, caller]));
    return [...byStaff.values()];
  }

  ofSession(sessionId: string): Socket[] {
    return [...this.seats].filter(([, seat]) => seat.caller.sessionId === sessionId).map(([socket]) => socket);
  }

  all(): Socket[] {
    return [...this.seats.keys()];
  }
}
