import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { IN_DANGER, LATELY } from '#domain/sign-in/decide-proof.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { AssessGround, type GroundAssessed } from '#use-cases/share/assess-ground.js';
import { LiftAssessment } from '#use-cases/share/lift-assessment.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import { AssessGroundInput, DecideInDangerInput, LiftAssessmentInput } from './share.inputs.js';
import { GroundAssessment } from './share.model.js';
import { whatIsTold } from './share.resolver.js';

@Resolver()
export class AssessGroundResolver {
  constructor(
    private readonly assess: AssessGround,
    private readonly lifting: LiftAssessment,
  ) {}

  @Requires('assess-ground', { provedWithin: LATELY })
  @Mutation(() => GroundAssessment, {
    description: 'Files an official’s assessment as the fact that the gate decides by.',
  })
  assessGround(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: AssessGroundInput,
  ): Promise<GroundAssessment> {
    return this.assess.run(caller, assessed(input));
  }

  @Requires('share-item', { provedWithin: IN_DANGER })
  @Mutation(() => GroundAssessment, {
    description: 'Somebody is in danger now: decided by whoever works on the case, in two steps, for a few hours.',
  })
  decideInDanger(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: DecideInDangerInput,
  ): Promise<GroundAssessment> {
    return this.assess.inDanger(caller, { ...assessed(input), confirmation: input.confirmation ?? null });
  }

  @Requires('share-item')
  @Mutation(() => Boolean, {
    description:
      'Lifts an assessment before its end, for whoever may make such a one: from that instant it is no ground, and what was told by it leaves every screen.',
  })
  async liftAssessment(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: LiftAssessmentInput,
  ): Promise<boolean> {
    await this.lifting.run(caller, input);
    return true;
  }
}

const assessed = (input: AssessGroundInput): GroundAssessed => ({
  ...whatIsTold(input),
  toBranchId: input.toBranchId,
  ground: input.ground,
  criteria: Object.fromEntries(input.criteria.map(({ criterion, met }) => [criterion, met])),
  reasons: input.reasons,
  until: input.until,
});
