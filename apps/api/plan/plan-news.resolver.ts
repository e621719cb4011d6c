import { ParseUUIDPipe } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { ReadNews, type NewsPage } from '#use-cases/plan/read-news.js';
import { TellValue } from '#use-cases/plan/tell-value.js';
import { WriteNews } from '#use-cases/plan/write-news.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import {
  CorrectPlanNewsInput,
  CorrectPlanValueInput,
  TakeOutPlanNewsInput,
  TellPlanValueInput,
  WritePlanNewsInput,
} from './plan-news.inputs.js';
import { PlanNewsPage } from './plan-news.model.js';
import { saidShown } from './plan-shown.js';

@Resolver(() => PlanNewsPage)
export class PlanNewsResolver {
  constructor(
    private readonly reading: ReadNews,
    private readonly writing: WriteNews,
    private readonly telling: TellValue,
  ) {}

  @Requires('take-part-in-meeting')
  @Query(() => PlanNewsPage, {
    description: 'What has happened in a group since it last met, and what it follows in figures.',
  })
  async planNews(
    @CurrentCaller() caller: StaffCaller,
    @Args('groupId', { type: () => ID }, ParseUUIDPipe) groupId: string,
  ): Promise<PlanNewsPage> {
    return newsShown(await this.reading.run(caller, groupId));
  }

  @Requires('take-part-in-meeting')
  @Mutation(() => ID, { description: 'Tells something between two meetings; it comes up at the next by itself.' })
  async writePlanNews(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') { groupId, ...said }: WritePlanNewsInput,
  ): Promise<string> {
    return (await this.writing.write(caller, groupId, said)).newsId;
  }

  @Requires('take-part-in-meeting')
  @Mutation(() => Boolean, { description: 'Puts right what the own house has told, with why.' })
  async correctPlanNews(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') { newsId, itemVersion, ...said }: CorrectPlanNewsInput,
  ): Promise<boolean> {
    await this.writing.correct(caller, { newsId, itemVersion }, said);
    return true;
  }

  @Requires('take-part-in-meeting')
  @Mutation(() => Boolean, { description: 'Takes out what the own house has told, for all who were told of it.' })
  async takeOutPlanNews(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: TakeOutPlanNewsInput,
  ): Promise<boolean> {
    await this.writing.takeOut(caller, input);
    return true;
  }

  @Requires('take-part-in-meeting')
  @Mutation(() => ID, { description: 'Tells a figure of a series that the parties have agreed on.' })
  async tellPlanValue(@CurrentCaller() caller: StaffCaller, @Args('input') input: TellPlanValueInput): Promise<string> {
    return (await this.telling.tell(caller, input)).valueId;
  }

  @Requires('take-part-in-meeting')
  @Mutation(() => Boolean, { description: 'Puts right or moves a figure that the own house has told.' })
  async correctPlanValue(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: CorrectPlanValueInput,
  ): Promise<boolean> {
    await this.telling.correct(caller, { ...input, on: input.on ?? null });
    return true;
  }
}

const newsShown = ({ happenings, series, ...page }: NewsPage): PlanNewsPage => ({
  ...page,
  happenings: happenings.map(({ item, alsoSeenBy, ...one }) => ({
    ...one,
    said: item && saidShown(item),
    alsoSeenBy: alsoSeenBy.map(({ id, kind, name }) => ({ id, kind, name })),
  })),
  series: series.map(({ values, ...one }) => ({
    ...one,
    values: values.map((value) => ({ ...value, earlier: [...value.earlier] })),
  })),
});
