import { createHash, timingSafeEqual } from 'node:crypto';
import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { SETTINGS } from '#platform/config/settings.module.js';
import type { Settings } from '#platform/config/settings.js';
import { Failure, notFound } from '#use-cases/failure.js';
import { TakeReply, type TakenReply } from '#use-cases/invitation/take-reply.js';
import { Public } from '../guard/requires.js';
import type { SignedRequest } from '../session/signed-request.js';

/** A mail gateway knows its secret; whoever guesses is soon no longer listened to. */
const WRONG = { points: 20, duration: 300 };

/** Where the municipality's mail gateway hands in what has come to the addresses of invitations. */
@Controller('mail/replies')
export class MailReplyController {
  private readonly wrong = new RateLimiterMemory(WRONG);

  constructor(
    private readonly reply: TakeReply,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Open to all: a gateway has no session, it proves itself by the secret that it shares with this installation. */
  @Public()
  @Post()
  @HttpCode(200)
  async take(@Req() request: SignedRequest): Promise<TakenReply> {
    const secret = this.settings.mailInSecret;
    if (secret === undefined) throw notFound();
    const address = request.ip ?? '';
    const tried = await this.wrong.get(address);
    if ((tried?.consumedPoints ?? 0) >= WRONG.points)
      throw new Failure('REQUESTS_TOO_MANY', undefined, { seconds: Math.ceil((tried?.msBeforeNext ?? 0) / 1000) });
    if (!isSame(request.headers.authorization ?? '', `Bearer ${secret}`)) {
      await this.wrong.penalty(address);
      throw new Failure('SIGN_IN_REQUIRED');
    }
    const mail: unknown = request.body;
    if (!Buffer.isBuffer(mail)) throw new Failure('BAD_REQUEST');
    return this.reply.run(mail, request.requestId);
  }
}

const isSame = (one: string, other: string): boolean =>
  timingSafeEqual(createHash('sha256').update(one).digest(), createHash('sha256').update(other).digest());
