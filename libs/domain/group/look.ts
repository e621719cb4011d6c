/**
 * The hub goes on looking at work that has become joint, at a time of its own, until the group is closed: whether it goes
 * as it should is said in closed words, and what is meant by them in the case (MASH step 4 [S0]: monitors regularly).
 */
import { dueAt } from '../deadline/due-at.js';
import type { DeadlineRule } from '../deadline/deadline-rule.js';
import type { Instant } from '../kernel/instant.js';
import { hasEnded, waits, type GroupStanding } from './group-states.js';

export const LOOK_FINDINGS = ['goes-on', 'still-waits', 'needs-meeting', 'needs-other-form', 'may-close'] as const;
export type LookFinding = (typeof LOOK_FINDINGS)[number];

export type LookDecision =
  | { readonly outcome: 'looked'; readonly found: LookFinding }
  | { readonly outcome: 'refused'; readonly code: 'not-monitored' | 'ended' | 'unknown-word' | 'words-missing' };

export interface Look {
  readonly monitored: boolean;
  /** It has gone on for longer than its form usually does. */
  readonly overLength: boolean;
  readonly standing: GroupStanding;
  readonly found: string;
  readonly words: string;
}

const isFor = (word: LookFinding, { monitored, overLength, standing }: Look): boolean => {
  if (word === 'still-waits') return waits(standing);
  return monitored || (overLength && !waits(standing)) || (word !== 'goes-on' && word !== 'needs-meeting');
};

/**
 * A group is looked at again where the hub monitors it, where it waits, and where it has lasted longer than usual. That all is well, or that it waits still, needs
 * no words; anything else says what has to happen.
 */
export function decideLook(look: Look): LookDecision {
  const { monitored, overLength, standing, found, words } = look;
  if (!monitored && !overLength && !waits(standing)) return { outcome: 'refused', code: 'not-monitored' };
  if (hasEnded(standing)) return { outcome: 'refused', code: 'ended' };
  const word = LOOK_FINDINGS.find((one) => one === found && isFor(one, look));
  if (word === undefined) return { outcome: 'refused', code: 'unknown-word' };
  if (word !== 'goes-on' && word !== 'still-waits' && words.trim() === '')
    return { outcome: 'refused', code: 'words-missing' };
  return { outcome: 'looked', found: word };
}

/** When the hub looks again at the latest. Throws for a rule that never comes to an end, which no form file can hold. */
export function lookBy(rule: DeadlineRule, since: Instant): Instant {
  const due = dueAt(rule, since);
  if (!due.ok) throw new Error(`no next look can be counted: ${due.error.sentence}`);
  return due.value;
}
