import { Controller, Get, Param, ParseUUIDPipe, Res } from '@nestjs/common';
import type { Response } from 'express';
import { consentReceipt } from '#documents/consent/consent-receipt.js';
import { TakeOutReceipt } from '#use-cases/family/take-out-receipt.js';
import type { FamilyCaller } from '#use-cases/gate/caller.js';
import { sendFile } from '../consent/send-file.js';
import { Requires } from '../guard/requires.js';
import { CurrentFamily } from './current-family.js';

/** A signer's own receipt, to read and for another system; its address and its name say nobody's. */
@Controller('documents/family/receipt')
export class FamilyReceiptController {
  constructor(private readonly receipts: TakeOutReceipt) {}

  @Requires('family')
  @Get(':consentId/data')
  async data(
    @CurrentFamily() caller: FamilyCaller,
    @Param('consentId', ParseUUIDPipe) consentId: string,
    @Res() response: Response,
  ): Promise<void> {
    const body = JSON.stringify(consentReceipt(await this.receipts.data(caller, consentId)), null, 2);
    sendFile(response, { type: 'application/ld+json', file: `kvitto-${consentId.slice(0, 8)}.jsonld`, body });
  }

  @Requires('family')
  @Get(':consentId/pdf')
  async pdf(
    @CurrentFamily() caller: FamilyCaller,
    @Param('consentId', ParseUUIDPipe) consentId: string,
    @Res() response: Response,
  ): Promise<void> {
    const body = await this.receipts.pdf(caller, consentId);
    sendFile(response, { type: 'application/pdf', file: `kvitto-${consentId.slice(0, 8)}.pdf`, body });
  }
}
