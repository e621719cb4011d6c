import type { SourceFault } from '#domain/calendar/busy-source.js';
import type { Stretch } from '#domain/calendar/stretch.js';

/** One's own calendar, as its owner sees it: where it comes from and how it went, never what it says. */
export interface BusySource {
  readonly id: string;
  readonly kind: 'file' | 'address';
  /** The server's name; null for a file. */
  readonly host: string | null;
  readonly addedAt: Date;
  /** Null until it has been read. */
  readonly readAt: Date | null;
  readonly coversUntil: Date | null;
  readonly fault: SourceFault | null;
}

export interface ReadTimes {
  readonly busy: readonly Stretch[];
  readonly coversUntil: Date;
}

export abstract class BusySourceStore {
  /** The caller's own, the oldest first. */
  abstract findOwn(): Promise<BusySource[]>;
  abstract addFile(id: string, times: ReadTimes): Promise<void>;
  /** `address` is sealed, in base64. It is read for the first time at `nextReadAt`. */
  abstract addAddress(source: {
    readonly id: string;
    readonly address: string;
    readonly host: string;
    readonly nextReadAt: Date;
  }): Promise<void>;
  /** False when it is not the caller's. */
  abstract remove(id: string): Promise<boolean>;
  /** Keeps it from others until `until`. Undefined when it is not due, is no longer there, or its owner has left. */
  abstract claim(id: string, until: Date): Promise<{ readonly address: string; readonly tries: number } | undefined>;
  abstract wasRead(id: string, times: ReadTimes, nextReadAt: Date): Promise<void>;
  /** What was read before stays. */
  abstract wasNotRead(id: string, fault: SourceFault, nextReadAt: Date): Promise<void>;
  abstract findDue(until: Date, most: number): Promise<{ readonly id: string; readonly at: Date }[]>;
}
