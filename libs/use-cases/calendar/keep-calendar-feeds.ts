import { Injectable } from '@nestjs/common';
import { Failure, notFound } from '../failure.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { SessionTokens } from '../sign-in/session-token.port.js';
import { CalendarFeedStore, type CalendarFeed } from './calendar-feed.port.js';

/** One for each of a person's devices; more is a mistake or somebody else's doing. */
const MOST_FEEDS = 5;

/** The addresses at which one's own calendar programs read; whoever has an address reads by it, so each can be closed. */
@Injectable()
export class KeepCalendarFeeds {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly tokens: SessionTokens,
  ) {}

  list(caller: StaffCaller): Promise<readonly CalendarFeed[]> {
    return this.asCaller.run(caller, (tx) => tx.of(CalendarFeedStore).findOwn());
  }

  /** Answers the token, which is shown once and kept nowhere. Fails as TOO_MANY_CALENDARS. */
  async make(caller: StaffCaller): Promise<string> {
    const { token, hash } = this.tokens.make();
    await this.asCaller.run(caller, async (tx) => {
      const feeds = tx.of(CalendarFeedStore);
      if ((await feeds.findOwn()).length >= MOST_FEEDS) throw new Failure('TOO_MANY_CALENDARS');
      const id = tx.newId();
      await feeds.add({ id, tokenHash: hash });
      await tx
        .of(LedgerStore)
        .record([{ action: 'change', outcome: 'done', detail: { deed: 'calendar-feed-made', feedId: id } }]);
    });
    return token;
  }

  async revoke(caller: StaffCaller, id: string): Promise<void> {
    await this.asCaller.run(caller, async (tx) => {
      if (!(await tx.of(CalendarFeedStore).revoke(id))) throw notFound();
      await tx
        .of(LedgerStore)
        .record([{ action: 'change', outcome: 'done', detail: { deed: 'calendar-feed-closed', feedId: id } }]);
    });
  }
}
