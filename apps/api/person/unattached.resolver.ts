import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { LATELY } from '#domain/sign-in/decide-proof.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { UnattachedPeople } from '#use-cases/person/unattached-people.js';
import { PageArgs, pageOf, readPlaceInTime, writeCursor } from '../graphql/connection.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import { RemovePersonInput } from './person.inputs.js';
import { shownSeen } from './person.resolver.js';
import { PersonRemoved, UnattachedPersonConnection } from './unattached.model.js';

@Resolver()
export class UnattachedResolver {
  constructor(private readonly people: UnattachedPeople) {}

  @Requires('merge-people')
  @Query(() => UnattachedPersonConnection, {
    description: 'Registered people of one’s own house at whom nothing points, longest registered first.',
  })
  async unattachedPeople(
    @CurrentCaller() caller: StaffCaller,
    @Args() args: PageArgs,
  ): Promise<UnattachedPersonConnection> {
    const after = readPlaceInTime(args.after);
    const { people, more } = await this.people.list(caller, { first: args.first, after });
    return pageOf(people, more, {
      cursor: ({ registeredAt, seen }) => writeCursor([registeredAt.toISOString(), seen.id]),
      node: (one) => ({ ...one, id: one.seen.id, seen: shownSeen(one.seen) }),
    });
  }

  @Requires('merge-people', { provedWithin: LATELY })
  @Mutation(() => PersonRemoved, { description: 'Removes a record while nothing points at it; it does not come back.' })
  async removePerson(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: RemovePersonInput,
  ): Promise<PersonRemoved> {
    await this.people.remove(caller, input);
    return { id: input.id };
  }
}
