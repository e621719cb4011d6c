import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, IsString, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { DrawingInput } from './drawing.model.js';

const WORDS = 10_000;
const WORD = 40;

@InputType({ isAbstract: true })
class OnceSaid {
  @Field(() => ID, { description: 'Made by the telephone: what is sent twice with it is said once.' })
  @IsUUID()
  key!: string;
}

@InputType({ isAbstract: true })
class VoiceSaid extends OnceSaid {
  @Field({ description: 'May be empty where something is drawn.' }) @IsString() @MaxLength(WORDS) text!: string;
  @Field(() => DrawingInput, { nullable: true, description: 'Of the picture of the future, or with what is proposed.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => DrawingInput)
  drawing?: DrawingInput | null;
}

@InputType()
export class TickFamilyPlanInput extends OnceSaid {
  @Field(() => ID) @IsUUID() entryId!: string;
}

@InputType()
export class CommentFamilyPlanInput extends VoiceSaid {
  @Field(() => ID) @IsUUID() entryId!: string;
}

@InputType()
export class ProposeInFamilyPlanInput extends VoiceSaid {
  @Field(() => ID) @IsUUID() groupId!: string;
}

@InputType()
export class AnswerFamilyPlanInput {
  @Field(() => ID) @IsUUID() answerId!: string;
  @Field({ description: '`yes` or `no`.' }) @IsString() @MaxLength(WORD) answer!: string;
  @Field({ defaultValue: '', description: 'What has to be otherwise, or what the reader wants to add.' })
  @IsString()
  @MaxLength(WORDS)
  words!: string;
}
