import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDate,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { SITUATIONS } from '#domain/consent/consent.js';
import { NOTICE_LANGUAGES } from '#domain/consent/notice-words/notice-words.js';
import { CATEGORIES, FORMS, PURPOSES } from '#domain/disclosure/vocabulary.js';
import { RefusalsInput } from '../family/family.inputs.js';

const FAR = 200_000;
const MOST_HOUSES = 50;

@InputType({ description: 'What is asked of a family: who may tell whom what, why, and until when.' })
export class ConsentInput {
  @Field(() => [String], { description: 'Houses that may tell, authority/branch.' })
  @IsArray()
  @ArrayMaxSize(MOST_HOUSES)
  @IsString({ each: true })
  from!: string[];
  @Field(() => [String], { description: 'Houses that may be told.' })
  @IsArray()
  @ArrayMaxSize(MOST_HOUSES)
  @IsString({ each: true })
  to!: string[];
  @Field(() => [String]) @IsArray() @IsIn(CATEGORIES, { each: true }) categories!: string[];
  @Field(() => [String]) @IsArray() @IsIn(PURPOSES, { each: true }) purposes!: string[];
  @Field(() => [String]) @IsArray() @IsIn(SITUATIONS, { each: true }) situations!: string[];
  @Field({ defaultValue: 'none' }) @IsIn(FORMS) form!: string;
  @Field(() => Date, { nullable: true, description: 'Null: from now on.' })
  @IsOptional()
  @IsDate()
  validFrom?: Date | null;
  @Field(() => Date, { nullable: true, description: 'Null takes the longest that is allowed.' })
  @IsOptional()
  @IsDate()
  validUntil?: Date | null;
  @Field({ defaultValue: false, description: 'Signers who may not learn of each other meet the question apart.' })
  @IsBoolean()
  apart!: boolean;
  @Field({ defaultValue: '', description: 'Why it is asked; shown to the family.' })
  @IsString()
  @MaxLength(FAR)
  why!: string;
}

@InputType()
export class DraftConsentInput {
  @Field(() => ID) @IsUUID() caseId!: string;
  @Field(() => ConsentInput) @ValidateNested() @Type(() => ConsentInput) terms!: ConsentInput;
}

@InputType()
export class RedraftConsentInput {
  @Field(() => ID) @IsUUID() id!: string;
  @Field(() => Int, { description: 'The version that was read.' }) @IsInt() expectedVersion!: number;
  @Field(() => ConsentInput) @ValidateNested() @Type(() => ConsentInput) terms!: ConsentInput;
}

@InputType({ description: 'One step on a consent in the version that was read.' })
export class ConsentStepInput {
  @Field(() => ID) @IsUUID() id!: string;
  @Field(() => Int) @IsInt() expectedVersion!: number;
}

@InputType({ description: 'The end of a consent that is no longer needed, and why.' })
export class EndConsentInput extends ConsentStepInput {
  @Field() @IsString() @MaxLength(FAR) reasons!: string;
}

@InputType({ isAbstract: true })
class NameInput {
  @Field(() => ID) @IsUUID() consentId!: string;
  @Field(() => ID) @IsUUID() personId!: string;
  @Field(() => RefusalsInput, { defaultValue: { houses: [], categories: [] } })
  @ValidateNested()
  @Type(() => RefusalsInput)
  refusals!: RefusalsInput;
  @Field({ defaultValue: 'sv', description: 'Of the text that was read.' }) @IsIn(NOTICE_LANGUAGES) language!: string;
  @Field(() => String, { nullable: true, description: 'Of that text; null where there is only one that it can be.' })
  @IsOptional()
  @IsString()
  @MaxLength(50)
  noticeVersion?: string | null;
}

@InputType({ description: 'A name given in speech: when, how, who heard it, and what was said.' })
export class RegisterOralNameInput extends NameInput {
  @Field() @IsDate() at!: Date;
  @Field({ defaultValue: '', description: '`meeting`, `phone` or `video`.' }) @IsString() @MaxLength(100) how!: string;
  @Field({ defaultValue: '' }) @IsString() @MaxLength(FAR) witness!: string;
  @Field({ defaultValue: '' }) @IsString() @MaxLength(FAR) interpreter!: string;
  @Field({ defaultValue: '' }) @IsString() @MaxLength(FAR) said!: string;
}

@InputType({ description: 'What somebody has taken back by telephone or in a meeting, all or in part.' })
export class RegisterToldInput {
  @Field(() => ID) @IsUUID() consentId!: string;
  @Field(() => ID) @IsUUID() personId!: string;
  @Field(() => RefusalsInput, { nullable: true, description: 'Null takes everything back.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => RefusalsInput)
  refusals?: RefusalsInput | null;
  @Field({ defaultValue: '', description: 'How it was said.' }) @IsString() @MaxLength(FAR) said!: string;
}
