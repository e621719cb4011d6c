import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Drawing } from './drawing.model.js';
import { Measured, SeriesReading } from './plan-news.model.js';

@ObjectType({ description: 'Who of the family does something, as the reader may know them.' })
export class FamilyPromiser {
  @Field({ description: '`me`, `subject` or `guardian`.' }) who!: string;
  @Field(() => String, { nullable: true }) givenName!: string | null;
}

@ObjectType({ description: 'Who of the staff does something: a house, and a name where the municipality tells names.' })
export class FamilyPlanOwner {
  @Field() kind!: string;
  @Field() house!: string;
  @Field(() => String, { nullable: true }) name!: string | null;
}

@ObjectType({ description: 'What the reader has said themselves, which nobody else of the family reads.' })
export class FamilyOwnWords {
  @Field(() => ID) id!: string;
  @Field() text!: string;
  @Field(() => Drawing, { nullable: true }) drawing!: Drawing | null;
  @Field() saidAt!: Date;
}

@ObjectType({ description: 'A figure that was told.' })
export class FamilyFigure {
  @Field(() => ID) id!: string;
  @Field({ description: 'Its day, or the Monday of its week; 2026-12-07.' }) period!: string;
  @Field(() => Float) value!: number;
}

@ObjectType({ description: 'What the parties have agreed to follow in figures.' })
export class FamilySeries {
  @Field(() => Measured) measured!: Measured;
  @Field(() => [FamilyFigure], { description: 'In the order of their days.' }) values!: FamilyFigure[];
  @Field(() => SeriesReading, { nullable: true, description: 'Both readings: where it has gone, and what is left.' })
  reading!: SeriesReading | null;
}

@ObjectType({ description: 'One thing in the plan that is the reader’s to have.' })
export class FamilyPlanEntry {
  @Field(() => ID) id!: string;
  @Field({ description: '`future`, `goals`, `ours`, `others`, `frames`, `figures`, `strengths` or `worries`.' })
  part!: string;
  @Field({ description: 'future, goal, step, measure, frame, risk, protection, strength or adaptation.' })
  kind!: string;
  @Field({ description: 'In the family’s own words or language, where somebody has written it so.' }) words!: string;
  @Field(() => String, { nullable: true, description: 'As it stands in the plan, where the words are others.' })
  original!: string | null;
  @Field(() => Drawing, { nullable: true, description: 'Drawn beside the words.' }) drawing!: Drawing | null;
  @Field({ description: 'Kind of the house that wrote it, e.g. school.' }) giverKind!: string;
  @Field(() => String, { nullable: true, description: 'What it is to lead to.' }) aim!: string | null;
  @Field(() => String, { nullable: true, description: 'Who keeps an eye on it.' }) watch!: string | null;
  @Field(() => ID, { nullable: true, description: 'The goal that a step leads to, where it is shown.' })
  goalId!: string | null;
  @Field(() => FamilyPromiser, { nullable: true }) promisedBy!: FamilyPromiser | null;
  @Field(() => FamilyPlanOwner, { nullable: true }) owner!: FamilyPlanOwner | null;
  @Field(() => String, { nullable: true, description: '2026-12-08' }) startsOn!: string | null;
  @Field(() => String, { nullable: true, description: '2026-12-08' }) followUpOn!: string | null;
  @Field({ description: 'planned, running, paused, standing or reached.' }) state!: string;
  @Field({ description: 'It came of what the reader proposed.' }) isProposed!: boolean;
  @Field({ description: 'The reader may say that it is done.' }) mayTick!: boolean;
  @Field(() => Date, { nullable: true, description: 'When the reader said that it is done.' }) doneAt!: Date | null;
  @Field(() => [FamilyOwnWords]) comments!: FamilyOwnWords[];
  @Field(() => FamilySeries, { nullable: true, description: 'Of what is followed in figures.' })
  series!: FamilySeries | null;
}

@ObjectType({ description: 'What the reader would like to be in the plan.' })
export class FamilyProposal extends FamilyOwnWords {
  @Field(() => String, { nullable: true, description: '`taken-up` or `declined`; null until it is answered.' })
  answer!: string | null;
  @Field(() => String, { nullable: true, description: 'Why not.' }) why!: string | null;
}

@ObjectType({ description: 'The version of the plan that the reader is asked about.' })
export class FamilyAdoption {
  @Field(() => ID) answerId!: string;
  @Field(() => Int) number!: number;
  @Field() putAt!: Date;
  @Field(() => String, { nullable: true, description: '`yes` or `no`; null until the reader has answered.' })
  answer!: string | null;
  @Field(() => String, { nullable: true, description: 'What the reader said with it.' }) words!: string | null;
  @Field(() => Date, { nullable: true }) answeredAt!: Date | null;
  @Field({ description: 'Something that the reader sees stands otherwise than it was put forward: answered later.' })
  isChanged!: boolean;
}

@ObjectType({ description: 'A plan as one of the family may have it.' })
export class FamilyPlan {
  @Field(() => ID) groupId!: string;
  @Field() isAboutMe!: boolean;
  @Field(() => String, { nullable: true, description: 'Null where the name may not be told.' })
  givenName!: string | null;
  @Field(() => [FamilyPlanEntry]) entries!: FamilyPlanEntry[];
  @Field(() => [FamilyProposal]) proposals!: FamilyProposal[];
  @Field(() => FamilyAdoption, { nullable: true }) adoption!: FamilyAdoption | null;
}

@ObjectType({ description: 'One thing in the plan as it stood at one time.' })
export class FamilyPlanSide {
  @Field({ description: 'In the family’s own words or language, where somebody has written it so.' }) words!: string;
  @Field(() => Drawing, { nullable: true }) drawing!: Drawing | null;
  @Field({ description: 'planned, running, paused, ended, standing or reached.' }) state!: string;
  @Field(() => FamilyPromiser, { nullable: true }) promisedBy!: FamilyPromiser | null;
  @Field(() => String, { nullable: true, description: '2026-12-08' }) startsOn!: string | null;
  @Field(() => String, { nullable: true, description: '2026-12-08' }) followUpOn!: string | null;
}

@ObjectType({ description: 'What is otherwise with one thing in the plan.' })
export class FamilyPlanDifference {
  @Field(() => ID) entryId!: string;
  @Field() kind!: string;
  @Field() part!: string;
  @Field({ description: '`added`, `taken-away` or `changed`.' }) what!: string;
  @Field(() => [String], { description: 'words, state, owner, startsOn, followUpOn.' }) changed!: string[];
  @Field(() => FamilyPlanSide, { nullable: true }) before!: FamilyPlanSide | null;
  @Field(() => FamilyPlanSide, { nullable: true }) after!: FamilyPlanSide | null;
}

@ObjectType({ description: 'What is otherwise since a version that the reader was asked about.' })
export class FamilyPlanChanges {
  @Field(() => Int) number!: number;
  @Field() putAt!: Date;
  @Field(() => Date, { nullable: true, description: 'When the next was put forward; null: as it stands now.' })
  until!: Date | null;
  @Field(() => [FamilyPlanDifference]) differences!: FamilyPlanDifference[];
}
