import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'The time of the demonstration.' })
export class DemonstrationClock {
  @Field() now!: Date;
  @Field(() => Int, { description: 'How many minutes it is ahead of real time.' }) aheadMinutes!: number;
}
