import { Module } from '@nestjs/common';
import { FindMeetingSlots } from '#use-cases/calendar/find-meeting-slots.js';
import { KeepCalendarFeeds } from '#use-cases/calendar/keep-calendar-feeds.js';
import { ReadCalendarFeed } from '#use-cases/calendar/read-calendar-feed.js';
import { FormModule } from '../form/form.module.js';
import { CalendarFeedController } from './calendar-feed.controller.js';
import { CalendarFeedResolver } from './calendar-feed.resolver.js';
import { MeetingSlotsResolver } from './meeting-slots.resolver.js';

@Module({
  imports: [FormModule],
  controllers: [CalendarFeedController],
  providers: [KeepCalendarFeeds, ReadCalendarFeed, CalendarFeedResolver, FindMeetingSlots, MeetingSlotsResolver],
})
export class CalendarModule {}
