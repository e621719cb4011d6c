import { ArgsType, Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsDate,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { LEDGER_ACTIONS, type LedgerAction } from '#domain/ledger/ledger-action.js';
import {
  REVIEW_OUTCOMES,
  REVIEW_PATTERNS,
  type ReviewOutcome,
  type ReviewPattern,
} from '#domain/ledger/review-pattern.js';
import { connectionOf, PageArgs } from '../graphql/connection.js';

const OUTCOMES = ['done', 'release', 'refuse', 'refer'] as const;

@ObjectType({ description: 'Who did what, for which house, on which ground; never about whom, and no content.' })
export class LedgerEntry {
  @Field(() => ID) id!: string;
  @Field() at!: Date;
  @Field(() => ID, { nullable: true }) staffId!: string | null;
  @Field(() => String, { nullable: true, description: 'Nobody when the program did it by itself.' })
  staffName!: string | null;
  @Field(() => String, { nullable: true, description: 'The part of the program, when nobody did it.' })
  service!: string | null;
  @Field(() => String, { nullable: true }) role!: string | null;
  @Field(() => String, { nullable: true }) house!: string | null;
  @Field(() => String, { nullable: true }) unitName!: string | null;
  @Field(() => String, { description: 'E.g. read, search, refuse.' }) action!: LedgerAction;
  @Field({ description: 'One of done, release, refuse, refer.' }) outcome!: string;
  @Field(() => String, { nullable: true }) ground!: string | null;
  @Field(() => String, { nullable: true }) purpose!: string | null;
  @Field(() => String, { nullable: true }) caseNumber!: string | null;
  @Field(() => ID, { nullable: true }) itemId!: string | null;
  @Field(() => String, { nullable: true, description: 'The network address that it came from.' })
  origin!: string | null;
  @Field(() => String, { nullable: true, description: 'What exactly, as a word of the program.' })
  deed!: string | null;
  @Field({ description: 'By a young person or a guardian with e-identification; never which of them.' })
  byFamily!: boolean;
  @Field(() => String, { nullable: true, description: 'The house that something was given to.' })
  toHouse!: string | null;
  @Field(() => String, { nullable: true, description: `The newest of ${REVIEW_OUTCOMES.join(', ')}.` })
  outcomeOfReview!: ReviewOutcome | null;
  @Field(() => String, { nullable: true }) reviewedBy!: string | null;
  @Field(() => Date, { nullable: true }) reviewedAt!: Date | null;
}

@ObjectType()
export class LedgerEntryConnection extends connectionOf(LedgerEntry, 'LedgerEntry') {}

@ObjectType({ description: 'A ready-made view of the ledger: where to ask first. It accuses nobody.' })
export class LedgerPattern {
  @Field(() => String, { description: `One of ${REVIEW_PATTERNS.join(', ')}.` }) pattern!: ReviewPattern;
  @Field(() => Int) entries!: number;
  @Field(() => Int, { description: 'How many different people they are by.' }) staff!: number;
  @Field(() => Int, { description: 'How many of the entries nobody has reviewed.' }) unreviewed!: number;
}

@ObjectType({ description: 'Someone whose entries can be asked for.' })
export class LedgerStaff {
  @Field(() => ID) id!: string;
  @Field() name!: string;
}

@ObjectType({ description: 'How far the ledger is sealed.' })
export class LedgerSeal {
  @Field(() => Float, { description: 'Entries under seal, of all municipalities of this installation.' }) size!: number;
  @Field() signedAt!: Date;
}

@InputType({ description: 'Without a beginning: the last 30 days.' })
export class LedgerPeriodInput {
  @Field(() => Date, { nullable: true }) @IsOptional() @IsDate() from?: Date | null;
  @Field(() => Date, { nullable: true, description: 'Up to but not including.' })
  @IsOptional()
  @IsDate()
  until?: Date | null;
}

@InputType()
export class LedgerFilterInput extends LedgerPeriodInput {
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() staffId?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @IsIn(LEDGER_ACTIONS) action?: LedgerAction | null;
  @Field(() => String, { nullable: true }) @IsOptional() @IsIn(OUTCOMES) outcome?: string | null;
  @Field(() => String, { nullable: true, description: 'E.g. 2026-00017.' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  caseNumber?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @IsIn(REVIEW_PATTERNS) pattern?: ReviewPattern | null;
  @Field(() => Boolean, { nullable: true, description: 'Only what nobody has reviewed.' })
  @IsOptional()
  @IsBoolean()
  unreviewed?: boolean | null;
}

@InputType({ description: 'What a reviewer came to about an entry. It is kept; a later one stands before it.' })
export class NoteReviewInput {
  @Field(() => ID) @Matches(/^\d{1,18}$/) entryId!: string;
  @Field(() => String, { description: `One of ${REVIEW_OUTCOMES.join(', ')}.` })
  @IsIn(REVIEW_OUTCOMES)
  outcome!: ReviewOutcome;
}

@ArgsType()
export class LedgerEntriesArgs extends PageArgs {
  @Field(() => LedgerFilterInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => LedgerFilterInput)
  filter?: LedgerFilterInput | null;
}
