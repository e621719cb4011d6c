import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Named } from '../form/form.model.js';

@ObjectType({ description: 'One line of an instrument.' })
export class InstrumentFactor {
  @Field({ description: 'Answers refer to it.' }) id!: string;
  @Field({ description: 'risk, protective or either.' }) kind!: string;
  @Field({ description: 'child, family or surroundings.' }) about!: string;
  @Field(() => Named) label!: Named;
}

@ObjectType({ description: 'Factors that people answer with reasons; it carries a judgement and never makes one.' })
export class Instrument {
  @Field() id!: string;
  @Field(() => Int, { description: 'Raised when the factors change.' }) version!: number;
  @Field(() => Named) label!: Named;
  @Field() source!: string;
  @Field(() => [InstrumentFactor]) factors!: readonly InstrumentFactor[];
}
