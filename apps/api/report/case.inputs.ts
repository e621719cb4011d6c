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
  ValidateNested,
} from 'class-validator';
import { FactorAnswerInput } from './report.inputs.js';

const FAR = 200_000;

@InputType({ description: 'Whether the child needs protection at once (SoL 20:1).' })
export class AssessProtectionInput {
  @Field(() => ID) @IsUUID() caseId!: string;
  @Field(() => Boolean, { nullable: true }) @IsOptional() @IsBoolean() needsProtection!: boolean | null;
  @Field({ defaultValue: '' }) @IsString() @MaxLength(FAR) reasons!: string;
  @Field({ defaultValue: '', description: 'What is done at once; asked for when the child needs protection.' })
  @IsString()
  @MaxLength(FAR)
  measures!: string;
}

@InputType({ description: 'A grade given by a person with reasons; the answers support it and are never counted.' })
export class GradeCaseInput {
  @Field(() => ID) @IsUUID() caseId!: string;
  @Field(() => Int, { description: 'The version that was read.' }) @IsInt() expectedVersion!: number;
  @Field({ defaultValue: '', description: '`green`, `orange` or `red`.' }) @IsString() @MaxLength(100) grade!: string;
  @Field({ defaultValue: '' }) @IsString() @MaxLength(FAR) reasons!: string;
  @Field({ description: 'Id of the instrument, e.g. check-irk.' }) @IsString() @MaxLength(100) instrument!: string;
  @Field(() => [FactorAnswerInput], { defaultValue: [] })
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => FactorAnswerInput)
  factors!: FactorAnswerInput[];
}

@InputType({ description: 'Makes two open cases of the same child one.' })
export class JoinReportsInput {
  @Field(() => ID) @IsUUID() caseId!: string;
  @Field(() => ID) @IsUUID() otherCaseId!: string;
  @Field(() => Int) @IsInt() expectedVersion!: number;
  @Field({ defaultValue: '' }) @IsString() @MaxLength(FAR) reasons!: string;
}

@InputType({ description: 'Undoes a join that was a mistake.' })
export class SeparateReportsInput {
  @Field(() => ID, { description: 'The case that carries on now.' }) @IsUUID() caseId!: string;
  @Field(() => ID) @IsUUID() joinedCaseId!: string;
  @Field(() => Int, { description: 'The version of the case that carries on.' }) @IsInt() expectedVersion!: number;
  @Field({ defaultValue: '' }) @IsString() @MaxLength(FAR) reasons!: string;
}

@InputType({ description: 'Adds to a report by its receipt.' })
export class CompleteReportInput {
  @Field({ description: 'Made once by the form; the same key is the same completion, however often it is sent.' })
  @IsString()
  @MaxLength(100)
  clientKey!: string;
  @Field() @IsString() @MaxLength(100) receipt!: string;
  @Field(() => Int, { defaultValue: 1, description: 'Which child of the report, from 1.' }) @IsInt() child!: number;
  @Field(() => ID, { nullable: true, description: 'The child whose case this is that I work on, whatever its number.' })
  @IsOptional()
  @IsUUID()
  caseId?: string | null;
  @Field({ defaultValue: '' }) @IsString() @MaxLength(FAR) content!: string;
  @Field({ defaultValue: '' }) @IsString() @MaxLength(FAR) whereabouts!: string;
  @Field(() => [FactorAnswerInput], { defaultValue: [] })
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => FactorAnswerInput)
  factors!: FactorAnswerInput[];
}

@InputType({
  description: 'Feedback to a reporter, or the assessment that it would be unsuitable (SoL 19:6, OSL 26:9 a).',
})
export class GiveFeedbackInput {
  @Field(() => ID) @IsUUID() reportId!: string;
  @Field(() => ID) @IsUUID() caseId!: string;
  @Field({ description: 'What was read as `feedbackToGive`; FEEDBACK_CHANGED where another thing can be told now.' })
  @IsString()
  @MaxLength(100)
  content!: string;
  @Field(() => Boolean, { nullable: true }) @IsOptional() @IsBoolean() notUnsuitable!: boolean | null;
  @Field({ defaultValue: '' }) @IsString() @MaxLength(FAR) reasons!: string;
  @Field({
    defaultValue: '',
    description: '`phone`, `met`, `letter` or `not-yet`; asked for where `toldInPerson`.',
  })
  @IsString()
  @MaxLength(100)
  toldHow!: string;
  @Field({ defaultValue: '', description: 'The day they were told, as 2026-11-24.' })
  @IsString()
  @MaxLength(100)
  toldOn!: string;
}

@InputType({ description: 'That measures begin, and why (SoL 20:3).' })
export class BeginMeasuresInput {
  @Field(() => ID) @IsUUID() caseId!: string;
  @Field(() => Int, { description: 'The version that was read.' }) @IsInt() expectedVersion!: number;
  @Field({ defaultValue: '' }) @IsString() @MaxLength(FAR) reasons!: string;
}

@InputType({ description: 'Whether an investigation is opened, decided without a hub (SoL 20:2).' })
export class DecideCaseInput {
  @Field(() => ID) @IsUUID() caseId!: string;
  @Field(() => Int, { description: 'The version that was read.' }) @IsInt() expectedVersion!: number;
  @Field({ defaultValue: '', description: '`open-investigation`, `no-investigation` or `other-support`.' })
  @IsString()
  @MaxLength(100)
  kind!: string;
  @Field({ defaultValue: '' }) @IsString() @MaxLength(FAR) reasons!: string;
  @Field(() => ID, { nullable: true, description: 'Who takes over; needed to open an investigation.' })
  @IsOptional()
  @IsUUID()
  investigator!: string | null;
}

@InputType({ description: 'A decision that intake prepares for someone with the authority.' })
export class ProposeDecisionInput extends DecideCaseInput {
  @Field(() => ID, { nullable: true, description: 'Who is to decide.' }) @IsOptional() @IsUUID() decider!:
    string | null;
}
