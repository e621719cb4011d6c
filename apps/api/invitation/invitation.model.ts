import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsDate, IsIn, IsInt, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { ANSWERS, type AnswerState, type InvitationAnswer } from '#domain/invitation/invitation.js';
import type { MeetingState } from '#domain/meeting/meeting-states.js';

@ObjectType({ description: 'The meeting of an invitation, as far as it is the reader’s.' })
export class InvitedMeeting {
  @Field(() => String, { description: '`internal`, `joint`, or of a group about nobody: `area`, `board`.' })
  kind!: 'internal' | 'joint' | 'area' | 'board';
  @Field(() => ID, { nullable: true, description: 'The group about nobody whose meeting it is.' })
  areaGroupId!: string | null;
  @Field(() => String, { nullable: true }) caseNumber!: string | null;
  @Field(() => String) state!: MeetingState;
  @Field(() => String, { nullable: true }) videoUrl!: string | null;
  @Field({ description: 'The reader leads it.' }) leads!: boolean;
}

@ObjectType({ description: 'That I am called to a meeting, or to a part of it.' })
export class MyInvitation {
  @Field(() => ID) id!: string;
  @Field(() => ID, { description: 'The meeting, also of a group about nobody.' }) hubId!: string;
  @Field({ description: 'When my part of it begins.' }) startsAt!: Date;
  @Field(() => Int) minutes!: number;
  @Field(() => String, { description: '`none`, `accepted`, `tentative` or `declined`.' }) answer!: AnswerState;
  @Field(() => Date, { nullable: true }) answeredAt!: Date | null;
  @Field(() => Int, { description: 'Rises with each new time; an answer names the one that it answers.' })
  sequence!: number;
  @Field() invitedAt!: Date;
  @Field() changedAt!: Date;
  @Field({ description: 'I am not needed any more.' }) cancelled!: boolean;
  @Field({ description: 'It has got a new time since I was called.' }) moved!: boolean;
  @Field(() => InvitedMeeting, { nullable: true }) meeting!: InvitedMeeting | null;
}

@ObjectType({ description: 'Somebody who is called to a meeting, for the house that calls.' })
export class CalledPerson {
  @Field(() => ID) id!: string;
  @Field(() => ID) staffId!: string;
  @Field() name!: string;
  @Field() title!: string;
  @Field(() => String, { nullable: true }) unitName!: string | null;
  @Field() branchName!: string;
  @Field() startsAt!: Date;
  @Field(() => Int) minutes!: number;
  @Field(() => String) answer!: AnswerState;
  @Field(() => Date, { nullable: true }) answeredAt!: Date | null;
  @Field() cancelled!: boolean;
}

@InputType()
export class AnswerInvitationInput {
  @Field(() => ID) @IsUUID() id!: string;
  @Field(() => Int) @IsInt() sequence!: number;
  @Field(() => String, { description: '`accepted`, `tentative` or `declined`.' })
  @IsIn(ANSWERS)
  answer!: InvitationAnswer;
}

@ObjectType({ description: 'Somebody who is called, as a new time finds them.' })
export class CalledToMove {
  @Field(() => ID) staffId!: string;
  @Field() name!: string;
  @Field(() => String) answer!: AnswerState;
  @Field({ description: 'Leads it, or decides for their house.' }) isRequired!: boolean;
  @Field({ description: 'Called to something else then.' }) isBusy!: boolean;
}

@ObjectType({ description: 'What follows from moving a meeting or calling it off.' })
export class MoveConsequence {
  @Field(() => String) code!: string;
  @Field(() => [String], { description: 'Names of those whom it concerns.' }) names!: string[];
  @Field(() => String, { nullable: true, description: 'The kind of time limit that breaks.' }) limit!: string | null;
  @Field(() => Date, { nullable: true }) dueAt!: Date | null;
}

@ObjectType({ description: 'What a new time for a meeting would mean; nothing has happened yet.' })
export class MoveProposal {
  @Field(() => Int) version!: number;
  @Field(() => [CalledToMove]) people!: CalledToMove[];
  @Field(() => [MoveConsequence]) consequences!: MoveConsequence[];
}

@ObjectType()
export class MovedMeeting {
  @Field(() => ID) id!: string;
  @Field() startsAt!: Date;
  @Field(() => Int) minutes!: number;
  @Field(() => Int) version!: number;
}

@InputType()
export class MoveMeetingTimeInput {
  @Field(() => ID) @IsUUID() hubId!: string;
  @Field(() => Int, { description: 'The one that the proposal was made from.' }) @IsInt() version!: number;
  @Field() @IsDate() startsAt!: Date;
  @Field(() => Int, { nullable: true, description: 'Absent: as long as before.' })
  @IsOptional()
  @IsInt()
  minutes?: number | null;
  @Field(() => String, { nullable: true, description: 'Another video link; absent: the same.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  videoUrl?: string | null;
  @Field(() => String, { nullable: true, description: 'Another room; empty: none; absent: the same.' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  room?: string | null;
}
