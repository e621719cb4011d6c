import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { AnswerQuestion } from '#use-cases/hub/answer-question.js';
import { ConveneHub } from '#use-cases/hub/convene-hub.js';
import { MayCallUnit } from '#use-cases/hub/may-call-unit.js';
import { ProposeHub } from '#use-cases/hub/propose-hub.js';
import { ReadHub } from '#use-cases/hub/read-hub.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import { AnswerHubQuestionInput, ConveneHubInput } from './hub.inputs.js';
import { AnswerReceipt, CallAnswer, Hub, HubProposal } from './hub.model.js';
import { callShown, hubShown, proposalShown } from './hub-shown.js';

@Resolver(() => Hub)
export class HubResolver {
  constructor(
    private readonly propose: ProposeHub,
    private readonly convene: ConveneHub,
    private readonly mayCall: MayCallUnit,
    private readonly read: ReadHub,
    private readonly answer: AnswerQuestion,
  ) {}

  @Requires('convene-hub')
  @Query(() => HubProposal, { description: 'What a hub for this case would be now.' })
  async proposeHub(
    @CurrentCaller() caller: StaffCaller,
    @Args('caseId', { type: () => ID }) caseId: string,
  ): Promise<HubProposal> {
    const proposal = await this.propose.run(caller, caseId);
    return proposalShown(proposal, new Map(proposal.plan.posts.map((post) => [post.staffId, post])));
  }

  @Requires('convene-hub')
  @Mutation(() => CallAnswer, {
    description: 'Whether a unit may be called to the hub of this case; a refusal is logged.',
  })
  async callUnitToHub(
    @CurrentCaller() caller: StaffCaller,
    @Args('caseId', { type: () => ID }) caseId: string,
    @Args('unitId', { type: () => ID }) unitId: string,
  ): Promise<CallAnswer> {
    return callShown(await this.mayCall.run(caller, { caseId, unitId }));
  }

  @Requires('convene-hub')
  @Mutation(() => Hub, { description: 'Convenes the hub: asks every unit chosen, with two hours each.' })
  async conveneHub(@CurrentCaller() caller: StaffCaller, @Args('input') input: ConveneHubInput): Promise<Hub> {
    const { hubId } = await this.convene.run(caller, {
      caseId: input.caseId,
      unitIds: input.unitIds,
      startsAt: input.startsAt ?? null,
      leaderId: input.leaderId ?? null,
      deciderId: input.deciderId ?? null,
    });
    return this.hub(caller, hubId);
  }

  @Requires('take-part-in-meeting')
  @Query(() => Hub, { description: 'A hub and its lobby.' })
  async hub(@CurrentCaller() caller: StaffCaller, @Args('id', { type: () => ID }) id: string): Promise<Hub> {
    return hubShown(await this.read.run(caller, id), caller);
  }

  @Requires('take-part-in-meeting')
  @Query(() => ID, { description: 'The hub that a question belongs to.' })
  hubOfQuestion(
    @CurrentCaller() caller: StaffCaller,
    @Args('questionId', { type: () => ID }) questionId: string,
  ): Promise<string> {
    return this.read.hubOf(caller, questionId);
  }

  @Requires('answer-question')
  @Mutation(() => AnswerReceipt, { description: 'A unit says what it knows; an answer can be given anew.' })
  answerHubQuestion(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: AnswerHubQuestionInput,
  ): Promise<AnswerReceipt> {
    return this.answer.run(caller, input);
  }
}
