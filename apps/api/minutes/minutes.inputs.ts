import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { MarksInput } from '../hub/marks.inputs.js';

const WORDS = 10_000;
const WORD = 40;
const NUMBER = 200;

@InputType()
export class AddMeetingPointInput extends MarksInput {
  @Field(() => ID) @IsUUID() hubId!: string;
  @Field({ description: 'own, news or good-news.' }) @IsString() @MaxLength(WORD) kind!: string;
  @Field() @IsString() @MaxLength(WORDS) text!: string;
  @Field({ defaultValue: 'measures-and-plan' }) @IsString() @MaxLength(WORD) category!: string;
  @Field(() => Int, { defaultValue: 5 }) @IsInt() minutes!: number;
  @Field({ defaultValue: 'everyone', description: 'professionals or everyone.' })
  @IsString()
  @MaxLength(WORD)
  audience!: string;
}

@InputType()
export class OrderMeetingPointsInput {
  @Field(() => ID) @IsUUID() hubId!: string;
  @Field(() => [ID], { description: 'Every step of the agenda once, in the order wanted.' })
  @IsArray()
  @ArrayMaxSize(60)
  @IsUUID('all', { each: true })
  pointIds!: string[];
}

@InputType()
export class AdmitPartyInput {
  @Field(() => ID) @IsUUID() hubId!: string;
  @Field(() => ID) @IsUUID() unitId!: string;
  @Field(() => [ID], { nullable: true, description: 'Absent: to all of the meeting.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(60)
  @IsUUID('all', { each: true })
  pointIds?: string[] | null;
}

@InputType()
export class ShowMinutesPenInput {
  @Field(() => ID) @IsUUID() hubId!: string;
  @Field(() => ID) @IsUUID() pointId!: string;
  @Field({ description: 'Of what is being written, as it is marked now.' })
  @IsString()
  @MaxLength(WORD)
  category!: string;
  @Field(() => [ID], { defaultValue: [], description: 'Whom else it is about.' })
  @IsArray()
  @ArrayMaxSize(20)
  @IsUUID('all', { each: true })
  about!: string[];
  @Field({ defaultValue: false, description: 'It shows where somebody is.' }) @IsBoolean() revealsPlace!: boolean;
  @Field({ defaultValue: false, description: 'It is put down.' }) @IsBoolean() isDown!: boolean;
}

@InputType()
export class RemoveMeetingPointInput {
  @Field(() => ID) @IsUUID() hubId!: string;
  @Field(() => ID) @IsUUID() pointId!: string;
}

@InputType()
export class NoteAttendanceInput {
  @Field(() => ID) @IsUUID() hubId!: string;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() memberId?: string | null;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() guestId?: string | null;
  @Field({ description: 'present, deputy or absent.' }) @IsString() @MaxLength(WORD) state!: string;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() deputyMemberId?: string | null;
}

@InputType()
export class MinuteLineInput extends MarksInput {
  @Field(() => ID, { nullable: true, description: 'Absent for a new line.' })
  @IsOptional()
  @IsUUID()
  lineId?: string | null;
  @Field(() => ID) @IsUUID() pointId!: string;
  @Field({ defaultValue: 'measures-and-plan' }) @IsString() @MaxLength(WORD) category!: string;
  @Field({ defaultValue: '' }) @IsString() @MaxLength(WORDS) text!: string;
  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() @Min(1) expectedVersion?: number | null;
  @Field({ defaultValue: false }) @IsBoolean() remove!: boolean;
}

@InputType()
export class WriteMinutesInput {
  @Field(() => ID) @IsUUID() hubId!: string;
  @Field(() => [MinuteLineInput])
  @IsArray()
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => MinuteLineInput)
  lines!: MinuteLineInput[];
  @Field(() => String, { nullable: true, description: 'Why fixed minutes are amended.' })
  @IsOptional()
  @IsString()
  @MaxLength(WORDS)
  reason?: string | null;
  @Field({ defaultValue: false, description: 'That reason shows where somebody lives or is, as the lines may.' })
  @IsBoolean()
  reasonRevealsPlace!: boolean;
  @Field(() => [ID], { defaultValue: [], description: 'Whom else that reason is about beside those of the lines.' })
  @IsArray()
  @ArrayMaxSize(20)
  @IsUUID('all', { each: true })
  reasonAbout!: string[];
}

@InputType()
export class MakeMeetingDecisionInput extends MarksInput {
  @Field(() => ID) @IsUUID() hubId!: string;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() pointId?: string | null;
  @Field() @IsString() @MaxLength(WORDS) text!: string;
  @Field({ defaultValue: '', description: 'What it is to lead to.' }) @IsString() @MaxLength(WORDS) aim!: string;
  @Field(() => ID, { description: 'The seat of whoever does it.' }) @IsUUID() ownerMemberId!: string;
  @Field({ description: '2026-12-08' }) @IsString() @MaxLength(WORD) dueOn!: string;
  @Field(() => String, {
    nullable: true,
    description: 'The need at which it is aimed: it becomes a measure in the plan. Null for a decision by itself.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(WORD)
  needArea?: string | null;
  @Field(() => [ID], {
    defaultValue: [],
    description: 'Earlier measures on that need, whose result stood before the writer.',
  })
  @IsArray()
  @ArrayMaxSize(200)
  @IsUUID('all', { each: true })
  seen!: string[];
}

@InputType()
export class SettleMeetingDecisionInput {
  @Field(() => ID) @IsUUID() decisionId!: string;
  @Field(() => Int) @IsInt() @Min(1) version!: number;
  @Field({ description: 'done, not-done or withdrawn.' }) @IsString() @MaxLength(WORD) state!: string;
}

@InputType()
export class KeepMeetingRecordInput {
  @Field(() => ID) @IsUUID() hubId!: string;
  @Field() @IsString() @MaxLength(NUMBER) diaryNumber!: string;
  @Field({ description: '2026-11-28' }) @IsString() @MaxLength(WORD) registeredOn!: string;
  @Field(() => Int) @IsInt() keepYears!: number;
  @Field(() => Int, { description: 'As it was read; 0 where there was none.' }) @IsInt() @Min(0) version!: number;
}
