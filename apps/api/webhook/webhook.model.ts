import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsInt, IsString, MaxLength, Min } from 'class-validator';

@ObjectType({
  description: 'A call of a house’s own system: that something was told or could not be, and never about what.',
})
export class WebhookCall {
  @Field(() => ID) id!: string;
  @Field({ description: 'plan-changed, plan-version, meeting-changed or trial.' }) event!: string;
  @Field({ description: 'waiting, sent or given-up.' }) state!: string;
  @Field(() => Int) tries!: number;
  @Field(() => String, {
    nullable: true,
    description:
      'Why it did not arrive the last time: unreachable, too-slow, not-allowed, not-secure, not-found, refused, moved, failed or secret-lost.',
  })
  fault!: string | null;
  @Field() madeAt!: Date;
  @Field(() => Date, { nullable: true }) settledAt!: Date | null;
  @Field(() => Date, { nullable: true, description: 'When it is tried next; null when it is over.' })
  nextTryAt!: Date | null;
}

@ObjectType({ description: 'Where a house’s own system is called, and of what.' })
export class Webhook {
  @Field(() => String, {
    nullable: true,
    description: 'Null when it can no longer be read, and has to be written anew.',
  })
  address!: string | null;
  @Field(() => [String]) events!: string[];
  @Field() on!: boolean;
  @Field({ description: 'When its secret was made.' }) secretAt!: Date;
  @Field(() => Date, { nullable: true, description: 'Until then the secret before it signs too.' })
  oldSecretUntil!: Date | null;
  @Field(() => Int) version!: number;
  @Field(() => [WebhookCall], { description: 'The latest first.' }) calls!: WebhookCall[];
}

@ObjectType({ description: 'A house’s own system, as it has been set.' })
export class WebhookPage {
  @Field() houseName!: string;
  @Field(() => [String], { description: 'What can be chosen.' }) events!: string[];
  @Field(() => Webhook, { nullable: true }) webhook!: Webhook | null;
}

@ObjectType({ description: 'What came of saving it.' })
export class WebhookSaved {
  @Field(() => String, { nullable: true, description: 'When it was made now; it is never shown again.' })
  secret!: string | null;
}

@InputType()
export class SaveWebhookInput {
  @Field({ description: 'https, without a name and a password in it.' }) @IsString() @MaxLength(3_000) address!: string;
  @Field(() => [String])
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  @ArrayMaxSize(20)
  events!: string[];
  @Field(() => Int, { description: '0 when there is none yet.' }) @IsInt() @Min(0) version!: number;
}
