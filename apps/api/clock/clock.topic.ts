import { Injectable } from '@nestjs/common';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { ReadRoom } from '#use-cases/live/read-room.js';
import { type ChangePayload, LiveTopics } from '../live/live-topic.js';
import { PlainTopic } from '../live/plain-topic.js';

/** `clock:all`: every screen of a demonstration hears the new time. */
@Injectable()
export class ClockTopic extends PlainTopic {
  readonly name = 'clock';
  readonly requires = 'signed-in' as const;

  constructor(room: ReadRoom, topics: LiveTopics) {
    super(room);
    topics.add(this);
  }

  mayWatch(_caller: StaffCaller, id: string): Promise<boolean> {
    return Promise.resolve(id === 'all');
  }

  protected changeFor(_caller: StaffCaller, _id: string, payload: ChangePayload): Promise<object | null> {
    return Promise.resolve({ serverTime: payload['now'] ?? null });
  }
}
