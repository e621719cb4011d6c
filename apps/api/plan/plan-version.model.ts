import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { HubPerson } from '../hub/hub.model.js';
import { Drawing } from './drawing.model.js';

@ObjectType({ description: 'Whose yes a version takes: a house, or somebody of the family.' })
export class PlanAnswer {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true }) house!: string | null;
  @Field(() => String, { nullable: true, description: 'subject or guardian.' }) family!: string | null;
  @Field(() => HubPerson, { nullable: true, description: 'Who it is, for the house that leads.' })
  person!: HubPerson | null;
  @Field(() => String, { nullable: true, description: 'yes or no; null until they have answered.' })
  answer!: string | null;
  @Field(() => String, { nullable: true, description: 'meeting, phone or writing.' }) how!: string | null;
  @Field(() => String, { nullable: true, description: 'What they added, where the reader may have it.' })
  words!: string | null;
  @Field(() => String, { nullable: true }) answeredByName!: string | null;
  @Field(() => Date, { nullable: true }) answeredAt!: Date | null;
  @Field({ description: 'The reader may say it, or write it down.' }) mayAnswer!: boolean;
}

@ObjectType({ description: 'A plan as it was put forward.' })
export class PlanVersion {
  @Field(() => Int) number!: number;
  @Field({ description: 'put-forward, adopted, houses-agreed, not-adopted or replaced.' }) state!: string;
  @Field() putByName!: string;
  @Field() putAt!: Date;
  @Field(() => [PlanAnswer]) answers!: PlanAnswer[];
}

@ObjectType({ description: 'The versions of a group’s plan, the newest first.' })
export class PlanVersions {
  @Field(() => ID) groupId!: string;
  @Field() caseNumber!: string;
  @Field() mayPutForward!: boolean;
  @Field(() => [PlanVersion]) versions!: PlanVersion[];
  @Field(() => [Date], {
    description: 'When something that the reader was told of was taken out of the plan, the last first; never what.',
  })
  takenOut!: Date[];
}

@ObjectType({ description: 'One thing as it stood in a version.' })
export class PlanVersionLine {
  @Field() text!: string;
  @Field(() => Drawing, { nullable: true }) drawing!: Drawing | null;
  @Field() state!: string;
  @Field(() => String, { nullable: true }) ownerName!: string | null;
  @Field(() => String, { nullable: true, description: '2026-12-08' }) startsOn!: string | null;
  @Field(() => String, { nullable: true, description: '2026-12-08' }) followUpOn!: string | null;
}

@ObjectType({ description: 'What is otherwise in the later of two versions.' })
export class PlanDifference {
  @Field(() => ID) entryId!: string;
  @Field() kind!: string;
  @Field({ description: 'added, taken-away or changed.' }) what!: string;
  @Field(() => [String], { description: 'words, state, owner, startsOn, followUpOn.' }) changed!: string[];
  @Field(() => PlanVersionLine, { nullable: true }) before!: PlanVersionLine | null;
  @Field(() => PlanVersionLine, { nullable: true }) after!: PlanVersionLine | null;
}
