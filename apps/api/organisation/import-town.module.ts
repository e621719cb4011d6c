import { Module } from '@nestjs/common';
import { SettingsModule } from '#platform/config/settings.module.js';
import { StoreModule } from '#store/store.module.js';
import { AddFirstAdministrator } from '#use-cases/organisation/add-first-administrator.js';
import { ImportTown } from '#use-cases/organisation/import-town.js';
import { UpdateTown } from '#use-cases/organisation/update-town.js';

/** Just enough of the house to import a town and open it from the command line. */
@Module({ imports: [SettingsModule, StoreModule], providers: [ImportTown, UpdateTown, AddFirstAdministrator] })
export class ImportTownModule {}
