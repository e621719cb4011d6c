import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsInt, IsOptional, IsString, IsUUID, MaxLength, Min } from 'class-validator';
import { FormParty, FormTime, Named } from '../form/form.model.js';

const WORDS = 10_000;
const WORD = 40;

@ObjectType({ description: 'Somebody with a seat, and whether the other form’s ground reaches them.' })
export class TurnSeat {
  @Field(() => ID) staffId!: string;
  @Field() name!: string;
  @Field() unitName!: string;
  @Field() branchName!: string;
  @Field() houseKind!: string;
  @Field() mandate!: string;
  @Field() follows!: boolean;
  @Field({ description: 'internal, with-consent or assessed when they go along; why not when they stay.' })
  terms!: string;
  @Field(() => String, { nullable: true, description: 'The paragraph that a refusal rests on.' }) source!:
    string | null;
}

@ObjectType({ description: 'Something told already to a house that goes along, which may be told for longer now.' })
export class ToldLonger {
  @Field(() => ID) shareId!: string;
  @Field() category!: string;
  @Field() houseName!: string;
  @Field(() => String, { nullable: true }) byName!: string | null;
  @Field() madeAt!: Date;
  @Field({ description: 'Until when it runs now.' }) until!: Date;
  @Field() longerUntil!: Date;
  @Field({ description: 'False: it lasts longer only where somebody chooses so.' }) byItself!: boolean;
}

@ObjectType({ description: 'What a group would become now, before it does.' })
export class GroupTurn {
  @Field(() => ID) groupId!: string;
  @Field(() => Int) version!: number;
  @Field() kind!: string;
  @Field(() => Named) formName!: Named;
  @Field() groundSource!: string;
  @Field(() => ID, { nullable: true }) caseId!: string | null;
  @Field(() => ID, { nullable: true, description: 'The consent in force that the other form would stand on.' })
  consentId!: string | null;
  @Field(() => [String], { description: 'What the other form asks for and has not; empty when it can be done.' })
  lacks!: string[];
  @Field(() => [FormParty], { description: 'Parties that the other form asks for and nobody stands for.' })
  missing!: FormParty[];
  @Field(() => [TurnSeat]) seats!: TurnSeat[];
  @Field(() => Int, { description: 'People in nobody’s house who go along.' }) guests!: number;
  @Field(() => [ToldLonger], { description: 'What has been told those who go along and may be read for longer.' })
  told!: ToldLonger[];
  @Field(() => [Named], { description: 'Steps of the other form that are still to be taken.' }) passed!: Named[];
  @Field({ description: 'Whom it is about is outside the other form’s ages; why goes with it.' }) asksAges!: boolean;
  @Field(() => FormTime, { nullable: true, description: 'How often the hub goes on looking.' })
  monitoring!: FormTime | null;
}

@InputType()
export class TurnGroupInput {
  @Field(() => ID) @IsUUID() groupId!: string;
  @Field(() => Int) @IsInt() @Min(1) version!: number;
  @Field({ description: 'The kind of form that it becomes.' }) @IsString() @MaxLength(WORD) into!: string;
  @Field({ description: 'Why; sealed with the case.' }) @IsString() @MaxLength(WORDS) words!: string;
  @Field(() => String, { nullable: true, description: 'A closed word: why somebody outside the form’s ages is in it.' })
  @IsOptional()
  @IsString()
  @MaxLength(WORD)
  outsideAges?: string | null;
  @Field(() => [ID], { defaultValue: [], description: 'Shares that would not last longer by themselves and shall.' })
  @IsArray()
  @ArrayMaxSize(500)
  @IsUUID(undefined, { each: true })
  longerShareIds!: string[];
}

@InputType()
export class LookAtGroupInput {
  @Field(() => ID) @IsUUID() groupId!: string;
  @Field(() => Int) @IsInt() @Min(1) version!: number;
  @Field({ description: 'goes-on, needs-meeting, needs-other-form or may-close.' })
  @IsString()
  @MaxLength(WORD)
  found!: string;
  @Field({ defaultValue: '' }) @IsString() @MaxLength(WORDS) words!: string;
}
