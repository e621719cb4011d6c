import { Module } from '@nestjs/common';
import { ListDemonstrationPeople } from '#use-cases/sign-in/list-demonstration-people.js';
import { DemonstrationResolver } from './demonstration.resolver.js';

@Module({ providers: [DemonstrationResolver, ListDemonstrationPeople] })
export class DemonstrationModule {}
