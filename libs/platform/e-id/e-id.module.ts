import { Global, Module } from '@nestjs/common';
import { EIdentification } from '#use-cases/e-id/e-id.port.js';
import { EvidenceVerifier } from '#use-cases/e-id/evidence-verifier.port.js';
import { SETTINGS } from '../config/settings.module.js';
import type { Settings } from '../config/settings.js';
import { Log } from '../log/log.js';
import { KeptEvidenceVerifier } from './kept-evidence-verifier.js';
import { makeEId } from './make-e-id.js';

@Global()
@Module({
  providers: [
    {
      provide: EIdentification,
      inject: [SETTINGS, Log],
      useFactory: (settings: Settings, log: Log) => makeEId(settings, (what, code) => log.warn(what, { code })),
    },
    {
      provide: EvidenceVerifier,
      inject: [SETTINGS],
      useFactory: ({ bankidRootFile: rootFile, brokerJwksFile: jwksFile }: Settings) =>
        new KeptEvidenceVerifier({ rootFile, jwksFile }),
    },
  ],
  exports: [EIdentification, EvidenceVerifier],
})
export class EIdModule {}
