import { Injectable } from '@nestjs/common';
import { CATEGORIES, type Category } from '#domain/disclosure/vocabulary.js';
import { isStep, pointsMoved, POINT_KINDS, type PointKind } from '#domain/meeting/meeting-point.js';
import { Failure, notFound } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Seal } from '../gate/seal.js';
import { GroupMeetingStore } from '../group/group-meeting.port.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { giveToParties } from '../meeting/give-to-parties.js';
import { requireOwnHouse, spokenIn } from '../meeting/write-on-board.js';
import { FormFaults } from '../organisation/form-faults.js';
import { subjectsOf } from '../share/tellables.js';
import { sayItem, withAbout, type Marks } from '../share/what-it-says.js';
import { noteTakenAway } from '../share/note-taken-away.js';
import { requireSomeLeft, settleParts } from './admit-party.js';
import { requireMeeting, tellMeeting, type MeetingHub } from './require-meeting.js';

export interface PointWritten extends Marks {
  readonly hubId: string;
  /** `own` for the house that leads; `news` and `good-news` for everyone at the table. */
  readonly kind: string;
  readonly text: string;
  readonly category: string;
  readonly minutes: number;
  readonly audience: string;
}

const LONGEST = 500;
const LONGEST_MINUTES = 120;
const STEP = 10;

/**
 * The agenda before the meeting: who leads adds points and puts them in order, and everyone at the table brings news and
 * good news, each as an item that reaches no further than the gate lets it ([S1]; OSL 26:1). The board takes it over as the
 * meeting starts: until then a point that is not for a reader leaves no mark there, not even when it was added.
 */
@Injectable()
export class KeepAgenda {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly seal: Seal,
  ) {}

  add(caller: StaffCaller, written: PointWritten): Promise<{ readonly pointId: string }> {
    return this.asCaller.run(caller, async (tx) => {
      const hub = await this.open(tx, written.hubId);
      const kind = POINT_KINDS.find((one): one is Exclude<PointKind, 'form'> => one === written.kind && one !== 'form');
      const faults = new FormFaults();
      if (!kind) faults.add('kind', 'CHOOSE_ONE');
      const text = faults.words('text', written.text, LONGEST);
      const category = (CATEGORIES as readonly string[]).includes(written.category)
        ? (written.category as Category)
        : faults.add('category', 'CHOOSE_ONE');
      const audience = (['professionals', 'everyone'] as const).find((one) => one === written.audience);
      if (!audience) faults.add('audience', 'CHOOSE_ONE');
      const minutes = kind === 'own' ? written.minutes : 0;
      if (!Number.isInteger(minutes) || minutes < (kind === 'own' ? 1 : 0) || minutes > LONGEST_MINUTES)
        faults.add('minutes', 'NOT_WHOLE_MINUTES');
      faults.tell();
      if (!kind || !category || !audience) throw new Error('a faulty point was told of');
      if (kind === 'own') requireOwnHouse(tx, hub);
      const subjectIds = await subjectsOf(tx, hub.personId, written.about);
      const itemId = await sayItem(tx, this.seal, {
        caseId: hub.caseId,
        category,
        ...spokenIn(hub),
        revealsPlace: written.revealsPlace,
        subjectIds,
        content: withAbout({ text }, subjectIds),
      });
      const points = await tx.of(GroupMeetingStore).findPoints(hub.id);
      const id = tx.newId();
      await giveToParties(tx, hub, [itemId], { points: [id] });
      const place = Math.max(0, ...points.map((point) => point.place)) + STEP;
      await tx
        .of(GroupMeetingStore)
        .addPoint({ id, hubId: hub.id, place, kind, name: null, itemId, minutes, audience });
      if (kind === 'own') await settleParts(tx, hub);
      await this.told(tx, hub, 'point-added', [id]);
      return { pointId: id };
    });
  }

  /** The whole order, each point once. */
  order(caller: StaffCaller, of: { readonly hubId: string; readonly pointIds: readonly string[] }): Promise<void> {
    return this.asCaller.run(caller, async (tx) => {
      const hub = await this.open(tx, of.hubId);
      requireOwnHouse(tx, hub);
      const steps = (await tx.of(GroupMeetingStore).findPoints(hub.id)).filter(({ kind }) => isStep(kind));
      const known = new Set(steps.map(({ id }) => id));
      const wanted = new Set(of.pointIds);
      if (wanted.size !== of.pointIds.length || wanted.size !== known.size || !of.pointIds.every((id) => known.has(id)))
        throw new Failure('CONFLICT', 'pointIds');
      for (const [at, id] of of.pointIds.entries()) await tx.of(GroupMeetingStore).placePoint(id, (at + 1) * STEP);
      await settleParts(tx, hub);
      await this.told(tx, hub, 'points-ordered', pointsMoved(steps, of.pointIds));
    });
  }

  /** The form's own points stay; what somebody has added is taken away by their house or the one that leads. */
  remove(caller: StaffCaller, of: { readonly hubId: string; readonly pointId: string }): Promise<void> {
    return this.asCaller.run(caller, async (tx) => {
      const hub = await this.open(tx, of.hubId);
      const point = (await tx.of(GroupMeetingStore).findPoints(hub.id)).find(({ id }) => id === of.pointId);
      if (!point || point.kind === 'form') throw notFound();
      if (point.byStaff !== caller.staffId) requireOwnHouse(tx, hub);
      await requireSomeLeft(tx, hub, point.id);
      await tx.of(GroupMeetingStore).removePoint(point.id);
      if (point.itemId !== null)
        await noteTakenAway(tx, { ...hub, place: { hubId: hub.id } }, [point.itemId], 'off-the-agenda');
      if (point.kind === 'own') await settleParts(tx, hub);
      await this.told(tx, hub, 'point-removed', [point.id]);
    });
  }

  private async open(tx: CallerTransaction, hubId: string): Promise<MeetingHub> {
    const hub = await requireMeeting(tx, hubId);
    if (hub.state !== 'planned' && hub.state !== 'lobby') throw new Failure('AGENDA_STANDS');
    return hub;
  }

  private async told(
    tx: CallerTransaction,
    hub: MeetingHub,
    agenda: string,
    pointIds: readonly string[],
  ): Promise<void> {
    await tx.of(LedgerStore).record([
      {
        action: 'change',
        outcome: 'done',
        caseId: hub.caseId,
        personId: hub.personId,
        detail: { hubId: hub.id, agenda },
      },
    ]);
    await tellMeeting(tx, hub, pointIds);
  }
}
