import { Injectable } from '@nestjs/common';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { type ChangePayload, LiveTopic, LiveTopics } from '../live/live-topic.js';

/** `clock:all`: every screen of a demonstration hears the new time. */
@Injectable()
export class ClockTopic extends LiveTopic {
  readonly name = 'clock';
  readonly requires = 'signed-in' as const;

  constructor(topics: LiveTopics) {
    super();
    topics.add(this);
  }

  mayWatch(_caller: StaffCaller, id: string): Promise<boolean> {
    return Promise.resolve(id === 'all');
  }

  changeFor(_caller: StaffCaller, _id: string, payload: ChangePayload): Promise<object | null> {
    return Promise.resolve({ serverTime: payload['now'] ?? null });
  }
}
