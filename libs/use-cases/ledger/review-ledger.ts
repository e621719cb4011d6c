import { Injectable } from '@nestjs/common';
import { familyNameCodes } from '#domain/ledger/reader-traces.js';
import { REVIEW_DAYS, SAMPLE, type ReviewOutcome, type ReviewPattern } from '#domain/ledger/review-pattern.js';
import { readPhone } from '#domain/person/phone.js';
import { Failure, notFound } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { LookupHash } from '../gate/cipher.js';
import {
  LedgerReview,
  type FoundPattern,
  type ReaderTraces,
  type ReviewFilter,
  type ReviewPeriod,
  type ReviewPlace,
  type ReviewedEntry,
} from './ledger-review.port.js';
import { LedgerStore } from './ledger.port.js';

type Detail = Readonly<Record<string, string | number | null>>;

const DAY = 86_400_000;

/** The auditor reads who has read what. That is itself written down, so that reviewers can be reviewed. */
@Injectable()
export class ReviewLedger {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly lookup: LookupHash,
  ) {}

  entries(
    caller: StaffCaller,
    filter: ReviewFilter,
    page: { readonly first: number; readonly after: ReviewPlace | null },
  ): Promise<{ readonly entries: readonly ReviewedEntry[]; readonly more: boolean }> {
    return this.asCaller.run(caller, async (tx) => {
      const asked = within(filter, tx.now);
      const traces = await this.tracesFor(tx, filter.pattern);
      const found = await tx.of(LedgerReview).find(asked, traces, { after: page.after, most: page.first + 1 });
      const entries = found.slice(0, page.first);
      const { staffId, action, outcome, caseNumber, pattern } = filter;
      await this.record(tx, {
        view: pattern ?? 'entries',
        staffId,
        action,
        outcome,
        caseNumber,
        shown: entries.length,
      });
      return { entries, more: found.length > page.first };
    });
  }

  patterns(caller: StaffCaller, period: ReviewPeriod): Promise<readonly FoundPattern[]> {
    return this.asCaller.run(caller, async (tx) => {
      await this.record(tx, { view: 'patterns' });
      return tx.of(LedgerReview).countPatterns(within(period, tx.now), await this.tracesFor(tx, 'all'));
    });
  }

  sample(caller: StaffCaller, period: ReviewPeriod): Promise<readonly ReviewedEntry[]> {
    return this.asCaller.run(caller, async (tx) => {
      const entries = await tx.of(LedgerReview).drawSample(within(period, tx.now), SAMPLE);
      await this.record(tx, { view: 'sample', shown: entries.length });
      return entries;
    });
  }

  staff(caller: StaffCaller): Promise<readonly { readonly id: string; readonly name: string }[]> {
    return this.asCaller.run(caller, (tx) => tx.of(LedgerReview).listStaff());
  }

  /** Keeps what a reviewer came to about an entry; what was kept before stays. Nobody reviews their own entries. */
  note(caller: StaffCaller, entryId: string, outcome: ReviewOutcome): Promise<void> {
    return this.asCaller.run(caller, async (tx) => {
      const actor = await tx.of(LedgerReview).findActor(entryId);
      if (!actor) throw notFound();
      if (actor.staffId === caller.staffId) throw new Failure('NOT_YOURSELF');
      await tx.of(LedgerReview).addOutcome({ id: tx.newId(), entryId, outcome });
      await this.record(tx, { view: 'outcome', entry: entryId, outcome });
    });
  }

  async seal(caller: StaffCaller): Promise<{ readonly size: number; readonly signedAt: Date } | null> {
    return (await this.asCaller.run(caller, (tx) => tx.of(LedgerReview).findSeal())) ?? null;
  }

  /** Hashed anew at each look: names change, and nothing more about readers is stored for it. */
  private async tracesFor(tx: CallerTransaction, pattern: ReviewPattern | 'all' | null): Promise<ReaderTraces> {
    const names = pattern === 'all' || pattern === 'same-name';
    const phones = pattern === 'all' || pattern === 'own-household';
    const staff = names || phones ? await tx.of(LedgerReview).listStaff() : [];
    return {
      names: staff.flatMap(({ id, name }) =>
        names ? familyNameCodes(name).map((code) => ({ staffId: id, trace: this.lookup.ofNamePart(code) })) : [],
      ),
      phones: staff.flatMap(({ id, phone }) => {
        const read = phones && phone !== null ? readPhone(phone) : null;
        return read === null ? [] : [{ staffId: id, trace: this.lookup.ofPhone(read) }];
      }),
    };
  }

  private record(tx: CallerTransaction, detail: Detail): Promise<void> {
    return tx.of(LedgerStore).record([{ action: 'review', outcome: 'done', detail }]);
  }
}

/** Whoever names no period is asked about the last month, so that no view reads years by accident. */
function within<T extends ReviewPeriod>(period: T, now: Date): T {
  const end = period.until ?? now;
  return { ...period, from: period.from ?? new Date(end.getTime() - REVIEW_DAYS * DAY) };
}
