import { ParseUUIDPipe } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { DecideRetention } from '#use-cases/deadline/decide-retention.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import { CaseRetention, DecideRetentionInput, RetentionOutcome } from './retention.model.js';

@Resolver()
export class RetentionResolver {
  constructor(private readonly retention: DecideRetention) {}

  @Requires('read-content')
  @Query(() => CaseRetention, { description: 'How long a case is kept, and what was decided about it.' })
  async caseRetention(
    @CurrentCaller() caller: StaffCaller,
    @Args('caseId', { type: () => ID }, ParseUUIDPipe) caseId: string,
  ): Promise<CaseRetention> {
    const { running, decisions } = await this.retention.read(caller, caseId);
    return { running, decisions: [...decisions] };
  }

  @Requires('decide-retention')
  @Mutation(() => RetentionOutcome, {
    description: 'Decides, once its time draws to an end, whether a case is disposed of or kept until a day.',
  })
  decideRetention(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: DecideRetentionInput,
  ): Promise<RetentionOutcome> {
    return this.retention.run(caller, input);
  }
}
