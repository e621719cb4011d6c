/** One's own words on a board that nobody has got: of a text that others write too, only what one has added. */
import { draftsAbout } from '../elements/form/drafts.js';
import { typedIn } from '../elements/own-words.js';
import { mapPenOf } from './map-pen.js';
import { ownWordsIn } from './text-pen.js';

export const unsentOn = (hubId: string): string[] =>
  [...mapPenOf(hubId).unsent, ownWordsIn(hubId), ...draftsAbout(hubId).flatMap(typedIn)].filter(
    (words) => words.trim() !== '',
  );
