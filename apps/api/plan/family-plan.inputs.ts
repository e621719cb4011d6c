import { Field, ID, InputType } from '@nestjs/graphql';
import { IsString, IsUUID, MaxLength } from 'class-validator';

const WORDS = 10_000;
const WORD = 40;

@InputType({ isAbstract: true })
class OnceSaid {
  @Field(() => ID, { description: 'Made by the telephone: what is sent twice with it is said once.' })
  @IsUUID()
  key!: string;
}

@InputType()
export class TickFamilyPlanInput extends OnceSaid {
  @Field(() => ID) @IsUUID() entryId!: string;
}

@InputType()
export class CommentFamilyPlanInput extends OnceSaid {
  @Field(() => ID) @IsUUID() entryId!: string;
  @Field() @IsString() @MaxLength(WORDS) text!: string;
}

@InputType()
export class ProposeInFamilyPlanInput extends OnceSaid {
  @Field(() => ID) @IsUUID() groupId!: string;
  @Field() @IsString() @MaxLength(WORDS) text!: string;
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
