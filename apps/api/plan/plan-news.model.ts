import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { HouseSeeingShown } from '../report/case.model.js';
import { SaidInPlan } from './plan.model.js';

@ObjectType({ description: 'What a series counts in, which way is better and how often it is told.' })
export class Measured {
  @Field({ description: 'percent, hours or count.' }) unit!: string;
  @Field({ description: 'more or less.' }) better!: string;
  @Field({ description: 'day or week.' }) cadence!: string;
}

@ObjectType({ description: 'A figure that was told.' })
export class ToldFigure {
  @Field(() => Float) value!: number;
  @Field({ description: 'Its day, or the Monday of its week; 2026-12-07.' }) period!: string;
  @Field(() => Measured) measured!: Measured;
}

@ObjectType({ description: 'That what stands there was put right.' })
export class CorrectedWords {
  @Field() at!: Date;
  @Field() byName!: string;
  @Field(() => String, { nullable: true }) why!: string | null;
}

@ObjectType({ description: 'One thing that has happened between meetings, as this reader may have it.' })
export class Happening {
  @Field(() => ID) id!: string;
  @Field({ description: 'good-news, news, value, added or act.' }) kind!: string;
  @Field() at!: Date;
  @Field() byName!: string;
  @Field(() => SaidInPlan, { nullable: true, description: 'What was told, or said of it.' }) said!: SaidInPlan | null;
  @Field(() => [HouseSeeingShown]) alsoSeenBy!: HouseSeeingShown[];
  @Field(() => String, { nullable: true, description: 'What in the plan it is about, in its words.' })
  of!: string | null;
  @Field(() => String, { nullable: true, description: 'start, pause, follow-up, end, reach or remove.' })
  act!: string | null;
  @Field(() => String, { nullable: true, description: 'reached, partly, not-reached or never-begun.' })
  result!: string | null;
  @Field(() => ToldFigure, { nullable: true }) figure!: ToldFigure | null;
  @Field(() => CorrectedWords, { nullable: true }) corrected!: CorrectedWords | null;
  @Field({ description: 'The group has not met since.' }) isSince!: boolean;
  @Field({ description: 'The reader’s own house has told it, and may put it right or take it out.' })
  mayChange!: boolean;
}

@ObjectType({ description: 'What a figure said before it was put right or moved.' })
export class EarlierFigure {
  @Field(() => Float) value!: number;
  @Field({ description: '2026-12-07' }) period!: string;
  @Field({ description: 'Who put it right.' }) byName!: string;
  @Field() at!: Date;
  @Field(() => String, { nullable: true }) why!: string | null;
}

@ObjectType({ description: 'One figure of a series.' })
export class SeriesValue {
  @Field(() => ID) id!: string;
  @Field({ description: 'Its day, or the Monday of its week; 2026-12-07.' }) period!: string;
  @Field(() => Float) value!: number;
  @Field() byName!: string;
  @Field() at!: Date;
  @Field(() => Int, { description: 'Sent back when it is put right.' }) itemVersion!: number;
  @Field() isCorrected!: boolean;
  @Field() mayCorrect!: boolean;
  @Field(() => [EarlierFigure], { description: 'The oldest first.' }) earlier!: EarlierFigure[];
}

@ObjectType({ description: 'Both readings of a series: where it has gone, and what is left.' })
export class SeriesReading {
  @Field(() => Float) from!: number;
  @Field(() => Float) to!: number;
  @Field({ description: 'up, down or same.' }) way!: string;
  @Field(() => Boolean, { nullable: true }) isBetter!: boolean | null;
  @Field(() => Float, { nullable: true, description: 'Of a whole, what is still missing or still there.' })
  left!: number | null;
}

@ObjectType({ description: 'Something that the parties have agreed to follow in figures.' })
export class PlanSeries {
  @Field(() => ID, { description: 'Of what it is in the plan.' }) seriesId!: string;
  @Field() name!: string;
  @Field(() => Measured) measured!: Measured;
  @Field(() => String, { nullable: true, description: 'Who tells it.' }) ownerName!: string | null;
  @Field({ description: 'Still told.' }) isFollowed!: boolean;
  @Field() mayTell!: boolean;
  @Field(() => [SeriesValue], { description: 'In the order of their days.' }) values!: SeriesValue[];
  @Field(() => SeriesReading, { nullable: true }) reading!: SeriesReading | null;
  @Field(() => String, { nullable: true, description: 'A day, or a week by its Monday, that nobody has told yet.' })
  untold!: string | null;
}

@ObjectType({ description: 'What has happened in a group between its meetings, as this reader may have it.' })
export class PlanNewsPage {
  @Field(() => ID) groupId!: string;
  @Field(() => Date, { nullable: true }) lastMetAt!: Date | null;
  @Field() mayWrite!: boolean;
  @Field(() => [Happening], { description: 'The newest first.' }) happenings!: Happening[];
  @Field(() => [PlanSeries]) series!: PlanSeries[];
}
