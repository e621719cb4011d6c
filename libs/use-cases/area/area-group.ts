/** A group about a place, as it stands now, and the words that its municipality has for what is seen there. */
import { BUILT_IN_TERMS, type AreaTerms } from '#domain/area/area-terms.js';
import type { Sketch } from '#domain/area/sketch.js';
import { weekAt } from '#domain/area/area-week.js';
import type { CivilDay } from '#domain/kernel/civil-day.js';
import { Failure, notFound } from '../failure.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { GroupStore, type GroupRow } from '../group/group.port.js';
import { AreaStore } from './area.port.js';
import type { WordsWritten } from './check-words.js';

export const LONGEST_AREA_WORDS = 400;

export interface AreaKept {
  readonly group: GroupRow;
  readonly terms: AreaTerms;
  readonly sketch: Sketch | null;
  readonly thisWeek: CivilDay;
}

export async function requireArea(tx: CallerTransaction, groupId: string): Promise<AreaKept> {
  const group = await tx.of(GroupStore).find(groupId);
  if (!group) throw notFound();
  if (group.level !== 'none') throw new Failure('NOT_ABOUT_A_PLACE');
  const { terms, sketch } = await tx.of(AreaStore).getSettings(group.municipalityId);
  return {
    group,
    terms: { phenomena: terms?.phenomena ?? BUILT_IN_TERMS.phenomena, bands: terms?.bands ?? BUILT_IN_TERMS.bands },
    sketch,
    thisWeek: weekAt(tx.now.getTime()),
  };
}

/** Nothing is added before the group has been formed, nor when it has ended. */
export async function requireRunningArea(tx: CallerTransaction, groupId: string): Promise<AreaKept> {
  const kept = await requireArea(tx, groupId);
  if (kept.group.formedAt === null) throw new Failure('GROUP_NOT_FORMED');
  if (kept.group.closedAt !== null) throw new Failure('GROUP_HAS_ENDED');
  return kept;
}

/** A place in its own words is looked through for people as every other text is; a place of the sketch is a closed word. */
export const placeInWords = (sketch: Sketch | null, place: string): WordsWritten => ({
  field: 'place',
  text: sketch === null ? place : '',
});

/** A place of the sketch, by its slug, or a place in its own words where the town has no sketch. */
export const isPlaceOf = (sketch: Sketch | null, place: string): boolean =>
  sketch === null ? place !== '' : sketch.places.some(({ slug }) => slug === place);
