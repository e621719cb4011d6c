import { ParseUUIDPipe } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { NO_TERMS, type TermsGiven } from '#domain/group/step-terms.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { FormGroup } from '#use-cases/group/form-group.js';
import { KeepMembers, type SeatWritten } from '#use-cases/group/keep-members.js';
import { ListGroups } from '#use-cases/group/list-groups.js';
import { MoveGroup } from '#use-cases/group/move-group.js';
import { ReadGroup } from '#use-cases/group/read-group.js';
import { TakeStep } from '#use-cases/group/take-step.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import {
  AddMemberInput,
  EndMemberInput,
  FormGroupInput,
  MoveGroupInput,
  type SeatInput,
  type StepTermsInput,
  TakeStepInput,
} from './group.inputs.js';
import { Group, GroupLine, GroupList, SeatChoice } from './group.model.js';
import { groupShown, lineShown, seatShown } from './group-shown.js';
import { preparatoryGiven } from './preparatory-shown.js';

@Resolver(() => Group)
export class GroupResolver {
  constructor(
    private readonly read: ReadGroup,
    private readonly list: ListGroups,
    private readonly forming: FormGroup,
    private readonly steps: TakeStep,
    private readonly moving: MoveGroup,
    private readonly members: KeepMembers,
  ) {}

  @Requires('read-content')
  @Query(() => Group, { description: 'A group, for its coordinator and its members.' })
  async group(
    @CurrentCaller() caller: StaffCaller,
    @Args('id', { type: () => ID }, ParseUUIDPipe) id: string,
  ): Promise<Group> {
    return groupShown(await this.read.run(caller, id));
  }

  @Requires('read-content')
  @Query(() => GroupList, { description: 'The groups that I lead or sit in, what is late first.' })
  async groups(@CurrentCaller() caller: StaffCaller): Promise<GroupList> {
    const { lines, rooms } = await this.list.run(caller);
    return {
      lines: lines.map(lineShown),
      rooms: rooms.map(({ form, ...room }) => ({ ...room, formName: form.name })),
    };
  }

  @Requires('read-content')
  @Query(() => [GroupLine], { description: 'The groups of a case that I work on.' })
  async groupsOfCase(
    @CurrentCaller() caller: StaffCaller,
    @Args('caseId', { type: () => ID }, ParseUUIDPipe) caseId: string,
  ): Promise<GroupLine[]> {
    return (await this.list.run(caller, caseId)).lines.map(lineShown);
  }

  @Requires('manage-groups')
  @Query(() => [SeatChoice], { description: 'Who could sit in a group of my house, and who not and why.' })
  async groupSeats(
    @CurrentCaller() caller: StaffCaller,
    @Args('groupId', { type: () => ID }, ParseUUIDPipe) groupId: string,
  ): Promise<SeatChoice[]> {
    return (await this.read.seats(caller, groupId)).map(seatShown);
  }

  @Requires('manage-groups')
  @Mutation(() => Group, { description: 'Forms the group with its members and one contact person.' })
  async formGroup(@CurrentCaller() caller: StaffCaller, @Args('input') input: FormGroupInput): Promise<Group> {
    await this.forming.run(caller, {
      groupId: input.groupId,
      version: input.version,
      contactStaffId: input.contactStaffId,
      members: input.members.map(seatWritten),
      words: input.words,
      reason: input.reason ?? null,
      outsideAges: input.outsideAges ?? null,
      terms: termsGiven(input.terms),
    });
    return this.group(caller, input.groupId);
  }

  @Requires('manage-groups')
  @Mutation(() => Group, { description: 'Takes a step of the form; out of its order only with a reason.' })
  async takeGroupStep(@CurrentCaller() caller: StaffCaller, @Args('input') input: TakeStepInput): Promise<Group> {
    await this.steps.run(caller, {
      ...input,
      reason: input.reason ?? null,
      preparatory: preparatoryGiven(input.preparatory),
      terms: termsGiven(input.terms),
    });
    return this.group(caller, input.groupId);
  }

  @Requires('manage-groups')
  @Mutation(() => Group, { description: 'Lets a group wait, rest, follow its young person, or go on again.' })
  async moveGroup(@CurrentCaller() caller: StaffCaller, @Args('input') input: MoveGroupInput): Promise<Group> {
    await this.moving.run(caller, input);
    return this.group(caller, input.groupId);
  }

  @Requires('manage-groups')
  @Mutation(() => Group, { description: 'Gives a person in a post a place in the group.' })
  async addGroupMember(@CurrentCaller() caller: StaffCaller, @Args('input') input: AddMemberInput): Promise<Group> {
    await this.members.add(caller, input, seatWritten(input.seat));
    return this.group(caller, input.groupId);
  }

  @Requires('manage-groups')
  @Mutation(() => Group, { description: 'Ends a place in the group, at once.' })
  async endGroupMember(@CurrentCaller() caller: StaffCaller, @Args('input') input: EndMemberInput): Promise<Group> {
    await this.members.end(caller, input, { ...input, contactMemberId: input.contactMemberId ?? null });
    return this.group(caller, input.groupId);
  }
}

const termsGiven = (terms: StepTermsInput | null | undefined): TermsGiven =>
  terms ? { ...terms, signedOn: terms.signedOn ?? null, threat: terms.threat ?? null } : NO_TERMS;

const seatWritten = ({ staffId, unitId, mandate, wished, deputyForStaffId }: SeatInput): SeatWritten => ({
  staffId,
  unitId,
  mandate,
  wished,
  deputyForStaffId: deputyForStaffId ?? null,
});
