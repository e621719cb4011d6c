import { Injectable } from '@nestjs/common';
import { areaAgenda, type AreaAgenda } from '#domain/area/area-agenda.js';
import { leadsOthers, type Named } from '#domain/form/form.js';
import { decideStep } from '#domain/group/decide-step.js';
import { DAY } from '#domain/kernel/instant.js';
import { hasCapability } from '#domain/organisation/role.js';
import { minutesOf, pointsOf, type FormPoint } from '#domain/meeting/meeting-point.js';
import { TownForms } from '../form/town-forms.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { GroupStore, type GroupMemberRow } from '../group/group.port.js';
import { chooseKind } from '../group/meeting-plan.js';
import { meetingTimes, noteGroup } from '../group/read-group.js';
import { requireNameless } from './area-group.js';
import { AreaMeetingStore, type AreaMeetingRow } from './area-meeting.port.js';
import { seated } from './tell-area-meeting.js';
import { ReadArea } from './read-area.js';

export interface ShownAreaMeeting {
  readonly row: AreaMeetingRow;
  /** Its time has come, so that it can be said that it was held. */
  readonly hasBegun: boolean;
  readonly seats: readonly { readonly member: GroupMemberRow; readonly wasThere: boolean | null }[];
}

export interface AreaMeetings {
  readonly groupId: string;
  /** What the form calls such a meeting. */
  readonly name: Named;
  readonly mayLead: boolean;
  /** The next time of the form's own slot; null where it has none. */
  readonly proposed: Date | null;
  readonly by: Date | null;
  readonly minutes: number;
  readonly points: readonly FormPoint[];
  readonly agenda: AreaAgenda;
  /** Steps that a meeting would pass over; a reason is asked for. */
  readonly passed: readonly Named[];
  /** From a month back on, the soonest first. */
  readonly meetings: readonly ShownAreaMeeting[];
}

/** When a group about a place meets, with what its week gives it to go through, and who was there. */
@Injectable()
export class ReadAreaMeetings {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly forms: TownForms,
    private readonly area: ReadArea,
  ) {}

  async run(caller: StaffCaller, groupId: string): Promise<AreaMeetings> {
    const group = await this.asCaller.run(caller, async (tx) => {
      const found = await requireNameless(tx, groupId);
      if (leadsOthers(found)) await noteGroup(tx, found, 'area-meetings');
      return found;
    });
    // The week is read as anyone reads it, with its line in the ledger: the agenda holds nothing else.
    const week = leadsOthers(group) ? null : await this.area.run(caller, groupId, null);
    return this.asCaller.read(caller, async (tx) => {
      const form = await this.forms.get(tx, group.municipalityId, group.kind);
      const store = tx.of(AreaMeetingStore);
      const rows = await store.findOfGroup(groupId, new Date(tx.now.getTime() - 31 * DAY));
      const attendance = await store.findAttendance(rows.map(({ id }) => id));
      const members = await seated(tx, groupId);
      const kind = chooseKind(form, null);
      const times = meetingTimes(group, form, tx.now.getTime());
      const taken = (await tx.of(GroupStore).findActs([groupId])).filter(({ act }) => act === 'step');
      const step = form.steps.find(({ does }) => does === 'meet');
      const decision =
        step &&
        decideStep(form, { standing: group.standing, taken: taken.map(({ word }) => word) }, step.step, {
          met: new Set(step.requires),
          reason: null,
        });
      const passed = decision?.outcome === 'refused' ? decision.passed : [];
      return {
        groupId,
        name: kind.name,
        mayLead: group.branchId === caller.branchId && hasCapability(caller.role, 'manage-groups'),
        proposed: times?.proposed ?? null,
        by: times?.by ?? null,
        minutes: minutesOf(kind),
        points: pointsOf(kind),
        agenda: areaAgenda({
          places: week?.places ?? [],
          measures: (week?.measures ?? []).map(({ row, late, carried }) => ({
            id: row.id,
            state: row.state,
            late,
            carried,
          })),
          silent: week?.silent ?? [],
        }),
        passed: form.steps.filter((one) => passed.includes(one.step)).map(({ name }) => name),
        meetings: rows.map((row) => ({
          row,
          hasBegun: row.startsAt <= tx.now,
          seats: members.map((member) => ({
            member,
            wasThere:
              attendance.find(({ meetingId, memberId }) => meetingId === row.id && memberId === member.id)?.wasThere ??
              null,
          })),
        })),
      };
    });
  }
}
