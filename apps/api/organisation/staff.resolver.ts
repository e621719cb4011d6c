import { ParseIntPipe, ParseUUIDPipe } from '@nestjs/common';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { LATELY } from '#domain/sign-in/decide-proof.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { KeepPosts } from '#use-cases/organisation/keep-posts.js';
import { KeepStaffMember } from '#use-cases/organisation/keep-staff-member.js';
import { ListStaff } from '#use-cases/organisation/list-staff.js';
import { pageOf, readCursor, writeCursor } from '../graphql/connection.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import { AddPostInput, StaffArgs, StaffMember, StaffMemberConnection, StaffMemberInput } from './staff.model.js';

@Resolver(() => StaffMember)
export class StaffResolver {
  constructor(
    private readonly list: ListStaff,
    private readonly keep: KeepStaffMember,
    private readonly posts: KeepPosts,
  ) {}

  @Requires('manage-organisation')
  @Query(() => StaffMemberConnection, { description: 'The people of my municipality, by name.' })
  async staff(@CurrentCaller() caller: StaffCaller, @Args() args: StaffArgs): Promise<StaffMemberConnection> {
    const [name, id] = readCursor(args.after, 2) ?? [];
    const after = typeof name === 'string' && typeof id === 'string' ? { name, id } : null;
    const { search, shown, unitId, first: limit } = args;
    const { staff, more } = await this.list.run(caller, { search: search.trim(), shown, unitId, after, limit });
    return pageOf(staff, more, {
      cursor: (one) => writeCursor([one.name, one.id]),
      node: (one): StaffMember => ({ ...one, posts: [...one.posts] }),
    });
  }

  @Requires('manage-organisation')
  @Query(() => StaffMember, { description: 'One of the people of my municipality.' })
  staffMember(
    @CurrentCaller() caller: StaffCaller,
    @Args('id', { type: () => ID }, ParseUUIDPipe) id: string,
  ): Promise<StaffMember> {
    return this.shown(caller, id);
  }

  @Requires('manage-organisation')
  @Mutation(() => StaffMember, { description: 'Adds someone; they may sign in once they have a post.' })
  async addStaffMember(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: StaffMemberInput,
  ): Promise<StaffMember> {
    return this.shown(caller, (await this.keep.add(caller, input)).id);
  }

  @Requires('manage-organisation', { provedWithin: LATELY })
  @Mutation(() => StaffMember, { description: 'Corrects what is known of someone. Another login ends their sessions.' })
  async changeStaffMember(
    @CurrentCaller() caller: StaffCaller,
    @Args('id', { type: () => ID }, ParseUUIDPipe) id: string,
    @Args('version', { type: () => Int }, ParseIntPipe) version: number,
    @Args('input') input: StaffMemberInput,
  ): Promise<StaffMember> {
    await this.keep.change(caller, id, version, input);
    return this.shown(caller, id);
  }

  @Requires('manage-organisation', { provedWithin: LATELY })
  @Mutation(() => StaffMember, { description: 'Closes an account at once, or opens it again.' })
  async setStaffMemberDisabled(
    @CurrentCaller() caller: StaffCaller,
    @Args('id', { type: () => ID }, ParseUUIDPipe) id: string,
    @Args('version', { type: () => Int }, ParseIntPipe) version: number,
    @Args('disabled') disabled: boolean,
  ): Promise<StaffMember> {
    await (disabled ? this.keep.disable(caller, id, version) : this.keep.enable(caller, id, version));
    return this.shown(caller, id);
  }

  @Requires('manage-organisation', { provedWithin: LATELY })
  @Mutation(() => StaffMember, { description: 'Gives someone a post.' })
  async addPost(@CurrentCaller() caller: StaffCaller, @Args('input') input: AddPostInput): Promise<StaffMember> {
    await this.posts.add(caller, input);
    return this.shown(caller, input.staffId);
  }

  @Requires('manage-organisation')
  @Mutation(() => StaffMember, { description: 'Ends a post: now, or at a time to come on the clock in Sweden.' })
  async endPost(
    @CurrentCaller() caller: StaffCaller,
    @Args('id', { type: () => ID }, ParseUUIDPipe) id: string,
    @Args('staffId', { type: () => ID }, ParseUUIDPipe) staffId: string,
    @Args('endsAt', { type: () => String, nullable: true }) endsAt: string | null,
  ): Promise<StaffMember> {
    await this.posts.end(caller, id, endsAt ?? null);
    return this.shown(caller, staffId);
  }

  private async shown(caller: StaffCaller, id: string): Promise<StaffMember> {
    const one = await this.list.one(caller, id);
    return { ...one, posts: [...one.posts] };
  }
}
