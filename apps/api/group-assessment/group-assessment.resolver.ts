import { ParseUUIDPipe } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { KeepAssessments } from '#use-cases/group-assessment/keep-assessments.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import { FinishAssessmentInput, GroupAssessments, OrderAssessmentInput } from './group-assessment.model.js';

@Resolver(() => GroupAssessments)
export class GroupAssessmentResolver {
  constructor(private readonly assessments: KeepAssessments) {}

  @Requires('read-content')
  @Query(() => GroupAssessments, { description: 'Assessments around a group of my house.' })
  async groupAssessments(
    @CurrentCaller() caller: StaffCaller,
    @Args('groupId', { type: () => ID }, ParseUUIDPipe) groupId: string,
  ): Promise<GroupAssessments> {
    const { assessments, assessors } = await this.assessments.list(caller, groupId);
    return {
      groupId,
      assessors: assessors.map(({ staffId, name }) => ({ staffId, name })),
      assessments: assessments
        .filter(({ order }) => order.withdrawnAt === null)
        .map(({ order, result }) => ({
          id: order.id,
          instrument: order.instrument,
          assessorId: order.assessorId,
          assessorName: order.assessorName,
          orderedByName: order.orderedByName,
          orderedAt: order.orderedAt,
          dueAt: order.dueAt,
          doneAt: order.doneAt,
          level: wordOf(result?.content.data?.['level']),
          assessedOn: wordOf(result?.content.data?.['assessedOn']),
          words: result?.content.text ?? null,
        })),
    };
  }

  @Requires('manage-groups')
  @Mutation(() => GroupAssessments, { description: 'Orders an assessment; its clock begins.' })
  async orderAssessment(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: OrderAssessmentInput,
  ): Promise<GroupAssessments> {
    await this.assessments.order(caller, input);
    return this.groupAssessments(caller, input.groupId);
  }

  @Requires('write-item')
  @Mutation(() => GroupAssessments, { description: 'Writes what an assessment came to.' })
  async finishAssessment(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: FinishAssessmentInput,
  ): Promise<GroupAssessments> {
    return this.groupAssessments(caller, (await this.assessments.finish(caller, input)).groupId);
  }

  @Requires('manage-groups')
  @Mutation(() => GroupAssessments, { description: 'Takes an order back before it is done.' })
  async withdrawAssessment(
    @CurrentCaller() caller: StaffCaller,
    @Args('id', { type: () => ID }, ParseUUIDPipe) id: string,
  ): Promise<GroupAssessments> {
    return this.groupAssessments(caller, (await this.assessments.withdraw(caller, id)).groupId);
  }
}

const wordOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
