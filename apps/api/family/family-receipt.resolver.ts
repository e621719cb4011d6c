import { ParseUUIDPipe } from '@nestjs/common';
import { Args, Field, ID, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { consentReceipt } from '#documents/consent/consent-receipt.js';
import { TakeOutReceipt } from '#use-cases/family/take-out-receipt.js';
import type { FamilyCaller } from '#use-cases/gate/caller.js';
import { Requires } from '../guard/requires.js';
import { CurrentFamily } from './current-family.js';

@ObjectType({ description: 'What my receipt of a consent holds, and where it is fetched.' })
export class FamilyReceipt {
  @Field({ description: 'The language in which I read it.' }) language!: string;
  @Field({ description: 'Version of the text that I read.' }) noticeVersion!: string;
  @Field({ description: 'The sentence at its head.' }) sentence!: string;
  @Field({ description: 'Everything that the file for other systems holds, as it stands now.' }) data!: string;
  @Field() dataAddress!: string;
  @Field() pdfAddress!: string;
}

/** The receipt of a signer, looked at before it is taken out. */
@Resolver(() => FamilyReceipt)
export class FamilyReceiptResolver {
  constructor(private readonly receipts: TakeOutReceipt) {}

  @Requires('family')
  @Query(() => FamilyReceipt, { description: 'My receipt of a consent; NOT_FOUND where I have signed nothing.' })
  async familyReceipt(
    @CurrentFamily() caller: FamilyCaller,
    @Args('consentId', { type: () => ID }, ParseUUIDPipe) consentId: string,
  ): Promise<FamilyReceipt> {
    const { read, data, paper } = await this.receipts.look(caller, consentId);
    return {
      language: read.language,
      noticeVersion: paper.notice.version,
      sentence: paper.sentence,
      data: JSON.stringify(consentReceipt(data), null, 2),
      dataAddress: `/documents/family/receipt/${consentId}/data`,
      pdfAddress: `/documents/family/receipt/${consentId}/pdf`,
    };
  }
}
