import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A unit of another house that may be asked.' })
export class HouseUnitToAsk {
  @Field(() => ID) unitId!: string;
  @Field() name!: string;
  @Field() branchName!: string;
  @Field({ description: 'Kind of party, e.g. police.' }) kind!: string;
  @Field(() => [String], {
    nullable: true,
    description: 'What an adult’s own consent lets it tell; null about a child, of whom anything may be asked.',
  })
  told!: string[] | null;
}

@ObjectType({
  description: 'A form in which other houses may be asked about a case’s person, and whom it lets one ask.',
})
export class InquiryForm {
  @Field({ description: '`mash-2` or `mash-3`.' }) kind!: string;
  @Field() nameSv!: string;
  @Field() nameEn!: string;
  @Field(() => String, {
    nullable: true,
    description: '`no-investigation`, `outside-ages`, `adult` or `protected`; null where one may ask.',
  })
  refused!: string | null;
  @Field(() => [HouseUnitToAsk]) units!: HouseUnitToAsk[];
}

@ObjectType({ description: 'One thing of an answer.' })
export class InquiryPart {
  @Field(() => ID) itemId!: string;
  @Field() category!: string;
  @Field() text!: string;
  @Field({ description: 'It shows where somebody lives or is.' }) revealsPlace!: boolean;
  @Field() ground!: string;
}

@ObjectType({ description: 'A question to another house, as the asking house sees it.' })
export class InquiryOfCase {
  @Field(() => ID) id!: string;
  @Field({ description: '`mash-2` or `mash-3`.' }) kind!: string;
  @Field() unitName!: string;
  @Field() branchName!: string;
  @Field({ description: 'Kind of party, e.g. police.' }) partyKind!: string;
  @Field(() => String, { nullable: true, description: 'Who is asked by name.' }) representative!: string | null;
  @Field() deputyAsked!: boolean;
  @Field(() => [String]) categories!: string[];
  @Field() askedAt!: Date;
  @Field() dueAt!: Date;
  @Field(() => String, { nullable: true, description: '`knows`, `knew` or `does-not-know`.' }) knowledge!:
    string | null;
  @Field(() => Date, { nullable: true }) answeredAt!: Date | null;
  @Field(() => Date, { nullable: true }) endedAt!: Date | null;
  @Field(() => String, { nullable: true, description: '`withdrawn` or `closed`.' }) endedHow!: string | null;
  @Field(() => [InquiryPart]) parts!: InquiryPart[];
  @Field(() => Int, { description: 'Things that the asked house keeps, since no rule lets them be told yet.' })
  kept!: number;
}

@ObjectType({ description: 'What an investigation has asked of other houses, and whom else it may ask.' })
export class InquiriesOfCase {
  @Field(() => ID) caseId!: string;
  @Field(() => [InquiryForm]) forms!: InquiryForm[];
  @Field(() => [String], { description: 'Kinds of information that can be asked for.' }) categories!: string[];
  @Field(() => [InquiryOfCase], { description: 'The newest first.' }) inquiries!: InquiryOfCase[];
}

@ObjectType({
  description: 'A question that waits for the reader’s house; whom it is about is in the question itself.',
})
export class WaitingInquiry {
  @Field(() => ID) id!: string;
  @Field() askedBy!: string;
  @Field() askingHouse!: string;
  @Field() askedAt!: Date;
  @Field() dueAt!: Date;
  @Field(() => Date, { nullable: true }) answeredAt!: Date | null;
}

@ObjectType({ description: 'A question to the reader’s house, and its own answer; there is nothing else.' })
export class AskedInquiry {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field() unitName!: string;
  @Field() unitKind!: string;
  @Field() askedBy!: string;
  @Field(() => String, { nullable: true }) askedByPhone!: string | null;
  @Field() askingHouse!: string;
  @Field() name!: string;
  @Field({ description: 'Day of birth, ISO.' }) born!: string;
  @Field(() => String, { nullable: true }) personalNumber!: string | null;
  @Field({ description: 'Why one is told whom it is about.' }) ground!: string;
  @Field({ description: 'A grown person: answered about by their own yes and no duty, and only what it says.' })
  byOwnYes!: boolean;
  @Field(() => [String]) categories!: string[];
  @Field() askedAt!: Date;
  @Field() dueAt!: Date;
  @Field(() => String, { nullable: true }) knowledge!: string | null;
  @Field(() => Date, { nullable: true }) answeredAt!: Date | null;
  @Field(() => [InquiryPart]) parts!: InquiryPart[];
  @Field(() => Int, { description: 'Things of the answer that are not shown again: they say where somebody is.' })
  unshown!: number;
}

@ObjectType({ description: 'A new investigation of the reader’s in which nobody has been asked.' })
export class UnaskedInvestigation {
  @Field(() => ID) caseId!: string;
  @Field() number!: string;
  @Field({ description: 'When it came to the reader.' }) since!: Date;
}

@ObjectType({ description: 'What became of an answer.' })
export class InquiryReceipt {
  @Field() late!: boolean;
  @Field(() => Int, { description: 'Things that reached the investigation.' }) given!: number;
  @Field(() => Int, { description: 'Things that stay in the own house, since no rule lets them be told yet.' })
  kept!: number;
  @Field(() => Int, { description: 'Things that say where somebody is; what became of them is for the asking house.' })
  places!: number;
}
