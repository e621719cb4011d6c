/** Which of what is told of a plan other pages than its own have to read anew for. */
import type { PlanVersionsQuery } from '../graphql/generated/plan/graphql.js';
import { isToldOf } from '#domain/plan/since-last-meeting.js';
import type { EntryAct } from '#domain/plan/entry-states.js';
import type { EntryKind } from '#domain/plan/plan-entry.js';
import type { LiveEvent } from '../live/live-line.js';
import type { PlanChange } from './laid.js';

/** `revoked`: the group is no longer the reader’s; `plan`: something around the entries has been said, and of what. */
export type PlanTold =
  | PlanChange
  | { readonly kind: 'revoked' }
  | { readonly kind: 'plan'; readonly of: readonly ('seats' | 'versions' | 'page')[] };

const toldIn = ({ kind, change }: LiveEvent): PlanTold | undefined =>
  kind === 'change' ? (change as PlanTold | undefined) : undefined;

/**
 * Versions stay as they were put forward: what is written in the plan changes nothing in them, but that something was taken out,
 * and that another house which had nothing of the plan, and so could not know what the family answered, has something of it now.
 */
export function concernsVersions(
  event: LiveEvent,
  versions: readonly { readonly answers: readonly Pick<Answer, 'family'>[] }[],
): boolean {
  const told = toldIn(event);
  if (told?.kind === 'plan') return told.of.includes('seats') || told.of.includes('versions');
  if (told?.kind !== 'entry') return true;
  const knowsOfFamily = versions.some(({ answers }) => answers.some(({ family }) => family !== null));
  return told.entry.state === 'removed' || (versions.length > 0 && !knowsOfFamily);
}

type Answer = PlanVersionsQuery['planVersions']['versions'][number]['answers'][number];

/** What a measure or a series says, and what has become of it, has happened; that the versions say something has not. */
export function concernsNews(event: LiveEvent): boolean {
  const told = toldIn(event);
  if (told?.kind === 'plan') return told.of.includes('seats');
  if (told?.kind !== 'entry') return true;
  const { kind, acts } = told.entry;
  return isToldOf(kind as EntryKind) || acts.some(({ act }) => isToldOf(kind as EntryKind, act as EntryAct));
}
