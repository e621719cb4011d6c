import { ParseUUIDPipe } from '@nestjs/common';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { ReadShared } from '#use-cases/share/read-received.js';
import { WatchSight } from '#use-cases/share/watch-sight.js';
import { PageArgs, pageOf, readPlaceInTime, writeCursor } from '../graphql/connection.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import { HouseReadingShown, ReceivedCasePageShown, SharedCaseConnection } from './share.model.js';
import { shownSharedCase, shownReceivedPage } from './show-share.js';

@Resolver()
export class SharedResolver {
  constructor(
    private readonly read: ReadShared,
    private readonly sight: WatchSight,
  ) {}

  @Requires('read-content')
  @Query(() => SharedCaseConnection, {
    description: 'Cases on which other houses have told the own house something, what came last first.',
  })
  async sharedWithUs(@CurrentCaller() caller: StaffCaller, @Args() args: PageArgs): Promise<SharedCaseConnection> {
    const after = readPlaceInTime(args.after);
    const { cases, more } = await this.read.list(caller, { first: args.first, after });
    return pageOf(cases, more, {
      cursor: ({ newestAt, caseId }) => writeCursor([newestAt.toISOString(), caseId]),
      node: shownSharedCase,
    });
  }

  @Requires('read-content')
  @Query(() => ReceivedCasePageShown, { description: 'What other houses have told about a case.' })
  async sharedCase(
    @CurrentCaller() caller: StaffCaller,
    @Args('caseId', { type: () => ID }, ParseUUIDPipe) caseId: string,
  ): Promise<ReceivedCasePageShown> {
    return shownReceivedPage(await this.read.ofCase(caller, caseId));
  }

  @Requires('read-content')
  @Query(() => [HouseReadingShown], { description: 'Whom what is written on a case’s page reaches, and whom not.' })
  async houseReadings(
    @CurrentCaller() caller: StaffCaller,
    @Args('caseId', { type: () => ID }, ParseUUIDPipe) caseId: string,
  ): Promise<HouseReadingShown[]> {
    return [...(await this.sight.houses(caller, caseId))];
  }
}
