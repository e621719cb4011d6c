import { Injectable } from '@nestjs/common';
import type { MeetingKind } from '#domain/form/form.js';
import { isReasonFor } from '#domain/group/group-states.js';
import { MINUTE } from '#domain/kernel/instant.js';
import { EMPTY_BOARD } from '#domain/meeting/board.js';
import { minutesOf, pointsOf } from '#domain/meeting/meeting-point.js';
import type { TownRoom } from '#domain/calendar/choose-room.js';
import { requireClearTime } from '../calendar/require-clear-time.js';
import { TryTimes } from '../calendar/try-times.js';
import { requireRoom } from '../calendar/require-room.js';
import { Failure, InvalidInput, notFound } from '../failure.js';
import { TownForms } from '../form/town-forms.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { HubStore, type HubFacts } from '../hub/hub.port.js';
import { JointStore } from '../hub/joint.port.js';
import { settleMeeting } from '../invitation/settle-meeting.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { BoardStore } from '../meeting/board.port.js';
import { giveToParties, TO_THE_WHOLE } from '../meeting/give-to-parties.js';
import { appendEvents } from '../meeting/write-on-board.js';
import { notify } from '../notice/notify.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { GroupMeetingStore } from './group-meeting.port.js';
import type { GroupMemberRow, GroupRow } from './group.port.js';
import { chooseKind, decideToMeet, planMeeting, type MeetingPlan } from './meeting-plan.js';
import { requireGroup } from './record-act.js';
import { refuseStep } from './refuse-step.js';

export interface MeetingWanted {
  readonly groupId: string;
  readonly version: number;
  readonly startsAt: Date;
  /** Of the form's kinds of meeting; null takes the first. */
  readonly meeting: string | null;
  readonly videoUrl: string | null;
  /** Of the town's rooms; null: online, or elsewhere. */
  readonly room: string | null;
  /** A closed word: why steps before it are passed over. */
  readonly reason: string | null;
}

/**
 * Calls a group to its meeting: its members, each by the seat that the ground still reaches, with the agenda and times of
 * its form. What the law asks for at the step is asked for here, and again when the meeting has been held (OSL 10:1; [S1]).
 */
@Injectable()
export class ConveneMeeting {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly forms: TownForms,
    private readonly times: TryTimes,
  ) {}

  run(caller: StaffCaller, wanted: MeetingWanted): Promise<{ readonly hubId: string }> {
    return this.times.run(caller, () => this.convene(caller, wanted));
  }

  private convene(caller: StaffCaller, wanted: MeetingWanted): Promise<{ readonly hubId: string }> {
    return this.asCaller.run(caller, async (tx) => {
      const group = await requireGroup(tx, wanted.groupId, wanted.version);
      const form = await this.forms.get(tx, caller.municipalityId, group.kind);
      const plan = await planMeeting(tx, caller, group, form);
      const kind = chooseKind(form, wanted.meeting);
      const room = await requirePossible(tx, group, plan, wanted, minutesOf(kind));
      const hub = await addHub(tx, caller, { group, plan, kind, wanted, room });
      const members = plan.called.flatMap(({ member, decision }) => (decision.outcome === 'member' ? [member] : []));
      await callMembers(tx, hub, plan);
      // Whom it is about, also to those whom a ground has reached since they took their seats.
      if (group.nominationItemId !== null) await giveToParties(tx, hub, [group.nominationItemId], TO_THE_WHOLE);
      await setAgenda(tx, caller, hub, kind);
      await settleMeeting(tx, hub.id);
      await tellMembers(tx, caller, hub, members);
      return { hubId: hub.id };
    });
  }
}

async function requirePossible(
  tx: CallerTransaction,
  group: GroupRow,
  plan: MeetingPlan,
  wanted: MeetingWanted,
  minutes: number,
): Promise<TownRoom | null> {
  if (wanted.reason !== null && !isReasonFor('out-of-order', wanted.reason)) throw new Failure('CHOOSE_ONE', 'reason');
  const decision = decideToMeet(plan, group, wanted.reason);
  if (decision.outcome === 'refused') throw refuseStep(plan.form, decision, plan.met);
  // A minute's grace: the form was filled in while the clock went on.
  if (wanted.startsAt.getTime() < tx.now.getTime() - MINUTE)
    throw new InvalidInput([{ field: 'startsAt', code: 'STARTS_IN_PAST' }]);
  if (wanted.videoUrl !== null && !wanted.videoUrl.startsWith('https://'))
    throw new InvalidInput([{ field: 'videoUrl', code: 'LINK_NEEDS_HTTPS' }]);
  const others = await tx.of(GroupMeetingStore).findOfGroup(group.id);
  const end = wanted.startsAt.getTime() + minutes * MINUTE;
  const clash = others.some(
    (one) =>
      one.state !== 'closed' &&
      one.state !== 'called-off' &&
      one.startsAt.getTime() < end &&
      wanted.startsAt.getTime() < one.startsAt.getTime() + one.minutes * MINUTE,
  );
  if (clash) throw new InvalidInput([{ field: 'startsAt', code: 'TIME_NOT_POSSIBLE' }]);
  const room = await requireRoom(tx, { room: wanted.room, startsAt: wanted.startsAt, minutes });
  if (group.caseId !== null)
    await requireClearTime(tx, { caseId: group.caseId, startsAt: wanted.startsAt, minutes, room });
  return room;
}

async function addHub(
  tx: CallerTransaction,
  caller: StaffCaller,
  of: {
    readonly group: GroupRow;
    readonly plan: MeetingPlan;
    readonly kind: MeetingKind;
    readonly wanted: MeetingWanted;
    readonly room: TownRoom | null;
  },
): Promise<HubFacts> {
  const { group, plan, kind, wanted, room } = of;
  const id = tx.newId();
  await tx.of(HubStore).addHub({
    id,
    kind: 'joint',
    form: plan.form.form,
    purpose: plan.purpose,
    nominationItemId: group.nominationItemId,
    municipalityId: group.municipalityId,
    branchId: group.branchId,
    caseId: group.caseId ?? '',
    startsAt: wanted.startsAt,
    minutes: minutesOf(kind),
    extra: false,
    videoUrl: wanted.videoUrl ?? room?.videoUrl ?? null,
    room: room?.slug ?? null,
    leaderId: caller.staffId,
    convenedBy: caller.staffId,
    ofGroup: { groupId: group.id, meetingKind: kind.meeting, stepReason: wanted.reason },
  });
  const hub = await tx.of(HubStore).findHub(id);
  if (!hub) throw notFound();
  return hub;
}

/** Each unit once, by the first of its members; the others of the unit sit beside them. */
async function callMembers(tx: CallerTransaction, hub: HubFacts, plan: MeetingPlan): Promise<void> {
  const units = new Set<string>();
  for (const { member, decision } of plan.called) {
    if (decision.outcome === 'refused' || decision.terms === 'no-person-data' || units.has(member.unitId)) continue;
    units.add(member.unitId);
    const { unitId, branchId, staffId } = member;
    await tx.of(JointStore).addParty({ hubId: hub.id, unitId, branchId, staffId, terms: decision.terms });
    const deputy = plan.deputies.find(({ deputyFor }) => deputyFor === member.id)?.staffId ?? null;
    await tx.of(HubStore).addQuestion({
      id: tx.newId(),
      hubId: hub.id,
      unitId,
      representativeId: staffId,
      deputyId: deputy,
      deputyAsked: false,
    });
  }
  await tx.of(LedgerStore).record([
    {
      action: 'change',
      outcome: 'done',
      caseId: hub.caseId,
      personId: hub.personId,
      ground: plan.form.ground.source,
      detail: { hubId: hub.id, groupId: hub.groupId, hub: 'group-convened', units: units.size },
    },
  ]);
}

async function setAgenda(tx: CallerTransaction, caller: StaffCaller, hub: HubFacts, kind: MeetingKind): Promise<void> {
  const points = pointsOf(kind).map((point) => ({ ...point, id: tx.newId() }));
  for (const point of points)
    await tx.of(GroupMeetingStore).addPoint({ ...point, hubId: hub.id, kind: 'form', itemId: null });
  await tx.of(BoardStore).lock(hub.id);
  await appendEvents(tx, { hub, board: EMPTY_BOARD, by: caller.staffId, key: `convened/${hub.id}` }, [
    { happening: { kind: 'AgendaSet', points: points.map(({ id, minutes }) => ({ id, minutes })) } },
  ]);
}

async function tellMembers(
  tx: CallerTransaction,
  caller: StaffCaller,
  hub: HubFacts,
  members: readonly GroupMemberRow[],
): Promise<void> {
  await notify(tx, {
    staffIds: [...new Set(members.map(({ staffId }) => staffId))].filter((staffId) => staffId !== caller.staffId),
    kind: 'joint-convened',
    effectKey: `hub:${hub.id}:convened`,
    caseId: hub.caseId,
    dueAt: hub.startsAt,
  });
  const branches = new Set([hub.branchId, ...members.map(({ branchId }) => branchId)]);
  await tx
    .of(OutboxStore)
    .put([...branches].map((branchId) => ({ topic: `live:hubs:${branchId}`, payload: { hubId: hub.id } })));
}
