import { Global, Module } from '@nestjs/common';
import { RecordRefusal } from '../ledger/record-refusal.js';
import { ResolveFamilySession } from '../family/resolve-family-session.js';
import { ResolveSession } from '../sign-in/resolve-session.js';
import { AsCaller } from './as-caller.js';
import { KeyFingerprints } from './key-fingerprints.port.js';
import { Gate } from './open.js';
import { EvidenceGate } from './open-evidence.js';
import { ExportGate } from './open-export.js';
import { RelocationGate } from './open-relocated.js';
import { FamilyGate } from './open-to-family.js';
import { RequireSameKeys } from './require-same-keys.js';
import { Seal } from './seal.js';
import { SettleSight } from './settle-sight.js';
import { ShownSights } from './shown-sights.js';

/** What every concept needs: the gate, the seal, sessions and the record of refusals. */
@Global()
@Module({
  providers: [
    {
      // Asked while the house is put together, so that nothing is at work in it yet.
      provide: RequireSameKeys,
      inject: [AsCaller, KeyFingerprints],
      useFactory: async (asCaller: AsCaller, keys: KeyFingerprints) => {
        await new RequireSameKeys(asCaller, keys).run();
      },
    },
    SettleSight,
    Gate,
    FamilyGate,
    EvidenceGate,
    ExportGate,
    RelocationGate,
    Seal,
    ShownSights,
    ResolveSession,
    ResolveFamilySession,
    RecordRefusal,
  ],
  exports: [
    Gate,
    FamilyGate,
    EvidenceGate,
    ExportGate,
    RelocationGate,
    Seal,
    ShownSights,
    ResolveSession,
    ResolveFamilySession,
    RecordRefusal,
  ],
})
export class GateModule {}
