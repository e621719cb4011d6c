import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ParseUUIDPipe } from '@nestjs/common';
import { LATELY } from '#domain/sign-in/decide-proof.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { MergePeople } from '#use-cases/person/merge-people.js';
import { ProtectPerson } from '#use-cases/person/protect-person.js';
import { ReadPerson } from '#use-cases/person/read-person.js';
import { UndoMerge } from '#use-cases/person/undo-merge.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import {
  AssessMaturityInput,
  MergePeopleInput,
  NameStaffInput,
  SetProtectionInput,
  SettlePersonDecisionInput,
  UnnameStaffInput,
} from './person.inputs.js';
import { Colleague, MergePreview, MergeUndone, Person, ProtectionChange } from './person.model.js';
import { shownPerson, shownSeen } from './person.resolver.js';

@Resolver()
export class ProtectionResolver {
  constructor(
    private readonly protect: ProtectPerson,
    private readonly read: ReadPerson,
    private readonly merge: MergePeople,
    private readonly undo: UndoMerge,
  ) {}

  @Requires('manage-protection')
  @Query(() => [Colleague], { description: 'Staff of one’s own house who can be named for a protected person.' })
  async colleagues(@CurrentCaller() caller: StaffCaller): Promise<Colleague[]> {
    return [...(await this.read.colleagues(caller))];
  }

  @Requires('manage-protection', { provedWithin: LATELY })
  @Mutation(() => ProtectionChange, { description: 'Tightens at once; to loosen waits for a second person.' })
  async setProtection(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: SetProtectionInput,
  ): Promise<ProtectionChange> {
    const outcome = await this.protect.setProtection(caller, input);
    return { outcome, person: shownPerson(await this.read.run(caller, input.id)) };
  }

  @Requires('manage-protection', { provedWithin: LATELY })
  @Mutation(() => ProtectionChange, { description: 'Asks a second person to put someone on the short list.' })
  async nameStaff(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: NameStaffInput,
  ): Promise<ProtectionChange> {
    const outcome = await this.protect.nameStaff(caller, input);
    return { outcome, person: shownPerson(await this.read.run(caller, input.id)) };
  }

  @Requires('manage-protection')
  @Mutation(() => Person)
  async unnameStaff(@CurrentCaller() caller: StaffCaller, @Args('input') input: UnnameStaffInput): Promise<Person> {
    await this.protect.unnameStaff(caller, input);
    return shownPerson(await this.read.run(caller, input.id));
  }

  @Requires('manage-protection', { provedWithin: LATELY })
  @Mutation(() => Person, { description: 'The second person agrees or not.' })
  async settlePersonDecision(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: SettlePersonDecisionInput,
  ): Promise<Person> {
    return shownPerson(await this.read.run(caller, await this.protect.settle(caller, input.id, input.agree)));
  }

  @Requires('manage-custody')
  @Mutation(() => Person, { description: 'Who decides for a child: the guardians, both, or the child.' })
  async assessMaturity(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: AssessMaturityInput,
  ): Promise<Person> {
    await this.protect.assessMaturity(caller, input);
    return shownPerson(await this.read.run(caller, input.id));
  }

  @Requires('merge-people')
  @Query(() => MergePreview)
  async mergePreview(
    @CurrentCaller() caller: StaffCaller,
    @Args('one', { type: () => ID }, ParseUUIDPipe) one: string,
    @Args('other', { type: () => ID }, ParseUUIDPipe) other: string,
  ): Promise<MergePreview> {
    const preview = await this.merge.preview(caller, one, other);
    return {
      ...preview,
      kept: shownSeen(preview.kept),
      folded: shownSeen(preview.folded),
      conflicts: [...preview.conflicts],
      filled: [...preview.filled],
      moved: [...preview.moved],
    };
  }

  @Requires('merge-people', { provedWithin: LATELY })
  @Mutation(() => Person, { description: 'Answers the kept person.' })
  async mergePeople(@CurrentCaller() caller: StaffCaller, @Args('input') input: MergePeopleInput): Promise<Person> {
    return shownPerson(await this.read.run(caller, await this.merge.run(caller, input)));
  }

  @Requires('merge-people', { provedWithin: LATELY })
  @Mutation(() => MergeUndone, { description: 'They were two people: what was moved goes back.' })
  async undoMerge(
    @CurrentCaller() caller: StaffCaller,
    @Args('id', { type: () => ID }, ParseUUIDPipe) id: string,
  ): Promise<MergeUndone> {
    const undone = await this.undo.run(caller, id);
    return { ...undone, toSort: [...undone.toSort] };
  }
}
