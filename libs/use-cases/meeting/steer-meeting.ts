import { Injectable } from '@nestjs/common';
import { HUB_AGENDA } from '#domain/meeting/agenda.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Failure } from '../failure.js';
import { HubStore } from '../hub/hub.port.js';
import { type ActOnBoard, type BoardReceipt, requireOpen, requireOwnHouse, writeOnBoard } from './write-on-board.js';

/** Who leads, which point it is and whose turn it is to speak: half an hour is enough when each is heard in turn [S0]. */
@Injectable()
export class SteerMeeting {
  constructor(private readonly asCaller: AsCaller) {}

  /** Anyone who may lead can go on where another's connection dropped. */
  takeLead(caller: StaffCaller, on: ActOnBoard): Promise<BoardReceipt> {
    return this.asCaller.run(caller, (tx) =>
      writeOnBoard(tx, on, async (board, hub) => {
        requireOwnHouse(tx, hub);
        requireOpen(board);
        await tx.of(HubStore).moveHub(hub.id, { state: board.state, leaderId: caller.staffId });
        return [{ happening: { kind: 'LeadTaken', leader: caller.staffId } }];
      }),
    );
  }

  enterPoint(caller: StaffCaller, on: ActOnBoard & { readonly point: string }): Promise<BoardReceipt> {
    return this.asCaller.run(caller, (tx) =>
      writeOnBoard(tx, on, async (board, hub) => {
        requireOwnHouse(tx, hub);
        requireOpen(board);
        const points = board.agenda.length > 0 ? board.agenda : HUB_AGENDA;
        if (points.every(({ id }) => id !== on.point)) throw new Failure('NO_SUCH_POINT', 'point');
        return [{ happening: { kind: 'PointEntered', point: on.point } }];
      }),
    );
  }

  askForFloor(caller: StaffCaller, on: ActOnBoard): Promise<BoardReceipt> {
    return this.floor(caller, on, { kind: 'FloorAsked', member: caller.staffId });
  }

  stepBack(caller: StaffCaller, on: ActOnBoard): Promise<BoardReceipt> {
    return this.floor(caller, on, { kind: 'SteppedBack', member: caller.staffId });
  }

  /** `member` null: the next in line. */
  giveFloor(caller: StaffCaller, on: ActOnBoard & { readonly member: string | null }): Promise<BoardReceipt> {
    return this.asCaller.run(caller, (tx) =>
      writeOnBoard(tx, on, async (board, hub) => {
        requireOwnHouse(tx, hub);
        requireOpen(board);
        if (on.member !== null && board.attended[on.member] === undefined) throw new Failure('NOT_IN_ROOM', 'member');
        return [{ happening: { kind: 'FloorGiven', member: on.member } }];
      }),
    );
  }

  private floor(
    caller: StaffCaller,
    on: ActOnBoard,
    happening: { readonly kind: 'FloorAsked' | 'SteppedBack'; readonly member: string },
  ): Promise<BoardReceipt> {
    return this.asCaller.run(caller, (tx) =>
      writeOnBoard(tx, on, async (board) => {
        requireOpen(board);
        return [{ happening }];
      }),
    );
  }
}
