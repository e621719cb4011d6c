import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'What one of the demonstration’s people may act as.' })
export class DemonstrationPost {
  @Field({ description: 'One of the seven roles.' }) role!: string;
  @Field() unitName!: string;
}

@ObjectType({ description: 'An invented person whom one may sign in as.' })
export class DemonstrationPerson {
  @Field({ description: 'What /sign-in?hint= takes.' }) hint!: string;
  @Field() name!: string;
  @Field() title!: string;
  @Field({ description: 'The authority that the person works for.' }) organisation!: string;
  @Field({ description: 'Kind of party, e.g. social-services.' }) kind!: string;
  @Field() municipality!: string;
  @Field(() => [DemonstrationPost]) posts!: DemonstrationPost[];
}

@ObjectType({ description: 'The demonstration: invented people, and a clock that can be moved.' })
export class Demonstration {
  @Field() isDemonstration!: boolean;
  @Field({ description: 'The demonstration’s own time.' }) now!: Date;
  @Field({ description: 'Where mails and text messages that were sent can be read.' }) sentUrl!: string;
  @Field(() => [DemonstrationPerson]) people!: DemonstrationPerson[];
}
