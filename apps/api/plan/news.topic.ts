import { Injectable } from '@nestjs/common';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { WhoSees } from '#use-cases/live/who-sees.js';
import { ReadNews } from '#use-cases/plan/read-news.js';
import { type ChangePayload, LiveTopics } from '../live/live-topic.js';
import { type ChangedRow, SeenTopic } from '../live/seen-topic.js';

/**
 * `news:<group>`: what is told in a group between its meetings. Of a note or a figure hear those who may have it, and ask
 * again; to the others it has not been told.
 */
@Injectable()
export class NewsTopic extends SeenTopic {
  readonly name = 'news';
  readonly requires = 'take-part-in-meeting' as const;
  protected readonly watched = 'plan_news' as const;

  constructor(
    private readonly news: ReadNews,
    whoSees: WhoSees,
    topics: LiveTopics,
  ) {
    super(whoSees);
    topics.add(this);
  }

  mayWatch(caller: StaffCaller, id: string): Promise<boolean> {
    return this.news.mayWatch(caller, id);
  }

  protected rowOf(_id: string, { newsId }: ChangePayload): ChangedRow | null {
    return typeof newsId === 'string' ? { id: newsId, change: { kind: 'news', news: newsId } } : null;
  }
}

/**
 * `group-news:<branch>`: lists of groups hear that there is a note more or less since the group last met, those of the house who
 * may have that note; which group it is of they ask for themselves.
 */
@Injectable()
export class GroupNewsTopic extends SeenTopic {
  readonly name = 'group-news';
  readonly requires = 'take-part-in-meeting' as const;
  protected readonly watched = 'plan_news' as const;

  constructor(whoSees: WhoSees, topics: LiveTopics) {
    super(whoSees);
    topics.add(this);
  }

  mayWatch(caller: StaffCaller, id: string): Promise<boolean> {
    return Promise.resolve(caller.branchId === id);
  }

  protected rowOf(_id: string, { newsId }: ChangePayload): ChangedRow | null {
    return typeof newsId === 'string' ? { id: newsId, change: { kind: 'news' } } : null;
  }

  protected override belongs(caller: StaffCaller, id: string): boolean {
    return caller.branchId === id;
  }
}
