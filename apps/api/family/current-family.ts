import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import type { FamilyCaller } from '#use-cases/gate/caller.js';
import type { LiveFamily } from '#use-cases/family/resolve-family-session.js';
import { Failure } from '#use-cases/failure.js';
import type { SignedRequest } from '../session/signed-request.js';

const familyOf = (context: ExecutionContext): LiveFamily => {
  const request =
    context.getType<GqlContextType>() === 'graphql'
      ? GqlExecutionContext.create(context).getContext<{ req: SignedRequest }>().req
      : context.switchToHttp().getRequest<SignedRequest>();
  if (!request.family) throw new Failure('FAMILY_SIGN_IN_REQUIRED');
  return request.family;
};

/** The browser in which a link was opened. Only behind @Requires('family-door') or @Requires('family'). */
export const CurrentDoor = createParamDecorator((_: unknown, context: ExecutionContext): LiveFamily =>
  familyOf(context),
);

/** The person known in it. Only behind @Requires('family'). */
export const CurrentFamily = createParamDecorator((_: unknown, context: ExecutionContext): FamilyCaller => {
  const { caller } = familyOf(context);
  if (!caller) throw new Failure('FAMILY_SIGN_IN_REQUIRED');
  return caller;
});
