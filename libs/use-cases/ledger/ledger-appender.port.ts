import type { Caller } from '../gate/caller.js';
import type { Sight } from '../gate/sight.js';
import type { LedgerLine } from './ledger.port.js';

/** A line of something that is about to be shown, with the count that the decision was made by. */
export interface ShowingLine extends LedgerLine {
  readonly sight?: Sight;
}

/** What one reader did. */
export interface LedgerAppend {
  readonly caller: Caller;
  readonly lines: readonly ShowingLine[];
}

export interface Appended {
  /** Places of lines that were not written, since their count has moved: what they tell of is decided anew. */
  readonly moved: readonly number[];
  /** Before the comparing statement was sent, by `performance.now()`. */
  readonly comparedAt: number;
}

/** Writes what was read, searched or refused. Resolves when the lines are durable; if they cannot be, nothing is shown. */
export abstract class LedgerAppender {
  /** All of them or none, but for what has moved. Answers stand in the order of the readers. */
  abstract appendAll(appends: readonly LedgerAppend[]): Promise<readonly Appended[]>;

  async append(caller: Caller, lines: readonly ShowingLine[]): Promise<Appended> {
    const [appended] = await this.appendAll([{ caller, lines }]);
    return appended ?? { moved: [], comparedAt: performance.now() };
  }
}
