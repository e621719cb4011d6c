import { ParseUUIDPipe } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { KeepAreaMeetings } from '#use-cases/area/keep-area-meetings.js';
import { ReadAreaMeetings, type AreaMeetings as Read } from '#use-cases/area/read-area-meetings.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import {
  AreaMeetings,
  ConveneAreaMeetingInput,
  HoldAreaMeetingInput,
  MoveAreaMeetingInput,
} from './area-meeting.model.js';

@Resolver(() => AreaMeetings)
export class AreaMeetingResolver {
  constructor(
    private readonly read: ReadAreaMeetings,
    private readonly keep: KeepAreaMeetings,
  ) {}

  @Requires('read-content')
  @Query(() => AreaMeetings, {
    description: 'The meetings of a group about a place, for its members and who leads it.',
  })
  async areaMeetings(
    @CurrentCaller() caller: StaffCaller,
    @Args('groupId', { type: () => ID }, ParseUUIDPipe) groupId: string,
  ): Promise<AreaMeetings> {
    return shown(await this.read.run(caller, groupId));
  }

  @Requires('manage-groups')
  @Mutation(() => AreaMeetings, { description: 'Calls the group’s members to a meeting.' })
  async conveneAreaMeeting(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: ConveneAreaMeetingInput,
  ): Promise<AreaMeetings> {
    const { groupId, startsAt, room = null, videoUrl = null } = input;
    return this.areaMeetings(caller, await this.keep.convene(caller, { groupId, startsAt, room, videoUrl }));
  }

  @Requires('manage-groups')
  @Mutation(() => AreaMeetings, { description: 'Gives a meeting another time, or calls it off.' })
  async moveAreaMeeting(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') { id, version, startsAt = null, room = null }: MoveAreaMeetingInput,
  ): Promise<AreaMeetings> {
    return this.areaMeetings(caller, await this.keep.move(caller, { id, version, startsAt, room }));
  }

  @Requires('manage-groups')
  @Mutation(() => AreaMeetings, {
    description: 'Notes that a meeting was held and who was there; the group’s step is taken.',
  })
  async holdAreaMeeting(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') { id, version, present, reason = null }: HoldAreaMeetingInput,
  ): Promise<AreaMeetings> {
    return this.areaMeetings(caller, await this.keep.hold(caller, { id, version, present, reason }));
  }
}

const shown = ({ agenda, points, passed, meetings, ...read }: Read): AreaMeetings => ({
  ...read,
  points: points.map(({ name, minutes }) => ({ name, minutes })),
  agenda: { ...agenda, places: [...agenda.places], rising: [...agenda.rising], silent: [...agenda.silent] },
  passed: [...passed],
  meetings: meetings.map(({ row, hasBegun, seats }) => ({
    ...row,
    hasBegun,
    seats: seats.map(({ member, wasThere }) => ({
      memberId: member.id,
      name: member.name,
      branchName: member.branchName,
      houseKind: member.house.kind,
      mandate: member.mandate,
      wasThere,
    })),
  })),
});
