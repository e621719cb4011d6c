import { randomUUID } from 'node:crypto';
import { Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { ResolveSession } from '#use-cases/sign-in/resolve-session.js';
import { cookieOf } from './cookie.js';
import { requestScope } from './request-scope.js';
import { PASSIVE, SESSION_COOKIE, type SignedRequest } from './signed-request.js';

/** Turns the cookie into a live session, once for each request. */
@Injectable()
export class SessionMiddleware implements NestMiddleware {
  constructor(private readonly sessions: ResolveSession) {}

  async use(plain: Request, _response: Response, next: NextFunction): Promise<void> {
    const request = plain as SignedRequest;
    request.requestId = randomUUID();
    request.language = request.acceptsLanguages(['sv', 'en']) === 'en' ? 'en' : 'sv';
    const token = cookieOf(request.headers.cookie, SESSION_COOKIE);
    if (token) {
      try {
        const from = { origin: request.ip ?? '', requestId: request.requestId };
        const live = await this.sessions.byToken(token, from, request.headers[PASSIVE] === undefined);
        if (live) request.live = live;
      } catch (error) {
        next(error);
        return;
      }
    }
    requestScope.run({ language: request.language }, next);
  }
}
