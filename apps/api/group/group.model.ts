import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional, IsUUID } from 'class-validator';
import { connectionOf, PageArgs } from '../graphql/connection.js';
import { CollaborationForm, FormParty, FormStep, FormTime, Named } from '../form/form.model.js';
import { HubPerson } from '../hub/hub.model.js';
import { GroupMeeting } from './group-meeting.model.js';

@ObjectType({ description: 'Whom a group is about, or where: as much as the reader may know.' })
export class GroupAbout {
  @Field(() => HubPerson, { nullable: true, description: 'For the own house.' }) person!: HubPerson | null;
  @Field(() => String, { nullable: true, description: 'The name, for a member whom the ground reaches.' })
  told!: string | null;
  @Field(() => Date, { nullable: true, description: 'Until when the name may be read, where that is known.' })
  until!: Date | null;
  @Field(() => String, { nullable: true }) caseNumber!: string | null;
  @Field(() => String, { nullable: true, description: 'The place, or what it is called, in a form without persons.' })
  area!: string | null;
  @Field({ description: 'It leads the work of others: a steering or preparatory group.' }) board!: boolean;
}

@ObjectType({ description: 'Who sits in a group, in which post and with which mandate.' })
export class GroupMember {
  @Field(() => ID) id!: string;
  @Field(() => ID) staffId!: string;
  @Field() name!: string;
  @Field() title!: string;
  @Field(() => String, { nullable: true }) phone!: string | null;
  @Field({ description: 'Kind of party, e.g. police.' }) houseKind!: string;
  @Field() branchName!: string;
  @Field() unitName!: string;
  @Field({ description: 'decides, speaks or listens.' }) mandate!: string;
  @Field(() => ID, { nullable: true, description: 'The member whom they stand in for.' }) deputyFor!: string | null;
  @Field({ description: 'internal, with-consent, assessed or no-person-data.' }) terms!: string;
  @Field({ description: 'The young person has asked for them.' }) wished!: boolean;
  @Field() isContact!: boolean;
  @Field({ description: 'The post has ended; somebody has to take the place.' }) hasLeft!: boolean;
  @Field(() => Date, { nullable: true }) endsAt!: Date | null;
  @Field(() => String, { nullable: true }) endReason!: string | null;
}

@ObjectType({
  description: 'Who takes part and is in nobody’s house: someone close, or an interpreter bound to silence.',
})
export class GroupGuest {
  @Field(() => ID) id!: string;
  @Field({ description: 'subject, guardian, private-person or interpreter.' }) kind!: string;
  @Field(() => String, {
    nullable: true,
    description: 'sibling, relative, neighbour, friend, coach or other; where the reader may know who it is.',
  })
  closeness!: string | null;
  @Field(() => String, { nullable: true, description: 'Who it is, where the reader may know.' }) words!: string | null;
  @Field() wished!: boolean;
  @Field(() => String, { nullable: true, description: 'When an interpreter was bound to silence, 2026-11-24.' })
  silenceOn!: string | null;
}

@ObjectType({ description: 'Someone of the preparatory group who took part in a decision.' })
export class PreparatoryPart {
  @Field() name!: string;
  @Field() branchName!: string;
}

@ObjectType({ description: 'That the preparatory group decided; for the own house.' })
export class PreparatoryDecision {
  @Field(() => Date, { nullable: true, description: 'When it met; null between meetings.' }) metAt!: Date | null;
  @Field() deciderName!: string;
  @Field(() => [PreparatoryPart]) present!: PreparatoryPart[];
}

@ObjectType({ description: 'A step or a move of a group; its reasons where the reader may have them.' })
export class GroupAct {
  @Field(() => ID) id!: string;
  @Field({ description: 'step, move or look.' }) act!: string;
  @Field() word!: string;
  @Field(() => Named, { nullable: true, description: 'Of a step.' }) name!: Named | null;
  @Field() standing!: string;
  @Field(() => String, { nullable: true, description: 'A closed word.' }) reason!: string | null;
  @Field(() => [Named], { description: 'Steps that were passed over.' }) passed!: Named[];
  @Field(() => String, { nullable: true }) words!: string | null;
  @Field(() => String, { nullable: true, description: 'Why the reader sees the words.' }) ground!: string | null;
  @Field(() => [Named], { description: 'What was confirmed one by one; for the own house.' }) confirmed!: Named[];
  @Field(() => [String], { description: 'Kinds of party that signed; for the own house.' }) signedBy!: string[];
  @Field(() => String, { nullable: true, description: 'The day, 2026-11-24; for the own house.' })
  signedOn!: string | null;
  @Field(() => String, { nullable: true, description: 'none, local or high, where the reader may have the words.' })
  threat!: string | null;
  @Field() byName!: string;
  @Field() at!: Date;
  @Field(() => PreparatoryDecision, { nullable: true, description: 'Of a step that the preparatory group decides.' })
  decided!: PreparatoryDecision | null;
}

@ObjectType({ description: 'When a group has to meet next.' })
export class GroupMeetingTimes {
  @Field() by!: Date;
  @Field({ description: 'in-time, about-to-break or broken.' }) standing!: string;
  @Field(() => Date, { nullable: true, description: 'The next time of the form’s own slot.' }) proposed!: Date | null;
}

@ObjectType({ description: 'A step of the group’s form, and how far the group is with it.' })
export class GroupStepState {
  @Field(() => FormStep) step!: FormStep;
  @Field(() => Int) times!: number;
  @Field() isNext!: boolean;
  @Field(() => [String], { description: 'What it lacks now; empty for a member of another house.' }) lacks!: string[];
}

@ObjectType({ description: 'How often the hub looks at joint work again, and when it does next.' })
export class GroupMonitoring {
  @Field(() => FormTime) every!: FormTime;
  @Field() lastLookAt!: Date;
  @Field(() => Date, { nullable: true, description: 'Null when the group has ended.' }) by!: Date | null;
}

@ObjectType({ description: 'A form that the group can become.' })
export class GroupTurnChoice {
  @Field() kind!: string;
  @Field(() => Named) name!: Named;
}

@ObjectType({ description: 'What a group’s page says of its plan.' })
export class PlanGlance {
  @Field(() => Int, { description: 'Measures under way that the reader sees.' }) measures!: number;
  @Field(() => String, { nullable: true, description: 'When the next of them is followed up; 2026-12-08.' })
  followUpOn!: string | null;
}

@ObjectType({ description: 'A group and everything that its members see of it.' })
export class Group {
  @Field(() => PlanGlance, { nullable: true }) plan!: PlanGlance | null;
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field() kind!: string;
  @Field(() => CollaborationForm) form!: CollaborationForm;
  @Field({ description: 'Of the reader’s own house.' }) own!: boolean;
  @Field({ description: 'The reader can take its steps.' }) mayLead!: boolean;
  @Field(() => GroupAbout) about!: GroupAbout;
  @Field(() => ID, { nullable: true, description: 'For the own house.' }) caseId!: string | null;
  @Field() standing!: string;
  @Field(() => String, { nullable: true }) standingReason!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'A closed word: why it is about somebody outside the form’s ages; for the own house.',
  })
  outsideAges!: string | null;
  @Field({ description: 'Outside the form’s ages by now, and nobody has said why; for the own house.' })
  asksAges!: boolean;
  @Field(() => Date, {
    nullable: true,
    description: 'When the form’s usual time was over, until somebody has looked at it since; for the own house.',
  })
  overLength!: Date | null;
  @Field() coordinatorName!: string;
  @Field({ description: 'They no longer hold the post; said to the own house alone.' }) leaderLeft!: boolean;
  @Field(() => String, { nullable: true, description: 'in-force, not-needed, or why not; for the own house.' })
  agreement!: string | null;
  @Field(() => Date, {
    nullable: true,
    description: 'The first instant without the agreement, when that is near; for the own house.',
  })
  agreementUntil!: Date | null;
  @Field(() => ID, { nullable: true, description: 'The consent in force that it stands on.' }) consentId!:
    string | null;
  @Field(() => Date, { nullable: true }) formedAt!: Date | null;
  @Field(() => Date, { nullable: true }) lastMetAt!: Date | null;
  @Field(() => Date, { nullable: true }) closedAt!: Date | null;
  @Field(() => [GroupMember]) members!: GroupMember[];
  @Field(() => [GroupGuest]) guests!: GroupGuest[];
  @Field(() => [FormParty], { description: 'Parties that the form asks for and nobody stands for.' })
  missing!: FormParty[];
  @Field({ description: 'Whoever was its contact person sits there no more; said to the own house alone.' })
  lacksContact!: boolean;
  @Field(() => Date, {
    nullable: true,
    description: 'It has ended, and I read on until then, to take out the record of my house; null for its own house.',
  })
  readUntil!: Date | null;
  @Field(() => [GroupStepState]) steps!: GroupStepState[];
  @Field(() => [GroupAct]) acts!: GroupAct[];
  @Field(() => GroupMeetingTimes, { nullable: true }) meeting!: GroupMeetingTimes | null;
  @Field(() => [GroupMeeting], { description: 'Those that the reader may see, the latest first.' })
  meetings!: GroupMeeting[];
  @Field(() => [String], { description: 'What can be done beside the steps.' }) moves!: string[];
  @Field(() => GroupMonitoring, { nullable: true, description: 'For the own house, where the hub goes on looking.' })
  monitoring!: GroupMonitoring | null;
  @Field(() => [GroupTurnChoice], { description: 'For whoever leads it.' }) turns!: GroupTurnChoice[];
  @Field(() => ID, { nullable: true, description: 'The group whose work it goes on with; for the own house.' })
  turnedFrom!: string | null;
}

@ObjectType({ description: 'How much has been told since a group last met, that the reader may have.' })
export class NewsCount {
  @Field(() => Int) good!: number;
  @Field(() => Int, { description: 'The good ones among them.' }) all!: number;
}

@ObjectType({ description: 'A group in a list.' })
export class GroupLine {
  @Field(() => ID) id!: string;
  @Field() kind!: string;
  @Field(() => Named) formName!: Named;
  @Field() own!: boolean;
  @Field(() => GroupAbout) about!: GroupAbout;
  @Field() standing!: string;
  @Field(() => String, { nullable: true }) standingReason!: string | null;
  @Field({ description: 'Since when it stands so.' }) since!: Date;
  @Field(() => Int, {
    nullable: true,
    description: 'In the house’s whole queue, from one on; of its own groups alone.',
  })
  queuePlace!: number | null;
  @Field() coordinatorName!: string;
  @Field({ description: 'They no longer hold the post; said to the own house alone.' }) leaderLeft!: boolean;
  @Field(() => Named, { nullable: true, description: 'The step that comes next.' }) next!: Named | null;
  @Field(() => GroupMeetingTimes, { nullable: true }) meeting!: GroupMeetingTimes | null;
  @Field(() => [FormParty]) missing!: FormParty[];
  @Field({ description: 'Whoever was its contact person sits there no more; said to the own house alone.' })
  lacksContact!: boolean;
  @Field(() => [String], { description: 'Members whose post has ended.' }) left!: string[];
  @Field(() => [String], { description: 'Units that have not answered the coming meeting.' }) silent!: string[];
  @Field(() => NewsCount) news!: NewsCount;
  @Field(() => Int) members!: number;
}

@ObjectType({ description: 'How many groups of a form there is room for, and how many wait.' })
export class FormRoom {
  @Field() kind!: string;
  @Field(() => Named) formName!: Named;
  @Field(() => Int) room!: number;
  @Field(() => Int) taken!: number;
  @Field(() => Int) queued!: number;
}

@ObjectType({ description: 'The groups that the reader sees, what is late first.' })
export class GroupList {
  @Field(() => [GroupLine]) lines!: GroupLine[];
  @Field(() => [FormRoom]) rooms!: FormRoom[];
}

@ObjectType({ description: 'Someone in a post who could sit in a group, or whom the ground does not reach and why.' })
export class SeatChoice {
  @Field(() => ID) staffId!: string;
  @Field() name!: string;
  @Field() title!: string;
  @Field(() => ID) unitId!: string;
  @Field() unitName!: string;
  @Field() branchName!: string;
  @Field() houseKind!: string;
  @Field() maySit!: boolean;
  @Field({
    description: 'internal, with-consent, assessed or no-person-data when they may; why not when they may not.',
  })
  terms!: string;
  @Field(() => String, { nullable: true, description: 'The paragraph that a refusal rests on.' }) source!:
    string | null;
}

@ObjectType({ description: 'Someone to nominate to.' })
export class Coordinator {
  @Field(() => ID) staffId!: string;
  @Field() name!: string;
  @Field() title!: string;
  @Field() branchName!: string;
  @Field({ description: 'Works in the reader’s own house: a nomination may name the case.' }) ownHouse!: boolean;
}

@ObjectType({ description: 'A case of the own house that the reader works on.' })
export class OwnCase {
  @Field(() => ID) caseId!: string;
  @Field() number!: string;
  @Field(() => HubPerson, { nullable: true }) person!: HubPerson | null;
}

@ObjectType()
export class OwnCaseConnection extends connectionOf(OwnCase, 'OwnCase') {}

@ArgsType()
export class OwnCasesArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'One that is to stand first, wherever it comes in the list.' })
  @IsOptional()
  @IsUUID()
  including?: string | null;
}

@ObjectType({ description: 'That there is someone to talk to; whom it is about only within one house.' })
export class Nomination {
  @Field(() => ID) id!: string;
  @Field() kind!: string;
  @Field(() => Named) formName!: Named;
  @Field({ description: 'The reader receives it; otherwise they made it.' }) toMe!: boolean;
  @Field() toName!: string;
  @Field() branchName!: string;
  @Field() fromHouseKind!: string;
  @Field() fromBranchName!: string;
  @Field() fromUnitName!: string;
  @Field() byName!: string;
  @Field(() => String, {
    nullable: true,
    description: 'To ring; whom it is about is not told by voice before a consent.',
  })
  byPhone!: string | null;
  @Field({ description: 'internal, or no-person-data.' }) ground!: string;
  @Field(() => HubPerson, { nullable: true }) person!: HubPerson | null;
  @Field(() => String, { nullable: true }) caseNumber!: string | null;
  @Field(() => ID, { nullable: true }) caseId!: string | null;
  @Field(() => String, { nullable: true }) why!: string | null;
  @Field() madeAt!: Date;
  @Field(() => Date, { nullable: true }) readAt!: Date | null;
  @Field(() => Date, { nullable: true }) withdrawnAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'For the receiving house alone.' }) decision!: string | null;
  @Field(() => ID, { nullable: true }) groupId!: string | null;
  @Field({ description: 'The form leaves the answer to the preparatory group.' }) byPreparatoryGroup!: boolean;
}

@ObjectType()
export class NominationAnswer {
  @Field(() => ID, { nullable: true, description: 'The group that is prepared; null when it was declined.' })
  groupId!: string | null;
}

@ObjectType({ description: 'A seat of a preparatory group.' })
export class PreparatoryMember {
  @Field(() => ID) memberId!: string;
  @Field() name!: string;
  @Field() branchName!: string;
  @Field({ description: 'decides, speaks or listens.' }) mandate!: string;
}

@ObjectType({ description: 'A meeting of a preparatory group that has begun.' })
export class PreparatoryMeeting {
  @Field(() => ID) meetingId!: string;
  @Field() startsAt!: Date;
  @Field(() => [ID], { description: 'Seats of those who were there, as far as it is noted.' }) present!: string[];
}

@ObjectType({ description: 'A preparatory group that runs: who can have decided, and in which of its meetings.' })
export class PreparatoryGroup {
  @Field(() => ID) id!: string;
  @Field() name!: string;
  @Field(() => [PreparatoryMember]) members!: PreparatoryMember[];
  @Field(() => [PreparatoryMeeting], { description: 'The latest first.' }) meetings!: PreparatoryMeeting[];
}
