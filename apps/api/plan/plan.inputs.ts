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
import { DrawingInput } from './drawing.model.js';

const WORDS = 10_000;
const WORD = 40;

@InputType({ isAbstract: true })
class EntryWords extends MarksInput {
  @Field() @IsString() @MaxLength(WORDS) words!: string;
  @Field(() => DrawingInput, { nullable: true, description: 'Of the picture of the future alone.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => DrawingInput)
  drawing?: DrawingInput | null;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(WORD) needArea?: string | null;
  @Field({ defaultValue: '' }) @IsString() @MaxLength(WORDS) aim!: string;
  @Field({ defaultValue: '' }) @IsString() @MaxLength(WORDS) help!: string;
  @Field({ defaultValue: '' }) @IsString() @MaxLength(WORDS) watch!: string;
  @Field(() => ID, { nullable: true, description: 'The seat of whoever is responsible.' })
  @IsOptional()
  @IsUUID()
  ownerMemberId?: string | null;
  @Field(() => String, { nullable: true, description: 'Who of the family does it, as `PlanFamilyMember.key` has it.' })
  @IsOptional()
  @IsString()
  @MaxLength(WORD)
  promisedBy?: string | null;
  @Field({ defaultValue: false, description: 'The family reads it in its plan, as far as the rule lets each of them.' })
  @IsBoolean()
  forFamily!: boolean;
  @Field({ defaultValue: '', description: 'The same in the family’s own words or language.' })
  @IsString()
  @MaxLength(WORDS)
  familyWords!: string;
  @Field(() => String, { nullable: true, description: '2026-12-08' })
  @IsOptional()
  @IsString()
  @MaxLength(WORD)
  startsOn?: string | null;
  @Field(() => String, { nullable: true, description: '2026-12-08' })
  @IsOptional()
  @IsString()
  @MaxLength(WORD)
  followUpOn?: string | null;
  @Field(() => [ID], {
    defaultValue: [],
    description: 'Earlier measures on the same need, whose result stood before the writer.',
  })
  @IsArray()
  @ArrayMaxSize(200)
  @IsUUID('all', { each: true })
  seen!: string[];
}

@InputType()
export class MeasuredInput {
  @Field({ description: 'percent, hours or count.' }) @IsString() @MaxLength(WORD) unit!: string;
  @Field({ description: 'more or less: which way is better.' }) @IsString() @MaxLength(WORD) better!: string;
  @Field({ description: 'day or week: how often it is told.' }) @IsString() @MaxLength(WORD) cadence!: string;
}

@InputType()
export class WritePlanEntryInput extends EntryWords {
  @Field(() => ID) @IsUUID() groupId!: string;
  @Field({
    description: 'future, goal, step, measure, frame, risk, protection, strength, adaptation, step-back or series.',
  })
  @IsString()
  @MaxLength(WORD)
  kind!: string;
  @Field({ defaultValue: 'measures-and-plan' }) @IsString() @MaxLength(WORD) category!: string;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() goalId?: string | null;
  @Field(() => ID, { nullable: true, description: 'What the family had proposed, and this is what comes of it.' })
  @IsOptional()
  @IsUUID()
  proposalId?: string | null;
  @Field(() => MeasuredInput, { nullable: true, description: 'Of a series alone.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => MeasuredInput)
  measured?: MeasuredInput | null;
}

@InputType()
export class ChangePlanEntryInput extends EntryWords {
  @Field(() => ID) @IsUUID() entryId!: string;
  @Field(() => Int) @IsInt() @Min(1) version!: number;
  @Field(() => Int, { description: 'Of its words, as they were read.' }) @IsInt() @Min(1) itemVersion!: number;
  @Field({ defaultValue: false, description: 'Told also to those in the group to whom it was not told before.' })
  @IsBoolean()
  opens!: boolean;
}

@InputType()
export class ActOnPlanEntryInput extends MarksInput {
  @Field(() => ID) @IsUUID() entryId!: string;
  @Field(() => Int) @IsInt() @Min(1) version!: number;
  @Field({ description: 'start, pause, follow-up, end, reach or remove.' }) @IsString() @MaxLength(WORD) act!: string;
  @Field({ defaultValue: '', description: 'Why, how it goes, or what came of it.' })
  @IsString()
  @MaxLength(WORDS)
  words!: string;
  @Field(() => String, { nullable: true, description: 'reached, partly, not-reached or never-begun.' })
  @IsOptional()
  @IsString()
  @MaxLength(WORD)
  result?: string | null;
  @Field(() => String, { nullable: true, description: 'When it is looked at next; 2026-12-08.' })
  @IsOptional()
  @IsString()
  @MaxLength(WORD)
  followUpOn?: string | null;
}

@InputType()
export class DeclinePlanProposalInput {
  @Field(() => ID) @IsUUID() proposalId!: string;
  @Field({ description: 'Why not: whoever proposed it reads it.' }) @IsString() @MaxLength(WORDS) words!: string;
}
