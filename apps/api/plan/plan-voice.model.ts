import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Drawing } from './drawing.model.js';

@ObjectType({ description: 'The young person or a guardian, as the reader may know them.' })
export class PlanFamilyMember {
  @Field({ description: '`subject`, or a guardian’s id for the house that leads.' }) key!: string;
  @Field({ description: '`subject` or `guardian`.' }) family!: string;
  @Field(() => String, { nullable: true, description: 'For the house that leads.' }) name!: string | null;
}

@ObjectType({ description: 'What somebody of the family has said in a plan.' })
export class PlanVoice {
  @Field(() => ID) id!: string;
  @Field({ description: '`done`, `comment` or `proposal`.' }) kind!: string;
  @Field(() => PlanFamilyMember) by!: PlanFamilyMember;
  @Field({ description: 'Empty where it is only said that something is done.' }) text!: string;
  @Field(() => Drawing, { nullable: true }) drawing!: Drawing | null;
  @Field() ground!: string;
  @Field() saidAt!: Date;
  @Field(() => String, { nullable: true, description: 'Of a proposal: `taken-up` or `declined`.' })
  answer!: string | null;
  @Field(() => String, { nullable: true }) answeredByName!: string | null;
  @Field(() => Date, { nullable: true }) answeredAt!: Date | null;
}
