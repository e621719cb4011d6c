import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../graphql/connection.js';

@ObjectType({ description: 'A time limit: what is to be done, until when, and whose it is.' })
export class Deadline {
  @Field(() => ID) id!: string;
  @Field({ description: 'E.g. grade-red-assessment.' }) kind!: string;
  @Field(() => ID, { nullable: true }) caseId!: string | null;
  @Field(() => String, { nullable: true }) caseNumber!: string | null;
  @Field(() => String, { nullable: true, description: 'Of whom the case is about; null where one may not know.' })
  initials!: string | null;
  @Field(() => String, { nullable: true, description: 'The grade of the case: green, orange or red.' })
  grade!: string | null;
  @Field(() => ID, { nullable: true, description: 'What within the case, e.g. a question.' }) aboutId!: string | null;
  @Field({ description: 'The law or the source that it comes from.' }) source!: string;
  @Field() startsAt!: Date;
  @Field() dueAt!: Date;
  @Field({ description: '`open`, `met`, `missed` or `void`.' }) state!: string;
  @Field({ description: 'Met after its end.' }) metLate!: boolean;
  @Field(() => Date, { nullable: true }) settledAt!: Date | null;
  @Field(() => String, { nullable: true }) settledBy!: string | null;
  @Field(() => String, { nullable: true }) ownerUnit!: string | null;
  @Field(() => String, { nullable: true }) ownerStaff!: string | null;
  @Field({ description: 'Mine or my unit’s to meet; others’ are only followed.' }) mine!: boolean;
  @Field(() => ID, {
    nullable: true,
    description: 'The hub that asked, for a unit’s question; that decided, for what a meeting gave one to do.',
  })
  hubId!: string | null;
  @Field(() => ID, { nullable: true, description: 'The group whose meeting decided it.' }) groupId!: string | null;
  @Field({ description: 'A reporter says that the child is in danger now, and protection is still to be assessed.' })
  saysDanger!: boolean;
  @Field({ description: '`real` time, `duty` hours or `calendar` days.' }) clock!: string;
  @Field(() => Float, { nullable: true, description: 'Milliseconds of open time left, where only that counts.' })
  dutyLeft!: number | null;
}

@ObjectType()
export class DeadlineConnection extends connectionOf(Deadline, 'Deadline') {
  @Field(() => ID, { description: 'Screens watch `deadlines:<branchId>`.' }) branchId!: string;
  @Field(() => Int, { description: 'How many are late.' }) late!: number;
  @Field(() => Int, { description: 'How many are running, late ones too.' }) running!: number;
}
