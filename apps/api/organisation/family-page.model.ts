import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'Whom families call, as the municipality has written it.' })
export class FamilyPageContact {
  @Field() name!: string;
  @Field({ description: '`social-services`, `emergency-service`, `coordinator` or `other`.' }) role!: string;
  @Field() phone!: string;
  @Field() hours!: string;
  @Field({ description: 'Answers at night.' }) night!: boolean;
}

@ObjectType({ description: 'What a municipality has settled about the page that families meet.' })
export class FamilyPage {
  @Field({ description: 'Families see who in the staff has read something, and not the house alone.' })
  namesStaff!: boolean;
  @Field(() => String, { nullable: true, description: 'Who asks, as families read it.' }) office!: string | null;
  @Field(() => Int, { description: 'Days that a link works.' }) linkDays!: number;
  @Field(() => [FamilyPageContact]) contacts!: readonly FamilyPageContact[];
}
