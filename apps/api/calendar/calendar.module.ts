import { Module } from '@nestjs/common';
import { CalendarReadingModule } from '#platform/calendar/calendar-reading.module.js';
import { FindMeetingSlots } from '#use-cases/calendar/find-meeting-slots.js';
import { KeepApart } from '#use-cases/calendar/keep-apart.js';
import { KeepBusySources } from '#use-cases/calendar/keep-busy-sources.js';
import { KeepCalendarFeeds } from '#use-cases/calendar/keep-calendar-feeds.js';
import { ListRooms } from '#use-cases/calendar/list-rooms.js';
import { ReadCalendarFeed } from '#use-cases/calendar/read-calendar-feed.js';
import { ReadMyCalendar } from '#use-cases/calendar/read-my-calendar.js';
import { FormModule } from '../form/form.module.js';
import { BusySourceResolver } from './busy-source.resolver.js';
import { CalendarFeedController } from './calendar-feed.controller.js';
import { CalendarFeedResolver } from './calendar-feed.resolver.js';
import { KeptApartResolver } from './kept-apart.resolver.js';
import { MeetingRoomResolver } from './meeting-room.resolver.js';
import { MeetingSlotsResolver } from './meeting-slots.resolver.js';
import { MyCalendarResolver } from './my-calendar.resolver.js';

@Module({
  imports: [FormModule, CalendarReadingModule],
  controllers: [CalendarFeedController],
  providers: [
    KeepCalendarFeeds,
    ReadCalendarFeed,
    ReadMyCalendar,
    CalendarFeedResolver,
    FindMeetingSlots,
    ListRooms,
    MeetingRoomResolver,
    MeetingSlotsResolver,
    MyCalendarResolver,
    KeepBusySources,
    KeepApart,
    KeptApartResolver,
    BusySourceResolver,
  ],
})
export class CalendarModule {}
