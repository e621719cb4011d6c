import { Injectable } from '@nestjs/common';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { ListNotices } from '#use-cases/notice/list-notices.js';
import { LiveTopic, LiveTopics } from '../live/live-topic.js';

/** `notices:<staff>`: one's own screens hear how many notices are unread. */
@Injectable()
export class NoticesTopic extends LiveTopic {
  readonly name = 'notices';
  readonly requires = 'signed-in' as const;

  constructor(
    private readonly list: ListNotices,
    topics: LiveTopics,
  ) {
    super();
    topics.add(this);
  }

  mayWatch(caller: StaffCaller, id: string): Promise<boolean> {
    return Promise.resolve(caller.staffId === id);
  }

  async changeFor(caller: StaffCaller, id: string): Promise<object | null> {
    return caller.staffId === id ? { unread: await this.list.unread(caller) } : null;
  }
}
