import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { CALENDAR_WORDS } from '#documents/calendar/words.js';
import { writeCalendar } from '#documents/calendar/write-calendar.js';
import { SETTINGS } from '#platform/config/settings.module.js';
import type { Settings } from '#platform/config/settings.js';
import { ReadCalendarFeed } from '#use-cases/calendar/read-calendar-feed.js';
import { Failure, notFound } from '#use-cases/failure.js';
import { Public } from '../guard/requires.js';
import type { SignedRequest } from '../session/signed-request.js';

/** A whole town hall's programs may read from behind one address; few have reason to ask for what is not there. */
const WRONG = { points: 60, duration: 300 };

/** Where calendar programs read. They cannot sign in: the address itself is the secret, and it opens times alone. */
@Controller('feeds/calendar')
export class CalendarFeedController {
  private readonly wrong = new RateLimiterMemory(WRONG);

  constructor(
    private readonly read: ReadCalendarFeed,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Open to all: the token in the address says whose calendar it is. */
  @Public()
  @Get(':token.ics')
  async feed(@Req() request: SignedRequest, @Param('token') token: string, @Res() response: Response): Promise<void> {
    const address = request.ip ?? '';
    const tried = await this.wrong.get(address);
    if ((tried?.consumedPoints ?? 0) >= WRONG.points)
      throw new Failure('REQUESTS_TOO_MANY', undefined, { seconds: Math.ceil((tried?.msBeforeNext ?? 0) / 1000) });
    const meetings = await this.read.run(token, { origin: address, requestId: request.requestId });
    if (!meetings) {
      await this.wrong.penalty(address);
      throw notFound();
    }
    response
      .setHeader('Content-Type', 'text/calendar; charset=utf-8')
      .setHeader('Cache-Control', 'no-store')
      .send(writeCalendar(meetings, CALENDAR_WORDS, this.settings.publicUrl));
  }
}
