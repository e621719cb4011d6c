import { Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { JWK } from 'jose';
import { SETTINGS } from '#platform/config/settings.module.js';
import type { Settings } from '#platform/config/settings.js';
import { readClientKey } from '#platform/sign-in/client-key.js';
import { Failure } from '#use-cases/failure.js';
import { BeginSignIn } from '#use-cases/sign-in/begin-sign-in.js';
import { CompleteSignIn } from '#use-cases/sign-in/complete-sign-in.js';
import { SignOut } from '#use-cases/sign-in/end-session.js';
import { IdentityRefused } from '#use-cases/sign-in/identity-provider.port.js';
import { Public } from '../guard/requires.js';
import { cookieOf } from '../session/cookie.js';
import { SESSION_COOKIE, type SignedRequest } from '../session/signed-request.js';
import {
  attemptCookie,
  attemptCookieName,
  noAttemptCookie,
  noSessionCookie,
  sessionCookie,
} from './sign-in-cookies.js';
import { SignInLimits } from './sign-in-limits.js';

/** The addresses that a browser visits on its way in and out; each ends in a page of the client. */
@Controller()
export class SignInController {
  constructor(
    private readonly begin: BeginSignIn,
    private readonly complete: CompleteSignIn,
    private readonly leave: SignOut,
    private readonly limits: SignInLimits,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Open to all: whoever comes here is not signed in yet, or must prove themselves anew. */
  @Public()
  @Get('sign-in')
  async signIn(
    @Req() request: SignedRequest,
    @Res() response: Response,
    @Query('to') to?: unknown,
    @Query('again') again?: unknown,
    @Query('hint') hint?: unknown,
  ): Promise<void> {
    if (!(await this.limits.mayBegin(request.ip ?? ''))) return this.explain(response, 'too-many');
    try {
      const { redirectTo, state, attemptToken } = await this.begin.run({
        returnTo: typeof to === 'string' ? to : null,
        again: again === '1' ? (request.live?.session.staffId ?? null) : null,
        hint: this.settings.demonstration && typeof hint === 'string' && hint.length <= 64 ? hint : null,
        requestId: request.requestId,
      });
      response.setHeader('Set-Cookie', attemptCookie(state, attemptToken));
      response.redirect(303, redirectTo);
    } catch (error) {
      if (!(error instanceof IdentityRefused)) throw error;
      this.explain(response, error.why);
    }
  }

  /** Open to all: the provider sends people back here before they are signed in. */
  @Public()
  @Get('sign-in/return')
  async signInReturn(@Req() request: SignedRequest, @Res() response: Response): Promise<void> {
    const address = new URL(request.originalUrl, this.settings.publicUrl);
    const state = address.searchParams.get('state') ?? '';
    const known = /^[\w-]{16,128}$/.test(state);
    const outcome = await this.complete.run({
      answer: address.search,
      attemptToken: known ? (cookieOf(request.headers.cookie, attemptCookieName(state)) ?? null) : null,
      previousToken: cookieOf(request.headers.cookie, SESSION_COOKIE) ?? null,
      origin: request.ip ?? '',
      requestId: request.requestId,
    });
    const cookies = known ? [noAttemptCookie(state)] : [];
    if (outcome.outcome === 'signed-in') {
      response.setHeader('Set-Cookie', [...cookies, sessionCookie(outcome.token)]);
      response.redirect(303, `${this.settings.publicUrl}${outcome.returnTo}`);
      return;
    }
    response.setHeader('Set-Cookie', cookies);
    // The way back in the browser's history leads here once more; whoever is in already just goes on.
    if (outcome.why === 'attempt-over' && request.live) {
      response.redirect(303, `${this.settings.publicUrl}/`);
      return;
    }
    await this.limits.failed(request.ip ?? '');
    this.explain(response, outcome.why);
  }

  /** Open to all: the public half of our key, for the provider that checks it. */
  @Public()
  @Get('sign-in/keys')
  async keys(@Res({ passthrough: true }) response: Response): Promise<{ keys: JWK[] }> {
    response.type('application/jwk-set+json');
    return { keys: [(await readClientKey(this.settings.identityKeyFile)).publicJwk] };
  }

  /** Open to all: leaving twice, or after the session has ended, is no fault. */
  @Public()
  @Post('sign-out')
  async signOut(@Req() request: SignedRequest, @Res() response: Response): Promise<void> {
    // A page elsewhere can send a plain form here but neither our Origin nor a JSON body (ASVS 3.5.1).
    const own = request.headers.origin === new URL(this.settings.publicUrl).origin;
    if (!own || !request.is('application/json')) throw new Failure('NOT_ALLOWED');
    const next = request.live ? await this.leave.run(request.live, request.requestId) : null;
    response.setHeader('Set-Cookie', noSessionCookie);
    response.json({ next: next ?? `${this.settings.publicUrl}/utloggad` });
  }

  private explain(response: Response, why: string): void {
    response.redirect(303, `${this.settings.publicUrl}/inloggning/${why}`);
  }
}
