import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsString, IsUUID, MaxLength } from 'class-validator';

const WORD = 40;

@ObjectType({ description: 'An assessment that has been ordered, by instrument and clock, and what it came to.' })
export class GroupAssessment {
  @Field(() => ID) id!: string;
  @Field({ description: 'savry, check-irk, ester … or other.' }) instrument!: string;
  @Field(() => ID) assessorId!: string;
  @Field() assessorName!: string;
  @Field() orderedByName!: string;
  @Field() orderedAt!: Date;
  @Field() dueAt!: Date;
  @Field(() => Date, { nullable: true }) doneAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'low, medium, high or no-level.' }) level!: string | null;
  @Field(() => String, { nullable: true, description: 'The day of the assessment, 2026-11-24.' }) assessedOn!:
    string | null;
  @Field(() => String, { nullable: true, description: 'The profile, where the reader may have it.' }) words!:
    string | null;
}

@ObjectType({ description: 'Someone who works on the case and can be asked to assess.' })
export class GroupAssessor {
  @Field(() => ID) staffId!: string;
  @Field() name!: string;
}

@ObjectType({ description: 'Assessments around a group’s young person, the newest first.' })
export class GroupAssessments {
  @Field(() => ID) groupId!: string;
  @Field(() => [GroupAssessment]) assessments!: GroupAssessment[];
  @Field(() => [GroupAssessor]) assessors!: GroupAssessor[];
}

@InputType()
export class OrderAssessmentInput {
  @Field(() => ID) @IsUUID() groupId!: string;
  @Field() @IsString() @MaxLength(WORD) instrument!: string;
  @Field(() => ID) @IsString() @MaxLength(WORD) assessorId!: string;
}

@InputType()
export class FinishAssessmentInput {
  @Field(() => ID) @IsUUID() id!: string;
  @Field({ description: 'low, medium, high or no-level.' }) @IsString() @MaxLength(WORD) level!: string;
  @Field({ description: '2026-11-24.' }) @IsString() @MaxLength(WORD) assessedOn!: string;
  @Field({ description: 'The profile in words; sealed.' }) @IsString() @MaxLength(10_000) words!: string;
}
