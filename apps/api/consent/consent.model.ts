import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { PersonShown } from '../report/intake-queue.model.js';

@ObjectType({ description: 'A house that can be named in a consent.' })
export class ConsentHouse {
  @Field({ description: 'authority/branch, as consents write it.' }) written!: string;
  @Field(() => ID) branchId!: string;
  @Field() kind!: string;
  @Field({ description: 'As families know it.' }) name!: string;
}

@ObjectType({ description: 'A signer, and where their name stands.' })
export class ConsentSignerShown {
  @Field(() => PersonShown) person!: PersonShown;
  @Field({ description: '`subject` or `guardian`.' }) standsAs!: string;
  @Field({ description: 'Asked of them now.' }) isNeeded!: boolean;
  @Field({ description: '`waiting`, `signed`, `declined` or `withdrawn`.' }) state!: string;
  @Field(() => Date, { nullable: true }) at!: Date | null;
  @Field(() => String, { nullable: true, description: '`e-id`, `paper` or `oral`.' }) method!: string | null;
  @Field(() => String, { nullable: true }) receivedByName!: string | null;
  @Field(() => String, { nullable: true, description: 'Language of the text that was read.' })
  language!: string | null;
  @Field(() => String, { nullable: true, description: 'Version of that text; null where a paper has its own words.' })
  noticeVersion!: string | null;
  @Field(() => [String]) refusedHouses!: readonly string[];
  @Field(() => [String]) refusedCategories!: readonly string[];
}

@ObjectType({ description: 'Something that has happened to a consent.' })
export class ConsentEventShownModel {
  @Field(() => Int) seq!: number;
  @Field() kind!: string;
  @Field() at!: Date;
  @Field(() => String, { nullable: true }) byStaffName!: string | null;
  @Field(() => String, { nullable: true, description: 'Whom it concerns, where the name is the reader’s to see.' })
  personName!: string | null;
  @Field(() => String, { nullable: true }) method!: string | null;
  @Field(() => Int, { nullable: true, description: 'How many names are missing after it.' }) missing!: number | null;
}

@ObjectType({ description: 'Who may tell whom what: as offered, or as it stands now.' })
export class ConsentScopeShown {
  @Field(() => [String]) from!: readonly string[];
  @Field(() => [String]) to!: readonly string[];
  @Field(() => [String]) categories!: readonly string[];
  @Field(() => [String]) purposes!: readonly string[];
}

@ObjectType({ description: 'A consent in the list of a case.' })
export class ConsentLineShown {
  @Field(() => ID) id!: string;
  @Field({ description: 'draft, offered, partly-signed, active, narrowed or how it ended.' }) state!: string;
  @Field() form!: string;
  @Field(() => ConsentScopeShown) now!: ConsentScopeShown;
  @Field() validFrom!: Date;
  @Field() validUntil!: Date;
  @Field(() => Date, { nullable: true }) endedAt!: Date | null;
  @Field(() => ID, { nullable: true }) renews!: string | null;
  @Field(() => [String], { description: 'Whose names are missing; a withheld name is an empty text.' })
  missing!: readonly string[];
  @Field(() => Int) version!: number;
}

@ObjectType({ description: 'The longest that a consent may be asked for in a form.' })
export class LongestConsentShown {
  @Field() form!: string;
  @Field({ description: 'The first instant at which it no longer holds.' }) until!: Date;
  @Field(() => String, {
    nullable: true,
    description: 'Why it may be longer than half a year, as the town’s file says.',
  })
  reason!: string | null;
}

@ObjectType({ description: 'A consent as those who work on the case see it.' })
export class ConsentShown extends ConsentLineShown {
  @Field(() => ID) caseId!: string;
  @Field(() => PersonShown) person!: PersonShown;
  @Field(() => String, { nullable: true, description: 'As the family reads it in the sentence.' })
  givenName!: string | null;
  @Field(() => ConsentScopeShown) offered!: ConsentScopeShown;
  @Field(() => [String]) situations!: readonly string[];
  @Field({ description: 'Guardians meet the question apart.' }) apart!: boolean;
  @Field(() => String, { nullable: true }) why!: string | null;
  @Field(() => String, { nullable: true, description: 'Why the house that asked has ended it.' })
  endReasons!: string | null;
  @Field({ description: 'Version of the text that was put before the family.' }) noticeVersion!: string;
  @Field(() => [String], { description: 'Versions that somebody who gives a name now can have read.' })
  noticeVersions!: readonly string[];
  @Field() createdAt!: Date;
  @Field(() => String, { nullable: true }) createdByName!: string | null;
  @Field(() => Date, { nullable: true }) offeredAt!: Date | null;
  @Field(() => Date, { nullable: true }) withdrawnAt!: Date | null;
  @Field(() => [ConsentSignerShown]) signers!: readonly ConsentSignerShown[];
  @Field(() => [ConsentEventShownModel]) events!: readonly ConsentEventShownModel[];
  @Field(() => [ConsentHouse]) houses!: readonly ConsentHouse[];
  @Field(() => String, {
    nullable: true,
    description: 'Why it may last longer than half a year, as the family reads it.',
  })
  longerReason!: string | null;
  @Field(() => [LongestConsentShown], { description: 'From when it begins.' }) longest!: readonly LongestConsentShown[];
}

@ObjectType({ description: 'The text that a signer read, word for word, filled with what they said yes to.' })
export class NoticeReadShown {
  @Field() version!: string;
  @Field() language!: string;
  @Field({ description: 'SHA-256 of the text before it was filled, in hexadecimal.' }) sha256!: string;
  @Field(() => [String]) paragraphs!: readonly string[];
}

@ObjectType({ description: 'What a new consent on a case can name.' })
export class ConsentChoicesShown {
  @Field(() => PersonShown) person!: PersonShown;
  @Field(() => String, { nullable: true }) givenName!: string | null;
  @Field(() => [ConsentHouse]) houses!: readonly ConsentHouse[];
  @Field({ description: 'The house that asks.' }) ownHouse!: string;
  @Field(() => [LongestConsentShown], { description: 'From now on.' }) longest!: readonly LongestConsentShown[];
}

@ObjectType({ description: 'What became of a name.' })
export class NameGivenShown {
  @Field() state!: string;
  @Field(() => Int, { description: 'How many names are still needed.' }) missing!: number;
}

@ObjectType({ description: 'What became of a withdrawal or a narrowing.' })
export class ToldOutcome {
  @Field() state!: string;
  @Field() at!: Date;
  @Field({ description: 'It had been done before.' }) already!: boolean;
}

@ObjectType({ description: 'What the gate says of one person whom the file would tell of.' })
export class ExportSubjectShown {
  @Field(() => ID) personId!: string;
  @Field({ description: '`release`, `refuse` or `refer`.' }) outcome!: string;
  @Field() ground!: string;
}

@ObjectType({ description: 'What a consent taken out as a file would hold and about whom, before it is taken out.' })
export class ConsentExportPreview {
  @Field({ description: '`release`, `refuse` or `refer`.' }) outcome!: string;
  @Field({ description: 'The ground on which the caller gets it, or why not.' }) ground!: string;
  @Field(() => [ExportSubjectShown]) people!: readonly ExportSubjectShown[];
  @Field(() => Int, { description: 'How many steps of the consent’s life it tells of.' }) events!: number;
}
