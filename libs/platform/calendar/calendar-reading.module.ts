import { Module } from '@nestjs/common';
import { BusyReader, CalendarFetcher } from '#use-cases/calendar/calendar-reading.port.js';
import { HttpsCalendarFetcher } from './https-calendar-fetcher.js';
import { IcalBusyReader } from './ical-busy-reader.js';

@Module({
  providers: [
    { provide: BusyReader, useFactory: () => new IcalBusyReader() },
    { provide: CalendarFetcher, useFactory: () => new HttpsCalendarFetcher() },
  ],
  exports: [BusyReader, CalendarFetcher],
})
export class CalendarReadingModule {}
