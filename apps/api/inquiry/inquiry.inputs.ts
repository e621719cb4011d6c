import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsInt, IsString, IsUUID, MaxLength, ValidateNested } from 'class-validator';

@InputType()
export class AskHousesInput {
  @Field(() => ID) @IsUUID() caseId!: string;
  @Field({ description: '`mash-2` or `mash-3`.' }) @IsString() @MaxLength(40) kind!: string;
  @Field(() => [ID]) @IsArray() @ArrayMaxSize(40) @IsUUID('all', { each: true }) unitIds!: string[];

  @Field(() => [String])
  @IsArray()
  @ArrayMaxSize(40)
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  categories!: string[];

  @Field({ description: 'Whether the personal number goes along.' }) @IsBoolean() withNumber!: boolean;
}

@InputType()
export class InquiryPartInput {
  @Field() @IsString() @MaxLength(60) category!: string;
  @Field() @IsString() @MaxLength(20_000) text!: string;
  @Field({ defaultValue: false, description: 'It shows where somebody lives or is, whatever kind it is of.' })
  @IsBoolean()
  revealsPlace!: boolean;
}

@InputType()
export class AnswerInquiryInput {
  @Field(() => ID) @IsUUID() inquiryId!: string;
  @Field(() => Int, { description: 'The version that was read.' }) @IsInt() version!: number;
  @Field({ description: 'knows, knew or does-not-know.' }) @IsString() @MaxLength(30) knowledge!: string;

  @Field(() => [InquiryPartInput])
  @IsArray()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => InquiryPartInput)
  parts!: InquiryPartInput[];
}
