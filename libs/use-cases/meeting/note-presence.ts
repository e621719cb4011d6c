import { Injectable } from '@nestjs/common';
import type { Board } from '#domain/meeting/board.js';
import { isBoardOpen } from '#domain/meeting/meeting-states.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { ServiceCaller, StaffCaller } from '../gate/caller.js';
import { HubStore, type HubFacts } from '../hub/hub.port.js';
import { BoardStore } from './board.port.js';
import { PresenceStore, type Stay } from './presence.port.js';
import { type Act, appendEvents, getBoard } from './write-on-board.js';

/** How often a process vouches anew for those whose lines it holds. */
export const VOUCH_EVERY_SECONDS = 5;
/** How long a process's word stands: with the next look, whoever it had is gone within twenty seconds of its death. */
const LEASE_SECONDS = 15;

interface Here {
  readonly caller: StaffCaller;
  /** Whether this process vouches for them: on a board that is closed nobody does. */
  readonly held: boolean;
}

/**
 * Who is in the room, written as they come and go: the record of a meeting names its participants with times. A process
 * vouches for its own people alone, for some seconds at a time: one who shows the room through another process stays, and
 * whom a killed process had is seen to have left.
 */
@Injectable()
export class NotePresence {
  /** This process, to the others. */
  private node: string | undefined;
  /** Per hub, who has been written as here. */
  private readonly here = new Map<string, Map<string, Here>>();
  /** Per hub and screen, who shows it now: one is in the room on any of its screens. */
  private readonly screens = new Map<string, readonly StaffCaller[]>();
  private readonly turns = new Map<string, Promise<void>>();

  constructor(private readonly asCaller: AsCaller) {}

  /** One change after another for each hub: who left and came back at once must not be written as gone. */
  run(hubId: string, screen: 'lobby' | 'board', watching: readonly StaffCaller[]): Promise<void> {
    this.screens.set(`${screen}:${hubId}`, watching);
    return this.inTurn(hubId);
  }

  /**
   * Vouches anew for those who are here, and lets those go for whom nobody does; to be done every few seconds. Answers the
   * faults of those whose going could not be written: they are tried again the next time, and hold nobody else back.
   */
  async keep(): Promise<readonly unknown[]> {
    const held = await this.asCaller.run(platform('presence'), (tx) =>
      tx.of(PresenceStore).renew(this.nodeIn(tx), LEASE_SECONDS),
    );
    const kept = new Set(held.map(({ hubId, staffId }) => `${hubId} ${staffId}`));
    for (const [hubId, people] of this.here)
      for (const [staffId, { held: wasHeld }] of people)
        // This process stood still for so long that another took its people for gone.
        if (wasHeld && !kept.has(`${hubId} ${staffId}`)) people.delete(staffId);
    const hubs = new Set([
      ...this.here.keys(),
      ...[...this.screens.keys()].map((key) => key.slice(key.indexOf(':') + 1)),
    ]);
    for (const hubId of hubs) if (this.isBehind(hubId)) await this.inTurn(hubId).catch(() => undefined);
    const lapsed = await this.asCaller.run(platform('presence'), (tx) => tx.of(PresenceStore).findLapsed());
    const faults: unknown[] = [];
    for (const stay of lapsed) await this.lapse(stay).catch((fault: unknown) => faults.push(fault));
    return faults;
  }

  private nodeIn(tx: CallerTransaction): string {
    return (this.node ??= tx.newId());
  }

  private inTurn(hubId: string): Promise<void> {
    const turn = (this.turns.get(hubId) ?? Promise.resolve()).catch(() => undefined).then(() => this.note(hubId));
    this.turns.set(hubId, turn);
    void turn
      .catch(() => undefined)
      .finally(() => {
        if (this.turns.get(hubId) === turn) this.turns.delete(hubId);
      });
    return turn;
  }

  private watching(hubId: string): Map<string, StaffCaller> {
    const callers = (['lobby', 'board'] as const).flatMap((screen) => this.screens.get(`${screen}:${hubId}`) ?? []);
    return new Map(callers.map((caller) => [caller.staffId, caller]));
  }

  /** What could not be written at the time, because the database was away, is written later. */
  private isBehind(hubId: string): boolean {
    const [now, before] = [this.watching(hubId), this.here.get(hubId)];
    return now.size !== (before?.size ?? 0) || [...now.keys()].some((staffId) => !before?.has(staffId));
  }

  private async note(hubId: string): Promise<void> {
    const now = this.watching(hubId);
    if (now.size === 0) for (const screen of ['lobby', 'board']) this.screens.delete(`${screen}:${hubId}`);
    const here = this.here.get(hubId) ?? new Map<string, Here>();
    this.here.set(hubId, here);
    for (const [staffId, caller] of now)
      if (!here.has(staffId)) here.set(staffId, { caller, held: await this.arrive(hubId, caller) });
    for (const [staffId, { caller }] of here)
      if (!now.has(staffId)) {
        await this.leave(hubId, caller);
        here.delete(staffId);
      }
    if (here.size === 0) this.here.delete(hubId);
  }

  /** Whether this process vouches for them from now on. */
  private arrive(hubId: string, caller: StaffCaller): Promise<boolean> {
    return this.asCaller.run(caller, (tx) =>
      this.write(tx, { hubId, staffId: caller.staffId }, async (board, hub) => {
        const stay = { hubId, staffId: caller.staffId, node: this.nodeIn(tx) };
        await tx.asService('reception', (service) => service.of(PresenceStore).hold(stay, LEASE_SECONDS));
        const arrived: Act = { happening: { kind: 'MemberArrived', member: caller.staffId, unit: caller.unitId } };
        // The house whose meeting it is opens the lobby; who comes earlier waits in it.
        if (board.state === 'planned' && hub.branchId === caller.branchId) {
          await tx.of(HubStore).moveHub(hubId, { state: 'lobby' });
          return [{ happening: { kind: 'LobbyOpened' } }, arrived];
        }
        return board.present[caller.staffId] === undefined ? [arrived] : [];
      }),
    );
  }

  /** The platform writes it: whoever has lost the right to the room can still be seen to have left. */
  private async leave(hubId: string, caller: StaffCaller): Promise<void> {
    const stay = { hubId, staffId: caller.staffId };
    await this.asCaller.run(platform(caller.requestId), async (tx) => {
      await tx.of(BoardStore).lock(hubId);
      await tx.of(PresenceStore).release({ ...stay, node: this.nodeIn(tx) });
      await this.writeGone(tx, stay);
    });
  }

  private async lapse(stay: Stay): Promise<void> {
    await this.asCaller.run(platform('presence'), async (tx) => {
      await tx.of(BoardStore).lock(stay.hubId);
      if (await tx.of(PresenceStore).dropLapsed(stay)) await this.writeGone(tx, stay);
    });
  }

  private async writeGone(tx: CallerTransaction, stay: Stay): Promise<void> {
    // Their line is through another process now.
    if (await tx.of(PresenceStore).isHeld(stay)) return;
    await this.write(tx, stay, (board) =>
      Promise.resolve(
        board.present[stay.staffId] === undefined
          ? []
          : [{ happening: { kind: 'MemberLeft' as const, member: stay.staffId } }],
      ),
    );
  }

  /** Whether the room is there to be in. */
  private async write(
    tx: CallerTransaction,
    { hubId, staffId }: Stay,
    decide: (board: Board, hub: HubFacts) => Promise<readonly Act[]>,
  ): Promise<boolean> {
    const hub = await tx.of(HubStore).findHub(hubId);
    if (!hub) return false;
    await tx.of(BoardStore).lock(hubId);
    const board = await getBoard(tx, hubId);
    if (board.state !== 'planned' && !isBoardOpen(board.state)) return false;
    const acts = await decide(board, hub);
    await appendEvents(tx, { hub, board, by: staffId, key: `presence/${tx.newId()}` }, acts);
    return true;
  }
}

const platform = (requestId: string): ServiceCaller => ({ kind: 'service', name: 'reception', requestId });
