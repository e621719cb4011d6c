import { Injectable } from '@nestjs/common';
import { isGroupsMeeting } from '#domain/form/form.js';
import { TownForms } from '../form/town-forms.js';
import { endOfMeeting } from '#domain/group/met-at.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { HubStore, type HubFacts } from '../hub/hub.port.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { beginAdjusting } from '../minutes/fix-minutes.js';
import { hasMet } from './group-deadlines.js';
import { GroupStore, type GroupRow } from './group.port.js';
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
    const over = endOfMeeting({ startsAt: hub.startsAt.getTime(), minutes: hub.minutes }, tx.now.getTime());
    const metAt = latestOf(new Date(over), group);
    await store.change(group.id, { standing, standingReason: group.standingReason, lastMetAt: metAt });
    await recordAct(tx, group, { act: 'step', word: plan.step.step, standing, reason, passed });
    await hasMet(tx, caller, group, { form, at: metAt });
  }
}

/** One that is written down after a later one does not set the group's clock back. */
export const latestOf = (metAt: Date, { lastMetAt, formedAt }: Pick<GroupRow, 'lastMetAt' | 'formedAt'>): Date =>
  [lastMetAt, formedAt].reduce<Date>((latest, one) => (one !== null && one > latest ? one : latest), metAt);

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
