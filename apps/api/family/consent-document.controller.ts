import { Controller, Get, Param, ParseUUIDPipe, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { FamilyCaller, StaffCaller } from '#use-cases/gate/caller.js';
import type { ReleasedEvidence } from '#use-cases/gate/released.js';
import { ReadConsentDocument } from '#use-cases/family/read-consent-document.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import { CurrentFamily } from './current-family.js';

/** The signed paper, to its signer and to those who work with the consent; its address names nobody. */
@Controller('documents')
export class ConsentDocumentController {
  constructor(private readonly read: ReadConsentDocument) {}

  @Requires('read-content')
  @Get('consents/:id')
  async ofStaff(
    @CurrentCaller() caller: StaffCaller,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() response: Response,
  ): Promise<void> {
    send(response, await this.read.run(caller, id));
  }

  @Requires('family')
  @Get('family/:id')
  async ofFamily(
    @CurrentFamily() caller: FamilyCaller,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() response: Response,
  ): Promise<void> {
    send(response, await this.read.run(caller, id));
  }
}

function send(response: Response, { id, mediaType, bytes }: ReleasedEvidence): void {
  const ending = mediaType === 'application/pdf' ? 'pdf' : mediaType === 'application/json' ? 'json' : 'bin';
  response
    .setHeader('Content-Type', mediaType)
    .setHeader('Cache-Control', 'no-store')
    .setHeader('X-Content-Type-Options', 'nosniff')
    // The name stands in download folders: nobody's name, and nothing of what it is about.
    .setHeader(
      'Content-Disposition',
      `${ending === 'pdf' ? 'inline' : 'attachment'}; filename="samtycke-${id.slice(0, 8)}.${ending}"`,
    )
    .send(bytes);
}
