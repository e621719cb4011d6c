import { ParseUUIDPipe } from '@nestjs/common';
import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { ListRooms } from '#use-cases/calendar/list-rooms.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import { MeetingRoom, roomShown } from './meeting-room.model.js';

@Resolver(() => MeetingRoom)
export class MeetingRoomResolver {
  constructor(private readonly list: ListRooms) {}

  @Requires('convene-hub')
  @Query(() => [MeetingRoom], { description: 'The rooms of my town, and which are free at a time.' })
  async meetingRooms(
    @CurrentCaller() caller: StaffCaller,
    @Args('startsAt', { type: () => Date }) startsAt: Date,
    @Args('minutes', { type: () => Int }) minutes: number,
    @Args(
      'hubId',
      {
        type: () => ID,
        nullable: true,
        description: 'The meeting that is moved; it stands not in its own way.',
      },
      new ParseUUIDPipe({ optional: true }),
    )
    hubId: string | null,
    @Args(
      'groupId',
      { type: () => ID, nullable: true, description: 'The group whose meeting it is.' },
      new ParseUUIDPipe({ optional: true }),
    )
    groupId: string | null,
    @Args(
      'caseId',
      { type: () => ID, nullable: true, description: 'The case that it is about, where no group meets.' },
      new ParseUUIDPipe({ optional: true }),
    )
    caseId: string | null,
  ): Promise<MeetingRoom[]> {
    const rooms = await this.list.run(caller, {
      startsAt,
      minutes,
      hubId: hubId ?? null,
      groupId: groupId ?? null,
      caseId: caseId ?? null,
    });
    return rooms.map(roomShown);
  }
}
