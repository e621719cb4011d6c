import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { SETTINGS, SettingsModule } from '#platform/config/settings.module.js';
import { SettingsError, type Settings } from '#platform/config/settings.js';
import { readHeadNotary } from '#platform/crypto/ed25519-head-notary.js';
import { PgLedgerSeals } from '#store/ledger/pg-ledger-seals.js';
import { HeadNotary, LedgerSeals } from '#use-cases/ledger/ledger-seals.port.js';
import { ProveLedger } from '#use-cases/ledger/prove-ledger.js';
import { VerifyLedger } from '#use-cases/ledger/verify-ledger.js';

/** For looking at the seals by command: it makes no key, since one made now would call every seal falsified. */
@Module({
  imports: [SettingsModule],
  providers: [
    {
      provide: LedgerSeals,
      inject: [SETTINGS],
      useFactory: ({ sealerDatabaseUrl }: Settings) => {
        if (!sealerDatabaseUrl)
          throw new SettingsError('SEALER_DATABASE_URL is missing: the connection of the role samnav_sealer.');
        return new PgLedgerSeals(sealerDatabaseUrl);
      },
    },
    {
      provide: HeadNotary,
      inject: [SETTINGS],
      useFactory: ({ ledgerKeyFile }: Settings) => readHeadNotary(ledgerKeyFile),
    },
    VerifyLedger,
    ProveLedger,
  ],
})
export class InspectLedgerModule implements OnApplicationShutdown {
  constructor(@Inject(LedgerSeals) private readonly seals: PgLedgerSeals) {}

  async onApplicationShutdown(): Promise<void> {
    await this.seals.close();
  }
}
