import { Module } from '@nestjs/common';
import { DraftConsent } from '#use-cases/consent/draft-consent.js';
import { EndConsent } from '#use-cases/consent/end-consent.js';
import { ExportConsent } from '#use-cases/consent/export-consent.js';
import { ImportPaperRegister } from '#use-cases/consent/import-paper-register.js';
import { ReadConsents } from '#use-cases/consent/read-consents.js';
import { RegisterName } from '#use-cases/consent/register-name.js';
import { RegisterTableReader } from '#use-cases/consent/register-table.port.js';
import { SignerByNumber } from '#use-cases/consent/signer-by-number.js';
import { CsvRegisterTable } from '#platform/consent/csv-register-table.js';
import { ConsentDocumentsController } from './consent-documents.controller.js';
import { ConsentPaperController } from './consent-paper.controller.js';
import { ConsentResolver } from './consent.resolver.js';
import { ConsentsTopic, ConsentTopic } from './consent.topic.js';
import { PaperRegisterResolver } from './paper-register.resolver.js';
import { RegisterNameResolver } from './register-name.resolver.js';

@Module({
  controllers: [ConsentDocumentsController, ConsentPaperController],
  providers: [
    ExportConsent,
    ReadConsents,
    DraftConsent,
    EndConsent,
    RegisterName,
    ConsentResolver,
    RegisterNameResolver,
    PaperRegisterResolver,
    ImportPaperRegister,
    SignerByNumber,
    { provide: RegisterTableReader, useClass: CsvRegisterTable },
    ConsentTopic,
    ConsentsTopic,
  ],
})
export class ConsentModule {}
