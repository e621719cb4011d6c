import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A ground that the municipality’s lawyer has switched off or narrowed.' })
export class GroundLimit {
  @Field({ description: 'OSL 10:15a, consent …' }) ground!: string;
  @Field({ description: 'off or narrowed.' }) how!: string;
  @Field(() => [String], { nullable: true, description: 'The only kinds of information; null limits none.' })
  categories!: readonly string[] | null;
  @Field(() => [String], { nullable: true }) purposes!: readonly string[] | null;
  @Field(() => [String], { nullable: true }) receivers!: readonly string[] | null;
  @Field(() => String, { nullable: true }) reason!: string | null;
  @Field(() => String, { nullable: true }) decidedBy!: string | null;
  @Field(() => Date, { nullable: true, description: 'From when it holds here.' }) since!: Date | null;
}

@ObjectType({ description: 'From what age a child signs beside the guardians.' })
export class ChildSigns {
  @Field(() => Int) age!: number;
  @Field(() => String, { nullable: true, description: 'Null where the municipality has set nothing.' })
  reason!: string | null;
  @Field(() => String, { nullable: true }) decidedBy!: string | null;
  @Field(() => Date, { nullable: true }) since!: Date | null;
}

@ObjectType({ description: 'How long a consent may last here.' })
export class ConsentMonths {
  @Field(() => String, { nullable: true, description: 'Null for every form without one of its own.' })
  form!: string | null;
  @Field(() => Int) months!: number;
  @Field(() => String, { nullable: true, description: 'Why it may be longer than half a year.' })
  reason!: string | null;
  @Field(() => String, { nullable: true }) decidedBy!: string | null;
}

@ObjectType({ description: 'What the municipality has limited or settled of the grounds, by its file.' })
export class TownLimits {
  @Field(() => [GroundLimit]) grounds!: readonly GroundLimit[];
  @Field(() => ChildSigns) childSigns!: ChildSigns;
  @Field(() => [ConsentMonths]) consents!: readonly ConsentMonths[];
}
