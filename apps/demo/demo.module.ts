import { Module } from '@nestjs/common';
import { SettingsModule } from '#platform/config/settings.module.js';
import { LogModule } from '#platform/log/log.module.js';
import { StoreModule } from '#store/store.module.js';
import { AdoptIssuer } from '#use-cases/sign-in/adopt-issuer.js';
import { ListDemonstrationPeople } from '#use-cases/sign-in/list-demonstration-people.js';

@Module({ imports: [SettingsModule, LogModule, StoreModule], providers: [ListDemonstrationPeople, AdoptIssuer] })
export class DemoModule {}
