import { Injectable } from '@nestjs/common';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { WhoSees } from '#use-cases/live/who-sees.js';
import { ReadMeeting } from '#use-cases/minutes/read-meeting.js';
import { type ChangePayload, LiveTopics } from '../live/live-topic.js';
import { type ChangedRow, SeenTopic } from '../live/seen-topic.js';

/**
 * `meetings:<group>`: what is written in a group's meetings, of the agenda, the minutes and the decisions. Of each thing hear
 * those who may have it, and ask again; to the others it has not been written (OSL 26:1). Nothing says what it was.
 */
@Injectable()
export class MeetingsTopic extends SeenTopic {
  readonly name = 'meetings';
  readonly requires = 'take-part-in-meeting' as const;
  protected readonly watched = 'meeting_row' as const;

  constructor(
    private readonly meetings: ReadMeeting,
    whoSees: WhoSees,
    topics: LiveTopics,
  ) {
    super(whoSees);
    topics.add(this);
  }

  mayWatch(caller: StaffCaller, id: string): Promise<boolean> {
    return this.meetings.mayWatch(caller, id);
  }

  protected rowOf(_id: string, { rowId, hubId }: ChangePayload): ChangedRow | null {
    return typeof rowId === 'string' ? { id: rowId, change: { kind: 'meeting', hub: hubId ?? null } } : null;
  }
}
