import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';

const WORD = 60;
const WORDS = 2_000;
const MOST_WORDS = 30;

@InputType()
export class TellSightingInput {
  @Field(() => ID) @IsUUID() groupId!: string;
  @Field(() => String, { nullable: true, description: 'A Monday, 2026-11-23; this week when absent.' })
  @IsOptional()
  @IsString()
  @MaxLength(WORD)
  monday?: string | null;
  @Field({ description: 'A place of the town’s sketch.' }) @IsString() @MaxLength(WORD) place!: string;
  @Field() @IsString() @MaxLength(WORD) band!: string;
  @Field() @IsString() @MaxLength(WORD) phenomenon!: string;
  @Field(() => Int, { description: 'How many times; never how many people.' })
  @IsInt()
  @Min(-1)
  @Max(100_000)
  times!: number;
  @Field({ defaultValue: '', description: 'Nobody is named.' }) @IsString() @MaxLength(WORDS) words!: string;
  @Field(() => [String], { defaultValue: [], description: 'Words of which the writer says that they name nobody.' })
  @IsArray()
  @ArrayMaxSize(MOST_WORDS)
  @IsString({ each: true })
  @MaxLength(WORD * 2, { each: true })
  noPerson!: string[];
}

@InputType()
export class AreaMeasureInput {
  @Field(() => ID) @IsUUID() groupId!: string;
  @Field() @IsString() @MaxLength(WORD) place!: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(WORD) phenomenon?: string | null;
  @Field({ description: 'Nobody is named.' }) @IsString() @MaxLength(WORDS) what!: string;
  @Field(() => ID, { description: 'A member of the group.' }) @IsUUID() ownerStaffId!: string;
  @Field({ description: 'A day, 2026-12-01.' }) @IsString() @MaxLength(WORD) dueOn!: string;
  @Field(() => [String], { defaultValue: [] })
  @IsArray()
  @ArrayMaxSize(MOST_WORDS)
  @IsString({ each: true })
  @MaxLength(WORD * 2, { each: true })
  noPerson!: string[];
}

@InputType()
export class EndAreaMeasureInput {
  @Field(() => ID) @IsUUID() measureId!: string;
  @Field(() => Int) @IsInt() @Min(1) version!: number;
  @Field({ description: 'done or dropped.' }) @IsString() @MaxLength(WORD) state!: string;
  @Field({ description: 'Nobody is named.' }) @IsString() @MaxLength(WORDS) result!: string;
  @Field(() => [String], { defaultValue: [] })
  @IsArray()
  @ArrayMaxSize(MOST_WORDS)
  @IsString({ each: true })
  @MaxLength(WORD * 2, { each: true })
  noPerson!: string[];
}
