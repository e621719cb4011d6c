import { Inject, ParseUUIDPipe } from '@nestjs/common';
import { Args, Field, ID, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { SETTINGS } from '#platform/config/settings.module.js';
import type { Settings } from '#platform/config/settings.js';
import { KeepCalendarFeeds } from '#use-cases/calendar/keep-calendar-feeds.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';

@ObjectType({ description: 'An address at which one of my calendar programs reads when my meetings are.' })
export class CalendarFeed {
  @Field(() => ID) id!: string;
  @Field() createdAt!: Date;
  @Field(() => Date, { nullable: true, description: 'Null until a program has read it.' }) lastReadAt!: Date | null;
}

@Resolver(() => CalendarFeed)
export class CalendarFeedResolver {
  constructor(
    private readonly feeds: KeepCalendarFeeds,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Requires('signed-in')
  @Query(() => [CalendarFeed], { description: 'My open addresses, newest first; what they are is shown only once.' })
  async myCalendarFeeds(@CurrentCaller() caller: StaffCaller): Promise<CalendarFeed[]> {
    return [...(await this.feeds.list(caller))];
  }

  @Requires('signed-in')
  @Mutation(() => String, { description: 'Makes an address and answers it, once. Fails as TOO_MANY_CALENDARS.' })
  async makeCalendarFeed(@CurrentCaller() caller: StaffCaller): Promise<string> {
    return `${this.settings.publicUrl}/feeds/calendar/${await this.feeds.make(caller)}.ics`;
  }

  @Requires('signed-in')
  @Mutation(() => Boolean, { description: 'Closes one of my addresses at once.' })
  async closeCalendarFeed(
    @CurrentCaller() caller: StaffCaller,
    @Args('id', { type: () => ID }, ParseUUIDPipe) id: string,
  ): Promise<boolean> {
    await this.feeds.revoke(caller, id);
    return true;
  }
}
