import { Context, Query, Resolver } from '@nestjs/graphql';
import { capabilitiesOf } from '#domain/organisation/role.js';
import type { ActingMembership } from '#use-cases/sign-in/session.port.js';
import { Public } from '../guard/requires.js';
import type { SignedRequest } from '../session/signed-request.js';
import { Me, type Membership } from './me.model.js';

@Resolver(() => Me)
export class MeResolver {
  /** Open to all: the first thing a page asks is whether anyone is signed in. */
  @Public()
  @Query(() => Me, { nullable: true, description: 'Who is signed in; null when nobody is.' })
  me(@Context('req') request: SignedRequest): Me | null {
    const live = request.live;
    if (!live) return null;
    const { session, caller } = live;
    const acting = session.memberships.find((m) => m.id === caller?.membershipId);
    return {
      staffId: session.staffId,
      name: session.staffName,
      acting: acting ? shown(acting) : null,
      memberships: session.memberships.map(shown),
      capabilities: caller ? [...capabilitiesOf(caller.role)] : [],
      expiresAt: session.expiresAt,
    };
  }
}

function shown(m: ActingMembership): Membership {
  return {
    id: m.id,
    role: m.role,
    unitName: m.unitName,
    branchName: m.branchName,
    authorityName: m.authorityName,
    municipalityName: m.municipalityName,
    kind: m.house.kind,
  };
}
