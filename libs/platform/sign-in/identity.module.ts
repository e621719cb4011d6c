import { Global, Module } from '@nestjs/common';
import { IdentityProvider } from '#use-cases/sign-in/identity-provider.port.js';
import { SETTINGS } from '../config/settings.module.js';
import type { Settings } from '../config/settings.js';
import { Log } from '../log/log.js';
import { makeClientKeyOnce, readClientKey } from './client-key.js';
import { OpenidIdentityProvider } from './openid-identity-provider.js';

@Global()
@Module({
  providers: [
    {
      provide: IdentityProvider,
      inject: [SETTINGS, Log],
      useFactory: (settings: Settings, log: Log) =>
        new OpenidIdentityProvider({
          issuer: settings.identityUrl,
          clientId: settings.identityClient,
          publicUrl: settings.publicUrl,
          acceptedAcr: settings.identityAcr,
          insecure: settings.demonstration && settings.identityUrl.startsWith('http:'),
          key: async () => {
            if (settings.demonstration) await makeClientKeyOnce(settings.identityKeyFile);
            return readClientKey(settings.identityKeyFile);
          },
          tell: (what, code) => log.warn(what, { code }),
        }),
    },
  ],
  exports: [IdentityProvider],
})
export class IdentityModule {}
