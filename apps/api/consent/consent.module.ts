import { Module } from '@nestjs/common';
import { ExportConsent } from '#use-cases/consent/export-consent.js';
import { ConsentDocumentsController } from './consent-documents.controller.js';

@Module({ controllers: [ConsentDocumentsController], providers: [ExportConsent] })
export class ConsentModule {}
