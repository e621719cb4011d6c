import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { NotePresence, VOUCH_EVERY_SECONDS } from '#use-cases/meeting/note-presence.js';
import { faultFacts } from '#platform/log/fault-facts.js';
import { Log } from '#platform/log/log.js';

/** Vouches every few seconds for those whose lines this process holds, and looks for those for whom nobody does any more. */
@Injectable()
export class PresenceKeeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private keeping: Promise<void> | undefined;

  constructor(
    private readonly presence: NotePresence,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.keep(), VOUCH_EVERY_SECONDS * 1000).unref();
    this.keep();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.keeping;
  }

  private keep(): void {
    this.keeping ??= this.presence
      .keep()
      .then((faults) => {
        for (const fault of faults) this.log.warn('somebody could not be seen to have left', faultFacts(fault));
      })
      .catch((fault: unknown) => this.log.warn('presence could not be kept', faultFacts(fault)))
      .finally(() => (this.keeping = undefined));
  }
}
