import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import { hasCapability } from '#domain/organisation/role.js';
import type { Capability } from '#domain/organisation/capability.js';
import { decideProof } from '#domain/sign-in/decide-proof.js';
import { Failure } from '#use-cases/failure.js';
import { RecordRefusal } from '#use-cases/ledger/record-refusal.js';
import type { SignedRequest } from '../session/signed-request.js';
import { askedOf } from './asked-of.js';
import { isFamilyRequirement, passFamily, type FamilyRequirement } from './family-door.js';
import { RequestBudget } from './request-budget.js';
import { EVEN_WITHOUT_POST, PROVED_WITHIN, PUBLIC, REQUIRES } from './requires.js';

/** Stands before every query, mutation and web address: no session or no such capability means no. */
@Injectable()
export class RequiresGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly refusals: RecordRefusal,
    private readonly budget: RequestBudget,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const places = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, places)) return true;
    const wanted = this.reflector.getAllAndOverride<Capability | 'signed-in' | FamilyRequirement>(REQUIRES, places);
    if (context.getType<GqlContextType>() === 'ws') return wanted !== undefined;
    const request = requestOf(context);
    if (isFamilyRequirement(wanted)) {
      if (!request.family && request.live?.caller)
        await this.refusals.ofCapability(request.live.caller, wanted, askedOf(context));
      return passFamily(request, wanted, this.budget);
    }
    const live = request.live;
    if (!live) throw new Failure('SIGN_IN_REQUIRED');
    const { seconds, isFirst } = await this.budget.spend(live.session.staffId);
    if (isFirst && live.caller) await this.refusals.ofBudget(live.caller);
    if (seconds > 0) throw new Failure('REQUESTS_TOO_MANY', undefined, { seconds });
    if (wanted === undefined) throw new Failure('NOT_ALLOWED');
    const caller = live.caller;
    if (!caller) {
      if (wanted === 'signed-in' && this.reflector.getAllAndOverride<boolean>(EVEN_WITHOUT_POST, places)) return true;
      throw new Failure('NO_MEMBERSHIP');
    }
    if (wanted !== 'signed-in' && !hasCapability(caller.role, wanted)) {
      await this.refusals.ofCapability(caller, wanted, askedOf(context));
      throw new Failure('NOT_ALLOWED');
    }
    const within = this.reflector.getAllAndOverride<number | undefined>(PROVED_WITHIN, places);
    if (within !== undefined && decideProof(live.provedAgo, within).outcome === 'prove-again') {
      await this.refusals.ofRule(caller, 'prove-again', askedOf(context));
      throw new Failure('PROVE_AGAIN');
    }
    return true;
  }
}

function requestOf(context: ExecutionContext): SignedRequest {
  if (context.getType<GqlContextType>() === 'graphql') {
    return GqlExecutionContext.create(context).getContext<{ req: SignedRequest }>().req;
  }
  return context.switchToHttp().getRequest<SignedRequest>();
}
