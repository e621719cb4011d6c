/**
 * Up to which moment of the database this node has heard, and when each address had its last news, so that a screen that begins
 * to watch is told whether what it read still stands: what has been heard was committed, and a reading that began after it has
 * seen it. A moment is the database's, so it holds on every node.
 */
import { Injectable } from '@nestjs/common';
import { isLater, laterOf, type Cursor } from '#domain/live/cursor.js';

/** Addresses that are remembered; of the others it is known that their last news is no later than the latest forgotten. */
const MOST = 20_000;
/** Carries the mark of a reading with its answer. */
export const HEARD_HEADER = 'samnav-heard';

@Injectable()
export class LastHeard {
  /** By address the moment up to which had been heard with its last news, the latest last. */
  private readonly heard = new Map<string, Cursor>();
  /** What an address was told before this is not remembered. */
  private floor: Cursor | undefined;
  private upTo: Cursor | undefined;

  /** Taken before a reading begins, given back when its screen watches; null before anything is heard at all. */
  mark(): string | null {
    return this.upTo?.text ?? null;
  }

  get moment(): Cursor | undefined {
    return this.upTo;
  }

  /** From this moment on everything is heard: at the beginning, and after what may have been missed. */
  begin(from: Cursor): void {
    this.heard.clear();
    this.floor = from;
    this.upTo = from;
  }

  /** These addresses had news by this moment, and no other. */
  note(addresses: Iterable<string>, upTo: Cursor): void {
    this.upTo = upTo;
    for (const address of addresses) {
      this.heard.delete(address);
      this.heard.set(address, upTo);
    }
    while (this.heard.size > MOST) {
      const [oldest] = this.heard;
      if (!oldest) return;
      this.heard.delete(oldest[0]);
      this.floor = laterOf(this.floor, oldest[1]);
    }
  }

  /** Whether nothing was heard of the address since the moment; what cannot be told is not. */
  isUnchanged(address: string, since: Cursor | undefined): boolean {
    if (!since || !this.floor || isLater(this.floor, since)) return false;
    const last = this.heard.get(address);
    return last === undefined || !isLater(last, since);
  }
}
