import { Injectable } from '@nestjs/common';
import type { InvitationDecision } from '#domain/hub/joint-meeting.js';
import { MINUTE } from '#domain/kernel/instant.js';
import { Failure, InvalidInput, notFound } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import type { ReleasedIdentity } from '../gate/released.js';
import { Seal } from '../gate/seal.js';
import { requireClearTime } from '../calendar/require-clear-time.js';
import { requireRoom } from '../calendar/require-room.js';
import { TryTimes } from '../calendar/try-times.js';
import { settleMeeting } from '../invitation/settle-meeting.js';
import { LedgerAppender } from '../ledger/ledger-appender.port.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { giveToParties, TO_THE_WHOLE } from '../meeting/give-to-parties.js';
import { agendaFor, setAgenda } from '../meeting/set-agenda.js';
import { notify } from '../notice/notify.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { HubStore, type HubCase, type HubFacts } from './hub.port.js';
import { JointStore } from './joint.port.js';
import { findInvitations, type Invitation } from './joint-facts.js';
import { answersFor, planHub, type HubPlan } from './plan-hub.js';
import { JOINT_WITHIN, ProposeJoint, requireJointPossible } from './propose-joint.js';

export interface ConveneJointInput {
  readonly caseId: string;
  /** When the meeting starts; null takes the proposed time. */
  readonly startsAt: Date | null;
  readonly unitIds: readonly string[];
  readonly leaderId: string | null;
  /** Of the town's rooms; null: online, or elsewhere. */
  readonly room: string | null;
}

const REFUSED: Readonly<Record<Extract<InvitationDecision, { outcome: 'refused' }>['code'], string>> = {
  'not-in-measures': 'MEASURES_FIRST',
  'no-consent': 'NO_CONSENT_REACHES',
  'not-a-house': 'NO_CONSENT_REACHES',
};

/**
 * Calls a joint meeting on consent (MASH step 4, SIG): only houses that the family's yes reaches, each with the one who
 * answers for it; whom it is about they learn only as far as that yes lets it be said (OSL 10:1, 26:1; [S1 Trollhättan]).
 */
@Injectable()
export class ConveneJoint {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly propose: ProposeJoint,
    private readonly seal: Seal,
    private readonly appender: LedgerAppender,
    private readonly times: TryTimes,
  ) {}

  run(caller: StaffCaller, input: ConveneJointInput): Promise<{ readonly hubId: string }> {
    return this.times.run(caller, () => this.convene(caller, input));
  }

  private async convene(caller: StaffCaller, input: ConveneJointInput): Promise<{ readonly hubId: string }> {
    const proposal = await this.propose.run(caller, input.caseId);
    requireJointPossible(proposal.file);
    await this.requireReached(caller, proposal.file, chosenOf(proposal.invitations, input.unitIds));
    return this.asCaller.run(caller, async (tx) => {
      const file = await tx.of(HubStore).findCase(input.caseId);
      if (!file) throw notFound();
      requireJointPossible(file);
      // Asked again here: what was proposed may have been withdrawn meanwhile.
      const { facts, invitations } = await findInvitations(tx, caller, file);
      const chosen = chosenOf(invitations, input.unitIds);
      const refused = chosen.find(({ decision }) => decision.outcome === 'refused');
      if (refused) throw refusal(refused);
      const plan = await planHub(tx, caller, { ...file, dueAt: new Date(tx.now.getTime() + JOINT_WITHIN) });
      const { startsAt, leaderId } = settle(tx, plan, input);
      const room = await requireRoom(tx, { room: input.room, startsAt, minutes: plan.minutes });
      await requireClearTime(tx, { caseId: file.id, startsAt, minutes: plan.minutes, room });
      const hubId = tx.newId();
      const nominationItemId = await this.nominate(tx, file, facts, proposal.person);
      await tx.of(HubStore).addHub({
        id: hubId,
        kind: 'joint',
        form: facts.form,
        purpose: facts.purpose,
        nominationItemId,
        municipalityId: file.municipalityId,
        branchId: file.branchId,
        caseId: file.id,
        startsAt,
        minutes: plan.minutes,
        extra: !(startsAt.getTime() === plan.slot.starts && plan.slot.kind === 'standing'),
        videoUrl: room?.videoUrl ?? plan.videoUrl,
        room: room?.slug ?? null,
        leaderId,
        convenedBy: caller.staffId,
      });
      const hub = await tx.of(HubStore).findHub(hubId);
      if (!hub) throw notFound();
      const called = await this.callParties(tx, caller, { hub, plan, chosen, leaderId });
      if (nominationItemId !== null) await giveToParties(tx, hub, [nominationItemId], TO_THE_WHOLE);
      await setAgenda(tx, { hub, by: caller.staffId, key: `convened/${hubId}` }, agendaFor(hub));
      await settleMeeting(tx, hubId);
      await tell(tx, caller, hub, called);
      return { hubId };
    });
  }

  private async requireReached(caller: StaffCaller, file: HubCase, chosen: readonly Invitation[]): Promise<void> {
    const refused = chosen.filter(({ decision }) => decision.outcome === 'refused');
    const [first] = refused;
    if (!first) return;
    await this.appender.append(
      caller,
      refused.map(({ unit, decision }) => ({
        action: 'refuse' as const,
        outcome: 'refuse' as const,
        caseId: file.id,
        personId: file.personId,
        ground: decision.outcome === 'refused' ? decision.source : null,
        detail: {
          unitId: unit.id,
          branchId: unit.branchId,
          joint: decision.outcome === 'refused' ? decision.code : null,
        },
      })),
    );
    throw refusal(first);
  }

  /** Says whom it is about, for those who may be told: an item of the own house like any other. */
  private async nominate(
    tx: CallerTransaction,
    file: HubCase,
    facts: { readonly form: HubFacts['form']; readonly phase: HubCase['phase'] },
    person: ReleasedIdentity | null,
  ): Promise<string | null> {
    if (!person) return null;
    return this.seal.item(tx, {
      caseId: file.id,
      category: 'nomination',
      form: facts.form,
      phase: facts.phase,
      subjectIds: [file.personId],
      content: { text: `${person.givenName} ${person.familyName}`, data: { born: person.born.slice(0, 4) } },
    });
  }

  private async callParties(
    tx: CallerTransaction,
    caller: StaffCaller,
    of: {
      readonly hub: HubFacts;
      readonly plan: HubPlan;
      readonly chosen: readonly Invitation[];
      readonly leaderId: string;
    },
  ): Promise<string[]> {
    const { hub, plan, chosen, leaderId } = of;
    const houses = new Map([
      [hub.branchId, { posts: plan.posts, house: await tx.of(HubStore).getHouse(hub.branchId) }],
    ]);
    const called: { staffId: string; branchId: string }[] = [leaderId, caller.staffId].map((staffId) => ({
      staffId,
      branchId: hub.branchId,
    }));
    for (const { unit, decision } of chosen) {
      if (decision.outcome === 'refused') continue;
      const known = houses.get(unit.branchId) ?? { posts: [], house: await tx.of(HubStore).getHouse(unit.branchId) };
      houses.set(unit.branchId, known);
      const { representative, deputy } = answersFor(known.house, unit.id, tx.now.getTime());
      const own = unit.id === caller.unitId && unit.branchId === caller.branchId ? caller.staffId : null;
      const staffId = own ?? representative ?? deputy;
      await tx
        .of(JointStore)
        .addParty({ hubId: hub.id, unitId: unit.id, branchId: unit.branchId, staffId, terms: decision.terms });
      await tx.of(HubStore).addQuestion({
        id: tx.newId(),
        hubId: hub.id,
        unitId: unit.id,
        representativeId: staffId,
        deputyId: staffId === deputy ? null : deputy,
        deputyAsked: false,
      });
      if (staffId !== null) called.push({ staffId, branchId: unit.branchId });
    }
    const added: string[] = [];
    for (const { staffId, branchId } of new Map(called.map((one) => [one.staffId, one])).values()) {
      const assignment = {
        id: tx.newId(),
        caseId: hub.caseId,
        branchId,
        staffId,
        reason: 'joint',
        by: caller.staffId,
      };
      // Another house's people are put on the case by the platform: nobody writes in another's house.
      const assigned =
        branchId === hub.branchId
          ? await tx.of(HubStore).assign(assignment)
          : await tx.asService('reception', (service) => service.of(HubStore).assign(assignment));
      if (assigned) added.push(staffId);
    }
    await tx.of(LedgerStore).record([
      {
        action: 'change',
        outcome: 'done',
        caseId: hub.caseId,
        personId: hub.personId,
        ground: 'consent',
        detail: { hubId: hub.id, hub: 'joint-convened', units: chosen.length },
      },
      ...added.map((staffId) => ({
        action: 'assign' as const,
        outcome: 'done' as const,
        caseId: hub.caseId,
        ground: 'consent',
        detail: { hubId: hub.id, staffId, reason: 'joint' },
      })),
    ]);
    return called.map(({ staffId }) => staffId);
  }
}

function chosenOf(invitations: readonly Invitation[], unitIds: readonly string[]): readonly Invitation[] {
  if (unitIds.length === 0) throw new Failure('CHOOSE_UNITS', 'unitIds');
  return [...new Set(unitIds)].map((id) => {
    const found = invitations.find(({ unit }) => unit.id === id);
    if (!found) throw new Failure('NOT_FOUND', 'unitIds');
    return found;
  });
}

function refusal({ unit, decision }: Invitation): Failure {
  if (decision.outcome !== 'refused') throw new Error('an invitation that stands is no refusal');
  return new Failure(REFUSED[decision.code], 'unitIds', {
    unit: `${unit.name}, ${unit.branchName}`,
    source: decision.source,
  });
}

function settle(tx: CallerTransaction, plan: HubPlan, input: ConveneJointInput) {
  const startsAt = input.startsAt ?? new Date(plan.slot.starts);
  const leaderId = input.leaderId ?? plan.leaders[0]?.staffId ?? null;
  const faults = [
    // A minute's grace: the form was filled in while the clock went on.
    ...(startsAt.getTime() < tx.now.getTime() - MINUTE ? [{ field: 'startsAt', code: 'STARTS_IN_PAST' }] : []),
    ...(plan.leaders.some(({ staffId }) => staffId === leaderId) ? [] : [{ field: 'leaderId', code: 'MAY_NOT_LEAD' }]),
  ];
  if (faults.length > 0 || leaderId === null) throw new InvalidInput(faults);
  return { startsAt, leaderId };
}

async function tell(
  tx: CallerTransaction,
  caller: StaffCaller,
  hub: HubFacts,
  called: readonly string[],
): Promise<void> {
  await notify(tx, {
    staffIds: [...new Set(called)].filter((staffId) => staffId !== caller.staffId),
    kind: 'joint-convened',
    effectKey: `hub:${hub.id}:convened`,
    caseId: hub.caseId,
    dueAt: hub.startsAt,
  });
  const branches = new Set((await tx.of(JointStore).findParties(hub.id)).map(({ branchId }) => branchId));
  await tx.of(OutboxStore).put(
    [...branches.add(hub.branchId)].map((branchId) => ({
      topic: `live:hubs:${branchId}`,
      payload: { hubId: hub.id },
    })),
  );
}
