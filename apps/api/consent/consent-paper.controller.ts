import {
  Body,
  Controller,
  Inject,
  Param,
  ParseUUIDPipe,
  Post,
  Req,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { LARGEST_SCAN } from '#domain/consent/scan.js';
import { isNoticeLanguage } from '#domain/consent/notice-words/notice-words.js';
import { CATEGORIES, type Category } from '#domain/disclosure/vocabulary.js';
import { SETTINGS } from '#platform/config/settings.module.js';
import type { Settings } from '#platform/config/settings.js';
import { RegisterName } from '#use-cases/consent/register-name.js';
import { Failure } from '#use-cases/failure.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import type { SignedRequest } from '../session/signed-request.js';
import { PaperUpload } from './paper-upload.js';

/** A signed paper comes in as a file; it is kept in memory alone and sealed before it is anywhere. */
@Controller('documents/consents')
export class ConsentPaperController {
  constructor(
    private readonly register: RegisterName,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Requires('manage-consents')
  @Post(':consentId/paper')
  @UseInterceptors(
    FileInterceptor('scan', { limits: { fileSize: LARGEST_SCAN, files: 1, fields: 6, fieldSize: 10_000 } }),
  )
  async receive(
    @CurrentCaller() caller: StaffCaller,
    @Param('consentId', ParseUUIDPipe) consentId: string,
    @Req() request: SignedRequest,
    @Body() fields: PaperUpload,
    @UploadedFile() scan?: { readonly buffer: Buffer },
  ): Promise<{ readonly state: string; readonly missing: number }> {
    // A page elsewhere can send a form here but not with our Origin (ASVS 3.5.1).
    if (request.headers.origin !== new URL(this.settings.publicUrl).origin) throw new Failure('NOT_ALLOWED');
    if (!isNoticeLanguage(fields.language)) throw new Failure('BAD_REQUEST', 'language');
    const name = {
      consentId,
      personId: fields.personId,
      language: fields.language,
      noticeVersion: fields.noticeVersion || null,
      refusals: { houses: listed(fields.houses), categories: listed(fields.categories).map(categoryOf) },
    };
    const { state, missing } = await this.register.onPaper(caller, name, scan?.buffer ?? Buffer.alloc(0));
    return { state, missing: missing.length };
  }
}

const listed = (text: string): string[] => text.split(',').filter(Boolean);

function categoryOf(word: string): Category {
  const category = CATEGORIES.find((one) => one === word);
  if (!category) throw new Failure('PART_UNKNOWN');
  return category;
}
