import { Module } from '@nestjs/common';
import { PersonNumberModule } from '#platform/person/person-number.module.js';
import { ChangeIdentity } from '#use-cases/person/change-identity.js';
import { CreatePerson } from '#use-cases/person/create-person.js';
import { MergePeople } from '#use-cases/person/merge-people.js';
import { PersonLookup } from '#use-cases/person/person-lookup.js';
import { ProtectPerson } from '#use-cases/person/protect-person.js';
import { ReadPerson } from '#use-cases/person/read-person.js';
import { RecordCustody } from '#use-cases/person/record-custody.js';
import { RecordRelation } from '#use-cases/person/record-relation.js';
import { SearchPeople } from '#use-cases/person/search-people.js';
import { SeesPerson } from '#use-cases/person/sees-person.js';
import { UnattachedPeople } from '#use-cases/person/unattached-people.js';
import { UndoMerge } from '#use-cases/person/undo-merge.js';
import { PersonResolver } from './person.resolver.js';
import { PersonTopic } from './person.topic.js';
import { ProtectionResolver } from './protection.resolver.js';
import { UnattachedResolver } from './unattached.resolver.js';

@Module({
  imports: [PersonNumberModule],
  providers: [
    ChangeIdentity,
    CreatePerson,
    MergePeople,
    PersonLookup,
    ProtectPerson,
    ReadPerson,
    RecordCustody,
    RecordRelation,
    SearchPeople,
    SeesPerson,
    UnattachedPeople,
    UndoMerge,
    PersonResolver,
    PersonTopic,
    ProtectionResolver,
    UnattachedResolver,
  ],
})
export class PersonModule {}
