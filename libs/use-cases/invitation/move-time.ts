import { Injectable } from '@nestjs/common';
import { weighMove, type MoveConsequence } from '#domain/invitation/weigh-move.js';
import { isMeetingDay } from '#domain/calendar/work-hours.js';
import { MINUTE } from '#domain/kernel/instant.js';
import { civilDayOf } from '#domain/kernel/stockholm.js';
import { Failure, InvalidInput, notFound } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { HubStore, type HubFacts } from '../hub/hub.port.js';
import { JointStore } from '../hub/joint.port.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { notify } from '../notice/notify.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { settleMeeting } from './settle-meeting.js';
import { MoveTimeStore, type CalledToMove } from './move-time.port.js';

export interface WantedTime {
  readonly hubId: string;
  /** Null: it is called off. */
  readonly startsAt: Date | null;
  /** Null keeps it as it is. */
  readonly minutes: number | null;
}

export interface MoveProposal {
  readonly hub: HubFacts;
  readonly people: readonly CalledToMove[];
  readonly consequences: readonly MoveConsequence[];
}

const LONGEST = 480;

/** Another time for a meeting that has not begun: what follows is shown first, then everyone who is called is asked anew. */
@Injectable()
export class MoveTime {
  constructor(private readonly asCaller: AsCaller) {}

  propose(caller: StaffCaller, wanted: WantedTime): Promise<MoveProposal> {
    return this.asCaller.run(caller, async (tx) => {
      const hub = await requireMovable(tx, caller, wanted.hubId);
      const minutes = wanted.minutes ?? hub.minutes;
      const then = wanted.startsAt && { startsAt: wanted.startsAt.getTime(), minutes };
      const span = then && { from: new Date(then.startsAt), until: new Date(then.startsAt + minutes * MINUTE) };
      const { people, limits, taken } = await tx.asService('deadlines', async (service) => ({
        people: await service.of(MoveTimeStore).findCalled(hub.id, span),
        limits: await service.of(MoveTimeStore).findLimits(hub.id),
        taken: span
          ? await service.asService('reception', (reception) =>
              reception
                .of(HubStore)
                .findTaken(hub.branchId, new Date(span.from.getTime() - LONGEST * MINUTE), span.until),
            )
          : [],
      }));
      const consequences = weighMove({
        now: { startsAt: hub.startsAt.getTime(), minutes: hub.minutes },
        then,
        // Whoever called the meeting says yes to the new time by calling to it.
        people: people.map((one) =>
          then && one.staffId === hub.convenedBy ? { ...one, answer: 'none' as const } : one,
        ),
        limits,
        isHouseTaken:
          hub.kind === 'internal' &&
          taken.some(
            (one) =>
              one.hubId !== hub.id &&
              !['closed', 'called-off'].includes(one.state) &&
              one.startsAt.getTime() + one.minutes * MINUTE > (then?.startsAt ?? Infinity),
          ),
        isOffDay: then !== null && (await isOffDay(tx, hub.branchId, then.startsAt)),
      });
      return { hub, people, consequences };
    });
  }

  /** Fails as MEETING_BEGUN, as CONFLICT when it has changed meanwhile, and as STARTS_IN_PAST or NO_SUCH_LENGTH at the field. */
  move(
    caller: StaffCaller,
    wanted: WantedTime & { readonly startsAt: Date; readonly version: number; readonly videoUrl: string | null },
  ): Promise<HubFacts> {
    return this.asCaller.run(caller, async (tx) => {
      const hub = await requireMovable(tx, caller, wanted.hubId);
      const minutes = wanted.minutes ?? hub.minutes;
      requirePossible(tx, wanted.startsAt, minutes, wanted.videoUrl);
      const { startsAt, videoUrl } = wanted;
      if (!(await tx.of(MoveTimeStore).move(hub.id, wanted.version, { startsAt, minutes, videoUrl })))
        throw new Failure('CONFLICT');
      await settleMeeting(tx, hub.id);
      await tell(tx, caller, hub, startsAt);
      await tx.of(LedgerStore).record([
        {
          action: 'change',
          outcome: 'done',
          caseId: hub.caseId,
          personId: hub.personId,
          detail: { hubId: hub.id, hub: 'moved', from: hub.startsAt.toISOString(), to: startsAt.toISOString() },
        },
      ]);
      const moved = await tx.of(HubStore).findHub(hub.id);
      if (!moved) throw notFound();
      return moved;
    });
  }
}

async function requireMovable(tx: CallerTransaction, caller: StaffCaller, hubId: string): Promise<HubFacts> {
  const hub = await tx.of(HubStore).findHub(hubId);
  if (!hub || hub.branchId !== caller.branchId) throw notFound();
  if (hub.state !== 'planned' && hub.state !== 'lobby') throw new Failure('MEETING_BEGUN');
  return hub;
}

function requirePossible(tx: CallerTransaction, startsAt: Date, minutes: number, videoUrl: string | null): void {
  const faults = [
    // A minute's grace: the form was filled in while the clock went on.
    ...(startsAt.getTime() < tx.now.getTime() - MINUTE ? [{ field: 'startsAt', code: 'STARTS_IN_PAST' }] : []),
    ...(Number.isInteger(minutes) && minutes > 0 && minutes <= LONGEST
      ? []
      : [{ field: 'minutes', code: 'NO_SUCH_LENGTH', values: { most: LONGEST } }]),
    ...(videoUrl === null || videoUrl.startsWith('https://') ? [] : [{ field: 'videoUrl', code: 'LINK_NEEDS_HTTPS' }]),
  ];
  if (faults.length > 0) throw new InvalidInput(faults);
}

async function isOffDay(tx: CallerTransaction, branchId: string, at: number): Promise<boolean> {
  const day = civilDayOf(at);
  const { calendar } = await tx.of(HubStore).getHouse(branchId);
  return !isMeetingDay(day, calendar.closed);
}

async function tell(tx: CallerTransaction, caller: StaffCaller, hub: HubFacts, startsAt: Date): Promise<void> {
  const people = await tx.asService('deadlines', (service) => service.of(MoveTimeStore).findCalled(hub.id, null));
  await notify(tx, {
    staffIds: people.map(({ staffId }) => staffId).filter((staffId) => staffId !== caller.staffId),
    kind: 'meeting-moved',
    effectKey: `hub:${hub.id}:moved:${hub.version + 1}`,
    caseId: hub.caseId,
    dueAt: startsAt,
  });
  const parties = hub.kind === 'joint' ? await tx.of(JointStore).findParties(hub.id) : [];
  const branches = new Set([hub.branchId, ...parties.map(({ branchId }) => branchId)]);
  await tx
    .of(OutboxStore)
    .put([
      { topic: `live:hub:${hub.id}`, payload: { lobby: true } },
      ...[...branches].map((branchId) => ({ topic: `live:hubs:${branchId}` as const, payload: { hubId: hub.id } })),
    ]);
}
