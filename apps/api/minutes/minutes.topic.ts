import { Injectable } from '@nestjs/common';
import { ReadHub } from '#use-cases/hub/read-hub.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { ReadRoom } from '#use-cases/live/read-room.js';
import { type ChangePayload, LiveTopics } from '../live/live-topic.js';
import { PlainTopic } from '../live/plain-topic.js';

/** `minutes:<hub>`: who is writing under which point of a meeting's minutes, for the houses that will be given it; never a word of what. */
@Injectable()
export class MinutesTopic extends PlainTopic {
  readonly name = 'minutes';
  readonly requires = 'take-part-in-meeting' as const;

  constructor(
    private readonly hubs: ReadHub,
    room: ReadRoom,
    topics: LiveTopics,
  ) {
    super(room);
    topics.add(this);
  }

  mayWatch(caller: StaffCaller, id: string): Promise<boolean> {
    return this.hubs.mayWatch(caller, id);
  }

  protected async changeFor(
    caller: StaffCaller,
    id: string,
    { pen, point, house }: ChangePayload,
  ): Promise<object | null> {
    if (house !== caller.branchId || typeof pen !== 'string' || pen === caller.staffId) return null;
    if (!(await this.hubs.mayWatch(caller, id))) return null;
    return { kind: 'pen', member: pen, point: typeof point === 'string' ? point : null };
  }
}
