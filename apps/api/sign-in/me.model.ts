import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A post that the signed-in person holds now and can act in.' })
export class Membership {
  @Field(() => ID) id!: string;
  @Field({ description: 'One of the seven roles.' }) role!: string;
  @Field() unitName!: string;
  @Field() branchName!: string;
  @Field() authorityName!: string;
  @Field() municipalityName!: string;
  @Field({ description: 'Kind of party, e.g. social-services.' }) kind!: string;
}

@ObjectType({ description: 'The signed-in person.' })
export class Me {
  @Field(() => ID) staffId!: string;
  @Field() name!: string;
  @Field(() => Membership, {
    nullable: true,
    description: 'The post that the person acts in now; null when none is in force.',
  })
  acting!: Membership | null;
  @Field(() => [Membership]) memberships!: Membership[];
  @Field(() => [String], { description: 'What the acting role can do.' }) capabilities!: string[];
  @Field({ description: 'When the session ends at the latest.' }) expiresAt!: Date;
}
