import { ParseUUIDPipe } from '@nestjs/common';
import { Args, Field, ID, InputType, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { IsString, MaxLength } from 'class-validator';
import { KeepBusySources } from '#use-cases/calendar/keep-busy-sources.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';

@ObjectType({ description: 'A calendar of mine, of which only when I am busy is kept.' })
export class BusySource {
  @Field(() => ID) id!: string;
  @Field({ description: 'file or address.' }) kind!: string;
  @Field(() => String, { nullable: true, description: 'The server that it is fetched from.' }) host!: string | null;
  @Field() addedAt!: Date;
  @Field(() => Date, { nullable: true, description: 'Null until it has been read.' }) readAt!: Date | null;
  @Field(() => Date, { nullable: true, description: 'As far ahead as it has been read.' }) coversUntil!: Date | null;
  @Field(() => String, {
    nullable: true,
    description: 'unreachable, not-allowed, not-found, refused, not-secure, not-a-calendar or too-large.',
  })
  fault!: string | null;
}

@InputType()
export class BusyFileInput {
  @Field({ description: 'An iCalendar; times are enough.' }) @IsString() @MaxLength(450_000) text!: string;
}

@InputType()
export class BusyAddressInput {
  @Field({ description: 'Where a calendar is published, https or webcal.' })
  @IsString()
  @MaxLength(3_000)
  address!: string;
}

@Resolver(() => BusySource)
export class BusySourceResolver {
  constructor(private readonly sources: KeepBusySources) {}

  @Requires('signed-in')
  @Query(() => [BusySource], { description: 'The calendars that say when I am busy.' })
  async myBusySources(@CurrentCaller() caller: StaffCaller): Promise<BusySource[]> {
    return [...(await this.sources.list(caller))];
  }

  @Requires('signed-in')
  @Mutation(() => Boolean, { description: 'Keeps when I am busy by a calendar that I have saved as a file.' })
  async addBusyFile(@CurrentCaller() caller: StaffCaller, @Args('input') input: BusyFileInput): Promise<boolean> {
    await this.sources.addFile(caller, input.text);
    return true;
  }

  @Requires('signed-in')
  @Mutation(() => Boolean, { description: 'Follows a calendar that I have published. Fails as TOO_MANY_SOURCES.' })
  async addBusyAddress(@CurrentCaller() caller: StaffCaller, @Args('input') input: BusyAddressInput): Promise<boolean> {
    await this.sources.addAddress(caller, input.address);
    return true;
  }

  @Requires('signed-in')
  @Mutation(() => Boolean, { description: 'Forgets one of my calendars and all that was read from it.' })
  async removeBusySource(
    @CurrentCaller() caller: StaffCaller,
    @Args('id', { type: () => ID }, ParseUUIDPipe) id: string,
  ): Promise<boolean> {
    await this.sources.remove(caller, id);
    return true;
  }
}
