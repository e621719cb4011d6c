import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsDate, IsInt, IsOptional, IsString, IsUUID, MaxLength, Min } from 'class-validator';
import { SlotHindrance, SlotReason } from '../calendar/meeting-slots.model.js';
import { Named } from '../form/form.model.js';

const WORD = 40;
const LINK = 500;

@ObjectType({ description: 'A meeting of a group.' })
export class GroupMeeting {
  @Field(() => ID) hubId!: string;
  @Field(() => Named) name!: Named;
  @Field() startsAt!: Date;
  @Field(() => Int) minutes!: number;
  @Field({ description: 'planned, lobby, running, paused, closing, closed or called-off.' }) state!: string;
  @Field(() => Date, { nullable: true }) startedAt!: Date | null;
  @Field(() => Date, { nullable: true }) closedAt!: Date | null;
}

@ObjectType({ description: 'A part of a kind of meeting, as its form has it.' })
export class MeetingPart {
  @Field(() => Named) name!: Named;
  @Field(() => Int) minutes!: number;
  @Field({ description: 'professionals or everyone.' }) audience!: string;
}

@ObjectType({ description: 'A kind of meeting that the form has.' })
export class MeetingKindChoice {
  @Field() meeting!: string;
  @Field(() => Named) name!: Named;
  @Field(() => Int) minutes!: number;
  @Field() online!: boolean;
  @Field(() => Int, { nullable: true, description: 'Minutes after the start at which the family comes.' })
  familyAfter!: number | null;
  @Field(() => [MeetingPart]) agenda!: MeetingPart[];
}

@ObjectType({ description: 'Who would be called to the meeting, by their seat.' })
export class CalledMember {
  @Field(() => ID) staffId!: string;
  @Field() name!: string;
  @Field() unitName!: string;
  @Field() branchName!: string;
  @Field() houseKind!: string;
  @Field({ description: 'decides, speaks or listens.' }) mandate!: string;
  @Field() isCalled!: boolean;
  @Field({ description: 'internal, with-consent or assessed; why not when they are not called.' }) terms!: string;
  @Field(() => String, { nullable: true }) source!: string | null;
}

@ObjectType({ description: 'What a time would mean for those who are called to it; never what anybody does instead.' })
export class WeighedMeetingTime {
  @Field() startsAt!: Date;
  @Field(() => [SlotHindrance], {
    description: 'Why the time does not count: leader, party-missing, party-busy or off-day.',
  })
  hindrances!: SlotHindrance[];
  @Field(() => [SlotReason]) reasons!: SlotReason[];
  @Field(() => Date, { nullable: true, description: 'Before this the group has to meet.' }) meetBy!: Date | null;
}

@ObjectType({ description: 'What a meeting of the group would be now.' })
export class MeetingProposal {
  @Field(() => ID) groupId!: string;
  @Field(() => Int) version!: number;
  @Field(() => Named) formName!: Named;
  @Field() groundSource!: string;
  @Field(() => [MeetingKindChoice]) kinds!: MeetingKindChoice[];
  @Field(() => Date, {
    nullable: true,
    description: 'The first time of the form’s own slot with every mandate; the next one where there is none.',
  })
  proposed!: Date | null;
  @Field(() => [WeighedMeetingTime], { description: 'Earlier times of the slot, which do not count.' })
  skipped!: WeighedMeetingTime[];
  @Field(() => Date, { nullable: true, description: 'By when it has to meet.' }) by!: Date | null;
  @Field(() => [CalledMember]) called!: CalledMember[];
  @Field(() => String, { nullable: true, description: 'agreement, ground, not-from-here or another word.' })
  hindrance!: string | null;
  @Field(() => [Named], { description: 'Steps that would be passed over; a reason is asked for.' }) passed!: Named[];
}

@InputType()
export class ConveneGroupMeetingInput {
  @Field(() => ID) @IsUUID() groupId!: string;
  @Field(() => Int) @IsInt() @Min(1) version!: number;
  @Field() @IsDate() startsAt!: Date;
  @Field(() => String, { nullable: true, description: 'Of the form’s kinds; absent: the first.' })
  @IsOptional()
  @IsString()
  @MaxLength(WORD)
  meeting?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(LINK) videoUrl?: string | null;
  @Field(() => String, { nullable: true, description: 'Of the town’s rooms; absent: online, or elsewhere.' })
  @IsOptional()
  @IsString()
  @MaxLength(WORD)
  room?: string | null;
  @Field(() => String, { nullable: true, description: 'Why steps are passed over.' })
  @IsOptional()
  @IsString()
  @MaxLength(WORD)
  reason?: string | null;
}
