import { ParseUUIDPipe } from '@nestjs/common';
import { Args, Field, ID, InputType, Mutation, Query, Resolver } from '@nestjs/graphql';
import { IsString, IsUUID, MaxLength } from 'class-validator';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { KeepStaffTraces } from '#use-cases/organisation/keep-staff-traces.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';

@InputType({ description: 'What someone is known by outside work. It is kept as keyed hashes and never shown again.' })
export class KeepStaffTracesInput {
  @Field(() => ID) @IsUUID() staffId!: string;
  @Field({ defaultValue: '', description: 'Personal number.' }) @IsString() @MaxLength(300) number!: string;
  @Field({ defaultValue: '', description: 'Home address.' }) @IsString() @MaxLength(300) address!: string;
  @Field({ defaultValue: '', description: 'Private telephone.' }) @IsString() @MaxLength(300) phone!: string;
}

@Resolver()
export class StaffTracesResolver {
  constructor(private readonly traces: KeepStaffTraces) {}

  @Requires('manage-organisation')
  @Query(() => [String], { description: 'Which of number, address and phone are kept for the log review; not what.' })
  async staffTraces(
    @CurrentCaller() caller: StaffCaller,
    @Args('staffId', { type: () => ID }, ParseUUIDPipe) staffId: string,
  ): Promise<string[]> {
    return [...(await this.traces.kinds(caller, staffId))];
  }

  @Requires('manage-organisation')
  @Mutation(() => [String], { description: 'Keeps these in place of what was kept; what is empty is kept no longer.' })
  async keepStaffTraces(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: KeepStaffTracesInput,
  ): Promise<string[]> {
    return [...(await this.traces.keep(caller, input.staffId, input))];
  }
}
