import { Module } from '@nestjs/common';
import { CalendarReadingModule } from '#platform/calendar/calendar-reading.module.js';
import { CryptoModule } from '#platform/crypto/crypto.module.js';
import { ReadBusySource, ReconcileBusySources } from '#use-cases/calendar/read-busy-source.js';
import { DueWork } from '#use-cases/reconcile/due-work.js';
import { ReadCalendarProcessor } from './read-calendar.processor.js';

/** People's own calendars are fetched again and again. */
@Module({
  imports: [CryptoModule, CalendarReadingModule],
  providers: [ReadBusySource, ReconcileBusySources, ReadCalendarProcessor],
})
export class CalendarModule {
  constructor(dueWork: DueWork, sources: ReconcileBusySources) {
    dueWork.add(sources);
  }
}
