import { Module } from '@nestjs/common';
import { KeepCalendarFeeds } from '#use-cases/calendar/keep-calendar-feeds.js';
import { ReadCalendarFeed } from '#use-cases/calendar/read-calendar-feed.js';
import { CalendarFeedController } from './calendar-feed.controller.js';
import { CalendarFeedResolver } from './calendar-feed.resolver.js';

@Module({
  controllers: [CalendarFeedController],
  providers: [KeepCalendarFeeds, ReadCalendarFeed, CalendarFeedResolver],
})
export class CalendarModule {}
