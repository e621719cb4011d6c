import { Injectable } from '@nestjs/common';
import type { Socket } from 'socket.io';
import type { OpenPage } from '#use-cases/family/family-mark.js';

/** A page of a family that stands open on this node. */
export interface FamilyScreen {
  readonly socket: Socket;
  readonly page: OpenPage;
  readonly personId: string;
  /** Of what the page shows, as far as this node knows. */
  mark: string | null;
  /** When its session is looked for by time alone. */
  ending?: NodeJS.Timeout;
}

/** Whose pages stand open on this node. It knows people and sessions, never content. */
@Injectable()
export class FamilyScreens {
  private readonly bySocket = new Map<Socket, FamilyScreen>();
  private readonly byPerson = new Map<string, Set<FamilyScreen>>();

  arrive(screen: FamilyScreen): void {
    this.bySocket.set(screen.socket, screen);
    const own = this.byPerson.get(screen.personId) ?? new Set();
    this.byPerson.set(screen.personId, own.add(screen));
  }

  leave(socket: Socket): void {
    const screen = this.bySocket.get(socket);
    if (!screen) return;
    clearTimeout(screen.ending);
    this.bySocket.delete(socket);
    const own = this.byPerson.get(screen.personId);
    own?.delete(screen);
    if (own?.size === 0) this.byPerson.delete(screen.personId);
  }

  isOpen({ socket }: FamilyScreen): boolean {
    return this.bySocket.has(socket);
  }

  of(personId: string): readonly FamilyScreen[] {
    return [...(this.byPerson.get(personId) ?? [])];
  }

  ofSession(sessionId: string): readonly FamilyScreen[] {
    return [...this.bySocket.values()].filter(({ page }) => page.sessionId === sessionId);
  }

  people(): readonly string[] {
    return [...this.byPerson.keys()];
  }
}
