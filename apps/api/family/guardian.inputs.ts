import { Field, ID, InputType } from '@nestjs/graphql';
import { IsBoolean, IsDate, IsString, IsUUID, MaxLength } from 'class-validator';

@InputType({ description: 'An official’s assessment of telling one guardian about a child’s matter (OSL 12:3).' })
export class AssessGuardianInput {
  @Field(() => ID, { description: 'A case about the child.' })
  @IsUUID()
  caseId!: string;

  @Field(() => ID)
  @IsUUID()
  guardianId!: string;

  @Field()
  @IsBoolean()
  seriousHarm!: boolean;

  @Field()
  @IsString()
  @MaxLength(10_000)
  reasons!: string;

  @Field({ description: 'When it is looked at anew, half a year at most.' })
  @IsDate()
  until!: Date;
}

@InputType({ description: 'An assessment that is lifted before its end, and why.' })
export class LiftGuardianAssessmentInput {
  @Field(() => ID)
  @IsUUID()
  id!: string;

  @Field()
  @IsString()
  @MaxLength(10_000)
  reasons!: string;
}
