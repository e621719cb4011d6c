import { Controller, Get, Param, ParseUUIDPipe, Res } from '@nestjs/common';
import type { Response } from 'express';
import { meetingRecord } from '#documents/minutes/meeting-record.js';
import { printMeetingRecord } from '#documents/minutes/print-meeting-record.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { TakeOutRecord } from '#use-cases/minutes/take-out-record.js';
import { sendFile } from '../consent/send-file.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';

/** An agency's own record of a meeting: made anew for each reader, never kept, and written in the ledger as taken out. */
@Controller('documents/meeting')
export class MeetingRecordController {
  constructor(private readonly out: TakeOutRecord) {}

  @Requires('take-part-in-meeting')
  @Get(':hubId/pdf')
  async pdf(
    @CurrentCaller() caller: StaffCaller,
    @Param('hubId', ParseUUIDPipe) hubId: string,
    @Res() response: Response,
  ): Promise<void> {
    const body = await printMeetingRecord(await this.out.run(caller, hubId, 'pdf'));
    sendFile(response, { type: 'application/pdf', file: `mote-${hubId}.pdf`, body });
  }

  @Requires('take-part-in-meeting')
  @Get(':hubId/json')
  async json(
    @CurrentCaller() caller: StaffCaller,
    @Param('hubId', ParseUUIDPipe) hubId: string,
    @Res() response: Response,
  ): Promise<void> {
    const body = JSON.stringify(meetingRecord(await this.out.run(caller, hubId, 'json')), null, 2);
    sendFile(response, { type: 'application/json', file: `mote-${hubId}.json`, body });
  }
}
