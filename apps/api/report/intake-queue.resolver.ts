import { Args, Query, Resolver } from '@nestjs/graphql';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { ListIntakeQueue } from '#use-cases/report/list-intake-queue.js';
import { pageOf, readCursor, writeCursor } from '../graphql/connection.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import { IntakeQueueArgs, IntakeQueueConnection } from './intake-queue.model.js';

@Resolver()
export class IntakeQueueResolver {
  constructor(private readonly queue: ListIntakeQueue) {}

  @Requires('triage-report')
  @Query(() => IntakeQueueConnection, {
    description: 'What has come in and is not yet decided, danger standing first, then what is due first.',
  })
  async intakeQueue(
    @CurrentCaller() caller: StaffCaller,
    @Args() args: IntakeQueueArgs,
  ): Promise<IntakeQueueConnection> {
    const cursor = readCursor(args.after, 3);
    const page = await this.queue.run(caller, {
      first: args.first,
      stage: args.stage,
      grade: args.grade ?? null,
      after: cursor?.[2]
        ? { danger: cursor[0] === 'danger', dueAt: cursor[1] ? new Date(cursor[1]) : null, id: cursor[2] }
        : null,
    });
    return {
      ...pageOf(page.entries, page.more, {
        cursor: ({ standsFirst, dueAt, id }) =>
          writeCursor([standsFirst ? 'danger' : null, dueAt?.toISOString() ?? null, id]),
        node: (entry) => entry,
      }),
      ...page.counts,
      branchId: caller.branchId,
    };
  }
}
