import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A place where the signed-in person is signed in.' })
export class Session {
  @Field(() => ID) id!: string;
  @Field() createdAt!: Date;
  @Field({ description: 'Last sign of life, to the minute.' }) lastSeenAt!: Date;
  @Field({ description: 'When it ends at the latest.' }) expiresAt!: Date;
  @Field({ description: 'Whether it is the one that asks.' }) current!: boolean;
}
