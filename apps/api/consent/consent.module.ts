import { Module } from '@nestjs/common';
import { DraftConsent } from '#use-cases/consent/draft-consent.js';
import { ExportConsent } from '#use-cases/consent/export-consent.js';
import { ReadConsents } from '#use-cases/consent/read-consents.js';
import { RegisterName } from '#use-cases/consent/register-name.js';
import { ConsentDocumentsController } from './consent-documents.controller.js';
import { ConsentPaperController } from './consent-paper.controller.js';
import { ConsentResolver } from './consent.resolver.js';
import { ConsentsTopic, ConsentTopic } from './consent.topic.js';
import { RegisterNameResolver } from './register-name.resolver.js';

@Module({
  controllers: [ConsentDocumentsController, ConsentPaperController],
  providers: [
    ExportConsent,
    ReadConsents,
    DraftConsent,
    RegisterName,
    ConsentResolver,
    RegisterNameResolver,
    ConsentTopic,
    ConsentsTopic,
  ],
})
export class ConsentModule {}
