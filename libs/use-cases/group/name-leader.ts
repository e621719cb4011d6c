import { Injectable } from '@nestjs/common';
import type { Named } from '#domain/form/form.js';
import type { GroupStanding } from '#domain/group/group-states.js';
import { handOverDeadlines } from '../deadline/hand-over-deadlines.js';
import { Failure, notFound } from '../failure.js';
import { TownForms } from '../form/town-forms.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { settleMeetingsOf } from '../invitation/settle-meeting.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { notify } from '../notice/notify.js';
import { GroupStore } from './group.port.js';
import { leadCase, leaveCase } from './lead-case.js';
import { NominationStore, type Coordinator } from './nomination.port.js';

export interface LeaderlessLine {
  readonly id: string;
  readonly version: number;
  readonly formName: Named;
  readonly standing: GroupStanding;
  readonly formedAt: Date | null;
  readonly leaderName: string;
}

/**
 * Groups of the own house that nobody leads, for its managers: a group without its coordinator stops, and whoever could name
 * another does not always work on the case ([S1]). What it is about stays with those who do.
 */
@Injectable()
export class NameLeader {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly forms: TownForms,
  ) {}

  list(
    caller: StaffCaller,
  ): Promise<{ readonly groups: readonly LeaderlessLine[]; readonly possible: readonly Coordinator[] }> {
    return this.asCaller.run(caller, async (tx) => {
      const found = await tx.of(GroupStore).findLeaderless();
      if (found.length === 0) return { groups: [], possible: [] };
      const forms = await this.forms.all(tx, caller.municipalityId);
      await tx.of(LedgerStore).record([
        {
          action: 'read',
          outcome: 'release',
          ground: 'internal',
          detail: { list: 'leaderless-groups', shown: found.length },
        },
      ]);
      return {
        groups: found.flatMap(({ kind, ...one }) => {
          const form = forms.find((each) => each.form.kind === kind)?.form;
          return form ? [{ ...one, formName: form.name }] : [];
        }),
        possible: await possibleLeaders(tx, caller),
      };
    });
  }

  /** Fails as CHOOSE_ONE by the field, and as CONFLICT where it has got a leader meanwhile. */
  run(
    caller: StaffCaller,
    wanted: { readonly groupId: string; readonly version: number; readonly toStaffId: string },
  ): Promise<void> {
    return this.asCaller.run(caller, async (tx) => {
      const group = (await tx.of(GroupStore).findLeaderless()).find(({ id }) => id === wanted.groupId);
      if (!group) throw notFound();
      const to = (await possibleLeaders(tx, caller)).find(({ staffId }) => staffId === wanted.toStaffId);
      if (!to) throw new Failure('CHOOSE_ONE', 'toStaffId');
      const named = await tx.of(GroupStore).nameLeader({
        groupId: group.id,
        toStaffId: to.staffId,
        version: wanted.version,
        actId: tx.newId(),
        seatId: tx.newId(),
      });
      if (!named) throw new Failure('CONFLICT');
      await leadCase(
        tx,
        { ...group, branchId: to.branchId, personId: null },
        { staffId: to.staffId, by: caller.staffId },
      );
      await leaveCase(tx, group, { staffId: group.coordinatorId, isOver: false });
      await handOverDeadlines(tx, { aboutId: group.id, from: group.coordinatorId, to });
      if (group.caseId !== null) await settleMeetingsOf(tx, group.caseId);
      await tx.of(LedgerStore).record([
        {
          action: 'change',
          outcome: 'done',
          caseId: group.caseId,
          detail: { groupId: group.id, kind: group.kind, lead: 'named', from: group.coordinatorId, to: to.staffId },
        },
      ]);
      await notify(tx, {
        staffIds: [to.staffId].filter((staffId) => staffId !== caller.staffId),
        kind: 'group-led',
        effectKey: `group:${group.id}:led:${wanted.version}`,
        caseId: group.caseId,
      });
    });
  }
}

/** Coordinators of the own house, and the manager themselves until there is one. */
async function possibleLeaders(tx: CallerTransaction, caller: StaffCaller): Promise<readonly Coordinator[]> {
  const coordinators = (await tx.of(NominationStore).findCoordinators(caller.municipalityId)).filter(
    ({ branchId }) => branchId === caller.branchId,
  );
  const self = (await tx.of(GroupStore).findCandidates(caller.municipalityId)).find(
    ({ staffId, unitId }) => staffId === caller.staffId && unitId === caller.unitId,
  );
  return [
    ...coordinators.filter(({ staffId }) => staffId !== caller.staffId),
    ...(self ? [{ ...self, branchName: self.branchName }] : []),
  ];
}
