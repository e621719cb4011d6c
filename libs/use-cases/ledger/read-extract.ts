import { Injectable } from '@nestjs/common';
import { makeExtract, type ExtractGroup, type ExtractView } from '#domain/ledger/extract.js';
import { notFound } from '../failure.js';
import { AsCaller } from '../gate/as-caller.js';
import type { FamilyCaller } from '../gate/caller.js';
import { ExtractStore } from './extract.port.js';
import { LedgerAppender } from './ledger-appender.port.js';
import type { LedgerLine } from './ledger.port.js';

export interface ExtractAsked {
  /** About whom: oneself, or one's child. */
  readonly personId: string;
  readonly view: ExtractView;
  /** `2026-11-24`: only what is older than that day; null begins with the newest. */
  readonly before: string | null;
}

export interface Extract {
  readonly groups: readonly ExtractGroup[];
  /** What to ask for next, also where everything of these days was left out; null when this was the last page. */
  readonly before: string | null;
}

/** Days of one page that have anything in the ledger. */
const DAYS = 60;

/**
 * Everyone who has read or received something about a person, for the family itself. What a guardian may not know, what
 * the child alone may see and what a person would have to decide on first are left out without a trace (OSL 12:1, 12:3,
 * 18:1, 21:3). Looking is itself a line.
 */
@Injectable()
export class ReadExtract {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly appender: LedgerAppender,
  ) {}

  async run(caller: FamilyCaller, asked: ExtractAsked): Promise<Extract> {
    const { personId, view } = asked;
    // One's own page is never a guardian's, nor the other way round, whatever the request says.
    const isOwnPage = (view === 'subject') === (personId === caller.personId);
    const found = await this.asCaller.run(caller, async (tx) => {
      const facts = isOwnPage ? await tx.of(ExtractStore).findFacts(personId) : undefined;
      const lines = facts ? await tx.of(ExtractStore).findLines(personId, asked.before, DAYS) : [];
      return { facts, lines, asOf: tx.now };
    });
    const line = { personId, detail: { deed: 'extract', view } } as const;
    await this.appender.append(caller, [
      found.facts
        ? ({ action: 'read', outcome: 'release', ...line } satisfies LedgerLine)
        : ({ action: 'refuse', outcome: 'refuse', ground: 'no-ground', ...line } satisfies LedgerLine),
    ]);
    if (!found.facts) throw notFound();
    const groups = makeExtract(found.lines, {
      ...found.facts,
      asOf: found.asOf.getTime(),
      view,
      viewerId: caller.personId,
    });
    const days = new Set(found.lines.map(({ day }) => day));
    return { groups, before: days.size === DAYS ? ([...days].sort()[0] ?? null) : null };
  }
}
