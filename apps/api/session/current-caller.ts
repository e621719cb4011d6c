import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { Failure } from '#use-cases/failure.js';
import type { SignedRequest } from './signed-request.js';

/** The identity that the request acts under. Only behind @Requires, which has made sure that it is there. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext): StaffCaller => {
  const request =
    context.getType<GqlContextType>() === 'graphql'
      ? GqlExecutionContext.create(context).getContext<{ req: SignedRequest }>().req
      : context.switchToHttp().getRequest<SignedRequest>();
  if (!request.live?.caller) throw new Failure('SIGN_IN_REQUIRED');
  return request.live.caller;
});
