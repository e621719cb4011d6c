import { Controller, Get, Param, ParseUUIDPipe, Res } from '@nestjs/common';
import type { Response } from 'express';
import { consentAsFhir } from '#documents/consent/consent-fhir.js';
import { consentReceipt } from '#documents/consent/consent-receipt.js';
import { ExportConsent } from '#use-cases/consent/export-consent.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import { sendFile } from './send-file.js';

/** A consent in the forms that other systems read; made anew for each reader, and written in the ledger as taken out. */
@Controller('documents/consent')
export class ConsentDocumentsController {
  constructor(private readonly exports: ExportConsent) {}

  @Requires('read-content')
  @Get(':consentId/receipt')
  async receipt(
    @CurrentCaller() caller: StaffCaller,
    @Param('consentId', ParseUUIDPipe) consentId: string,
    @Res() response: Response,
  ): Promise<void> {
    const body = written(consentReceipt(await this.exports.run(caller, consentId, 'iso-27560')));
    sendFile(response, { type: 'application/ld+json', file: `samtycke-${consentId}.jsonld`, body });
  }

  @Requires('read-content')
  @Get(':consentId/fhir')
  async fhir(
    @CurrentCaller() caller: StaffCaller,
    @Param('consentId', ParseUUIDPipe) consentId: string,
    @Res() response: Response,
  ): Promise<void> {
    const body = written(consentAsFhir(await this.exports.run(caller, consentId, 'fhir-r5')));
    sendFile(response, { type: 'application/fhir+json', file: `samtycke-${consentId}.fhir.json`, body });
  }
}

const written = (record: object): string => JSON.stringify(record, null, 2);
