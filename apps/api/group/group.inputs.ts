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

const WORDS = 10_000;
const WORD = 40;

@InputType()
export class NominateInput {
  @Field({ description: 'The form, e.g. sig.' }) @IsString() @MaxLength(WORD) kind!: string;
  @Field(() => ID) @IsUUID() toStaffId!: string;
  @Field(() => ID, { nullable: true, description: 'Only a case of the coordinator’s own house.' })
  @IsOptional()
  @IsUUID()
  caseId?: string | null;
  @Field({ defaultValue: '', description: 'Only together with a case.' }) @IsString() @MaxLength(WORDS) why!: string;
}

@InputType({ description: 'Who of the preparatory group took part, who decided for it, and in which meeting.' })
export class PreparatoryInput {
  @Field(() => ID) @IsString() @MaxLength(WORD) boardId!: string;
  @Field(() => ID, { nullable: true, description: 'Null only between meetings.' })
  @IsOptional()
  @IsString()
  @MaxLength(WORD)
  meetingId?: string | null;
  @Field({ defaultValue: false }) @IsBoolean() betweenMeetings!: boolean;
  @Field(() => [ID], { description: 'Seats of those who took part.' })
  @IsArray()
  @ArrayMaxSize(60)
  @IsString({ each: true })
  @MaxLength(WORD, { each: true })
  present!: string[];
  @Field(() => ID, { description: 'The seat of whoever decided for the group.' })
  @IsString()
  @MaxLength(WORD)
  deciderId!: string;
}

@InputType()
export class AnswerNominationInput {
  @Field(() => ID) @IsUUID() nominationId!: string;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() caseId?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'family-yes, report or own-case: how it is known whom it is about, where the nomination names nobody.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(WORD)
  knownBy?: string | null;
  @Field(() => String, { nullable: true, description: 'A closed word: why somebody outside the form’s ages is in it.' })
  @IsOptional()
  @IsString()
  @MaxLength(WORD)
  outsideAges?: string | null;
  @Field({ description: 'prepare, queue, motivate or decline.' }) @IsString() @MaxLength(WORD) decision!: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(WORD) reason?: string | null;
  @Field({ defaultValue: '' }) @IsString() @MaxLength(WORDS) words!: string;
  @Field(() => PreparatoryInput, { nullable: true, description: 'Where the form leaves it to the preparatory group.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => PreparatoryInput)
  preparatory?: PreparatoryInput | null;
}

@InputType()
export class StartGroupInput {
  @Field() @IsString() @MaxLength(WORD) kind!: string;
  @Field({ description: 'A place or an area; never a person.' }) @IsString() @MaxLength(200) area!: string;
  @Field(() => [String], { defaultValue: [], description: 'Words of which the writer says that they name nobody.' })
  @IsArray()
  @ArrayMaxSize(30)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  noPerson!: string[];
}

@InputType()
export class SeatInput {
  @Field(() => ID) @IsUUID() staffId!: string;
  @Field(() => ID) @IsUUID() unitId!: string;
  @Field({ defaultValue: 'speaks', description: 'decides, speaks or listens.' })
  @IsString()
  @MaxLength(WORD)
  mandate!: string;
  @Field({ defaultValue: false }) @IsBoolean() wished!: boolean;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() deputyForStaffId?: string | null;
}

@InputType({ description: 'What a step confirms one by one, who signed on which day, and how grave a threat is.' })
export class StepTermsInput {
  @Field(() => [String], { defaultValue: [], description: 'Conditions of the step.' })
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(WORD, { each: true })
  confirmed!: string[];
  @Field(() => [String], { defaultValue: [], description: 'Kinds of party.' })
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(WORD, { each: true })
  signedBy!: string[];
  @Field(() => String, { nullable: true, description: 'The day, 2026-11-24.' })
  @IsOptional()
  @IsString()
  @MaxLength(WORD)
  signedOn?: string | null;
  @Field(() => String, { nullable: true, description: 'none, local or high; sealed with the words.' })
  @IsOptional()
  @IsString()
  @MaxLength(WORD)
  threat?: string | null;
}

@InputType()
export class FormGroupInput {
  @Field(() => ID) @IsUUID() groupId!: string;
  @Field(() => Int) @IsInt() @Min(1) version!: number;
  @Field(() => ID) @IsUUID() contactStaffId!: string;
  @Field(() => [SeatInput])
  @IsArray()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => SeatInput)
  members!: SeatInput[];
  @Field({ defaultValue: '' }) @IsString() @MaxLength(WORDS) words!: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(WORD) reason?: string | null;
  @Field(() => String, { nullable: true, description: 'A closed word: why somebody outside the form’s ages is in it.' })
  @IsOptional()
  @IsString()
  @MaxLength(WORD)
  outsideAges?: string | null;
  @Field(() => StepTermsInput, { nullable: true, description: 'What the step confirms, has signed or assesses.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => StepTermsInput)
  terms?: StepTermsInput | null;
}

@InputType()
export class TakeStepInput {
  @Field(() => ID) @IsUUID() groupId!: string;
  @Field(() => Int) @IsInt() @Min(1) version!: number;
  @Field() @IsString() @MaxLength(WORD) step!: string;
  @Field({ defaultValue: '' }) @IsString() @MaxLength(WORDS) words!: string;
  @Field(() => String, { nullable: true, description: 'Why steps are passed over, or why it is closed.' })
  @IsOptional()
  @IsString()
  @MaxLength(WORD)
  reason?: string | null;
  @Field(() => PreparatoryInput, { nullable: true, description: 'Where the form leaves it to the preparatory group.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => PreparatoryInput)
  preparatory?: PreparatoryInput | null;
  @Field(() => StepTermsInput, { nullable: true, description: 'What the step confirms, has signed or assesses.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => StepTermsInput)
  terms?: StepTermsInput | null;
  @Field(() => String, { nullable: true, description: 'The day on which a meeting was held elsewhere; absent: now.' })
  @IsOptional()
  @IsString()
  @MaxLength(WORD)
  heldOn?: string | null;
}

@InputType()
export class MoveGroupInput {
  @Field(() => ID) @IsUUID() groupId!: string;
  @Field(() => Int) @IsInt() @Min(1) version!: number;
  @Field({ description: 'queue, motivate, pause, place, resume or move.' }) @IsString() @MaxLength(WORD) move!: string;
  @Field() @IsString() @MaxLength(WORD) reason!: string;
  @Field({ defaultValue: '' }) @IsString() @MaxLength(WORDS) words!: string;
}

@InputType()
export class AddMemberInput {
  @Field(() => ID) @IsUUID() groupId!: string;
  @Field(() => Int) @IsInt() @Min(1) version!: number;
  @Field(() => SeatInput) @ValidateNested() @Type(() => SeatInput) seat!: SeatInput;
}

@InputType()
export class EndMemberInput {
  @Field(() => ID) @IsUUID() groupId!: string;
  @Field(() => Int) @IsInt() @Min(1) version!: number;
  @Field(() => ID) @IsUUID() memberId!: string;
  @Field({ description: 'replaced, post-ended or not-needed.' }) @IsString() @MaxLength(WORD) reason!: string;
  @Field(() => ID, {
    nullable: true,
    description: 'Another seat of the group: who becomes the contact person instead.',
  })
  @IsOptional()
  @IsUUID()
  contactMemberId?: string | null;
}

@InputType()
export class AddGuestInput {
  @Field(() => ID) @IsUUID() groupId!: string;
  @Field(() => Int) @IsInt() @Min(1) version!: number;
  @Field({ description: 'subject, guardian, private-person or interpreter.' })
  @IsString()
  @MaxLength(WORD)
  kind!: string;
  @Field(() => String, {
    nullable: true,
    description: 'sibling, relative, neighbour, friend, coach or other; of someone close.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(WORD)
  closeness?: string | null;
  @Field({ description: 'Who it is; sealed.' }) @IsString() @MaxLength(WORDS) words!: string;
  @Field({ defaultValue: false }) @IsBoolean() wished!: boolean;
  @Field(() => String, { nullable: true, description: 'The day an interpreter was bound to silence.' })
  @IsOptional()
  @IsString()
  @MaxLength(WORD)
  silenceOn?: string | null;
}

@InputType()
export class EndGuestInput {
  @Field(() => ID) @IsUUID() groupId!: string;
  @Field(() => Int) @IsInt() @Min(1) version!: number;
  @Field(() => ID) @IsUUID() guestId!: string;
}
