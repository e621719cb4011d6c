/**
 * Who reported as the law bids gets to know, in time, whether an investigation was opened, was not, or already ran, and
 * nothing more (SoL 19:6; OSL 26:9 a).
 */
import { BUILT_IN_RULES, type DeadlineRules, feedbackDue } from '../deadline/built-in-deadlines.js';
import type { DeadlineRule } from '../deadline/deadline-rule.js';
import type { Instant } from '../kernel/instant.js';
import { type FeedbackWish, type ReporterKind, isBoundToReport } from './reporter.js';

export interface FeedbackFacts {
  readonly reporter: ReporterKind;
  readonly wish: FeedbackWish;
  /** When the wish was told; null while it is not. */
  readonly askedAt: Instant | null;
  readonly decidedAt: Instant | null;
  readonly investigationRanAlready: boolean;
}

/** The three things that may be told. */
export type FeedbackContent = 'investigation-opened' | 'no-investigation' | 'investigation-runs-already';

export type FeedbackDueDecision =
  | {
      readonly outcome: 'owed';
      readonly due: Instant;
      readonly from: Instant;
      /** Null = at once. */
      readonly rule: DeadlineRule | null;
    }
  | { readonly outcome: 'later'; readonly code: 'not-decided' }
  | { readonly outcome: 'none'; readonly code: 'no-right' | 'not-wanted' | 'not-asked' };

export const decideFeedbackDue = (facts: FeedbackFacts, rules: DeadlineRules = BUILT_IN_RULES): FeedbackDueDecision => {
  if (!isBoundToReport(facts.reporter)) return { outcome: 'none', code: 'no-right' };
  if (facts.wish === 'declined') return { outcome: 'none', code: 'not-wanted' };
  if (facts.wish === 'not-asked' || facts.askedAt === null) return { outcome: 'none', code: 'not-asked' };
  if (facts.investigationRanAlready) return atOnce(facts.askedAt);
  if (facts.decidedAt === null) return { outcome: 'later', code: 'not-decided' };
  if (facts.askedAt > facts.decidedAt) return atOnce(facts.askedAt);
  const { askedAt, decidedAt } = facts;
  const due = feedbackDue({ askedAt, decidedAt, investigationRanAlready: false }, rules);
  return due.ok
    ? { outcome: 'owed', due: due.value, from: decidedAt, rule: rules['report-feedback'] }
    : atOnce(decidedAt);
};

const atOnce = (from: Instant): FeedbackDueDecision => ({ outcome: 'owed', due: from, from, rule: null });

export interface FeedbackNowFacts {
  readonly receivedAt: Instant;
  readonly decided: boolean;
  readonly investigationOpened: boolean;
  /** Since when each of the child's other cases that is an investigation now has been there. */
  readonly othersInvestigatedSince: readonly Instant[];
  /** Its time runs already, for instance because the reporter asked while another investigation ran. */
  readonly owed: boolean;
}

/** What can be told now; null while nothing has come of the report. What ran before it came is told as such, whatever was decided on it. */
export const feedbackNow = (facts: FeedbackNowFacts): FeedbackContent | null => {
  const since = facts.othersInvestigatedSince;
  const ranAlready = since.some((from) => from < facts.receivedAt);
  if (ranAlready || (!facts.decided && facts.owed && since.length > 0)) return 'investigation-runs-already';
  if (!facts.decided) return null;
  return facts.investigationOpened ? 'investigation-opened' : 'no-investigation';
};

export interface TellableFacts {
  readonly content: FeedbackContent;
  readonly receivedAt: Instant;
  /** When it was decided on the report's case whether an investigation is opened; null where no decision is written. */
  readonly decidedAt: Instant | null;
}

export interface Tellable {
  readonly since: Instant;
  /** What nobody could tell before: the decision, or that the report came. */
  readonly of: 'decision' | 'report';
}

/** From when what is told can have been told: a decision not before it was made, what ran already not before the report came. */
export const tellableSince = ({ content, receivedAt, decidedAt }: TellableFacts): Tellable =>
  content !== 'investigation-runs-already' && decidedAt !== null && decidedAt > receivedAt
    ? { since: decidedAt, of: 'decision' }
    : { since: receivedAt, of: 'report' };
