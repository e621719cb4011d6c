import { Injectable } from '@nestjs/common';
import { isGroupsMeeting } from '#domain/form/form.js';
import { TownForms } from '../form/town-forms.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { HubStore, type HubFacts } from '../hub/hub.port.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { beginAdjusting } from '../minutes/fix-minutes.js';
import { awaitMeeting, noMeetingAwaited } from './group-deadlines.js';
import { GroupStore } from './group.port.js';
import { decideToMeet, planMeeting } from './meeting-plan.js';
import { recordAct } from './record-act.js';

/**
 * A meeting that has been held is the group's step: taken as the meeting closes, by whoever closes it. Where the ground or
 * the agreement has gone since it was called, that it was held stands in the ledger and the step is not taken (OSL 10:1). So
 * it is with a meeting of another kind than the form's first: it does not keep the group's cadence.
 */
@Injectable()
export class HoldMeeting {
  constructor(private readonly forms: TownForms) {}

  async run(tx: CallerTransaction, caller: StaffCaller, hub: HubFacts): Promise<void> {
    if (hub.groupId === null) return;
    await beginAdjusting(tx, caller, hub);
    const store = tx.of(GroupStore);
    const group = await store.findForChange(hub.groupId);
    if (!group) return;
    const form = await this.forms.get(tx, group.municipalityId, group.kind);
    if (!isGroupsMeeting(form, hub.meetingKind)) return heldWithoutStep(tx, hub, 'other-kind');
    const plan = await planMeeting(tx, caller, group, form);
    const reason = await tx.of(HubStore).findStepReason(hub.id);
    const decision = decideToMeet(plan, group, reason);
    if (decision.outcome === 'refused') return heldWithoutStep(tx, hub, decision.code);
    const { standing, passed } = decision;
    await store.change(group.id, { standing, standingReason: group.standingReason, lastMetAt: tx.now });
    await recordAct(tx, group, { act: 'step', word: plan.step.step, standing, reason, passed });
    await noMeetingAwaited(tx, group, 'met');
    await awaitMeeting(tx, caller, group, form);
  }
}

const heldWithoutStep = (tx: CallerTransaction, hub: HubFacts, code: string): Promise<void> =>
  tx.of(LedgerStore).record([
    {
      action: 'change',
      outcome: 'done',
      caseId: hub.caseId,
      personId: hub.personId,
      detail: { hubId: hub.id, groupId: hub.groupId, hub: 'held-without-step', code },
    },
  ]);
