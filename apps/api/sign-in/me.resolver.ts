import { Context, Query, Resolver } from '@nestjs/graphql';
import { Public } from '../guard/requires.js';
import type { SignedRequest } from '../session/signed-request.js';
import { Me, meOf } from './me.model.js';

@Resolver(() => Me)
export class MeResolver {
  /** Open to all: the first thing a page asks is whether anyone is signed in. */
  @Public()
  @Query(() => Me, { nullable: true, description: 'Who is signed in; null when nobody is.' })
  me(@Context('req') { live }: SignedRequest): Me | null {
    return live ? meOf(live.session, live.caller?.membershipId ?? null) : null;
  }
}
