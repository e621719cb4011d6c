import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsBoolean, IsInt, IsOptional, IsString, IsUUID, MaxLength, Min } from 'class-validator';
import { GroupAbout } from '../group/group.model.js';
import { Named } from '../form/form.model.js';

const WORDS = 10_000;
const WORD = 40;

@ObjectType({ description: 'Social services of another municipality, in which somebody coordinates.' })
export class RelocationTarget {
  @Field(() => ID) branchId!: string;
  @Field() name!: string;
  @Field() municipality!: string;
}

@ObjectType({ description: 'Something that the own house has said and could send along.' })
export class RelocationThing {
  @Field(() => ID) itemId!: string;
  @Field() category!: string;
  @Field() text!: string;
  @Field() createdAt!: Date;
}

@ObjectType({ description: 'An offer of the work to another municipality, and how it went.' })
export class Relocation {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => Named, { nullable: true, description: 'The form of the work.' }) formName!: Named | null;
  @Field() fromName!: string;
  @Field() fromTown!: string;
  @Field() toName!: string;
  @Field() toTown!: string;
  @Field() byName!: string;
  @Field(() => String, { nullable: true, description: 'To ring.' }) byPhone!: string | null;
  @Field() ground!: string;
  @Field() offeredAt!: Date;
  @Field(() => Int, { description: 'How many things go along, with whom it is about among them.' }) things!: number;
  @Field(() => String, { nullable: true, description: 'accepted or declined.' }) answer!: string | null;
  @Field(() => String, { nullable: true, description: 'A closed word, where it was declined.' }) reason!: string | null;
  @Field(() => String, { nullable: true }) answeredName!: string | null;
  @Field(() => Date, { nullable: true }) answeredAt!: Date | null;
  @Field(() => Date, { nullable: true }) withdrawnAt!: Date | null;
}

@ObjectType({
  description: 'A group whose young person moves: to whom it can be offered, what could go along, and offers so far.',
})
export class RelocationOfGroup {
  @Field(() => ID) groupId!: string;
  @Field(() => Int) version!: number;
  @Field() standing!: string;
  @Field(() => GroupAbout) about!: GroupAbout;
  @Field(() => ID, { nullable: true }) caseId!: string | null;
  @Field(() => [RelocationTarget]) targets!: RelocationTarget[];
  @Field(() => [RelocationThing]) things!: RelocationThing[];
  @Field(() => Int, {
    description: 'How many more the house has said that stay here: about others as well, or without words.',
  })
  staying!: number;
  @Field(() => String, {
    nullable: true,
    description: 'adult or protected: why nothing about this person is offered from here; null where it can be.',
  })
  hindrance!: string | null;
  @Field(() => [Relocation]) offers!: Relocation[];
}

@ObjectType({ description: 'A thing that was told along.' })
export class RelocatedThing {
  @Field(() => ID) itemId!: string;
  @Field() category!: string;
  @Field() text!: string;
  @Field() ground!: string;
}

@ObjectType({ description: 'What another municipality offers, to whoever may take over.' })
export class IncomingRelocation {
  @Field(() => Relocation) relocation!: Relocation;
  @Field(() => String, { nullable: true, description: 'Null when it is no longer open.' }) name!: string | null;
  @Field(() => String, { nullable: true }) born!: string | null;
  @Field(() => [RelocatedThing]) told!: RelocatedThing[];
  @Field(() => ID, { nullable: true, description: 'The own case with which it goes on.' }) caseId!: string | null;
}

@InputType()
export class OfferRelocationInput {
  @Field(() => ID) @IsUUID() groupId!: string;
  @Field(() => Int) @IsInt() @Min(1) version!: number;
  @Field(() => ID) @IsString() @MaxLength(WORD) toBranchId!: string;
  @Field(() => [ID]) @IsArray() @ArrayMaxSize(100) @IsUUID(undefined, { each: true }) itemIds!: string[];
  @Field({ description: 'The criterion of the ground: the care of the child needs it.' })
  @IsBoolean()
  neededForCare!: boolean;
  @Field({ description: 'Why; sealed with the case.' }) @IsString() @MaxLength(WORDS) reasons!: string;
}

@InputType()
export class AnswerRelocationInput {
  @Field(() => ID) @IsUUID() id!: string;
  @Field(() => Int) @IsInt() @Min(1) version!: number;
  @Field({ description: 'accepted or declined.' }) @IsString() @MaxLength(WORD) answer!: string;
  @Field(() => String, { nullable: true, description: 'not-our-resident, no-such-work or ring-first.' })
  @IsOptional()
  @IsString()
  @MaxLength(WORD)
  reason?: string | null;
}

@InputType()
export class TakeBackRelocationInput {
  @Field(() => ID) @IsUUID() id!: string;
  @Field(() => Int) @IsInt() @Min(1) version!: number;
}
