import { Injectable } from '@nestjs/common';
import type { Board } from '#domain/meeting/board.js';
import { isBoardOpen } from '#domain/meeting/meeting-states.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { ServiceCaller, StaffCaller } from '../gate/caller.js';
import { HubStore, type HubFacts } from '../hub/hub.port.js';
import { BoardStore } from './board.port.js';
import { type Act, appendEvents, getBoard } from './write-on-board.js';

/**
 * Who is in the room, written as they come and go: the record of a meeting names its participants with times. What this
 * process has seen arrive is all that it lets leave, so that another process's people stay.
 */
@Injectable()
export class NotePresence {
  /** Per hub, who has been written as here. */
  private readonly here = new Map<string, Map<string, StaffCaller>>();
  /** Per hub and screen, who shows it now: one is in the room on any of its screens. */
  private readonly screens = new Map<string, readonly StaffCaller[]>();
  private readonly turns = new Map<string, Promise<void>>();

  constructor(private readonly asCaller: AsCaller) {}

  /** One change after another for each hub: who left and came back at once must not be written as gone. */
  run(hubId: string, screen: 'lobby' | 'board', watching: readonly StaffCaller[]): Promise<void> {
    this.screens.set(`${screen}:${hubId}`, watching);
    const turn = (this.turns.get(hubId) ?? Promise.resolve()).catch(() => undefined).then(() => this.note(hubId));
    this.turns.set(hubId, turn);
    void turn
      .catch(() => undefined)
      .finally(() => {
        if (this.turns.get(hubId) === turn) this.turns.delete(hubId);
      });
    return turn;
  }

  private async note(hubId: string): Promise<void> {
    const watching = (['lobby', 'board'] as const).flatMap((screen) => this.screens.get(`${screen}:${hubId}`) ?? []);
    if (watching.length === 0) for (const screen of ['lobby', 'board']) this.screens.delete(`${screen}:${hubId}`);
    const before = this.here.get(hubId) ?? new Map<string, StaffCaller>();
    const now = new Map(watching.map((caller) => [caller.staffId, caller]));
    for (const caller of now.values()) if (!before.has(caller.staffId)) await this.arrive(hubId, caller);
    for (const caller of before.values()) if (!now.has(caller.staffId)) await this.leave(hubId, caller);
    if (now.size === 0) this.here.delete(hubId);
    else this.here.set(hubId, now);
  }

  private arrive(hubId: string, caller: StaffCaller): Promise<void> {
    return this.asCaller.run(caller, (tx) =>
      this.write(tx, hubId, caller, async (board, hub) => {
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
  private leave(hubId: string, caller: StaffCaller): Promise<void> {
    const service: ServiceCaller = { kind: 'service', name: 'reception', requestId: caller.requestId };
    return this.asCaller.run(service, (tx) =>
      this.write(tx, hubId, caller, async (board) =>
        board.present[caller.staffId] === undefined
          ? []
          : [{ happening: { kind: 'MemberLeft', member: caller.staffId } }],
      ),
    );
  }

  private async write(
    tx: CallerTransaction,
    hubId: string,
    caller: StaffCaller,
    decide: (board: Board, hub: HubFacts) => Promise<readonly Act[]>,
  ): Promise<void> {
    const hub = await tx.of(HubStore).findHub(hubId);
    if (!hub) return;
    await tx.of(BoardStore).lock(hubId);
    const board = await getBoard(tx, hubId);
    if (board.state !== 'planned' && !isBoardOpen(board.state)) return;
    const acts = await decide(board, hub);
    await appendEvents(tx, { hub, board, by: caller.staffId, key: `presence/${tx.newId()}` }, acts);
  }
}
