import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../graphql/connection.js';
import { ReportPart } from './case.model.js';

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
  @Field(() => Int, { description: 'How many children what arrived is about.' }) children!: number;
  @Field({
    description:
      'False when the form had arrived before, under the same key and with other words: the receipt is for those, and what was changed since has not arrived.',
  })
  wordsArrived!: boolean;
}

@ObjectType({ description: 'A report that the caller has made.' })
export class OwnReport {
  @Field(() => ID) id!: string;
  @Field() receipt!: string;
  @Field() receivedAt!: Date;
  @Field() wantsFeedback!: boolean;
  @Field(() => Int, { description: 'How many children it was about.' }) children!: number;
  @Field(() => [ReportPart], { description: 'One’s own words, and the feedback that one has been given.' })
  parts!: readonly ReportPart[];
}

@ObjectType()
export class OwnReportConnection extends connectionOf(OwnReport, 'OwnReport') {}

@ObjectType({ description: 'What was added to a report, and when.' })
export class CompletionReceipt {
  @Field() receipt!: string;
  @Field() at!: Date;
  @Field({ description: 'False when other words had come under the key: what was changed since is nowhere.' })
  wordsArrived!: boolean;
}

@ObjectType({ description: 'That feedback was asked for; never whether anything is decided.' })
export class FeedbackAsked {
  @Field(() => ID) reportId!: string;
}
