import { ParseUUIDPipe } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { AnswerProposal } from '#use-cases/plan/answer-proposal.js';
import { ActOnEntry } from '#use-cases/plan/act-on-entry.js';
import { ReadPlan } from '#use-cases/plan/read-plan.js';
import { ShowPlanReaders } from '#use-cases/plan/show-plan-readers.js';
import { WriteEntry } from '#use-cases/plan/write-entry.js';
import { ReadCircle } from '#use-cases/group/read-circle.js';
import { CirclePerson } from '../hub/hub.model.js';
import { circleShown } from '../hub/hub-shown.js';
import { HouseAtTable } from '../hub/joint.model.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import {
  ActOnPlanEntryInput,
  ChangePlanEntryInput,
  DeclinePlanProposalInput,
  WritePlanEntryInput,
} from './plan.inputs.js';
import { PlanPage } from './plan.model.js';
import { planShown } from './plan-shown.js';

@Resolver(() => PlanPage)
export class PlanResolver {
  constructor(
    private readonly reading: ReadPlan,
    private readonly readers: ShowPlanReaders,
    private readonly writing: WriteEntry,
    private readonly acting: ActOnEntry,
    private readonly circle: ReadCircle,
    private readonly proposals: AnswerProposal,
  ) {}

  @Requires('take-part-in-meeting')
  @Query(() => PlanPage, { description: 'A group’s plan, for its coordinator and its members.' })
  async plan(
    @CurrentCaller() caller: StaffCaller,
    @Args('groupId', { type: () => ID }, ParseUUIDPipe) groupId: string,
  ): Promise<PlanPage> {
    return planShown(await this.reading.run(caller, groupId));
  }

  @Requires('take-part-in-meeting')
  @Query(() => [HouseAtTable], { description: 'Who gets what is about to be written in a plan, and who does not.' })
  async planReaders(
    @CurrentCaller() caller: StaffCaller,
    @Args('groupId', { type: () => ID }, ParseUUIDPipe) groupId: string,
    @Args('category') category: string,
    @Args('entryId', { type: () => ID, nullable: true, description: 'What is written anew; null for something new.' })
    entryId: string | null,
    @Args('ofEntryId', {
      type: () => ID,
      nullable: true,
      description: 'What stands there and is spoken of; null for something by itself.',
    })
    ofEntryId: string | null,
    @Args('newsId', { type: () => ID, nullable: true, description: 'News that are put right.' })
    newsId: string | null,
    @Args('revealsPlace', { type: () => Boolean, defaultValue: false }) revealsPlace: boolean,
    @Args('about', { type: () => [ID], defaultValue: [] }) about: string[],
    @Args('opens', {
      type: () => Boolean,
      defaultValue: false,
      description: 'What is written anew is told also to those to whom it was not told before.',
    })
    opens: boolean,
    @Args('ownerMemberId', { type: () => ID, nullable: true, description: 'The seat of whoever is to do it.' })
    ownerMemberId: string | null,
    @Args('forFamily', {
      type: () => Boolean,
      defaultValue: false,
      description: 'The family is to read it too; for the house that leads.',
    })
    forFamily: boolean,
  ): Promise<HouseAtTable[]> {
    const entries = { entryId: entryId ?? null, ofEntryId: ofEntryId ?? null, newsId: newsId ?? null };
    const of = { ...entries, revealsPlace, about, opens, ownerMemberId: ownerMemberId ?? null, forFamily };
    return [...(await this.readers.run(caller, { groupId, category, ...of }))];
  }

  @Requires('take-part-in-meeting')
  @Query(() => [CirclePerson], {
    description: 'The group’s own person and those close to them, whom words in its plan may be about too.',
  })
  async groupCircle(
    @CurrentCaller() caller: StaffCaller,
    @Args('groupId', { type: () => ID }, ParseUUIDPipe) groupId: string,
  ): Promise<CirclePerson[]> {
    return circleShown(await this.circle.ofGroup(caller, groupId));
  }

  @Requires('take-part-in-meeting')
  @Mutation(() => ID, { description: 'Writes something in a plan; whoever leads begins it by that.' })
  async writePlanEntry(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') { groupId, kind, category, goalId, proposalId, measured, ...words }: WritePlanEntryInput,
  ): Promise<string> {
    const of = { goalId: goalId ?? null, proposalId: proposalId ?? null, measured: measured ?? null };
    const said = { kind, category, ...of, ...wordsOf(words) };
    return (await this.writing.add(caller, groupId, said)).entryId;
  }

  @Requires('take-part-in-meeting')
  @Mutation(() => Boolean, { description: 'Says otherwise what the own house has written in a plan.' })
  async changePlanEntry(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') { entryId, version, itemVersion, opens, ...words }: ChangePlanEntryInput,
  ): Promise<boolean> {
    await this.writing.change(caller, { entryId, version, itemVersion, opens }, wordsOf(words));
    return true;
  }

  @Requires('take-part-in-meeting')
  @Mutation(() => Boolean, { description: 'Begins, rests, follows up, ends or takes away what stands in a plan.' })
  async actOnPlanEntry(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: ActOnPlanEntryInput,
  ): Promise<boolean> {
    await this.acting.run(caller, { ...input, result: input.result ?? null, followUpOn: input.followUpOn ?? null });
    return true;
  }

  @Requires('take-part-in-meeting')
  @Mutation(() => Boolean, { description: 'Says no to what the family would like to be in the plan, and why.' })
  async declinePlanProposal(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: DeclinePlanProposalInput,
  ): Promise<boolean> {
    await this.proposals.decline(caller, input);
    return true;
  }
}

type Words = Omit<ChangePlanEntryInput, 'entryId' | 'version' | 'itemVersion' | 'opens'>;

const wordsOf = ({ needArea, ownerMemberId, promisedBy, startsOn, followUpOn, drawing, ...words }: Words) => ({
  ...words,
  drawing: drawing ?? null,
  needArea: needArea ?? null,
  ownerMemberId: ownerMemberId ?? null,
  promisedBy: promisedBy ?? null,
  startsOn: startsOn ?? null,
  followUpOn: followUpOn ?? null,
});
