import { ParseUUIDPipe } from '@nestjs/common';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { AnswerInvitation } from '#use-cases/invitation/answer-invitation.js';
import { MoveTime } from '#use-cases/invitation/move-time.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import {
  AnswerInvitationInput,
  CalledPerson,
  MovedMeeting,
  MoveMeetingTimeInput,
  MoveProposal,
  MyInvitation,
} from './invitation.model.js';

@Resolver(() => MyInvitation)
export class InvitationResolver {
  constructor(
    private readonly invitations: AnswerInvitation,
    private readonly times: MoveTime,
  ) {}

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

  @Requires('lead-meeting')
  @Query(() => MoveProposal, { description: 'What follows from a new time, or from calling the meeting off.' })
  async proposeMove(
    @CurrentCaller() caller: StaffCaller,
    @Args('hubId', { type: () => ID }, ParseUUIDPipe) hubId: string,
    @Args('startsAt', { type: () => Date, nullable: true, description: 'Absent: it is called off.' })
    startsAt: Date | null,
    @Args('minutes', { type: () => Int, nullable: true }) minutes: number | null,
  ): Promise<MoveProposal> {
    const { version, people, consequences } = await this.times.propose(caller, {
      hubId,
      startsAt: startsAt ?? null,
      minutes: minutes ?? null,
    });
    const names = new Map(people.map(({ staffId, name }) => [staffId, name]));
    return {
      version,
      people: [...people],
      consequences: consequences.map(({ code, staffIds, limit }) => ({
        code,
        names: staffIds.flatMap((id) => names.get(id) ?? []),
        limit: limit?.kind ?? null,
        dueAt: limit ? new Date(limit.dueAt) : null,
      })),
    };
  }

  @Requires('lead-meeting')
  @Mutation(() => MovedMeeting, {
    description: 'Gives a meeting that has not begun another time; everyone is asked anew.',
  })
  moveMeetingTime(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') { hubId, version, startsAt, minutes, videoUrl, room }: MoveMeetingTimeInput,
  ): Promise<MovedMeeting> {
    return this.times.move(caller, {
      hubId,
      version,
      startsAt,
      minutes: minutes ?? null,
      videoUrl: videoUrl ?? null,
      room: room ?? null,
    });
  }
}
