import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ASKED_CATEGORIES } from '#domain/inquiry/inquiry.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import type { ReleasedItem } from '#use-cases/gate/released.js';
import { AnswerInquiry } from '#use-cases/inquiry/answer-inquiry.js';
import { AskHouses } from '#use-cases/inquiry/ask-houses.js';
import { EndInquiry } from '#use-cases/inquiry/end-inquiry.js';
import { ReadAsked } from '#use-cases/inquiry/read-asked.js';
import { ReadInquiries } from '#use-cases/inquiry/read-inquiries.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import { AnswerInquiryInput, AskHousesInput } from './inquiry.inputs.js';
import {
  AskedInquiry,
  InquiriesOfCase,
  InquiryPart,
  InquiryReceipt,
  UnaskedInvestigation,
  WaitingInquiry,
} from './inquiry.model.js';

@Resolver(() => InquiriesOfCase)
export class InquiryResolver {
  constructor(
    private readonly asking: AskHouses,
    private readonly inquiries: ReadInquiries,
    private readonly ending: EndInquiry,
    private readonly asked: ReadAsked,
    private readonly answering: AnswerInquiry,
  ) {}

  @Requires('read-content')
  @Query(() => InquiriesOfCase, { description: 'What an investigation has asked of other houses, and what came in.' })
  async inquiriesOfCase(
    @CurrentCaller() caller: StaffCaller,
    @Args('caseId', { type: () => ID }) caseId: string,
  ): Promise<InquiriesOfCase> {
    const { plan, inquiries } = await this.inquiries.run(caller, caseId);
    return {
      caseId,
      categories: [...ASKED_CATEGORIES],
      forms: plan.forms.map(({ form, kind, may, units }) => ({
        kind,
        nameSv: form.name.sv,
        nameEn: form.name.en,
        refused: may.outcome === 'refused' ? may.code : null,
        units: units.map(({ id, name, branchName, house, told }) => ({
          unitId: id,
          name,
          branchName,
          kind: house.kind,
          told: told === null ? null : [...told],
        })),
      })),
      inquiries: inquiries.map(({ inquiry, parts, kept }) => ({
        id: inquiry.id,
        kind: inquiry.kind,
        unitName: inquiry.unitName,
        branchName: inquiry.toBranchName,
        partyKind: inquiry.toKind,
        representative: inquiry.representativeName,
        deputyAsked: inquiry.deputyAskedAt !== null,
        categories: [...inquiry.categories],
        askedAt: inquiry.askedAt,
        dueAt: inquiry.dueAt,
        knowledge: inquiry.answer,
        answeredAt: inquiry.answeredAt,
        endedAt: inquiry.endedAt,
        endedHow: inquiry.endedHow,
        parts: parts.map(partShown),
        kept,
      })),
    };
  }

  @Requires('receive-hand-over')
  @Mutation(() => InquiriesOfCase, { description: 'Asks units of other houses what they hold, with a day each.' })
  async askHouses(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: AskHousesInput,
  ): Promise<InquiriesOfCase> {
    await this.asking.run(caller, input);
    return this.inquiriesOfCase(caller, input.caseId);
  }

  @Requires('receive-hand-over')
  @Mutation(() => Boolean, { description: 'Takes a question back, or closes it: it leaves the asked house at once.' })
  async endInquiry(
    @CurrentCaller() caller: StaffCaller,
    @Args('id', { type: () => ID }) id: string,
    @Args('how', { description: '`withdrawn` or `closed`.' }) how: string,
  ): Promise<boolean> {
    await this.ending.run(caller, { inquiryId: id, how });
    return true;
  }

  @Requires('receive-hand-over')
  @Query(() => [UnaskedInvestigation], {
    description: 'New investigations of the reader’s in which others could be asked and nobody has been.',
  })
  async unaskedInvestigations(@CurrentCaller() caller: StaffCaller): Promise<UnaskedInvestigation[]> {
    return [...(await this.inquiries.findUnasked(caller))];
  }

  @Requires('answer-question')
  @Query(() => [WaitingInquiry], {
    description: 'Questions of other houses’ investigations that stand with the reader.',
  })
  async waitingInquiries(@CurrentCaller() caller: StaffCaller): Promise<WaitingInquiry[]> {
    return (await this.asked.findWaiting(caller)).map((inquiry) => ({
      id: inquiry.id,
      askedBy: inquiry.askedByName,
      askingHouse: inquiry.branchName,
      askedAt: inquiry.askedAt,
      dueAt: inquiry.dueAt,
      answeredAt: inquiry.answeredAt,
    }));
  }

  @Requires('answer-question')
  @Query(() => AskedInquiry, { description: 'A question to the reader’s house, with its own answer so far.' })
  async inquiry(
    @CurrentCaller() caller: StaffCaller,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<AskedInquiry> {
    const { inquiry, about, byOwnYes, parts, unshown } = await this.asked.run(caller, id);
    return {
      id: inquiry.id,
      version: inquiry.version,
      unitName: inquiry.unitName,
      unitKind: inquiry.toKind,
      askedBy: inquiry.askedByName,
      askedByPhone: inquiry.askedByPhone,
      askingHouse: inquiry.branchName,
      name: about.name,
      born: about.born,
      personalNumber: about.personalNumber,
      ground: about.ground.id,
      byOwnYes,
      categories: [...inquiry.categories],
      askedAt: inquiry.askedAt,
      dueAt: inquiry.dueAt,
      knowledge: inquiry.answer,
      answeredAt: inquiry.answeredAt,
      parts: parts.map(partShown),
      unshown,
    };
  }

  @Requires('answer-question')
  @Mutation(() => InquiryReceipt, { description: 'Another house says what it holds; it can answer anew.' })
  answerInquiry(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: AnswerInquiryInput,
  ): Promise<InquiryReceipt> {
    return this.answering.run(caller, input);
  }
}

const partShown = (item: ReleasedItem): InquiryPart => ({
  itemId: item.itemId,
  category: item.category,
  text: item.content.text,
  revealsPlace: item.revealsPlace,
  ground: item.ground.id,
});
