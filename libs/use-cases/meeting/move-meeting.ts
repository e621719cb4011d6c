import { Injectable } from '@nestjs/common';
import type { Board } from '#domain/meeting/board.js';
import { decideClose, decideJointClose, type CloseLack, type JointCloseLack } from '#domain/meeting/decide-meeting.js';
import { isStep } from '#domain/meeting/meeting-point.js';
import { ADJUST_WINDOW, decideMeetingStep, type MeetingState } from '#domain/meeting/meeting-states.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Seal } from '../gate/seal.js';
import { Failure, InvalidInput } from '../failure.js';
import { GroupMeetingStore } from '../group/group-meeting.port.js';
import { HoldMeeting } from '../group/hold-meeting.js';
import { HubStore, type HubFacts } from '../hub/hub.port.js';
import { callOffInvitations } from '../hub/end-unreached.js';
import { settleMeeting } from '../invitation/settle-meeting.js';
import { JointStore } from '../hub/joint.port.js';
import { MinutesStore } from '../minutes/minutes.port.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { callOffHub, sealCallOff } from './call-off-hub.js';
import { concludeHub } from './conclude-hub.js';
import { type Act, type ActOnBoard, type BoardReceipt, requireOwnHouse, writeOnBoard } from './write-on-board.js';

export type LeaderStep = 'start' | 'pause' | 'resume' | 'begin-closing' | 'close' | 'call-off';

export interface MoveMeetingInput extends ActOnBoard {
  readonly step: LeaderStep;
  /** Why a hub is called off; empty for every other step. */
  readonly reasons: string;
}

const LACKS: Readonly<Record<CloseLack | JointCloseLack, { readonly field: string; readonly code: string }>> = {
  'not-closing': { field: 'step', code: 'NOT_CLOSING' },
  'decision-missing': { field: 'decision', code: 'DECISION_MISSING' },
  'assessment-missing': { field: 'jointAssessment', code: 'JOINT_ASSESSMENT_MISSING' },
  'steps-missing': { field: 'nextSteps', code: 'STEPS_MISSING' },
  'picture-missing': { field: 'pictures', code: 'PICTURE_MISSING' },
};

/**
 * Starts, pauses, closes: whoever may lead may take each step, so that nobody's lost connection stops the meeting. Closing
 * is where the decision takes effect on the case (meeting states; [S0]).
 */
@Injectable()
export class MoveMeeting {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly held: HoldMeeting,
    private readonly seal: Seal,
  ) {}

  run(caller: StaffCaller, input: MoveMeetingInput): Promise<BoardReceipt> {
    return this.asCaller.run(caller, (tx) =>
      writeOnBoard(tx, input, async (board, hub) => {
        requireOwnHouse(tx, hub);
        // Whoever starts opens the lobby too if nobody has come to it.
        const opensLobby = board.state === 'planned' && input.step === 'start';
        const from = opensLobby ? ({ state: 'lobby', closedAt: null } as const) : board;
        const decision = decideMeetingStep(from, input.step, tx.now.getTime());
        if (decision.outcome === 'refused') throw new Failure('STEP_NOT_POSSIBLE', 'step', { state: board.state });
        const itemId =
          input.step === 'call-off' && hub.kind === 'internal'
            ? await sealCallOff(tx, { seal: this.seal, hub, reasons: input.reasons })
            : undefined;
        const kept = input.step === 'close' ? await this.close(tx, board, hub) : undefined;
        await this.move(tx, hub, input.step, decision.state, caller);
        const first: readonly Act[] = [
          ...(opensLobby ? [{ happening: { kind: 'LobbyOpened' } as const }] : []),
          ...(input.step === 'start' ? await this.agenda(tx, board, hub) : []),
        ];
        if (kept && hub.kind === 'internal') await concludeHub(tx, { hub, board, caller });
        if (kept && hub.groupId !== null) await this.held.run(tx, caller, hub);
        return [...first, { happening: this.happening(input.step, caller, itemId), ...(itemId ? { itemId } : {}) }];
      }),
    );
  }

  private async close(tx: CallerTransaction, board: Board, hub: HubFacts): Promise<true> {
    if (hub.kind === 'joint') {
      const decisions = hub.groupId === null ? [] : await tx.of(MinutesStore).findDecisions(hub.groupId);
      const ending = decideJointClose(board, decisions.filter(({ hubId }) => hubId === hub.id).length);
      if (ending.outcome === 'refused') throw new InvalidInput(ending.lacks.map((lack) => LACKS[lack]));
      return true;
    }
    const units = (await tx.of(HubStore).findQuestions(hub.id)).map(({ unitId }) => unitId);
    const decision = decideClose(board, units);
    if (decision.outcome === 'refused') throw new InvalidInput(decision.lacks.map((lack) => LACKS[lack]));
    return true;
  }

  /** What has been put on a group's agenda since it was called. */
  private async agenda(tx: CallerTransaction, board: Board, hub: HubFacts): Promise<readonly Act[]> {
    if (hub.groupId === null) return [];
    const steps = (await tx.of(GroupMeetingStore).findPoints(hub.id)).filter(({ kind }) => isStep(kind));
    const points = steps.map(({ id, minutes }) => ({ id, minutes }));
    const stands = board.agenda.map(({ id, minutes }) => ({ id, minutes }));
    return JSON.stringify(points) === JSON.stringify(stands) ? [] : [{ happening: { kind: 'AgendaSet', points } }];
  }

  private happening(step: LeaderStep, caller: StaffCaller, reasons: string | undefined): Act['happening'] {
    switch (step) {
      case 'start':
        return { kind: 'MeetingStarted', leader: caller.staffId };
      case 'pause':
        return { kind: 'MeetingPaused' };
      case 'resume':
        return { kind: 'MeetingResumed' };
      case 'begin-closing':
        return { kind: 'ClosingBegun' };
      case 'close':
        return { kind: 'MeetingClosed' };
      case 'call-off':
        return { kind: 'MeetingCalledOff', reasons: reasons ?? null };
    }
  }

  private async move(
    tx: CallerTransaction,
    hub: HubFacts,
    step: LeaderStep,
    state: MeetingState,
    caller: StaffCaller,
  ): Promise<void> {
    const store = tx.of(HubStore);
    await store.moveHub(hub.id, {
      state,
      ...(step === 'start' ? { leaderId: caller.staffId, startedAt: tx.now } : {}),
      ...(step === 'close'
        ? { closedAt: tx.now, fixedAt: new Date(tx.now.getTime() + ADJUST_WINDOW) }
        : step === 'call-off'
          ? { closedAt: tx.now }
          : {}),
    });
    if (step === 'call-off' && hub.kind === 'internal') await callOffHub(tx, hub, caller);
    if (step === 'call-off' && hub.kind === 'joint') await callOffInvitations(tx, hub);
    // Once it has begun nobody is waited for any more.
    if (step === 'call-off' || step === 'start') await settleMeeting(tx, hub.id);
    const parties = hub.kind === 'joint' ? await tx.of(JointStore).findParties(hub.id) : [];
    const branches = new Set([hub.branchId, ...parties.map(({ branchId }) => branchId)]);
    await tx
      .of(OutboxStore)
      .put([...branches].map((branchId) => ({ topic: `live:hubs:${branchId}`, payload: { hubId: hub.id } })));
  }
}
