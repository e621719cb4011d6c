/** How long what was begun on a device can be opened there again: the day on which it was written and the two after it. */
import type { CivilDay } from '../kernel/civil-day.js';

export const DRAFT_DAYS = 3;

/** The days whose drafts may be opened today, the newest first; what is written now is written under the first. */
export const draftDays = (today: CivilDay): readonly CivilDay[] =>
  Array.from({ length: DRAFT_DAYS }, (_, back) => today - back);
