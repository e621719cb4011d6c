import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { Failure } from '#use-cases/failure.js';
import { LeaveFamily } from '#use-cases/family/leave-family.js';
import { OpenFamilyDoor } from '#use-cases/family/open-family-door.js';
import { ResolveFamilySession, type LiveFamily } from '#use-cases/family/resolve-family-session.js';
import { cookieOf } from '../session/cookie.js';
import type { SignedRequest } from '../session/signed-request.js';
import { FAMILY_COOKIE, familyCookie, noFamilyCookie } from './family-cookie.js';
import { FamilyLimits } from './family-limits.js';

/** Opens and closes a family's browser: its cookie, and how often an address may try. */
@Injectable()
export class FamilyEntrance {
  constructor(
    private readonly door: OpenFamilyDoor,
    private readonly sessions: ResolveFamilySession,
    private readonly leaving: LeaveFamily,
    private readonly limits: FamilyLimits,
  ) {}

  async open(
    request: SignedRequest,
    response: Response,
    { token, wished }: { readonly token: string; readonly wished: string | null },
  ): Promise<LiveFamily> {
    const address = request.ip ?? '';
    await this.requireTries(address);
    const from = { origin: address, requestId: request.requestId };
    const previous = cookieOf(request.headers.cookie, FAMILY_COOKIE) ?? null;
    const outcome = await this.door.open(token.slice(0, 200), { ...from, previous, wished });
    if (outcome.outcome === 'refused') {
      await this.limits.failed(address);
      throw new Failure(outcome.code);
    }
    const live = await this.sessions.byToken(outcome.cookie, from, true);
    if (!live) throw new Failure('FAMILY_LINK_OVER');
    response.setHeader('Set-Cookie', familyCookie(outcome.cookie));
    return live;
  }

  /** Counted as a try: whoever asks with made-up tokens is held as whoever tries codes. */
  async askForNext(request: SignedRequest, token: string): Promise<void> {
    const address = request.ip ?? '';
    await this.requireTries(address);
    await this.limits.failed(address);
    await this.door.askForNext(token.slice(0, 200), { origin: address, requestId: request.requestId });
  }

  async leave(request: SignedRequest, response: Response): Promise<boolean> {
    const ended = request.family ? await this.leaving.run(request.family, request.requestId) : false;
    response.setHeader('Set-Cookie', noFamilyCookie);
    return ended;
  }

  private async requireTries(address: string): Promise<void> {
    const minutes = await this.limits.waitOf(address);
    if (minutes > 0) throw new Failure('FAMILY_TRIES_TOO_MANY', null, { minutes });
  }
}
