/**
 * May this be said to them, now, and on what ground: the one answer that every read, push, export, invitation and message
 * stands on. No matching rule is a no (OSL 8:1).
 */
import type { DisclosureCase, Subject } from './case.js';
import { isInForce } from './citation.js';
import type { Decision, TownLimits } from './decision.js';
import { asQuestion } from './question.js';
import type { Question } from './question.js';
import { ITEM_RULES, SUBJECT_RULES } from './rules/order.js';
import { CATEGORIES, FORMS, PARTY_KINDS, PHASES, PROTECTIONS, PURPOSES } from './vocabulary.js';

const NO_GROUND: Decision = { outcome: 'refuse', ground: 'no-ground' };
const NO_LIMITS: TownLimits = {};

const known = {
  kind: new Set<string>(PARTY_KINDS),
  category: new Set<string>(CATEGORIES),
  purpose: new Set<string>(PURPOSES),
  form: new Set<string>(FORMS),
  phase: new Set<string>(PHASES),
  protection: new Set<string>(PROTECTIONS),
};

/**
 * Decides one case from facts already read; instants are epoch milliseconds. Pure, never throws, knows no bypass.
 * `limits` is what the municipality's lawyer has switched off or narrowed: it can only take away.
 *
 * @example decideDisclosure(facts) // { outcome: 'refer', ground: 'OSL 26:9', candidates: ['OSL 26:9'] }
 */
export function decideDisclosure(facts: DisclosureCase, limits: TownLimits = NO_LIMITS): Decision {
  if (!isKnown(facts)) return NO_GROUND;
  const question = asQuestion(facts, limits);
  for (const rule of ITEM_RULES) {
    const decision = isInForce(rule.inForce, facts.asOf) ? rule.decide(question) : undefined;
    if (decision !== undefined) return decision;
  }
  let shown: Decision | undefined;
  for (const subject of facts.subjects) {
    const decision = decideAbout(subject, question);
    if (decision.outcome === 'refuse') return decision;
    if (shown === undefined || (shown.outcome === 'release' && decision.outcome === 'refer')) shown = decision;
  }
  return shown ?? NO_GROUND;
}

function decideAbout(subject: Subject, question: Question): Decision {
  for (const rule of SUBJECT_RULES) {
    const decision = isInForce(rule.inForce, question.facts.asOf) ? rule.decide(question, subject) : undefined;
    if (decision !== undefined) return decision;
  }
  return NO_GROUND;
}

/** The types say so already; a word that slipped past them (an older row, a newer client) must not open anything. */
function isKnown(facts: DisclosureCase): boolean {
  return (
    known.kind.has(facts.from.kind) &&
    known.kind.has(facts.to.kind) &&
    known.category.has(facts.category) &&
    known.purpose.has(facts.purpose) &&
    known.form.has(facts.form) &&
    known.phase.has(facts.phase) &&
    facts.subjects.every((subject) => known.protection.has(subject.protection))
  );
}
