import { Inject, ParseUUIDPipe } from '@nestjs/common';
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { isNoticeLanguage, type NoticeLanguage } from '#domain/consent/notice-words/notice-words.js';
import { SETTINGS } from '#platform/config/settings.module.js';
import type { Settings } from '#platform/config/settings.js';
import { Failure } from '#use-cases/failure.js';
import { AskFamilyQuestion } from '#use-cases/family/ask-family-question.js';
import { FamilyConsents, type FamilyConsent as ReadConsent } from '#use-cases/family/family-consents.js';
import { FamilyHome as ReadHome } from '#use-cases/family/family-home.js';
import { FamilyMark } from '#use-cases/family/family-mark.js';
import { writeSigningText } from '#use-cases/family/consent-paper.js';
import { writtenBy } from '#use-cases/family/known-houses.js';
import type { LiveFamily } from '#use-cases/family/resolve-family-session.js';
import type { FamilyCaller } from '#use-cases/gate/caller.js';
import { Requires } from '../guard/requires.js';
import type { SignedRequest } from '../session/signed-request.js';
import { CurrentDoor, CurrentFamily } from './current-family.js';
import { FamilyChanges } from './family-changes.js';
import { ConsentSigningInput, FamilyQuestionInput, RefusalsInput } from './family.inputs.js';
import {
  FamilyConsent,
  FamilyHome,
  FamilyOrder,
  FamilyQuestion,
  FamilyWithdrawal,
  SigningText,
} from './family.model.js';
import { consentShown, meetingShown, noticeShown, orderShown, questionShown } from './family-shown.js';

/**
 * What a family member can see and do, once known: familyHome, familyMark, familyConsent, signingText, beginConsentSigning (followed
 * by followFamilyOrder), withdrawMyConsent, narrowMyConsent, askForRenewal, askFamilyQuestion, chooseFamilyLanguage,
 * forgetMyPhone.
 */
@Resolver(() => FamilyHome)
export class FamilyResolver {
  constructor(
    private readonly consents: FamilyConsents,
    private readonly home: ReadHome,
    private readonly questions: AskFamilyQuestion,
    private readonly changes: FamilyChanges,
    private readonly marks: FamilyMark,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Requires('family')
  @Query(() => FamilyHome, { description: 'Everything on a family’s first page.' })
  async familyHome(
    @CurrentFamily() caller: FamilyCaller,
    @CurrentDoor() { session }: LiveFamily,
    @Context('req') { requestId }: SignedRequest,
  ): Promise<FamilyHome> {
    // Before anything of it is read: what changes meanwhile makes another mark.
    const mark = await this.marks.of(caller);
    const [{ now, name, young, language }, town, consents, keepsPhone, contacts, questions] = await Promise.all([
      this.home.me(caller),
      this.home.town(caller.municipalityId, requestId),
      this.consents.list(caller),
      this.changes.phone.isKept(caller),
      this.home.contacts(caller),
      this.questions.own(caller),
    ]);
    return {
      mark,
      keepsPhone,
      me: {
        givenName: name?.givenName ?? null,
        name: name ? `${name.givenName} ${name.familyName}` : null,
        young,
        language,
      },
      sessionEndsAt: session.idleUntil,
      now,
      town: town.name,
      office: town.office,
      phone: town.phone,
      consents: consents.map((one) => this.shown(caller, one)),
      meetings: (await this.home.meetings(caller, consents)).map(meetingShown),
      contacts: [...contacts],
      questions: questions.map(questionShown),
    };
  }

  @Requires('family')
  @Query(() => String, { description: 'Another whenever what the reader would read on their pages is another.' })
  familyMark(@CurrentFamily() caller: FamilyCaller): Promise<string> {
    return this.marks.of(caller);
  }

  @Requires('family')
  @Query(() => FamilyConsent, { description: 'One consent that I sign; NOT_FOUND where I am told nothing of it.' })
  async familyConsent(
    @CurrentFamily() caller: FamilyCaller,
    @Args('id', { type: () => ID }, ParseUUIDPipe) id: string,
  ): Promise<FamilyConsent> {
    return this.shown(caller, await this.consents.find(caller, id));
  }

  @Requires('family')
  @Query(() => SigningText, { description: 'What would be read and signed if these parts were taken away.' })
  async signingText(
    @CurrentFamily() caller: FamilyCaller,
    @Args('consentId', { type: () => ID }, ParseUUIDPipe) consentId: string,
    @Args('language') language: string,
    @Args('refusals', { type: () => RefusalsInput, nullable: true }) refusals?: RefusalsInput,
  ): Promise<SigningText> {
    const wanted = requireLanguage(language);
    const consent = await this.consents.find(caller, consentId);
    const taken = {
      houses: (refusals?.houses ?? []).map((key) => writtenBy(key, consent)),
      categories: refusals?.categories ?? [],
    };
    const translated = writeSigningText(consent, taken, wanted);
    return {
      swedish: noticeShown(writeSigningText(consent, taken, 'sv').notice, 'sv'),
      translated: noticeShown(translated.notice, wanted),
      visible: translated.visible,
    };
  }

  @Requires('family')
  @Mutation(() => FamilyOrder, { description: 'Begins signing a consent, with the parts taken away.' })
  async beginConsentSigning(
    @CurrentFamily() caller: FamilyCaller,
    @CurrentDoor() door: LiveFamily,
    @Context('req') request: SignedRequest,
    @Args('input') input: ConsentSigningInput,
  ): Promise<FamilyOrder> {
    const begun = await this.changes.sign(
      { ...door, caller },
      {
        consentId: input.consentId,
        refusals: { houses: input.houses, categories: input.categories },
        language: input.language,
        read: input.read ?? null,
        start: input.start,
        returnUrl: `${this.settings.publicUrl}/familj`,
        origin: request.ip ?? '',
        requestId: request.requestId,
      },
    );
    return orderShown(begun, request.language);
  }

  @Requires('family')
  @Mutation(() => FamilyWithdrawal, {
    description: 'Takes my yes back, or says no; the same however often it is asked.',
  })
  async withdrawMyConsent(
    @CurrentFamily() caller: FamilyCaller,
    @Args('consentId', { type: () => ID }, ParseUUIDPipe) consentId: string,
  ): Promise<FamilyWithdrawal> {
    const { at, already } = await this.changes.consent.withdraw(caller, consentId);
    return { consent: this.shown(caller, await this.consents.find(caller, consentId)), at, already };
  }

  @Requires('family')
  @Mutation(() => FamilyConsent, { description: 'Takes houses or kinds of information away; the rest stands.' })
  async narrowMyConsent(
    @CurrentFamily() caller: FamilyCaller,
    @Args('consentId', { type: () => ID }, ParseUUIDPipe) consentId: string,
    @Args('refusals', { type: () => RefusalsInput }) refusals: RefusalsInput,
  ): Promise<FamilyConsent> {
    await this.changes.consent.narrow(caller, consentId, refusals);
    return this.shown(caller, await this.consents.find(caller, consentId));
  }

  @Requires('family')
  @Mutation(() => Boolean, { description: 'Tells who asked that I would like the next half year.' })
  async askForRenewal(
    @CurrentFamily() caller: FamilyCaller,
    @Args('consentId', { type: () => ID }, ParseUUIDPipe) consentId: string,
  ): Promise<boolean> {
    await this.changes.consent.askForRenewal(caller, consentId);
    return true;
  }

  @Requires('family')
  @Mutation(() => FamilyQuestion, {
    description: 'Asks whoever works with the consent; answered by telephone or when we meet.',
  })
  async askFamilyQuestion(
    @CurrentFamily() caller: FamilyCaller,
    @Args('input') input: FamilyQuestionInput,
  ): Promise<FamilyQuestion> {
    const id = await this.questions.ask(caller, input);
    const asked = (await this.questions.own(caller)).find(({ row }) => row.id === id);
    if (!asked) throw new Failure('NOT_FOUND');
    return questionShown(asked);
  }

  @Requires('family')
  @Mutation(() => Boolean, { description: 'Takes my telephone number away; the same however often it is asked.' })
  async forgetMyPhone(@CurrentFamily() caller: FamilyCaller): Promise<boolean> {
    await this.changes.phone.run(caller);
    return true;
  }

  @Requires('family')
  @Mutation(() => String, { description: 'The language in which I want to be met.' })
  chooseFamilyLanguage(@CurrentFamily() caller: FamilyCaller, @Args('language') language: string): Promise<string> {
    return this.home.chooseLanguage(caller, language);
  }

  private shown(caller: FamilyCaller, read: ReadConsent): FamilyConsent {
    return consentShown(read, {
      aboutId: this.marks.ofPerson(caller, read.facts.record.person),
      text: read.shown.state === 'asks-you' ? this.marks.ofText(read) : null,
    });
  }
}

function requireLanguage(word: string): NoticeLanguage {
  if (!isNoticeLanguage(word)) throw new Failure('BAD_REQUEST', 'language');
  return word;
}
