import { randomUUID } from 'node:crypto';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { FamilyMark } from '#use-cases/family/family-mark.js';
import { OutboxSignal, type NewsSince } from '#use-cases/outbox/outbox-signal.port.js';
import { faultFacts } from '#platform/log/fault-facts.js';
import { Log } from '#platform/log/log.js';
import { FamilyScreens, type FamilyScreen } from './family-screens.js';

const NEWS = 'live:family:';
const OVER = 'live:family-over:';
/** In a demonstration the time is moved for everybody. */
const CLOCK = 'live:clock:all';
/** People who are looked for at once: the rest of the connections stay for those who ask. */
const MOST_PEOPLE = 4;
/** A timer holds no longer than this, in milliseconds; what is left is looked for then. */
const LONGEST_TIMER = 60 * 60_000;

/**
 * From a committed outbox row to the pages of families that stand open on this node. What is sent says that there is something
 * new and nothing else, and only where what this very person would read is another; the page asks, and the gate decides then.
 */
@Injectable()
export class FamilyRelay implements OnApplicationBootstrap {
  private readonly waiting = new Set<string>();
  private readonly looking = new Set<string>();

  constructor(
    private readonly signal: OutboxSignal,
    private readonly screens: FamilyScreens,
    private readonly marks: FamilyMark,
    private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.signal.listen({
      news: (since) => this.hear(since),
      gap: () => this.screens.people().forEach((personId) => this.look(personId)),
    });
  }

  /** Looks whether what the person would read is another than their pages show; what comes meanwhile is looked for again. */
  look(personId: string): void {
    this.waiting.add(personId);
    this.next();
  }

  private hear({ news }: NewsSince): void {
    for (const { topic } of news) {
      if (topic.startsWith(OVER))
        for (const { socket } of this.screens.ofSession(topic.slice(OVER.length))) socket.disconnect(true);
      else if (topic === CLOCK) this.screens.people().forEach((personId) => this.look(personId));
      else if (topic.startsWith(NEWS) && this.screens.of(topic.slice(NEWS.length)).length > 0)
        this.look(topic.slice(NEWS.length));
    }
  }

  private next(): void {
    for (const personId of this.waiting) {
      if (this.looking.size >= MOST_PEOPLE) return;
      if (this.looking.has(personId)) continue;
      this.waiting.delete(personId);
      this.looking.add(personId);
      // In the next turn: all that was heard in this one is looked for once.
      void Promise.resolve()
        .then(() => Promise.all(this.screens.of(personId).map((screen) => this.tell(screen))))
        .finally(() => {
          this.looking.delete(personId);
          this.next();
        });
    }
  }

  private async tell(screen: FamilyScreen): Promise<void> {
    const { socket, page } = screen;
    try {
      const { mark, left } = await this.marks.ofPage({ ...page, requestId: randomUUID() });
      if (!this.screens.isOpen(screen)) return;
      if (mark === null) {
        socket.disconnect(true);
        return;
      }
      if (mark !== screen.mark) socket.emit('news');
      screen.mark = mark;
      this.endLater(screen, left);
    } catch (error) {
      this.log.warn('a family’s page could not be told', faultFacts(error));
      // Whether it still holds is not known: the page asks for itself.
      screen.mark = null;
      socket.emit('news');
    }
  }

  private endLater(screen: FamilyScreen, left: number): void {
    clearTimeout(screen.ending);
    screen.ending = setTimeout(() => this.look(screen.personId), Math.min(Math.max(left, 0) + 1_000, LONGEST_TIMER));
    screen.ending.unref();
  }
}
