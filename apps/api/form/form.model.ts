import { Field, Float, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { HOUSE_KINDS, PERSON_KINDS } from '#domain/disclosure/vocabulary.js';
import {
  FORM_DOCUMENTS,
  REQUIREMENTS,
  type FormDocument as FormDocumentWord,
  type Requirement,
} from '#domain/form/form.js';

const NAME = 300;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

@ObjectType({ description: 'The same words in Swedish and English.' })
export class Named {
  @Field() sv!: string;
  @Field() en!: string;
}

@ObjectType()
export class FormSpan {
  @Field(() => Int) from!: number;
  @Field(() => Int) to!: number;
}

@ObjectType({ description: 'A length of time, as a rule of a form has it.' })
export class FormTime {
  @Field({ description: 'hours, days, workdays, weeks, months or years.' }) unit!: string;
  @Field(() => Float) count!: number;
}

@ObjectType()
export class FormSlot {
  @Field(() => Int, { description: '1 is Monday.' }) weekday!: number;
  @Field(() => String, { nullable: true }) startsLocal!: string | null;
  @Field(() => Int) everyWeeks!: number;
  @Field(() => String, { nullable: true, description: 'The day from which its weeks are counted, YYYY-MM-DD.' })
  firstOn!: string | null;
}

@ObjectType({ description: 'How often a group meets, and the longest that may pass.' })
export class FormCadence {
  @Field(() => FormTime) every!: FormTime;
  @Field(() => FormTime) limit!: FormTime;
  @Field(() => FormSlot, { nullable: true }) slot!: FormSlot | null;
}

@ObjectType()
export class FormAgendaPart {
  @Field(() => Named) point!: Named;
  @Field(() => Int) minutes!: number;
  @Field({ description: 'professionals or everyone.' }) with!: string;
}

@ObjectType()
export class FormMeeting {
  @Field() meeting!: string;
  @Field(() => Named) name!: Named;
  @Field() online!: boolean;
  @Field(() => [FormAgendaPart]) agenda!: FormAgendaPart[];
}

@ObjectType({ description: 'Something that has to hold before a step is taken, confirmed by itself.' })
export class FormCondition {
  @Field() condition!: string;
  @Field(() => Named) name!: Named;
}

@ObjectType()
export class FormStep {
  @Field() step!: string;
  @Field(() => Named) name!: Named;
  @Field({ description: 'nominate, decide, assess, consent, form, plan, meet, review, close or follow-up.' })
  does!: string;
  @Field(() => [String], {
    description:
      'reasons, agreement, ground, parties, contact, assessment, preparatory-group, conditions, signed or threat-level.',
  })
  requires!: string[];
  @Field(() => [FormCondition]) confirms!: FormCondition[];
  @Field(() => [String], { description: 'Kinds of party whose signatures it asks for.' }) signers!: string[];
  @Field({ description: 'Never passed over, left out or optional.' }) binding!: boolean;
  @Field(() => FormTime, { nullable: true }) within!: FormTime | null;
  @Field({ description: 'The time is counted from the report, by the municipality’s own time limits.' })
  fromReport!: boolean;
  @Field(() => Named, { nullable: true, description: 'What it leaves behind.' }) document!: Named | null;
  @Field(() => String, { nullable: true, description: 'The same as the word of the document.' }) leaves!: string | null;
  @Field() optional!: boolean;
  @Field() repeats!: boolean;
}

@ObjectType({ description: 'A paper that the form has.' })
export class FormDocument {
  @Field({
    description: 'consent, minutes, agreement, assessment, mapping, plan, contract, conditions, picture or statistics.',
  })
  document!: string;
  @Field(() => Named) name!: Named;
}

@ObjectType({ description: 'A party that has to be there: any of its kinds will do.' })
export class FormParty {
  @Field(() => [String]) kinds!: string[];
}

@ObjectType({ description: 'A way of working together, as the municipality runs it.' })
export class CollaborationForm {
  @Field() kind!: string;
  @Field(() => Named) name!: Named;
  @Field(() => Named) about!: Named;
  @Field({ description: 'The word under which consents and agreements know it.' }) form!: string;
  @Field({ description: 'persons, or none.' }) level!: string;
  @Field({ description: 'Leads the work of others: has a name and meetings, and no weeks of a place.' })
  board!: boolean;
  @Field(() => FormSpan, { nullable: true }) ages!: FormSpan | null;
  @Field({ description: 'consent, internal, duty, assessment or no-person-data.' }) groundKind!: string;
  @Field() groundSource!: string;
  @Field() phase!: string;
  @Field({ description: 'Runs only under an agreement in force.' }) agreement!: boolean;
  @Field(() => [FormParty]) must!: FormParty[];
  @Field(() => [String]) may!: string[];
  @Field(() => FormSpan, { nullable: true }) size!: FormSpan | null;
  @Field(() => Int, { nullable: true, description: 'How many groups there is room for at once.' }) capacity!:
    number | null;
  @Field(() => FormCadence, { nullable: true }) cadence!: FormCadence | null;
  @Field(() => FormSpan, { nullable: true }) months!: FormSpan | null;
  @Field(() => [FormMeeting]) meetings!: FormMeeting[];
  @Field(() => [FormStep]) steps!: FormStep[];
  @Field(() => [FormDocument]) documents!: FormDocument[];
  @Field() source!: string;
}

@ObjectType({ description: 'A form, who adjusted it, and whether an agreement lets it run.' })
export class KeptForm {
  @Field(() => CollaborationForm) form!: CollaborationForm;
  @Field(() => CollaborationForm, { description: 'As it is before anyone adjusts it.' }) plain!: CollaborationForm;
  @Field({ description: 'nobody, town-file or administrator.' }) adjustedBy!: string;
  @Field(() => Int, { description: 'Of the administrator’s setting; 0 when there is none.' }) version!: number;
  @Field({ description: 'runs, not-needed, no-agreement, not-signed, not-in-force.' }) mayRun!: string;
  @Field(() => [FormStep], { description: 'Steps of the form that the municipality leaves out.' }) leftOut!: FormStep[];
  @Field(() => Date, { nullable: true, description: 'When an administrator last adjusted it.' })
  changedAt!: Date | null;
  @Field(() => String, { nullable: true }) changedByName!: string | null;
}

@InputType()
export class FormPartyInput {
  @Field(() => [String]) @IsArray() @ArrayMaxSize(20) @IsIn(HOUSE_KINDS, { each: true }) kinds!: string[];
}

@InputType({ description: 'A length of time: 1 to 1000 of its unit.' })
export class FormTimeInput {
  @Field({ description: 'hours, days, workdays, weeks, months or years.' })
  @IsIn(['hours', 'days', 'workdays', 'weeks', 'months', 'years'])
  unit!: string;
  @Field(() => Int) @IsInt() @Min(1) @Max(1_000) count!: number;
}

@InputType()
export class FormAgendaPartInput {
  @Field() @IsString() @Matches(/\S/) @MaxLength(NAME) pointSv!: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(NAME) pointEn?: string | null;
  @Field(() => Int) @IsInt() @Min(1) @Max(480) minutes!: number;
  @Field(() => String) @IsIn(['professionals', 'everyone']) with!: 'professionals' | 'everyone';
}

@InputType()
export class FormMeetingInput {
  @Field({ description: 'Its word; a new kind has one of its own.' }) @Matches(SLUG) @MaxLength(40) meeting!: string;
  @Field() @IsString() @Matches(/\S/) @MaxLength(NAME) nameSv!: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(NAME) nameEn?: string | null;
  @Field() @IsBoolean() online!: boolean;
  @Field(() => [FormAgendaPartInput])
  @IsArray()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => FormAgendaPartInput)
  agenda!: FormAgendaPartInput[];
}

@InputType({ description: 'A step as the municipality takes it.' })
export class FormStepInput {
  @Field() @Matches(SLUG) @MaxLength(40) step!: string;
  @Field() @IsString() @Matches(/\S/) @MaxLength(NAME) nameSv!: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(NAME) nameEn?: string | null;
  @Field(() => [String]) @IsArray() @ArrayMaxSize(10) @IsIn(REQUIREMENTS, { each: true }) requires!: Requirement[];
  @Field(() => FormTimeInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => FormTimeInput)
  within?: FormTimeInput | null;
  @Field(() => String, { nullable: true }) @IsOptional() @IsIn(FORM_DOCUMENTS) document?: FormDocumentWord | null;
  @Field() @IsBoolean() optional!: boolean;
}

@InputType()
export class FormDocumentInput {
  @Field(() => String) @IsIn(FORM_DOCUMENTS) document!: FormDocumentWord;
  @Field() @IsString() @Matches(/\S/) @MaxLength(NAME) nameSv!: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(NAME) nameEn?: string | null;
}

@InputType({ description: 'What the municipality sets otherwise; what is absent is as the form has it.' })
export class AdjustFormInput {
  @Field() @IsString() @MaxLength(40) kind!: string;
  @Field(() => Int, { defaultValue: 0 }) @IsInt() @Min(0) version!: number;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(120) nameSv?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(120) nameEn?: string | null;
  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() @Min(0) @Max(120) agesFrom?: number | null;
  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() @Min(0) @Max(120) agesTo?: number | null;
  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() @Min(1) @Max(1_000) room?: number | null;
  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() @Min(1) @Max(240) monthsFrom?: number | null;
  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() @Min(1) @Max(240) monthsTo?: number | null;
  @Field(() => FormTimeInput, { nullable: true, description: 'How often it meets; a slot says it by itself.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => FormTimeInput)
  every?: FormTimeInput | null;
  @Field(() => FormTimeInput, { nullable: true, description: 'The longest that may pass between two meetings.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => FormTimeInput)
  limit?: FormTimeInput | null;
  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() @Min(1) @Max(7) slotWeekday?: number | null;
  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() @Min(1) @Max(52) slotEveryWeeks?: number | null;
  @Field(() => String, { nullable: true })
  @IsOptional()
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/)
  slotStarts?: string | null;
  @Field(() => String, { nullable: true, description: 'The day from which its weeks are counted.' })
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  slotFirstOn?: string | null;

  @Field(() => [FormPartyInput], { nullable: true })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(12)
  @ValidateNested({ each: true })
  @Type(() => FormPartyInput)
  must?: FormPartyInput[] | null;

  @Field(() => [String], { nullable: true })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsIn([...HOUSE_KINDS, ...PERSON_KINDS], { each: true })
  may?: string[] | null;

  @Field(() => [String], { nullable: true })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  without?: string[] | null;

  @Field(() => [FormMeetingInput], { nullable: true, description: 'All kinds of meeting, the group’s own first.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(12)
  @ValidateNested({ each: true })
  @Type(() => FormMeetingInput)
  meetings?: FormMeetingInput[] | null;

  @Field(() => [FormStepInput], { nullable: true, description: 'In the form’s own order.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  @Type(() => FormStepInput)
  steps?: FormStepInput[] | null;

  @Field(() => [FormDocumentInput], { nullable: true })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => FormDocumentInput)
  documents?: FormDocumentInput[] | null;
}
