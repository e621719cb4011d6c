import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType({
  description:
    'What a reporter gets: that it came, when, its number and what happens next. Never whether the child was known.',
})
export class ReportReceipt {
  @Field(() => ID) id!: string;
  @Field({ description: 'The number of the receipt, e.g. 4F7QK-2MZ9C.' }) receipt!: string;
  @Field() receivedAt!: Date;
  @Field({ description: 'By when social services assess whether the child needs protection at once.' })
  protectionAssessedBy!: Date;
  @Field({ description: 'By when social services decide whether to open an investigation.' }) decidedBy!: Date;
  @Field(() => [ID], { description: 'The cases that were opened; only to those who work in the receiving house.' })
  caseIds!: readonly string[];
}
