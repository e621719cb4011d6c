import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { NamedReason } from '#use-cases/calendar/ask-about-group.js';
import { Named } from '../form/form.model.js';
import { MeetingRoom } from './meeting-room.model.js';

@ObjectType({ description: 'A member whom a reason is about.' })
export class SlotMember {
  @Field(() => ID) id!: string;
  @Field() name!: string;
  @Field() houseKind!: string;
}

@ObjectType({ description: 'Why a time is as good as it is; never why somebody cannot.' })
export class SlotReason {
  @Field({ description: 'everyone, deputy, without, fixed-slot, keeps-limit, after-limit or school-break.' })
  code!: string;
  @Field(() => [SlotMember]) members!: SlotMember[];
}

export const reasonShown = ({ code, members }: NamedReason): SlotReason => ({
  code,
  members: members.map(({ id, name, house }) => ({ id, name, houseKind: house.kind })),
});

@ObjectType({ description: 'A time at which the group can meet, with every mandate filled.' })
export class MeetingSlot {
  @Field() startsAt!: Date;
  @Field(() => Date, { nullable: true, description: 'When the family comes, where there is a pre-meeting.' })
  familyAt!: Date | null;
  @Field() endsAt!: Date;
  @Field(() => MeetingRoom, { nullable: true, description: 'One that is free then; null where the town has none.' })
  room!: MeetingRoom | null;
  @Field(() => [SlotReason]) reasons!: SlotReason[];
}

@ObjectType({ description: 'What has to be mended before there is any time.' })
export class SlotHindrance {
  @Field({ description: 'leader, party-missing or party-busy; off-day of a time that is weighed.' }) what!: string;
  @Field(() => [String], { description: 'Kinds of party of which one is needed.' }) kinds!: string[];
}

@ObjectType({ description: 'A kind of meeting for which a time can be found.' })
export class SlotMeeting {
  @Field() meeting!: string;
  @Field(() => Named) name!: Named;
}

@ObjectType({ description: 'The best times for a group’s next meeting, the best first.' })
export class MeetingSlots {
  @Field(() => [MeetingSlot]) slots!: MeetingSlot[];
  @Field(() => [SlotHindrance]) hindrances!: SlotHindrance[];
  @Field(() => Int, { description: 'Of the professionals alone.' }) preMinutes!: number;
  @Field(() => Int, { description: 'Of what follows.' }) minutes!: number;
  @Field({ description: 'What was searched.' }) from!: Date;
  @Field() until!: Date;
  @Field(() => Date, { nullable: true, description: 'Before this the group has to meet.' }) meetBy!: Date | null;
  @Field(() => [SlotMeeting], { description: 'Of the form, the first one first.' }) kinds!: SlotMeeting[];
}
