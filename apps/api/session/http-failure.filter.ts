import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { GqlContextType } from '@nestjs/graphql';
import type { Response } from 'express';
import { Log } from '#platform/log/log.js';
import { Failure } from '#use-cases/failure.js';
import { isUnavailable } from '../graphql/format-failure.js';
import { failureSentence } from '../graphql/failure-texts.js';
import type { SignedRequest } from './signed-request.js';

const STATUS: Readonly<Record<string, number>> = {
  SIGN_IN_REQUIRED: 401,
  FAMILY_SIGN_IN_REQUIRED: 401,
  NO_MEMBERSHIP: 403,
  NOT_ALLOWED: 403,
  PROVE_AGAIN: 403,
  EXPORT_IS_WITHHELD: 403,
  NOT_FOUND: 404,
  NOTHING_HANDED_OVER: 404,
  REQUESTS_TOO_MANY: 429,
  UNAVAILABLE: 503,
};

/** What Nest itself refuses at the door. */
const CODES: Readonly<Record<number, string>> = { 400: 'BAD_REQUEST', 404: 'NOT_FOUND', 413: 'FILE_TOO_LARGE' };

/** Outside GraphQL a failure is told as `{code, message}`; inside it, Apollo's formatter does the telling. */
@Catch()
export class HttpFailureFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): unknown {
    if (host.getType<GqlContextType>() !== 'http') throw error;
    const response = host.switchToHttp().getResponse<Response>();
    const language = host.switchToHttp().getRequest<SignedRequest>().language ?? 'sv';
    if (response.headersSent) return undefined;
    const code =
      error instanceof Failure
        ? error.code
        : error instanceof HttpException
          ? (CODES[error.getStatus()] ?? 'INTERNAL')
          : isUnavailable(error)
            ? 'UNAVAILABLE'
            : 'INTERNAL';
    const status =
      error instanceof HttpException ? error.getStatus() : (STATUS[code] ?? (error instanceof Failure ? 400 : 500));
    if (status >= 500)
      this.log.error('unforeseen failure', { kind: error instanceof Error ? error.name : typeof error });
    const values = error instanceof Failure ? error.values : {};
    response
      .status(status)
      .setHeader('Cache-Control', 'no-store')
      .json({ code, message: failureSentence(language, code, values) });
    return undefined;
  }
}
