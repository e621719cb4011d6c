/**
 * Who answers for a unit at this hour: whoever is on its roster, else the one who holds the post; outside the roster the
 * social emergency service, so that a question never waits for office hours [S0, S4].
 */
import type { Instant } from '../kernel/instant.js';
import { type Duty, dutyOf, findOnDuty } from '../organisation/duty-roster.js';

/** A post in a unit that answers questions, in force now. */
export interface AnsweringPost {
  readonly unit: string;
  readonly member: string;
  readonly rank: 'ordinary' | 'primary' | 'deputy' | 'leader';
}

export interface Representatives {
  readonly representative: string | null;
  readonly deputy: string | null;
  /** Who answers stands on a roster, the unit's own or the emergency service's. */
  readonly onRoster: boolean;
}

const ORDER: Readonly<Record<AnsweringPost['rank'], number>> = { primary: 0, ordinary: 1, leader: 2, deputy: 3 };

export const chooseRepresentatives = (asked: {
  readonly unit: string;
  readonly posts: readonly AnsweringPost[];
  readonly duties: readonly Duty[];
  readonly emergencyService: string | null;
  readonly at: Instant;
}): Representatives => {
  const posts = asked.posts
    .filter(({ unit }) => unit === asked.unit)
    .sort((a, b) => ORDER[a.rank] - ORDER[b.rank] || (a.member < b.member ? -1 : 1));
  const duty = dutyOf(asked.duties, asked.unit, asked.at);
  const first = posts.find(({ rank }) => rank !== 'deputy')?.member ?? null;
  const representative = duty.primary ?? first;
  const beside = (member: string | null): string | null => (member === representative ? null : member);
  const deputy = beside(duty.deputy) ?? beside(posts.find(({ rank }) => rank === 'deputy')?.member ?? null);
  if (representative !== null || deputy !== null)
    return { representative, deputy, onRoster: duty.primary !== null || duty.deputy !== null };
  const instead = findOnDuty(asked);
  return {
    representative: instead?.primary ?? null,
    deputy: instead?.deputy ?? null,
    onRoster: instead !== null,
  };
};
