import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { HouseSeeingShown } from '../report/case.model.js';
import { Named } from '../form/form.model.js';
import { Drawing } from './drawing.model.js';
import { PlanFamilyMember, PlanVoice } from './plan-voice.model.js';

@ObjectType({ description: 'Words in a plan, as the gate lets this reader have them.' })
export class SaidInPlan {
  @Field(() => ID) itemId!: string;
  @Field() text!: string;
  @Field(() => Drawing, { nullable: true, description: 'Drawn beside the words, and as much theirs to have.' })
  drawing!: Drawing | null;
  @Field() category!: string;
  @Field(() => [ID], { description: 'Whom it is about beside the group’s own person.' }) about!: string[];
  @Field({ description: 'It shows where somebody lives or is.' }) revealsPlace!: boolean;
  @Field({ description: 'Kind of the house whose they are, e.g. police.' }) giverKind!: string;
  @Field() ground!: string;
  @Field(() => Date, { nullable: true, description: 'Until when the reader may have it.' }) until!: Date | null;
  @Field(() => Int) version!: number;
}

@ObjectType({ description: 'What has become of something in a plan.' })
export class PlanAct {
  @Field(() => ID) id!: string;
  @Field({ description: 'start, pause, follow-up, end, reach or remove.' }) act!: string;
  @Field(() => String, { nullable: true, description: 'reached, partly, not-reached or never-begun.' })
  result!: string | null;
  @Field(() => SaidInPlan, { nullable: true }) said!: SaidInPlan | null;
  @Field() byName!: string;
  @Field() at!: Date;
}

@ObjectType({ description: 'That something in a plan was of another kind before.' })
export class PlanCategoryChange {
  @Field(() => ID) id!: string;
  @Field() from!: string;
  @Field() to!: string;
  @Field() reason!: string;
  @Field() byName!: string;
  @Field() at!: Date;
}

@ObjectType({ description: 'One thing that stands in a plan.' })
export class PlanEntry {
  @Field(() => ID) id!: string;
  @Field({
    description: 'future, goal, step, measure, frame, risk, protection, strength, adaptation, step-back or series.',
  })
  kind!: string;
  @Field(() => SaidInPlan) said!: SaidInPlan;
  @Field(() => [HouseSeeingShown]) alsoSeenBy!: HouseSeeingShown[];
  @Field(() => String, { nullable: true }) aim!: string | null;
  @Field(() => String, { nullable: true, description: 'What help they need to do it.' }) help!: string | null;
  @Field(() => String, { nullable: true, description: 'Who keeps an eye on it.' }) watch!: string | null;
  @Field(() => String, { nullable: true }) needArea!: string | null;
  @Field(() => ID, { nullable: true, description: 'The part goal that a step leads to.' }) goalId!: string | null;
  @Field(() => ID, { nullable: true, description: 'The seat of whoever is responsible.' }) ownerMemberId!:
    string | null;
  @Field(() => String, { nullable: true }) ownerName!: string | null;
  @Field(() => String, { nullable: true }) ownerUnitName!: string | null;
  @Field(() => String, { nullable: true }) ownerKind!: string | null;
  @Field(() => PlanFamilyMember, { nullable: true, description: 'Who of the family has promised to do it.' })
  promisedBy!: PlanFamilyMember | null;
  @Field(() => PlanFamilyMember, {
    nullable: true,
    description: 'Whose proposal it came of, for the house that leads.',
  })
  proposedBy!: PlanFamilyMember | null;
  @Field({ description: 'The family reads it in its plan, as far as the rule lets each of them.' }) forFamily!: boolean;
  @Field(() => String, { nullable: true, description: 'The same in the family’s own words or language.' })
  familyWords!: string | null;
  @Field({
    description: 'Whose hands it is in: the house of whoever is responsible, or else the one that has said it.',
  })
  house!: string;
  @Field(() => String, { nullable: true, description: '2026-12-08' }) startsOn!: string | null;
  @Field(() => String, { nullable: true, description: '2026-12-08' }) followUpOn!: string | null;
  @Field({ description: 'planned, running, paused, ended, standing, reached or removed.' }) state!: string;
  @Field() byName!: string;
  @Field() madeAt!: Date;
  @Field({ description: 'Who wrote the words that stand there.' }) wordsByName!: string;
  @Field({ description: 'When those words were written.' }) wordsAt!: Date;
  @Field(() => Int) version!: number;
  @Field({ description: 'The reader’s own house has written it and may change its words.' }) mayChange!: boolean;
  @Field(() => [String], { description: 'What the reader may do with it now.' }) mayDo!: string[];
  @Field(() => [PlanAct], { description: 'The oldest first.' }) acts!: PlanAct[];
  @Field(() => [PlanCategoryChange], { description: 'For the house that wrote it; the oldest first.' })
  categoryChanges!: PlanCategoryChange[];
  @Field(() => [PlanVoice], { description: 'What the family has said of it, for the house that leads.' })
  voices!: PlanVoice[];
}

@ObjectType({ description: 'A seat of the group, who may be responsible for a measure.' })
export class PlanSeat {
  @Field(() => ID) memberId!: string;
  @Field() name!: string;
  @Field() unitName!: string;
  @Field() kind!: string;
  @Field({ description: 'decides, speaks or listens.' }) mandate!: string;
}

@ObjectType({ description: 'Something that RBM asks of a plan: a question to people, never a verdict.' })
export class PlanQuestion {
  @Field({
    description:
      'need-without-measure, measure-without-need, many-on-one-need, much-for-low-risk, little-for-high-risk or no-adaptation.',
  })
  asks!: string;
  @Field(() => String, { nullable: true }) needArea!: string | null;
  @Field(() => [String], { description: 'Who is on one need.' }) houses!: string[];
  @Field(() => Int, { nullable: true }) measures!: number | null;
}

@ObjectType({ description: 'The plan as it was last put forward.' })
export class NewestVersion {
  @Field(() => Int) number!: number;
  @Field({ description: 'put-forward, adopted, houses-agreed or not-adopted.' }) state!: string;
  @Field() putAt!: Date;
}

@ObjectType({ description: 'A group’s plan as this reader may have it.' })
export class PlanPage {
  @Field(() => ID) groupId!: string;
  @Field() caseNumber!: string;
  @Field(() => Named) formName!: Named;
  @Field({ description: 'Of the reader’s own house.' }) own!: boolean;
  @Field(() => String, { nullable: true, description: 'Whom it is about, as this reader may be told.' })
  about!: string | null;
  @Field({ description: 'The house that leads has begun it.' }) begun!: boolean;
  @Field(() => [String], { description: 'Kinds of things that the reader may write.' }) mayWrite!: string[];
  @Field(() => [PlanSeat]) seats!: PlanSeat[];
  @Field(() => [PlanEntry]) entries!: PlanEntry[];
  @Field(() => [PlanFamilyMember], {
    description: 'Whom the reader may write down as having promised something: the young person first.',
  })
  family!: PlanFamilyMember[];
  @Field(() => [PlanVoice], {
    description: 'What the family would like to be in the plan, for the house that leads; the oldest first.',
  })
  proposals!: PlanVoice[];
  @Field(() => NewestVersion, { nullable: true }) newest!: NewestVersion | null;
  @Field() mayPutForward!: boolean;
  @Field(() => String, {
    nullable: true,
    description: 'low, medium, high or no-level, as last recorded; for the house that leads.',
  })
  level!: string | null;
  @Field(() => [PlanQuestion], { description: 'For the house that leads.' }) questions!: PlanQuestion[];
}
