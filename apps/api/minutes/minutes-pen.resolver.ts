import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { ShowMinutesPen } from '#use-cases/minutes/show-minutes-pen.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import { ShowMinutesPenInput } from './minutes.inputs.js';

@Resolver()
export class MinutesPenResolver {
  constructor(private readonly pens: ShowMinutesPen) {}

  @Requires('take-part-in-meeting')
  @Mutation(() => Boolean, {
    description: 'Shows those who will be given it under which point one is writing; nothing is kept.',
  })
  async showMinutesPen(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: ShowMinutesPenInput,
  ): Promise<boolean> {
    await this.pens.run(caller, input);
    return true;
  }
}
