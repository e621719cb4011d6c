import { ParseUUIDPipe } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AreaPlaces } from '#use-cases/area/area-places.js';
import { CloseWeek } from '#use-cases/area/close-week.js';
import { KeepMeasures } from '#use-cases/area/keep-measures.js';
import { ReadArea } from '#use-cases/area/read-area.js';
import { TellSighting } from '#use-cases/area/tell-sighting.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import { AreaMeasureInput, EndAreaMeasureInput, TellSightingInput } from './area.inputs.js';
import { AreaWeek } from './area.model.js';
import { areaShown } from './area-shown.js';

@Resolver(() => AreaWeek)
export class AreaResolver {
  constructor(
    private readonly read: ReadArea,
    private readonly names: AreaPlaces,
    private readonly tell: TellSighting,
    private readonly measures: KeepMeasures,
    private readonly closing: CloseWeek,
  ) {}

  @Requires('read-content')
  @Query(() => AreaWeek, { description: 'A week of a group about a place, for its coordinator and its members.' })
  async areaWeek(
    @CurrentCaller() caller: StaffCaller,
    @Args('groupId', { type: () => ID }, ParseUUIDPipe) groupId: string,
    @Args('monday', { type: () => String, nullable: true }) monday: string | null = null,
  ): Promise<AreaWeek> {
    return areaShown(await this.read.run(caller, groupId, monday));
  }

  @Requires('read-content')
  @Query(() => [String], { description: 'The names of places here, so that none is taken for a person’s.' })
  async areaPlaces(@CurrentCaller() caller: StaffCaller): Promise<string[]> {
    return [...(await this.names.run(caller))];
  }

  @Requires('write-item')
  @Mutation(() => AreaWeek, { description: 'Tells what was seen at a place, without naming anybody.' })
  async tellSighting(@CurrentCaller() caller: StaffCaller, @Args('input') input: TellSightingInput): Promise<AreaWeek> {
    await this.tell.run(caller, { ...input, monday: input.monday ?? null });
    return this.areaWeek(caller, input.groupId, input.monday ?? null);
  }

  @Requires('write-item')
  @Mutation(() => AreaWeek, { description: 'Takes back what my own house has told.' })
  async withdrawSighting(
    @CurrentCaller() caller: StaffCaller,
    @Args('id', { type: () => ID }, ParseUUIDPipe) id: string,
  ): Promise<AreaWeek> {
    return this.areaWeek(caller, await this.tell.withdraw(caller, id));
  }

  @Requires('read-content')
  @Mutation(() => AreaWeek, { description: 'Takes away words that point at somebody after all, at once.' })
  async strikeAreaWords(
    @CurrentCaller() caller: StaffCaller,
    @Args('id', { type: () => ID }, ParseUUIDPipe) id: string,
  ): Promise<AreaWeek> {
    return this.areaWeek(caller, await this.tell.strike(caller, id));
  }

  @Requires('write-item')
  @Mutation(() => AreaWeek, { description: 'Decides on a measure at a place, with an owner and a day.' })
  async addAreaMeasure(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: AreaMeasureInput,
  ): Promise<AreaWeek> {
    await this.measures.add(caller, { ...input, phenomenon: input.phenomenon ?? null });
    return this.areaWeek(caller, input.groupId);
  }

  @Requires('write-item')
  @Mutation(() => AreaWeek, { description: 'Says what came of a measure: done, or dropped.' })
  async endAreaMeasure(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: EndAreaMeasureInput,
  ): Promise<AreaWeek> {
    return this.areaWeek(caller, await this.measures.end(caller, input));
  }

  @Requires('manage-groups')
  @Mutation(() => AreaWeek, { description: 'Closes a week; what is open follows into the next.' })
  async closeAreaWeek(
    @CurrentCaller() caller: StaffCaller,
    @Args('groupId', { type: () => ID }, ParseUUIDPipe) groupId: string,
    @Args('monday') monday: string,
  ): Promise<AreaWeek> {
    await this.closing.run(caller, { groupId, monday });
    return this.areaWeek(caller, groupId, monday);
  }
}
