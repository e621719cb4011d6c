import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ParseUUIDPipe } from '@nestjs/common';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { AssessProtection } from '#use-cases/report/assess-protection.js';
import { GiveFeedback } from '#use-cases/report/give-feedback.js';
import { GradeCase } from '#use-cases/report/grade-case.js';
import { JoinReports } from '#use-cases/report/join-reports.js';
import { SeparateReports } from '#use-cases/report/separate-reports.js';
import { ViewCase } from '#use-cases/report/view-case.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import {
  AssessProtectionInput,
  GiveFeedbackInput,
  GradeCaseInput,
  JoinReportsInput,
  SeparateReportsInput,
} from './case.inputs.js';
import {
  Case,
  FeedbackOutcome,
  GradeOutcome,
  JoinOutcome,
  ProtectionAssessmentOutcome,
  SeparationOutcome,
} from './case.model.js';
import { shownCase } from './show-case.js';

@Resolver(() => Case)
export class CaseResolver {
  constructor(
    private readonly view: ViewCase,
    private readonly protection: AssessProtection,
    private readonly grading: GradeCase,
    private readonly joining: JoinReports,
    private readonly separating: SeparateReports,
    private readonly feedback: GiveFeedback,
  ) {}

  @Requires('read-content')
  @Query(() => Case, { description: 'A case that the caller works on.' })
  async case(
    @CurrentCaller() caller: StaffCaller,
    @Args('id', { type: () => ID }, ParseUUIDPipe) id: string,
  ): Promise<Case> {
    return shownCase(await this.view.run(caller, id));
  }

  @Requires('assess-protection')
  @Mutation(() => ProtectionAssessmentOutcome, { description: 'Assesses whether the child needs protection at once.' })
  assessProtection(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: AssessProtectionInput,
  ): Promise<ProtectionAssessmentOutcome> {
    return this.protection.run(caller, { ...input, needsProtection: input.needsProtection ?? null });
  }

  @Requires('triage-report')
  @Mutation(() => GradeOutcome, { description: 'Grades a case, or grades it anew; what was said before stays.' })
  gradeCase(@CurrentCaller() caller: StaffCaller, @Args('input') input: GradeCaseInput): Promise<GradeOutcome> {
    return this.grading.run(caller, input);
  }

  @Requires('join-reports')
  @Mutation(() => JoinOutcome, { description: 'Joins two open cases of the same child.' })
  joinReports(@CurrentCaller() caller: StaffCaller, @Args('input') input: JoinReportsInput): Promise<JoinOutcome> {
    return this.joining.run(caller, input);
  }

  @Requires('join-reports')
  @Mutation(() => SeparationOutcome, { description: 'Undoes a join that was a mistake, while nothing is decided.' })
  separateReports(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: SeparateReportsInput,
  ): Promise<SeparationOutcome> {
    return this.separating.run(caller, input);
  }

  @Requires('send-feedback')
  @Mutation(() => FeedbackOutcome, {
    description: 'Gives feedback to a reporter, or records that it would be unsuitable.',
  })
  giveFeedback(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: GiveFeedbackInput,
  ): Promise<FeedbackOutcome> {
    return this.feedback.run(caller, { ...input, notUnsuitable: input.notUnsuitable ?? null });
  }
}
