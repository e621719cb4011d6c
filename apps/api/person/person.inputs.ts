import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, IsIn, IsInt, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { PROTECTIONS, type Protection } from '#domain/disclosure/vocabulary.js';

/** Longer than any field may be: what is too long is told at its field by the use case, what is absurd is stopped here. */
const ABSURD = 4000;

@InputType({ description: 'Words travel in the body of a POST, never in an address.' })
export class SearchPeopleInput {
  @Field({ description: 'A personal number in any usual way of writing, a name, or a telephone number.' })
  @IsString()
  @MaxLength(200)
  asked!: string;
}

@InputType({ isAbstract: true })
class IdentityInput {
  @Field() @IsString() @MaxLength(ABSURD) givenName!: string;
  @Field() @IsString() @MaxLength(ABSURD) familyName!: string;
  @Field({ defaultValue: '' }) @IsString() @MaxLength(ABSURD) number!: string;
  @Field({ defaultValue: '' }) @IsString() @MaxLength(ABSURD) noNumberReason!: string;
  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() bornYear: number | null = null;
  @Field({ defaultValue: '' }) @IsString() @MaxLength(ABSURD) phone!: string;
  @Field({ defaultValue: '' }) @IsString() @MaxLength(ABSURD) address!: string;
  @Field({ defaultValue: '' }) @IsString() @MaxLength(ABSURD) email!: string;
}

@InputType()
export class CreatePersonInput extends IdentityInput {
  @Field(() => String, { defaultValue: 'none' }) @IsIn(PROTECTIONS) protection!: Protection;
}

@InputType()
export class ChangeIdentityInput extends IdentityInput {
  @Field(() => ID) @IsUUID() id!: string;
  @Field(() => Int) @IsInt() version!: number;
  @Field(() => Int) @IsInt() identityVersion!: number;
}

@InputType()
export class RecordCustodyInput {
  @Field(() => ID) @IsUUID() childId!: string;
  @Field(() => ID) @IsUUID() guardianId!: string;
  @Field({ defaultValue: 'parent' }) @IsString() @MaxLength(40) kind!: string;
  @Field() @IsString() @MaxLength(40) source!: string;
  @Field({ description: 'The day of the extract, ruling or conversation, `YYYY-MM-DD`.' })
  @IsString()
  @MaxLength(10)
  sourceOn!: string;
  @Field() @IsString() @MaxLength(10) startsOn!: string;
  @Field({ defaultValue: '' }) @IsString() @MaxLength(10) endsOn!: string;
}

@InputType()
export class RemovePersonInput {
  @Field(() => ID) @IsUUID() id!: string;
  @Field(() => Int) @IsInt() version!: number;
  @Field({ description: '`by-mistake`, `never-needed` or `other-record`.' }) @IsString() @MaxLength(40) reason!: string;
}

@InputType()
export class EndCustodyInput {
  @Field(() => ID) @IsUUID() id!: string;
  @Field(() => Int) @IsInt() version!: number;
  @Field({ description: 'The first day without it, `YYYY-MM-DD`.' }) @IsString() @MaxLength(10) endsOn!: string;
}

@InputType()
export class RecordRelationInput {
  @Field(() => ID) @IsUUID() personId!: string;
  @Field(() => ID) @IsUUID() closeId!: string;
  @Field() @IsString() @MaxLength(40) kind!: string;
}

@InputType()
export class SetProtectionInput {
  @Field(() => ID) @IsUUID() id!: string;
  @Field(() => Int) @IsInt() version!: number;
  @Field() @IsString() @MaxLength(40) protection!: string;
  @Field() @IsString() @MaxLength(ABSURD) reasons!: string;
  @Field(() => [ID], { defaultValue: [], description: 'Who stays on the list when a name that many saw is withheld.' })
  @IsUUID(undefined, { each: true })
  @ArrayMaxSize(10)
  named!: string[];
}

@InputType()
export class NameStaffInput {
  @Field(() => ID) @IsUUID() id!: string;
  @Field(() => ID) @IsUUID() staffId!: string;
  @Field() @IsString() @MaxLength(ABSURD) reasons!: string;
}

@InputType()
export class UnnameStaffInput {
  @Field(() => ID) @IsUUID() id!: string;
  @Field(() => ID) @IsUUID() staffId!: string;
}

@InputType()
export class SettlePersonDecisionInput {
  @Field(() => ID) @IsUUID() id!: string;
  @Field() agree!: boolean;
}

@InputType()
export class AssessMaturityInput {
  @Field(() => ID) @IsUUID() id!: string;
  @Field(() => Int) @IsInt() version!: number;
  @Field() @IsString() @MaxLength(40) maturity!: string;
  @Field() @IsString() @MaxLength(ABSURD) reasons!: string;
}

@InputType()
export class MergePeopleInput {
  @Field(() => ID) @IsUUID() keptId!: string;
  @Field(() => ID) @IsUUID() foldedId!: string;
  @Field(() => Int) @IsInt() keptVersion!: number;
  @Field(() => Int) @IsInt() foldedVersion!: number;
  @Field(() => [String], { defaultValue: [], description: 'Fields for which the folded record’s value is to show.' })
  @IsString({ each: true })
  @ArrayMaxSize(10)
  takeFolded!: string[];
  @Field() @IsString() @MaxLength(ABSURD) reasons!: string;
}
