import { Injectable } from '@nestjs/common';
import { chooseStandingTime } from '#domain/calendar/weigh-time.js';
import { USUAL_CLOCK } from '#domain/form/cadence.js';
import type { CollaborationForm, MeetingKind, Named } from '#domain/form/form.js';
import { civilDayOf, endOfDay, startOfDay } from '#domain/kernel/stockholm.js';
import { hasCapability } from '#domain/organisation/role.js';
import { askAboutGroup } from '../calendar/ask-about-group.js';
import { notFound } from '../failure.js';
import { TownForms } from '../form/town-forms.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { GroupStore, type GroupRow } from './group.port.js';
import { chooseKind, decideToMeet, planMeeting, type CalledMember } from './meeting-plan.js';
import { meetingTimes, noteGroup } from './read-group.js';
import { weighedShown, weighIn, type WeighedMeetingTime } from './weigh-meeting-time.js';

export interface MeetingProposal {
  readonly group: GroupRow;
  readonly form: CollaborationForm;
  readonly kinds: readonly MeetingKind[];
  /** The first time of the form's own slot that counts, or the next one where none does; null where it has none. */
  readonly proposed: Date | null;
  /** Earlier times of the slot, at which a mandate is missing. */
  readonly skipped: readonly WeighedMeetingTime[];
  /** By when it has to meet; null where no cadence runs. */
  readonly by: Date | null;
  readonly called: readonly CalledMember[];
  /** What hinders it now: a closed word; null when nothing does. */
  readonly hindrance: string | null;
  /** Steps that would be passed over. */
  readonly passed: readonly Named[];
}

/** How far ahead a day of the slot is looked for. */
const SLOT_DAYS = 8 * 7;

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
      const tomorrow = civilDayOf(tx.now.getTime()) + 1;
      const asked = times?.proposed
        ? await askAboutGroup(tx, {
            group,
            form,
            kind: null,
            earliest: startOfDay(tomorrow),
            latest: endOfDay(tomorrow + SLOT_DAYS),
          })
        : null;
      const standing = asked && chooseStandingTime(asked.question, USUAL_CLOCK);
      const passed = decision.outcome === 'refused' ? decision.passed : [];
      return {
        group,
        form,
        kinds: form.meetings,
        proposed: standing?.chosen ? new Date(standing.chosen.starts) : (times?.proposed ?? null),
        skipped: asked ? (standing?.skipped ?? []).map((one) => weighedShown(one, form, asked)) : [],
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

  /**
   * What one time means before anyone is called to it. Fails as NOT_FOUND for another house's group and as CHOOSE_ONE for a
   * kind of meeting that the form does not have.
   */
  weigh(
    caller: StaffCaller,
    wanted: { readonly groupId: string; readonly startsAt: Date; readonly meeting: string | null },
  ): Promise<WeighedMeetingTime> {
    return this.asCaller.run(caller, async (tx) => {
      const group = await tx.of(GroupStore).find(wanted.groupId);
      if (!group || group.branchId !== caller.branchId) throw notFound();
      const form = await this.forms.get(tx, group.municipalityId, group.kind);
      await noteGroup(tx, group, 'group-times');
      return weighIn(tx, { group, form, kind: chooseKind(form, wanted.meeting), startsAt: wanted.startsAt });
    });
  }
}
