import { ParseUUIDPipe } from '@nestjs/common';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { FindMeetingSlots, type NamedSlot } from '#use-cases/calendar/find-meeting-slots.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import { roomShown } from './meeting-room.model.js';
import { MeetingSlots, reasonShown, type MeetingSlot } from './meeting-slots.model.js';

@Resolver(() => MeetingSlots)
export class MeetingSlotsResolver {
  constructor(private readonly finding: FindMeetingSlots) {}

  @Requires('manage-groups')
  @Query(() => MeetingSlots, {
    description:
      'When a group of my house can meet, from when its members are free. Eight weeks from tomorrow unless told.',
  })
  async findMeetingSlots(
    @CurrentCaller() caller: StaffCaller,
    @Args('groupId', { type: () => ID }, ParseUUIDPipe) groupId: string,
    @Args('from', { type: () => String, nullable: true, description: 'A date, 2026-11-24.' }) from: string | null,
    @Args('to', { type: () => String, nullable: true, description: 'The last day, itself counted.' }) to: string | null,
    @Args('meeting', { type: () => String, nullable: true, description: 'Of the form’s kinds; absent: the first.' })
    meeting: string | null,
  ): Promise<MeetingSlots> {
    const found = await this.finding.run(caller, {
      groupId,
      from: from ?? null,
      to: to ?? null,
      meeting: meeting ?? null,
    });
    return {
      ...found,
      kinds: found.kinds.map(({ meeting: kind, name }) => ({ meeting: kind, name })),
      slots: found.slots.map(slotShown),
      hindrances: found.hindrances.map(({ what, kinds }) => ({ what, kinds: [...kinds] })),
    };
  }
}

const slotShown = ({ starts, familyStarts, ends, room, reasons }: NamedSlot): MeetingSlot => ({
  startsAt: new Date(starts),
  familyAt: familyStarts > starts ? new Date(familyStarts) : null,
  endsAt: new Date(ends),
  room: room && roomShown({ room, isFree: true }),
  reasons: reasons.map(reasonShown),
});
