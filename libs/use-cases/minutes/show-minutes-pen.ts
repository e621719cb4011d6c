import { Injectable } from '@nestjs/common';
import { Failure } from '../failure.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { GroupMeetingStore } from '../group/group-meeting.port.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { requireMeeting } from './require-meeting.js';

/** Shows the others at the table under which point somebody is writing; nothing is kept, and the mark fades by itself on their screens. */
@Injectable()
export class ShowMinutesPen {
  constructor(private readonly asCaller: AsCaller) {}

  /** `pointId` null: the pen is put down. Fails as NO_SUCH_POINT for what is no point of the meeting. */
  run(caller: StaffCaller, pen: { readonly hubId: string; readonly pointId: string | null }): Promise<void> {
    return this.asCaller.run(caller, async (tx) => {
      const hub = await requireMeeting(tx, pen.hubId);
      const points = pen.pointId === null ? [] : await tx.of(GroupMeetingStore).findPoints(hub.id);
      if (pen.pointId !== null && !points.some(({ id }) => id === pen.pointId))
        throw new Failure('NO_SUCH_POINT', 'pointId');
      await tx
        .of(OutboxStore)
        .put([{ topic: `live:minutes:${hub.id}`, payload: { pen: caller.staffId, point: pen.pointId } }]);
    });
  }
}
