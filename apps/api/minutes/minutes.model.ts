import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { FormParty, Named } from '../form/form.model.js';

@ObjectType({ description: 'Something said in or for a meeting, as the gate lets this reader have it.' })
export class SaidInMeeting {
  @Field(() => ID) itemId!: string;
  @Field() text!: string;
  @Field() category!: string;
  @Field(() => [ID], { description: 'Whom it is about beside the meeting’s own person.' }) about!: string[];
  @Field({ description: 'It shows where somebody lives or is.' }) revealsPlace!: boolean;
  @Field({ description: 'Kind of the house whose it is, e.g. police.' }) giverKind!: string;
  @Field() ground!: string;
  @Field(() => Date, { nullable: true, description: 'Until when the reader may have it.' }) until!: Date | null;
}

@ObjectType({ description: 'A point of the agenda.' })
export class MeetingPoint {
  @Field(() => ID) id!: string;
  @Field({ description: 'form, own, news or good-news.' }) kind!: string;
  @Field(() => Named, { nullable: true }) name!: Named | null;
  @Field(() => SaidInMeeting, { nullable: true }) said!: SaidInMeeting | null;
  @Field(() => Int) minutes!: number;
  @Field({ description: 'professionals or everyone.' }) audience!: string;
  @Field({ description: 'The reader’s own house has put it there.' }) own!: boolean;
}

@ObjectType({ description: 'News in the agenda of a board; the good first.' })
export class AgendaNews {
  @Field(() => ID) id!: string;
  @Field({ description: 'good-news or news.' }) kind!: string;
  @Field(() => SaidInMeeting) said!: SaidInMeeting;
}

@ObjectType({ description: 'What was told between the meeting before and this one.' })
export class MeetingNews extends AgendaNews {
  @Field() byName!: string;
  @Field() madeAt!: Date;
}

@ObjectType({ description: 'A line of the minutes.' })
export class MinuteLine {
  @Field(() => ID) id!: string;
  @Field(() => ID) pointId!: string;
  @Field(() => SaidInMeeting) said!: SaidInMeeting;
  @Field() byName!: string;
  @Field({ description: 'The reader’s own house has written it and may change it.' }) own!: boolean;
  @Field(() => Int, { description: 'Sent back when it is changed.' }) itemVersion!: number;
  @Field({ description: 'Who wrote the words that stand there.' }) wordsByName!: string;
  @Field({ description: 'When those words were written.' }) wordsAt!: Date;
}

@ObjectType({ description: 'Who does what by when.' })
export class MeetingDecision {
  @Field(() => ID) id!: string;
  @Field(() => ID) hubId!: string;
  @Field(() => ID, { nullable: true }) pointId!: string | null;
  @Field(() => SaidInMeeting) said!: SaidInMeeting;
  @Field(() => String, { nullable: true }) aim!: string | null;
  @Field() ownerName!: string;
  @Field() ownerUnitName!: string;
  @Field({ description: '2026-12-08' }) dueOn!: string;
  @Field({ description: 'open, done, not-done or withdrawn; in-plan for one that is a measure there.' }) state!: string;
  @Field(() => Int) version!: number;
  @Field({ description: 'The reader may say how it went.' }) maySettle!: boolean;
}

@ObjectType({ description: 'A seat of the group at this meeting.' })
export class MeetingSeat {
  @Field(() => ID) memberId!: string;
  @Field(() => ID) staffId!: string;
  @Field() name!: string;
  @Field() unitName!: string;
  @Field() branchName!: string;
  @Field() houseKind!: string;
  @Field({ description: 'decides, speaks or listens.' }) mandate!: string;
  @Field(() => ID, { nullable: true }) deputyFor!: string | null;
  @Field(() => String, { nullable: true, description: 'present, deputy or absent; null where nobody has noted it.' })
  state!: string | null;
  @Field(() => ID, { nullable: true }) deputyMemberId!: string | null;
}

@ObjectType({ description: 'Somebody in nobody’s house, at this meeting.' })
export class MeetingGuest {
  @Field(() => ID) guestId!: string;
  @Field() kind!: string;
  @Field(() => String, { nullable: true }) words!: string | null;
  @Field(() => String, { nullable: true }) state!: string | null;
}

@ObjectType({ description: 'A version of the minutes after they were fixed.' })
export class MinutesVersion {
  @Field(() => Int) version!: number;
  @Field() byName!: string;
  @Field() at!: Date;
  @Field(() => String, { nullable: true, description: 'Why, where the reader may have it.' }) reason!: string | null;
}

@ObjectType({ description: 'Something that is due in the case, in kind and time.' })
export class DueMatter {
  @Field() kind!: string;
  @Field() dueAt!: Date;
}

@ObjectType({ description: 'A consent that soon ends.' })
export class EndingConsent {
  @Field(() => ID) consentId!: string;
  @Field() until!: Date;
}

@ObjectType({ description: 'Under which number the reader’s own agency keeps its record of the meeting.' })
export class MeetingRecord {
  @Field() diaryNumber!: string;
  @Field({ description: '2026-11-28' }) registeredOn!: string;
  @Field(() => Int) keepYears!: number;
  @Field() keptByName!: string;
  @Field() keptAt!: Date;
  @Field(() => Int) version!: number;
}

@ObjectType({ description: 'A party of another house, and what it is admitted to.' })
export class AdmittedParty {
  @Field(() => ID) unitId!: string;
  @Field() unitName!: string;
  @Field() kind!: string;
  @Field(() => [ID], { nullable: true, description: 'Null: all of the meeting.' }) pointIds!: string[] | null;
}

@ObjectType({ description: 'The part of a meeting that the reader’s house is admitted to.' })
export class AdmittedPart {
  @Field() startsAt!: Date;
  @Field(() => Int) minutes!: number;
}

@ObjectType({ description: 'A group’s meeting as this reader may have it.' })
export class GroupMeetingPage {
  @Field(() => ID) hubId!: string;
  @Field(() => ID) groupId!: string;
  @Field() caseNumber!: string;
  @Field(() => Named) formName!: Named;
  @Field(() => Named) meetingName!: Named;
  @Field() state!: string;
  @Field() startsAt!: Date;
  @Field(() => Int) minutes!: number;
  @Field(() => Int, { nullable: true, description: 'Minutes after the start at which the family comes.' })
  familyAfter!: number | null;
  @Field(() => Date, { nullable: true }) startedAt!: Date | null;
  @Field(() => Date, { nullable: true }) closedAt!: Date | null;
  @Field(() => String, { nullable: true }) leaderName!: string | null;
  @Field(() => [AdmittedParty], { description: 'For whoever leads it.' }) parties!: AdmittedParty[];
  @Field(() => AdmittedPart, { nullable: true, description: 'Null: all of it.' }) admitted!: AdmittedPart | null;
  @Field({ description: 'Of the reader’s own house.' }) own!: boolean;
  @Field() mayWrite!: boolean;
  @Field() mayLead!: boolean;
  @Field(() => String, { nullable: true, description: 'Whom it is about, as this reader may be told.' })
  about!: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'The point that is on now, for whoever leads it; null before and after.',
  })
  pointOn!: string | null;
  @Field(() => [MeetingPoint]) points!: MeetingPoint[];
  @Field(() => [MeetingNews], { description: 'The good first.' }) news!: MeetingNews[];
  @Field(() => [MeetingSeat]) seats!: MeetingSeat[];
  @Field(() => [MeetingGuest]) guests!: MeetingGuest[];
  @Field(() => [FormParty], { description: 'Parties whose mandate was missing.' }) missing!: FormParty[];
  @Field({ description: 'not-begun, written, adjustable or fixed.' }) minutesState!: string;
  @Field(() => Date, { nullable: true }) fixesAt!: Date | null;
  @Field(() => Int) version!: number;
  @Field(() => Int) newest!: number;
  @Field(() => [MinutesVersion]) versions!: MinutesVersion[];
  @Field(() => [MinuteLine]) lines!: MinuteLine[];
  @Field(() => [MeetingDecision]) decisions!: MeetingDecision[];
  @Field(() => [MeetingDecision], { description: 'Of earlier meetings, not done yet.' })
  unfinished!: MeetingDecision[];
  @Field(() => [DueMatter], { description: 'For the own house.' }) due!: DueMatter[];
  @Field(() => [EndingConsent], { description: 'For the own house.' }) consents!: EndingConsent[];
  @Field(() => MeetingRecord, { nullable: true }) record!: MeetingRecord | null;
  @Field() houseName!: string;
}

@ObjectType({ description: 'A kind of thing in a record, how many of them and on which ground.' })
export class RecordKind {
  @Field() category!: string;
  @Field() ground!: string;
  @Field(() => Int) count!: number;
}

@ObjectType({ description: 'What the own agency’s record would hold if it were taken out now.' })
export class RecordPreview {
  @Field(() => [RecordKind]) holds!: RecordKind[];
  @Field(() => Int) things!: number;
}
