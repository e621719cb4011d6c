import { Injectable } from '@nestjs/common';
import { CATEGORIES } from '#domain/disclosure/vocabulary.js';
import { Failure } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { GroupMeetingStore } from '../group/group-meeting.port.js';
import { newAtTable, readersAtTable } from '../meeting/give-to-parties.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { subjectsOf } from '../share/tellables.js';
import { showsPlace, type Marks } from '../share/what-it-says.js';
import { requireMeeting, type MeetingHub } from './require-meeting.js';

export interface Pen extends Marks {
  readonly hubId: string;
  readonly pointId: string;
  /** Of what is being written, as it stands marked now. */
  readonly category: string;
  readonly isDown: boolean;
}

/**
 * Shows under which point somebody is writing to those at the table who will be given what is written: to the others it is not
 * written (OSL 26:1). Nothing is kept, and the mark fades by itself on their screens.
 */
@Injectable()
export class ShowMinutesPen {
  constructor(private readonly asCaller: AsCaller) {}

  /** Fails as NO_SUCH_POINT for what is no point of the meeting. */
  run(caller: StaffCaller, pen: Pen): Promise<void> {
    return this.asCaller.run(caller, async (tx) => {
      const hub = await requireMeeting(tx, pen.hubId);
      const points = await tx.of(GroupMeetingStore).findPoints(hub.id);
      if (!points.some(({ id }) => id === pen.pointId)) throw new Failure('NO_SUCH_POINT', 'pointId');
      const told = [caller.branchId, ...(await othersTold(tx, hub, pen))];
      const point = pen.isDown ? null : pen.pointId;
      await tx.of(OutboxStore).put(
        told.map((house) => ({
          topic: `live:minutes:${hub.id}` as const,
          payload: { pen: caller.staffId, point, house },
        })),
      );
    });
  }
}

/** Branch ids of the other houses that will have it, as it is marked. */
async function othersTold(tx: CallerTransaction, hub: MeetingHub, pen: Pen): Promise<readonly string[]> {
  const category = CATEGORIES.find((one) => one === pen.category);
  if (!category) throw new Failure('CHOOSE_ONE', 'category');
  const about = await subjectsOf(tx, hub.personId, pen.about);
  const kind = { category, revealsPlace: showsPlace(category, pen.revealsPlace) };
  const [houses] = await readersAtTable(tx, hub, [await newAtTable(tx, hub, kind, about)], { points: [pen.pointId] });
  return (houses ?? []).flatMap(({ branchId, sees }) => (sees ? [branchId] : []));
}
