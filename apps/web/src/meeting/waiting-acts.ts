/**
 * What somebody has done on one board and the server has not answered. What tells something is sent again until it is, also when
 * the board is left for another page; with the tab it would be lost, so the browser asks first. What steers the meeting is meant
 * for that moment and is not sent later. In memory only, unlike a draft.
 */
import { onDropAll } from '../elements/form/drafts.js';
import { leaveGuard } from '../elements/form/leave-guard.js';
import type { Refusal } from '../graphql/refusal.js';

export type Answer<Data> =
  { readonly data: Data; readonly refusal?: undefined } | { readonly data?: undefined; readonly refusal: Refusal };

interface WaitingAct {
  readonly send: () => Promise<Answer<unknown>>;
  readonly settle: (answer: Answer<unknown>) => void;
  /** It is for now or not at all. */
  readonly isForNow: boolean;
}

const FIRST_RETRY = 1_000;
const LONGEST_RETRY = 10_000;

export class WaitingActs {
  private acts: WaitingAct[] = [];
  private readonly listeners = new Set<() => void>();
  private sending = false;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private delay = FIRST_RETRY;
  private dropped = false;
  /** How many wait because the network is away. */
  count = 0;
  /** How whoever has looked at the board tries again: it is read first, so that nothing is sent to one that has left its reader. */
  tryAgain: (() => unknown) | undefined;

  constructor(private readonly name: string) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Sends an act when its turn has come; resolves with the server's answer, however long the network was away. */
  act<Data>(send: () => Promise<Answer<Data>>): Promise<Answer<Data>> {
    return this.queue(send, false);
  }

  /** Sends an act in its turn, and only now: without the network it is answered so at once, and never sent later. */
  actNow<Data>(send: () => Promise<Answer<Data>>): Promise<Answer<Data>> {
    return this.queue(send, true);
  }

  private queue<Data>(send: () => Promise<Answer<Data>>, isForNow: boolean): Promise<Answer<Data>> {
    return new Promise((resolve) => {
      // Nobody is there to be answered.
      if (this.dropped) return;
      this.acts.push({ send, settle: resolve as (answer: Answer<unknown>) => void, isForNow });
      leaveGuard.hold(this.name);
      if (this.count > 0) this.again();
      else void this.flush();
    });
  }

  /** Whoever did these has left this desk, or what they were done on has left its reader. */
  get isDropped(): boolean {
    return this.dropped;
  }

  private again(): void {
    if (this.tryAgain) void this.tryAgain();
    else void this.flush();
  }

  async flush(): Promise<void> {
    if (this.sending || this.dropped) return;
    this.sending = true;
    clearTimeout(this.retry);
    try {
      for (let act = this.acts[0]; act !== undefined && !this.dropped; act = this.acts[0]) {
        const answer = await act.send();
        if (this.dropped) return;
        if (answer.refusal?.code === 'NETWORK') {
          if (this.putOff(answer)) return;
          break;
        }
        this.delay = FIRST_RETRY;
        this.acts.shift();
        act.settle(answer);
      }
      this.become(0);
      leaveGuard.release(this.name);
    } finally {
      this.sending = false;
    }
  }

  /** The board could not be read, so nothing is sent to it either; `why` is the answer to what is for now. */
  waitOn(why: Answer<never>): void {
    if (this.sending || this.dropped) return;
    clearTimeout(this.retry);
    if (this.putOff(why)) return;
    this.become(0);
    leaveGuard.release(this.name);
  }

  /** Whether anything waits for the next time. */
  private putOff(why: Answer<unknown>): boolean {
    const late = this.acts.filter(({ isForNow }) => isForNow);
    this.acts = this.acts.filter(({ isForNow }) => !isForNow);
    late.forEach(({ settle }) => settle(why));
    if (this.acts.length === 0) return false;
    this.become(this.acts.length);
    this.retry = setTimeout(() => this.again(), this.delay);
    this.delay = Math.min(this.delay * 2, LONGEST_RETRY);
    return true;
  }

  /** Nobody answers for these any more, and nothing of them is sent. */
  drop(): void {
    this.dropped = true;
    clearTimeout(this.retry);
    this.acts = [];
    leaveGuard.release(this.name);
    this.become(0);
  }

  private become(count: number): void {
    if (this.count === count) return;
    this.count = count;
    this.listeners.forEach((listener) => listener());
  }
}

const ofHubs = new Map<string, WaitingActs>();
onDropAll(() => {
  ofHubs.forEach((acts) => acts.drop());
  ofHubs.clear();
});

/** The same for every visit to a hub's board, until sign-out or until the board leaves its reader. */
export function actsOf(hubId: string): WaitingActs {
  const held = ofHubs.get(hubId);
  const acts = held && !held.isDropped ? held : new WaitingActs(`acts ${hubId}`);
  ofHubs.set(hubId, acts);
  return acts;
}
