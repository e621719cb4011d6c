import { Controller, Get, Param, ParseUUIDPipe, Res } from '@nestjs/common';
import type { Response } from 'express';
import { printHandOver } from '#documents/hand-over/print-hand-over.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { ReadHandOver } from '#use-cases/hand-over/read-hand-over.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';

/** The hand-over on paper: made anew for each reader, never kept, and written in the ledger as taken out. */
@Controller('documents')
export class HandOverController {
  constructor(private readonly read: ReadHandOver) {}

  @Requires('read-content')
  @Get('hand-over/:caseId')
  async print(
    @CurrentCaller() caller: StaffCaller,
    @Param('caseId', ParseUUIDPipe) caseId: string,
    @Res() response: Response,
  ): Promise<void> {
    const record = await this.read.run(caller, caseId, 'export');
    const pdf = await printHandOver(record);
    response
      .setHeader('Content-Type', 'application/pdf')
      .setHeader('Cache-Control', 'no-store')
      // The name stands in download folders: a number, nobody's name.
      .setHeader('Content-Disposition', `inline; filename="overlamning-${record.caseNumber}.pdf"`)
      .send(pdf);
  }
}
