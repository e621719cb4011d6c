import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { AddParty } from '#use-cases/organisation/add-party.js';
import { ChangeParty, EndParty } from '#use-cases/organisation/change-party.js';
import { ListParties } from '#use-cases/organisation/list-parties.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import { AddPartyInput, ChangePartyInput, EndPartyInput, Organisation, organisationOf } from './parties.model.js';

@Resolver(() => Organisation)
export class PartiesResolver {
  constructor(
    private readonly list: ListParties,
    private readonly add: AddParty,
    private readonly change: ChangeParty,
    private readonly end: EndParty,
  ) {}

  @Requires('manage-roster')
  @Query(() => Organisation, { description: 'The authorities, branches and units of my municipality.' })
  async organisation(@CurrentCaller() caller: StaffCaller): Promise<Organisation> {
    return organisationOf(await this.list.run(caller));
  }

  @Requires('manage-organisation')
  @Mutation(() => ID, { description: 'Adds an authority, branch or unit; answers its id.' })
  async addParty(@CurrentCaller() caller: StaffCaller, @Args('input') input: AddPartyInput): Promise<string> {
    return (await this.add.run(caller, input)).id;
  }

  @Requires('manage-organisation')
  @Mutation(() => Organisation, { description: 'Renames a party, or changes what a unit does.' })
  async changeParty(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: ChangePartyInput,
  ): Promise<Organisation> {
    await this.change.run(caller, input);
    return organisationOf(await this.list.run(caller));
  }

  @Requires('manage-organisation')
  @Mutation(() => Organisation, { description: 'Ends a party that holds nobody, or opens it again.' })
  async endParty(@CurrentCaller() caller: StaffCaller, @Args('input') input: EndPartyInput): Promise<Organisation> {
    await this.end.run(caller, input);
    return organisationOf(await this.list.run(caller));
  }
}
