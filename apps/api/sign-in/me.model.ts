import { Field, ID, ObjectType } from '@nestjs/graphql';
import { capabilitiesOf } from '#domain/organisation/role.js';
import type { ActingMembership, SessionFacts } from '#use-cases/sign-in/session.port.js';

@ObjectType({ description: 'A post that the signed-in person holds now and can act in.' })
export class Membership {
  @Field(() => ID) id!: string;
  @Field({ description: 'One of the seven roles.' }) role!: string;
  @Field() unitName!: string;
  @Field(() => ID, { description: 'Screens watch `sight:<branchId>`.' }) branchId!: string;
  @Field() branchName!: string;
  @Field() authorityName!: string;
  @Field() municipalityName!: string;
  @Field({ description: 'Kind of party, e.g. social-services.' }) kind!: string;
}

@ObjectType({ description: 'The signed-in person.' })
export class Me {
  @Field(() => ID) staffId!: string;
  @Field() name!: string;
  @Field(() => Membership, {
    nullable: true,
    description: 'The post that the person acts in now; null when none is in force.',
  })
  acting!: Membership | null;
  @Field(() => [Membership]) memberships!: Membership[];
  @Field(() => [String], { description: 'What the acting role can do.' }) capabilities!: string[];
  @Field({ description: 'When the session ends if nothing is done until then.' }) idleUntil!: Date;
  @Field({ description: 'When the session ends at the latest.' }) expiresAt!: Date;
}

/** What a session says of its owner, acting in the given post. */
export function meOf(session: SessionFacts, actingId: string | null): Me {
  const acting = session.memberships.find((m) => m.id === actingId);
  return {
    staffId: session.staffId,
    name: session.staffName,
    acting: acting ? shown(acting) : null,
    memberships: session.memberships.map(shown),
    capabilities: acting ? [...capabilitiesOf(acting.role)] : [],
    idleUntil: session.idleUntil,
    expiresAt: session.expiresAt,
  };
}

function shown(m: ActingMembership): Membership {
  return {
    id: m.id,
    role: m.role,
    unitName: m.unitName,
    branchId: m.branchId,
    branchName: m.branchName,
    authorityName: m.authorityName,
    municipalityName: m.municipalityName,
    kind: m.house.kind,
  };
}
