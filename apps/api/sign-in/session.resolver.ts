import { Args, Context, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ParseUUIDPipe } from '@nestjs/common';
import type { Response } from 'express';
import { LATELY } from '#domain/sign-in/decide-proof.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { EndSessions, SignOutEverywhere } from '#use-cases/sign-in/end-session.js';
import { ListSessions } from '#use-cases/sign-in/list-sessions.js';
import { ReadDraftKeys } from '#use-cases/sign-in/read-draft-keys.js';
import { SwitchMembership } from '#use-cases/sign-in/switch-membership.js';
import { Requires } from '../guard/requires.js';
import { Failure } from '#use-cases/failure.js';
import type { SignedRequest } from '../session/signed-request.js';
import { CurrentCaller } from '../session/current-caller.js';
import { DraftKey } from './draft-key.model.js';
import { Me, meOf } from './me.model.js';
import { Session } from './session.model.js';
import { noSessionCookie } from './sign-in-cookies.js';

@Resolver(() => Session)
export class SessionResolver {
  constructor(
    private readonly list: ListSessions,
    private readonly switchTo: SwitchMembership,
    private readonly everywhere: SignOutEverywhere,
    private readonly end: EndSessions,
    private readonly draftKeys: ReadDraftKeys,
  ) {}

  @Requires('signed-in')
  @Query(() => [Session], { description: 'Where I am signed in now.' })
  async mySessions(@CurrentCaller() caller: StaffCaller): Promise<Session[]> {
    const open = await this.list.run(caller);
    return open.map((session) => ({ ...session, current: session.id === caller.sessionId }));
  }

  @Requires('signed-in')
  @Query(() => [DraftKey], {
    description: 'Keys of what I have begun to write on a device in this post, the newest first.',
  })
  async myDraftKeys(@CurrentCaller() caller: StaffCaller): Promise<DraftKey[]> {
    return (await this.draftKeys.run(caller)).map(({ day, key }) => ({ day, key: key.toString('base64') }));
  }

  @Requires('signed-in', { evenWithoutPost: true })
  @Mutation(() => Me, {
    description: 'Acts in another of my posts from now on, also when the one that I acted in has ended.',
  })
  async switchMembership(
    @Context('req') { live, ip, requestId }: SignedRequest,
    @Args('id', { type: () => ID }, ParseUUIDPipe) id: string,
  ): Promise<Me> {
    if (!live) throw new Failure('SIGN_IN_REQUIRED');
    return meOf(await this.switchTo.run(live, id, { origin: ip ?? '', requestId }), id);
  }

  @Requires('signed-in')
  @Mutation(() => Int, { description: 'Ends all my sessions, this one too. Returns how many there were.' })
  async signOutEverywhere(@CurrentCaller() caller: StaffCaller, @Context('res') response: Response): Promise<number> {
    const ended = await this.everywhere.run(caller);
    response.setHeader('Set-Cookie', noSessionCookie);
    return ended;
  }

  @Requires('end-sessions', { provedWithin: LATELY })
  @Mutation(() => Int, { description: 'Ends all sessions of a member of staff at once. Returns how many there were.' })
  endSessions(
    @CurrentCaller() caller: StaffCaller,
    @Args('staffId', { type: () => ID }, ParseUUIDPipe) staffId: string,
  ): Promise<number> {
    return this.end.run(caller, staffId);
  }
}
