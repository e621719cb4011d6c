import { Injectable } from '@nestjs/common';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { ReadRoom } from '#use-cases/live/read-room.js';
import { ListNotices } from '#use-cases/notice/list-notices.js';
import { LiveTopics } from '../live/live-topic.js';
import { PlainTopic } from '../live/plain-topic.js';

/** `notices:<staff>`: one's own screens hear how many notices are unread. */
@Injectable()
export class NoticesTopic extends PlainTopic {
  readonly name = 'notices';
  readonly requires = 'signed-in' as const;

  constructor(
    private readonly list: ListNotices,
    room: ReadRoom,
    topics: LiveTopics,
  ) {
    super(room);
    topics.add(this);
  }

  mayWatch(caller: StaffCaller, id: string): Promise<boolean> {
    return Promise.resolve(caller.staffId === id);
  }

  protected async changeFor(caller: StaffCaller, id: string): Promise<object | null> {
    return caller.staffId === id ? { unread: await this.list.unread(caller) } : null;
  }
}
