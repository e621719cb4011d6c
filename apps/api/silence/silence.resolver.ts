import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { ListSilent } from '#use-cases/silence/list-silent.js';
import { Remind } from '#use-cases/silence/remind.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import { RemindInput, RemindReceipt, Silence } from './silence.model.js';

@Resolver(() => Silence)
export class SilenceResolver {
  constructor(
    private readonly list: ListSilent,
    private readonly reminder: Remind,
  ) {}

  @Requires('take-part-in-meeting')
  @Query(() => [Silence], { description: 'Whom I wait for: what is due first, and then the longest waited for.' })
  async silences(@CurrentCaller() caller: StaffCaller): Promise<Silence[]> {
    return [...(await this.list.run(caller))];
  }

  @Requires('take-part-in-meeting')
  @Mutation(() => RemindReceipt, { description: 'Reminds whoever has not answered.' })
  remind(@CurrentCaller() caller: StaffCaller, @Args('input') input: RemindInput): Promise<RemindReceipt> {
    return this.reminder.run(caller, input);
  }
}
