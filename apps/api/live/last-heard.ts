/**
 * When this node last heard news of each address, so that a screen that begins to watch is told whether what it read before
 * still stands: news that is heard has been committed, and a reading that began after it has seen it. Instants are
 * milliseconds of this process alone, so a mark of another node says nothing here.
 */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';

/** Addresses that are remembered; of the others it is known that their last news is no newer than the oldest forgotten. */
const MOST = 20_000;
/** Carries the mark of a reading with its answer. */
export const HEARD_HEADER = 'samnav-heard';
const MARK = /^([0-9a-f-]{36}) (\d+(?:\.\d+)?)$/;

@Injectable()
export class LastHeard {
  private readonly node = randomUUID();
  /** By address, the newest last. */
  private readonly heard = new Map<string, number>();
  /** Whatever was read before this may have missed something. */
  private floor = performance.now();

  /** Taken before a reading begins, given back when its screen watches. */
  mark(): string {
    return `${this.node} ${performance.now()}`;
  }

  note(address: string): void {
    this.heard.delete(address);
    this.heard.set(address, performance.now());
    if (this.heard.size <= MOST) return;
    const [oldest] = this.heard;
    if (!oldest) return;
    this.heard.delete(oldest[0]);
    this.floor = Math.max(this.floor, oldest[1]);
  }

  /** The line to the database was down. */
  gap(): void {
    this.floor = performance.now();
    this.heard.clear();
  }

  /** Whether nothing was heard of the address since the mark was taken; what cannot be told is not. */
  isUnchanged(address: string, mark: unknown): boolean {
    const [, node, at] = (typeof mark === 'string' && MARK.exec(mark)) || [];
    if (node !== this.node) return false;
    return Number(at) > Math.max(this.floor, this.heard.get(address) ?? 0);
  }
}
