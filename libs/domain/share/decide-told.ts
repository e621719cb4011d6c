/**
 * What a house may tell of where somebody is whom another house's register keeps. It may not know whether they are protected,
 * and learns it by no answer: where one of them is it tells only as far as somebody may be told just that, and every no is the
 * same, whether the family, the law or a protection says it (OSL 21:3, 22:1).
 */
import type { Category } from '../disclosure/vocabulary.js';
import { decideShare, type ShareAnswer, type Tellable, type Telling } from './decide-share.js';
import type { TownLimits } from '../disclosure/decision.js';

export interface ToldThing {
  readonly thing: Tellable;
  /** One of those whom it is about stands in another house's register. */
  readonly isElsewhere: boolean;
  readonly limits: TownLimits | undefined;
}

/** No word of which no it is, nor of what would open it. */
const NOT_TOLD: ShareAnswer = { decision: { outcome: 'refuse', ground: 'no-ground' }, until: null, openings: [] };

const PLACES: readonly Category[] = ['whereabouts', 'contact-details'];

export const tellsPlace = ({ category, revealsPlace }: Pick<Tellable, 'category' | 'revealsPlace'>): boolean =>
  revealsPlace || PLACES.includes(category);

export function decideTold({ thing, isElsewhere, limits }: ToldThing, telling: Telling): ShareAnswer {
  const answer = decideShare(thing, telling, limits);
  if (!isElsewhere || !tellsPlace(thing)) return answer;
  // Somebody decides in danger with reasons and a name; nobody has to wait for what this hides.
  if (answer.decision.outcome === 'refer' && answer.decision.ground === 'BrB 24:4') return answer;
  if (answer.decision.outcome !== 'release') return NOT_TOLD;
  if (PLACES.includes(thing.category)) return answer;
  const place = decideShare({ ...thing, category: 'whereabouts' }, telling, limits);
  if (place.decision.outcome !== 'release') return NOT_TOLD;
  return { ...answer, until: earlier(answer.until, place.until) };
}

const earlier = (one: number | null, other: number | null): number | null =>
  one === null ? other : other === null ? one : Math.min(one, other);
