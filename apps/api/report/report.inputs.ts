import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';

/** Beyond any form; the use cases say the real limits at the field concerned. */
const FAR = 200_000;

@InputType({ description: 'An answer to one factor of an instrument.' })
export class FactorAnswerInput {
  @Field() @IsString() @MaxLength(100) factor!: string;
  @Field({ description: '`present`, `absent` or `unknown`.' }) @IsString() @MaxLength(100) answer!: string;
  @Field({ defaultValue: '', description: 'Needed when the factor is present.' })
  @IsString()
  @MaxLength(FAR)
  reasons!: string;
}

@InputType({ description: 'A child whom a report concerns, and what it says about that child alone.' })
export class ReportedChildInput {
  @Field({ description: 'Given name, or what the child is called.' }) @IsString() @MaxLength(FAR) givenName!: string;
  @Field({ defaultValue: '' }) @IsString() @MaxLength(FAR) familyName!: string;
  @Field({ defaultValue: '', description: 'Personal or coordination number, ten or twelve digits; empty if unknown.' })
  @IsString()
  @MaxLength(FAR)
  number!: string;
  @Field({
    defaultValue: '',
    description: 'Why there is no number: unknown, new-born, not-registered, asylum-seeker, protected.',
  })
  @IsString()
  @MaxLength(100)
  noNumberReason!: string;
  @Field(() => Int, { nullable: true, description: 'Year of birth, estimated if need be; asked for without a number.' })
  @IsOptional()
  @IsInt()
  bornYear!: number | null;
  @Field({ description: 'What has happened.' }) @IsString() @MaxLength(FAR) content!: string;
  @Field({ defaultValue: '', description: 'Where the child is or lives; kept apart, since it may be protected.' })
  @IsString()
  @MaxLength(FAR)
  whereabouts!: string;
  @Field(() => [FactorAnswerInput], { defaultValue: [], description: 'Check:IRK, mostly from the police.' })
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => FactorAnswerInput)
  factors!: FactorAnswerInput[];
}

@InputType({ isAbstract: true })
abstract class ReportFormInput {
  @Field({ description: 'A random UUID made when the form was opened; the same form sent twice is one report.' })
  @IsString()
  @MaxLength(100)
  clientKey!: string;
  @Field(() => [ReportedChildInput])
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => ReportedChildInput)
  children!: ReportedChildInput[];
  @Field({ description: '`yes`, `no` or `unknown`: does the family know of the report?' })
  @IsString()
  @MaxLength(100)
  familyKnows!: string;
  @Field({ defaultValue: '' }) @IsString() @MaxLength(FAR) familyKnowsWhat!: string;
  @Field({ description: 'The reporter says that a child is in danger now.' }) @IsBoolean() immediateDanger!: boolean;
}

@InputType({ description: 'A report made by staff in the name of their own house (SoL 19:1).' })
export class SubmitReportInput extends ReportFormInput {
  @Field() @IsBoolean() wantsFeedback!: boolean;
}

@InputType({ description: 'A report that came by phone, letter or visit, written down by intake.' })
export class RegisterReportInput extends ReportFormInput {
  @Field({ description: '`phone`, `letter` or `visit`.' }) @IsString() @MaxLength(100) channel!: string;
  @Field({ description: 'Kind of reporter, e.g. school, private-person, anonymous.' })
  @IsString()
  @MaxLength(100)
  reporterKind!: string;
  @Field({ defaultValue: '' }) @IsString() @MaxLength(FAR) reporterName!: string;
  @Field({ defaultValue: '', description: 'Where a reporter who is bound to report works.' })
  @IsString()
  @MaxLength(FAR)
  reporterOrganisation!: string;
  @Field({ defaultValue: '', description: 'Phone or e-mail by which the reporter may be reached.' })
  @IsString()
  @MaxLength(FAR)
  reporterContact!: string;
  @Field({ description: '`wanted`, `declined` or `not-asked`.' }) @IsString() @MaxLength(100) feedbackWish!: string;
  @Field(() => [ID], {
    defaultValue: [],
    description: 'For each child in order, the registered person who was chosen; empty for nobody.',
  })
  @IsArray()
  @ArrayMaxSize(100)
  @Matches(/^$|^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, { each: true })
  personIds!: string[];
}
