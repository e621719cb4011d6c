import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../graphql/connection.js';
import { PersonSeen } from './person.model.js';

@ObjectType({ description: 'Somebody who was registered and at whom nothing points: no case, no report, nobody else.' })
export class UnattachedPerson {
  @Field(() => ID) id!: string;
  @Field(() => PersonSeen) seen!: PersonSeen;
  @Field(() => Int) version!: number;
  @Field() registeredAt!: Date;
  @Field({ description: 'From when somebody is to say whether the record is needed.' }) lookDueAt!: Date;
  @Field({ description: 'That time has come.' }) isDue!: boolean;
}

@ObjectType()
export class UnattachedPersonConnection extends connectionOf(UnattachedPerson, 'UnattachedPerson') {}

@ObjectType()
export class PersonRemoved {
  @Field(() => ID) id!: string;
}
