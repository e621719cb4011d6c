import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsDate, IsInt, IsOptional, IsString, IsUUID, MaxLength, Min } from 'class-validator';
import { Named } from '../form/form.model.js';

const WORD = 40;
const LINK = 500;

@ObjectType({ description: 'A seat in the group, and whether somebody was there by it.' })
export class AreaSeat {
  @Field(() => ID) memberId!: string;
  @Field() name!: string;
  @Field() branchName!: string;
  @Field() houseKind!: string;
  @Field({ description: 'decides, speaks or listens.' }) mandate!: string;
  @Field(() => Boolean, { nullable: true, description: 'Null until it is noted.' }) wasThere!: boolean | null;
}

@ObjectType({ description: 'A meeting of a group about a place; what is said there stands in its week.' })
export class AreaMeeting {
  @Field(() => ID) id!: string;
  @Field() startsAt!: Date;
  @Field(() => Int) minutes!: number;
  @Field(() => String, { nullable: true }) room!: string | null;
  @Field(() => String, { nullable: true, description: 'The room and its site.' }) roomName!: string | null;
  @Field(() => String, { nullable: true }) videoUrl!: string | null;
  @Field({ description: 'planned, held or called-off.' }) state!: string;
  @Field({ description: 'Its time has come.' }) hasBegun!: boolean;
  @Field(() => Int) version!: number;
  @Field(() => [AreaSeat]) seats!: AreaSeat[];
}

@ObjectType({ description: 'A part of the form’s own agenda.' })
export class AreaPoint {
  @Field(() => Named) name!: Named;
  @Field(() => Int) minutes!: number;
}

@ObjectType({ description: 'What the week gives a meeting to go through.' })
export class AreaAgenda {
  @Field(() => [String], { description: 'Where most was seen, the most first.' }) places!: string[];
  @Field(() => [String], { description: 'Where more is told than the week before.' }) rising!: string[];
  @Field(() => Int, { description: 'Measures whose day has passed.' }) late!: number;
  @Field(() => Int, { description: 'Measures that are open since earlier.' }) carried!: number;
  @Field(() => [String], { description: 'Houses that have told nothing.' }) silent!: string[];
}

@ObjectType({ description: 'When a group about a place meets, and what it goes through.' })
export class AreaMeetings {
  @Field(() => ID) groupId!: string;
  @Field(() => Named, { description: 'What the form calls such a meeting.' }) name!: Named;
  @Field() mayLead!: boolean;
  @Field(() => Date, { nullable: true, description: 'The next time of the form’s own slot.' }) proposed!: Date | null;
  @Field(() => Date, { nullable: true, description: 'By when it has to meet.' }) by!: Date | null;
  @Field(() => Int) minutes!: number;
  @Field(() => [AreaPoint]) points!: AreaPoint[];
  @Field(() => AreaAgenda) agenda!: AreaAgenda;
  @Field(() => [Named], { description: 'Steps that a meeting would pass over; a reason is asked for.' })
  passed!: Named[];
  @Field(() => [AreaMeeting], { description: 'From a month back, the soonest first.' }) meetings!: AreaMeeting[];
}

@InputType()
export class ConveneAreaMeetingInput {
  @Field(() => ID) @IsUUID() groupId!: string;
  @Field() @IsDate() startsAt!: Date;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(WORD) room?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(LINK) videoUrl?: string | null;
}

@InputType()
export class MoveAreaMeetingInput {
  @Field(() => ID) @IsUUID() id!: string;
  @Field(() => Int) @IsInt() @Min(1) version!: number;
  @Field(() => Date, { nullable: true, description: 'Absent: it is called off.' })
  @IsOptional()
  @IsDate()
  startsAt?: Date | null;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(WORD) room?: string | null;
}

@InputType()
export class HoldAreaMeetingInput {
  @Field(() => ID) @IsUUID() id!: string;
  @Field(() => Int) @IsInt() @Min(1) version!: number;
  @Field(() => [ID], { description: 'Seats by which somebody was there.' })
  @IsArray()
  @ArrayMaxSize(60)
  @IsUUID('all', { each: true })
  present!: string[];
  @Field(() => String, { nullable: true, description: 'Why steps are passed over.' })
  @IsOptional()
  @IsString()
  @MaxLength(WORD)
  reason?: string | null;
}
