import { ParseUUIDPipe } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { FamilyCaller } from '#use-cases/gate/caller.js';
import { AnswerFamilyPlan } from '#use-cases/plan/answer-family-plan.js';
import { ReadFamilyPlan } from '#use-cases/plan/read-family-plan.js';
import { ReadPlanChanges } from '#use-cases/plan/read-plan-changes.js';
import { SayInFamilyPlan } from '#use-cases/plan/say-in-family-plan.js';
import { CurrentFamily } from '../family/current-family.js';
import { Requires } from '../guard/requires.js';
import {
  AnswerFamilyPlanInput,
  CommentFamilyPlanInput,
  ProposeInFamilyPlanInput,
  TickFamilyPlanInput,
} from './family-plan.inputs.js';
import { FamilyPlan, FamilyPlanChanges } from './family-plan.model.js';
import { changesShown, familyPlanShown } from './family-plan-shown.js';

/** The plan in the family’s hand, and what one says in it oneself. */
@Resolver(() => FamilyPlan)
export class FamilyPlanResolver {
  constructor(
    private readonly reading: ReadFamilyPlan,
    private readonly saying: SayInFamilyPlan,
    private readonly answering: AnswerFamilyPlan,
    private readonly changes: ReadPlanChanges,
  ) {}

  @Requires('family')
  @Query(() => [FamilyPlan], { description: 'The plans that the reader may be told of, as far as they may.' })
  async familyPlans(@CurrentFamily() caller: FamilyCaller): Promise<FamilyPlan[]> {
    return (await this.reading.list(caller)).map(familyPlanShown);
  }

  @Requires('family')
  @Query(() => [FamilyPlanChanges], {
    description: 'What is otherwise since each version that the reader was asked about, as far as they may have it.',
  })
  async familyPlanChanges(
    @CurrentFamily() caller: FamilyCaller,
    @Args('groupId', { type: () => ID }, ParseUUIDPipe) groupId: string,
  ): Promise<FamilyPlanChanges[]> {
    return (await this.changes.run(caller, groupId)).map(changesShown);
  }

  @Requires('family')
  @Mutation(() => Boolean, { description: 'Says that what I promised is done; the same however often it is sent.' })
  async tickFamilyPlan(
    @CurrentFamily() caller: FamilyCaller,
    @Args('input') input: TickFamilyPlanInput,
  ): Promise<boolean> {
    await this.saying.tick(caller, input);
    return true;
  }

  @Requires('family')
  @Mutation(() => Boolean, { description: 'Takes back that it is done; the same however often it is sent.' })
  async untickFamilyPlan(
    @CurrentFamily() caller: FamilyCaller,
    @Args('entryId', { type: () => ID }, ParseUUIDPipe) entryId: string,
  ): Promise<boolean> {
    await this.saying.untick(caller, entryId);
    return true;
  }

  @Requires('family')
  @Mutation(() => Boolean, { description: 'Says a word about something in the plan, to whoever works with the case.' })
  async commentFamilyPlan(
    @CurrentFamily() caller: FamilyCaller,
    @Args('input') { entryId, drawing, ...said }: CommentFamilyPlanInput,
  ): Promise<boolean> {
    await this.saying.comment(caller, entryId, { ...said, drawing: drawing ?? null });
    return true;
  }

  @Requires('family')
  @Mutation(() => Boolean, { description: 'Says what I would like to be in the plan, to whoever works with the case.' })
  async proposeInFamilyPlan(
    @CurrentFamily() caller: FamilyCaller,
    @Args('input') { groupId, drawing, ...said }: ProposeInFamilyPlanInput,
  ): Promise<boolean> {
    await this.saying.propose(caller, groupId, { ...said, drawing: drawing ?? null });
    return true;
  }

  @Requires('family')
  @Mutation(() => Boolean, { description: 'Says yes to the plan, or not yet and why.' })
  async answerFamilyPlan(
    @CurrentFamily() caller: FamilyCaller,
    @Args('input') input: AnswerFamilyPlanInput,
  ): Promise<boolean> {
    await this.answering.run(caller, input);
    return true;
  }
}
