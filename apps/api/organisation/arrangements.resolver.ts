import { ParseIntPipe, ParseUUIDPipe } from '@nestjs/common';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { KeepAgreements } from '#use-cases/organisation/keep-agreements.js';
import { KeepHubSlots } from '#use-cases/organisation/keep-hub-slots.js';
import { SignAgreement } from '#use-cases/organisation/sign-agreement.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import {
  AddHubSlotsInput,
  Agreement,
  AgreementTermsInput,
  SignAgreementInput,
  StandingHubSlot,
} from './arrangements.model.js';

@Resolver()
export class ArrangementsResolver {
  constructor(
    private readonly slots: KeepHubSlots,
    private readonly agreements: KeepAgreements,
    private readonly signing: SignAgreement,
  ) {}

  @Requires('manage-slots')
  @Query(() => [StandingHubSlot], { description: 'The hub’s times that I may keep, by house, day and hour.' })
  standingHubSlots(@CurrentCaller() caller: StaffCaller): Promise<StandingHubSlot[]> {
    return this.slots.list(caller);
  }

  @Requires('manage-slots')
  @Mutation(() => Int, { description: 'Adds the same time on one or several days; answers how many.' })
  addHubSlots(@CurrentCaller() caller: StaffCaller, @Args('input') input: AddHubSlotsInput): Promise<number> {
    return this.slots.add(caller, input);
  }

  @Requires('manage-slots')
  @Mutation(() => Boolean, { description: 'Changes the length or the video address of a time.' })
  async changeHubSlot(
    @CurrentCaller() caller: StaffCaller,
    @Args('id', { type: () => ID }, ParseUUIDPipe) id: string,
    @Args('version', { type: () => Int }, ParseIntPipe) version: number,
    @Args('minutes', { type: () => Int }, ParseIntPipe) minutes: number,
    @Args('videoUrl', { type: () => String, nullable: true }) videoUrl: string | null,
  ): Promise<boolean> {
    await this.slots.change(caller, { id, version }, { minutes, videoUrl: videoUrl ?? null });
    return true;
  }

  @Requires('manage-slots')
  @Mutation(() => Boolean, { description: 'Takes a time away. Hubs that are convened already keep theirs.' })
  async removeHubSlot(
    @CurrentCaller() caller: StaffCaller,
    @Args('id', { type: () => ID }, ParseUUIDPipe) id: string,
  ): Promise<boolean> {
    await this.slots.remove(caller, id);
    return true;
  }

  @Requires('manage-agreements')
  @Query(() => [Agreement], { description: 'The agreements of my municipality, the longest lasting first.' })
  async keptAgreements(@CurrentCaller() caller: StaffCaller): Promise<Agreement[]> {
    return (await this.agreements.list(caller)).map((one) => ({
      ...one,
      parties: [...one.parties],
      signatures: [...one.signatures],
      unsigned: [...one.unsigned],
      stops: one.stops.map(({ group, meetings, meetingCount }) => ({
        ...group,
        meetings: meetings.map((at) => new Date(at)),
        meetingCount,
      })),
      stopCounts: [...one.stopCounts],
    }));
  }

  @Requires('manage-agreements')
  @Mutation(() => ID, { description: 'Enters a signed agreement; answers its id.' })
  async addAgreement(
    @CurrentCaller() caller: StaffCaller,
    @Args('form') form: string,
    @Args('input') input: AgreementTermsInput,
  ): Promise<string> {
    return (await this.agreements.add(caller, form, input)).id;
  }

  @Requires('manage-agreements')
  @Mutation(() => Boolean, { description: 'Corrects an agreement. Its parties are those that are given.' })
  async changeAgreement(
    @CurrentCaller() caller: StaffCaller,
    @Args('id', { type: () => ID }, ParseUUIDPipe) id: string,
    @Args('version', { type: () => Int }, ParseIntPipe) version: number,
    @Args('input') input: AgreementTermsInput,
  ): Promise<boolean> {
    await this.agreements.change(caller, id, version, input);
    return true;
  }

  @Requires('manage-agreements')
  @Mutation(() => Boolean, { description: 'Writes what an agreement says.' })
  async writeAgreement(
    @CurrentCaller() caller: StaffCaller,
    @Args('id', { type: () => ID }, ParseUUIDPipe) id: string,
    @Args('version', { type: () => Int }, ParseIntPipe) version: number,
    @Args('text') text: string,
  ): Promise<boolean> {
    await this.signing.write(caller, id, version, text);
    return true;
  }

  @Requires('manage-agreements')
  @Mutation(() => Boolean, { description: 'Notes a party’s name under an agreement.' })
  async signAgreement(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: SignAgreementInput,
  ): Promise<boolean> {
    await this.signing.sign(caller, input);
    return true;
  }

  @Requires('manage-agreements')
  @Mutation(() => ID, { description: 'The same for the next year, waiting for every party’s name; answers its id.' })
  async renewAgreement(
    @CurrentCaller() caller: StaffCaller,
    @Args('id', { type: () => ID }, ParseUUIDPipe) id: string,
  ): Promise<string> {
    return (await this.signing.renew(caller, id)).id;
  }
}
