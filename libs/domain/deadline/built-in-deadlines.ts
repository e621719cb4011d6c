/**
 * The time limits that the work brings with it, each with its source; a municipality may set its own rule for any of
 * them, but never a later end than the law's where the law sets one. SoL = socialtjänstlagen (2025:400), read in a
 * consolidated text of February 2026.
 */
import type { Instant } from '../kernel/instant.js';
import { fault, ok, type Result } from '../kernel/result.js';
import type { DeadlineRule } from './deadline-rule.js';
import { dueAt } from './due-at.js';
import { parseDeadlineRule } from './parse-deadline-rule.js';

export const DEADLINE_KINDS = [
  'grade-red-assessment',
  'grade-orange-assessment',
  'grade-green-assessment',
  'protection-assessment',
  'unit-knowledge',
  'step-two-gathering',
  'report-feedback',
  'investigation',
  'sig-meeting',
  'group-step',
  'nomination-answer',
  'waiting-look',
  'hub-monitoring',
  'group-length',
  'ordered-assessment',
  'meeting-decision',
  'measure-follow-up',
  'minutes-adjusted',
  'invitation-answer',
  'helpdesk-plan',
  'consent-renewal',
  'agreement-renewal',
  'closing-follow-up',
  'retention',
  'retention-child-protection',
] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

export interface BuiltInDeadline {
  readonly kind: DeadlineKind;
  readonly rule: DeadlineRule;
  /** As a Swedish official cites it. */
  readonly source: string;
  /** What the time is counted from. */
  readonly startsAt:
    | 'report-received'
    | 'graded'
    | 'question-asked'
    | 'step-one-decided'
    | 'decision-made'
    | 'investigation-opened'
    | 'last-meeting'
    | 'last-step'
    | 'last-look'
    | 'nominated'
    | 'began-to-wait'
    | 'group-formed'
    | 'assessment-ordered'
    | 'measure-agreed'
    | 'meeting-closed'
    | 'invited'
    | 'consent-signed'
    | 'agreement-signed'
    | 'case-closed'
    | 'last-note'
    | 'birth';
  /** The law's own limit: a configured rule can be shorter but never ends later. */
  readonly statutoryMaximum: boolean;
}

const FOU = 'FoU Nordväst (2023), Att förebygga rekrytering till kriminella nätverk';
const SKL = 'SKL (2018), Att arbeta med sociala insatsgrupper';

const elapsed = (hours: number): DeadlineRule => ({ unit: 'elapsed', hours });

const row = (
  kind: DeadlineKind,
  rule: DeadlineRule,
  startsAt: BuiltInDeadline['startsAt'],
  source: string,
  statutoryMaximum = false,
): BuiltInDeadline => ({ kind, rule, source, startsAt, statutoryMaximum });

export const BUILT_IN_DEADLINES: Readonly<Record<DeadlineKind, BuiltInDeadline>> = Object.fromEntries(
  [
    row('grade-red-assessment', elapsed(4), 'graded', FOU),
    row('grade-orange-assessment', elapsed(12), 'graded', FOU),
    row('grade-green-assessment', { unit: 'days', count: 14 }, 'report-received', '20 kap. 2 § SoL', true),
    row('protection-assessment', elapsed(24), 'report-received', '20 kap. 1 § SoL', true),
    row('unit-knowledge', elapsed(2), 'question-asked', FOU),
    row('step-two-gathering', elapsed(24), 'step-one-decided', FOU),
    row('report-feedback', { unit: 'days', count: 7 }, 'decision-made', '19 kap. 6 § SoL'),
    row('investigation', { unit: 'months', count: 4 }, 'investigation-opened', '20 kap. 3 § SoL', true),
    row('sig-meeting', { unit: 'weeks', count: 4 }, 'last-meeting', `${SKL}, Växjö`),
    row('group-step', { unit: 'weeks', count: 6 }, 'last-step', `${SKL}, Örebro`),
    row('nomination-answer', { unit: 'days', count: 7 }, 'nominated', 'kommunens egen regel'),
    row('waiting-look', { unit: 'weeks', count: 4 }, 'began-to-wait', `${SKL}, Växjö`),
    row('hub-monitoring', { unit: 'weeks', count: 4 }, 'last-look', FOU),
    row('group-length', { unit: 'months', count: 12 }, 'group-formed', `${SKL}, Växjö`),
    row('ordered-assessment', { unit: 'weeks', count: 6 }, 'assessment-ordered', `${SKL}, Örebro`),
    row('meeting-decision', { unit: 'weeks', count: 2 }, 'decision-made', SKL),
    row('measure-follow-up', { unit: 'weeks', count: 4 }, 'measure-agreed', SKL),
    row('minutes-adjusted', { unit: 'days', count: 7 }, 'meeting-closed', 'kommunens egen regel'),
    // Never later than the meeting begins, whatever the municipality sets.
    row('invitation-answer', { unit: 'days', count: 7 }, 'invited', 'kommunens egen regel'),
    row('helpdesk-plan', { unit: 'days', count: 10 }, 'report-received', `${SKL}, Skellefteå`),
    row('consent-renewal', { unit: 'months', count: 6 }, 'consent-signed', `${SKL}, Trollhättan`),
    row('agreement-renewal', { unit: 'years', count: 1 }, 'agreement-signed', `${FOU}; ${SKL}`),
    row('closing-follow-up', { unit: 'months', count: 6 }, 'case-closed', SKL),
    row('retention', { unit: 'years', count: 5 }, 'last-note', '16 kap. 1 § SoL'),
    row('retention-child-protection', { unit: 'years', count: 30 }, 'birth', '16 kap. 2 a § SoL'),
  ].map((deadline) => [deadline.kind, deadline]),
) as Record<DeadlineKind, BuiltInDeadline>;

/** A municipality's own rules by kind; a kind that it leaves out keeps the built-in rule. */
export type DeadlineRules = Readonly<Record<DeadlineKind, DeadlineRule>>;

export const BUILT_IN_RULES: DeadlineRules = Object.fromEntries(
  Object.values(BUILT_IN_DEADLINES).map(({ kind, rule }) => [kind, rule]),
) as Record<DeadlineKind, DeadlineRule>;

/** Reads `{"grade-red-assessment": {"elapsed": {"hours": 3}}, …}`. */
export function parseDeadlineRules(value: unknown, path = 'deadlines'): Result<DeadlineRules> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return fault(path, 'no-rules', 'deadlines are an object with a rule for each kind');
  }
  const rules: Record<DeadlineKind, DeadlineRule> = { ...BUILT_IN_RULES };
  for (const [key, written] of Object.entries(value)) {
    const kind = DEADLINE_KINDS.find((known) => known === key);
    if (kind === undefined) {
      return fault(`${path}.${key}`, 'unknown-kind', `a kind is one of ${DEADLINE_KINDS.join(', ')}`);
    }
    const rule = parseDeadlineRule(written, `${path}.${key}`);
    if (!rule.ok) return rule;
    rules[kind] = rule.value;
  }
  return ok(rules);
}

/** When a deadline of this kind is due in a municipality with these rules: never later than the law allows. */
export function dueOfKind(kind: DeadlineKind, from: Instant, rules: DeadlineRules = BUILT_IN_RULES): Result<Instant> {
  const own = dueAt(rules[kind], from);
  const { rule, statutoryMaximum } = BUILT_IN_DEADLINES[kind];
  if (!own.ok || !statutoryMaximum) return own;
  const lawful = dueAt(rule, from);
  return lawful.ok && lawful.value < own.value ? lawful : own;
}

/**
 * Feedback is owed within its days from the decision when it was asked for by then, and at once when it is asked for
 * later or when an investigation already ran as the report came (SoL 19:6).
 */
export function feedbackDue(
  facts: { readonly decidedAt: Instant; readonly askedAt: Instant; readonly investigationRanAlready: boolean },
  rules: DeadlineRules = BUILT_IN_RULES,
): Result<Instant> {
  if (facts.investigationRanAlready) return ok(facts.askedAt);
  if (facts.askedAt > facts.decidedAt) return ok(facts.askedAt);
  return dueOfKind('report-feedback', facts.decidedAt, rules);
}
