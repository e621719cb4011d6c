import { Inject } from '@nestjs/common';
import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { SETTINGS } from '#platform/config/settings.module.js';
import type { Settings } from '#platform/config/settings.js';
import { Failure } from '#use-cases/failure.js';
import { MoveClock } from '#use-cases/clock/move-clock.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import { DemonstrationClock } from './clock.model.js';

/** Refuses everywhere but in a demonstration, where anyone who is signed in may move time. */
@Resolver(() => DemonstrationClock)
export class ClockResolver {
  constructor(
    private readonly clock: MoveClock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Requires('signed-in')
  @Query(() => DemonstrationClock, { nullable: true, description: 'Null outside a demonstration.' })
  demonstrationClock(@CurrentCaller() caller: StaffCaller): Promise<DemonstrationClock | null> {
    return this.settings.demonstration ? this.clock.read(caller) : Promise.resolve(null);
  }

  @Requires('signed-in')
  @Mutation(() => DemonstrationClock, { description: 'Moves the demonstration’s clock forward.' })
  async moveClock(
    @CurrentCaller() caller: StaffCaller,
    @Args('minutes', { type: () => Int }) minutes: number,
  ): Promise<DemonstrationClock> {
    this.requireDemonstration();
    return this.clock.move(caller, minutes);
  }

  @Requires('signed-in')
  @Mutation(() => DemonstrationClock, { description: 'Takes the demonstration’s clock back to real time.' })
  async resetClock(@CurrentCaller() caller: StaffCaller): Promise<DemonstrationClock> {
    this.requireDemonstration();
    return this.clock.reset(caller);
  }

  private requireDemonstration(): void {
    if (!this.settings.demonstration) throw new Failure('NOT_FOUND');
  }
}
