import { Injectable } from '@nestjs/common';
import {
  FREE_MOVES,
  decideGroupMove,
  meets,
  possibleMoves,
  reasonsFrom,
  takesRoom,
  waits,
} from '#domain/group/group-states.js';
import { Failure } from '../failure.js';
import { TownForms } from '../form/town-forms.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Seal } from '../gate/seal.js';
import { callOffMeetings } from './call-off-meetings.js';
import { endOffersOf } from '../relocation/end-offers.js';
import { awaitMeeting, awaitWaitingLook, noMeetingAwaited, waitingLookSettled } from './group-deadlines.js';
import { GroupStore } from './group.port.js';
import { situationOf } from './group-situation.js';
import { recordAct, requireGroup, sayReasons } from './record-act.js';
import { tellOfRoom } from './tell-of-room.js';

export interface GroupMoved {
  readonly groupId: string;
  readonly version: number;
  readonly move: string;
  /** One of the closed words for this move. */
  readonly reason: string;
  readonly words: string;
}

/** A group waits for room, rests, or follows its young person to another place, each time with a reason ([S1]). */
@Injectable()
export class MoveGroup {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly forms: TownForms,
    private readonly seal: Seal,
  ) {}

  run(caller: StaffCaller, wanted: GroupMoved): Promise<void> {
    return this.asCaller.run(caller, async (tx) => {
      const group = await requireGroup(tx, wanted.groupId, wanted.version);
      const move = FREE_MOVES.find((one) => one === wanted.move);
      if (!move) throw new Failure('CHOOSE_ONE', 'move');
      if (!reasonsFrom(group.standing, move).includes(wanted.reason)) throw new Failure('CHOOSE_ONE', 'reason');
      const decision = decideGroupMove(group.standing, move);
      if (decision.outcome === 'refused' || !possibleMoves(group).includes(move))
        throw new Failure('STEP_NOT_FROM_HERE');
      const form = await this.forms.get(tx, caller.municipalityId, group.kind);
      const { file } = await situationOf(tx, form, group.caseId);
      const itemId = await sayReasons(tx, this.seal, { file, form: form.form }, wanted.words);
      const { standing } = decision;
      if (meets(group.standing) && !meets(standing)) await callOffMeetings(tx, caller, group);
      if (group.standing === 'moved' && standing !== 'moved') await endOffersOf(tx, group.id);
      await tx
        .of(GroupStore)
        .change(group.id, { standing, standingReason: standing === 'active' ? null : wanted.reason });
      await recordAct(tx, group, { act: 'move', word: move, standing, reason: wanted.reason, itemId });
      if (group.standing === 'active') await noMeetingAwaited(tx, group, 'group-paused');
      if (waits(group.standing)) await waitingLookSettled(tx, group, 'met');
      if (waits(standing)) await awaitWaitingLook(tx, caller, group);
      if (!takesRoom(standing)) await tellOfRoom(tx, group);
      if (standing === 'active') await awaitMeeting(tx, caller, group, form);
    });
  }
}
