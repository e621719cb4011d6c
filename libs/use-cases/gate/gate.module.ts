import { Global, Module } from '@nestjs/common';
import { RecordDenial } from '../ledger/record-denial.js';
import { ResolveFamilySession } from '../family/resolve-family-session.js';
import { ResolveSession } from '../sign-in/resolve-session.js';
import { Gate } from './open.js';
import { EvidenceGate } from './open-evidence.js';
import { FamilyGate } from './open-to-family.js';
import { Seal } from './seal.js';

/** What every concept needs: the gate, the seal, sessions and the record of denials. */
@Global()
@Module({
  providers: [Gate, FamilyGate, EvidenceGate, Seal, ResolveSession, ResolveFamilySession, RecordDenial],
  exports: [Gate, FamilyGate, EvidenceGate, Seal, ResolveSession, ResolveFamilySession, RecordDenial],
})
export class GateModule {}
