import { Injectable } from '@nestjs/common';
import type { JobPayloads } from '#jobs/jobs.js';
import { ReadBusySource } from '#use-cases/calendar/read-busy-source.js';
import type { ServiceCaller } from '#use-cases/gate/caller.js';
import { Processes, RunsAs, type JobProcessor } from '../jobs/runs-as.js';

@Processes('read-calendar')
@RunsAs('calendars')
@Injectable()
export class ReadCalendarProcessor implements JobProcessor<'read-calendar'> {
  constructor(private readonly reading: ReadBusySource) {}

  process({ sourceId }: JobPayloads['read-calendar'], caller: ServiceCaller): Promise<string> {
    return this.reading.run(caller, sourceId);
  }
}
