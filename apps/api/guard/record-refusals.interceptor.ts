import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import { catchError, concatMap, from, throwError, type Observable } from 'rxjs';
import { Failure } from '#use-cases/failure.js';
import { RecordRefusal } from '#use-cases/ledger/record-refusal.js';
import type { SignedRequest } from '../session/signed-request.js';
import { askedOf } from './asked-of.js';
import { isFamilyRequirement } from './family-door.js';
import { REQUIRES } from './requires.js';

/** Answers that say that there is no such thing. */
const HIDING = new Set(['NOT_FOUND', 'NOTHING_HANDED_OVER']);

/** Answers that say that it is there and not for the asker. */
const AGAINST_A_RULE = new Set([
  'NOT_ALLOWED',
  'NOT_YOUR_QUESTION',
  'NOT_YOUR_HOUSE',
  'NOT_YOUR_ENTRY',
  'NOT_YOUR_PROMISE',
  'NOT_YOUR_NEWS',
  'NOT_YOUR_FIGURE',
  'NOT_YOUR_TOWN',
  'NOT_HANDED_TO_YOU',
  'PROTECTED_NOT_NAMED',
  'PLACE_FOR_NAMED_ONLY',
  'PLACE_REACHES_NOBODY',
  'UNIT_MAY_NOT_BE_CALLED',
  'NAME_IS_WITHHELD',
  'EXPORT_IS_WITHHELD',
  'NOT_A_SIGNER',
  'PERSON_NEEDED',
]);

/**
 * Nobody is refused without a line: whatever a use case answers, the attempt is written before the answer leaves. If it
 * cannot be written the answer is that nothing can be shown now, for an id that exists as for one that does not.
 */
@Injectable()
export class RecordRefusalsInterceptor implements NestInterceptor {
  constructor(
    private readonly refusals: RecordRefusal,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next
      .handle()
      .pipe(
        catchError((error: unknown) =>
          from(this.record(context, error)).pipe(concatMap(() => throwError(() => error))),
        ),
      );
  }

  private async record(context: ExecutionContext, error: unknown): Promise<void> {
    if (!(error instanceof Failure)) return;
    const kind = context.getType<GqlContextType>();
    if (kind !== 'graphql' && kind !== 'http') return;
    const request =
      kind === 'graphql'
        ? GqlExecutionContext.create(context).getContext<{ req: SignedRequest }>().req
        : context.switchToHttp().getRequest<SignedRequest>();
    const wanted = this.reflector.getAllAndOverride<unknown>(REQUIRES, [context.getHandler(), context.getClass()]);
    const caller = isFamilyRequirement(wanted) ? request.family?.caller : request.live?.caller;
    if (!caller) return;
    if (HIDING.has(error.code)) await this.refusals.ofObject(caller, askedOf(context));
    else if (AGAINST_A_RULE.has(error.code))
      await this.refusals.ofRule(caller, error.code.toLowerCase().replaceAll('_', '-'), askedOf(context));
  }
}
