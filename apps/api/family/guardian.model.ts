import { Field, ID, ObjectType } from '@nestjs/graphql';
import { PersonShown } from '../report/intake-queue.model.js';
import { AssessorShown } from '../share/share.model.js';

@ObjectType({ description: 'An assessment of telling one guardian about a child’s matter (OSL 12:3).' })
export class GuardianAssessmentShown {
  @Field(() => ID) id!: string;
  @Field({ description: 'Telling them would harm the child seriously.' }) seriousHarm!: boolean;
  @Field() decidedAt!: Date;
  @Field() decidedByName!: string;
  @Field({ description: 'The first instant at which it holds no longer.' }) until!: Date;
  @Field(() => String, { nullable: true }) reasons!: string | null;
  @Field(() => Date, { nullable: true, description: 'Lifted before its end.' }) liftedAt!: Date | null;
  @Field(() => String, { nullable: true }) liftedByName!: string | null;
  @Field(() => String, { nullable: true }) liftReasons!: string | null;
}

@ObjectType({ description: 'A guardian of a case’s child, and whether they may be told.' })
export class GuardianOfCase {
  @Field(() => PersonShown) person!: PersonShown;
  @Field({ description: 'An assessment that holds keeps them out: they neither sign nor are told.' })
  isKeptOut!: boolean;
  @Field(() => [GuardianAssessmentShown], { description: 'Of the reader’s house and cases, the newest first.' })
  assessments!: readonly GuardianAssessmentShown[];
}

@ObjectType({ description: 'The guardians of a case’s child, and who may assess whether they are told.' })
export class GuardiansOfCase {
  @Field(() => [GuardianOfCase]) guardians!: readonly GuardianOfCase[];
  @Field() mayAssess!: boolean;
  @Field(() => [AssessorShown]) assessors!: readonly AssessorShown[];
}
