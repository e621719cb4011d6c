import { Injectable } from '@nestjs/common';
import { decideMayCall } from '#domain/hub/may-call.js';
import { MINUTE } from '#domain/kernel/instant.js';
import { agendaMinutes, HUB_AGENDA } from '#domain/meeting/agenda.js';
import { openDeadline } from '../deadline/open-deadline.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Failure, InvalidInput, notFound } from '../failure.js';
import { settleMeeting } from '../invitation/settle-meeting.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { agendaFor, setAgenda } from '../meeting/set-agenda.js';
import { notify } from '../notice/notify.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { caseNews } from '../report/case-news.js';
import { HubStore, type HubCase } from './hub.port.js';
import { MayCallUnit } from './may-call-unit.js';
import { type HubPlan, planHub, requireConvenable } from './plan-hub.js';

export interface ConveneHubInput {
  readonly caseId: string;
  /** When the meeting starts; null takes the proposed time. */
  readonly startsAt: Date | null;
  readonly unitIds: readonly string[];
  readonly leaderId: string | null;
  readonly deciderId: string | null;
}

/**
 * Convenes the internal hub (MASH step 1): asks every unit of the house what it knows, each with its own two hours, and
 * puts those who answer, lead and decide on the case (need to know, OSL 26:1; [S0]).
 */
@Injectable()
export class ConveneHub {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly mayCall: MayCallUnit,
  ) {}

  async run(caller: StaffCaller, input: ConveneHubInput): Promise<{ readonly hubId: string }> {
    await this.requireOwnUnits(caller, input);
    return this.asCaller.run(caller, async (tx) => {
      const file = await tx.of(HubStore).holdCase(input.caseId);
      if (!file) throw notFound();
      requireConvenable(file);
      const plan = await planHub(tx, caller, file);
      // A unit of the house that is not asked in hubs would have a question without a person, and a time that runs for nobody.
      if (input.unitIds.some((id) => !plan.units.some(({ unit }) => unit.id === id)))
        throw new Failure('NOT_FOUND', 'unitIds');
      const { startsAt, leaderId, deciderId } = this.settle(tx, plan, input);
      const hubId = tx.newId();
      const standing = startsAt.getTime() === plan.slot.starts && plan.slot.kind === 'standing';
      await tx.of(HubStore).addHub({
        id: hubId,
        kind: 'internal',
        form: 'mash',
        purpose: 'investigate-need',
        nominationItemId: null,
        municipalityId: file.municipalityId,
        branchId: file.branchId,
        caseId: file.id,
        startsAt,
        minutes: plan.minutes,
        extra: !standing,
        videoUrl: plan.videoUrl,
        leaderId,
        convenedBy: caller.staffId,
      });
      await this.setAgenda(tx, caller, hubId);
      await tx.of(HubStore).moveCase(file.id, { state: 'in-hub', form: 'mash' });
      const asked = await this.askUnits(tx, { caller, file, plan, hubId, unitIds: input.unitIds });
      await this.assign(tx, { caller, file, hubId, startsAt }, { asked, others: [leaderId, deciderId] });
      await settleMeeting(tx, hubId);
      await tx.of(LedgerStore).record([
        {
          action: 'change',
          outcome: 'done',
          caseId: file.id,
          personId: file.personId,
          detail: { hubId, hub: 'convened', units: input.unitIds.length, extra: !standing },
        },
      ]);
      await tx
        .of(OutboxStore)
        .put([
          { topic: `live:hub:${hubId}`, payload: { lobby: true } },
          { topic: `live:hubs:${file.branchId}`, payload: { hubId } },
          ...caseNews(file.id, { queue: file.branchId }),
        ]);
      return { hubId };
    });
  }

  /** A board begins with half an hour's agenda; a hub of another length gets its own. */
  private async setAgenda(tx: CallerTransaction, caller: StaffCaller, hubId: string): Promise<void> {
    const hub = await tx.of(HubStore).findHub(hubId);
    if (!hub) throw notFound();
    if (hub.minutes === agendaMinutes(HUB_AGENDA)) return;
    await setAgenda(tx, { hub, by: caller.staffId, key: `convened/${hubId}` }, agendaFor(hub));
  }

  private async requireOwnUnits(caller: StaffCaller, input: ConveneHubInput): Promise<void> {
    const found = await this.asCaller.run(caller, async (tx) => {
      const file = await tx.of(HubStore).findCase(input.caseId);
      return file ? { file, units: await tx.of(HubStore).findPartyUnits(file.municipalityId) } : undefined;
    });
    if (!found) throw notFound();
    if (input.unitIds.length === 0) throw new Failure('CHOOSE_UNITS', 'unitIds');
    const answers = input.unitIds.map((id) => {
      const unit = found.units.find((one) => one.id === id);
      if (!unit) throw new Failure('NOT_FOUND', 'unitIds');
      return { unit, decision: decideMayCall(unit.house, found.file.phase, caller.house) };
    });
    await this.mayCall.requireInternal(caller, found.file, answers);
  }

  private settle(tx: CallerTransaction, plan: HubPlan, input: ConveneHubInput) {
    const startsAt = input.startsAt ?? new Date(plan.slot.starts);
    const leaderId = input.leaderId ?? plan.leaders[0]?.staffId ?? null;
    const deciderId = input.deciderId ?? plan.deciders[0]?.staffId ?? null;
    const faults = [
      // A minute's grace: the form was filled in while the clock went on.
      ...(startsAt.getTime() < tx.now.getTime() - MINUTE ? [{ field: 'startsAt', code: 'STARTS_IN_PAST' }] : []),
      ...(plan.leaders.some(({ staffId }) => staffId === leaderId)
        ? []
        : [{ field: 'leaderId', code: 'MAY_NOT_LEAD' }]),
      ...(plan.deciders.some(({ staffId }) => staffId === deciderId)
        ? []
        : [{ field: 'deciderId', code: 'MAY_NOT_DECIDE' }]),
    ];
    if (faults.length > 0 || leaderId === null || deciderId === null) throw new InvalidInput(faults);
    return { startsAt, leaderId, deciderId };
  }

  /** Answers whom each unit's question goes to. */
  private async askUnits(
    tx: CallerTransaction,
    of: { caller: StaffCaller; file: HubCase; plan: HubPlan; hubId: string; unitIds: readonly string[] },
  ): Promise<{ staffId: string; questionId: string; deadlineId: string; dueAt: Date }[]> {
    const told: { staffId: string; questionId: string; deadlineId: string; dueAt: Date }[] = [];
    for (const unitId of new Set(of.unitIds)) {
      const answers = of.plan.units.find(({ unit }) => unit.id === unitId)?.answers;
      const representativeId = answers?.representative ?? null;
      const deputyId = answers?.deputy ?? null;
      const questionId = tx.newId();
      // Where nobody holds the post, or both are asked together, half the time is not waited for.
      const deputyAsked = deputyId !== null && (representativeId === null || answers?.together === true);
      await tx
        .of(HubStore)
        .addQuestion({ id: questionId, hubId: of.hubId, unitId, representativeId, deputyId, deputyAsked });
      const { deadlineId, dueAt } = await openDeadline(tx, {
        kind: 'unit-knowledge',
        caseId: of.file.id,
        aboutId: questionId,
        startsAt: tx.now,
        ownerUnitId: unitId,
        ownerStaffId: representativeId ?? deputyId,
      });
      await tx.of(HubStore).setDeadline(questionId, deadlineId);
      for (const staffId of [representativeId, deputyAsked ? deputyId : null])
        if (staffId !== null) told.push({ staffId, questionId, deadlineId, dueAt });
    }
    return told;
  }

  private async assign(
    tx: CallerTransaction,
    of: { caller: StaffCaller; file: HubCase; hubId: string; startsAt: Date },
    who: {
      asked: readonly { staffId: string; questionId: string; deadlineId: string; dueAt: Date }[];
      others: readonly string[];
    },
  ): Promise<void> {
    const { file, hubId, caller } = of;
    for (const staffId of new Set([...who.asked.map((one) => one.staffId), ...who.others])) {
      const added = await tx.of(HubStore).assign({
        id: tx.newId(),
        caseId: file.id,
        branchId: file.branchId,
        staffId,
        reason: 'hub',
        by: caller.staffId,
      });
      if (added)
        await tx
          .of(LedgerStore)
          .record([{ action: 'assign', outcome: 'done', caseId: file.id, detail: { hubId, staffId, reason: 'hub' } }]);
    }
    for (const { staffId, questionId, deadlineId, dueAt } of who.asked) {
      await notify(tx, {
        staffIds: [staffId],
        kind: 'question-asked',
        effectKey: `question:${questionId}:asked`,
        caseId: file.id,
        hubId,
        deadlineId,
        dueAt,
      });
    }
    await notify(tx, {
      staffIds: who.others.filter((id) => id !== caller.staffId),
      kind: 'hub-convened',
      effectKey: `hub:${hubId}:convened`,
      caseId: file.id,
      hubId,
      dueAt: of.startsAt,
    });
  }
}
