import { Module } from '@nestjs/common';
import { FormsModule } from '#platform/forms/forms.module.js';
import { PersonNumberModule } from '#platform/person/person-number.module.js';
import { ReadGroup } from '#use-cases/group/read-group.js';
import { AdmitPerson } from '#use-cases/person/admit-person.js';
import { AnswerRelocation } from '#use-cases/relocation/answer-relocation.js';
import { OfferRelocation } from '#use-cases/relocation/offer-relocation.js';
import { ReadRelocations } from '#use-cases/relocation/read-relocations.js';
import { FormModule } from '../form/form.module.js';
import { RelocationResolver } from './relocation.resolver.js';

@Module({
  imports: [FormModule, FormsModule, PersonNumberModule],
  providers: [ReadGroup, AdmitPerson, OfferRelocation, AnswerRelocation, ReadRelocations, RelocationResolver],
})
export class RelocationModule {}
