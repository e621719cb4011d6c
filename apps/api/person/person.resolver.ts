import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ParseUUIDPipe } from '@nestjs/common';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { ChangeIdentity } from '#use-cases/person/change-identity.js';
import { CreatePerson } from '#use-cases/person/create-person.js';
import type { PersonPage } from '#use-cases/person/read-person.js';
import { ReadPerson } from '#use-cases/person/read-person.js';
import { RecordCustody } from '#use-cases/person/record-custody.js';
import { RecordRelation } from '#use-cases/person/record-relation.js';
import { SearchPeople } from '#use-cases/person/search-people.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import {
  ChangeIdentityInput,
  CreatePersonInput,
  EndCustodyInput,
  RecordCustodyInput,
  RecordRelationInput,
  SearchPeopleInput,
} from './person.inputs.js';
import { PeopleFound, Person, PersonCreation, type PersonSeen } from './person.model.js';

@Resolver()
export class PersonResolver {
  constructor(
    private readonly search: SearchPeople,
    private readonly read: ReadPerson,
    private readonly create: CreatePerson,
    private readonly identity: ChangeIdentity,
    private readonly custody: RecordCustody,
    private readonly relation: RecordRelation,
  ) {}

  @Requires('search-people')
  @Query(() => PeopleFound, {
    description: 'Looks for people of one’s own house; each search is written in the ledger.',
  })
  async searchPeople(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: SearchPeopleInput,
  ): Promise<PeopleFound> {
    const found = await this.search.run(caller, input.asked);
    return { ...found, hits: found.hits.map(shownSeen) };
  }

  @Requires('read-content')
  @Query(() => Person, { description: 'A person; of a folded record the one that was kept.' })
  async person(
    @CurrentCaller() caller: StaffCaller,
    @Args('id', { type: () => ID }, ParseUUIDPipe) id: string,
  ): Promise<Person> {
    return shownPerson(await this.read.run(caller, id));
  }

  @Requires('register-person')
  @Mutation(() => PersonCreation, { description: 'Registers a person whom one has just searched for and not found.' })
  async createPerson(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: CreatePersonInput,
  ): Promise<PersonCreation> {
    const { person, existing } = await this.create.run(caller, input);
    return { person: person && shownSeen(person), existing: existing && shownSeen(existing) };
  }

  @Requires('register-person')
  @Mutation(() => Person)
  async changeIdentity(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: ChangeIdentityInput,
  ): Promise<Person> {
    await this.identity.run(caller, input);
    return shownPerson(await this.read.run(caller, input.id));
  }

  @Requires('manage-custody')
  @Mutation(() => Person, { description: 'Answers the child.' })
  async recordCustody(@CurrentCaller() caller: StaffCaller, @Args('input') input: RecordCustodyInput): Promise<Person> {
    await this.custody.run(caller, input);
    return shownPerson(await this.read.run(caller, input.childId));
  }

  @Requires('manage-custody')
  @Mutation(() => Person, { description: 'Answers the child.' })
  async endCustody(@CurrentCaller() caller: StaffCaller, @Args('input') input: EndCustodyInput): Promise<Person> {
    return shownPerson(await this.read.run(caller, await this.custody.end(caller, input)));
  }

  @Requires('manage-custody')
  @Mutation(() => Person)
  async recordRelation(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: RecordRelationInput,
  ): Promise<Person> {
    await this.relation.run(caller, input);
    return shownPerson(await this.read.run(caller, input.personId));
  }

  @Requires('manage-custody')
  @Mutation(() => Person)
  async endRelation(
    @CurrentCaller() caller: StaffCaller,
    @Args('id', { type: () => ID }, ParseUUIDPipe) id: string,
  ): Promise<Person> {
    return shownPerson(await this.read.run(caller, await this.relation.end(caller, id)));
  }
}

type Seen = PersonPage['seen'];

export function shownSeen(seen: Seen): PersonSeen {
  const { contact } = seen;
  return {
    ...seen,
    contact: contact && {
      phone: contact.phone ?? null,
      address: contact.address ?? null,
      email: contact.email ?? null,
    },
  };
}

export function shownPerson(page: PersonPage): Person {
  const { facts } = page;
  return {
    id: facts.id,
    seen: shownSeen(page.seen),
    version: facts.version,
    identityVersion: page.identityVersion,
    numberKind: facts.numberKind,
    noNumberReason: facts.noNumberReason,
    maturity: facts.maturity,
    isNamed: facts.named,
    custody: page.custody.map((row) => ({ ...row, child: shownSeen(row.child), guardian: shownSeen(row.guardian) })),
    relations: page.relations.map((row) => ({ ...row, other: shownSeen(row.other) })),
    cases: [...page.cases],
    namedStaff: [...page.named],
    decisions: [...page.decisions],
    merges: [...page.merges],
  };
}
