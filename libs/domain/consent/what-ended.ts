/**
 * For whom a consent that became less has ended something. Where another that is in force says the same, nothing has: a
 * renewal, even a narrower one, is no news to those who keep all that they had (OSL 12:2; JO on needless word of families).
 */
import { scopeHeld, type ConsentRecord, type ConsentScope } from './consent.js';
import type { Instant } from '../kernel/instant.js';

/** `over`: no consent lets the house tell or be told anything about the person any more; `less`: one still does, and lets less. */
export type Ended = 'over' | 'less';

/** By house, as consents write it; a house that lost nothing is not there. */
export function whatEnded(before: ConsentScope, now: readonly ConsentScope[]): ReadonlyMap<string, Ended> {
  const open = new Set(now.flatMap((scope) => waysOf(scope).map(({ way }) => way)));
  const reached = new Set(now.flatMap((scope) => waysOf(scope).flatMap(({ houses }) => houses)));
  const ended = new Map<string, Ended>();
  for (const { way, houses } of waysOf(before))
    if (!open.has(way)) for (const house of houses) ended.set(house, reached.has(house) ? 'less' : 'over');
  return ended;
}

/** What every consent about the person lets be told at an instant. */
export const scopesHeld = (records: readonly ConsentRecord[], asOf: Instant): readonly ConsentScope[] =>
  records.flatMap((record) => scopeHeld(record, asOf) ?? []);

interface Way {
  readonly way: string;
  readonly houses: readonly [string, string];
}

/** Who may tell whom what for which purpose, one by one. */
const waysOf = ({ from, to, categories, purposes }: ConsentScope): readonly Way[] =>
  from.flatMap((giver) =>
    to
      .filter((receiver) => receiver !== giver)
      .flatMap((receiver) =>
        categories.flatMap((category) =>
          purposes.map((purpose): Way => ({
            way: JSON.stringify([giver, receiver, category, purpose]),
            houses: [giver, receiver],
          })),
        ),
      ),
  );
