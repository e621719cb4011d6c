import { Controller, Get, Param, ParseUUIDPipe, Res } from '@nestjs/common';
import type { Response } from 'express';
import { printAgreement } from '#documents/organisation/print-agreement.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { TakeOutAgreement } from '#use-cases/organisation/take-out-agreement.js';
import { sendFile } from '../consent/send-file.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';

/** An agreement with its parties, resources and names, as a paper to keep. */
@Controller('documents/agreement')
export class AgreementDocumentController {
  constructor(private readonly out: TakeOutAgreement) {}

  @Requires('manage-agreements')
  @Get(':id/pdf')
  async pdf(
    @CurrentCaller() caller: StaffCaller,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() response: Response,
  ): Promise<void> {
    const body = await printAgreement(await this.out.run(caller, id));
    sendFile(response, { type: 'application/pdf', file: `overenskommelse-${id.slice(0, 8)}.pdf`, body });
  }
}
