import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { KeepGuests } from '#use-cases/group/keep-guests.js';
import { ReadGroup } from '#use-cases/group/read-group.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import { AddGuestInput, EndGuestInput } from './group.inputs.js';
import { Group, GroupGuest } from './group.model.js';
import { groupShown } from './group-shown.js';

@Resolver(() => GroupGuest)
export class GuestResolver {
  constructor(
    private readonly read: ReadGroup,
    private readonly guests: KeepGuests,
  ) {}

  @Requires('manage-groups')
  @Mutation(() => Group, { description: 'Somebody in nobody’s house takes part: someone close, or an interpreter.' })
  async addGroupGuest(@CurrentCaller() caller: StaffCaller, @Args('input') input: AddGuestInput): Promise<Group> {
    await this.guests.add(caller, { ...input, closeness: input.closeness ?? null, silenceOn: input.silenceOn ?? null });
    return groupShown(await this.read.run(caller, input.groupId));
  }

  @Requires('manage-groups')
  @Mutation(() => Group, { description: 'They take part no longer.' })
  async endGroupGuest(@CurrentCaller() caller: StaffCaller, @Args('input') input: EndGuestInput): Promise<Group> {
    await this.guests.end(caller, input, input.guestId);
    return groupShown(await this.read.run(caller, input.groupId));
  }
}
