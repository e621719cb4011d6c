import { Injectable } from '@nestjs/common';
import type { Decision } from '#domain/disclosure/decision.js';
import { LedgerAppender, type LedgerAppend } from '../ledger/ledger-appender.port.js';
import type { LedgerLine } from '../ledger/ledger.port.js';
import { AsCaller, type CallerTransaction } from './as-caller.js';
import type { Caller } from './caller.js';
import { ShownSights } from './shown-sights.js';
import type { Sight } from './sight.js';

/** Who reads, and the database's clock in the transaction that loaded the facts. */
export interface Reading {
  readonly caller: Caller;
  readonly asOf: Date;
}

/** What is done alike with everything that a gate decides on. */
export interface Settling<O extends Reading, S extends { readonly sight: Sight }> {
  readonly id: (one: S) => string;
  readonly decide: (opening: O, one: S) => Decision;
  readonly line: (opening: O, one: S, decision: Decision) => LedgerLine;
  /** The same things with the facts as they are now; what the caller may no longer see at all is absent. */
  readonly again: (tx: CallerTransaction, ones: readonly S[]) => Promise<readonly S[]>;
}

export interface Settled<S> {
  readonly one: S;
  readonly decision: Decision;
}

/** What one reader asks for. */
export interface Asked<O extends Reading, S> {
  readonly opening: O;
  readonly sealed: readonly S[];
}

const GONE: Decision = { outcome: 'refuse', ground: 'need-to-know' };
/** Someone takes rights away again and again: then nothing is shown, and the reader asks anew. */
const MOST_ROUNDS = 4;

/**
 * Decides and writes the ledger until both stand on the same facts: what somebody has taken away since the facts were read
 * is read and decided anew, for staff and for families alike (ASVS 8.3.2, 15.4.2; OSL 10:1, 12:2).
 */
@Injectable()
export class SettleSight {
  constructor(
    private readonly appender: LedgerAppender,
    private readonly asCaller: AsCaller,
    private readonly shown: ShownSights,
  ) {}

  forget(requestId: string): void {
    this.shown.forget(requestId);
  }

  /** In the order of the readers and what they asked for. */
  async forEach<O extends Reading, S extends { readonly sight: Sight }>(
    readers: readonly Asked<O, S>[],
    kind: Settling<O, S>,
  ): Promise<(readonly Settled<S>[])[]> {
    const settled = readers.map(() => new Map<string, Settled<S>>());
    let asked = readers;
    for (let round = 0; asked.some(({ sealed }) => sealed.length > 0) && round < MOST_ROUNDS; round += 1) {
      const decided = asked.map(({ opening, sealed }) =>
        sealed.map((one) => ({ one, decision: kind.decide(opening, one) })),
      );
      const appended = await this.appender.appendAll(
        decided.map((ones, at) => linesOf(asked[at]!.opening, ones, kind)),
      );
      const stale = decided.map((ones, at) => {
        const { moved, comparedAt } = appended[at] ?? { moved: [], comparedAt: 0 };
        const places = new Set(moved);
        const standing = ones.filter((_, place) => !places.has(place));
        for (const one of standing) settled[at]?.set(kind.id(one.one), one);
        this.shown.note(readers[at]!.opening.caller.requestId, sightsOf(standing), comparedAt);
        return ones.filter((_, place) => places.has(place)).map(({ one }) => one);
      });
      asked = await Promise.all(readers.map(({ opening }, at) => this.readAgain(opening, stale[at] ?? [], kind)));
    }
    await this.refuseGone(
      readers.map(({ opening, sealed }, at) => ({
        opening,
        sealed: sealed.filter((one) => !settled[at]?.has(kind.id(one))),
      })),
      kind,
    );
    return readers.map(({ sealed }, at) =>
      sealed.map((one) => settled[at]?.get(kind.id(one)) ?? { one, decision: GONE }),
    );
  }

  private async refuseGone<O extends Reading, S extends { readonly sight: Sight }>(
    gone: readonly Asked<O, S>[],
    kind: Settling<O, S>,
  ): Promise<void> {
    if (gone.every(({ sealed }) => sealed.length === 0)) return;
    await this.appender.appendAll(
      gone.map(({ opening, sealed }) => ({
        caller: opening.caller,
        lines: sealed.map((one) => kind.line(opening, one, GONE)),
      })),
    );
  }

  private async readAgain<O extends Reading, S extends { readonly sight: Sight }>(
    opening: O,
    stale: readonly S[],
    kind: Settling<O, S>,
  ): Promise<Asked<O, S>> {
    if (stale.length === 0) return { opening, sealed: [] };
    return this.asCaller.run(opening.caller, async (tx) => ({
      opening: { ...opening, asOf: tx.now },
      sealed: await kind.again(tx, stale),
    }));
  }
}

const sightsOf = (settled: readonly Settled<{ readonly sight: Sight }>[]): readonly Sight[] =>
  settled.flatMap(({ one, decision }) => (decision.outcome === 'release' ? [one.sight] : []));

const linesOf = <O extends Reading, S extends { readonly sight: Sight }>(
  opening: O,
  decided: readonly Settled<S>[],
  kind: Settling<O, S>,
): LedgerAppend => ({
  caller: opening.caller,
  lines: decided.map(({ one, decision }) => ({ ...kind.line(opening, one, decision), sight: one.sight })),
});
