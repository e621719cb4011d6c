import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Named } from '../form/form.model.js';

@ObjectType({ description: 'Whom a hub is about, as the gate shows it; absent for who may not know.' })
export class HubPerson {
  @Field(() => ID) personId!: string;
  @Field({ description: 'For walls, calendars and lists.' }) initials!: string;
  @Field() name!: string;
  @Field({ description: 'ISO date.' }) born!: string;
  @Field({ description: 'none, marking, protected-registration or assumed-identity.' }) protection!: string;
  @Field({ description: 'Why the reader may see it.' }) ground!: string;
}

@ObjectType({ description: 'A colleague whom the hub concerns.' })
export class HubMember {
  @Field(() => ID) staffId!: string;
  @Field() name!: string;
  @Field() title!: string;
  @Field(() => String, { nullable: true }) phone!: string | null;
  @Field(() => ID, { nullable: true }) unitId!: string | null;
  @Field(() => String, { nullable: true }) unitName!: string | null;
}

@ObjectType({ description: 'When the hub could meet: a standing slot that keeps the deadline, or an extra time.' })
export class HubSlotChoice {
  @Field() startsAt!: Date;
  @Field(() => Int) minutes!: number;
  @Field({ description: 'An extra time, outside the standing slots.' }) extra!: boolean;
  @Field() keepsDeadline!: boolean;
  @Field({ description: 'False when the units get less than their whole time.' }) leavesUnitsTheirTime!: boolean;
}

@ObjectType({ description: 'A unit of the own house and who answers for it now.' })
export class UnitToAsk {
  @Field(() => ID) unitId!: string;
  @Field() name!: string;
  @Field() kind!: string;
  @Field(() => HubMember, { nullable: true }) representative!: HubMember | null;
  @Field(() => HubMember, { nullable: true }) deputy!: HubMember | null;
  @Field({ description: 'Stands on a duty roster now.' }) onRoster!: boolean;
  @Field({ description: 'The deputy is asked from the first, and not at half the time.' }) together!: boolean;
}

@ObjectType({ description: 'Whether a unit may be called in this phase, and by which paragraph it may not.' })
export class CallAnswer {
  @Field(() => ID) unitId!: string;
  @Field() name!: string;
  @Field() branchName!: string;
  @Field({ description: 'Kind of party, e.g. police.' }) kind!: string;
  @Field() mayCall!: boolean;
  @Field({ description: 'internal, gives-only or with-consent when it may; why not when it may not.' }) terms!: string;
  @Field(() => String, { nullable: true, description: 'The paragraph that a refusal rests on.' }) source!:
    string | null;
}

@ObjectType()
export class AgendaPoint {
  @Field(() => ID) id!: string;
  @Field(() => Int) minutes!: number;
}

@ObjectType({ description: 'Everything that convening asks for, filled in.' })
export class HubProposal {
  @Field(() => ID) caseId!: string;
  @Field() caseNumber!: string;
  @Field(() => HubPerson, { nullable: true }) person!: HubPerson | null;
  @Field(() => String, { nullable: true }) grade!: string | null;
  @Field(() => Date, { nullable: true, description: 'The decision must be made before this.' }) dueAt!: Date | null;
  @Field(() => ID, { nullable: true, description: 'A hub of this case that is already convened.' }) openHubId!:
    string | null;
  @Field(() => HubSlotChoice) slot!: HubSlotChoice;
  @Field(() => String, { nullable: true }) videoUrl!: string | null;
  @Field(() => [UnitToAsk]) units!: UnitToAsk[];
  @Field(() => [CallAnswer], { description: 'Units of other houses.' }) others!: CallAnswer[];
  @Field(() => [HubMember], { description: 'Who can lead, the nearest first.' }) leaders!: HubMember[];
  @Field(() => [HubMember], { description: 'Who can decide, the nearest first.' }) deciders!: HubMember[];
  @Field(() => [AgendaPoint]) agenda!: AgendaPoint[];
}

@ObjectType({ description: 'A unit in the lobby: whether it has answered, never what.' })
export class LobbyRow {
  @Field(() => ID) questionId!: string;
  @Field(() => ID) unitId!: string;
  @Field() unitName!: string;
  @Field() unitKind!: string;
  @Field({ description: 'late, awaited, deputy-awaited, answered or answered-late.' }) state!: string;
  @Field(() => HubMember, { nullable: true, description: 'Whom one calls now to get an answer.' })
  awaits!: HubMember | null;
  @Field(() => Date, { nullable: true }) answeredAt!: Date | null;
  @Field() dueAt!: Date;
  @Field(() => Date, { nullable: true, description: 'When something next happens by itself.' }) nextAt!: Date | null;
  @Field({ description: 'The reader may answer this question.' }) mine!: boolean;
  @Field({ description: 'The unit has put its picture on the board.' }) given!: boolean;
  @Field(() => ID) branchId!: string;
  @Field(() => String, { nullable: true, description: 'In a joint meeting: whose unit it is.' }) houseName!:
    string | null;
  @Field(() => String, { nullable: true, description: 'Kind of party, e.g. police.' }) houseKind!: string | null;
}

@ObjectType({ description: 'Whom a joint meeting is about, said to another house as far as a consent lets it be.' })
export class HubNamed {
  @Field() text!: string;
  @Field() ground!: string;
  @Field(() => Date, { nullable: true }) until!: Date | null;
}

@ObjectType({ description: 'A unit at the table of a joint meeting.' })
export class HubParty {
  @Field(() => ID) unitId!: string;
  @Field() unitName!: string;
  @Field(() => ID) branchId!: string;
  @Field() branchName!: string;
  @Field({ description: 'Kind of party, e.g. police.' }) kind!: string;
  @Field(() => ID, { nullable: true }) staffId!: string | null;
  @Field({ description: 'internal or with-consent.' }) terms!: string;
  @Field({ description: 'No longer needed there.' }) ended!: boolean;
}

@ObjectType({ description: 'A point of a group’s meeting: the form’s own, or words that somebody has written.' })
export class HubPoint {
  @Field(() => ID) id!: string;
  @Field({ description: 'form, own, news or good-news.' }) kind!: string;
  @Field(() => Named, { nullable: true }) name!: Named | null;
  @Field(() => String, { nullable: true }) text!: string | null;
  @Field(() => Int) minutes!: number;
  @Field({ description: 'professionals or everyone.' }) audience!: string;
}

@ObjectType({ description: 'What the reader is in this hub.' })
export class HubYou {
  @Field(() => ID) staffId!: string;
  @Field(() => ID) unitId!: string;
  @Field(() => ID) branchId!: string;
  @Field({ description: 'The meeting is of the reader’s own house.' }) ownHouse!: boolean;
  @Field() mayLead!: boolean;
  @Field({ description: 'Whether the reader may convene this case’s hub again.' }) mayConvene!: boolean;
  @Field(() => [String], { description: 'What one may decide here now: all, what cannot wait, or nothing.' })
  decisions!: string[];
}

@ObjectType({ description: 'The meeting that a case goes on with.' })
export class NextHub {
  @Field(() => ID) id!: string;
  @Field() startsAt!: Date;
}

@ObjectType({ description: 'A hub: one case, its units, one meeting; a joint one has units of other houses too.' })
export class Hub {
  @Field(() => ID) id!: string;
  @Field({ description: 'internal or joint.' }) kind!: string;
  @Field(() => ID) caseId!: string;
  @Field() caseNumber!: string;
  @Field(() => HubPerson, { nullable: true }) person!: HubPerson | null;
  @Field(() => HubNamed, { nullable: true }) named!: HubNamed | null;
  @Field({ description: 'What is said in it is said for this.' }) purpose!: string;
  @Field(() => [HubParty]) parties!: HubParty[];
  @Field(() => ID, { nullable: true, description: 'The group whose meeting it is.' }) groupId!: string | null;
  @Field(() => [HubPoint], { description: 'In a group’s meeting, what it goes through.' }) points!: HubPoint[];
  @Field(() => String, { nullable: true }) grade!: string | null;
  @Field(() => Date, { nullable: true }) dueAt!: Date | null;
  @Field({ description: 'planned, lobby, running, paused, closing, closed or called-off.' }) state!: string;
  @Field() startsAt!: Date;
  @Field(() => Int) minutes!: number;
  @Field() extra!: boolean;
  @Field(() => String, { nullable: true }) videoUrl!: string | null;
  @Field(() => String, { nullable: true, description: 'Of the town’s rooms; null: online, or elsewhere.' })
  room!: string | null;
  @Field(() => String, { nullable: true, description: 'The room and its site.' }) roomName!: string | null;
  @Field(() => ID, { nullable: true }) leaderId!: string | null;
  @Field(() => Int) answered!: number;
  @Field(() => Int) asked!: number;
  @Field(() => [LobbyRow]) rows!: LobbyRow[];
  @Field(() => [HubMember]) members!: HubMember[];
  @Field(() => HubYou) you!: HubYou;
  @Field(() => [HubMember], { description: 'Who can decide.' }) deciders!: HubMember[];
  @Field(() => [HubMember], { description: 'Who can take over an investigation.' }) receivers!: HubMember[];
  @Field(() => String, {
    nullable: true,
    description: 'Once closed: open-investigation, no-investigation, other-support or more-now.',
  })
  decided!: string | null;
  @Field(() => NextHub, { nullable: true, description: 'After more-now, the meeting convened since.' })
  next!: NextHub | null;
  @Field(() => [ID], { description: 'Who shows the lobby or the board now.' }) present!: string[];
  @Field(() => Date, { nullable: true, description: 'Until when what was written may be corrected after closing.' })
  adjustableUntil!: Date | null;
}

@ObjectType({ description: 'A line in a list of hubs; the details stand on its page.' })
export class HubLine {
  @Field(() => ID) id!: string;
  @Field({ description: 'internal or joint.' }) kind!: string;
  @Field(() => ID) caseId!: string;
  @Field() caseNumber!: string;
  @Field(() => String, { nullable: true }) initials!: string | null;
  @Field(() => String, { nullable: true }) grade!: string | null;
  @Field() state!: string;
  @Field() startsAt!: Date;
}

@ObjectType({ description: 'One kind of knowledge in a unit’s answer.' })
export class AnswerPart {
  @Field(() => ID) itemId!: string;
  @Field() category!: string;
  @Field() text!: string;
  @Field(() => [ID]) about!: string[];
  @Field({ description: 'It shows where somebody lives or is.' }) revealsPlace!: boolean;
  @Field() ground!: string;
}

@ObjectType()
export class CirclePerson {
  @Field(() => HubPerson) person!: HubPerson;
  @Field({ description: 'person for the child, guardian, or how they are close.' }) kind!: string;
}

@ObjectType({ description: 'What does your unit know?' })
export class HubQuestion {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => HubLine) hub!: HubLine;
  @Field() unitName!: string;
  @Field() unitKind!: string;
  @Field() askedAt!: Date;
  @Field() dueAt!: Date;
  @Field(() => String, { nullable: true, description: 'knows, knew or does-not-know.' }) knowledge!: string | null;
  @Field(() => Date, { nullable: true }) answeredAt!: Date | null;
  @Field(() => [AnswerPart]) parts!: AnswerPart[];
  @Field(() => [CirclePerson]) circle!: CirclePerson[];
  @Field({ description: 'The meeting is of the reader’s own house.' }) ownHouse!: boolean;
  @Field(() => Date, { nullable: true, description: 'When the reader’s own work on the case ends by itself.' })
  until!: Date | null;
}

@ObjectType()
export class WaitingQuestion {
  @Field(() => ID) id!: string;
  @Field() unitName!: string;
  @Field() dueAt!: Date;
  @Field() askedAt!: Date;
  @Field(() => HubLine) hub!: HubLine;
}

@ObjectType()
export class AnswerReceipt {
  @Field(() => ID) hubId!: string;
  @Field() late!: boolean;
}

@ObjectType({ description: 'A time in the calendar: free, taken, or one’s own hub.' })
export class CalendarEntry {
  @Field() startsAt!: Date;
  @Field(() => Int) minutes!: number;
  @Field({ description: 'standing or extra.' }) kind!: string;
  @Field() free!: boolean;
  @Field(() => String, { nullable: true }) state!: string | null;
  @Field(() => HubLine, { nullable: true, description: 'Only for those who work on it.' }) hub!: HubLine | null;
}

@ObjectType()
export class CalendarDay {
  @Field({ description: 'ISO date.' }) day!: string;
  @Field({ description: 'Without standing slots.' }) holiday!: boolean;
  @Field(() => [CalendarEntry]) entries!: CalendarEntry[];
}
