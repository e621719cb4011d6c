/** A group about a place, as it stands now, and the words that its municipality has for what is seen there. */
import { BUILT_IN_TERMS, type AreaTerms } from '#domain/area/area-terms.js';
import type { Sketch } from '#domain/area/sketch.js';
import { leadsOthers } from '#domain/form/form.js';
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

/** A group without persons: about a place, or one that leads others. */
export async function requireNameless(tx: CallerTransaction, groupId: string): Promise<GroupRow> {
  const group = await tx.of(GroupStore).find(groupId);
  if (!group) throw notFound();
  if (group.level !== 'none') throw new Failure('NOT_ABOUT_A_PLACE');
  return group;
}

/** Nothing is added before the group has been formed, nor when it has ended. */
export function requireRunning(group: GroupRow): GroupRow {
  if (group.formedAt === null) throw new Failure('GROUP_NOT_FORMED');
  if (group.closedAt !== null) throw new Failure('GROUP_HAS_ENDED');
  return group;
}

/** Managers who steer and those who prepare have no week: what is seen at places is nothing that they need. */
export async function requireArea(tx: CallerTransaction, groupId: string): Promise<AreaKept> {
  const group = await requireNameless(tx, groupId);
  if (leadsOthers(group)) throw new Failure('NOT_ABOUT_A_PLACE');
  const { terms, sketch } = await tx.of(AreaStore).getSettings(group.municipalityId);
  return {
    group,
    terms: { phenomena: terms?.phenomena ?? BUILT_IN_TERMS.phenomena, bands: terms?.bands ?? BUILT_IN_TERMS.bands },
    sketch,
    thisWeek: weekAt(tx.now.getTime()),
  };
}

export async function requireRunningArea(tx: CallerTransaction, groupId: string): Promise<AreaKept> {
  const kept = await requireArea(tx, groupId);
  requireRunning(kept.group);
  return kept;
}

/** A place in its own words is looked through for people as every other text is; a place of the sketch is a closed word. */
export const placeInWords = (sketch: Sketch | null, place: string): WordsWritten => ({
  field: 'place',
  text: sketch === null ? place : '',
});

/** A place of the sketch, by its slug, or a place in its own words where the town has no sketch. */
export const isPlaceOf = (sketch: Sketch | null, place: string): boolean =>
  sketch === null ? place !== '' : sketch.places.some(({ slug, retired }) => slug === place && !retired);
