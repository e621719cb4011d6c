import { ParseUUIDPipe } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AssessGuardian } from '#use-cases/family/assess-guardian.js';
import { LiftGuardianAssessment } from '#use-cases/family/lift-guardian-assessment.js';
import { ReadGuardians } from '#use-cases/family/read-guardians.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import { AssessGuardianInput, LiftGuardianAssessmentInput } from './guardian.inputs.js';
import { GuardiansOfCase } from './guardian.model.js';

/** Whether a guardian may be told about a child's matter: guardiansOfCase, assessGuardian, liftGuardianAssessment. */
@Resolver(() => GuardiansOfCase)
export class GuardianResolver {
  constructor(
    private readonly read: ReadGuardians,
    private readonly assess: AssessGuardian,
    private readonly lift: LiftGuardianAssessment,
  ) {}

  @Requires('read-content')
  @Query(() => GuardiansOfCase, {
    description: 'Who has custody of the child of a case that the caller works on, and what has been assessed of each.',
  })
  guardiansOfCase(
    @CurrentCaller() caller: StaffCaller,
    @Args('caseId', { type: () => ID }, ParseUUIDPipe) caseId: string,
  ): Promise<GuardiansOfCase> {
    return this.read.run(caller, caseId);
  }

  @Requires('assess-ground')
  @Mutation(() => Boolean, {
    description:
      'Files that telling a guardian would, or would not, harm the child seriously (OSL 12:3): from then on they neither sign nor are told, and consents are looked at again at once.',
  })
  async assessGuardian(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: AssessGuardianInput,
  ): Promise<boolean> {
    await this.assess.run(caller, input);
    return true;
  }

  @Requires('assess-ground')
  @Mutation(() => Boolean, {
    description:
      'Lifts such an assessment before its end: the guardian is told and asked again, and consents are looked at again at once.',
  })
  async liftGuardianAssessment(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: LiftGuardianAssessmentInput,
  ): Promise<boolean> {
    await this.lift.run(caller, input);
    return true;
  }
}
