import { Injectable } from '@nestjs/common';
import type { Capability } from '#domain/organisation/capability.js';
import { hasCapability } from '#domain/organisation/role.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { liveCaller } from '../sign-in/resolve-session.js';
import { SessionStore } from '../sign-in/session.port.js';

/** A screen that shows something: by which session it came, and from where. */
export interface Seat {
  readonly sessionId: string;
  readonly origin: string;
}

/** Those of a room who may be told now, and what they found; whoever is in neither list may not know of it. */
export interface RoomRead<T> {
  readonly readers: readonly StaffCaller[];
  /** Sessions that are over: their screens are cut off. */
  readonly ended: readonly string[];
  readonly asOf: Date;
  readonly found: T;
}

/**
 * A room of screens is told of a change in one transaction, however many they are: each by its own session as it is at
 * that moment, each under its own identity, and nobody by what another may see (OSL 26:1; ASVS 8.3.2).
 */
@Injectable()
export class ReadRoom {
  constructor(private readonly asCaller: AsCaller) {}

  /** `read` is asked for the readers alone, one for each session. */
  async run<T>(
    seats: readonly Seat[],
    requires: Capability | 'signed-in',
    read: (tx: CallerTransaction, readers: readonly StaffCaller[]) => Promise<T>,
  ): Promise<RoomRead<T>> {
    const origins = new Map(seats.map(({ sessionId, origin }) => [sessionId, origin]));
    return this.asCaller.run({ kind: 'service', name: 'sign-in', requestId: 'live' }, async (tx) => {
      const requestId = tx.newId();
      const sessions = await tx.of(SessionStore).findByIds([...origins.keys()]);
      const callers = new Map(
        sessions.map((session) => [
          session.id,
          liveCaller(session, { origin: origins.get(session.id) ?? '', requestId }, tx.now),
        ]),
      );
      const live = [...callers.values()].filter((caller) => caller !== null);
      const readers = live.filter(({ role }) => requires === 'signed-in' || hasCapability(role, requires));
      const ended = [...origins.keys()].filter((id) => !callers.get(id));
      return { readers, ended, asOf: tx.now, found: await read(tx, readers) };
    });
  }
}
