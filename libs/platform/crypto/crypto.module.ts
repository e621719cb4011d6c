import { Global, Module } from '@nestjs/common';
import { FieldCipher, LookupHash } from '#use-cases/gate/cipher.js';
import { KeyFingerprints } from '#use-cases/gate/key-fingerprints.port.js';
import { Chance } from '#use-cases/family/chance.port.js';
import { DraftKeys } from '#use-cases/sign-in/draft-keys.port.js';
import { SessionTokens } from '#use-cases/sign-in/session-token.port.js';
import { SETTINGS } from '../config/settings.module.js';
import type { Settings } from '../config/settings.js';
import { AesFieldCipher, HmacLookupHash } from './aes-field-cipher.js';
import { CryptoChance } from './crypto-chance.js';
import { HkdfDraftKeys } from './hkdf-draft-keys.js';
import { HmacKeyFingerprints } from './hmac-key-fingerprints.js';
import { HmacSessionTokens } from './hmac-session-tokens.js';

@Global()
@Module({
  providers: [
    { provide: FieldCipher, inject: [SETTINGS], useFactory: (s: Settings) => new AesFieldCipher(s.keys) },
    { provide: LookupHash, inject: [SETTINGS], useFactory: (s: Settings) => new HmacLookupHash(s.keys) },
    { provide: KeyFingerprints, inject: [SETTINGS], useFactory: (s: Settings) => new HmacKeyFingerprints(s.keys) },
    { provide: SessionTokens, inject: [SETTINGS], useFactory: (s: Settings) => new HmacSessionTokens(s.keys.session) },
    { provide: DraftKeys, inject: [SETTINGS], useFactory: (s: Settings) => new HkdfDraftKeys(s.keys.session) },
    { provide: Chance, useClass: CryptoChance },
  ],
  exports: [FieldCipher, LookupHash, KeyFingerprints, SessionTokens, DraftKeys, Chance],
})
export class CryptoModule {}
