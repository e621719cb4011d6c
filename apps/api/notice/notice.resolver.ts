import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { ListNotices } from '#use-cases/notice/list-notices.js';
import { PageArgs, pageOf, readCursor, writeCursor } from '../graphql/connection.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import { Notice, NoticeConnection } from './notice.model.js';

@Resolver(() => Notice)
export class NoticeResolver {
  constructor(private readonly list: ListNotices) {}

  @Requires('signed-in')
  @Query(() => NoticeConnection, { description: 'What I have been told, newest first.' })
  async myNotices(@CurrentCaller() caller: StaffCaller, @Args() args: PageArgs): Promise<NoticeConnection> {
    const cursor = readCursor(args.after, 2);
    const after = cursor?.[0] && cursor[1] ? { createdAt: new Date(cursor[0]), id: cursor[1] } : null;
    const { notices, more, unread } = await this.list.mine(caller, { first: args.first, after });
    return {
      ...pageOf(notices, more, {
        cursor: ({ createdAt, id }) => writeCursor([createdAt.toISOString(), id]),
        node: (one) => one,
      }),
      staffId: caller.staffId,
      unread,
    };
  }

  @Requires('signed-in')
  @Mutation(() => Notice)
  markNoticeRead(@CurrentCaller() caller: StaffCaller, @Args('id', { type: () => ID }) id: string): Promise<Notice> {
    return this.list.markRead(caller, id);
  }

  @Requires('signed-in')
  @Mutation(() => Int, { description: 'Answers how many were marked.' })
  markAllNoticesRead(@CurrentCaller() caller: StaffCaller): Promise<number> {
    return this.list.markAllRead(caller);
  }
}
