/**
 * Who answers for a unit at this hour: whoever is on its roster; outside the town's hours the social emergency service,
 * with the unit's own person beside it; else the one who holds the post, so that a question never waits for office
 * hours [S0, S4].
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
  /** Both are asked from the first: the one beside is not waited for. */
  readonly together: boolean;
}

const ORDER: Readonly<Record<AnsweringPost['rank'], number>> = { primary: 0, ordinary: 1, leader: 2, deputy: 3 };

export const chooseRepresentatives = (asked: {
  readonly unit: string;
  readonly posts: readonly AnsweringPost[];
  readonly duties: readonly Duty[];
  readonly emergencyService: string | null;
  /** The town is at work, so that whoever holds a post can be reached. */
  readonly atWork: boolean;
  readonly at: Instant;
}): Representatives => {
  const posts = asked.posts
    .filter(({ unit }) => unit === asked.unit)
    .sort((a, b) => ORDER[a.rank] - ORDER[b.rank] || (a.member < b.member ? -1 : 1));
  const duty = dutyOf(asked.duties, asked.unit, asked.at);
  const first = posts.find(({ rank }) => rank !== 'deputy')?.member ?? null;
  const second = posts.find(({ rank }) => rank === 'deputy')?.member ?? null;
  const onDuty = findOnDuty(asked);
  const awake = onDuty?.primary ?? onDuty?.deputy ?? null;
  if (awake !== null && onDuty?.unit !== asked.unit && (!asked.atWork || (first ?? second) === null)) {
    const own = [first, second].find((member) => member !== null && member !== awake) ?? null;
    const colleague = onDuty?.deputy === awake ? null : (onDuty?.deputy ?? null);
    return { representative: awake, deputy: own ?? colleague, onRoster: true, together: own !== null };
  }
  const representative = duty.primary ?? first;
  const deputy = [duty.deputy, second].find((member) => member !== null && member !== representative) ?? null;
  return { representative, deputy, onRoster: duty.primary !== null || duty.deputy !== null, together: false };
};
