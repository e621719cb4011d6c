import { Args, Field, ID, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { ParseUUIDPipe } from '@nestjs/common';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { ShowToAll } from '#use-cases/meeting/show-to-all.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';

@ObjectType({ description: 'What of a board may stand on a screen that everyone in the room looks at.' })
export class SharedScreen {
  @Field(() => [ID], { description: 'Whom it holds for; with anyone else beside them it holds no more.' })
  present!: string[];
  @Field(() => [ID], { description: 'The items that each of them may see.' }) items!: string[];
}

@Resolver(() => SharedScreen)
export class SharedScreenResolver {
  constructor(private readonly toAll: ShowToAll) {}

  @Requires('take-part-in-meeting')
  @Query(() => SharedScreen, { description: 'Which items of a board everyone present may see.' })
  async sharedScreen(
    @CurrentCaller() caller: StaffCaller,
    @Args('hubId', { type: () => ID }, ParseUUIDPipe) hubId: string,
  ): Promise<SharedScreen> {
    const { present, items } = await this.toAll.run(caller, hubId);
    return { present: [...present], items: [...items] };
  }
}
