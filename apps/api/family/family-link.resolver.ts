import { Inject, ParseUUIDPipe } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { isNoticeLanguage } from '#domain/consent/notice-words/notice-words.js';
import { LINK_CHANNELS } from '#domain/family/family-link.js';
import { printFamilyLetter } from '#documents/family/print-family-letter.js';
import { SETTINGS } from '#platform/config/settings.module.js';
import type { Settings } from '#platform/config/settings.js';
import { Failure } from '#use-cases/failure.js';
import { CheckConsentEvidence } from '#use-cases/family/check-consent-evidence.js';
import { AskFamilyQuestion } from '#use-cases/family/ask-family-question.js';
import { ReadConsentDocument } from '#use-cases/family/read-consent-document.js';
import { SendFamilyLink } from '#use-cases/family/send-family-link.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import { ConsentEvidence, EvidenceCheck, FamilyLink, QuestionFromFamily, SentFamilyLink } from './family-link.model.js';

/** What staff do towards families: sendFamilyLink, revokeFamilyLink, familyLinks, questionsFromFamily, consentEvidence, checkConsentEvidence. */
@Resolver(() => FamilyLink)
export class FamilyLinkResolver {
  constructor(
    private readonly links: SendFamilyLink,
    private readonly questions: AskFamilyQuestion,
    private readonly documents: ReadConsentDocument,
    private readonly evidence: CheckConsentEvidence,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Requires('manage-consents')
  @Mutation(() => SentFamilyLink, {
    description:
      'Sends a signer their way in, by text message or as a letter. Fails as FAMILY_NO_PHONE, FAMILY_NO_NUMBER, NAME_NOT_NEEDED and the like; earlier links of the person are worth nothing any more.',
  })
  async sendFamilyLink(
    @CurrentCaller() caller: StaffCaller,
    @Args('consentId', { type: () => ID }, ParseUUIDPipe) consentId: string,
    @Args('personId', { type: () => ID }, ParseUUIDPipe) personId: string,
    @Args('channel', { description: '`sms` or `letter`.' }) word: string,
    @Args('language', {
      type: () => String,
      nullable: true,
      description:
        'In which it is written: `sv`, `sv-simple`, `en`, `ar` or `so`. Without it the one that they have chosen themselves, or Swedish.',
    })
    language?: string | null,
  ): Promise<SentFamilyLink> {
    const channel = LINK_CHANNELS.find((one) => one === word);
    if (!channel) throw new Failure('BAD_REQUEST', 'channel');
    if (language && !isNoticeLanguage(language)) throw new Failure('BAD_REQUEST', 'language');
    const { letter, ...sent } = await this.links.send(caller, {
      ...{ consentId, personId, channel },
      language: language && isNoticeLanguage(language) ? language : null,
    });
    const address = `${this.settings.publicUrl.replace(/^https?:\/\//, '')}/familj`;
    return { ...sent, letter: letter && (await printFamilyLetter(letter, address)).toString('base64') };
  }

  @Requires('manage-consents')
  @Mutation(() => Boolean, { description: 'Takes a link back, and ends the browsers that came by it.' })
  async revokeFamilyLink(
    @CurrentCaller() caller: StaffCaller,
    @Args('id', { type: () => ID }, ParseUUIDPipe) id: string,
  ): Promise<boolean> {
    await this.links.revoke(caller, id);
    return true;
  }

  @Requires('manage-consents')
  @Query(() => [FamilyLink], { description: 'The ways in that signers of a consent have been sent, newest first.' })
  familyLinks(
    @CurrentCaller() caller: StaffCaller,
    @Args('consentId', { type: () => ID }, ParseUUIDPipe) consentId: string,
  ): Promise<FamilyLink[]> {
    return this.links.list(caller, consentId);
  }

  @Requires('read-content')
  @Query(() => [QuestionFromFamily], { description: 'What families have asked in a case, newest first.' })
  async questionsFromFamily(
    @CurrentCaller() caller: StaffCaller,
    @Args('caseId', { type: () => ID }, ParseUUIDPipe) caseId: string,
  ): Promise<QuestionFromFamily[]> {
    const asked = await this.questions.ofCase(caller, caseId);
    return asked.map(({ row, text }) => ({ ...row, askedAt: row.sentAt, text }));
  }

  @Requires('manage-consents')
  @Mutation(() => Boolean, { description: 'Somebody has answered the family.' })
  async answerFamilyQuestion(
    @CurrentCaller() caller: StaffCaller,
    @Args('id', { type: () => ID }, ParseUUIDPipe) id: string,
  ): Promise<boolean> {
    await this.questions.markAnswered(caller, id);
    return true;
  }

  @Requires('read-content')
  @Query(() => [ConsentEvidence], { description: 'What the names under a consent stand on.' })
  async consentEvidence(
    @CurrentCaller() caller: StaffCaller,
    @Args('consentId', { type: () => ID }, ParseUUIDPipe) consentId: string,
  ): Promise<ConsentEvidence[]> {
    const lines = await this.documents.list(caller, consentId);
    return lines.map((line) => ({ ...line, address: `/documents/consents/${line.id}` }));
  }

  @Requires('read-content')
  @Mutation(() => EvidenceCheck, {
    description: 'Checks the signature of an e-identification again. The ledger says who took it out.',
  })
  checkConsentEvidence(
    @CurrentCaller() caller: StaffCaller,
    @Args('id', { type: () => ID }, ParseUUIDPipe) id: string,
  ): Promise<EvidenceCheck> {
    return this.evidence.run(caller, id);
  }
}
