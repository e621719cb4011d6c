import { Global, Module, type OnApplicationShutdown, Inject } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AsCaller } from '#use-cases/gate/as-caller.js';
import { OutboxBell } from '#use-cases/outbox/outbox-bell.port.js';
import { OutboxSignal } from '#use-cases/outbox/outbox-signal.port.js';
import { LedgerAppender } from '#use-cases/ledger/ledger-appender.port.js';
import { SETTINGS } from '#platform/config/settings.module.js';
import type { Settings } from '#platform/config/settings.js';
import { PgAsCaller } from './caller/pg-as-caller.js';
import { runtimeDataSource } from './database.js';
import { requireDemonstrationDatabase } from './demonstration-database.js';
import { GroupCommitAppender } from './ledger/group-commit-appender.js';
import { PgOutboxBell } from './outbox/pg-outbox-bell.js';
import { PgOutboxSignal } from './outbox/pg-outbox-signal.js';
import { requireLeastPrivilege } from './least-privilege.js';

/** The one place where the runtime pool is made; everything else reaches the database through AsCaller. */
@Global()
@Module({
  providers: [
    {
      provide: DataSource,
      inject: [SETTINGS],
      useFactory: async (settings: Settings) => {
        const source = await runtimeDataSource(settings.databaseUrl, settings.pool, 'samnav').initialize();
        await requireLeastPrivilege(source);
        if (settings.demonstration) await requireDemonstrationDatabase(source);
        return source;
      },
    },
    { provide: AsCaller, inject: [DataSource], useFactory: (source: DataSource) => new PgAsCaller(source) },
    {
      provide: LedgerAppender,
      inject: [SETTINGS],
      useFactory: (s: Settings) => new GroupCommitAppender(s.ledgerDatabaseUrl),
    },
    {
      provide: OutboxSignal,
      inject: [SETTINGS, AsCaller],
      useFactory: (s: Settings, asCaller: AsCaller) => new PgOutboxSignal(s.databaseUrl, asCaller),
    },
    { provide: OutboxBell, inject: [SETTINGS], useFactory: (s: Settings) => new PgOutboxBell(s.databaseUrl) },
  ],
  exports: [AsCaller, LedgerAppender, OutboxSignal, OutboxBell],
})
export class StoreModule implements OnApplicationShutdown {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(LedgerAppender) private readonly appender: GroupCommitAppender,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.appender.close();
    await this.source.destroy();
  }
}
