import { Injectable } from '@nestjs/common';
import { mayReplace } from '#domain/hub/hub-mandate.js';
import { decideMeeting, type DecisionKind } from '#domain/meeting/decide-meeting.js';
import { hasCapability } from '#domain/organisation/role.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Seal } from '../gate/seal.js';
import { Failure, InvalidInput, type FieldFault } from '../failure.js';
import { HubStore, type HubFacts, type HubHouse } from '../hub/hub.port.js';
import { mandateIn } from '../hub/plan-hub.js';
import { BoardStore } from './board.port.js';
import { type ActOnBoard, type BoardReceipt, requireOpen, writeOnBoard } from './write-on-board.js';

export interface DecideHubInput extends ActOnBoard {
  readonly kind: string;
  readonly reasons: string;
  readonly handOverTo: string | null;
}

const CODES = { missing: 'REQUIRED', 'unknown-word': 'CHOOSE_ONE', 'may-not-decide': 'MAY_NOT_DECIDE' } as const;
const LONGEST_REASONS = 5_000;
const CLOSES: readonly DecisionKind[] = ['no-investigation', 'other-support'];

/**
 * The decision is made by the one who has the authority, or at night by who is on duty, in their own name and session, with
 * reasons; whoever types for others cannot decide for them (SoL 20:2; [S0]).
 */
@Injectable()
export class DecideHub {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly seal: Seal,
  ) {}

  run(caller: StaffCaller, input: DecideHubInput): Promise<BoardReceipt> {
    const reasons = input.reasons.trim();
    return this.asCaller.run(caller, (tx) =>
      writeOnBoard(tx, input, async (board, hub) => {
        if (hub.kind === 'joint') throw new Failure('JOINT_DECIDES_NOTHING');
        requireOpen(board);
        if (board.timing.startedAt === null) throw new Failure('MEETING_NOT_BEGUN');
        const house = await tx.of(HubStore).getHouse(hub.branchId);
        const mandate = mandateIn(house, caller, tx.now);
        if (mandate.length === 0) throw new Failure('NOT_ALLOWED');
        const standing = board.decision;
        if (
          standing !== null &&
          !mayReplace(mandate, { kind: standing.kind, deciderRoles: rolesOf(house, standing.decider) })
        )
          throw new InvalidInput([{ field: 'kind', code: 'WAITS_FOR_AUTHORITY' }]);
        const decision = decideMeeting({
          kind: input.kind,
          decider: caller.staffId,
          deciderMayDecide: true,
          reasons,
          handOverTo: input.handOverTo,
        });
        if (decision.outcome === 'refused')
          throw new InvalidInput(decision.faults.map(({ field, code }) => ({ field, code: CODES[code] })));
        const faults = await this.faults(tx, { hub, house, mandate }, decision, reasons);
        if (faults.length > 0) throw new InvalidInput(faults);
        const { kind, decider, handOverTo } = decision;
        const itemId = await this.seal.item(tx, {
          caseId: hub.caseId,
          category: 'measures-and-plan',
          form: 'mash',
          phase: 'preliminary',
          subjectIds: [hub.personId],
          content: { text: reasons },
        });
        await tx.of(BoardStore).putDecision({ id: tx.newId(), hubId: hub.id, kind, itemId, decidedBy: caller.staffId });
        return [{ happening: { kind: 'DecisionMade', decision: kind, decider, reasons: itemId, handOverTo }, itemId }];
      }),
    );
  }

  private async faults(
    tx: CallerTransaction,
    { hub, house, mandate }: { hub: HubFacts; house: HubHouse; mandate: readonly DecisionKind[] },
    decision: { readonly kind: DecisionKind; readonly handOverTo: string | null },
    reasons: string,
  ): Promise<FieldFault[]> {
    const faults: FieldFault[] = [];
    if (reasons.length > LONGEST_REASONS)
      faults.push({ field: 'reasons', code: 'TOO_LONG', values: { most: LONGEST_REASONS } });
    // What ends a case waits until those who have the authority are at work.
    if (!mandate.includes(decision.kind)) faults.push({ field: 'kind', code: 'WAITS_FOR_AUTHORITY' });
    const file = await tx.of(HubStore).findCase(hub.caseId);
    // A case is never closed before anyone has looked at whether the child needs protection now (SoL 20:1).
    if (CLOSES.includes(decision.kind) && !file?.protectionAssessed)
      faults.push({ field: 'kind', code: 'PROTECTION_FIRST' });
    if (decision.handOverTo !== null) {
      const may = house.posts.some(
        ({ staffId, role }) => staffId === decision.handOverTo && hasCapability(role, 'receive-hand-over'),
      );
      if (!may) faults.push({ field: 'handOverTo', code: 'MAY_NOT_RECEIVE' });
    }
    return faults;
  }
}

const rolesOf = ({ posts }: HubHouse, staffId: string) =>
  posts.filter((post) => post.staffId === staffId).map(({ role }) => role);
