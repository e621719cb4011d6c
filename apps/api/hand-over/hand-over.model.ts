import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Named } from '../form/form.model.js';
import { FactorAnswerShown } from '../report/case.model.js';
import { HubLine, HubPerson } from '../hub/hub.model.js';

@ObjectType({ description: 'Something that was said, as the gate releases it to the reader.' })
export class SaidItem {
  @Field(() => ID) id!: string;
  @Field() category!: string;
  @Field() text!: string;
  @Field() ground!: string;
  @Field(() => String, { nullable: true, description: 'What is done at once to protect the child.' })
  measures!: string | null;
  @Field(() => String, { nullable: true }) instrument!: string | null;
  @Field(() => Named, { nullable: true }) instrumentLabel!: Named | null;
  @Field(() => [FactorAnswerShown]) answers!: readonly FactorAnswerShown[];
}

@ObjectType()
export class HandOverReport {
  @Field() receivedAt!: Date;
  @Field() channel!: string;
  @Field() reporterKind!: string;
  @Field(() => [SaidItem]) items!: SaidItem[];
}

@ObjectType({ description: 'An immediate protection assessment; the oldest stands first.' })
export class HandOverProtection {
  @Field() needsProtection!: boolean;
  @Field() assessedAt!: Date;
  @Field() assessedByName!: string;
  @Field(() => SaidItem, { nullable: true }) reasons!: SaidItem | null;
}

@ObjectType()
export class HandOverGrading {
  @Field() grade!: string;
  @Field() instrument!: string;
  @Field() gradedAt!: Date;
  @Field() gradedByName!: string;
  @Field(() => SaidItem, { nullable: true }) reasons!: SaidItem | null;
}

@ObjectType({ description: 'A unit’s answer, and its picture where it was given.' })
export class HandOverAnswer {
  @Field() unitName!: string;
  @Field(() => String, { nullable: true, description: 'Null: never answered.' }) knowledge!: string | null;
  @Field(() => Date, { nullable: true }) answeredAt!: Date | null;
  @Field(() => String, { nullable: true }) answeredByName!: string | null;
  @Field() late!: boolean;
  @Field() given!: boolean;
  @Field(() => [SaidItem]) items!: SaidItem[];
}

@ObjectType()
export class HandOverMapEntry {
  @Field() kind!: string;
  @Field() unitName!: string;
  @Field(() => SaidItem) item!: SaidItem;
  @Field(() => String, { nullable: true }) topic!: string | null;
  @Field(() => Named, { nullable: true, description: 'In the municipality’s words.' }) topicLabel!: Named | null;
  @Field() stance!: string;
  @Field({ description: 'The units’ pictures differ here.' }) differs!: boolean;
}

@ObjectType()
export class HandOverDifference {
  @Field() topic!: string;
  @Field(() => Named) topicLabel!: Named;
  @Field(() => [String]) present!: string[];
  @Field(() => [String]) absent!: string[];
}

@ObjectType()
export class HandOverDecision {
  @Field({ description: 'False: it was decided without a hub.' }) byHub!: boolean;
  @Field() kind!: string;
  @Field() decidedByName!: string;
  @Field() decidedByTitle!: string;
  @Field() decidedAt!: Date;
  @Field(() => SaidItem, { nullable: true }) reasons!: SaidItem | null;
}

@ObjectType()
export class Stay {
  @Field() from!: Date;
  @Field() until!: Date;
}

@ObjectType()
export class HandOverParticipant {
  @Field() name!: string;
  @Field() unitName!: string;
  @Field(() => [Stay]) stays!: Stay[];
}

@ObjectType({ description: 'To whom the work goes over, and whether they have received it.' })
export class HandOverReceiver {
  @Field(() => ID, { nullable: true }) toStaffId!: string | null;
  @Field(() => String, { nullable: true }) toStaffName!: string | null;
  @Field() toUnitName!: string;
  @Field() madeByName!: string;
  @Field() madeAt!: Date;
  @Field(() => String, { nullable: true }) receivedByName!: string | null;
  @Field(() => Date, { nullable: true }) receivedAt!: Date | null;
}

@ObjectType({ description: 'Everything that goes over to whoever investigates, from a hub or without one.' })
export class HandOver {
  @Field(() => ID) caseId!: string;
  @Field() caseNumber!: string;
  @Field(() => Date, { nullable: true, description: 'When the reader’s own work on the case ends by itself.' })
  until!: Date | null;
  @Field(() => String, { nullable: true }) grade!: string | null;
  @Field(() => HubLine, { nullable: true, description: 'Null when no hub has met: then it has no answers and no map.' })
  hub!: HubLine | null;
  @Field(() => HubPerson, { nullable: true }) person!: HubPerson | null;
  @Field(() => HandOverReceiver, { nullable: true, description: 'Null when no investigation was opened.' })
  receiver!: HandOverReceiver | null;
  @Field(() => Date, { nullable: true }) startedAt!: Date | null;
  @Field(() => Date, { nullable: true }) closedAt!: Date | null;
  @Field(() => [HandOverReport]) reports!: HandOverReport[];
  @Field(() => [HandOverProtection]) protections!: HandOverProtection[];
  @Field(() => [HandOverGrading]) gradings!: HandOverGrading[];
  @Field(() => [HandOverAnswer]) answers!: HandOverAnswer[];
  @Field(() => [HandOverMapEntry]) map!: HandOverMapEntry[];
  @Field(() => [HandOverDifference]) differences!: HandOverDifference[];
  @Field(() => SaidItem, { nullable: true }) assessment!: SaidItem | null;
  @Field(() => HandOverDecision, { nullable: true }) decision!: HandOverDecision | null;
  @Field(() => [HandOverParticipant]) participants!: HandOverParticipant[];
  @Field(() => Int, { description: 'How much stays closed to the reader.' }) withheld!: number;
  @Field({ description: 'The reader can receive it.' }) mayReceive!: boolean;
}

@ObjectType()
export class HandOverReceived {
  @Field() receivedAt!: Date;
}
