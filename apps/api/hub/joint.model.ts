import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsDate, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { AgendaPoint, HubMember, HubPerson, HubSlotChoice } from './hub.model.js';

@ObjectType({
  description: 'Whether a unit may be called to a joint meeting, how far a consent reaches it, or why not.',
})
export class Invitation {
  @Field(() => ID) unitId!: string;
  @Field() name!: string;
  @Field(() => ID) branchId!: string;
  @Field() branchName!: string;
  @Field({ description: 'Kind of party, e.g. police.' }) kind!: string;
  @Field() mayCall!: boolean;
  @Field({ description: 'internal or with-consent when it may; why not when it may not.' }) terms!: string;
  @Field(() => String, { nullable: true, description: 'The paragraph that a refusal rests on.' }) source!:
    string | null;
  @Field(() => [String], { description: 'Kinds of information that may be told to it.' }) told!: string[];
  @Field(() => [String], { description: 'Kinds of information that it may tell.' }) tells!: string[];
}

@ObjectType({ description: 'Everything that convening a joint meeting asks for, filled in.' })
export class JointProposal {
  @Field(() => ID) caseId!: string;
  @Field() caseNumber!: string;
  @Field({ description: 'preliminary, investigation, measures or follow-up.' }) phase!: string;
  @Field(() => HubPerson, { nullable: true }) person!: HubPerson | null;
  @Field(() => ID, { nullable: true, description: 'A meeting of this case that is already convened.' }) openHubId!:
    string | null;
  @Field(() => ID, { description: 'The reader’s own unit.' }) ownUnitId!: string;
  @Field({ description: 'What is told in it is told for this.' }) purpose!: string;
  @Field(() => HubSlotChoice) slot!: HubSlotChoice;
  @Field(() => String, { nullable: true }) videoUrl!: string | null;
  @Field(() => [Invitation]) invitations!: Invitation[];
  @Field(() => [HubMember], { description: 'Who can lead, the nearest first.' }) leaders!: HubMember[];
  @Field(() => [AgendaPoint]) agenda!: AgendaPoint[];
}

@InputType()
export class ConveneJointInput {
  @Field(() => ID) @IsUUID() caseId!: string;

  @Field(() => Date, { nullable: true, description: 'Absent: the proposed time.' })
  @IsOptional()
  @IsDate()
  startsAt?: Date | null;

  @Field(() => [ID]) @IsArray() @ArrayMaxSize(30) @IsUUID('all', { each: true }) unitIds!: string[];
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() leaderId?: string | null;

  @Field(() => String, { nullable: true, description: 'Of the town’s rooms; absent: online, or elsewhere.' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  room?: string | null;
}

@ObjectType({ description: 'A house at the table, and whether it gets what is about to be said.' })
export class HouseAtTable {
  @Field(() => ID) branchId!: string;
  @Field() kind!: string;
  @Field() name!: string;
  @Field() sees!: boolean;
  @Field({ description: '`release`, `refuse` or `refer`, if it were given now; what a house has already it keeps.' })
  outcome!: string;
  @Field({ description: 'Why, or why not: a ground, or `taken-back`, `other-points` or `not-said-to`.' })
  ground!: string;
}

@ObjectType({ description: 'Something that another house gave and that may be used no longer; never what it said.' })
export class Lapsed {
  @Field() category!: string;
  @Field() fromName!: string;
  @Field({ description: 'Kind of party, e.g. school.' }) fromKind!: string;
  @Field() givenAt!: Date;
  @Field(() => Date, { nullable: true }) endedAt!: Date | null;
}

@ObjectType({ description: 'What the reader’s house may no longer use in a case.' })
export class LapsedPage {
  @Field(() => ID) caseId!: string;
  @Field({ description: 'The case is the reader’s own house’s.' }) own!: boolean;
  @Field(() => [Lapsed]) lapsed!: Lapsed[];
}

@ObjectType({ description: 'A kind of information and who at the table gets it.' })
export class KindAtTable {
  @Field() category!: string;
  @Field(() => [HouseAtTable]) houses!: HouseAtTable[];
}
