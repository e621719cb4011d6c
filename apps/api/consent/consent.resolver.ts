import { ParseUUIDPipe } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Situation } from '#domain/consent/consent.js';
import { noticeAsText } from '#domain/consent/notice-words/write-notice.js';
import type { Category, Form, Purpose } from '#domain/disclosure/vocabulary.js';
import type { ConsentWritten } from '#use-cases/consent/consent-terms.js';
import { DraftConsent } from '#use-cases/consent/draft-consent.js';
import { EndConsent } from '#use-cases/consent/end-consent.js';
import { ExportConsent } from '#use-cases/consent/export-consent.js';
import { ReadConsents } from '#use-cases/consent/read-consents.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import {
  ConsentInput,
  ConsentStepInput,
  DraftConsentInput,
  EndConsentInput,
  RedraftConsentInput,
} from './consent.inputs.js';
import {
  ConsentChoicesShown,
  ConsentExportPreview,
  ConsentLineShown,
  ConsentShown,
  NoticeReadShown,
} from './consent.model.js';
import { shownConsent, shownConsentLine, shownHouse } from './show-consent.js';

@Resolver(() => ConsentShown)
export class ConsentResolver {
  constructor(
    private readonly read: ReadConsents,
    private readonly drafts: DraftConsent,
    private readonly ending: EndConsent,
    private readonly exports: ExportConsent,
  ) {}

  @Requires('read-content')
  @Query(() => [ConsentLineShown], { description: 'Consents on a case that the caller works on, newest first.' })
  async consents(
    @CurrentCaller() caller: StaffCaller,
    @Args('caseId', { type: () => ID }, ParseUUIDPipe) caseId: string,
  ): Promise<ConsentLineShown[]> {
    return (await this.read.ofCase(caller, caseId)).map(shownConsentLine);
  }

  @Requires('read-content')
  @Query(() => ConsentShown, { description: 'One consent: its reach, its names, and what has happened to it.' })
  async consent(
    @CurrentCaller() caller: StaffCaller,
    @Args('id', { type: () => ID }, ParseUUIDPipe) id: string,
  ): Promise<ConsentShown> {
    return shownConsent(await this.read.one(caller, id));
  }

  @Requires('read-content')
  @Query(() => NoticeReadShown, {
    description: 'What a signer read, as it was then; NOT_FOUND where no text of ours was read.',
  })
  async noticeRead(
    @CurrentCaller() caller: StaffCaller,
    @Args('consentId', { type: () => ID }, ParseUUIDPipe) consentId: string,
    @Args('personId', { type: () => ID }, ParseUUIDPipe) personId: string,
  ): Promise<NoticeReadShown> {
    const { notice, hash, ...read } = await this.read.noticeReadBy(caller, consentId, personId);
    return { ...read, sha256: hash.toString('hex'), paragraphs: noticeAsText(notice).split('\n\n') };
  }

  @Requires('read-content')
  @Query(() => ConsentExportPreview, {
    description: 'What a file of this consent would hold; asked before it is made.',
  })
  async consentExport(
    @CurrentCaller() caller: StaffCaller,
    @Args('id', { type: () => ID }, ParseUUIDPipe) id: string,
  ): Promise<ConsentExportPreview> {
    const { decision, people, events } = await this.exports.preview(caller, id);
    return {
      outcome: decision.outcome,
      ground: decision.ground,
      people: people.map(({ personId, decision: { outcome, ground } }) => ({ personId, outcome, ground })),
      events,
    };
  }

  @Requires('manage-consents')
  @Query(() => ConsentChoicesShown, { description: 'What a new consent on this case can name.' })
  async consentChoices(
    @CurrentCaller() caller: StaffCaller,
    @Args('caseId', { type: () => ID }, ParseUUIDPipe) caseId: string,
  ): Promise<ConsentChoicesShown> {
    const { houses, houseNames, ...rest } = await this.read.choices(caller, caseId);
    return {
      ...rest,
      houses: houses.map((house) => shownHouse(house, houseNames)),
    };
  }

  @Requires('manage-consents')
  @Mutation(() => ConsentShown, { description: 'Writes a draft; nobody outside the house sees it.' })
  async draftConsent(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: DraftConsentInput,
  ): Promise<ConsentShown> {
    return this.shown(caller, await this.drafts.draft(caller, input.caseId, written(input.terms)));
  }

  @Requires('manage-consents')
  @Mutation(() => ConsentShown, { description: 'Changes a draft in the version that was read.' })
  async redraftConsent(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: RedraftConsentInput,
  ): Promise<ConsentShown> {
    const { id, expectedVersion, terms } = input;
    await this.drafts.redraft(caller, { id, expectedVersion }, written(terms));
    return this.shown(caller, id);
  }

  @Requires('manage-consents')
  @Mutation(() => ConsentShown, { description: 'Puts it before everyone who must sign now.' })
  async offerConsent(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: ConsentStepInput,
  ): Promise<ConsentShown> {
    await this.drafts.offer(caller, input);
    return this.shown(caller, input.id);
  }

  @Requires('manage-consents')
  @Mutation(() => ConsentShown, {
    description: 'Drafts the same question for the next half year; answers the new draft.',
  })
  async renewConsent(
    @CurrentCaller() caller: StaffCaller,
    @Args('id', { type: () => ID }, ParseUUIDPipe) id: string,
  ): Promise<ConsentShown> {
    return this.shown(caller, await this.drafts.renew(caller, id));
  }

  @Requires('manage-consents')
  @Mutation(() => ConsentShown, { description: 'Takes the question back before it holds.' })
  async callOffConsent(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: ConsentStepInput,
  ): Promise<ConsentShown> {
    await this.drafts.callOff(caller, input);
    return this.shown(caller, input.id);
  }

  @Requires('manage-consents')
  @Mutation(() => ConsentShown, { description: 'Ends a consent in force that is no longer needed.' })
  async endConsent(@CurrentCaller() caller: StaffCaller, @Args('input') input: EndConsentInput): Promise<ConsentShown> {
    await this.ending.run(caller, input);
    return this.shown(caller, input.id);
  }

  private async shown(caller: StaffCaller, id: string): Promise<ConsentShown> {
    return shownConsent(await this.read.one(caller, id));
  }
}

/** The words have been checked at the door; the rule says what is wrong with them together. */
const written = (input: ConsentInput): ConsentWritten => ({
  scope: {
    from: input.from,
    to: input.to,
    categories: input.categories as Category[],
    purposes: input.purposes as Purpose[],
  },
  situations: input.situations as Situation[],
  form: input.form as Form,
  validFrom: input.validFrom ?? null,
  validUntil: input.validUntil ?? null,
  apart: input.apart,
  why: input.why,
});
