import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsIn, IsUUID } from 'class-validator';
import { REMINDED_KINDS, type RemindedKind, type SilenceKind } from '#domain/silence/silence.js';

@ObjectType({ description: 'Somebody who has been asked and has said nothing yet.' })
export class Silence {
  @Field(() => String, { description: '`hub-question`, `inquiry`, `invitation` or `consent`.' }) kind!: SilenceKind;
  @Field(() => ID, { description: 'The question, inquiry, invitation or consent.' }) aboutId!: string;
  @Field(() => String, { nullable: true, description: 'A unit or somebody of the staff; null for signers.' })
  who!: string | null;
  @Field(() => ID, { nullable: true }) signerId!: string | null;
  @Field(() => String, { nullable: true }) signerInitials!: string | null;
  @Field(() => String, { nullable: true, description: '`subject` or `guardian`.' }) standsAs!:
    'subject' | 'guardian' | null;
  @Field() askedAt!: Date;
  @Field(() => Date, { nullable: true }) dueAt!: Date | null;
  @Field(() => Date, { nullable: true, description: 'Of a signer: when they were last sent their way in.' })
  remindedAt!: Date | null;
  @Field(() => Date, { nullable: true, description: 'Null: they may be reminded now.' }) remindAgainFrom!: Date | null;
  @Field(() => ID, { nullable: true }) hubId!: string | null;
  @Field(() => ID, { nullable: true, description: 'The group without persons whose meeting it is, which has no case.' })
  areaGroupId!: string | null;
  @Field(() => ID, { nullable: true }) caseId!: string | null;
  @Field(() => String, { nullable: true }) caseNumber!: string | null;
  @Field(() => String, { nullable: true }) initials!: string | null;
}

@InputType()
export class RemindInput {
  @Field(() => String, { description: '`hub-question`, `inquiry` or `invitation`.' })
  @IsIn(REMINDED_KINDS)
  kind!: RemindedKind;
  @Field(() => ID, { description: 'The question, inquiry or invitation.' }) @IsUUID() id!: string;
}

@ObjectType()
export class RemindReceipt {
  @Field(() => Int, { description: 'How many were told; none when they were told a moment ago.' }) told!: number;
}
