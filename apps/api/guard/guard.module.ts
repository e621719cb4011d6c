import { Global, Module } from '@nestjs/common';
import { RequestBudget } from './request-budget.js';

/** One budget for whatever a person asks for: over GraphQL, at an address or through a socket. */
@Global()
@Module({ providers: [RequestBudget], exports: [RequestBudget] })
export class GuardModule {}
