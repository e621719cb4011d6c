import { ParseUUIDPipe } from '@nestjs/common';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { KeepRoster } from '#use-cases/organisation/keep-roster.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import { AddDutyShiftInput, DutyRoster } from './roster.model.js';

@Resolver(() => DutyRoster)
export class RosterResolver {
  constructor(private readonly keep: KeepRoster) {}

  @Requires('manage-roster')
  @Query(() => DutyRoster, { description: 'The week of a unit’s roster that the day falls in; this week without one.' })
  async dutyRoster(
    @CurrentCaller() caller: StaffCaller,
    @Args('unitId', { type: () => ID }, ParseUUIDPipe) unitId: string,
    @Args('day', { type: () => String, nullable: true }) day: string | null,
  ): Promise<DutyRoster> {
    const { shifts, gaps, people, ...week } = await this.keep.show(caller, unitId, day ?? null);
    return { ...week, shifts: [...shifts], gaps: [...gaps], people: [...people] };
  }

  @Requires('manage-roster')
  @Mutation(() => Int, { description: 'Puts someone on duty; answers how many shifts there were.' })
  addDutyShift(@CurrentCaller() caller: StaffCaller, @Args('input') input: AddDutyShiftInput): Promise<number> {
    return this.keep.addShift(caller, input);
  }

  @Requires('manage-roster')
  @Mutation(() => Boolean, { description: 'Takes away a shift that has not begun.' })
  async removeDutyShift(
    @CurrentCaller() caller: StaffCaller,
    @Args('id', { type: () => ID }, ParseUUIDPipe) id: string,
  ): Promise<boolean> {
    await this.keep.removeShift(caller, id);
    return true;
  }
}
