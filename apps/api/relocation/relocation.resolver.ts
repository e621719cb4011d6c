import { ParseUUIDPipe } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { LATELY } from '#domain/sign-in/decide-proof.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { ReadGroup } from '#use-cases/group/read-group.js';
import { AnswerRelocation } from '#use-cases/relocation/answer-relocation.js';
import { OfferRelocation } from '#use-cases/relocation/offer-relocation.js';
import { ReadRelocations, type IncomingRelocation as Incoming } from '#use-cases/relocation/read-relocations.js';
import type { RelocationRow } from '#use-cases/relocation/relocation.port.js';
import { groupShown } from '../group/group-shown.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import {
  AnswerRelocationInput,
  IncomingRelocation,
  OfferRelocationInput,
  Relocation,
  RelocationOfGroup,
  TakeBackRelocationInput,
} from './relocation.model.js';

@Resolver(() => Relocation)
export class RelocationResolver {
  constructor(
    private readonly groups: ReadGroup,
    private readonly read: ReadRelocations,
    private readonly offering: OfferRelocation,
    private readonly answering: AnswerRelocation,
  ) {}

  @Requires('read-content')
  @Query(() => RelocationOfGroup, {
    description: 'A group of my house that moves: to whom, with what, and how it went.',
  })
  async relocationOfGroup(
    @CurrentCaller() caller: StaffCaller,
    @Args('groupId', { type: () => ID }, ParseUUIDPipe) groupId: string,
  ): Promise<RelocationOfGroup> {
    const page = await this.read.ofGroup(caller, groupId);
    const { about } = groupShown(await this.groups.run(caller, groupId));
    return {
      groupId,
      version: page.group.version,
      standing: page.group.standing,
      about,
      caseId: page.group.caseId,
      targets: page.targets.map(({ branchId, name, municipality }) => ({ branchId, name, municipality })),
      things: page.things.map(({ itemId, category, content, createdAt }) => ({
        itemId,
        category,
        text: content.text,
        createdAt,
      })),
      staying: page.staying,
      hindrance: page.hindrance,
      offers: page.offers.map((row) => relocationShown(row, null)),
    };
  }

  @Requires('assess-ground', { provedWithin: LATELY })
  @Mutation(() => RelocationOfGroup, {
    description: 'Offers the work to another municipality, with what the care needs.',
  })
  async offerRelocation(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: OfferRelocationInput,
  ): Promise<RelocationOfGroup> {
    await this.offering.run(caller, input);
    return this.relocationOfGroup(caller, input.groupId);
  }

  @Requires('read-content')
  @Mutation(() => Boolean, {
    description: 'Takes an offer back before it is answered: whoever leads the work, or may offer.',
  })
  async takeBackRelocation(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: TakeBackRelocationInput,
  ): Promise<boolean> {
    await this.answering.takeBack(caller, input);
    return true;
  }

  @Requires('manage-groups')
  @Query(() => [Relocation], { description: 'What other municipalities offer my house; whom it is about is in none.' })
  async incomingRelocations(@CurrentCaller() caller: StaffCaller): Promise<Relocation[]> {
    return (await this.read.incoming(caller)).map(({ relocation, form }) => relocationShown(relocation, form));
  }

  @Requires('manage-groups')
  @Query(() => IncomingRelocation, { description: 'One offer to my house, with whom it is about while it waits.' })
  async incomingRelocation(
    @CurrentCaller() caller: StaffCaller,
    @Args('id', { type: () => ID }, ParseUUIDPipe) id: string,
  ): Promise<IncomingRelocation> {
    return incomingShown(await this.read.open(caller, id));
  }

  @Requires('manage-groups')
  @Mutation(() => IncomingRelocation, { description: 'Takes over, or does not.' })
  async answerRelocation(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: AnswerRelocationInput,
  ): Promise<IncomingRelocation> {
    await this.answering.run(caller, { ...input, reason: input.reason ?? null });
    return incomingShown(await this.read.open(caller, input.id));
  }
}

const relocationShown = (row: RelocationRow, form: Incoming['form']): Relocation => ({
  id: row.id,
  version: row.version,
  formName: form?.name ?? null,
  fromName: row.fromName,
  fromTown: row.fromTown,
  toName: row.toName,
  toTown: row.toTown,
  byName: row.byName,
  byPhone: row.byPhone,
  ground: row.ground,
  offeredAt: row.offeredAt,
  things: row.things,
  answer: row.answer,
  reason: row.reason,
  answeredName: row.answeredName,
  answeredAt: row.answeredAt,
  withdrawnAt: row.withdrawnAt,
});

const incomingShown = ({ relocation, form, about }: Incoming): IncomingRelocation => ({
  relocation: relocationShown(relocation, form),
  name: about ? `${about.givenName} ${about.familyName}` : null,
  born: about?.born ?? null,
  told: (about?.things ?? [])
    .filter(({ category }) => category !== 'nomination')
    .map(({ itemId, category, content, ground }) => ({ itemId, category, text: content.text, ground })),
  caseId: relocation.newCaseId,
});
