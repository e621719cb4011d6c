import { Module } from '@nestjs/common';
import { SettingsModule } from '#platform/config/settings.module.js';
import { StoreModule } from '#store/store.module.js';
import { ImportTown } from '#use-cases/organisation/import-town.js';

/** Just enough of the house to import a town from the command line. */
@Module({ imports: [SettingsModule, StoreModule], providers: [ImportTown] })
export class ImportTownModule {}
