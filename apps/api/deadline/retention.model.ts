import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsString, IsUUID, MaxLength } from 'class-validator';

@ObjectType({ description: 'The time for which a case is kept, as it runs now.' })
export class RunningRetention {
  @Field(() => ID) id!: string;
  @Field({ description: '`retention` from the last note, `retention-child-protection` from birth.' }) kind!: string;
  @Field() startsAt!: Date;
  @Field() dueAt!: Date;
  @Field({ description: 'It draws to its end: a manager can decide.' }) isReminded!: boolean;
}

@ObjectType({ description: 'What a manager decided: that the case is disposed of, or kept until a day.' })
export class RetentionDecision {
  @Field(() => ID) id!: string;
  @Field({ description: '`keep` or `dispose`.' }) outcome!: string;
  @Field({ description: '`placed-child`, `research`, `pending-review`, `newer-note` or `time-is-up`.' })
  ground!: string;
  @Field(() => String, { nullable: true, description: 'Its last day.' }) keepUntil!: string | null;
  @Field() byName!: string;
  @Field() at!: Date;
  @Field(() => Date, { nullable: true, description: 'When what was written was removed.' }) disposedAt!: Date | null;
}

@ObjectType()
export class CaseRetention {
  @Field(() => RunningRetention, { nullable: true }) running!: RunningRetention | null;
  @Field(() => [RetentionDecision], { description: 'Newest first.' }) decisions!: RetentionDecision[];
}

@InputType()
export class DecideRetentionInput {
  @Field(() => ID) @IsUUID() caseId!: string;
  @Field(() => ID, { description: 'The time that is decided on.' }) @IsUUID() deadlineId!: string;
  @Field({ description: '`keep` or `dispose`.' }) @IsString() @MaxLength(40) outcome!: string;
  @Field({ description: 'Why it is kept; empty where it is disposed of.' }) @IsString() @MaxLength(40) ground!: string;
  @Field({ description: 'Its last day, such as 2036-05-01; empty where it is disposed of.' })
  @IsString()
  @MaxLength(10)
  keepUntil!: string;
}

@ObjectType()
export class RetentionOutcome {
  @Field(() => ID) caseId!: string;
}
