import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { KeepFamilyPage } from '#use-cases/organisation/keep-family-page.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import { FamilyPage } from './family-page.model.js';

@Resolver(() => FamilyPage)
export class FamilyPageResolver {
  constructor(private readonly page: KeepFamilyPage) {}

  @Requires('manage-organisation')
  @Query(() => FamilyPage, { description: 'The family’s page as this municipality has set it.' })
  familyPage(@CurrentCaller() caller: StaffCaller): Promise<FamilyPage> {
    return this.page.read(caller);
  }

  @Requires('manage-organisation')
  @Mutation(() => FamilyPage, {
    description: 'Lets families see who in the staff has read something, or the house alone.',
  })
  async nameStaffToFamilies(
    @CurrentCaller() caller: StaffCaller,
    @Args('names') isNamed: boolean,
  ): Promise<FamilyPage> {
    await this.page.nameStaff(caller, isNamed);
    return this.page.read(caller);
  }
}
