import { Injectable } from '@nestjs/common';
import type { CollaborationForm, MeetingKind, Named } from '#domain/form/form.js';
import { hasCapability } from '#domain/organisation/role.js';
import { notFound } from '../failure.js';
import { TownForms } from '../form/town-forms.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { GroupStore, type GroupRow } from './group.port.js';
import { decideToMeet, planMeeting, type CalledMember } from './meeting-plan.js';
import { meetingTimes, noteGroup } from './read-group.js';

export interface MeetingProposal {
  readonly group: GroupRow;
  readonly form: CollaborationForm;
  readonly kinds: readonly MeetingKind[];
  /** The next time of the form's own slot; null where it has none. */
  readonly proposed: Date | null;
  /** By when it has to meet; null where no cadence runs. */
  readonly by: Date | null;
  readonly called: readonly CalledMember[];
  /** What hinders it now: a closed word; null when nothing does. */
  readonly hindrance: string | null;
  /** Steps that would be passed over. */
  readonly passed: readonly Named[];
}

/** A group's meeting before it is convened: when, who is called by their seat, who is not, and what hinders it. */
@Injectable()
export class ProposeMeeting {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly forms: TownForms,
  ) {}

  run(caller: StaffCaller, groupId: string): Promise<MeetingProposal> {
    return this.asCaller.run(caller, async (tx) => {
      const group = await tx.of(GroupStore).find(groupId);
      if (!group || group.branchId !== caller.branchId || !hasCapability(caller.role, 'manage-groups'))
        throw notFound();
      const form = await this.forms.get(tx, group.municipalityId, group.kind);
      const plan = await planMeeting(tx, caller, group, form);
      const decision = decideToMeet(plan, group, null);
      await noteGroup(tx, group, 'group-meeting');
      const times = meetingTimes(group, form, tx.now.getTime());
      const passed = decision.outcome === 'refused' ? decision.passed : [];
      return {
        group,
        form,
        kinds: form.meetings,
        proposed: times?.proposed ?? null,
        by: times?.by ?? null,
        called: plan.called,
        hindrance:
          decision.outcome === 'refused' && decision.code !== 'reason-missing'
            ? (decision.lacks[0] ?? decision.code)
            : null,
        passed: form.steps.filter(({ step }) => passed.includes(step)).map(({ name }) => name),
      };
    });
  }
}
