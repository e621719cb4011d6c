import { ParseUUIDPipe } from '@nestjs/common';
import { Args, Field, ID, InputType, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { IsString, IsUUID, MaxLength } from 'class-validator';
import { KeepApart } from '#use-cases/calendar/keep-apart.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { Requires } from '../guard/requires.js';
import { HubPerson } from '../hub/hub.model.js';
import { personShown } from '../hub/hub-shown.js';
import { CurrentCaller } from '../session/current-caller.js';

@ObjectType({ description: 'Somebody whom the person of a case must never meet.' })
export class KeptApart {
  @Field(() => ID) id!: string;
  @Field(() => HubPerson, { nullable: true }) person!: HubPerson | null;
  @Field({ description: 'threat, conflict, violence or court-order.' }) ground!: string;
  @Field() until!: Date;
  @Field() decidedByName!: string;
  @Field() decidedAt!: Date;
}

@ObjectType({
  description: 'A meeting of a case that stands too near one of somebody’s whom its person must never meet.',
})
export class MeetingToMove {
  @Field(() => ID) hubId!: string;
  @Field() startsAt!: Date;
}

@InputType()
export class KeepApartInput {
  @Field(() => ID) @IsUUID() caseId!: string;
  @Field(() => ID, { description: 'The other one’s case, which I work on too.' }) @IsUUID() otherCaseId!: string;
  @Field({ description: 'threat, conflict, violence or court-order.' }) @IsString() @MaxLength(40) ground!: string;
  @Field({ description: 'The last day, 2026-11-24; at most a year ahead.' }) @IsString() @MaxLength(40) until!: string;
}

@Resolver(() => KeptApart)
export class KeptApartResolver {
  constructor(private readonly keeping: KeepApart) {}

  @Requires('manage-groups')
  @Query(() => [KeptApart], { description: 'Whom the person of a case of my house must never meet.' })
  async keptApart(
    @CurrentCaller() caller: StaffCaller,
    @Args('caseId', { type: () => ID }, ParseUUIDPipe) caseId: string,
  ): Promise<KeptApart[]> {
    return (await this.keeping.list(caller, caseId)).map(({ pair, person }) => ({
      ...pair,
      person: person ? personShown(person) : null,
    }));
  }

  @Requires('manage-groups')
  @Query(() => [MeetingToMove], {
    description:
      'Meetings ahead of a case of my house that stand too near one of somebody’s whom its person must never meet.',
  })
  async meetingsToMove(
    @CurrentCaller() caller: StaffCaller,
    @Args('caseId', { type: () => ID }, ParseUUIDPipe) caseId: string,
  ): Promise<MeetingToMove[]> {
    return (await this.keeping.toMove(caller, caseId)).map(({ id, startsAt }) => ({ hubId: id, startsAt }));
  }

  @Requires('manage-groups')
  @Mutation(() => Boolean, { description: 'Keeps the times of two people apart. Fails by the field.' })
  async keepApart(@CurrentCaller() caller: StaffCaller, @Args('input') input: KeepApartInput): Promise<boolean> {
    await this.keeping.add(caller, input);
    return true;
  }

  @Requires('manage-groups')
  @Mutation(() => Boolean, { description: 'They may meet again.' })
  async endKeptApart(
    @CurrentCaller() caller: StaffCaller,
    @Args('id', { type: () => ID }, ParseUUIDPipe) id: string,
  ): Promise<boolean> {
    await this.keeping.end(caller, id);
    return true;
  }
}
