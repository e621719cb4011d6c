import { Injectable } from '@nestjs/common';
import { nextStep } from '#domain/group/decide-step.js';
import { writeDeadlineRule } from '#domain/deadline/write-deadline-rule.js';
import type { Purpose } from '#domain/disclosure/vocabulary.js';
import { Failure, notFound } from '../failure.js';
import { TownForms } from '../form/town-forms.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Seal } from '../gate/seal.js';
import { GroupAssessmentStore } from '../group-assessment/group-assessment.port.js';
import { longerTold } from '../share/longer-told.js';
import {
  awaitLength,
  awaitLook,
  awaitMeeting,
  awaitOwed,
  awaitStep,
  lengthSettled,
  lookSettled,
  noMeetingAwaited,
  owedSettled,
  stepSettled,
  waitingLookSettled,
} from './group-deadlines.js';
import { GroupMeetingStore } from './group-meeting.port.js';
import { GroupStore, type GroupRow } from './group.port.js';
import { endSeats, sayWhom, seatMembers } from './keep-members.js';
import { withRecords } from './keep-records.js';
import { planTurn, purposeOfTurn, type TurnPlan } from './plan-turn.js';
import { noteGroup } from './read-group.js';
import { recordAct, requireGroup, sayReasons } from './record-act.js';
import { refuseStep } from './refuse-step.js';
import { requireAges } from './require-ages.js';
import { tellOfRoom } from './tell-of-room.js';

export interface GroupTurned {
  readonly groupId: string;
  readonly version: number;
  /** The kind of form that it becomes. */
  readonly into: string;
  readonly words: string;
  /** Why somebody outside the other form's ages goes over to it; a closed word. */
  readonly outsideAges: string | null;
  /** Shares that somebody has chosen to let last longer, beside those that do by themselves. */
  readonly longerShareIds: readonly string[];
}

/**
 * Joint work goes on as another form's group: whoever its ground reaches keeps seat, mandate and wish, what has been told
 * them may be read as long as the new yes lets it, and the hub goes on looking. Who is not reached stays behind (OSL 10:1).
 */
@Injectable()
export class TurnGroup {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly forms: TownForms,
    private readonly seal: Seal,
  ) {}

  /** What would become of it, before anything does. */
  preview(caller: StaffCaller, groupId: string, into: string): Promise<{ group: GroupRow; plan: TurnPlan }> {
    return this.asCaller.run(caller, async (tx) => {
      const group = await tx.of(GroupStore).find(groupId);
      if (!group || group.branchId !== caller.branchId) throw notFound();
      const plan = await planTurn(tx, caller, group, { into, forms: this.forms });
      await noteGroup(tx, group, 'group-turn');
      return { group, plan };
    });
  }

  run(caller: StaffCaller, wanted: GroupTurned): Promise<{ readonly groupId: string }> {
    return this.asCaller.run(caller, async (tx) => {
      const group = await requireGroup(tx, wanted.groupId, wanted.version);
      const plan = await planTurn(tx, caller, group, { into: wanted.into, forms: this.forms });
      const { into, situation, decision, full } = plan;
      if (wanted.words.trim() === '') throw new Failure('REASONS_MISSING', 'words');
      if (decision.outcome === 'refused')
        throw decision.code === 'lacks'
          ? refuseStep(into, { outcome: 'refused', code: 'lacks', lacks: decision.lacks, passed: [] }, plan.met)
          : new Failure('STEP_NOT_FROM_HERE');
      if (full !== null) throw new Failure('NO_ROOM', null, { room: full });
      const running = await tx.of(GroupStore).findOfCase(group.caseId ?? '');
      if (running.some((one) => one.form === into.form && one.closedAt === null))
        throw new Failure('GROUP_RUNS_ALREADY');
      const outsideAges = requireAges(into, situation, wanted.outsideAges);
      const itemId = await sayReasons(tx, this.seal, { file: situation.file, form: into.form }, wanted.words);
      const next = await this.begin(tx, caller, { group, plan, outsideAges });
      for (const step of decision.taken) {
        const forms = step.does === 'form';
        await recordAct(tx, next, {
          act: 'step',
          word: step.step,
          standing: forms ? decision.standing : 'preparing',
          passed: forms ? decision.passed : [],
          reason: forms && decision.passed.length > 0 ? 'done-elsewhere' : null,
          itemId: forms ? itemId : null,
        });
      }
      await tx.of(GroupMeetingStore).passOn(group.id, { groupId: next.id, form: into.form });
      await tx.of(GroupAssessmentStore).passOn(group.id, next.id);
      await this.end(tx, group, itemId);
      await this.carry(tx, caller, { group, next, plan, longerShareIds: wanted.longerShareIds });
      return { groupId: next.id };
    });
  }

  private async begin(
    tx: CallerTransaction,
    caller: StaffCaller,
    of: { readonly group: GroupRow; readonly plan: TurnPlan; readonly outsideAges: GroupRow['outsideAges'] },
  ): Promise<GroupRow> {
    const { group, plan, outsideAges } = of;
    const { into, met, situation, monitoring } = plan;
    const id = tx.newId();
    const { municipalityId, branchId, caseId, coordinatorId, contactId, nominationItemId } = group;
    const isAdded = await tx.of(GroupStore).add({
      id,
      municipalityId,
      branchId,
      kind: into.kind,
      form: into.form,
      level: into.level,
      caseId,
      area: null,
      standing: 'preparing',
      standingReason: null,
      outsideAges,
      coordinatorId,
      turnedFrom: group.id,
    });
    if (!isAdded) throw new Failure('GROUP_RUNS_ALREADY');
    await tx.of(GroupStore).change(id, {
      standing: 'active',
      standingReason: null,
      ...(contactId !== null && met.met.has('contact') ? { contactId } : {}),
      agreementId: met.agreement.outcome === 'in-force' ? met.agreement.agreement : null,
      consentId: situation.consentId,
      nominationItemId,
      formedAt: tx.now,
      ...(monitoring ? { lookRule: writeDeadlineRule(monitoring), lastLookAt: group.lastLookAt ?? tx.now } : {}),
    });
    const next = await tx.of(GroupStore).find(id);
    if (!next) throw notFound();
    await awaitMeeting(tx, caller, next, into);
    await awaitLength(tx, caller, next, into);
    if (monitoring) await awaitLook(tx, caller, next, monitoring);
    const taken = plan.decision.outcome === 'turned' ? plan.decision.taken.map(({ step }) => step) : [];
    await awaitOwed(tx, caller, next, { form: into, reportedAt: tx.now, taken });
    await awaitStep(tx, caller, next, nextStep(into, { standing: 'active', taken }));
    return next;
  }

  /** Its work goes on, so that nobody follows it up half a year later as though it had ended. */
  private async end(tx: CallerTransaction, group: GroupRow, itemId: string | null): Promise<void> {
    await tx.of(GroupStore).change(group.id, { standing: 'closed', standingReason: 'turned', closedAt: tx.now });
    await recordAct(tx, group, { act: 'move', word: 'turn', standing: 'closed', reason: 'turned', itemId });
    await noMeetingAwaited(tx, group, 'group-closed');
    await stepSettled(tx, group, 'group-closed');
    await lookSettled(tx, group, 'turned');
    await owedSettled(tx, group, 'group-closed');
    await waitingLookSettled(tx, group, 'group-closed');
    await lengthSettled(tx, group, 'group-closed');
    await tellOfRoom(tx, group);
    const seated = (await tx.of(GroupStore).findMembers([group.id])).filter(({ endsAt }) => endsAt === null);
    await endSeats(tx, group, await withRecords(tx, group, seated, 'turned'), 'group-closed');
    for (const guest of await tx.of(GroupStore).findGuests(group.id))
      if (guest.endedAt === null) await tx.of(GroupStore).endGuest(guest.id);
  }

  private async carry(
    tx: CallerTransaction,
    caller: StaffCaller,
    {
      group,
      next,
      plan,
      longerShareIds,
    }: Pick<GroupTurned, 'longerShareIds'> & {
      readonly group: GroupRow;
      readonly next: GroupRow;
      readonly plan: TurnPlan;
    },
  ): Promise<void> {
    const purpose: Purpose = purposeOfTurn(plan);
    const byId = new Map(plan.follow.map(({ member }) => [member.id, member.staffId]));
    const seats = plan.follow.map(({ member, candidate, decision }) => ({
      candidate,
      decision,
      mandate: member.mandate,
      wished: member.wished,
      deputyForStaffId: member.deputyFor === null ? null : (byId.get(member.deputyFor) ?? null),
    }));
    await seatMembers(tx, caller, next, { seats, purpose });
    await sayWhom(tx, next, { people: plan.follow.map(({ candidate }) => candidate), purpose });
    for (const { kind, closeness, itemId, wished, silenceOn } of plan.guests)
      await tx.of(GroupStore).addGuest({
        id: tx.newId(),
        groupId: next.id,
        caseId: group.caseId ?? '',
        kind,
        closeness,
        itemId,
        wished,
        silenceOn,
      });
    const shareIds = plan.longer
      .filter(({ shareId, byItself }) => byItself || longerShareIds.includes(shareId))
      .map(({ shareId }) => shareId);
    await longerTold(tx, { caseId: group.caseId ?? '', shareIds, purpose });
  }
}
