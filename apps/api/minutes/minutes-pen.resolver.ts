import { ParseUUIDPipe } from '@nestjs/common';
import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { ShowMinutesPen } from '#use-cases/minutes/show-minutes-pen.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';

@Resolver()
export class MinutesPenResolver {
  constructor(private readonly pens: ShowMinutesPen) {}

  @Requires('take-part-in-meeting')
  @Mutation(() => Boolean, { description: 'Shows the others under which point one is writing; nothing is kept.' })
  async showMinutesPen(
    @CurrentCaller() caller: StaffCaller,
    @Args('hubId', { type: () => ID }, ParseUUIDPipe) hubId: string,
    @Args(
      'pointId',
      { type: () => ID, nullable: true, description: 'Absent: the pen is put down.' },
      new ParseUUIDPipe({ optional: true }),
    )
    pointId: string | null,
  ): Promise<boolean> {
    await this.pens.run(caller, { hubId, pointId: pointId ?? null });
    return true;
  }
}
