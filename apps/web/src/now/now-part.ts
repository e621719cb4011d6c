/**
 * What a concept folder puts on the page Nu by exporting `nowPart` from `now.tsx`: a section of its own (today's hubs),
 * where one of its deadlines leads, and acts that one begins from here. The page itself knows none of them.
 */
import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import type { ListedDeadlineFragment } from '../graphql/generated/deadline/graphql.js';
import type { Role } from '../shell/page-route.js';

export interface NowAct {
  readonly to: string;
  /** Catalogue key with namespace. */
  readonly label: string;
  readonly icon: LucideIcon;
  readonly roles?: readonly Role[];
  /** The one that most come for. */
  readonly first?: boolean;
}

export interface DeadlineWay {
  readonly to: string;
  /** Catalogue key with namespace; it gets `number`, the case's. */
  readonly label: string;
}

/** What of a deadline says where it leads. */
export type DeadlinePlace = Pick<ListedDeadlineFragment, 'kind' | 'mine' | 'aboutId' | 'caseId' | 'hubId' | 'groupId'>;

export interface NowPart {
  /** Deadlines are 10, notices 90; what belongs to today lies between. */
  readonly order?: number;
  /** Draws its own Section, or nothing when there is nothing to say. */
  readonly Section?: ComponentType;
  readonly acts?: readonly NowAct[];
  /** Where a deadline leads; undefined for what is not this concept's. */
  readonly wayOf?: (deadline: DeadlinePlace) => DeadlineWay | undefined;
}

const found = import.meta.glob<NowPart>('../*/now.tsx', { eager: true, import: 'nowPart' });

export const nowParts: readonly NowPart[] = Object.values(found).sort((a, b) => (a.order ?? 50) - (b.order ?? 50));

export function wayOf(deadline: DeadlinePlace): DeadlineWay | undefined {
  for (const part of nowParts) {
    const way = part.wayOf?.(deadline);
    if (way) return way;
  }
  return deadline.caseId ? { to: `/arende/${deadline.caseId}`, label: 'now:openCase' } : undefined;
}
