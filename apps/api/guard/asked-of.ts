import type { ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import type { Asked } from '#use-cases/ledger/record-refusal.js';
import type { SignedRequest } from '../session/signed-request.js';

/** An id as this program makes them. */
export const ID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** What a query, mutation or address asks for, without its words: its name, and every id in it whatever it is called. */
export function askedOf(context: ExecutionContext): Asked {
  if (context.getType<GqlContextType>() === 'graphql') {
    const graphql = GqlExecutionContext.create(context);
    return { asked: graphql.getInfo<{ fieldName: string }>().fieldName, ids: [...idsIn(graphql.getArgs())] };
  }
  const { params } = context.switchToHttp().getRequest<SignedRequest>();
  return { asked: context.getHandler().name, ids: [...idsIn(params)] };
}

/** The part after the colon of `hub:<id>`. */
export const askedOfTopic = (topic: string, id: string): Asked => ({ asked: topic, ids: [...idsIn(id)] });

function* idsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') {
    if (ID.test(value)) yield value.toLowerCase();
  } else if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
    for (const part of Object.values(value)) yield* idsIn(part);
  }
}
