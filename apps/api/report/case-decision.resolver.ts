import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ParseUUIDPipe } from '@nestjs/common';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import type { HousePost } from '#use-cases/hub/hub.port.js';
import { BeginMeasures } from '#use-cases/report/begin-measures.js';
import { DecideCase } from '#use-cases/report/decide-case.js';
import { ListDeciders } from '#use-cases/report/list-deciders.js';
import { ProposeDecision } from '#use-cases/report/propose-decision.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import { BeginMeasuresInput, DecideCaseInput, ProposeDecisionInput } from './case.inputs.js';
import { CaseDecider, CaseDeciders, CaseDecisionOutcome, MeasuresOutcome, ProposalOutcome } from './case.model.js';

@Resolver()
export class CaseDecisionResolver {
  constructor(
    private readonly decide: DecideCase,
    private readonly propose: ProposeDecision,
    private readonly deciders: ListDeciders,
    private readonly measures: BeginMeasures,
  ) {}

  @Requires('decide-hub')
  @Mutation(() => CaseDecisionOutcome, {
    description: 'Decides without a hub whether an investigation is opened, in one’s own name and with reasons.',
  })
  decideCase(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: DecideCaseInput,
  ): Promise<CaseDecisionOutcome> {
    return this.decide.run(caller, { ...input, investigator: input.investigator ?? null });
  }

  @Requires('triage-report')
  @Mutation(() => ProposalOutcome, { description: 'Proposes a decision to someone who has the authority.' })
  proposeDecision(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: ProposeDecisionInput,
  ): Promise<ProposalOutcome> {
    const { investigator, decider, ...rest } = input;
    return this.propose.run(caller, { ...rest, investigator: investigator ?? null, decider: decider ?? null });
  }

  @Requires('receive-hand-over')
  @Mutation(() => MeasuresOutcome, {
    description: 'Ends the investigation and begins measures, in one’s own name and with reasons.',
  })
  beginMeasures(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: BeginMeasuresInput,
  ): Promise<MeasuresOutcome> {
    return this.measures.run(caller, input);
  }

  @Requires('read-content')
  @Query(() => CaseDeciders, { description: 'Who can decide on this case, and who can investigate.' })
  async caseDeciders(
    @CurrentCaller() caller: StaffCaller,
    @Args('caseId', { type: () => ID }, ParseUUIDPipe) caseId: string,
  ): Promise<CaseDeciders> {
    const { deciders, investigators, ...hub } = await this.deciders.run(caller, caseId);
    return { deciders: deciders.map(decider), investigators: investigators.map(decider), ...hub };
  }
}

const decider = ({ staffId, name, title }: HousePost): CaseDecider => ({ staffId, name, title });
