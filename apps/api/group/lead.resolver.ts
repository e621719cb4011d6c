import { ParseUUIDPipe } from '@nestjs/common';
import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { IsInt, IsUUID, Min } from 'class-validator';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { HandLead } from '#use-cases/group/hand-lead.js';
import { NameContact } from '#use-cases/group/name-contact.js';
import { NameLeader } from '#use-cases/group/name-leader.js';
import { Named } from '../form/form.model.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';

@ObjectType({ description: 'Who could lead a group.' })
export class PossibleLeader {
  @Field(() => ID) staffId!: string;
  @Field() name!: string;
  @Field() unitName!: string;
}

@InputType()
export class HandLeadInput {
  @Field(() => ID) @IsUUID() groupId!: string;
  @Field(() => Int) @IsInt() @Min(1) version!: number;
  @Field(() => ID, { description: 'A coordinator of my house, or I myself.' }) @IsUUID() toStaffId!: string;
}

@InputType()
export class NameContactInput {
  @Field(() => ID) @IsUUID() groupId!: string;
  @Field(() => Int) @IsInt() @Min(1) version!: number;
  @Field(() => ID, { description: 'A seat of the group.' }) @IsUUID() memberId!: string;
}

@ObjectType({ description: 'A group of my house that nobody leads; nothing of whom it is about.' })
export class LeaderlessGroup {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => Named) formName!: Named;
  @Field() standing!: string;
  @Field(() => Date, { nullable: true }) formedAt!: Date | null;
  @Field({ description: 'Who led it and has left the post.' }) leaderName!: string;
}

@ObjectType({ description: 'Groups of my house that nobody leads, and who could.' })
export class LeaderlessGroups {
  @Field(() => [LeaderlessGroup]) groups!: LeaderlessGroup[];
  @Field(() => [PossibleLeader]) possible!: PossibleLeader[];
}

@Resolver(() => PossibleLeader)
export class LeadResolver {
  constructor(
    private readonly handing: HandLead,
    private readonly naming: NameLeader,
    private readonly contacts: NameContact,
  ) {}

  @Requires('manage-groups')
  @Query(() => LeaderlessGroups, { description: 'Groups of my house without a coordinator; for its managers.' })
  async leaderlessGroups(@CurrentCaller() caller: StaffCaller): Promise<LeaderlessGroups> {
    const { groups, possible } = await this.naming.list(caller);
    return {
      groups: groups.map(({ id, version, formName, standing, formedAt, leaderName }) => ({
        id,
        version,
        formName,
        standing,
        formedAt,
        leaderName,
      })),
      possible: possible.map(({ staffId, name, title }) => ({ staffId, name, unitName: title })),
    };
  }

  @Requires('manage-groups')
  @Mutation(() => ID, { description: 'Names who leads a group that nobody leads; opens nothing of it to me.' })
  async nameGroupLeader(@CurrentCaller() caller: StaffCaller, @Args('input') input: HandLeadInput): Promise<string> {
    await this.naming.run(caller, input);
    return input.groupId;
  }

  @Requires('manage-groups')
  @Query(() => [PossibleLeader], { description: 'To whom I can give the lead of a group; none where I may not.' })
  async possibleLeaders(
    @CurrentCaller() caller: StaffCaller,
    @Args('groupId', { type: () => ID }, ParseUUIDPipe) groupId: string,
  ): Promise<PossibleLeader[]> {
    return (await this.handing.possible(caller, groupId)).map(({ staffId, name, unitName }) => ({
      staffId,
      name,
      unitName,
    }));
  }

  @Requires('manage-groups')
  @Mutation(() => ID, { description: 'Another leads the group from now on, with what its leader owed.' })
  async handGroupLead(@CurrentCaller() caller: StaffCaller, @Args('input') input: HandLeadInput): Promise<string> {
    await this.handing.run(caller, input);
    return input.groupId;
  }

  @Requires('manage-groups')
  @Mutation(() => ID, { description: 'Another who sits in the group is the one whom the family meets from now on.' })
  async nameGroupContact(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: NameContactInput,
  ): Promise<string> {
    await this.contacts.run(caller, input);
    return input.groupId;
  }
}
