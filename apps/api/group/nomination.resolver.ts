import { ParseUUIDPipe } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { AnswerNomination } from '#use-cases/group/answer-nomination.js';
import { Nominate } from '#use-cases/group/nominate.js';
import { ReadNominations } from '#use-cases/group/read-nominations.js';
import { StartGroup } from '#use-cases/group/start-group.js';
import { pageOf, readPlaceInTime, writeCursor } from '../graphql/connection.js';
import { Requires } from '../guard/requires.js';
import { personShown } from '../hub/hub-shown.js';
import { CurrentCaller } from '../session/current-caller.js';
import { AnswerNominationInput, NominateInput, StartGroupInput } from './group.inputs.js';
import {
  Coordinator,
  Nomination,
  NominationAnswer,
  OwnCaseConnection,
  OwnCasesArgs,
  PreparatoryGroup,
} from './group.model.js';
import { nominationShown } from './group-shown.js';
import { boardShown, preparatoryGiven } from './preparatory-shown.js';

@Resolver(() => Nomination)
export class NominationResolver {
  constructor(
    private readonly nominating: Nominate,
    private readonly answering: AnswerNomination,
    private readonly read: ReadNominations,
    private readonly starting: StartGroup,
  ) {}

  @Requires('nominate')
  @Query(() => [Coordinator], { description: 'Coordinators of my municipality, to nominate to.' })
  async coordinators(@CurrentCaller() caller: StaffCaller): Promise<Coordinator[]> {
    return (await this.nominating.coordinators(caller)).map(({ branchId, ...one }) => ({
      ...one,
      ownHouse: branchId === caller.branchId,
    }));
  }

  @Requires('nominate')
  @Query(() => [Nomination], { description: 'What I have nominated, and what waits for me.' })
  async nominations(
    @CurrentCaller() caller: StaffCaller,
    @Args('opened', { type: () => ID, nullable: true, description: 'The one that I have opened: it is read.' })
    opened?: string | null,
  ): Promise<Nomination[]> {
    return (await this.read.run(caller, opened ?? null)).map(nominationShown);
  }

  @Requires('nominate')
  @Query(() => OwnCaseConnection, { description: 'Open cases of my house that I work on, the last opened first.' })
  async ownCases(@CurrentCaller() caller: StaffCaller, @Args() args: OwnCasesArgs): Promise<OwnCaseConnection> {
    const { first, after, including = null } = args;
    const { cases, more } = await this.read.ownCases(caller, { first, after: readPlaceInTime(after), including });
    return pageOf(cases, more, {
      cursor: ({ openedAt, caseId }) => writeCursor([openedAt.toISOString(), caseId]),
      node: ({ caseId, number, person }) => ({ caseId, number, person: person ? personShown(person) : null }),
    });
  }

  @Requires('nominate')
  @Mutation(() => ID, { description: 'Says to a coordinator that there is someone to talk to; answers its id.' })
  async nominate(@CurrentCaller() caller: StaffCaller, @Args('input') input: NominateInput): Promise<string> {
    return (await this.nominating.run(caller, { ...input, caseId: input.caseId ?? null })).id;
  }

  @Requires('nominate')
  @Mutation(() => Boolean, { description: 'Takes one’s own nomination back.' })
  async withdrawNomination(
    @CurrentCaller() caller: StaffCaller,
    @Args('nominationId', { type: () => ID }, ParseUUIDPipe) nominationId: string,
  ): Promise<boolean> {
    await this.nominating.withdraw(caller, nominationId);
    return true;
  }

  @Requires('manage-groups')
  @Mutation(() => NominationAnswer, { description: 'The preparatory decision, with reasons.' })
  answerNomination(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: AnswerNominationInput,
  ): Promise<NominationAnswer> {
    return this.answering.run(caller, {
      nominationId: input.nominationId,
      caseId: input.caseId ?? null,
      knownBy: input.knownBy ?? null,
      outsideAges: input.outsideAges ?? null,
      decision: input.decision,
      reason: input.reason ?? null,
      words: input.words,
      preparatory: preparatoryGiven(input.preparatory),
    });
  }

  @Requires('manage-groups')
  @Query(() => [PreparatoryGroup], { description: 'Preparatory groups that run, for whoever writes their decisions.' })
  async preparatoryGroups(@CurrentCaller() caller: StaffCaller): Promise<PreparatoryGroup[]> {
    return (await this.read.preparatoryGroups(caller)).map(boardShown);
  }

  @Requires('manage-groups')
  @Mutation(() => ID, { description: 'Begins a group without persons, about a place; answers its id.' })
  async startGroup(@CurrentCaller() caller: StaffCaller, @Args('input') input: StartGroupInput): Promise<string> {
    return (await this.starting.run(caller, input)).groupId;
  }
}
