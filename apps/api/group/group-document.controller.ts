import { Controller, Get, Param, ParseUUIDPipe, Res } from '@nestjs/common';
import type { Response } from 'express';
import { printGroupDocument } from '#documents/group/print-group-document.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { TakeOutGroupDocument } from '#use-cases/group/take-out-group-document.js';
import { sendFile } from '../consent/send-file.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';

/** A paper of a group's form: made anew for each reader, never kept, and written in the ledger as taken out. */
@Controller('documents/group')
export class GroupDocumentController {
  constructor(private readonly out: TakeOutGroupDocument) {}

  @Requires('read-content')
  @Get(':groupId/:document')
  async pdf(
    @CurrentCaller() caller: StaffCaller,
    @Param('groupId', ParseUUIDPipe) groupId: string,
    @Param('document') document: string,
    @Res() response: Response,
  ): Promise<void> {
    const taken = await this.out.run(caller, groupId, document);
    const body = await printGroupDocument(taken);
    sendFile(response, { type: 'application/pdf', file: `${taken.document}-${groupId.slice(0, 8)}.pdf`, body });
  }
}
