import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { ListDeadlines } from '#use-cases/deadline/list-deadlines.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { PageArgs, pageOf, readCursor, writeCursor } from '../graphql/connection.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import { Deadline, DeadlineConnection } from './deadline.model.js';

@Resolver(() => Deadline)
export class DeadlineResolver {
  constructor(private readonly list: ListDeadlines) {}

  @Requires('signed-in')
  @Query(() => DeadlineConnection, {
    description:
      'Running deadlines of my unit, of mine and of the cases that I lead or follow, danger and then what is due first.',
  })
  async myDeadlines(@CurrentCaller() caller: StaffCaller, @Args() args: PageArgs): Promise<DeadlineConnection> {
    const cursor = readCursor(args.after, 3);
    const after =
      cursor?.[1] && cursor[2] ? { danger: cursor[0] === 'danger', dueAt: new Date(cursor[1]), id: cursor[2] } : null;
    const { deadlines, more, late, running } = await this.list.mine(caller, { first: args.first, after });
    return {
      ...pageOf(deadlines, more, {
        cursor: ({ saysDanger, dueAt, id }) => writeCursor([saysDanger ? 'danger' : null, dueAt.toISOString(), id]),
        node: (one) => one,
      }),
      branchId: caller.branchId,
      late,
      running,
    };
  }

  @Requires('read-content')
  @Query(() => [Deadline], { description: 'All deadlines of a case that I work on, settled ones too.' })
  caseDeadlines(
    @CurrentCaller() caller: StaffCaller,
    @Args('caseId', { type: () => ID }) caseId: string,
  ): Promise<Deadline[]> {
    return this.list.ofCase(caller, caseId);
  }
}
