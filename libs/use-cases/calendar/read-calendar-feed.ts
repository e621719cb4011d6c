import { Injectable } from '@nestjs/common';
import { AsCaller } from '../gate/as-caller.js';
import { actingCaller, type RequestOrigin } from '../sign-in/acting-caller.js';
import { SessionTokens } from '../sign-in/session-token.port.js';
import { CalendarFeedStore, type CalendarMeeting } from './calendar-feed.port.js';

/**
 * The meetings of whoever an address belongs to, read in each of the posts that they hold at this instant: a post that
 * has ended shows nothing any more, and a meeting that one is no longer part of is gone without a word.
 */
@Injectable()
export class ReadCalendarFeed {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly tokens: SessionTokens,
  ) {}

  /** Undefined where the address is nobody's, closed, or its owner may no longer sign in. */
  async run(token: string, from: RequestOrigin): Promise<readonly CalendarMeeting[] | undefined> {
    const owner = await this.asCaller.run(
      { kind: 'service', name: 'sign-in', requestId: from.requestId },
      async (tx) => {
        const feeds = tx.of(CalendarFeedStore);
        const found = await feeds.findOwner(this.tokens.hashOf(token));
        if (!found || found.staffDisabledAt !== null) return undefined;
        await feeds.noteRead(found.feedId);
        return found;
      },
    );
    if (!owner) return undefined;
    const meetings = new Map<string, CalendarMeeting>();
    for (const post of owner.memberships) {
      const caller = actingCaller({ staffId: owner.staffId, sessionId: owner.feedId }, post, from);
      for (const one of await this.asCaller.run(caller, (tx) => tx.of(CalendarFeedStore).findMeetings()))
        meetings.set(one.id, one);
    }
    return [...meetings.values()].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  }
}
