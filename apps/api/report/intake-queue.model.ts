import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { IsIn, IsOptional } from 'class-validator';
import { GRADES, type Grade } from '#domain/report/grading.js';
import { connectionOf, PageArgs } from '../graphql/connection.js';

@ObjectType({ description: 'A house: an independent branch of an authority, by kind and name.' })
export class HouseShown {
  @Field({ description: 'Kind of party, e.g. police.' }) kind!: string;
  @Field() name!: string;
}

@ObjectType({
  description: 'A person as the gate shows them to this reader; without name when it is protected from them.',
})
export class PersonShown {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true }) name!: string | null;
  @Field(() => String, { nullable: true }) initials!: string | null;
  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD.' }) born!: string | null;
  @Field(() => String, { nullable: true }) protection!: string | null;
}

@ObjectType({ description: 'A deadline of a case.' })
export class CaseDeadline {
  @Field(() => ID) id!: string;
  @Field({ description: 'E.g. protection-assessment.' }) kind!: string;
  @Field() startsAt!: Date;
  @Field() dueAt!: Date;
  @Field({ description: '`open`, `met`, `missed` or `void`.' }) state!: string;
}

@ObjectType({ description: 'A case that intake has before it.' })
export class IntakeCase {
  @Field(() => ID) id!: string;
  @Field() number!: string;
  @Field() state!: string;
  @Field(() => String, { nullable: true }) grade!: string | null;
  @Field(() => Int) version!: number;
  @Field(() => PersonShown) person!: PersonShown;
  @Field() receivedAt!: Date;
  @Field({ description: '`form`, `phone`, `letter` or `visit`.' }) channel!: string;
  @Field() reporterKind!: string;
  @Field(() => HouseShown, { nullable: true }) reporterHouse!: HouseShown | null;
  @Field({ description: 'A reporter says that the child is in danger now.' }) saysDanger!: boolean;
  @Field(() => Int) reportCount!: number;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Null while an assessment of the need of protection is to be made.',
  })
  needsProtection!: boolean | null;
  @Field(() => Int, { description: 'Other open cases of the same child in this house.' }) otherOpenCases!: number;
  @Field(() => [CaseDeadline]) deadlines!: readonly CaseDeadline[];
  @Field(() => Date, { nullable: true }) dueAt!: Date | null;
}

@ObjectType()
export class IntakeQueueConnection extends connectionOf(IntakeCase, 'IntakeQueue') {
  @Field(() => ID, { description: 'The house whose intake this is: screens watch `intake-queue:<branchId>`.' })
  branchId!: string;
  @Field(() => Int, { description: 'All that wait for a grade.' }) ungraded!: number;
  @Field(() => Int, { description: 'All that are graded and not yet decided.' }) graded!: number;
}

export const STAGES = ['all', 'ungraded', 'graded'] as const;
export type Stage = (typeof STAGES)[number];

@ArgsType()
export class IntakeQueueArgs extends PageArgs {
  @Field(() => String, { defaultValue: 'all', description: '`all`, `ungraded` or `graded`.' })
  @IsIn(STAGES)
  stage: Stage = 'all';
  @Field(() => String, { nullable: true, description: '`green`, `orange` or `red`.' })
  @IsOptional()
  @IsIn(GRADES)
  grade?: Grade | null;
}
