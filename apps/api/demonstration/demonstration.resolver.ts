import { Inject } from '@nestjs/common';
import { Context, Query, Resolver } from '@nestjs/graphql';
import { SETTINGS } from '#platform/config/settings.module.js';
import type { Settings } from '#platform/config/settings.js';
import { ListDemonstrationPeople } from '#use-cases/sign-in/list-demonstration-people.js';
import type { StaffInDirectory } from '#use-cases/sign-in/staff-directory.port.js';
import { Public } from '../guard/requires.js';
import type { SignedRequest } from '../session/signed-request.js';
import { Demonstration, type DemonstrationPerson } from './demonstration.model.js';

@Resolver(() => Demonstration)
export class DemonstrationResolver {
  constructor(
    private readonly listPeople: ListDemonstrationPeople,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Open to all: the first page asks it before anyone is signed in. Outside a demonstration it tells nothing. */
  @Public()
  @Query(() => Demonstration, { nullable: true, description: 'Null outside a demonstration.' })
  async demonstration(@Context('req') request: SignedRequest): Promise<Demonstration | null> {
    if (!this.settings.demonstration) return null;
    const { people, now } = await this.listPeople.run(request.requestId);
    const sentUrl = `${this.settings.identityUrl.replace(/\/$/, '')}/sent`;
    return { isDemonstration: true, now, sentUrl, people: people.flatMap(shown) };
  }
}

function shown(one: StaffInDirectory): DemonstrationPerson[] {
  const [first] = one.memberships;
  if (!first) return [];
  return [
    {
      hint: one.subject,
      name: one.name,
      title: one.title,
      organisation: first.authorityName,
      kind: first.house.kind,
      municipality: first.municipalityName,
      posts: one.memberships.map(({ role, unitName }) => ({ role, unitName })),
    },
  ];
}
