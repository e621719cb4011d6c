import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';

@ObjectType({ description: 'A time every week at which a house’s hub stands ready.' })
export class StandingHubSlot {
  @Field(() => ID) id!: string;
  @Field(() => ID) branchId!: string;
  @Field(() => Int, { description: '1 Monday … 7 Sunday.' }) weekday!: number;
  @Field({ description: 'On the clock in Sweden, 13:00.' }) startsLocal!: string;
  @Field(() => Int) minutes!: number;
  @Field(() => String, { nullable: true }) videoUrl!: string | null;
  @Field(() => Int) version!: number;
}

@InputType()
export class AddHubSlotsInput {
  @Field(() => String) @IsString() @MaxLength(36) branchId!: string;
  @Field(() => [Int]) @IsArray() @ArrayMaxSize(7) @IsInt({ each: true }) weekdays!: number[];
  @Field() @IsString() @MaxLength(20) startsLocal!: string;
  @Field(() => Int) @IsInt() minutes!: number;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(2_000) videoUrl: string | null = null;
}

@ObjectType({ description: 'A party to an agreement, and what it brings.' })
export class AgreementParty {
  @Field(() => ID) branchId!: string;
  @Field() branchName!: string;
  @Field() authorityName!: string;
  @Field() resources!: string;
}

@ObjectType({ description: 'A party’s name under an agreement.' })
export class AgreementSignature {
  @Field(() => ID) branchId!: string;
  @Field() name!: string;
  @Field() title!: string;
  @Field({ description: '2026-01-15.' }) signedOn!: string;
}

@ObjectType({
  description: 'A group that stands still without an agreement: its form and who leads it, never whom it is about.',
})
export class AgreementStop {
  @Field(() => ID) groupId!: string;
  @Field() kind!: string;
  @Field() standing!: string;
  @Field() house!: string;
  @Field() coordinator!: string;
  @Field(() => [Date], {
    description: 'Its meetings from the day after the last one; none where a time may show where somebody is.',
  })
  meetings!: Date[];
  @Field(() => Int) meetingCount!: number;
}

@ObjectType({ description: 'How many groups of a house stand still without an agreement.' })
export class AgreementStopCount {
  @Field() house!: string;
  @Field(() => Int) groups!: number;
}

@ObjectType({ description: 'An agreement on joint work.' })
export class Agreement {
  @Field(() => ID) id!: string;
  @Field({ description: 'The form of joint work, e.g. mash.' }) form!: string;
  @Field({ description: 'Its first day, 2026-01-01.' }) startsOn!: string;
  @Field({ description: 'Its last day.' }) endsOn!: string;
  @Field() signedBy!: string;
  @Field({ description: 'not-begun, in-force, lapses-soon or lapsed.' }) state!: string;
  @Field(() => Int, { description: 'Days to its last one; below zero once it has lapsed.' }) daysLeft!: number;
  @Field(() => [AgreementParty]) parties!: AgreementParty[];
  @Field(() => Int) version!: number;
  @Field({ description: 'What it says.' }) text!: string;
  @Field(() => [AgreementSignature]) signatures!: AgreementSignature[];
  @Field(() => [ID], { description: 'Parties whose name is missing; while there is one it binds nobody.' })
  unsigned!: string[];
  @Field(() => ID, { nullable: true, description: 'The next year’s.' }) renewedBy!: string | null;
  @Field(() => [AgreementStop], {
    description: 'Groups of my own house that stand still without it, and which of their meetings.',
  })
  stops!: AgreementStop[];
  @Field(() => [AgreementStopCount], { description: 'How many each house has, for an administrator.' })
  stopCounts!: AgreementStopCount[];
}

@InputType()
export class SignAgreementInput {
  @Field(() => ID) @IsString() @MaxLength(36) agreementId!: string;
  @Field(() => ID) @IsString() @MaxLength(36) branchId!: string;
  @Field() @IsString() @MaxLength(1_000) name!: string;
  @Field() @IsString() @MaxLength(1_000) title!: string;
  @Field() @IsString() @MaxLength(30) signedOn!: string;
}

@InputType()
export class AgreementPartyInput {
  @Field(() => String) @IsString() @MaxLength(36) branchId!: string;
  @Field() @IsString() @MaxLength(5_000) resources!: string;
}

@InputType({ description: 'What an agreement says.' })
export class AgreementTermsInput {
  @Field() @IsString() @MaxLength(30) startsOn!: string;
  @Field() @IsString() @MaxLength(30) endsOn!: string;
  @Field() @IsString() @MaxLength(2_000) signedBy!: string;
  @Field(() => [AgreementPartyInput])
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => AgreementPartyInput)
  parties!: AgreementPartyInput[];
}
