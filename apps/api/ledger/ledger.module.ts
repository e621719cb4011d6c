import { Module } from '@nestjs/common';
import { ReviewLedger } from '#use-cases/ledger/review-ledger.js';
import { LedgerResolver } from './ledger.resolver.js';

@Module({ providers: [ReviewLedger, LedgerResolver] })
export class LedgerModule {}
