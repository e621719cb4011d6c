import { Global, Module } from '@nestjs/common';
import { RecordDenial } from '../ledger/record-denial.js';
import { ResolveSession } from '../sign-in/resolve-session.js';
import { Gate } from './open.js';
import { Seal } from './seal.js';

/** What every concept needs: the gate, the seal, sessions and the record of denials. */
@Global()
@Module({ providers: [Gate, Seal, ResolveSession, RecordDenial], exports: [Gate, Seal, ResolveSession, RecordDenial] })
export class GateModule {}
