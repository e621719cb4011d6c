import { unwrapResolverError } from '@apollo/server/errors';
import { BadRequestException } from '@nestjs/common';
import type { GraphQLFormattedError } from 'graphql';
import { Failure, InvalidInput } from '#use-cases/failure.js';
import { failureSentence } from './failure-texts.js';

/** What is told about an unforeseen error: to the log by `tell`, to the user only that it happened. */
export type TellUnforeseen = (error: unknown) => void;

/**
 * Every error leaves as a stable `extensions.code`, the field it concerns and a sentence for the user. What is not
 * foreseen says nothing about its inside (ASVS 16.5.1).
 */
export function formatFailure(
  formatted: GraphQLFormattedError,
  thrown: unknown,
  language: 'sv' | 'en',
  tell: TellUnforeseen,
): GraphQLFormattedError {
  const error = unwrapResolverError(thrown);
  const at = formatted.path ? { path: formatted.path } : {};
  const answer = (code: string, more: Record<string, unknown> = {}, values = {}): GraphQLFormattedError => ({
    message: failureSentence(language, code, values),
    ...at,
    extensions: { code, ...more },
  });
  if (error instanceof Failure) return answer(error.code, { field: error.field }, error.values);
  if (error instanceof InvalidInput) {
    return answer('INVALID_INPUT', {
      faults: error.faults.map((f) => ({
        field: f.field,
        code: f.code,
        message: failureSentence(language, f.code, f.values ?? {}),
        ...(f.spans ? { spans: f.spans } : {}),
      })),
    });
  }
  if (error instanceof BadRequestException) return answer('BAD_REQUEST');
  const code = formatted.extensions?.['code'];
  if (code === 'GRAPHQL_PARSE_FAILED' || code === 'GRAPHQL_VALIDATION_FAILED' || code === 'BAD_USER_INPUT') {
    return { message: formatted.message, ...at, extensions: { code } };
  }
  if (code === 'BAD_REQUEST' || code === 'PERSISTED_QUERY_NOT_FOUND') return answer('BAD_REQUEST');
  if (isNoSuchValue(error)) return answer('BAD_REQUEST');
  tell(error);
  return answer(isUnavailable(error) ? 'UNAVAILABLE' : 'INTERNAL');
}

/** PostgreSQL's class 22: what came is no instant, number, id or text that it can hold, a forged cursor for instance. */
function isNoSuchValue(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^22[0-9A-Z]{3}$/.test(code);
}

/** Whether something that the answer needs is away or overrun just now, so that trying again makes sense. */
export function isUnavailable(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  const message = error instanceof Error ? error.message : '';
  return (
    code === 'ECONNREFUSED' ||
    code === '57P01' ||
    code === '57P03' ||
    code === '55P03' ||
    code === '57014' ||
    code === '53300' ||
    code === '55000' ||
    message.includes('timeout exceeded when trying to connect') ||
    message.includes('Connection terminated')
  );
}
