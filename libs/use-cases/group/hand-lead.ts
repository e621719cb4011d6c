import { Injectable } from '@nestjs/common';
import { decideLead, mayHandLead, type LeadDecision } from '#domain/group/hand-lead.js';
import { hasEnded } from '#domain/group/group-states.js';
import { handOverDeadlines } from '../deadline/hand-over-deadlines.js';
import { Failure, notFound } from '../failure.js';
import { TownForms } from '../form/town-forms.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { settleMeetingsOfGroup } from '../invitation/settle-meeting.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { notify } from '../notice/notify.js';
import { GroupMeetingStore } from './group-meeting.port.js';
import { GroupStore, type Candidate, type GroupMemberRow, type GroupRow } from './group.port.js';
import { purposeOfGroup, situationOf } from './group-situation.js';
import { chooseSeats, endSeats, seatMembers } from './keep-members.js';
import { leadCase, leaveCase } from './lead-case.js';
import { NominationStore } from './nomination.port.js';
import { noteGroup } from './read-group.js';
import { requireGroup } from './record-act.js';

const REFUSED: Readonly<Record<Extract<LeadDecision, { outcome: 'refused' }>['code'], string>> = {
  over: 'GROUP_HAS_ENDED',
  'not-yours': 'NOT_ALLOWED',
  'cannot-lead': 'CHOOSE_ONE',
  'leads-already': 'CHOOSE_ONE',
};

export type PossibleLeader = Pick<Candidate, 'staffId' | 'name' | 'unitId' | 'unitName'>;

/**
 * A group's lead goes to somebody else, with what its leader owed: their open deadlines, the meetings that they have called,
 * their place in the group and, where they were the family's contact, that too.
 */
@Injectable()
export class HandLead {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly forms: TownForms,
  ) {}

  /** Who could lead it; none where the caller may not give it on. */
  possible(caller: StaffCaller, groupId: string): Promise<readonly PossibleLeader[]> {
    return this.asCaller.run(caller, async (tx) => {
      const group = await tx.of(GroupStore).find(groupId);
      if (!group || group.branchId !== caller.branchId) throw notFound();
      await noteGroup(tx, group, 'group-leaders');
      if (group.standing === 'followed-up' || !mayHandLead({ by: byOf(caller), leader: leaderOf(group) })) return [];
      return (await findPossible(tx, caller, group)).filter(({ staffId }) => staffId !== group.coordinatorId);
    });
  }

  /** Fails as NOT_ALLOWED, GROUP_HAS_ENDED, or CHOOSE_ONE by the field. */
  run(
    caller: StaffCaller,
    wanted: { readonly groupId: string; readonly version: number; readonly toStaffId: string },
  ): Promise<void> {
    return this.asCaller.run(caller, async (tx) => {
      const group = await requireGroup(tx, wanted.groupId, wanted.version);
      const possible = await findPossible(tx, caller, group);
      const decision = decideLead({
        by: byOf(caller),
        leader: leaderOf(group),
        to: wanted.toStaffId,
        possible: possible.map(({ staffId }) => staffId),
        isOver: group.standing === 'followed-up',
      });
      if (decision.outcome === 'refused') {
        const code = REFUSED[decision.code];
        throw new Failure(code, code === 'CHOOSE_ONE' ? 'toStaffId' : undefined);
      }
      const to = possible.find(({ staffId }) => staffId === wanted.toStaffId);
      if (!to) throw notFound();
      const { standing, standingReason } = group;
      const former = hasEnded(standing) ? undefined : await seatOfLeader(tx, group);
      await tx.of(GroupStore).change(group.id, {
        standing,
        standingReason,
        coordinatorId: to.staffId,
        ...(former && group.contactId === group.coordinatorId ? { contactId: to.staffId } : {}),
      });
      await handOverDeadlines(tx, { aboutId: group.id, from: group.coordinatorId, to });
      await tx.of(GroupMeetingStore).handOver(group.id, group.coordinatorId, to.staffId);
      await leadCase(tx, group, { staffId: to.staffId, by: caller.staffId });
      await record(tx, group, to);
      if (!hasEnded(standing)) await this.giveSeat(tx, caller, { group, to, former });
      await notify(tx, {
        staffIds: [to.staffId, group.coordinatorId].filter((staffId) => staffId !== caller.staffId),
        kind: 'group-led',
        effectKey: `group:${group.id}:led:${group.version}`,
        caseId: group.caseId,
      });
      // Last: whoever gives it away may work on the case by nothing else.
      await leaveCase(tx, group, { staffId: group.coordinatorId, isOver: false });
    });
  }

  /** The leader's own place: whoever sits there already keeps what they have. */
  private async giveSeat(
    tx: CallerTransaction,
    caller: StaffCaller,
    of: { readonly group: GroupRow; readonly to: PossibleLeader; readonly former: GroupMemberRow | undefined },
  ): Promise<void> {
    const { group, to, former } = of;
    const here = (await tx.of(GroupStore).findMembers([group.id])).filter(({ endsAt }) => endsAt === null);
    if (former && !here.some(({ staffId }) => staffId === to.staffId)) {
      const form = await this.forms.get(tx, group.municipalityId, group.kind);
      const situation = await situationOf(tx, form, group.caseId);
      const { staffId, unitId } = to;
      const seat = { staffId, unitId, mandate: former.mandate, wished: false, deputyForStaffId: null };
      const seats = await chooseSeats(tx, caller, situation, [seat]);
      await seatMembers(tx, caller, group, { seats, purpose: purposeOfGroup(situation) });
    }
    if (former) await endSeats(tx, group, [former], former.hasLeft ? 'post-ended' : 'replaced');
    else await settleMeetingsOfGroup(tx, group);
  }
}

const byOf = ({ staffId, role }: StaffCaller) => ({ staffId, isManager: role === 'manager' });
const leaderOf = ({ coordinatorId, leaderLeft }: GroupRow) => ({ staffId: coordinatorId, hasLeft: leaderLeft });

/** Coordinators of the group's house, and the caller: a manager leads it until there is somebody else. */
async function findPossible(
  tx: CallerTransaction,
  caller: StaffCaller,
  group: GroupRow,
): Promise<readonly PossibleLeader[]> {
  const posts = await tx.of(NominationStore).findCoordinators(group.municipalityId);
  const isPossible = ({ staffId, unitId }: Candidate): boolean =>
    posts.some((post) => post.staffId === staffId && post.unitId === unitId) ||
    (staffId === caller.staffId && unitId === caller.unitId);
  return (await tx.of(GroupStore).findCandidates(group.municipalityId))
    .filter((one) => one.branchId === group.branchId && isPossible(one))
    .map(({ staffId, name, unitId, unitName }) => ({ staffId, name, unitId, unitName }));
}

const seatOfLeader = async (tx: CallerTransaction, group: GroupRow): Promise<GroupMemberRow | undefined> =>
  (await tx.of(GroupStore).findMembers([group.id])).find(
    ({ endsAt, staffId }) => endsAt === null && staffId === group.coordinatorId,
  );

async function record(tx: CallerTransaction, group: GroupRow, to: PossibleLeader): Promise<void> {
  await tx.of(GroupStore).addAct({
    id: tx.newId(),
    groupId: group.id,
    caseId: group.caseId,
    act: 'lead',
    word: 'handed',
    standing: group.standing,
    reason: null,
    passed: [],
    itemId: null,
  });
  await tx.of(LedgerStore).record([
    {
      action: 'change',
      outcome: 'done',
      caseId: group.caseId,
      personId: group.personId,
      detail: { groupId: group.id, kind: group.kind, lead: 'handed', from: group.coordinatorId, to: to.staffId },
    },
  ]);
}
