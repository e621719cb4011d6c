import { Injectable } from '@nestjs/common';
import { REVIEW_DAYS, SAMPLE } from '#domain/ledger/review-pattern.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import {
  LedgerReview,
  type FoundPattern,
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
  constructor(private readonly asCaller: AsCaller) {}

  entries(
    caller: StaffCaller,
    filter: ReviewFilter,
    page: { readonly first: number; readonly after: ReviewPlace | null },
  ): Promise<{ readonly entries: readonly ReviewedEntry[]; readonly more: boolean }> {
    return this.asCaller.run(caller, async (tx) => {
      const asked = within(filter, tx.now);
      const found = await tx.of(LedgerReview).find(asked, page.after, page.first + 1);
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
      return tx.of(LedgerReview).countPatterns(within(period, tx.now));
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

  async seal(caller: StaffCaller): Promise<{ readonly size: number; readonly signedAt: Date } | null> {
    return (await this.asCaller.run(caller, (tx) => tx.of(LedgerReview).findSeal())) ?? null;
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
