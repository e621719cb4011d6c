/**
 * The last look before an answer leaves the server: what was decided a while ago is compared once more, and what somebody
 * has taken away meanwhile is not sent, whatever made the answer, GraphQL or a paper (ASVS 15.4.2; OSL 10:1).
 */
import type { Response } from 'express';
import type { ShownSights } from '#use-cases/gate/shown-sights.js';
import { failureSentence } from '../graphql/failure-texts.js';
import type { SignedRequest } from '../session/signed-request.js';

type End = (...args: readonly unknown[]) => Response;

export function lookBeforeSending(request: SignedRequest, response: Response, shown: ShownSights): void {
  const { requestId } = request;
  const end = response.end.bind(response) as unknown as End;
  const refuse = (): void => {
    const message = failureSentence(request.language ?? 'sv', 'SIGHT_CHANGED', {});
    const isGraphql = request.path.startsWith('/graphql') || request.originalUrl.startsWith('/graphql');
    const body = isGraphql
      ? { errors: [{ message, extensions: { code: 'SIGHT_CHANGED' } }] }
      : { code: 'SIGHT_CHANGED', message };
    const text = JSON.stringify(body);
    if (!isGraphql) response.statusCode = 409;
    for (const header of ['Content-Disposition', 'ETag', 'Content-Encoding']) response.removeHeader(header);
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.setHeader('Content-Length', Buffer.byteLength(text));
    end(text);
  };
  const look: End = (...args) => {
    response.end = end as unknown as Response['end'];
    if (shown.isFresh(requestId)) {
      shown.forget(requestId);
      return end(...args);
    }
    // What cannot be compared is not sent.
    shown.maySend(requestId).then((may) => (may ? void end(...args) : refuse()), refuse);
    return response;
  };
  response.end = look as unknown as Response['end'];
  response.once('close', () => shown.forget(requestId));
}
