import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { AssessGround, type GroundAssessed } from '#use-cases/share/assess-ground.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import { AssessGroundInput, DecideInDangerInput } from './share.inputs.js';
import { GroundAssessment } from './share.model.js';
import { whatIsTold } from './share.resolver.js';

@Resolver()
export class AssessGroundResolver {
  constructor(private readonly assess: AssessGround) {}

  @Requires('assess-ground')
  @Mutation(() => GroundAssessment, {
    description: 'Files an official’s assessment as the fact that the gate decides by.',
  })
  assessGround(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: AssessGroundInput,
  ): Promise<GroundAssessment> {
    return this.assess.run(caller, assessed(input));
  }

  @Requires('share-item')
  @Mutation(() => GroundAssessment, {
    description: 'Somebody is in danger now: decided by whoever works on the case, in two steps, for a few hours.',
  })
  decideInDanger(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: DecideInDangerInput,
  ): Promise<GroundAssessment> {
    return this.assess.inDanger(caller, { ...assessed(input), confirmation: input.confirmation ?? null });
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
