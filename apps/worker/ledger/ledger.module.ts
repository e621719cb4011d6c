import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { SETTINGS } from '#platform/config/settings.module.js';
import { SettingsError, type Settings } from '#platform/config/settings.js';
import { makeLedgerKeyOnce, readHeadNotary } from '#platform/crypto/ed25519-head-notary.js';
import { PgLedgerSeals } from '#store/ledger/pg-ledger-seals.js';
import { HeadNotary, LedgerSeals } from '#use-cases/ledger/ledger-seals.port.js';
import { SealLedger } from '#use-cases/ledger/seal-ledger.js';
import { LedgerSealer } from './ledger-sealer.js';

@Module({
  providers: [
    {
      provide: LedgerSeals,
      inject: [SETTINGS],
      useFactory: ({ sealerDatabaseUrl }: Settings) => {
        if (!sealerDatabaseUrl)
          throw new SettingsError('SEALER_DATABASE_URL is missing: the connection of the role samnav_sealer');
        return new PgLedgerSeals(sealerDatabaseUrl);
      },
    },
    {
      provide: HeadNotary,
      inject: [SETTINGS],
      useFactory: ({ ledgerKeyFile }: Settings) => {
        makeLedgerKeyOnce(ledgerKeyFile);
        return readHeadNotary(ledgerKeyFile);
      },
    },
    SealLedger,
    LedgerSealer,
  ],
})
export class LedgerModule implements OnApplicationShutdown {
  constructor(@Inject(LedgerSeals) private readonly seals: PgLedgerSeals) {}

  async onApplicationShutdown(): Promise<void> {
    await this.seals.close();
  }
}
