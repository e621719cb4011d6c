import { Field, Float, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { DEADLINE_KINDS, type DeadlineKind } from '#domain/deadline/built-in-deadlines.js';
import { RULE_UNITS } from '#domain/deadline/deadline-rule.js';

type Unit = (typeof RULE_UNITS)[number];

@ObjectType({ description: 'When a unit is open on one weekday.' })
export class OpenHours {
  @Field({ description: '`mon` to `sun`.' }) weekday!: string;
  @Field({ description: '"08:00".' }) opens!: string;
  @Field({ description: '"16:30"; "24:00" for midnight.' }) closes!: string;
}

@ObjectType({ description: 'How a time limit is counted.' })
export class DeadlineRule {
  @Field({ description: 'One of elapsed, days, weeks, months, years, dutyHours, workdays.' }) unit!: string;
  @Field(() => Float, { nullable: true, description: 'For elapsed and dutyHours.' }) hours!: number | null;
  @Field(() => Float, { nullable: true, description: 'For elapsed.' }) minutes!: number | null;
  @Field(() => Int, { nullable: true, description: 'For the other units.' }) count!: number | null;
  @Field(() => [OpenHours], { description: 'For dutyHours.' }) open!: OpenHours[];
  @Field(() => [String], { description: 'For dutyHours: days on which the unit is shut, YYYY-MM-DD.' })
  closed!: string[];
}

@ObjectType({ description: 'What a municipality has chosen for one kind of deadline.' })
export class DeadlineKindSetting {
  @Field() kind!: string;
  @Field() source!: string;
  @Field({ description: 'What the time is counted from, e.g. report-received.' }) startsAt!: string;
  @Field({ description: 'The law’s own limit; a later end than the built-in one is never used.' })
  statutoryMaximum!: boolean;
  @Field({ description: 'Whether the municipality has a rule of its own.' }) own!: boolean;
  @Field(() => DeadlineRule) rule!: DeadlineRule;
  @Field(() => DeadlineRule) builtInRule!: DeadlineRule;
  @Field(() => [Int], { description: 'Reminders to the owner, in percent of the time.' }) warnings!: number[];
  @Field(() => Int, { nullable: true, description: 'When the unit is told, in percent.' }) unit!: number | null;
  @Field(() => Int, { nullable: true }) leader!: number | null;
  @Field(() => Int, { nullable: true }) manager!: number | null;
  @Field(() => Int, { nullable: true }) dutyRoster!: number | null;
  @Field(() => Date, { nullable: true, description: 'When it would be due if it began now.' }) dueIfNow!: Date | null;
  @Field(() => Int) version!: number;
}

@InputType()
export class OpenHoursInput {
  @Field() @IsString() @MaxLength(3) weekday!: string;
  @Field() @IsString() @MaxLength(5) opens!: string;
  @Field() @IsString() @MaxLength(5) closes!: string;
}

/** Its parts are judged by the rule itself, so that the same faults are found here and in a configuration. */
@InputType()
export class DeadlineRuleInput {
  @Field(() => String, { description: 'One of elapsed, days, weeks, months, years, dutyHours, workdays.' })
  @IsIn(RULE_UNITS)
  unit!: Unit;
  @Field(() => Float, { nullable: true }) @IsOptional() @IsNumber() hours?: number | null;
  @Field(() => Float, { nullable: true }) @IsOptional() @IsNumber() minutes?: number | null;
  @Field(() => Float, { nullable: true }) @IsOptional() @IsNumber() count?: number | null;
  @Field(() => [OpenHoursInput], { nullable: true })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(7)
  @ValidateNested({ each: true })
  @Type(() => OpenHoursInput)
  open?: OpenHoursInput[] | null;
  @Field(() => [String], { nullable: true })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(400)
  @IsString({ each: true })
  closed?: string[] | null;
}

@InputType()
export class SetDeadlineInput {
  @Field(() => String) @IsIn(DEADLINE_KINDS) kind!: DeadlineKind;
  @Field(() => DeadlineRuleInput)
  @ValidateNested()
  @Type(() => DeadlineRuleInput)
  rule!: DeadlineRuleInput;
  @Field(() => [Int], { description: 'Percent of the time, each from 1 to 99.' })
  @IsArray()
  @ArrayMaxSize(10)
  @IsInt({ each: true })
  warnings!: number[];
  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() @Min(0) @Max(10_000) unit?: number | null;
  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() @Min(0) @Max(10_000) leader?: number | null;
  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() @Min(0) @Max(10_000) manager?: number | null;
  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() @Min(0) @Max(10_000) dutyRoster?: number | null;
  @Field(() => Int, { description: 'The version that was read; 0 when there was no own rule.' })
  @IsInt()
  @Min(0)
  version!: number;
}
