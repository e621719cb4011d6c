import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import type { ReviewFilter, ReviewPeriod } from '#use-cases/ledger/ledger-review.port.js';
import { ReviewLedger } from '#use-cases/ledger/review-ledger.js';
import { Failure } from '#use-cases/failure.js';
import { pageOf, readCursor, writeCursor } from '../graphql/connection.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import {
  LedgerEntriesArgs,
  LedgerEntry,
  LedgerEntryConnection,
  LedgerFilterInput,
  LedgerPattern,
  LedgerPeriodInput,
  LedgerSeal,
  LedgerStaff,
  NoteReviewInput,
} from './ledger.model.js';

@Resolver(() => LedgerEntry)
export class LedgerResolver {
  constructor(private readonly review: ReviewLedger) {}

  @Requires('review-ledger')
  @Query(() => LedgerEntryConnection, {
    description: 'The ledger of the auditor’s municipality, newest first. Reading it is written in it.',
  })
  async ledgerEntries(
    @CurrentCaller() caller: StaffCaller,
    @Args() args: LedgerEntriesArgs,
  ): Promise<LedgerEntryConnection> {
    const after = placeOf(args.after);
    const { entries, more } = await this.review.entries(caller, filterOf(args.filter), { first: args.first, after });
    return pageOf(entries, more, {
      cursor: ({ exactly, id }) => writeCursor([exactly, id]),
      node: (one): LedgerEntry => one,
    });
  }

  @Requires('review-ledger')
  @Query(() => [LedgerPattern], { description: 'Every ready-made view with how much there is in it.' })
  async ledgerPatterns(
    @CurrentCaller() caller: StaffCaller,
    @Args('period', { type: () => LedgerPeriodInput, nullable: true }) period?: LedgerPeriodInput | null,
  ): Promise<LedgerPattern[]> {
    return [...(await this.review.patterns(caller, periodOf(period)))];
  }

  @Requires('review-ledger')
  @Query(() => [LedgerEntry], { description: 'Twenty entries drawn by chance; other ones each time.' })
  async ledgerSample(
    @CurrentCaller() caller: StaffCaller,
    @Args('period', { type: () => LedgerPeriodInput, nullable: true }) period?: LedgerPeriodInput | null,
  ): Promise<LedgerEntry[]> {
    return [...(await this.review.sample(caller, periodOf(period)))];
  }

  @Requires('review-ledger')
  @Query(() => [LedgerStaff], { description: 'Whose entries can be asked for.' })
  async ledgerStaff(@CurrentCaller() caller: StaffCaller): Promise<LedgerStaff[]> {
    return [...(await this.review.staff(caller))];
  }

  @Requires('review-ledger')
  @Mutation(() => ID, { description: 'Keeps what a reviewer came to about an entry, and answers its id.' })
  async noteReview(@CurrentCaller() caller: StaffCaller, @Args('input') input: NoteReviewInput): Promise<string> {
    await this.review.note(caller, input.entryId, input.outcome);
    return input.entryId;
  }

  @Requires('review-ledger')
  @Query(() => LedgerSeal, { nullable: true, description: 'The newest seal; null before the first.' })
  ledgerSeal(@CurrentCaller() caller: StaffCaller): Promise<LedgerSeal | null> {
    return this.review.seal(caller);
  }
}

const periodOf = (period: LedgerPeriodInput | null | undefined): ReviewPeriod => ({
  from: period?.from ?? null,
  until: period?.until ?? null,
});

const filterOf = (filter: LedgerFilterInput | null | undefined): ReviewFilter => ({
  ...periodOf(filter),
  staffId: filter?.staffId ?? null,
  action: filter?.action ?? null,
  outcome: filter?.outcome ?? null,
  caseNumber: filter?.caseNumber?.trim() || null,
  pattern: filter?.pattern ?? null,
  unreviewed: filter?.unreviewed ?? false,
});

function placeOf(cursor: string | null | undefined): { at: string; id: string } | null {
  const parts = readCursor(cursor, 2);
  if (!parts) return null;
  const [at, id] = parts;
  if (!at || !id || Number.isNaN(Date.parse(at)) || !/^\d{1,18}$/.test(id)) throw new Failure('BAD_REQUEST', 'after');
  return { at, id };
}
