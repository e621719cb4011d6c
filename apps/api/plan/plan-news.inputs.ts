import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString, IsUUID, MaxLength, Min } from 'class-validator';
import { MarksInput } from '../hub/marks.inputs.js';

const WORDS = 10_000;
const WORD = 40;

@InputType()
export class WritePlanNewsInput extends MarksInput {
  @Field(() => ID) @IsUUID() groupId!: string;
  @Field({ description: 'good-news or news.' }) @IsString() @MaxLength(WORD) kind!: string;
  @Field() @IsString() @MaxLength(WORDS) words!: string;
  @Field({ defaultValue: 'measures-and-plan' }) @IsString() @MaxLength(WORD) category!: string;
}

@InputType()
export class CorrectPlanNewsInput extends MarksInput {
  @Field(() => ID) @IsUUID() newsId!: string;
  @Field(() => Int, { description: 'Of its words, as they were read.' }) @IsInt() @Min(1) itemVersion!: number;
  @Field() @IsString() @MaxLength(WORDS) words!: string;
  @Field({ description: 'Told to those who were told of it.' }) @IsString() @MaxLength(WORDS) why!: string;
}

@InputType()
export class TakeOutPlanNewsInput {
  @Field(() => ID) @IsUUID() newsId!: string;
  @Field({ description: 'For the own house.' }) @IsString() @MaxLength(WORDS) why!: string;
}

@InputType()
export class TellPlanValueInput {
  @Field(() => ID) @IsUUID() seriesId!: string;
  @Field({ description: 'The day, or any day of the week; 2026-12-08.' }) @IsString() @MaxLength(WORD) on!: string;
  @Field({ description: 'As it is typed: 65, 87,5 or 65 %.' }) @IsString() @MaxLength(WORD) value!: string;
}

@InputType()
export class CorrectPlanValueInput {
  @Field(() => ID) @IsUUID() valueId!: string;
  @Field(() => Int, { description: 'Of the figure, as it was read.' }) @IsInt() @Min(1) itemVersion!: number;
  @Field() @IsString() @MaxLength(WORD) value!: string;
  @Field(() => String, { nullable: true, description: 'The day or week that it is of; absent where that was right.' })
  @IsOptional()
  @IsString()
  @MaxLength(WORD)
  on?: string | null;
  @Field({ description: 'Read by those who have the figure.' }) @IsString() @MaxLength(WORDS) why!: string;
}
