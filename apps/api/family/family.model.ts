import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'An order at the e-identification, as the browser that began it sees it.' })
export class FamilyOrder {
  @Field(() => ID) id!: string;
  @Field({ description: '`identify` or `sign`.' }) purpose!: string;
  @Field(() => ID, { nullable: true }) consentId!: string | null;
  @Field({ description: '`pending`, `complete`, `failed`, `refused`, `cancelled` or `over`.' }) state!: string;
  @Field({ description: '`same-device` or `other-device`.' }) start!: string;
  @Field(() => String, { nullable: true, description: 'Opens the app on this device; null when begun for another.' })
  startLink!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'What the moving code shows this second; null when begun on this device.',
  })
  code!: string | null;
  @Field(() => String, { nullable: true, description: 'The message for the person, a word of the e-identification.' })
  message!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'What to do now: `wait`, `begin-anew`, `renew-code`, `other-way` or `later`.',
  })
  next!: string | null;
  @Field(() => String, { nullable: true, description: 'The failure’s code when a signature came and cannot stand.' })
  failure!: string | null;
  @Field(() => String, { nullable: true, description: 'The failure in a sentence.' })
  failureText!: string | null;
  @Field(() => [String], { description: 'Houses that this signature takes away.' }) refusedHouses!: string[];
  @Field(() => [String], { description: 'Kinds of information that this signature takes away.' })
  refusedCategories!: string[];
  @Field() language!: string;
}

@ObjectType({ description: 'Where a family’s browser stands: at a closed door, behind it, or known.' })
export class FamilyDoor {
  @Field({ description: '`closed`, `open` (say who you are) or `identified`.' }) state!: string;
  @Field(() => String, { nullable: true, description: 'The municipality that the link is from.' }) town!: string | null;
  @Field(() => String, { nullable: true }) office!: string | null;
  @Field(() => String, { nullable: true }) phone!: string | null;
  @Field(() => String, { nullable: true, description: '`sv`, `sv-simple`, `en`, `ar` or `so`.' })
  language!: string | null;
  @Field(() => [String], { description: 'How one can begin: `code` and `link`, or `link` alone.' }) ways!: string[];
  @Field(() => FamilyOrder, { nullable: true, description: 'The newest order of this browser.' })
  order!: FamilyOrder | null;
  @Field({ description: 'A child is known and has yet to say that it is they who hold the telephone.' })
  ownStepNeeded!: boolean;
  @Field(() => Date, { nullable: true, description: 'When the session ends if nothing is done until then.' })
  sessionEndsAt!: Date | null;
}

@ObjectType({ description: 'A house that a consent reaches.' })
export class FamilyConsentHouse {
  @Field({
    description: 'What is taken away by: `authority/branch`, or an id where that would tell where somebody is.',
  })
  house!: string;
  @Field({ description: 'Kind of party, e.g. police.' }) kind!: string;
  @Field() name!: string;
  @Field({ description: 'May tell.' }) tells!: boolean;
  @Field({ description: 'May be told.' }) isTold!: boolean;
  @Field({ description: 'Taken away by anyone who signs, as far as the reader may know.' }) takenAway!: boolean;
  @Field({ description: 'Taken away by the reader.' }) mine!: boolean;
}

@ObjectType({ description: 'A kind of information that a consent reaches.' })
export class FamilyConsentCategory {
  @Field() category!: string;
  @Field() takenAway!: boolean;
  @Field() mine!: boolean;
}

@ObjectType({ description: 'Whom a consent is about, as the reader may be told.' })
export class FamilyConsentAbout {
  @Field(() => ID, { description: 'Tells people apart in this visit, also where no name may be told.' }) id!: string;
  @Field() isMe!: boolean;
  @Field(() => String, { nullable: true, description: 'Null where the name may not be told.' })
  givenName!: string | null;
}

@ObjectType({ description: 'The reader’s own name under a consent.' })
export class FamilyOwnName {
  @Field({ description: '`waiting`, `signed`, `declined` or `withdrawn`.' }) state!: string;
  @Field(() => Date, { nullable: true }) at!: Date | null;
  @Field(() => String, { nullable: true, description: '`e-id`, `paper` or `oral`.' }) method!: string | null;
  @Field({ description: '`subject` or `guardian`.' }) standsAs!: string;
}

@ObjectType({ description: 'Another’s name under a consent, where the reader may be told of it.' })
export class FamilyOtherName {
  @Field(() => String, { nullable: true }) givenName!: string | null;
  @Field({ description: '`subject` or `guardian`.' }) standsAs!: string;
  @Field() hasSigned!: boolean;
}

@ObjectType({ description: 'How many names a consent needs and has; absent where it would tell of somebody.' })
export class FamilyNames {
  @Field(() => Int) needed!: number;
  @Field(() => Int) have!: number;
}

@ObjectType({ description: 'Which text was put before the family.' })
export class FamilyNotice {
  @Field(() => ID) id!: string;
  @Field() version!: string;
}

@ObjectType({ description: 'A consent as one signer is told it. It has no version: that would tell when others sign.' })
export class FamilyConsent {
  @Field(() => ID) id!: string;
  @Field({
    description:
      '`asks-you`, `waits`, `begins-later`, `holds`, `you-said-no`, `you-took-it-back`, `taken-back`, `renewed`, `expired` or `ended`.',
  })
  state!: string;
  @Field() form!: string;
  @Field(() => FamilyConsentAbout) about!: FamilyConsentAbout;
  @Field(() => String, { nullable: true, description: 'Why it is asked, in the coordinator’s words.' })
  why!: string | null;
  @Field({ description: 'The house that asks.' }) askedBy!: string;
  @Field(() => [FamilyConsentHouse]) houses!: FamilyConsentHouse[];
  @Field(() => [FamilyConsentCategory]) categories!: FamilyConsentCategory[];
  @Field(() => [String]) purposes!: string[];
  @Field(() => [String]) situations!: string[];
  @Field() validFrom!: Date;
  @Field({ description: 'The first instant at which it no longer holds.' }) validUntil!: Date;
  @Field(() => String, { nullable: true, description: 'Why it may last longer than half a year.' })
  longerReason!: string | null;
  @Field(() => Date, { nullable: true }) offeredAt!: Date | null;
  @Field(() => FamilyOwnName) myName!: FamilyOwnName;
  @Field(() => [FamilyOtherName]) otherNames!: FamilyOtherName[];
  @Field(() => FamilyNames, { nullable: true }) names!: FamilyNames | null;
  @Field({ description: 'Whether every name is there; never tells which is not.' }) allNames!: boolean;
  @Field(() => ID, { nullable: true, description: 'The consent that this one continues.' }) renews!: string | null;
  @Field() maySign!: boolean;
  @Field() mayNarrow!: boolean;
  @Field() mayWithdraw!: boolean;
  @Field() mayAskRenewal!: boolean;
  @Field({ description: 'The reader has asked for the next half year.' }) isRenewalAsked!: boolean;
  @Field(() => String, {
    nullable: true,
    description: 'Another whenever what would be signed says something else; null where no name is asked for.',
  })
  text!: string | null;
  @Field(() => String, { nullable: true, description: 'Where the paper that the reader signed is fetched.' })
  documentAddress!: string | null;
  @Field(() => FamilyNotice) notice!: FamilyNotice;
}

@ObjectType({ description: 'What is read and signed, sentence by sentence, in one language.' })
export class FamilyNoticeText {
  @Field() language!: string;
  @Field() title!: string;
  @Field({ description: 'Who may talk with whom about what, why and until when.' }) sentence!: string;
  @Field() situations!: string;
  @Field({ description: 'What happens if one says no.' }) no!: string;
  @Field() withdraw!: string;
  @Field({ description: 'What nobody can stop.' }) duties!: string;
  @Field() seen!: string;
  @Field({ description: 'Written by a machine and not yet read by a translator.' }) unreviewed!: boolean;
}

@ObjectType({ description: 'Exactly what the app will show, and the Swedish text that decides.' })
export class SigningText {
  @Field(() => FamilyNoticeText) swedish!: FamilyNoticeText;
  @Field(() => FamilyNoticeText) translated!: FamilyNoticeText;
  @Field({ description: 'What stands above the button in the app, word for word.' }) visible!: string;
}

@ObjectType({ description: 'Who the reader is.' })
export class FamilyMember {
  @Field(() => String, { nullable: true }) givenName!: string | null;
  @Field(() => String, { nullable: true }) name!: string | null;
  @Field({ description: 'Under 18.' }) young!: boolean;
  @Field({ description: '`sv`, `sv-simple`, `en`, `ar` or `so`.' }) language!: string;
}

@ObjectType({ description: 'Whom a family can call.' })
export class FamilyContact {
  @Field() name!: string;
  @Field({ description: '`social-services`, `emergency-service`, `coordinator` or `other`.' }) role!: string;
  @Field() phone!: string;
  @Field() hours!: string;
  @Field({ description: 'Answers at night.' }) night!: boolean;
  @Field(() => Boolean, { nullable: true, description: 'Somebody is on duty now; null where no roster tells.' })
  onDutyNow!: boolean | null;
}

@ObjectType({ description: 'When those whom the family has said yes to meet; never where, nor who comes.' })
export class FamilyMeeting {
  @Field(() => ID, { description: 'The consent under which they meet.' }) consentId!: string;
  @Field() startsAt!: Date;
  @Field() endsAt!: Date;
}

@ObjectType({ description: 'A question that the family has asked.' })
export class FamilyQuestion {
  @Field(() => ID) id!: string;
  @Field(() => ID) consentId!: string;
  @Field() askedAt!: Date;
  @Field(() => String, { nullable: true }) text!: string | null;
  @Field(() => Date, { nullable: true, description: 'When somebody had answered, by telephone or when they met.' })
  answeredAt!: Date | null;
}

@ObjectType({ description: 'The first page of a family.' })
export class FamilyHome {
  @Field({ description: 'Another whenever what I would read on my pages is another; `familyMark` asks for it alone.' })
  mark!: string;
  @Field(() => FamilyMember) me!: FamilyMember;
  @Field({ description: 'My telephone number is kept, so that messages can be sent to it.' }) keepsPhone!: boolean;
  @Field({ description: 'When the session ends if nothing is done until then.' }) sessionEndsAt!: Date;
  @Field({ description: 'The town’s clock.' }) now!: Date;
  @Field() town!: string;
  @Field(() => String, { nullable: true }) office!: string | null;
  @Field(() => String, { nullable: true }) phone!: string | null;
  @Field(() => [FamilyConsent]) consents!: FamilyConsent[];
  @Field(() => [FamilyMeeting], { description: 'Joint meetings that lie ahead or go on, the next first.' })
  meetings!: FamilyMeeting[];
  @Field(() => [FamilyContact]) contacts!: FamilyContact[];
  @Field(() => [FamilyQuestion]) questions!: FamilyQuestion[];
}

@ObjectType({ description: 'That something was taken back, and when; the first time counts.' })
export class FamilyWithdrawal {
  @Field(() => FamilyConsent) consent!: FamilyConsent;
  @Field() at!: Date;
  @Field({ description: 'It had been done before.' }) already!: boolean;
}
