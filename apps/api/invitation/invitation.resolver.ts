import { ParseUUIDPipe } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { AnswerInvitation } from '#use-cases/invitation/answer-invitation.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import { AnswerInvitationInput, CalledPerson, MyInvitation } from './invitation.model.js';

@Resolver(() => MyInvitation)
export class InvitationResolver {
  constructor(private readonly invitations: AnswerInvitation) {}

  @Requires('signed-in')
  @Query(() => [MyInvitation], { description: 'Meetings that I am called to in this post, the soonest first.' })
  async myInvitations(@CurrentCaller() caller: StaffCaller): Promise<MyInvitation[]> {
    return [...(await this.invitations.mine(caller))];
  }

  @Requires('signed-in')
  @Mutation(() => MyInvitation, { description: 'Fails as INVITATION_CHANGED when the time has been moved meanwhile.' })
  answerInvitation(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: AnswerInvitationInput,
  ): Promise<MyInvitation> {
    return this.invitations.answer(caller, input);
  }

  @Requires('take-part-in-meeting')
  @Query(() => [CalledPerson], {
    description: 'Who of the staff is called to a meeting of the own house, and what each has said.',
  })
  async calledToMeeting(
    @CurrentCaller() caller: StaffCaller,
    @Args('hubId', { type: () => ID }, ParseUUIDPipe) hubId: string,
  ): Promise<CalledPerson[]> {
    return [...(await this.invitations.calledTo(caller, hubId))];
  }
}
