import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsDate,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { MarksInput } from './marks.inputs.js';

@InputType()
export class ConveneHubInput {
  @Field(() => ID) @IsUUID() caseId!: string;

  @Field(() => Date, { nullable: true, description: 'Absent: the proposed time.' })
  @IsOptional()
  @IsDate()
  startsAt?: Date | null;

  @Field(() => [ID]) @IsArray() @ArrayMaxSize(30) @IsUUID('all', { each: true }) unitIds!: string[];
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() leaderId?: string | null;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() deciderId?: string | null;
}

@InputType()
export class AnswerPartInput extends MarksInput {
  @Field() @IsString() @MaxLength(60) category!: string;
  @Field() @IsString() @MaxLength(20_000) text!: string;
}

@InputType()
export class AnswerHubQuestionInput {
  @Field(() => ID) @IsUUID() questionId!: string;
  @Field(() => Int, { description: 'The version that was read.' }) @IsInt() version!: number;
  @Field({ description: 'knows, knew or does-not-know.' }) @IsString() @MaxLength(30) knowledge!: string;

  @Field(() => [AnswerPartInput])
  @IsArray()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => AnswerPartInput)
  parts!: AnswerPartInput[];
}
