import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsDate,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { CATEGORIES, PURPOSES } from '#domain/disclosure/vocabulary.js';
import { MarksInput } from '../hub/marks.inputs.js';

/** Beyond any form; the use cases say the real limits at the field concerned. */
const FAR = 200_000;
const MOST = 200;

@InputType({ description: 'Something that is being written, as far as the rule asks.' })
export class ShareDraftKindInput extends MarksInput {
  @Field() @IsIn(CATEGORIES) category!: string;
}

@InputType({ description: 'Something that is written down by being told.' })
export class ShareDraftInput extends MarksInput {
  @Field({ defaultValue: '' }) @IsString() @MaxLength(100) category!: string;
  @Field({ defaultValue: '' }) @IsString() @MaxLength(FAR) text!: string;
}

@InputType({ isAbstract: true })
class WhatIsToldInput {
  @Field(() => ID) @IsUUID() caseId!: string;
  @Field(() => [ID], { defaultValue: [], description: 'What the own house has said.' })
  @IsArray()
  @ArrayMaxSize(MOST)
  @IsUUID(undefined, { each: true })
  itemIds!: string[];
  @Field(() => ShareDraftKindInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => ShareDraftKindInput)
  draft?: ShareDraftKindInput | null;
  @Field({ defaultValue: false, description: 'Who it is about, by name and number.' }) @IsBoolean() withName!: boolean;
  @Field() @IsIn(PURPOSES) purpose!: string;
}

@InputType({ description: 'What somebody is about to tell, to whom and why.' })
export class PreviewShareInput extends WhatIsToldInput {
  @Field(() => [ID]) @IsArray() @ArrayMaxSize(MOST) @IsUUID(undefined, { each: true }) toBranchIds!: string[];
  @Field(() => Date, { nullable: true, description: 'Null takes the longest that the ground allows.' })
  @IsOptional()
  @IsDate()
  until?: Date | null;
}

@InputType({ description: 'One thing to one house.' })
export class SharePairInput {
  @Field({ description: 'An item’s id, `draft` or `name`.' }) @IsString() @MaxLength(100) thing!: string;
  @Field(() => ID) @IsUUID() toBranchId!: string;
}

@InputType({ description: 'Who reads it in a house.' })
export class ShareReceiverInput {
  @Field(() => ID) @IsUUID() branchId!: string;
  @Field(() => [ID]) @IsArray() @ArrayMaxSize(50) @IsUUID(undefined, { each: true }) staffIds!: string[];
}

@InputType({ description: 'Tells. What may not be told is refused pair by pair; the rest stands.' })
export class ShareItemsInput {
  @Field(() => ID) @IsUUID() caseId!: string;
  @Field(() => [SharePairInput])
  @IsArray()
  @ArrayMaxSize(1_000)
  @ValidateNested({ each: true })
  @Type(() => SharePairInput)
  pairs!: SharePairInput[];
  @Field(() => ShareDraftInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => ShareDraftInput)
  draft?: ShareDraftInput | null;
  @Field({ defaultValue: '' }) @IsString() @MaxLength(100) purpose!: string;
  @Field(() => Date, { nullable: true }) @IsOptional() @IsDate() until?: Date | null;
  @Field(() => [ShareReceiverInput], { defaultValue: [] })
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => ShareReceiverInput)
  receivers!: ShareReceiverInput[];
}

@InputType({ description: 'Shares that nobody has read yet.' })
export class UndoSharesInput {
  @Field(() => [ID]) @IsArray() @ArrayMinSize(1) @ArrayMaxSize(MOST) @IsUUID(undefined, { each: true }) ids!: string[];
}

@InputType({ description: 'The answer to one criterion of a ground.' })
export class CriterionAnswerInput {
  @Field() @IsString() @MaxLength(100) criterion!: string;
  @Field() @IsBoolean() met!: boolean;
}

@InputType({ description: 'An official’s assessment of a ground, for one receiver, these things and a time.' })
export class AssessGroundInput extends WhatIsToldInput {
  @Field(() => ID) @IsUUID() toBranchId!: string;
  @Field({ description: 'As the preview names it, e.g. OSL 10:18a.' }) @IsString() @MaxLength(100) ground!: string;
  @Field(() => [CriterionAnswerInput])
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => CriterionAnswerInput)
  criteria!: CriterionAnswerInput[];
  @Field({ defaultValue: '' }) @IsString() @MaxLength(FAR) reasons!: string;
  @Field() @IsDate() until!: Date;
}

@InputType({ description: 'An assessment of a ground that is lifted before its end, and why.' })
export class LiftAssessmentInput {
  @Field(() => ID) @IsUUID() id!: string;
  @Field({ defaultValue: '' }) @IsString() @MaxLength(FAR) reasons!: string;
}

@InputType({ description: 'A decision in immediate danger, for a few hours; confirmed in a second step.' })
export class DecideInDangerInput extends AssessGroundInput {
  @Field(() => String, { nullable: true, description: 'What the first step answered.' })
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  confirmation?: string | null;
}
