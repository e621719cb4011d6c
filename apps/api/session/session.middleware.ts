import { randomUUID } from 'node:crypto';
import { Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { ResolveFamilySession } from '#use-cases/family/resolve-family-session.js';
import { ShownSights } from '#use-cases/gate/shown-sights.js';
import { ResolveSession } from '#use-cases/sign-in/resolve-session.js';
import { FAMILY_COOKIE } from '../family/family-cookie.js';
import { lookBeforeSending } from '../guard/last-look.js';
import { cookieOf } from './cookie.js';
import { requestScope } from './request-scope.js';
import { PASSIVE, SESSION_COOKIE, type SignedRequest } from './signed-request.js';

/** Turns the cookie into a live session, once for each request. */
@Injectable()
export class SessionMiddleware implements NestMiddleware {
  constructor(
    private readonly sessions: ResolveSession,
    private readonly families: ResolveFamilySession,
    private readonly shown: ShownSights,
  ) {}

  async use(plain: Request, response: Response, next: NextFunction): Promise<void> {
    const request = plain as SignedRequest;
    request.requestId = randomUUID();
    request.language = request.acceptsLanguages(['sv', 'en']) === 'en' ? 'en' : 'sv';
    lookBeforeSending(request, response, this.shown);
    try {
      await this.resolve(request);
    } catch (error) {
      next(error);
      return;
    }
    requestScope.run({ language: request.language }, next);
  }

  private async resolve(request: SignedRequest): Promise<void> {
    const from = { origin: request.ip ?? '', requestId: request.requestId };
    const active = request.headers[PASSIVE] === undefined;
    const token = cookieOf(request.headers.cookie, SESSION_COOKIE);
    const live = token ? await this.sessions.byToken(token, from, active) : undefined;
    if (live) request.live = live;
    const familyToken = cookieOf(request.headers.cookie, FAMILY_COOKIE);
    const family = familyToken ? await this.families.byToken(familyToken, from, active) : undefined;
    if (family) request.family = family;
  }
}
