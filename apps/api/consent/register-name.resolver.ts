import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Refusals } from '#domain/consent/consent.js';
import { RegisterName } from '#use-cases/consent/register-name.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import type { RefusalsInput } from '../family/family.inputs.js';
import { RegisterOralNameInput, RegisterToldInput } from './consent.inputs.js';
import { NameGivenShown, ToldOutcome } from './consent.model.js';

@Resolver()
export class RegisterNameResolver {
  constructor(private readonly register: RegisterName) {}

  @Requires('manage-consents')
  @Mutation(() => NameGivenShown, { description: 'Writes down a name that was given in speech before a witness.' })
  async registerOralName(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: RegisterOralNameInput,
  ): Promise<NameGivenShown> {
    const { consentId, personId, refusals, language, noticeVersion = null, ...oral } = input;
    const name = { consentId, personId, language, noticeVersion, refusals: refused(refusals) };
    const { state, missing } = await this.register.spoken(caller, name, oral);
    return { state, missing: missing.length };
  }

  @Requires('manage-consents')
  @Mutation(() => ToldOutcome, {
    description:
      'Writes down what somebody takes back by telephone or in a meeting; at once, and the same however often.',
  })
  registerTold(@CurrentCaller() caller: StaffCaller, @Args('input') input: RegisterToldInput): Promise<ToldOutcome> {
    return this.register.told(caller, { ...input, refusals: input.refusals ? refused(input.refusals) : null });
  }
}

const refused = ({ houses, categories }: RefusalsInput): Refusals => ({
  houses,
  categories,
});
